/** The same in German as `english.ts`. */
import type { Catalogue } from '../../../calculus/index.ts'
import type { english } from './english.ts'

export const german: Catalogue<typeof english> = {
  cannotBeAsked: why => `Diese Frage lässt sich nicht stellen. ${why}`,
  notDerived: why => `Die Antwort auf diese Frage ließ sich nicht herleiten: ${why}`,
  notWritten: 'Die Antwort auf diese Frage ließ sich weder in Matrix- noch in Indexschreibweise aufschreiben.',
  contradicted: (derivative, why) => `Die Ableitung, \`${derivative}\`, und die numerische Jacobi-Matrix von \`f\` widersprechen einander. Gib diese Frage nicht heraus. ${why}`,
  unconfirmed: 'Die numerische Jacobi-Matrix von `f` hat an keinem Punkt, der probiert wurde, einen Wert, sodass nichts ihre Ableitung bestätigt.',
  noTests: 'Dieser Teil hat keine Tests. Gib einige Antworten an, die richtig sein müssen, und einige, die falsch sein müssen.',
  verdicts: { correct: 'richtig', incorrect: 'falsch', invalid: 'unlesbar', undecided: 'unentschieden' },
  failedTest: (answer, wanted, got, why) => `Der Test \`${answer}\` schlägt fehl: Die Antwort sollte ${wanted} sein und ist ${got}. ${why}`,
  hintTells: answer => `Dieser Hinweis verrät die Antwort: \`${answer}\` wird angenommen.`,
  idleRight: 'Was du hier vorsiehst, wird nie gesagt, denn diese Antwort ist richtig.',
  idleUnreadable: why => `Was du hier vorsiehst, wird nie gesagt, denn diese Antwort ist nicht lesbar: ${why}`,
  idleRepeated: 'Was du hier vorsiehst, wird nie gesagt, denn ein Fehler davor ist dieselbe Antwort.',
  idleOtherwise: said => `Was du hier vorsiehst, wird nie gesagt, denn zu dieser Antwort wird gesagt: ${said}`,
  solutionAstray: 'Keine Formel in dieser Lösung ist die Antwort, sodass nichts die beiden verbindet. Schreib die Antwort als eigene Formel oder als eine Seite einer Gleichung.',
  cannotBeSet: (tex, why) => `\`${tex}\` lässt sich nicht setzen: ${why}`,
  tooDeep: 'Es ist zu tief verschachtelt.',
  idlePicture: 'Kein Text dieses Pakets zeigt dieses Bild.',
  noPicture: name => `Neben dieser Datei gibt es kein Bild \`${name}\`. Ein Bild ist eine PNG-Datei des Pakets.`,
  notIntroduced: (id, title) => `Dieser Teil verwendet \`${id}\` (${title}), was keine Aufgabe davor einführt. Erkläre es hier oder früher und nimm \`${id}\` dort in \`introduces\` auf.`,
  notShown: notation => `In der Antwort auf diesen Teil kommt ${notation} vor, und kein Text davor zeigt das. Zeig es zuerst, hier oder in einer früheren Aufgabe.`,
  notations: {
    inverse: 'die Inverse, `A^-1`,', trace: 'die Spur, `tr(A)`,', determinant: 'die Determinante, `det(A)`,', kronecker: 'das Kronecker-Produkt, `kron(A, B)`,',
    entrywise: 'das elementweise Produkt, `.*`,', stacking: 'das Stapeln der Spalten, `vec(A)`,', commutation: 'die Kommutationsmatrix, `comm(M, N)`,', diagonals: 'eine Diagonalmatrix oder Diagonale, `diag(x)`,',
    delta: 'das Kronecker-Delta, `delta_{ij}`,', sums: 'eine Summe von Einträgen, `sum_i`,', einsum: 'die Funktion `einsum`',
  },
}
