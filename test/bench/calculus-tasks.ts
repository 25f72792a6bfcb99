/** What the bench of the core is asked: derivatives from published tables, and families that grow. */
import type { QuestionInput } from '../../src-main/checking/question.ts'

export interface Derivation {
  readonly given: Readonly<Record<string, string>>
  readonly f: string
  readonly wrt: string
  readonly component?: readonly string[]
  readonly answer: string
}

export interface Task {
  readonly question: QuestionInput
  readonly answer: string
}

const given = {
  A: 'M x N', B: 'N x K', C: 'M x N', X: 'N x N, invertible', P: 'N x N, posdef', Q: 'N x N', S: 'N x N, symmetric', x: 'N', y: 'M', a: 'N', b: 'N', z: 'N', t: 'scalar', U: 'M x K', V: 'N x K',
}
const by = (wrt: string, f: string, answer: string, component?: readonly string[]): Derivation => ({ given, f, wrt, answer, ...(component && { component }) })

/** Petersen & Pedersen, The Matrix Cookbook (2012), sections 2.1 to 2.8, and the identities of regression and of networks. */
export const derivations: readonly Derivation[] = [
  by('x', 'A x', 'A'), by('x', 'a^T x', 'a^T'), by('x', 'x^T Q x', 'x^T (Q + Q^T)'), by('x', '||A x - y||^2', '2 (A x - y)^T A'), by('A', '||A x - y||^2', '2 (A x - y) x^T'),
  by('A', 'A x', 'delta_{ip} x_q', ['i', 'p', 'q']), by('X', 'a^T X b', 'a b^T'), by('X', 'a^T X^T X b', 'X (a b^T + b a^T)'), by('X', 'tr(X)', 'I'), by('A', 'tr(A B B^T A^T)', '2 A B B^T'),
  by('A', 'tr(A^T C)', 'C'), by('X', 'tr(X^2)', '2 X^T'), by('X', 'tr(Q X)', 'Q^T'), by('X', 'tr(X Q X^T)', 'X (Q + Q^T)'), by('X', 'det(X)', 'det(X) X^-T'), by('X', 'logdet(X)', 'X^-T'),
  by('X', 'tr(Q X^-1)', '-(X^-1 Q X^-1)^T'), by('X', 'a^T X^-1 b', '-X^-T a b^T X^-T'), by('P', 'logdet(P)', 'P^-1'), by('A', '||A||^2', '2 A'), by('A', '||C - A||^2', '2 (A - C)'),
  by('U', '||A - U V^T||^2', '-2 (A - U V^T) V'), by('x', '||x||', 'x^T / ||x||'), by('x', 'exp(-||x - a||^2)', '-2 exp(-||x - a||^2) (x - a)^T'), by('z', 'softmax(z)', 'diag(softmax(z)) - softmax(z) softmax(z)^T'),
  by('x', 'sigmoid(A x)', 'diag(sigmoid(A x) .* (1_M - sigmoid(A x))) A'), by('z', 'log(sum(exp(z)))', 'softmax(z)^T'), by('x', 'x x^T a', '(x^T a) I + x a^T'), by('x', 'a .* x', 'diag(a)'),
  by('S', 'x^T S x', 'x x^T'), by('Q', 'Q^T Q a', 'delta_{iq} (Q a)_p + Q_{pi} a_q', ['i', 'p', 'q']), by('t', 'exp(t) X', 'exp(t) X'), by('X', 'X^-1', '-(X^-1)_{ip} (X^-1)_{qj}', ['i', 'j', 'p', 'q']),
]

const square = { A: 'N x N', B: 'N x N' }

/** The derivative of a trace of a power: 2n occurrences, all alike. */
export function trace(n: number): Task {
  return { question: { kind: 'derivative', given: square, f: `tr((A A^T)^${n})`, wrt: 'A' }, answer: `${2 * n} (A A^T)^${n - 1} A` }
}

/** A product of n matrices, transposed twice in the answer. */
export function product(n: number): Task {
  const factors = Array.from({ length: n }, (_, k) => (k % 2 === 0 ? 'A' : 'B'))
  return { question: { kind: 'expression', given: square, value: factors.join(' ') }, answer: `(${factors.map(f => `${f}^T`).reverse().join(' ')})^T` }
}

/** A sum of n terms, told from the last to the first. */
export function sums(n: number): Task {
  const terms = Array.from({ length: n }, (_, k) => `${k + 1} ${'A B'.repeat(1 + (k % 3)).replaceAll('BA', 'B A')}`)
  return { question: { kind: 'expression', given: square, value: terms.join(' + ') }, answer: terms.toReversed().join(' + ') }
}

/** Two arrays of n axes, contracted along all of them. */
export function walks(n: number): Task {
  const indices = 'abcdef'.slice(0, n)
  const shape = 'KLMNPQ'.slice(0, n).split('').join(' x ')
  return { question: { kind: 'expression', given: { T: shape, W: shape }, value: `T_{${indices}} W_{${indices}}` }, answer: `einsum("${indices},${indices}->", W, T)` }
}
