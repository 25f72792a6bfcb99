/** Section 1 of the contract: declarations and definitions. */
import { describe, expect, it } from 'vitest'
import { declare } from '../../../src-main/calculus/language/declare.ts'
import { read, showAxes } from '../../../src-main/calculus/language/read.ts'
import { fine, textOf } from './elaborate-kit.ts'

const one = (text: string) => {
  const { scope, problems } = declare({ given: { a: text, u: 'N', v: 'scalar' } })
  const info = scope.symbols.get('a')!
  return { info, problems: problems.map(p => [p.where, p.code, p.id, text.slice(p.from, p.to)]) }
}

describe('shapes', () => {
  it.each([
    ['scalar', [], 'scalar'], ['N', [['N']], 'N'], ['M x N', [['M'], ['N']], 'M x N'], ['M × N', [['M'], ['N']], 'M x N'], ['M×N', [['M'], ['N']], 'M x N'], ['MxN', [['M'], ['N']], 'M x N'],
    ['I x J x K', [['I'], ['J'], ['K']], 'I x J x K'], ['3', [[3]], '3'], ['3 x 4', [[3], [4]], '3 x 4'], ['3x4', [[3], [4]], '3 x 4'], ['M*N', [['M', 'N']], 'M*N'],
    ['M*N x P', [['M', 'N'], ['P']], 'M*N x P'], ['2*N x 2*N', [[2, 'N'], [2, 'N']], '2*N x 2*N'], ['N x 1', [['N']], 'N'], ['1 x N', [[], ['N']], '1 x N'], ['1', [], 'scalar'],
    ['1 x 1', [], 'scalar'], ['  M   x  N ', [['M'], ['N']], 'M x N'], ['M \\times N', [['M'], ['N']], 'M x N'], ['N_1 x N_2', [['N_1'], ['N_2']], 'N_1 x N_2'], ['M+N', [['M+N']], 'M+N'], ['batch x N', [['batch'], ['N']], 'batch x N'],
  ])('%s', (text, axes, shown) => {
    const { info, problems } = one(text)
    expect(problems).toEqual([])
    expect(info.axes).toEqual(axes)
    expect(showAxes(info.axes)).toBe(shown)
  })

  it.each([
    ['', 'bad-shape', ''], ['vector', 'bad-shape', 'vector'], ['M x', 'bad-shape', 'M x'], ['M x 0', 'bad-shape', 'M x 0'], ['M x -2', 'bad-shape', 'M x -2'], ['M N', 'bad-shape', 'M N'],
    ['2.5', 'bad-shape', '2.5'], ['M by N', 'bad-shape', 'M by N'], ['N x N, symetric', 'bad-property', 'symetric'], ['elementwise, symmetric', 'bad-property', 'symmetric'],
    ['M x N, symmetric', 'property-needs-square', 'symmetric'], ['N, diagonal', 'property-needs-square', 'diagonal'], ['scalar, posdef', 'property-needs-square', 'posdef'],
    ['M of', 'bad-dependence', 'of'], ['M of 3', 'bad-dependence', '3'], ['M of q', 'unknown-name', 'q'], ['99999999999', 'bad-shape', '99999999999'],
  ])('%s is told', (text, id, at) => {
    expect(one(text).problems.map(p => [p[0], p[2], p[3]])).toEqual([['given.a', id, at]])
  })
})

describe('properties and dependence', () => {
  it('reads both, in any order', () => {
    expect([...one('N x N, symmetric, posdef').info.properties]).toEqual(['symmetric', 'posdef'])
    expect(one('N of u, v').info.of).toEqual(['u', 'v'])
    expect(one('N of u and v').info.of).toEqual(['u', 'v'])
    expect([one('N x N of u, symmetric').info.of, [...one('N x N of u, symmetric').info.properties]]).toEqual([['u'], ['symmetric']])
    expect([one('N x N, symmetric of u').info.of, [...one('N x N, symmetric of u').info.properties]]).toEqual([['u'], ['symmetric']])
    expect(one('elementwise').info.kind).toBe('elementwise')
    expect([...one('scalar, positive, nonzero').info.properties]).toEqual(['positive', 'nonzero'])
  })
  it('tells a circle of dependences', () => {
    const { problems } = declare({ given: { a: 'N of b', b: 'N of a' } })
    expect(problems.map(p => [p.where, p.id])).toEqual([['given.a', 'circle']])
  })
})

