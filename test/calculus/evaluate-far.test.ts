import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apply, constant, entrywise, power, times } from '../../src-main/calculus/tensors/build.ts'
import type { Expr } from '../../src-main/calculus/tensors/expr.ts'
import { evaluate } from '../../src-main/calculus/evaluate/evaluate.ts'
import type { Real } from '../../src-main/calculus/evaluate/real.ts'
import { realEnv } from '../../src-main/calculus/evaluate/realpoint.ts'
import { RealRing } from '../../src-main/calculus/evaluate/realring.ts'
import { course, declare, dot, plenty, sum, variable } from './evaluate-kit.ts'

const symbols = declare('x: N', 'u: N')
const [x, u] = [variable(symbols, 'x'), variable(symbols, 'u')]
const total = sum('i->', apply('exp', x))
const softmax = times(power(total, -1), apply('exp', x))

/** Softmax that keeps its digits, however far out. */
function stable(at: readonly number[]): number[] {
  const most = Math.max(...at)
  const parts = at.map(v => Math.exp(v - most))
  const all = parts.reduce((a, b) => a + b)
  return parts.map(p => p / all)
}

/** A function of x and its derivative by entry j, from the softmax p and the values of u. */
const cases: readonly (readonly [string, Expr, (p: readonly number[], u: readonly number[], at: readonly number[], j: number) => number])[] = [
  ['u^T log(softmax(x))', dot(u, apply('log', softmax)), (p, w, _, j) => w[j]! - p[j]! * w.reduce((a, b) => a + b)],
  ['log(sum(exp(x)))', apply('log', total), (p, _, __, j) => p[j]!],
  ['log(1/sum(exp(x)))', apply('log', power(total, -1)), (p, _, __, j) => -p[j]!],
  ['log(sqrt(sum(exp(x))))', apply('log', power(total, constant('1/2'))), (p, _, __, j) => p[j]! / 2],
  ['log(sum(exp(x))^-2)', apply('log', power(total, -2)), (p, _, __, j) => -2 * p[j]!],
  ['log(1/sum(exp(x)) 1/sum(exp(x)))', apply('log', entrywise(power(total, -1), power(total, -1))), (p, _, __, j) => -2 * p[j]!],
  ['sum(exp(x)) / sum(exp(x))', entrywise(total, power(total, -1)), () => 0],
  ['sum(log(exp(x)))', sum('i->', apply('log', apply('exp', x))), () => 1],
]

describe('far out, where floats overflow and underflow', () => {
  it('a derivative has a value only where it is right, and a scale that says how right', () => {
    const found = new Map(cases.map(([name]) => [name, 0]))
    fc.assert(fc.property(fc.array(fc.double({ min: -760, max: 720, noNaN: true }), { minLength: 3, maxLength: 3 }), fc.constantFrom(...cases), fc.nat(50), (at, [name, f, derivative], seed) => {
      const { point, functions } = course(symbols, { N: 3 }, seed)
      const own: Real = { v: Float64Array.from(at), s: Float64Array.from(at, Math.abs), d: Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1), e: Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1) }
      const value = evaluate(f, realEnv(point, plenty(), null, new Map([['x', own]])), new RealRing(3, functions, plenty()))
      if (!Number.isFinite(value.v[0]!)) return
      const [p, w] = [stable(at), [...point.array('u')]]
      for (let j = 0; j < 3; j++) {
        const wanted = derivative(p, w, at, j)
        const [d, e] = [value.d![j]!, value.e![j]!]
        // With a scale beyond the floats nothing is compared.
        if (!Number.isFinite(d) || !Number.isFinite(e)) continue
        if (e < 1e6) found.set(name, found.get(name)! + 1)
        if (Math.abs(d - wanted) > 1e-9 * Math.max(e, Number.MIN_VALUE)) expect.unreachable(`${name} at ${at} by entry ${j}: ${d} with the scale ${e}, and not ${wanted}`)
      }
    }), { numRuns: 4000, seed: 5 })
    for (const [name, n] of found) expect(n, name).toBeGreaterThan(100)
  })
})
