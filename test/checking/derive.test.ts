/** What `derive` prints, fed back to the checker: whoever reads an answer must be able to give it. */
import { describe, expect, it } from 'vitest'
import { check, derive } from '../../src-main/checking/check.ts'
import { questionSchema, type QuestionInput } from '../../src-main/checking/question.ts'

type Fields = Omit<QuestionInput, 'kind'>
const ask = (fields: Fields) => questionSchema.parse({ kind: 'derivative', ...fields })
const proved = { verdict: 'correct', proof: 'symbolic' }
const layouts = ['jacobian', 'numerator', 'denominator'] as const

describe('derived answers', () => {
  it.each<[string, Fields, string[]]>([
    ['a scalar by a matrix', { given: { A: 'M x N', x: 'N', y: 'M' }, f: '||A x - y||^2', wrt: 'A' }, ['i', 'j']],
    ['a vector by a vector', { given: { A: 'M x N', x: 'N', b: 'M', sigma: 'elementwise' }, f: 'sigma(A x + b)', wrt: 'x' }, ['i', 'j']],
    ['a matrix by a matrix', { given: { A: 'M x N', X: 'N x K' }, f: 'A X', wrt: 'X' }, ['i', 'j', 'k', 'l']],
    ['an array of three axes', { given: { T: 'I x J x K', v: 'J', w: 'K' }, f: 'einsum("ijk,j,k->i", T, v, w)', wrt: 'v' }, ['i', 'j']],
  ])('name the indices as `component` does, in every layout and form: %s', (_, fields, component) => {
    const forms = layouts.flatMap(layout => (['any', 'vec'] as const).map(form => derive(ask({ ...fields, layout, form })).index!))
    for (const index of forms) expect(check(ask({ ...fields, component }), index)).toMatchObject(proved)
  })

  it.each<[string, Fields['define'], Fields, string, string]>([
    ['a sum', { g: 'A x - y' }, { given: { A: 'M x N', x: 'N', y: 'M' }, f: '||g||^2', wrt: 'A' }, '2 g x^T', '2 g_i x_j'],
    ['layers', { a: 'W x + b', h: 'sigma(a)', e: 'V h - z' }, { given: { W: 'M x N', x: 'N', b: 'M', sigma: 'elementwise', V: 'P x M', z: 'P' }, f: 'e^T e', wrt: 'W' },
      '2 (sigma\'(a) .* (V^T e)) x^T', '2 V_{ki} e_k sigma\'(a_i) x_j'],
    ['softmax', { p: 'softmax(W x)' }, { given: { W: 'M x N', x: 'N', y: 'M' }, f: '-y^T log(p)', wrt: 'W' }, '(sum(y) p - y) x^T', 'p_i x_j sum_k y_k - y_i x_j'],
    ['scalars', { q: 'x^T S x', n: 'x^T x' }, { given: { x: 'N', S: 'N x N, symmetric' }, f: 'q / n', wrt: 'x', layout: 'denominator' }, '2 (S x / n - q x / n^2)', '2 S_{ij} x_j / n - 2 q x_i / n^2'],
    ['an inverse', { K: 'S + t I_N' }, { given: { x: 'N', S: 'N x N, symmetric', t: 'scalar' }, f: 'x^T K^-1 x', wrt: 't' }, '-x^T K^-2 x', '-x_i (K^-1)_{ij} (K^-1)_{jk} x_k'],
    ['what is differentiated by', { g: 'A x' }, { given: { A: 'M x N', x: 'N' }, f: 'g^T g', wrt: 'g' }, '2 g^T', '2 g_i'],
    ['a name that is shorter without', { u: 'A x', v: 'u - A x + y' }, { given: { A: 'M x N', x: 'N', y: 'M' }, f: 'v^T y', wrt: 'x' }, '0', '0'],
  ])('keep the names that the author gave to %s', (_, define, fields, matrix, index) => {
    const question = ask({ ...fields, define })
    const derived = derive(question)
    expect([derived.matrix, derived.index]).toEqual([matrix, index])
    for (const text of [matrix, derived.latex]) expect(check(question, text), text).toMatchObject(proved)
  })

  it.each<[string, Fields]>([
    ['delta is an error vector', { given: { W: 'M x N', delta: 'M', x: 'N' }, f: 'delta .* (W x)', wrt: 'delta' }],
    ['I is a current', { given: { I: 'N', x: 'N' }, f: 'x', wrt: 'x' }],
    ['e is a residual', { given: { e: 'N' }, f: 'e_1 e_2', wrt: 'e' }],
    ['K is a gain', { given: { K: 'M x N' }, f: 'K^T', wrt: 'K', form: 'vec' }],
    ['the size is a sum', { given: { c: 'N+1' }, f: 'sum(c)', wrt: 'c' }],
    ['the size is a product', { given: { Z: '2 x 3' }, f: 'sum(Z)', wrt: 'Z', form: 'vec' }],
    ['a chain through names with subscripts', { given: { x: 'N', f_1: 'M of x', f_2: 'K of f_1' }, f: 'f_2', wrt: 'x', component: ['i', 'j'] }],
    ['axes of equal length in another order', { given: { X: 'M x N', v: 'M*N' }, f: 'v^T vec(X)', wrt: 'v' }],
    ['the inverse of vec', { given: { X: 'M x N', v: 'M*N' }, f: 'v^T vec(X)', wrt: 'X' }],
  ])('can be typed back, as text and as LaTeX, where %s', (_, fields) => {
    const question = ask(fields)
    const { matrix, index, latex } = derive(question)
    for (const text of [matrix ?? index!, latex]) expect(check(question, text), text).toMatchObject(proved)
  })
})
