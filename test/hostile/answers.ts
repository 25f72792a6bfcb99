/** Answers that are made to cost too much, or to trip the reader: each against a question that could be asked. */
import type { QuestionInput } from '../../src-main/checking/question.ts'

/** One hostile case. `verdicts`: the only verdicts that it may end in. */
export interface HostileAnswer {
  readonly name: string
  readonly question: QuestionInput
  readonly answer: string
  readonly verdicts: readonly ('correct' | 'incorrect' | 'invalid' | 'undecided')[]
}

const given = {
  A: 'N x N', B: 'N x N', C: 'M x N', x: 'N', y: 'N', t: 'scalar', u: 'scalar', S: 'N x N, symmetric', P: 'N x N, posdef', Q: 'N x N, orthogonal', T: 'N x N x N', sigma: 'elementwise',
}
const matrix: QuestionInput = { given, kind: 'expression', value: 'A B' }
const vector: QuestionInput = { given, kind: 'expression', value: 'A x' }
const scalar: QuestionInput = { given, kind: 'expression', value: 't' }
const gradient: QuestionInput = { given, kind: 'derivative', f: 'tr(A B)', wrt: 'A' }
const entry: QuestionInput = { given, kind: 'derivative', f: 'A x', wrt: 'A', component: 'ijk' }
const wide: QuestionInput = { given: Object.fromEntries([...'abcdefghijklmnopqrstuvwxyz'].flatMap(c => [c, c + c, c + c + c]).map(n => [n, 'scalar'])), kind: 'expression', value: 'a' }

const many = (n: number, text: string, between = ' '): string => Array<string>(n).fill(text).join(between)
const nest = (n: number, open: string, inner: string, close: string): string => open.repeat(n) + inner + close.repeat(n)
const all = ['correct', 'incorrect', 'invalid', 'undecided'] as const
/** Not right, whatever else. */
const notRight = ['incorrect', 'invalid', 'undecided'] as const
const unread = ['invalid'] as const
const rightOrUnknown = ['correct', 'undecided', 'invalid'] as const

/** With `NABLA_HOSTILE=full` every size is tried; otherwise those at which something else happens. */
const full = process.env['NABLA_HOSTILE'] === 'full'
const sizes = full ? [10, 100, 1_000, 10_000, 100_000] : [100, 1_000, 100_000]
const depths = full ? [100, 1_000, 9_000, 50_000] : [100, 9_000]

