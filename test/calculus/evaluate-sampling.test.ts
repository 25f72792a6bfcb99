import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { add, apply, constant, power, size, times } from '../../src-main/calculus/tensors/build.ts'
import type { Property } from '../../src-main/calculus/tensors/symbols.ts'
import { dimensionUse } from '../../src-main/calculus/evaluate/dimensions.ts'
import { drawSizes } from '../../src-main/calculus/evaluate/drawsizes.ts'
import { mix, seedOf, Stream } from '../../src-main/calculus/evaluate/random.ts'
import { realPoint } from '../../src-main/calculus/evaluate/realpoint.ts'
import { sizeOf } from '../../src-main/calculus/evaluate/sizes.ts'
import { styles } from '../../src-main/calculus/evaluate/styles.ts'
import { valueAt } from '../../src-main/calculus/evaluate/truth.ts'
import { course, declare, det, dot, eye, inv, minus, mm, plenty, sum, transpose, variable } from './evaluate-kit.ts'

const near = (a: ArrayLike<number>, b: ArrayLike<number>): boolean => a.length === b.length && Array.from(a).every((v, n) => Math.abs(v - b[n]!) < 1e-9)

describe('sampling', () => {
  it('respects every combination of properties that can be', () => {
    const possible: Property[][] = [['symmetric'], ['skew'], ['diagonal'], ['orthogonal'], ['invertible'], ['posdef'], ['lower'], ['upper'], ['positive'], ['nonzero'],
      ['symmetric', 'positive'], ['diagonal', 'positive'], ['lower', 'invertible'], ['symmetric', 'invertible'], ['orthogonal', 'symmetric'], ['posdef', 'diagonal'],
      ['lower', 'upper'], ['orthogonal', 'diagonal'], ['skew', 'orthogonal'], ['skew', 'invertible'], ['posdef', 'positive']]
    for (const list of possible) for (const n of [2, 4]) for (const seed of [1, 2, 3]) {
      const own = declare(['X: N N', ...list].join(', '))
      const X = variable(own, 'X')
      const at = course(own, { N: n }, seed)
      const value = (e: typeof X): number[] => [...valueAt(e, at).v]
      const x = value(X)
      const has = (p: Property): boolean => list.includes(p)
      const label = `${list} at ${n}`
      expect(x.every(Number.isFinite), label).toBe(true)
      if (has('symmetric') || has('posdef')) expect(near(x, value(transpose(X))), label).toBe(true)
      if (has('skew')) expect(near(x, value(transpose(X)).map(v => -v)), label).toBe(true)
      if (has('orthogonal')) expect(near(value(mm(transpose(X), X)), value(eye('N'))), label).toBe(true)
      if (has('diagonal') || has('lower')) x.forEach((v, k) => { if (k % n > Math.floor(k / n)) expect(v, label).toBe(0) })
      if (has('diagonal') || has('upper')) x.forEach((v, k) => { if (k % n < Math.floor(k / n)) expect(v, label).toBe(0) })
      if (has('invertible') || has('posdef')) expect(value(inv(X)).every(Number.isFinite), label).toBe(true)
      if (has('positive') && !has('diagonal')) expect(x.every(v => v > 0), label).toBe(true)
      if (has('nonzero')) expect(x.every(v => v !== 0), label).toBe(true)
      if (has('posdef')) {
        // All leading minors are positive.
        const minors = Array.from({ length: n }, (_, k) => x.filter((_, i) => i % n <= k && Math.floor(i / n) <= k))
        const determinant = (m: number[], k: number): number => (k === 1 ? m[0]! : Array.from({ length: k }, (_, j) => j).reduce((total, j) =>
          total + (j % 2 ? -1 : 1) * m[j]! * determinant(m.slice(k).filter((_, i) => i % k !== j), k - 1), 0))
        minors.forEach((m, k) => expect(determinant(m, k + 1), label).toBeGreaterThan(0))
      }
    }
    // An odd skew matrix is singular: there is no such point.
    expect(course(declare('X: N N, skew, invertible'), { N: 3 }).point.array('X').every(Number.isNaN)).toBe(true)
  })

  it('draws magnitudes from 0.3 to 1.5, and both signs of a scalar in turn', () => {
    const own = declare('x: N', 't:')
    const array = realPoint(own, new Map([['N', 500]]), { seed: 5, turn: 0, style: styles[0]! }, plenty()).array('x')
    expect(array.every(v => Math.abs(v) >= 0.3 && Math.abs(v) <= 1.5)).toBe(true)
    expect(Math.abs([...array].filter(v => v < 0).length - 250)).toBeLessThan(60)
    for (const seed of [1, 2, 3, 4]) {
      const signs = [0, 1, 2, 3].map(turn => Math.sign(realPoint(own, new Map(), { seed, turn, style: styles[0]! }, plenty()).array('t')[0]!))
      expect(signs[0]).toBe(-signs[1]!)
      expect(signs).toEqual([signs[0], signs[1], signs[0], signs[1]])
    }
  })

  it('has both determinants of orthogonal matrices, in turn', () => {
    const own = declare('Q: N N, orthogonal')
    const signs = [1, 2, 3, 4].map(turn => Math.round(valueAt(det(variable(own, 'Q')), {
      ...course(own, { N: 3 }), point: realPoint(own, new Map([['N', 3]]), { seed: 8, turn, style: styles[0]! }, plenty()),
    }).v[0]!))
    expect(signs[0]).toBe(-signs[1]!)
    expect(signs.slice(0, 2)).toEqual(signs.slice(2))
  })

  it('does not depend on what is asked for first', () => {
    const own = declare('A: M N', 'x: N')
    const points = [0, 1].map(() => course(own, { M: 2, N: 3 }, 6).point)
    const first = [points[0]!.array('A'), points[0]!.array('x')]
    const second = [points[1]!.array('x'), points[1]!.array('A')]
    expect(first).toEqual([second[1], second[0]])
    expect(new Set(Array.from({ length: 1000 }, (_, n) => mix(1, n))).size).toBe(1000)
    expect(seedOf('ab')).not.toBe(seedOf('ba'))
    const stream = new Stream(3)
    const mean = Array.from({ length: 4000 }, () => stream.unit()).reduce((a, b) => a + b) / 4000
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.02)
  })
})

