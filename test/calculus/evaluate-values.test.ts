import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { add, apply, constant, einsum, ones, power, size, slots, zeros } from '../../src-main/calculus/tensors/build.ts'
import { functions } from '../../src-main/calculus/tensors/functions.ts'
import type { Einsum, Expr } from '../../src-main/calculus/tensors/expr.ts'
import { Budget, OverBudget } from '../../src-main/calculus/evaluate/budget.ts'
import { closedForm, closedValue } from '../../src-main/calculus/evaluate/closed.ts'
import { evaluate } from '../../src-main/calculus/evaluate/evaluate.ts'
import { realEnv } from '../../src-main/calculus/evaluate/realpoint.ts'
import { RealRing } from '../../src-main/calculus/evaluate/realring.ts'
import { sizeOf } from '../../src-main/calculus/evaluate/sizes.ts'
import { jacobian, valueAt } from '../../src-main/calculus/evaluate/truth.ts'
import { course, declare, det, dot, einsumOracle, eye, inv, mm, modulo, mv, norm, pi, sum, variable } from './evaluate-kit.ts'

const symbols = declare('A: M N', 'B: N M', 'C: N N', 'x: N', 'y: M', 't:', 'T: M N N')
const sizes = { M: 2, N: 3 }
const [A, B, C, x, y, t, T] = [...symbols.keys()].map(n => variable(symbols, n)) as [Expr, Expr, Expr, Expr, Expr, Expr, Expr]
const at = course(symbols, sizes)
const value = (e: Expr): number[] => [...valueAt(e, at).v]
const raw = (name: string): number[] => [...at.point.array(name)]

describe('dense evaluation', () => {
  it('agrees with the definition of a product on random networks', () => {
    const pool = [A, B, C, x, y, t, T, eye('N'), eye('M'), constant('2/3'), { k: 'unit', dim: 'N', at: 2 } as Expr]
    const network = fc.array(fc.tuple(fc.constantFrom(...pool), fc.array(fc.nat(), { minLength: 3, maxLength: 3 })), { maxLength: 4 })
    fc.assert(fc.property(network, fc.array(fc.nat(), { maxLength: 3 }), fc.array(fc.constantFrom('M', 'N'), { maxLength: 1 }), (parts, outPicks, lone) => {
      // Two vertices of size M (0, 1) and three of size N (2, 3, 4), and at times one that lies on no factor.
      const wires = parts.map(([f, picks]) => slots(f).map((d, s) => (d === 'M' ? picks[s]! % 2 : 2 + picks[s]! % 3)))
      const dims: Record<number, string> = {}
      lone.forEach(d => { dims[5] = d })
      const present = [...new Set([...wires.flat(), ...Object.keys(dims).map(Number)])]
      const out = present.length ? outPicks.map(p => present[p % present.length]!) : []
      const e = einsum(parts.map(p => p[0]), wires, out, dims)
      if (e.k !== 'einsum') return
      const arrays = e.factors.map(f => value(f))
      const expected = einsumOracle(e as Einsum, arrays, d => sizeOf(d, at.point.sizes))
      const got = value(e)
      expect(got.length).toBe(expected.length)
      got.forEach((v, n) => expect(Math.abs(v - expected[n]!)).toBeLessThan(1e-11 * (1 + Math.abs(expected[n]!))))
    }), { numRuns: 400, seed: 7 })
  })

  it('has the values of closed forms', () => {
    const [a, xs, ys] = [raw('A'), raw('x'), raw('y')]
    const r = [0, 1].map(i => [0, 1, 2].reduce((s, j) => s + a[3 * i + j]! * xs[j]!, 0) - ys[i]!)
    const residual = add([mv(A, x), sum('i->i', sum(',i->i', constant(-1), y))])
    expect(value(dot(residual, residual))[0]).toBeCloseTo(r[0]! ** 2 + r[1]! ** 2, 12)
    expect(value(norm(x))[0]).toBeCloseTo(Math.hypot(...xs), 12)
    expect(value(sum('i,j->ij', x, x))).toEqual(xs.flatMap(p => xs.map(q => p * q)))
    expect(value(sum('i->ii', x))).toEqual([xs[0], 0, 0, 0, xs[1], 0, 0, 0, xs[2]])
    expect(value(size('N'))).toEqual([3])
    expect(value(ones(['M', 'N']))).toEqual([1, 1, 1, 1, 1, 1])
    expect(value(zeros(['M']))).toEqual([0, 0])
    expect(value(pi)).toEqual([Math.PI])
  })

  it('stacks blocks and re-enumerates axes', () => {
    const stacked = add([
      einsum([{ k: 'inject', dim: 'M+N+1', part: 0, parts: ['M'] }, y], [[0, 1], [1]], [0]),
      einsum([{ k: 'inject', dim: 'M+N+1', part: 1, parts: ['N'] }, x], [[0, 1], [1]], [0]),
      einsum([{ k: 'inject', dim: 'M+N+1', part: 2, parts: [] }, t], [[0], []], [0]),
    ])
    expect(value(stacked)).toEqual([...raw('y'), ...raw('x'), ...raw('t')])
    const flat = einsum([{ k: 'reshape', from: ['M*N'], to: ['M', 'N'] }, A], [[0, 1, 2], [1, 2]], [0])
    expect(value(flat)).toEqual(raw('A'))
  })

  it('inverts and takes determinants, also of matrices of grouped axes', () => {
    const product = value(mm(inv(C), C))
    product.forEach((v, n) => expect(v).toBeCloseTo(n % 4 === 0 ? 1 : 0, 10))
    const c = raw('C')
    const expected = c[0]! * (c[4]! * c[8]! - c[5]! * c[7]!) - c[1]! * (c[3]! * c[8]! - c[5]! * c[6]!) + c[2]! * (c[3]! * c[7]! - c[4]! * c[6]!)
    expect(value(det(C))[0]).toBeCloseTo(expected, 12)
    // Slots [N, M, N, M]: rows and columns are pairs. The determinant of C kron (A B) is det(C)^2 det(A B)^3.
    const kron = einsum([C, mm(A, B)], [[0, 2], [1, 3]], [0, 1, 2, 3])
    expect(value(det(kron))[0]! / (expected ** 2 * value(det(mm(A, B)))[0]! ** 3)).toBeCloseTo(1, 9)
    const identity = einsum([inv(kron), kron], [[0, 1, 2, 3], [2, 3, 4, 5]], [0, 1, 4, 5])
    value(identity).forEach((v, n) => expect(v).toBeCloseTo(n % 7 === 0 ? 1 : 0, 8))
  })

  it('has no value where mathematics has none, and only there', () => {
    const negative = add([power(x, 2), sum(',i->i', constant(-9), ones(['N']))])
    expect(value(apply('log', negative)).every(Number.isNaN)).toBe(true)
    expect(value(power(negative, constant('1/2'))).every(Number.isNaN)).toBe(true)
    expect(value(inv(sum('i,j->ij', x, x))).every(Number.isNaN)).toBe(true)
    expect(value(power(add([x, sum(',i->i', constant(-1), x)]), -1)).every(Number.isNaN)).toBe(true)
    // Picking an entry of an array does not ask for the others.
    const mixed = apply('log', add([sum(',i->i', constant(5), { k: 'unit', dim: 'N', at: 1 }), sum(',i->i', constant(-2), ones(['N']))]))
    expect(value(sum('i,i->', mixed, { k: 'unit', dim: 'N', at: 1 }))[0]).toBeCloseTo(Math.log(3), 12)
  })

  it('takes powers whose exponent is a size or a variable', () => {
    const n = size('N')
    expect(value(power(t, n))[0]).toBeCloseTo(raw('t')[0]! ** 3, 12)
    expect(value(power(apply('exp', t), t))[0]).toBeCloseTo(Math.exp(raw('t')[0]! ** 2), 12)
    expect(modulo(power(t, n), symbols, sizes).opaque).toBe(false)
  })

  it('pays before it works', () => {
    const big = einsum([], [], [0, 1, 2], { 0: 'N', 1: 'N', 2: 'N' })
    const small = new Budget(1000)
    const far = course(symbols, { M: 2, N: 500 })
    expect(() => evaluate(big, realEnv(far.point, small), new RealRing(0, far.functions, small))).toThrow(OverBudget)
  })
})