function deep(): HostileAnswer[] {
  return depths.flatMap((n): HostileAnswer[] => [
    { name: `${n} round brackets`, question: matrix, answer: nest(n, '(', 'A B', ')'), verdicts: n <= 100 ? ['correct'] : rightOrUnknown },
    { name: `${n} brackets opened only`, question: matrix, answer: '('.repeat(n) + 'A B', verdicts: unread },
    { name: `${n} brackets closed only`, question: matrix, answer: 'A B' + ')'.repeat(n), verdicts: unread },
    { name: `${n} brackets of three kinds crossed`, question: matrix, answer: many(n, '([{', '') + 'A B' + many(n, ')]}', ''), verdicts: unread },
    { name: `${n} square brackets`, question: scalar, answer: nest(n, '[', 't', ']'), verdicts: rightOrUnknown },
    { name: `${n} minus signs`, question: scalar, answer: '-'.repeat(2 * n) + 't', verdicts: rightOrUnknown },
    { name: `${n} transposes`, question: matrix, answer: '(A B)' + "'".repeat(2 * n), verdicts: rightOrUnknown },
    { name: `${n} braces`, question: matrix, answer: nest(n, '{', 'A B', '}'), verdicts: all },
    { name: `${n} nested exps`, question: scalar, answer: nest(n, 'exp(', 't', ')'), verdicts: notRight },
    { name: `${n} nested logs of exps`, question: scalar, answer: nest(n, 'log(exp(', 't', '))'), verdicts: rightOrUnknown },
    { name: `${n} nested sigmas`, question: scalar, answer: nest(n, 'sigma(', 't', ')'), verdicts: notRight },
    { name: `${n} nested tanhs`, question: scalar, answer: nest(n, 'tanh(', 't', ')'), verdicts: notRight },
    { name: `${n} nested abs`, question: scalar, answer: nest(n, 'abs(', 't', ')'), verdicts: notRight },
    { name: `${n} nested relus`, question: scalar, answer: nest(n, 'relu(', 't', ')'), verdicts: notRight },
    { name: `${n} nested roots`, question: scalar, answer: nest(n, 'sqrt(', 't', ')'), verdicts: notRight },
    { name: `${n} nested inverses`, question: { given, kind: 'expression', value: 'P' }, answer: nest(2 * n, 'inv(', 'P', ')'), verdicts: rightOrUnknown },
    { name: `${n} nested inverses of sums`, question: matrix, answer: nest(n, 'inv(A + ', 'B', ')'), verdicts: notRight },
    { name: `${n} nested determinants`, question: scalar, answer: nest(n, 'det(A ', '', ')'), verdicts: notRight },
    { name: `${n} nested traces`, question: scalar, answer: nest(n, 'tr(A ', 'B', ')'), verdicts: notRight },
    { name: `${n} nested norms`, question: scalar, answer: nest(n, 'norm(x ', 't', ')'), verdicts: notRight },
    { name: `${n} nested softmaxes`, question: vector, answer: nest(n, 'softmax(', 'x', ')'), verdicts: notRight },
    { name: `${n} nested diags`, question: matrix, answer: nest(2 * n, 'diag(', 'A', ')'), verdicts: notRight },
    { name: `${n} nested fractions`, question: scalar, answer: nest(n, '\\frac{1}{', 't', '}'), verdicts: all },
    { name: `${n} nested sums of fractions`, question: scalar, answer: nest(n, '1/(1 + ', 't', ')'), verdicts: notRight },
    { name: `${n} nested transposes in brackets`, question: matrix, answer: nest(n, '(', 'A B', ')^T'), verdicts: all },
    { name: `${n} nested powers in brackets`, question: scalar, answer: nest(n, '(', 't', ')^2'), verdicts: notRight },
    { name: `${n} nested exponents`, question: scalar, answer: nest(n, 't^{', 't', '}'), verdicts: notRight },
    { name: `${n} exponents in a row`, question: scalar, answer: 't' + '^2'.repeat(n), verdicts: notRight },
    { name: `${n} nested sums over an index`, question: scalar, answer: nest(n, 'sum_i (x_i ', 't', ')'), verdicts: notRight },
    { name: `${n} nested vecs`, question: vector, answer: nest(n, 'vec(', 'A', ')'), verdicts: notRight },
    { name: `${n} nested krons`, question: matrix, answer: nest(n, 'kron(A, ', 'B', ')'), verdicts: notRight },
    { name: `${n} nested blocks`, question: matrix, answer: nest(n, '[A, ', 'B', ']'), verdicts: notRight },
    { name: `${n} nested block squares`, question: matrix, answer: nest(n, '[1, 0; 0, ', 't', ']'), verdicts: notRight },
    { name: `${n} nested left rights`, question: matrix, answer: nest(n, '\\left(', 'A B', '\\right)'), verdicts: rightOrUnknown },
    { name: `${n} nested bold`, question: matrix, answer: nest(n, '\\mathbf{', 'A', '}') + ' B', verdicts: rightOrUnknown },
    { name: `${n} subscripts of subscripts`, question: matrix, answer: 'A' + '_{i'.repeat(n) + '}'.repeat(n), verdicts: notRight },
    { name: `${n} subscripts in a row`, question: matrix, answer: 'A' + '_{ij}'.repeat(n), verdicts: notRight },
    { name: `${n} primes on a function`, question: scalar, answer: `sigma${"'".repeat(n)}(t)`, verdicts: notRight },
    { name: `${n} primes on tanh`, question: scalar, answer: `tanh${"'".repeat(n)}(t)`, verdicts: notRight },
  ])
}

