/** The same in German as `english/meaning.ts`. Words of the answer language itself (`scalar`, `of`, function names) stay as they are typed. */
import type { Catalogue } from '../tongue.ts'
import type * as english from '../english/meaning.ts'

type Meaning = { readonly [K in keyof typeof english.meaning]: Catalogue<(typeof english.meaning)[K]['say']> }

/** `a, b oder c` */
const either = (words: readonly string[], between = 'oder'): string =>
  (words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${between} ${words.at(-1)}`)
const quoted = (words: readonly string[]): readonly string[] => words.map(w => `„${w}“`)
const plural = (n: number, one: string, many: string): string => (n === 1 ? one : `${n} ${many}`)
/** `3 Spalten`, `N Zeilen`, `1 Zeile`. */
const long = (size: string, word: 'Spalte' | 'Zeile'): string => `${size} ${word}${size === '1' ? '' : 'n'}`
const write = (ways: readonly string[]): string => (ways.length === 0 ? '' : ` Schreib ${either(quoted(ways))}.`)
/** What something of this shape is: `„x“ ist ein Skalar`, `„A“ hat die Form M x N`. */
const has = (x: string, shape: string): string => (shape === 'scalar' ? `„${x}“ ist ein Skalar` : `„${x}“ hat die Form ${shape}`)
const a = (shape: string): string => (shape === 'scalar' ? 'Skalar' : shape)

export const meaning: Meaning = {
  // Names
  'unknown-name': (name, like) => `Den Namen „${name}“ gibt es hier nicht.${like ? ` Meinst du „${like}“?` : ''}`,
  'e-power': exponent => `Den Namen „e“ gibt es hier nicht. Die Exponentialfunktion schreibt man exp(${exponent}).`,
  'unknown-axis': (text, axes) => `„${text}“ ist nicht die Länge einer Achse.${axes.length > 0 ? ` Nimm ${either(axes)} oder eine Zahl.` : ' Nimm eine Zahl.'}`,
  'two-splits': (word, ways) => `„${word}“ lässt sich auf zwei Arten lesen: als ${either(quoted(ways))}. Setz ein Leerzeichen zwischen die Namen.`,

  // Calls, sums, brackets
  'function-alone': (fn, text) => `„${text}“ braucht etwas, worauf es wirkt, zum Beispiel ${fn}(…).`,
  'argument-count': (fn, least, most, given) =>
    `${fn} braucht ${least === most ? plural(least, 'ein Argument', 'Argumente') : `mindestens ${plural(least, 'ein Argument', 'Argumente')}`}; hier ${given === 1 ? 'steht' : 'stehen'} ${given}.`,
  'unit-arguments': () => 'Einen Einheitsvektor schreibt man unit(i, N), eine Matrix mit einer einzigen 1 unit(i, j; M, N).',
  'inverse-function': fn => `Ein negativer Exponent am Namen einer Funktion lässt sich auf zwei Arten lesen: Für eins durch ihren Wert schreib 1/${fn}(…).`,
  'no-derivative-of': fn => `An „${fn}“ kann kein Ableitungsstrich stehen: Es wirkt nicht elementweise.`,
  'sum-without-index': sign => `Bei „${sign}“ fehlt, worüber summiert wird, zum Beispiel ${sign}_i.`,
  'sum-without-body': sum => `Nach „${sum}“ steht nichts: Was soll summiert werden?`,
  'sum-from-one': start => `Eine Summe läuft über eine ganze Achse, ab 1. Diese beginnt bei ${start}.`,
  'bad-binder': text => `„${text}“ sagt nicht, worüber die Summe läuft. Schreib Indexbuchstaben, zum Beispiel _{i,j} oder _{k=1}.`,
  'bad-index': text => `„${text}“ ist kein Index. Ein Index ist ein Buchstabe, eine Zahl ab 1 oder „:“ für eine ganze Achse.`,
  'too-many-cells': text => `In „${text}“ darf nur ein Ausdruck stehen.`,
  'tuple': text => `„${text}“ ist eine Liste, kein Ausdruck. Ein Array schreibt man in eckigen Klammern.`,
  'empty-brackets': () => 'Zwischen diesen Klammern steht nichts.',
  'misplaced': text => `„${text}“ kann hier nicht stehen.`,
  'too-long': () => 'Das ist zu lang, um gelesen zu werden.',
  'too-many-digits': most => `Eine Zahl darf höchstens ${most} Stellen haben.`,
  'einsum-formula': () => 'einsum beginnt mit seiner Formel in Anführungszeichen, zum Beispiel einsum("ij,j->i", A, x).',
  'einsum-formula-wrong': (formula, reason) => `Die Formel „${formula}“ passt nicht: ${reason}.`,

  // Shapes
  'sum-shapes': (x, sx, y, sy) => `Addieren lässt sich nur, was dieselbe Form hat: ${has(x, sx)}, aber ${has(y, sy)}.`,
  'array-plus-number': (x, sx, y, _, ways) => `Ein Skalar lässt sich nicht zu einem Array addieren: ${has(x, sx)}, aber „${y}“ ist ein Skalar.${write(ways)}`,
  'product-shapes': (x, sx, y, sy, inner, outer) =>
    `Das passt in einem Matrixprodukt nicht zusammen: ${has(x, sx)} und ${has(y, sy)}; ${long(inner, 'Spalte')} ${inner === '1' ? 'träfe' : 'träfen'} auf ${long(outer, 'Zeile')}.`,
  'columns': (x, sx, y, sy, ways) => `Zwei Spalten lassen sich nicht multiplizieren: ${has(x, sx)} und ${has(y, sy)}.${write(ways)}`,
  'left-to-right': (x, sx, y, sy, bracket) =>
    `Produkte werden von links nach rechts gelesen, und „${x}“ (${a(sx)}) passt nicht zu „${y}“ (${a(sy)}). Mit Klammern geht es: „${bracket}“.`,
  'many-axes': (x, sx) => `${has(x, sx)}: Ein Array mit drei oder mehr Achsen kann nicht in einem Matrixprodukt stehen. Schreib es mit Indizes oder mit einsum.`,
  'transpose-axes': (x, sx) => `${has(x, sx)}: Nur Vektoren und Matrizen lassen sich transponieren.`,
  'entrywise-shapes': (x, sx, y, sy) => `Elementweise geht es nur mit derselben Form: ${has(x, sx)}, aber ${has(y, sy)}.`,
  'divide-by-array': (y, sy) => `„/“ teilt durch einen Skalar, aber ${has(y, sy)}. Elementweise schreib „./“; statt durch eine Matrix zu teilen, multiplizier mit ihrer Inversen.`,
  'power-of-array': (x, sx, ways) => `Potenzen gibt es nur von Skalaren und quadratischen Matrizen: ${has(x, sx)}.${write(ways)}`,
  'matrix-exponent': (x, sx) => `${has(x, sx)}: Eine Matrix hat nur ganzzahlige Potenzen. Elementweise schreib „.^“.`,
  'power-too-high': most => `Der Exponent einer Matrix darf höchstens ${most} sein.`,
  'exponent-shape': (x, sx) => `Ein Exponent muss ein Skalar sein: ${has(x, sx)}. Elementweise schreib „.^“.`,
  'not-square': (what, x, sx) => `„${what}“ braucht eine quadratische Matrix: ${has(x, sx)}.`,
  'bars-of-array': (x, sx) => `Einfache Striche sind die Determinante einer quadratischen Matrix: ${has(x, sx)}. Eine Norm schreibt man mit Doppelstrichen.`,
  'softmax-of': (x, sx) => `softmax braucht einen Vektor: ${has(x, sx)}.`,
  'ragged': (width, which, given) => `Alle Zeilen eines Arrays müssen gleich lang sein: Zeile 1 hat ${plural(width, 'einen Eintrag', 'Einträge')}, Zeile ${which} hat ${given}.`,
  'blocks': (which, x, sx, y, sy) =>
    `Blöcke in einer ${which === 'row' ? 'Zeile' : 'Spalte'} müssen gleich viele ${which === 'row' ? 'Zeilen' : 'Spalten'} haben: ${has(x, sx)}, aber ${has(y, sy)}.`,
  'block-axes': (x, sx) => `${has(x, sx)}: Nur Skalare, Vektoren und Matrizen lassen sich zu einem Array zusammensetzen.`,
  'nested-blocks': x => `„${x}“ besteht selbst aus Blöcken: Schreib alle Blöcke in ein einziges Array.`,
  'open-size': (x, sizes) => `Nichts sagt, wie groß „${x}“ ist.${sizes.length > 0 ? ` Gib die Größe an, zum Beispiel „${sizes[0]}“.` : ''}`,
  'free-inside': (index, x) => `„${x}“ hängt vom Index ${index} ab: Eine Inverse oder Determinante für jeden Wert eines Index gibt es in dieser Schreibweise nicht.`,

  // Indices
  'index-count': (x, sx, wanted, given) => `${has(x, sx)} und braucht ${plural(wanted, 'einen Index', 'Indizes')}; hier ${given === 1 ? 'steht' : 'stehen'} ${given}.`,
  'entry-of-scalar': x => `„${x}“ ist ein Skalar und hat keine Einträge.`,
  'index-zero': x => `Einträge werden ab 1 gezählt: „${x}“ hat keinen Eintrag 0.`,
  'index-range': (x, at, size) => `„${x}“ hat keinen Eintrag ${at}: Diese Achse hat die Länge ${size}.`,
  'delta-indices': x => `„${x}“: Ein Delta vergleicht zwei Indizes, zum Beispiel delta_{ij}.`,
  'apart-sizes': (a, one, b, other) => `${a} ≠ ${b} vergleicht nichts: ${a} läuft über ${one} und ${b} über ${other}.`,
  'two-sizes': (index, one, where, other, here) =>
    (where !== null && where === here ? `Der Index ${index} läuft in „${here}“ über zwei Längen: ${one} und ${other}.`
      : `Der Index ${index} läuft über zwei Längen: ${one}${where ? ` in „${where}“` : ''}, aber ${other}${here ? ` in „${here}“` : ''}.`),
  'component-size': (index, one, here, other) => `In dieser Aufgabe läuft ${index} über ${one}, aber in „${here}“ steht ${index} an einer Achse der Länge ${other}.`,
  'unbound-index': index => `Der Index ${index} ist nicht gebunden: Er kommt einmal vor, steht unter keiner Summe, und die Aufgabe nennt ihn nicht.`,
  'index-thrice': (index, times, x) => `Der Index ${index} kommt in „${x}“ ${times}-mal vor: Ohne Summenzeichen ist nicht klar, worüber summiert wird. Schreib sum_${index}.`,
  'explicit-sum': (index, x) => `Der Index ${index} kommt in „${x}“ zweimal vor und steht unter keiner Summe. In dieser Aufgabe sollen Summen ausgeschrieben werden: sum_${index}.`,
  'sum-index-unused': (index, x) => `Die Summe läuft über ${index}, aber ${index} kommt in „${x}“ nicht vor.`,

  // Forms that are refused
  'spectral-norm': x => `„${x}“ ist die Spektralnorm; die gibt es hier nicht. Die Frobeniusnorm schreibt man ||A||_F.`,
  'other-norm': (x, sub) => `„${x}“: Normen mit „${sub}“ gibt es hier nicht, nur die 2-Norm eines Vektors und die Frobeniusnorm einer Matrix.`,
  'asked-derivative': x => `„${x}“ ist genau die Ableitung, nach der gefragt ist: Schreib aus, was sie ist.`,
  'not-an-argument': (f, x, of) =>
    `${f} hängt nicht direkt von ${x} ab und hat deshalb keine partielle Ableitung danach.${of.length === 0 ? '' : of.length === 1 ? ` Das Argument ist ${of[0]}.` : ` Die Argumente sind ${either(of, 'und')}.`}`,
  'derivative-of-expression': x => `„${x}“: So lässt sich nur die Ableitung eines Namens nach einem Namen schreiben. Schreib die Ableitung aus.`,
  'half-vec': x => `„${x}“: Entweder stehen beide Seiten in vec oder keine.`,

  // Declarations
  'bad-name': text => `„${text}“ kann kein Name sein. Ein Name ist ein lateinischer oder griechischer Buchstabe oder ein Wort, vielleicht mit Index: A, theta, A_1.`,
  'given-twice': name => `„${name}“ ist zweimal vereinbart.`,
  'bad-shape': text => `„${text}“ ist keine Form. Eine Form ist „scalar“ oder sind Achsen wie „M x N“; eine Achse ist ein Name, eine positive ganze Zahl oder ein Produkt wie M*N.`,
  'bad-property': (text, all) => `„${text}“ ist keine Eigenschaft. Es gibt: ${all.join(', ')}.`,
  'property-needs-square': (name, property, shape) => `Nur eine quadratische Matrix kann ${property} sein: ${has(name, shape)}.`,
  'bad-dependence': text => `Nach „of“ stehen die Namen, von denen das abhängt, zum Beispiel „of x, t“; „${text}“ ist keiner.`,
  'circle': names => `Diese sind im Kreis durcheinander definiert: ${names.join(' → ')}.`,
  'define-equation': () => 'Eine Definition ist ein Ausdruck ohne „=“.',
}

export const notes: Catalogue<typeof english.notes> = {
  'summed-index': (index, x) => `${index} kommt in „${x}“ zweimal vor, darüber wird also summiert.`,
  'sum-reaches': (index, x, bracketed) => `Die Summe über ${index} reicht auch über „${x}“. Mit Klammern endet sie früher: „${bracketed}“.`,
  'call-reaches': (fn, x, bracketed) => `${fn} reicht über ganz „${x}“. Mit Klammern endet es früher: „${bracketed}“.`,
  'power-of-entry': (x, entry) => `„${x}“ wird als eins durch den Eintrag „${entry}“ gelesen.`,
}

export const einsumReasons: Catalogue<typeof english.einsumReasons> = {
  'arrays': (wanted, given) => `Sie ist für ${plural(wanted, 'ein Array', 'Arrays')}, und hier ${given === 1 ? 'steht' : 'stehen'} ${given}`,
  'letters': (input, letters, x, sx) => `"${input}" hat ${plural(letters, 'einen Buchstaben', 'Buchstaben')}, und ${x} ${sx === 'scalar' ? 'ist ein Skalar' : `hat die Form ${sx}`}`,
  'sizes': (letter, one, where, other, here) => `${letter} ist ${one} in ${where}, aber ${other} in ${here}`,
  'dots': () => 'Punkte gibt es hier nicht, gib jeder Achse einen Buchstaben',
  'signs': () => 'Sie besteht aus Buchstaben und Kommas, dann ->, dann Buchstaben',
  'unknown-output': letter => `${letter} steht nach dem Pfeil, aber nicht davor`,
  'output-twice': letter => `${letter} steht zweimal nach dem Pfeil`,
}
