import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { questionSchema, type QuestionInput } from '../../src-main/checking/question.ts'
import { partSkills, skillOf, skills } from '../../src-main/packs/skills.ts'

const given = { A: 'N x N', B: 'N x N', C: 'N x N', S: 'N x N, symmetric', X: 'M x N', W: 'N x N', x: 'N', y: 'N', b: 'N', t: 'scalar', sigma: 'elementwise', g: 'N of x', h: 'N of x' }
const of = (more: QuestionInput): string => partSkills(questionSchema.parse({ given, ...more })).join(' ')
const by = (f: string, wrt: string, more: Partial<QuestionInput> = {}): string => of({ kind: 'derivative', f, wrt, ...more })

describe('what a part asks of a learner', () => {
  it.each<[string, string, string]>([
    ['b^T x', 'x', 'derivative-by-vector'],
    ['A x', 'x', 'derivative-by-vector vector-valued'],
    ['x t', 't', 'derivative-by-scalar vector-valued'],
    ["x' A x", 'x', 'derivative-by-vector product-rule quadratic-form'],
    ['x^T S x', 'x', 'derivative-by-vector product-rule quadratic-form special-matrices'],
    ['b^T S x', 'S', 'derivative-by-matrix special-matrices'],
    ['(A x)^T B (A x)', 'x', 'derivative-by-vector product-rule quadratic-form'],
    ['||x||^2', 'x', 'derivative-by-vector norm'],
    ['||A x - y||^2', 'x', 'derivative-by-vector norm chain-rule'],
    ['||A x - y||', 'x', 'derivative-by-vector norm chain-rule'],
    ['|x|', 'x', 'derivative-by-vector norm'],
    ['|A|', 'A', 'derivative-by-matrix inverse determinant'],
    ['logdet(A B)', 'A', 'derivative-by-matrix inverse determinant chain-rule'],
    ['tr(A B)', 'A', 'derivative-by-matrix trace'],
    ['tr(A^-1 B)', 'A', 'derivative-by-matrix trace inverse'],
    ['tr(A A B)', 'A', 'derivative-by-matrix product-rule trace'],
    ['(b^T x)^3', 'x', 'derivative-by-vector power chain-rule'],
    ['b^T x / (y^T x)', 'x', 'derivative-by-vector product-rule quotient chain-rule'],
    ['x .* y', 'x', 'derivative-by-vector vector-valued hadamard'],
    ['sigma(x)', 'x', 'derivative-by-vector vector-valued entrywise-function'],
    ['exp(A x)', 'x', 'derivative-by-vector vector-valued entrywise-function chain-rule'],
    ['softmax(x)', 'x', 'derivative-by-vector vector-valued product-rule quotient softmax chain-rule'],
    ['outer(x, b)', 'x', 'three-axes derivative-by-vector matrix-valued outer-product'],
    ['kron(A, B)', 'A', 'three-axes derivative-by-matrix matrix-valued kron'],
    ['g', 'x', 'derivative-by-vector vector-valued chain-rule derivative-atoms'],
    ['g^T h', 'x', 'derivative-by-vector product-rule chain-rule derivative-atoms several-paths'],
    ['x^T g', 'x', 'derivative-by-vector product-rule chain-rule derivative-atoms several-paths'],
    ['sum_i x_i^2', 'x', 'derivative-by-vector power index-notation sums'],
  ])('%s by %s', (f, wrt, found) => expect(by(f, wrt)).toBe(found))

  it('in entries, with a delta only where an entry of the value is one of the input', () => {
    expect(by('A x', 'x', { component: 'ij' })).toBe('derivative-by-vector vector-valued index-notation')
    expect(by('sigma(x)', 'x', { component: 'ij' })).toBe('derivative-by-vector vector-valued entrywise-function index-notation delta')
    expect(by('A x', 'A', { component: ['i', 'p', 'q'] })).toBe('three-axes derivative-by-matrix vector-valued index-notation delta')
    expect(by('tr(A)', 'A', { component: 'ij' })).toBe('derivative-by-matrix trace index-notation delta')
    expect(by('tr(A B)', 'A', { form: 'index' })).toBe('derivative-by-matrix trace index-notation')
  })

  it('by layout and form', () => {
    expect(by('A x', 'x', { layout: 'denominator' })).toBe('layout derivative-by-vector vector-valued')
    expect(by('A X^T', 'X', { form: 'vec', given: { A: 'P x N', X: 'M x N' } })).toBe('three-axes derivative-by-matrix matrix-valued vec kron')
  })

  it('through definitions, and what they define', () => {
    expect(by('||r||^2', 'x', { define: { r: 'B u - y', u: 'sigma(x)' } })).toBe('derivative-by-vector norm entrywise-function chain-rule')
    expect(by('||r||^2', 'r', { define: { r: 'B x - y' } })).toBe('derivative-by-vector norm')
  })

  it('of every other kind', () => {
    expect(of({ kind: 'shape', of: 'A x' })).toBe('value-shape')
    expect(of({ kind: 'shape', of: 'dg/dx' })).toBe('derivative-shape')
    expect(of({ kind: 'shape', of: 'df/dX', f: 'tr(X X^T)', layout: 'numerator' })).toBe('derivative-shape layout')
    expect(of({ kind: 'shape', of: 'df/dX', f: 'X x' })).toBe('derivative-shape three-axes')
    expect(of({ kind: 'expression', value: 'sum_j A_{ij} x_j', component: 'i' })).toBe('index-notation sums')
    expect(of({ kind: 'expression', value: 'einsum("ij,j->i", A, x)' })).toBe('einsum')
    expect(of({ kind: 'derivation', start: 'tr(A B)', goal: 'tr(B A)' })).toBe('trace derivation')
    expect(of({ kind: 'number', value: 3 })).toBe('numbers')
    expect(of({ kind: 'choice', options: [{ id: 'a', text: '$\\delta_{ij}$' }], value: ['a'] })).toBe('')
  })

  it('is what is left where something cannot be read', () => {
    expect(by('tr(A) + z', 'A')).toBe('trace')
    expect(by('tr(', 'q')).toBe('trace')
    expect(by('tr(A)', 'A', { given: { A: 'oops oops' } })).toBe('trace')
  })
})

describe('the catalogue', () => {
  it('has each id once, a title, and one of the four outcomes', () => {
    expect(new Set(skills.map(s => s.id)).size).toBe(skills.length)
    expect(new Set(skills.map(s => s.title)).size).toBe(skills.length)
    for (const { id, outcome } of skills) {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/)
      expect(['shapes', 'compute', 'abstract', 'indices']).toContain(outcome)
    }
  })

  it('is asked by id', () => {
    expect(skillOf('trace')).toEqual({ id: 'trace', title: 'Traces', outcome: 'compute' })
    expect(skillOf('cooking')).toBeNull()
  })
})

it('the guide for instructors names every skill', () => {
  const guide = readFileSync(new URL('../../docs/for-instructors.md', import.meta.url), 'utf8')
  expect(skills.map(s => s.id).filter(id => !guide.includes(`\`${id}\``))).toEqual([])
})