function long(): HostileAnswer[] {
  return sizes.flatMap((n): HostileAnswer[] => [
    { name: `${n} factors`, question: matrix, answer: many(n, 'A'), verdicts: notRight },
    { name: `${n} factors of two kinds`, question: matrix, answer: many(n, 'A B'), verdicts: notRight },
    { name: `${n} scalar factors`, question: scalar, answer: many(n, 't'), verdicts: notRight },
    { name: `${n} entrywise factors`, question: vector, answer: many(n, 'x', ' .* '), verdicts: notRight },
    { name: `${n} divisions`, question: scalar, answer: many(n, 't', '/'), verdicts: notRight },
    { name: `${n} sums as factors`, question: matrix, answer: many(n, '(A + B)'), verdicts: notRight },
    { name: `${n} scalar sums as factors`, question: scalar, answer: many(n, '(t + u)'), verdicts: notRight },
    { name: `${n} traces as factors`, question: scalar, answer: many(n, 'tr(A B)'), verdicts: notRight },
    { name: `${n} sums of traces as factors`, question: scalar, answer: many(n, '(tr(A B) + tr(A))'), verdicts: notRight },
    { name: `${n} like terms`, question: matrix, answer: many(n, 'A B', ' + '), verdicts: notRight },
    { name: `${n} terms that cancel`, question: matrix, answer: `A B${' + A - A'.repeat(n)}`, verdicts: rightOrUnknown },
    { name: `${n} terms of powers`, question: scalar, answer: Array.from({ length: n }, (_, k) => `t^${k % 50}`).join(' + '), verdicts: notRight },
    { name: `${n} different terms`, question: scalar, answer: Array.from({ length: n }, (_, k) => `${k + 1} t^${k + 2} u^${n - k}`).join(' + '), verdicts: notRight },
    { name: `${n} matrix terms`, question: matrix, answer: Array.from({ length: n }, (_, k) => `${k + 1} A^${k % 7 + 1} B^${k % 5 + 1} A^${k % 3 + 1}`).join(' - '), verdicts: notRight },
    { name: `${n} logs`, question: scalar, answer: Array.from({ length: n }, (_, k) => `log(${k + 1} + t)`).join(' + '), verdicts: notRight },
    { name: `${n} reciprocals`, question: scalar, answer: Array.from({ length: n }, (_, k) => `1/(${k + 1} + t)`).join(' + '), verdicts: notRight },
    { name: `${n} inverses`, question: matrix, answer: Array.from({ length: n }, (_, k) => `inv(A + ${k + 1} I)`).join(' + '), verdicts: notRight },
    { name: `${n} determinants of products of sums`, question: scalar, answer: many(n, 'det((A + B) (A - B))'), verdicts: notRight },
    { name: `a determinant of ${n} sums`, question: scalar, answer: `det(${many(n, '(A + B)')})`, verdicts: notRight },
    { name: `an inverse of ${n} sums`, question: matrix, answer: `inv(${many(n, '(A + B)')})`, verdicts: notRight },
    { name: `a trace of ${n} sums`, question: scalar, answer: `tr(${many(n, '(A + B)')})`, verdicts: notRight },
    { name: `${n} characters of nothing`, question: matrix, answer: ' '.repeat(n), verdicts: unread },
    { name: `${n} line ends`, question: matrix, answer: `A B${'\n'.repeat(n)}`, verdicts: rightOrUnknown },
    { name: `${n} letters`, question: matrix, answer: 'A'.repeat(n), verdicts: notRight },
    { name: `${n} strange letters`, question: matrix, answer: 'q'.repeat(n), verdicts: unread },
    { name: `${n} question marks`, question: matrix, answer: '?'.repeat(n), verdicts: unread },
    { name: `${n} underscores`, question: matrix, answer: '_'.repeat(n), verdicts: unread },
    { name: `${n} carets`, question: matrix, answer: '^'.repeat(n), verdicts: unread },
    { name: `${n} commas`, question: matrix, answer: `[${','.repeat(n)}]`, verdicts: unread },
    { name: `${n} backslashes`, question: matrix, answer: '\\'.repeat(n), verdicts: unread },
    { name: `${n} dollars`, question: matrix, answer: '$'.repeat(n), verdicts: unread },
    { name: `${n} equals signs`, question: matrix, answer: '='.repeat(n), verdicts: unread },
    { name: `${n} equations`, question: matrix, answer: many(n, 'A B', ' = '), verdicts: all },
    { name: `${n} operators`, question: matrix, answer: `A${' + *'.repeat(n)} B`, verdicts: unread },
    { name: `${n} dots`, question: matrix, answer: `A${'.'.repeat(n)}B`, verdicts: notRight },
    { name: `${n} entries`, question: vector, answer: `[${many(n, 't', ', ')}]`, verdicts: notRight },
    { name: `${n} rows`, question: vector, answer: `[${many(n, 't', '; ')}]`, verdicts: notRight },
    { name: `${n} rows of unequal length`, question: vector, answer: `[${Array.from({ length: Math.min(n, 300) }, (_, k) => many(k + 1, 't', ', ')).join('; ')}]`, verdicts: notRight },
    { name: `${n} blocks`, question: matrix, answer: `[${many(n, 'A', ', ')}]`, verdicts: notRight },
    { name: `${n} arguments`, question: scalar, answer: `exp(${many(n, 't', ', ')})`, verdicts: unread },
    { name: `${n} Kronecker products`, question: matrix, answer: many(n, 'A', ' ⊗ '), verdicts: notRight },
    { name: `a product of matrix bars ${n} times`, question: scalar, answer: many(n, '|A|', ''), verdicts: notRight },
    { name: `${n} bars`, question: scalar, answer: '|'.repeat(n) + 't' + '|'.repeat(n), verdicts: all },
    { name: `${n} bars in a row`, question: scalar, answer: '|t'.repeat(n), verdicts: notRight },
    { name: `${n} bars with signs`, question: scalar, answer: '|t|-|'.repeat(n), verdicts: notRight },
    { name: `${n} norms in a row`, question: scalar, answer: '||x'.repeat(n), verdicts: notRight },
    { name: `${n} angles`, question: scalar, answer: '<x,'.repeat(n) + 'y' + '>'.repeat(n), verdicts: notRight },
    { name: `${n} less-than signs`, question: scalar, answer: '<'.repeat(n), verdicts: unread },
    { name: `${n} derivative atoms`, question: gradient, answer: many(n, 'df/dA'), verdicts: notRight },
    { name: `${n} summation signs`, question: scalar, answer: 'sum_i '.repeat(n) + 'x_i', verdicts: notRight },
    { name: `${n} combining marks`, question: matrix, answer: 'A' + '\u0301'.repeat(n) + 'B', verdicts: notRight },
    { name: `${n} zero-width joiners`, question: matrix, answer: 'A' + '\u200d'.repeat(n) + 'B', verdicts: all },
    { name: `${n} right-to-left marks`, question: matrix, answer: '\u202e'.repeat(n) + 'A B', verdicts: all },
    { name: `${n} emoji`, question: matrix, answer: '🤖'.repeat(n), verdicts: unread },
    { name: `${n} half characters`, question: matrix, answer: '\ud83e'.repeat(n), verdicts: unread },
    { name: `${n} NULs`, question: matrix, answer: '\0'.repeat(n), verdicts: unread },
    { name: `${n} bold letters of mathematics`, question: matrix, answer: '𝐀'.repeat(n), verdicts: notRight },
    { name: `${n} superscripts`, question: scalar, answer: 't' + '²'.repeat(n), verdicts: notRight },
    { name: `${n} superscript T`, question: matrix, answer: 'A' + 'ᵀ'.repeat(n), verdicts: notRight },
    { name: `${n} subscript digits`, question: matrix, answer: 'A' + '₁'.repeat(n), verdicts: notRight },
    { name: `${n} line macros`, question: matrix, answer: '\\left'.repeat(n), verdicts: unread },
    { name: `${n} unknown macros`, question: matrix, answer: '\\foo'.repeat(n), verdicts: unread },
    { name: `${n} begins`, question: matrix, answer: '\\begin{bmatrix}'.repeat(n), verdicts: unread },
    { name: `${n} begins and ends`, question: matrix, answer: nest(n, '\\begin{bmatrix}', 't', '\\end{bmatrix}'), verdicts: notRight },
  ])
}

