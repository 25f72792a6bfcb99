/** The same in German as `english.ts`. */
import type { Catalogue } from '../../../calculus/index.ts'
import type { english } from './english.ts'

/** `a und b` */
const all = (names: readonly string[]): string => names.map(n => `$${n}$`).join(' und ')
const times = (shape: string): string => shape.replaceAll(' x ', ' × ')
/** After a colon, what is a sentence begins with a capital. */
const begun = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1)
const layouts: Readonly<Record<string, string>> = { jacobian: 'Jacobi-Layout', numerator: 'Zählerlayout', denominator: 'Nennerlayout' }

export const german: Catalogue<typeof english> = {
  given: 'Die Funktion, wie sie gegeben ist.',
  untold: 'Von der Funktion ist nur bekannt, wovon sie abhängt.',
  namedArgument: (fn, name) => `Gib dem Argument von ${fn} einen Namen, $${name}$, damit jede Regel für sich angewandt werden kann.`,
  namedInverted: name => `Gib der Matrix, die invertiert wird, einen Namen, $${name}$.`,
  namedInDeterminant: name => `Gib der Matrix in der Determinante einen Namen, $${name}$.`,
  namedInner: name => `Gib der inneren Funktion einen Namen, $${name}$, damit jede Regel für sich angewandt werden kann.`,
  withNames: names => `Die Funktion, mit ${all(names)} darin.`,
  entries: rules => (rules.length === 0 ? 'Mit Einträgen geschrieben.' : `Mit Einträgen geschrieben: ${begun(rules.join(', und '))}.`),
  entryRules: {
    norm: 'eine quadrierte Norm ist die Summe der Quadrate aller Einträge',
    trace: 'eine Spur ist die Summe der Diagonale',
    softmax: 'softmax teilt jede Exponentialfunktion durch die Summe von allen',
    entrywise: 'ein elementweises Produkt multipliziert Einträge an derselben Stelle',
    product: 'ein Matrixprodukt summiert über den Index zwischen seinen Faktoren',
  },
  inner: names => `Nun ${names.length > 1 ? 'die Ableitungen' : 'die Ableitung'} von ${all(names)}.`,
  deltas: (wrt, axes) =>
    `Die Ableitung eines Eintrags von $${wrt}$ nach einem anderen ist 1, wo beide derselbe Eintrag sind, und sonst 0: ${axes === 1 ? 'ein Delta' : 'ein Delta für jede Achse'}.`,
  contracted: 'Jedes Delta setzt einen Index an die Stelle eines anderen, und seine Summe fällt weg.',
  written: names => `Mit ${all(names)} ausgeschrieben.`,
  simplified: 'Ausgerechnet und zusammengefasst.',
  answerScalar: 'Das ist die Ableitung.',
  answerMatrix: shape => `In Matrixschreibweise: Das sind die Einträge eines Arrays der Form ${times(shape)}.`,
  answerLayout: (shape, layout) => `In Matrixschreibweise und im ${layouts[layout] ?? layout} ist die Form ${times(shape)}.`,
  answerVec: 'Mit gestapelten Spalten auf beiden Seiten.',
  answerEinsum: 'Als ein einziges Array, so wie NumPy es schreibt.',
  answerEntry: 'Das ist der Eintrag, nach dem gefragt ist.',
  answerShort: 'Die Ableitung, nach den Ableitungsregeln.',

  constant: wrt => `Nichts hier hängt von $${wrt}$ ab, die Ableitung ist also null.`,
  linear: wrt => `Das ist linear in $${wrt}$: Alles andere ist konstant und bleibt, wie es ist.`,
  sum: 'Leite Summand für Summand ab.',
  product: wrt => `Produktregel: $${wrt}$ kommt in mehr als einem Faktor vor; leite immer nur einen Faktor ab und addiere.`,
  square: 'Produktregel für ein Quadrat: Beide Faktoren geben dasselbe, daher die 2, mal der Ableitung von dem, was quadriert wird.',
  power: 'Potenzregel, mal der Ableitung der Basis.',
  exponent: 'Auch der Exponent ändert sich: $\\mathrm{d}(b^u) = b^u \\log(b)\\, \\mathrm{d}u$.',
  inverse: 'Regel für eine Inverse: $\\mathrm{d}(Y^{-1}) = -Y^{-1}\\, \\mathrm{d}Y\\, Y^{-1}$.',
  det: 'Jacobis Regel: $\\mathrm{d} \\det Y = \\det(Y) \\operatorname{tr}(Y^{-1} \\mathrm{d}Y)$.',
  logdet: 'Regel für eine Log-Determinante: $\\mathrm{d} \\log \\det Y = \\operatorname{tr}(Y^{-1} \\mathrm{d}Y)$.',
  chain: 'Kettenregel: die äußere Ableitung mal der inneren, summiert über jeden Index dazwischen.',
  told: wrt => `Kettenregel durch jedes Argument, das von $${wrt}$ abhängt.`,
  map: slope => `Kettenregel: ${slope}, mal der Ableitung des Arguments.`,
  slopes: {
    abs: 'Die Ableitung von $|u|$ ist das Vorzeichen von $u$',
    relu: 'Die Ableitung von relu ist eine Stufe, 1 bei positivem und 0 bei negativem Argument',
    sign: 'Ein Vorzeichen ist auf jeder Seite von 0 konstant',
    step: 'Eine Stufe ist auf jeder Seite von 0 konstant',
  },
}
