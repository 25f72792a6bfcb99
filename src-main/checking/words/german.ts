/** The same in German as `english.ts`. */
import type { Catalogue } from '../../calculus/index.ts'
import type { english } from './english.ts'

const layoutName = (name: string): string => ({ jacobian: 'Jacobi-Layout', numerator: 'Zählerlayout', denominator: 'Nennerlayout' })[name] ?? name
/** What something of this shape has or is: `hat die Form M x N`, `ist ein Skalar`. */
const has = (shape: string): string => (shape === 'scalar' ? 'ist ein Skalar' : `hat die Form ${shape}`)
const asked = (shape: string): string => (shape === 'scalar' ? 'ein Skalar' : `die Form ${shape}`)
const properties: Readonly<Record<string, string>> = {
  symmetric: 'symmetrisch', skew: 'schiefsymmetrisch', diagonal: 'diagonal', orthogonal: 'orthogonal', invertible: 'invertierbar',
  posdef: 'positiv definit', lower: 'eine untere Dreiecksmatrix', upper: 'eine obere Dreiecksmatrix', positive: 'positiv', nonzero: 'ungleich null',
}

export const german: Catalogue<typeof english> = {
  correct: 'Richtig.',
  correctNumeric: 'Richtig, soweit Zahlen es zeigen können.',
  incorrect: 'Noch nicht richtig.',
  invalid: 'Das lässt sich noch nicht lesen und zählt deshalb nicht.',
  undecided: 'Nabla konnte über diese Antwort nicht entscheiden, deshalb zählt sie nicht. Sie kann richtig sein: Versuche eine einfachere Form.',
  contradiction: 'Zwei der Prüfungen widersprechen sich, deshalb zählt diese Antwort nicht. Sie wird für die Autorin oder den Autor der Aufgabe aufbewahrt.',
  shape: (yours, wanted) => `Deine Antwort ${has(yours)}, gefragt ist aber ${asked(wanted)}.`,
  shapeEntry: (yours, names) => `Deine Antwort ${has(yours)}, gefragt ist aber ein einzelner Eintrag: Schreib ihn mit den Indizes ${names}.`,
  layout: (yours, wanted) => (yours === wanted ? 'Das ist die Transponierte von dem, was gefragt ist.' : `Richtig, aber in einem anderen Layout: Deine Antwort ${has(yours)}, gefragt ist ${asked(wanted)}.`),
  layoutNamed: (yours, wanted, shape) => `Richtig im ${layoutName(yours)}, gefragt ist aber das ${layoutName(wanted)}${shape === '' ? '' : ` mit der Form ${shape}`}.`,
  transposedAgrees: points => `Die Zahlen sagen dasselbe: Transponiert ist deine Antwort an ${points} zufälligen Punkten die Jacobi-Matrix.`,
  sign: 'Bis auf das Vorzeichen richtig.',
  signOfTerm: 'Das Vorzeichen dieses Summanden stimmt nicht.',
  signOfTerms: 'Bei einigen Summanden stimmt das Vorzeichen nicht.',
  factor: yours => `Bis auf einen konstanten Faktor richtig: Deine Antwort ist ${yours} mal das, was gefragt ist.`,
  factorOfTerm: 'Die Zahl vor diesem Summanden stimmt nicht.',
  factorOfTerms: 'Bei einigen Summanden stimmt die Zahl davor nicht.',
  indexSwap: (a, b) => `Richtig, wenn man ${a} und ${b} vertauscht.`,
  indexSwapAll: 'Richtig, wenn man die freien Indizes anders anordnet.',
  componentSize: 'Ein Index des gefragten Eintrags steht an einer Achse von anderer Länge.',
  symmetricOnly: name => `Das ist nur richtig, wenn ${name} symmetrisch ist.`,
  specialOnly: (name, property) => `Das ist nur richtig, wenn ${name} ${properties[property] ?? property} ist.`,
  squareOnly: (a, b) => `Das ist nur richtig, wenn ${a} = ${b} ist.`,
  missingTerm: 'Ein Teil der Summe fehlt.',
  missingOccurrence: (name, which) => `Du hast nur nach dem ${which}. ${name} abgeleitet: Die Produktregel braucht jede Stelle, an der ${name} steht.`,
  missingTermHere: 'Hier fehlt ein Summand.',
  missingInside: 'In einer Funktion, einer Norm oder einer Potenz fehlt ein Teil einer Summe.',
  missingFactor: 'In einem Produkt fehlt ein Faktor.',
  missingTerms: 'Einige Summanden fehlen.',
  extraTerms: 'Es sind Summanden zu viel.',
  extraTerm: 'Ein Summand ist zu viel.',
  extraHere: 'Dieser Summand ist zu viel.',
  sumReachesTooFar: index => `Die Summe über ${index} reicht zu weit: Hier kommt ${index} nicht vor, und so wird es für jedes ${index} einmal gezählt. Stell die Summe nur vor das, was ihren Index hat.`,
  chain: 'Die innere Ableitung fehlt: Mit ihr wird nach der Kettenregel multipliziert.',
  chainOuter: 'Die äußere Ableitung fehlt: Wo die Ableitung der Funktion stehen müsste, steht die Funktion selbst.',
  chainStage: 'Die Ableitung einer der Funktionen fehlt: Nach der Kettenregel wird mit jeder von ihnen multipliziert.',
  order: 'Die Faktoren stehen in der falschen Reihenfolge: Matrixprodukte sind nicht kommutativ.',
  orderHere: 'Diese Faktoren stehen in der falschen Reihenfolge: Matrixprodukte sind nicht kommutativ.',
  innerHere: 'Das ist ein inneres Produkt, eine Zahl; hierhin gehört ein äußeres, eine Matrix.',
  outerHere: 'Das ist ein äußeres Produkt, eine Matrix; hierhin gehört ein inneres, eine Zahl.',
  placesHere: (a, b) => `${a} und ${b} sind vertauscht.`,
  transposeHere: 'Hier fehlt eine Transposition, oder eine ist zu viel.',
  inverseHere: 'Hier fehlt eine Inverse, oder eine ist zu viel.',
  exponentHere: 'Die Potenz davon stimmt nicht.',
  insideHere: 'Was hier in der Funktion steht, stimmt nicht.',
  functionHere: 'Um das hier fehlt eine Funktion.',
  indexHere: 'Hier gehört ein anderer Index hin.',
  entrywiseHere: 'Ein elementweises Produkt ist kein Matrixprodukt.',
  wrongVariable: name => `Das ist die Ableitung nach ${name}.`,
  rowStacked: 'vec stapelt Spalten; du hast Zeilen gestapelt.',
  kronOrder: 'Die Faktoren des Kronecker-Produkts stehen in der falschen Reihenfolge.',
  sumMissing: index => `Die Summe über ${index} fehlt.`,
  domain: 'Das stimmt überein, wo es einen Wert hat; an manchen Punkten, an denen das Gefragte einen Wert hat, hat es aber keinen.',
  domainNowhere: 'Das hat nirgends einen Wert, das Gefragte aber schon.',
  formIndex: 'Richtig, aber gefragt ist die Indexschreibweise: Benenne die Einträge.',
  formMatrix: 'Richtig, aber gefragt ist die Matrixschreibweise, ohne Indizes.',
  empty: 'Hier steht noch keine Antwort.',
  tooManyLines: most => `Eine Herleitung hat höchstens ${most} Zeilen.`,
  lineDiffers: 'Das ist nicht gleich der Zeile davor.',
  lineWrong: 'Eine Zeile folgt nicht aus der davor.',
  linesWrong: n => `${n} Zeilen folgen nicht aus denen davor. Jede wird mit der Zeile über ihr verglichen; ein Versehen verdirbt also nicht, was danach kommt.`,
  claimForm: 'Nach „since“ gehört eine Gleichung, zum Beispiel tr(A B) = tr(B A).',
  claimFalse: 'Diese Behauptung stimmt nicht.',
  circular: name => `${name} wird durch sich selbst eingeführt.`,
  goalMissing: 'Die Zeilen stimmen, aber das Ziel ist noch nicht erreicht.',
  goalForm: 'Die letzte Zeile ist gleich dem Ziel, sieht aber noch nicht so aus.',
  lineEquals: ' gleich ',
  contradictionOf: proof => `Die ${proof === 'symbolic' ? 'symbolische' : 'exakte'} Prüfung findet beide gleich, die numerische Jacobi-Matrix findet sie verschieden.`,
  contradictionExact: 'Die exakte Prüfung findet einen Unterschied, die numerische Jacobi-Matrix findet keinen.',

  notAnOption: (given, ids) => `${given} steht nicht zur Auswahl: Es gibt ${ids}.`,
  choiceMissing: 'Was du gewählt hast, ist richtig, aber etwas fehlt.',
  choiceTooMuch: 'Etwas von dem, was du gewählt hast, ist zu viel.',

  noSingleValue: 'Gefragt ist eine Zahl, und das hat keinen eindeutigen Wert.',
  entriesOff: (off, all) => `${off} von ${all} Einträgen ${off === 1 ? 'stimmt' : 'stimmen'} nicht.`,

  axesOrder: 'Die Achsen sind richtig, stehen aber in anderer Reihenfolge.',
  axesOther: 'Das sind nicht die richtigen Achsen.',
  axisOfOne: 'Eine Achse der Länge 1 steht an der falschen Stelle.',
  groupedOtherwise: 'Die Achsen sind richtig, aber anders gruppiert.',
  groupingMissing: 'Die Achsen sind richtig, aber die Gruppierung (Ziel) × (Eingabe) fehlt oder ist eine andere.',
  shapeBracketExtra: 'Diese Klammer schließt nichts.',
  shapeSeparator: found => `Hier gehört ein × oder ein Komma zwischen zwei Achsen, nicht „${found}“.`,
  shapeAxisAfter: 'Nach diesem × fehlt eine Achse.',
  shapeAxisBefore: 'Vor diesem × fehlt eine Achse.',
  shapeAxisAtEnd: 'Am Ende fehlt eine Achse.',
  shapeBracketOpen: 'Diese Klammer wird nicht geschlossen.',
  shapeNoEntries: 'Eine Achse hat mindestens einen Eintrag.',
  shapeStray: what => `„${what}“ hat in einer Form keine Bedeutung: Schreib Achsen mit × dazwischen.`,
  shapeUnknownAxis: (what, names) => `${what} ist keine Achse dieser Aufgabe: Die Achsen sind ${names}.`,
  shapeBy: ' mal ',

  // Why a question cannot be asked: its author reads this.
  faults: {
    undeclared: name => `${name} ist in \`given\` nicht deklariert.`,
    byFunction: name => `${name} ist eine Funktion: Abgeleitet wird nach einem Array.`,
    tooLarge: 'Die Ableitung dieser Funktion ist zu groß, um mit ihr zu rechnen.',
    tooLong: 'Die Antwort ist zu lang, um sie auszuschreiben.',
    unreadable: 'Das ist nicht lesbar.',
    manySymbols: most => `Eine Frage deklariert höchstens ${most} Symbole.`,
    manyNames: most => `Eine Frage definiert höchstens ${most} Namen.`,
    noOptions: 'Eine Auswahl braucht `options`.',
    noOption: id => `${id} ist nicht die Kennung einer Option.`,
    noGoal: 'Eine Herleitung braucht `goal`.',
    noFunction: 'Eine Ableitung braucht `f`, die Funktion, die abgeleitet wird.',
    noSymbol: 'Eine Ableitung braucht `wrt`, das Symbol, nach dem abgeleitet wird.',
    noValue: 'Diese Art von Frage braucht `value`, die Referenz.',
    noShape: 'Eine Frage nach einer Form braucht `value`, die Form, oder `of`, den Ausdruck, nach dessen Form gefragt wird.',
    noNumber: 'Die Referenz einer Zahl muss eine Zahl oder ein Array von Zahlen sein.',
    indexNotInValue: name => `Der Index ${name} kommt in \`value\` nicht vor.`,
    indexNotNamed: name => `Der Index ${name} ist in \`f\` frei, wird aber in \`component\` nicht genannt.`,
    otherAxes: (all, target, input, named) => `Die Ableitung hat ${all} Achsen (${target} des Ziels, ${input} der Eingabe), aber \`component\` nennt ${named}.`,
    sameNames: 'Die Namen in `component` müssen verschieden sein.',
    productAxis: name => `Die Achse, die \`${name}\` benennen soll, ist ein Produkt; eine Komponente braucht eine einfache Achse.`,
    noIndex: name => `„${name}“ ist kein Name eines Index.`,
  },

  ended: (work, why, seconds) => {
    const what = work === 'check' ? 'Die Prüfung dieser Antwort' : 'Das Lesen dieser Antwort'
    switch (why) {
      case 'deadline': return `${what} wurde nach ${String(seconds).replace('.', ',')} Sekunden ohne Ergebnis beendet, deshalb zählt sie nicht. Vielleicht geht es mit einer kürzeren Form.`
      case 'memory': return `${what} brauchte mehr Speicher, als sie nehmen darf, und wurde beendet. Deshalb zählt die Antwort nicht. Vielleicht geht es mit einer kürzeren Form.`
      case 'crash': return `${what} ist an einem Fehler von Nabla selbst gescheitert, deshalb zählt sie nicht. Die Antwort bleibt, wie du sie getippt hast.`
      case 'closed': return `${what} wurde nicht fertig, weil Nabla beendet wird. Sie zählt nicht.`
      case 'superseded': return 'Ein neuerer Text hat diesen ersetzt, bevor er gelesen wurde.'
    }
  },
  underived: (why, seconds) => {
    const reason = why === 'deadline' ? `Das dauerte länger als ${String(seconds).replace('.', ',')} Sekunden` : why === 'memory' ? 'Das brauchte mehr Speicher, als es nehmen darf' : why === 'crash' ? 'Nabla selbst machte einen Fehler' : 'Nabla wird beendet'
    return `Die Antwort ließ sich nicht herleiten: ${reason}.`
  },
}