function numbers(): HostileAnswer[] {
  const digits = sizes.flatMap((n): HostileAnswer[] => [
    { name: `a number of ${n} digits`, question: scalar, answer: `${'9'.repeat(n)} t`, verdicts: notRight },
    { name: `a decimal of ${n} digits`, question: scalar, answer: `0.${'3'.repeat(n)} t`, verdicts: notRight },
    { name: `one over a number of ${n} digits`, question: scalar, answer: `t/${'7'.repeat(n)}`, verdicts: notRight },
    { name: `a root of a number of ${n} digits`, question: scalar, answer: `sqrt(${'7'.repeat(n)})`, verdicts: notRight },
    { name: `a log of a number of ${n} digits`, question: scalar, answer: `log(${'7'.repeat(n)})`, verdicts: notRight },
    { name: `an index of ${n} digits`, question: scalar, answer: `A_{${'9'.repeat(n)},1}`, verdicts: notRight },
    { name: `an exponent of ${n} digits`, question: scalar, answer: `t^${'9'.repeat(n)}`, verdicts: notRight },
    { name: `a matrix to ${n} digits`, question: matrix, answer: `A^${'9'.repeat(n)}`, verdicts: notRight },
    { name: `2 to ${n} digits`, question: scalar, answer: `2^${'9'.repeat(n)}`, verdicts: notRight },
    { name: `ones(${n} digits)`, question: vector, answer: `ones(${'9'.repeat(n)})`, verdicts: notRight },
  ])
  return [
    ...digits,
    ...['9^9^9^9', '2^2^2^2^2^2', '(9^9)^(9^9)', '((((9^9)^9)^9)^9)^9', '0^-1', '1/0', '0/0', '0^0', '1e999', '1e-999', '1e99999999999', '-0', '(1/3)^4000', '3^-4000', '2^0.333333', '(-1)^0.5', '(-8)^(1/3)'].map((a): HostileAnswer => ({ name: a, question: scalar, answer: a, verdicts: notRight })),
    ...['A^99999', 'A^(10^9)', 'A^1000', '(A B)^500', 'A^-99999', '(A + B)^64', '((A + B)^8)^8', '(((A+B)^3)^3)^3', '(A + B + A B + B A)^20', '(A - B)^33', '(A^T + A)^40', 'A^(1/2)', 'A^t', 'A^N', 'A^(N^N)', '2^A', 'A^A', 'A .^ 99999', 'A .^ B', 'A .^ -99999', '(A .* B).^500', 'inv(A + B)^50', 'inv((A + B)^20)'].map((a): HostileAnswer => ({ name: a, question: matrix, answer: a, verdicts: notRight })),
    ...['t^(10^9)', 't^99999', '(t + u)^64', '(t + u)^65', '(t + u)^1000', '(t + u)^-64', '((t + u)^9)^9', '(t + u + 1)^40', '(t+u)^40 (t-u)^40', '(1 + t)^(1/2)^40', 't^(1/99999999)', 't^(1/3)^(1/3)^(1/3)', '(t+1)^20/(t-1)^20', 't^u^t^u^t', '(1+1/t)^50', '(1+1/(1+1/(1+t)))^30', 'det(A)^99', 'tr(A)^200', 'tr((A + B)^12)', 'tr((A + A^T)^10)', 'tr((A A^T + B B^T)^6)', 'tr(S^40)', 'tr(A^60)', 'tr((A B)^40)', '||x||^999', '||A x - y||^40', '||A||^64', '(x^T A x)^30', '(x^T A x + y^T B y)^20', '(sum_i x_i)^50', 'exp(t)^9999', 'exp(99999999)', 'exp(exp(exp(exp(99))))', 'log(log(log(log(t))))', 'N^99999', 'N^N^N', '1/N^1000', '(N-1)^40', 'det(A + B)^20', 'det((A + B)^20)', 'logdet((A + B)^20)', 'logdet(P^99)', 'det(2 I)', 'det(2^99 I)', 'tr(I)^99', 'sum(A)^40', 'sum(A .^ 40)', 'prod(A)', 'abs(t)^99', 'sin(t)^60 cos(t)^60', 'sin(t)^61', 'tan(t)^30', 'tanh(t)^30', 'sigmoid(t)^30', '(sin(t) + cos(t))^30', '(sinh(t) + cosh(t))^30', 'softplus(t)^20', '(abs(t) + abs(u))^20', 'relu(t)^40', '(relu(t) + relu(u))^20', 'sqrt(t)^99', '(sqrt(t) + sqrt(u))^30', 'sqrt(t + sqrt(t + sqrt(t + sqrt(t))))', 'log(t^9 u^9)^9'].map((a): HostileAnswer => ({ name: a, question: scalar, answer: a, verdicts: notRight })),
    { name: 'a determinant of a product of sums equals the product of determinants', question: { given, kind: 'expression', value: 'det((A + B)(A - B))' }, answer: 'det(A + B) det(A - B)', verdicts: ['correct'] },
  ]
}

