/** The same in German as `english.ts`. */
import type { Catalogue } from '../../../calculus/index.ts'
import type { english } from './english.ts'

const layouts: Readonly<Record<'numerator' | 'denominator', string>> = { numerator: 'Zählerlayout', denominator: 'Nennerlayout' }

export const german: Catalogue<typeof english> = {
  and: parts => parts.join(' und '),
  titles: { shapes: 'Formen', compute: 'Ableitungen', abstract: 'Kettenregel', indices: 'Einträge' },
  title: (outcome, level) => `${outcome}, Stufe ${level}`,

  with: (formula, inner) => `${formula} mit ${inner}`,
  dependsOn: (name, on) => `$${name}$ hängt von ${on} ab`,
  here: depends => `Hier gilt: ${depends.join(', und ')}.`,
  untold: depends => `Hier gilt: ${depends.join(', und ')}. Wie, ist nicht gegeben: Lass ihre Ableitungen stehen, wie sie sind.`,
  is: (name, kinds) => `$${name}$ ${kinds}`,
  kinds: {
    symmetric: 'ist symmetrisch', diagonal: 'ist diagonal', posdef: 'ist positiv definit', orthogonal: 'ist orthogonal', invertible: 'hat eine Inverse', positive: 'hat positive Einträge',
    nonzero: 'hat keinen Eintrag, der null ist',
  },
  kindsTogether: statements => `${statements.join(', und ')}.`,

  differentiate: (f, wrt) => `Leite ${f} nach $${wrt}$ ab.`,
  hessian: (origin, f, wrt) => `Der Gradient von $h = ${origin}$ nach $${wrt}$ ist, als Spalte, ${f}. Leite ihn noch einmal nach $${wrt}$ ab: Das Ergebnis ist die Hesse-Matrix von $h$.`,
  giveEntry: entry => `Gib den Eintrag $${entry}$ an.`,
  giveStacked: derivative => `Stapele auf beiden Seiten die Spalten: Gib $${derivative}$ an.`,
  useLayout: layout => `Nimm das ${layouts[layout]}.`,

  asProduct: formula => `Schreib $f = ${formula}$ ohne Indizes, als Produkt von Arrays. Über einen Index, der zweimal vorkommt, wird summiert.`,
  hintFactors: 'In einem Matrixprodukt $A B$ sind der letzte Index von $A$ und der erste von $B$ gleich: Stell Faktoren nebeneinander, wo sie einen Index teilen.',
  hintTranspose: 'Wo ein Index an der falschen Stelle steht, vertauscht $A_{ij} = (A^{\\mathsf T})_{ji}$ die beiden.',
  hintTrace: 'Ein erster Index, der als letzter wiederkommt, schließt einen Kreis: Das ist eine Spur.',
  hintLetters: 'Die Buchstaben vor dem Pfeil sind die Indizes der Arrays, in deren Reihenfolge.',
  hintArrow: 'Über einen Buchstaben, der nach dem Pfeil nicht vorkommt, wird summiert.',
  hintProduct: 'Ein Matrixprodukt $A B$ hat die Einträge $(A B)_{ij} = \\sum_k A_{ik} B_{kj}$: Über den inneren Index wird summiert.',
  theNumber: array => `die Zahl \`${array}\``,
  theEntry: (entry, array) => `den Eintrag $${entry}$ von \`${array}\``,
  withEntries: what => `Schreib ${what} mit Einträgen: jede Summe entweder ausgeschrieben oder nach der Einsteinschen Summenkonvention.`,
  hintAllSummed: 'Das Ergebnis ist ein Skalar, also wird über jeden Index summiert.',
  hintOthersSummed: names => `Über jeden Index außer $${names.join('$, $')}$ wird summiert.`,

  showLines: (f, line, wrt, typed) =>
    `Sei ${f}. Zeige Zeile für Zeile, dass $\\mathrm{d}f = ${line}$ ist; dabei ist $\\mathrm{d}${wrt}$ eine kleine Änderung von $${wrt}$, getippt als \`d${typed}\`.`,
  hintDifferential: wrt =>
    `Beginne mit $\\mathrm{d}f$ und nimm in jeder Zeile eine Regel: $\\mathrm{d}(u v) = \\mathrm{d}u\\, v + u\\, \\mathrm{d}v$, und was nicht von $${wrt}$ abhängt, hat kein Differential.`,
  hintLast: 'Bring am Ende das Differential nach ganz rechts. Ein Skalar ist gleich seiner Transponierten, und in einer Spur darf man zyklisch vertauschen.',
  changePutIn: wrt => `Mit der Änderung von $${wrt}$ eingesetzt.`,

  shapeOf: (what, told) => `Welche Form hat $${what}$${told === '' ? '' : ` für ${told}`}?`,
  solutionTarget: 'Zuerst das Ziel, dann die Eingabe:',
  hintShapes: (target, input) => `Sieh dir die Formen von $${target}$ und von $${input}$ an. Wie viele Achsen hat jedes?`,
  hintFirst: input => `Finde zuerst die Form von $f$ selbst; die von $${input}$ ist gegeben.`,
  hintBetween: 'Was zwischen den beiden oder dahinter steht, spielt für die Form keine Rolle.',
  hintEntries: 'Es gibt einen Eintrag für jeden Eintrag des Ziels und jeden Eintrag der Eingabe: zuerst die Achsen des Ziels, dann die der Eingabe.',
  hintDenominator: 'Im Nennerlayout steht eine Ableitung nach einem Vektor aufrecht, so wie die Eingabe.',
  hintNumerator: 'Im Zählerlayout wird die Eingabe transponiert.',
  solutionInner: 'Innere Achsen treffen sich und fallen weg, äußere bleiben:',
  hintBeneath: 'Schreib unter jeden Faktor seine Form. Ein Vektor ist eine Spalte, seine Transponierte eine Zeile.',
  hintMeet: 'In einem Produkt treffen sich die inneren Achsen und fallen weg; in einer Summe und elementweise sind die Formen gleich.',
  secondShape: (f, what) => `$${f}$ ist eine Zahl. Welche Form hat $${what}$?`,
  inOrder: (first, then) => `Abgeleitet wird zuerst nach $${first}$ und dann nach $${then}$.`,
  hintFirstDerivative: by => `Die erste Ableitung hat einen Eintrag für jeden Eintrag von $${by}$.`,
  hintSecondDerivative: by => `Jeder davon ist ein Ziel der zweiten Ableitung, und jeder Eintrag von $${by}$ eine Eingabe: Ziel mal Eingabe.`,
  solutionSecond: 'Die der ersten Ableitung, mal die der zweiten Eingabe:',
}
