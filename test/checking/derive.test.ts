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
