/** What the skills of the catalogue are called, in the language that is spoken. Their English titles are those of the catalogue itself. */
import { spoken } from '../../calculus/index.ts'
import type { SkillId } from '../../packs/index.ts'

export const germanSkills: Readonly<Record<SkillId, string>> = {
  'value-shape': 'Formen von Ausdrücken',
  'derivative-shape': 'Formen von Ableitungen',
  'three-axes': 'Ableitungen mit drei oder mehr Achsen',
  layout: 'Zähler- und Nennerlayout',
  'derivative-by-scalar': 'Ableitungen nach einer Zahl',
  'derivative-by-vector': 'Ableitungen nach einem Vektor',
  'derivative-by-matrix': 'Ableitungen nach einer Matrix',
  'vector-valued': 'Ableitungen eines Vektors',
  'matrix-valued': 'Ableitungen einer Matrix',
  'product-rule': 'Die Produktregel',
  quotient: 'Quotienten',
  power: 'Potenzen und Wurzeln',
  'quadratic-form': 'Quadratische Formen',
  norm: 'Normen',
  trace: 'Spuren',
  inverse: 'Inverse Matrizen',
  determinant: 'Determinanten',
  hadamard: 'Elementweise Produkte',
  'outer-product': 'Äußere Produkte',
  diagonal: 'Diagonalen und Diagonalmatrizen',
  blocks: 'Ausgeschriebene Arrays, aus Einträgen oder Blöcken',
  'entrywise-function': 'Elementweise angewandte Funktionen',
  softmax: 'Softmax',
  'special-matrices': 'Symmetrische, diagonale und andere besondere Matrizen',
  'second-derivative': 'Zweite Ableitungen',
  derivation: 'Herleitungen in Zeilen',
  numbers: 'Antworten in Zahlen',
  'chain-rule': 'Die Kettenregel',
  'derivative-atoms': 'Ableitungen von Funktionen, die nicht gegeben sind',
  'several-paths': 'Die Kettenregel über mehrere Wege',
  vec: 'Gestapelte Spalten, vec',
  kron: 'Kronecker-Produkte',
  'index-notation': 'Einträge und Indizes',
  sums: 'Summen über Indizes',
  delta: 'Das Kronecker-Delta',
  einsum: 'Formeln wie in NumPy, einsum',
}

/** The title of a skill. One that the catalogue does not know has only the title that it came with. */
export function skillTitle({ id, title }: { readonly id: string; readonly title: string }): string {
  return spoken() === 'de' && Object.hasOwn(germanSkills, id) ? germanSkills[id as SkillId] : title
}