describe('names', () => {
  it('knows Greek in three spellings, and subscripts', () => {
    const { scope, problems } = declare({ given: { theta: 'N', '\\phi': 'N', ψ: 'N', A_1: 'M x N', b_l: 'N', x_0: 'N', 'W_{12}': 'M x N', θ_1: 'scalar', loss: 'scalar', 'x₂': 'N' } })
    expect(problems).toEqual([])
    expect([...scope.symbols.keys()]).toEqual(['theta', 'phi', 'psi', 'A_1', 'b_l', 'x_0', 'W_12', 'theta_1', 'loss', 'x_2'])
    for (const text of ['theta + θ + \\theta', '\\psi - psi', 'A_1 x_0', 'W_{12} b_l', 'θ_1 loss', '2 x_2^T φ']) expect([text, read(text, scope).problems]).toEqual([text, []])
  })
  it('tells what is no name, and what is declared twice', () => {
    for (const key of ['2', 'a b', 'A^T', '', 'f(x)', 'x + y', "x'"]) expect([key, declare({ given: { [key]: 'N' } }).problems.map(p => p.id)]).toEqual([key, ['bad-name']])
    expect(declare({ given: { theta: 'N', θ: 'M' } }).problems.map(p => [p.where, p.id])).toEqual([['given.θ', 'given-twice']])
    expect(declare({ given: { g: 'N' }, define: { g: '2' } }).problems.map(p => [p.where, p.id])).toEqual([['define.g', 'given-twice']])
  })
})

describe('definitions', () => {
  const given = { A: 'M x N', x: 'N', y: 'M' }
  it('have the shape of their bodies, and stand as variables in others', () => {
    const { scope, problems } = declare({ given, define: { l: '||g||^2', g: 'A x - y' }, f: 'l + 1' })
    expect(problems).toEqual([])
    expect(showAxes(scope.symbols.get('g')!.axes)).toBe('M')
    expect(scope.symbols.get('f')!.of).toEqual(['l'])
    expect(textOf(scope.bodies.get('l')!.expr)).toContain('"name":"g"')
    expect(scope.bodies.get('l')!.axes).toEqual([])
  })
  it('f has the name f, unless something else has it', () => {
    expect(declare({ given, f: 'A x' }).scope.bodies.has('f')).toBe(true)
    expect(declare({ given: { ...given, f: 'N' }, f: 'x' }).scope.bodies.has('f')).toBe(false)
  })
  it('a free index of f that is a component is an axis of f', () => {
    const { scope, problems } = declare({ given, f: 'A_{ik} x_k', component: ['i', 'j'] })
    expect(problems).toEqual([])
    expect(scope.symbols.get('f')!.axes).toEqual([['M']])
    expect(textOf(scope.bodies.get('f')!.expr)).toBe(textOf(fine('A x', scope).value.expr))
    expect(declare({ given, f: 'x_j y_i', component: ['i', 'j'] }).scope.symbols.get('f')!.axes).toEqual([['M'], ['N']])
  })
  it('tell their problems at their place, once, and are not there for others', () => {
    const { scope, problems } = declare({ given, define: { g: 'A y', h: '2 g', k: 'x' }, f: 'h + q' })
    expect(problems.map(p => [p.where, p.id, p.from, p.to])).toEqual([['define.g', 'product-shapes', 0, 3], ['f', 'unknown-name', 4, 5]])
    expect(scope.bodies.has('k')).toBe(true)
    expect(scope.bodies.has('h')).toBe(false)
    expect(read('k', scope).value?.axes).toEqual([['N']])
  })
  it('cannot be equations, nor go round in a circle', () => {
    expect(declare({ given, define: { g: 'y = A x' } }).problems.map(p => p.id)).toEqual(['define-equation'])
    expect(declare({ given, define: { g: 'g + y' } }).problems.map(p => p.id)).toEqual(['circle'])
    expect(declare({ given, f: 'f + 1' }).problems.map(p => [p.where, p.id])).toEqual([['f', 'circle']])
  })
})
