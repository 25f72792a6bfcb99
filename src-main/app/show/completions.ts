/** What the answer line completes: the question's own names, and the words of the answer language. */
import type { Question } from '../../checking/question.ts'
import { givensOf } from './givens.ts'

export interface Completion {
  readonly label: string
  readonly insert: string
  readonly detail: string
}

/** The language's own names with a line on each; `insert` ends where the first argument begins. */
const words: readonly Completion[] = (
  [
    ['transpose', 'transpose(', 'transpose, also ^T or a prime'],
    ['inv', 'inv(', 'inverse of a square matrix, also ^-1'],
    ['tr', 'tr(', 'trace: sum of the diagonal'],
    ['det', 'det(', 'determinant'],
    ['logdet', 'logdet(', 'logarithm of the determinant'],
    ['norm', 'norm(', '2-norm of a vector, Frobenius norm of a matrix; also ||x||'],
    ['dot', 'dot(', 'inner product: sum of the products of entries'],
    ['outer', 'outer(', 'outer product of two columns, x y^T'],
    ['kron', 'kron(', 'Kronecker product, also ⊗'],
    ['diag', 'diag(', 'vector to diagonal matrix, matrix to its diagonal'],
    ['vec', 'vec(', 'columns stacked on top of each other'],
    ['comm', 'comm(', 'comm(M,N) vec(A) = vec(A^T) for A of M x N'],
    ['sum', 'sum', 'sum over indices, sum_{i,j} …, or of all entries, sum(A)'],
    ['delta', 'delta_{', 'Kronecker delta: one where the indices agree, else zero; also [i = j]'],
    ['einsum', 'einsum("', 'index formula as in NumPy: einsum("ij,j->i", A, x)'],
    ['eye', 'eye(', 'identity matrix, eye(N); also I or I_N'],
    ['ones', 'ones(', 'all entries one, ones(N) or ones(M,N); also 1_N'],
    ['zeros', 'zeros(', 'all entries zero, zeros(M,N); also 0'],
    ['unit', 'unit(', 'unit vector, unit(i,N); also e_i'],
    ['pi', 'pi', 'the number π'],
    ...['exp', 'log', 'sqrt', 'abs', 'sin', 'cos', 'tan', 'sinh', 'cosh', 'tanh', 'relu', 'sigmoid', 'softplus', 'sign', 'step'].map(
      name => [name, `${name}(`, 'entry by entry'] as const,
    ),
    ['softmax', 'softmax(', 'exp of each entry, divided by their sum'],
  ] satisfies (readonly [string, string, string])[]
).map(([label, insert, detail]) => ({ label, insert, detail }))

/** Declared and defined names first, then the words that no declared name hides. */
export function completionsOf(question: Question): Completion[] {
  if (question.kind === 'choice') return []
  const own = givensOf(question.given, question.define).map(({ name, shape, properties }) => {
    const elementwise = shape === 'entry by entry'
    return { label: name, insert: elementwise ? `${name}(` : name, detail: [shape, properties].filter(text => text !== '').join(', ') }
  })
  const taken = new Set(own.map(each => each.label))
  return [...own, ...words.filter(word => !taken.has(word.label))]
}
