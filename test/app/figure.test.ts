import { describe, expect, it } from 'vitest'
import { figureOf } from '../../src-main/app/show/figure.ts'
import { questionSchema, type QuestionInput } from '../../src-main/checking/question.ts'

const given = { A: 'M x N', B: 'N x P', x: 'N', y: 'M', c: 'scalar', T: 'K x M x N' }
const figure = (question: Partial<QuestionInput>) => figureOf(questionSchema.parse({ kind: 'derivative', given, wrt: 'x', ...question }))
/** A figure on one line: `M x N · N = M`. */
const drawn = (f: string, more: Partial<QuestionInput> = {}) => {
  const found = figure({ ...(f !== '' && { f }), ...more })
  return found && `${found.factors.map(factor => factor.shape).join(' · ')} = ${found.shape}`
}

describe('the product that is drawn', () => {
  it('is the outermost one of vectors and matrices, each factor with its shape', () => {
    expect(drawn('A x')).toBe('M x N · N = M')
    expect(drawn('||A x - y||^2')).toBe('M x N · N = M')
    expect(drawn('y^T A x')).toBe('1 x M · M x N · N = scalar')
    expect(drawn('exp(A B)', { wrt: 'A' })).toBe('M x N · N x P = M x P')
    expect(drawn('(A x - y)^T (A x - y)')).toBe('1 x M · M = scalar')
    expect(figure({ f: 'A x' })!.factors.map(factor => factor.latex)).toEqual(['A', 'x'])
  })
  it('leaves numbers in front out: they change no shape', () => {
    expect(drawn('3 A x')).toBe('M x N · N = M')
    expect(drawn('c y^T y', { wrt: 'y' })).toBe('1 x M · M = scalar')
  })
  it('is there for the start of a derivation too', () => {
    expect(drawn('', { kind: 'derivation', start: '(A x)^T (A x)', goal: 'x^T A^T A x' })).toBe('1 x M · M = scalar')
  })
  it('is none where there is nothing to set side by side, or it cannot be read', () => {
    for (const f of ['x^T', 'sum(x)', '3 c', 'x .* x', 'A x +', 'A y', 'c x']) expect([f, drawn(f)]).toEqual([f, null])
    expect(drawn('x^T x x^T x x^T x')).toBeNull()
  })
  it('is none where shapes are asked: it would give them away', () => {
    expect(drawn('A x', { kind: 'shape', of: 'df/dx' })).toBeNull()
    expect(drawn('A x', { kind: 'choice', options: [{ id: 'a', text: 'A' }, { id: 'b', text: 'B' }], value: 'a' } as never)).toBeNull()
  })
})