describe('sizes', () => {
  const own = declare('A: M N', 'B: N 3', 'C: P Q', 'y: M')
  const [A, B, C, y] = [...own.keys()].map(n => variable(own, n))
  it('are distinct, never 1, small, and other ones in the next draw', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 30 }), fc.subarray([A!, B!, C!, y!], { minLength: 1 }), (draw, exprs) => {
      const use = dimensionUse(exprs, own)
      const sizes = drawSizes(use, draw)
      expect([...sizes.keys()].sort()).toEqual(use.names)
      const values = [...sizes.values()]
      expect(new Set(values).size).toBe(values.length)
      expect(Math.min(...values)).toBeGreaterThan(1)
      expect(Math.max(...values)).toBeLessThan(14)
      if (exprs.includes(B!)) expect(values).not.toContain(3)
      if (draw < 7) for (const [name, n] of drawSizes(use, draw + 1)) expect(n).not.toBe(sizes.get(name))
    }))
    const use = dimensionUse([A!], own)
    expect(drawSizes(use, 0)).toEqual(new Map([['M', 2], ['N', 3]]))
    const tall = [0, 1, 2, 3].map(d => drawSizes(use, d)).map(s => s.get('M')! > s.get('N')!)
    expect(new Set(tall).size).toBe(2)
    // Every order of the names comes up in the end, so that A^T A and C C^T can be inverted together.
    const both = dimensionUse([A!, C!], own)
    const orders = Array.from({ length: 24 }, (_, d) => drawSizes(both, d)).map(s => `${s.get('M')! > s.get('N')!} ${s.get('P')! > s.get('Q')!}`)
    expect(new Set(orders).size).toBe(4)
  })

  it('fit positions and what untold functions depend on', () => {
    const entry = sum('ij,i,j->', A!, { k: 'unit', dim: 'M', at: 7 }, { k: 'unit', dim: 'N', at: 2 })
    const sizes = drawSizes(dimensionUse([entry], own), 0)
    expect(sizes.get('M')).toBeGreaterThanOrEqual(7)
    const far = drawSizes(dimensionUse([{ k: 'unit', dim: 'M*N+2', at: 40 }], own), 0)
    expect(sizeOf('M*N+2', far)).toBeGreaterThanOrEqual(40)
    const untold = declare('f: P of B', 'B: R S of X', 'X: M N')
    expect(dimensionUse([variable(untold, 'f')], untold).names).toEqual(['M', 'N', 'P', 'R', 'S'])
    expect(() => sizeOf('M*K', sizes)).toThrow('K of M*K has no size')
  })

  it('follow the number of indices', () => {
    const x = variable(declare('x: N'), 'x')
    const own2 = declare('x: N', 'S: N N')
    const S = variable(own2, 'S')
    const indices = (e: typeof x): number | undefined => dimensionUse([e], own2).indices.get('N')
    expect(indices(x)).toBe(1)
    expect(indices(dot(x, sum('ij,jk,k->i', S, S, x)))).toBe(3)
    expect(indices(power(dot(x, x), 3))).toBe(3)
    expect(indices(add([sum('i,j->ij', x, x), S]))).toBe(2)
    expect(indices(sum('ij,jk->ik', eye('N'), S))).toBe(2)
    expect(indices(inv(S))).toBe(2)
    expect(indices(apply('exp', minus(x, x)))).toBe(1)
    const cubic = times(size('N'), times(size('N'), minus(size('N'), constant(1))))
    expect(dimensionUse([cubic], own2).powers.get('N')).toBe(3)
  })
})