function indices(): HostileAnswer[] {
  const letters = [...'abcdefghijklmnopqrstuvwxyz']
  return [
    ...[10, 100, 1_000].flatMap((n): HostileAnswer[] => [
      { name: `${n} entries in a product`, question: entry, answer: many(n, 'A_{ij}'), verdicts: notRight },
      { name: `${n} entries under a sum`, question: scalar, answer: `sum_{i,j} ${many(n, 'A_{ij}')}`, verdicts: notRight },
      { name: `a chain of ${n} entries under sums`, question: scalar, answer: `sum_{${letters.join(',')}} ${Array.from({ length: n }, (_, k) => `A_{${letters[k % 26]}${letters[(k + 1) % 26]}}`).join(' ')}`, verdicts: notRight },
      { name: `${n} Kronecker deltas`, question: entry, answer: many(n, 'delta_{ij}') + ' x_k', verdicts: all },
      { name: `${n} indicators`, question: entry, answer: many(n, '[i = j]') + ' x_k', verdicts: all },
      { name: `${n} unequal indicators`, question: entry, answer: many(n, '[i ≠ j]') + ' x_k', verdicts: notRight },
      { name: `${n} subscript letters`, question: entry, answer: `A_{${many(n, 'i', '')}}`, verdicts: notRight },
      { name: `${n} subscript letters without braces`, question: entry, answer: `A_${many(n, 'i', '')}`, verdicts: notRight },
      { name: `a sum over ${n} indices`, question: scalar, answer: `sum_{${Array.from({ length: n }, (_, k) => letters[k % 26]).join(',')}} t`, verdicts: notRight },
      { name: `${n} fixed entries`, question: scalar, answer: Array.from({ length: n }, (_, k) => `A_{${k + 1},${k + 1}}`).join(' + '), verdicts: notRight },
      { name: `${n} slices`, question: scalar, answer: many(n, 'A_{1,:} A_{:,1}'), verdicts: notRight },
      { name: `${n} outer squares`, question: matrix, answer: Array.from({ length: n }, (_, k) => `A_{:,${k + 1}} A_{${k + 1},:}`).join(' + '), verdicts: notRight },
    ]),
    { name: 'a complete graph of ten indices', question: scalar, answer: `sum_{${letters.slice(0, 10).join(',')}} ${letters.slice(0, 10).flatMap((a, n) => letters.slice(n + 1, 10).map(b => `S_{${a}${b}}`)).join(' ')}`, verdicts: notRight },
    { name: 'two complete graphs that differ', question: { given, kind: 'expression', value: `sum_{${letters.slice(0, 8).join(',')}} ${letters.slice(0, 8).flatMap((a, n) => letters.slice(n + 1, 8).map(b => `S_{${a}${b}}`)).join(' ')}` }, answer: `sum_{${letters.slice(0, 8).join(',')}} ${letters.slice(0, 8).flatMap((a, n) => letters.slice(n + 1, 8).map(b => `S_{${a}${b}}`)).slice(1).join(' ')}`, verdicts: notRight },
    { name: "Petersen's graph against the pentagonal prism", question: { given, kind: 'expression', value: graph(petersen) }, answer: graph(prism), verdicts: notRight },
    { name: "Petersen's graph against itself, renamed", question: { given, kind: 'expression', value: graph(petersen) }, answer: graph(petersen.map(([a, b]) => [(a * 7 + 3) % 10, (b * 7 + 3) % 10] as const)), verdicts: ['correct', 'undecided'] },
    { name: 'a hypercube of sixteen corners', question: { given, kind: 'expression', value: graph(hypercube(4)) }, answer: graph(hypercube(4).map(([a, b]) => [a ^ 5, b ^ 5] as const)), verdicts: ['correct', 'undecided'] },
    { name: 'a disjoint union of eight triangles against four hexagons', question: { given, kind: 'expression', value: 'tr(S^3)^8' }, answer: 'tr(S^6)^4', verdicts: notRight },
    ...[3, 10, 26, 52].flatMap((n): HostileAnswer[] => {
      const names = [...letters, ...letters.map(l => l.toUpperCase())].slice(0, n)
      return [
        { name: `einsum of ${n} letters`, question: scalar, answer: `einsum("${names.join(',')}->", ${many(n, 'x', ', ')})`, verdicts: notRight },
        { name: `einsum of ${n} free letters`, question: scalar, answer: `einsum("${names.join(',')}->${names.join('')}", ${many(n, 'x', ', ')})`, verdicts: notRight },
        { name: `einsum of a chain of ${n} letters`, question: matrix, answer: `einsum("${names.slice(1).map((l, k) => names[k]! + l).join(',')}->${names[0]}${names.at(-1)}", ${many(n - 1, 'A', ', ')})`, verdicts: notRight },
        { name: `einsum of all pairs of ${Math.min(n, 10)} letters`, question: scalar, answer: `einsum("${names.slice(0, 10).flatMap((a, k) => names.slice(k + 1, 10).map(b => a + b)).join(',')}->", ${many(Math.min(n, 10) * (Math.min(n, 10) - 1) / 2, 'A', ', ')})`, verdicts: notRight },
      ]
    }),
    ...['einsum("', 'einsum("->', 'einsum("ij->ij->ij", A)', 'einsum("...i->i", A)', 'einsum("ii", A)', `einsum("${'i'.repeat(5000)}->", A)`, `einsum("${many(5000, 'ij', ',')}->", A)`, 'einsum("ij,jk->ik")', 'einsum(A, "ij->ji")', 'einsum("\u0000\u0000->", A)'].map((a): HostileAnswer => ({ name: a.slice(0, 30), question: matrix, answer: a, verdicts: notRight })),
  ]
}

