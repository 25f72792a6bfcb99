/** The skills that a part may ask of a learner: a fixed list, by which progress is kept and the order of a course is judged. */

/** The four outcomes of the lecture, to which skills belong whatever the outcomes of a pack are called. */
export type SkillOutcome = 'shapes' | 'compute' | 'abstract' | 'indices'

export interface Skill {
  /** For ever: progress is kept by it. */
  readonly id: string
  /** What a learner reads: what it is that can be practised. */
  readonly title: string
  readonly outcome: SkillOutcome
  /** Known from school: a course need not introduce it. */
  readonly school?: true
}

/** In the order in which they are told. Ids may be added; one that is there stays and keeps its meaning. */
export const skills = [
  { id: 'value-shape', title: 'Shapes of expressions', outcome: 'shapes' },
  { id: 'derivative-shape', title: 'Shapes of derivatives', outcome: 'shapes' },
  { id: 'three-axes', title: 'Derivatives with three or more axes', outcome: 'shapes' },
  { id: 'layout', title: 'Numerator and denominator layout', outcome: 'shapes' },
  { id: 'derivative-by-scalar', title: 'Derivatives by a number', outcome: 'compute', school: true },
  { id: 'derivative-by-vector', title: 'Derivatives by a vector', outcome: 'compute' },
  { id: 'derivative-by-matrix', title: 'Derivatives by a matrix', outcome: 'compute' },
  { id: 'vector-valued', title: 'Derivatives of a vector', outcome: 'compute' },
  { id: 'matrix-valued', title: 'Derivatives of a matrix', outcome: 'compute' },
  { id: 'product-rule', title: 'The product rule', outcome: 'compute' },
  { id: 'quotient', title: 'Quotients', outcome: 'compute', school: true },
  { id: 'power', title: 'Powers and roots', outcome: 'compute', school: true },
  { id: 'quadratic-form', title: 'Quadratic forms', outcome: 'compute' },
  { id: 'norm', title: 'Norms', outcome: 'compute' },
  { id: 'trace', title: 'Traces', outcome: 'compute' },
  { id: 'inverse', title: 'Inverse matrices', outcome: 'compute' },
  { id: 'determinant', title: 'Determinants', outcome: 'compute' },
  { id: 'hadamard', title: 'Entrywise products', outcome: 'compute' },
  { id: 'outer-product', title: 'Outer products', outcome: 'compute' },
  { id: 'diagonal', title: 'Diagonals and diagonal matrices', outcome: 'compute' },
  { id: 'blocks', title: 'Arrays written out, entry by entry or in blocks', outcome: 'compute' },
  { id: 'entrywise-function', title: 'Functions applied entry by entry', outcome: 'compute' },
  { id: 'softmax', title: 'Softmax', outcome: 'compute' },
  { id: 'special-matrices', title: 'Symmetric, diagonal and other special matrices', outcome: 'compute' },
  { id: 'second-derivative', title: 'Second derivatives', outcome: 'compute' },
  { id: 'derivation', title: 'Derivations in lines', outcome: 'compute' },
  { id: 'numbers', title: 'Answers in numbers', outcome: 'compute', school: true },
  { id: 'chain-rule', title: 'The chain rule', outcome: 'abstract' },
  { id: 'derivative-atoms', title: 'Derivatives of functions that are not told', outcome: 'abstract' },
  { id: 'several-paths', title: 'The chain rule along several paths', outcome: 'abstract' },
  { id: 'vec', title: 'Stacked columns, vec', outcome: 'abstract' },
  { id: 'kron', title: 'Kronecker products', outcome: 'abstract' },
  { id: 'index-notation', title: 'Entries and indices', outcome: 'indices' },
  { id: 'sums', title: 'Sums over indices', outcome: 'indices' },
  { id: 'delta', title: 'The Kronecker delta', outcome: 'indices' },
  { id: 'einsum', title: 'Formulas as in NumPy, einsum', outcome: 'indices' },
] as const satisfies readonly Skill[]

export type SkillId = (typeof skills)[number]['id']

const byId: ReadonlyMap<string, Skill> = new Map(skills.map(skill => [skill.id, skill]))

/** The skill with this id; null where there is none. */
export function skillOf(id: string): Skill | null {
  return byId.get(id) ?? null
}