describe('entrywise functions', () => {
  it('have the derivatives of the table, at every order', () => {
    for (const fn of functions.values()) {
      for (const seed of [1, 2, 3]) {
        const point = course(declare('u: N'), { N: 4 }, seed, fn.domain === 'positive' ? 1 : 0)
        const u = variable(declare('u: N'), 'u')
        const us = [...point.point.array('u')]
        const first = valueAt(fn.derivative(u), point).v
        us.forEach((v, n) => expect(closedValue(closedForm(fn.name, 1), v)).toBeCloseTo(first[n]!, 12))
        const second = jacobian(fn.derivative(u), 'u', point).v
        us.forEach((v, n) => expect(closedValue(closedForm(fn.name, 2), v)).toBeCloseTo(second[5 * n]!, 11))
        for (const order of [2, 3, 4]) {
          const h = 1e-4
          us.forEach(v => {
            const slope = (closedValue(closedForm(fn.name, order), v + h) - closedValue(closedForm(fn.name, order), v - h)) / (2 * h)
            const exact = closedValue(closedForm(fn.name, order + 1), v)
            expect(Math.abs(slope - exact)).toBeLessThan(1e-5 * (1 + Math.abs(exact)) / Math.min(1, Math.abs(v)) ** 3)
          })
        }
      }
    }
  })

  it('that are only declared have derivatives of every order', () => {
    const own = declare('u: N', 'sigma: elementwise')
    const u = variable(own, 'u')
    const point = course(own, { N: 3 })
    const us = point.point.array('u')
    for (const order of [0, 1, 2, 3]) {
      const h = 1e-5
      us.forEach(v => {
        const slope = (point.functions('sigma', order, v + h) - point.functions('sigma', order, v - h)) / (2 * h)
        expect(slope).toBeCloseTo(point.functions('sigma', order + 1, v), 7)
      })
    }
    expect(valueAt(apply('sigma', u), point).v[0]).toBe(point.functions('sigma', 0, us[0]!))
  })
})
