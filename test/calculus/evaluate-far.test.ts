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
  ['(1/sum(exp(x)) 1/sum(exp(x))) sum(exp(x) .* exp(x))', times(entrywise(power(total, -1), power(total, -1)), dot(apply('exp', x), apply('exp', x))), (p, _, __, j) => 2 * p[j]! * (p[j]! - p.reduce((a, q) => a + q * q, 0))],
  ['(u^T softmax(x))^2', times(dot(u, softmax), dot(u, softmax)), (p, w, _, j) => {
    const mean = p.reduce((a, q, n) => a + q * w[n]!, 0)
    return 2 * mean * p[j]! * (w[j]! - mean)
  }],
  ['sqrt(sum(exp(x) .* exp(x)))', power(dot(apply('exp', x), apply('exp', x)), constant('1/2')), (_, __, at, j) => {
    const most = Math.max(...at)
    return Math.exp(2 * at[j]! - most) / Math.sqrt(at.reduce((a, v) => a + Math.exp(2 * (v - most)), 0))
  }],
  ['sum(log(exp(x)))', sum('i->', apply('log', apply('exp', x))), () => 1],
]

/** Evaluates one of the cases with its tangents; complains of a tangent that is wrong by more than its scale allows. Tells how many could be judged by it. */
function look([name, f, derivative]: (typeof cases)[number], at: readonly number[], seed: number): number {
  const { point, functions } = course(symbols, { N: 3 }, seed)
  const own: Real = { v: Float64Array.from(at), s: Float64Array.from(at, Math.abs), d: Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1), e: Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1) }
  const value = evaluate(f, realEnv(point, plenty(), null, new Map([['x', own]])), new RealRing(3, functions, plenty()))
  if (!Number.isFinite(value.v[0]!)) return 0
  const [p, w] = [stable(at), [...point.array('u')]]
  let judged = 0
  for (let j = 0; j < 3; j++) {
    const wanted = derivative(p, w, at, j)
    const [d, e] = [value.d![j]!, value.e![j]!]
    // With a scale beyond the floats nothing is compared.
    if (!Number.isFinite(d) || !Number.isFinite(e)) continue
    if (e < 1e6) judged++
    if (Math.abs(d - wanted) > 1e-9 * Math.max(e, Number.MIN_VALUE)) expect.unreachable(`${name} at ${at} by entry ${j}: ${d} with the scale ${e}, and not ${wanted}`)
  }
  return judged
}

describe('far out, where floats overflow and underflow', () => {
  it('a derivative has a value only where it is right, and a scale that says how right', () => {
    const found = new Map(cases.map(([name]) => [name, 0]))
    fc.assert(fc.property(fc.array(fc.double({ min: -760, max: 720, noNaN: true }), { minLength: 3, maxLength: 3 }), fc.constantFrom(...cases), fc.nat(50), (at, one, seed) => {
      found.set(one[0], found.get(one[0])! + look(one, at, seed))
    }), { numRuns: 4000, seed: 5 })
    for (const [name, n] of found) expect(n, name).toBeGreaterThan(100)
  })

  it.each(cases)('so also where a tangent loses its digits on the way to 5e-324: %s', (...one) => {
    // The reciprocal of exp(m) squared, times exp(low): at the end of the floats for m = 203, in the midst of it for others.
    for (let m = 150; m < 260; m += 3) for (let low = -200; low < 100; low += 7) look(one, [low, low + 14.25, m + 0.42], 1)
  })
})