const petersen = [0, 1, 2, 3, 4].flatMap(k => [[k, (k + 1) % 5], [k, k + 5], [k + 5, (k + 2) % 5 + 5]] as const)
const prism = [0, 1, 2, 3, 4].flatMap(k => [[k, (k + 1) % 5], [k, k + 5], [k + 5, (k + 1) % 5 + 5]] as const)
const hypercube = (d: number): (readonly [number, number])[] => Array.from({ length: 2 ** d }, (_, v) => v).flatMap(v => Array.from({ length: d }, (_, k) => [v, v ^ (1 << k)] as const).filter(([a, b]) => a < b))

function graph(edges: readonly (readonly [number, number])[]): string {
  const letter = (n: number): string => 'abcdefghijklmnopqrstuvw'[n]!
  const vertices = [...new Set(edges.flat())].map(letter)
  return `sum_{${vertices.join(',')}} ${edges.map(([a, b]) => `S_{${letter(a)}${letter(b)}}`).join(' ')}`
}

function names(): HostileAnswer[] {
  return [
    ...sizes.flatMap((n): HostileAnswer[] => [
      { name: `${n} letters that split in very many ways`, question: wide, answer: 'a'.repeat(n), verdicts: notRight },
      { name: `${n} letters that split in very many ways, then one that is unknown`, question: wide, answer: `${'a'.repeat(n)}Z`, verdicts: unread },
      { name: `${n} words in a run`, question: { given: { ...given, s: 'scalar', si: 'scalar', sin: 'scalar', n: 'scalar', i: 'scalar', in: 'scalar' }, kind: 'expression', value: 's' }, answer: 'sin'.repeat(n), verdicts: notRight },
      { name: `${n} Greek letters`, question: matrix, answer: 'θ'.repeat(n), verdicts: unread },
      { name: `a name with a subscript of ${n} letters`, question: matrix, answer: `A_${'b'.repeat(n)}`, verdicts: notRight },
    ]),
    ...['__proto__', 'constructor', 'toString', 'A.__proto__', 'hasOwnProperty(A)', 'A.constructor', 'valueOf', '__proto__(A)', 'A[constructor]', 'sum_{constructor} A', 'constructor_{ij}', "toString'(t)", 'd__proto__/dA', 'einsum("ij->ij", __proto__)', '\\constructor', '\\__proto__', '\\begin{constructor}A\\end{constructor}', '\\mathrm{constructor}', '${A}', '`A`', '<script>alert(1)</script>', '\u0000', '\ufeffA B', 'A\u00a0B', 'A\u2028B', 'Ａ Ｂ', 'А В', 'A\u2062B', 'A\u2009B', 'A－B', 'A−B', 'A∗B', 'A×B', 'A⋅B', 'A⨯B', 'A;B', 'A,B', 'A:B', 'A!B', 'A%B', 'A#B', 'A&B', 'A\\\\B', 'A"B', "A'B'", 'A\tB', 'A\rB', 'A\\,B', 'A~B', '\\left. A B \\right|', 'A B \\tag{1}', 'A % comment', '\\(A B\\)', '\\[A B\\]', '$$A B$$'].map((a): HostileAnswer => ({ name: JSON.stringify(a), question: matrix, answer: a, verdicts: all })),
  ]
}

/** All hostile answers, by what is hostile in them. */
export const hostileAnswers: Readonly<Record<string, readonly HostileAnswer[]>> = {
  'deep nesting': deep(), 'long answers': long(), 'large numbers and powers': numbers(), 'many indices': indices(), 'names and signs': names(),
}
