import { describe, expect, it } from 'vitest'
import { cos, exp, log, minus, one, over, pi, plus, ratio, sin, times, toWhole, type Double } from '../../src-main/calculus/evaluate/double.ts'
import { stream } from './support/randomExpr.ts'

/** |a - b| relative to |b|, or to 1 where b is small. */
function gap(a: Double, b: Double): number {
  return Math.abs(plus(a, minus(b))[0]) / Math.max(1, Math.abs(b[0]))
}

describe('numbers of twice the digits', () => {
  const rnd = stream(7)
  const draws = Array.from({ length: 500 }, (): [Double, Double] => [ratio(BigInt(rnd(2e9) - 1e9), 99_999_989n), ratio(BigInt(rnd(1e9) + 1), 314_159_311n)])

  it('are as near to a rational number as 31 digits can be', () => {
    expect(ratio(1n, 3n)).toEqual([1 / 3, 1.850371707708594e-17])
    // 10^40 / 7 has the remainder 4: what is lost is far below the last digit of a float.
    expect(gap(times(ratio(10n ** 40n, 7n), [7, 0]), ratio(10n ** 40n, 1n))).toBeLessThan(1e-30)
  })

  it('keep the laws of arithmetic, and agree with floats to their last digits', () => {
    for (const [a, b] of draws) {
      expect(gap(times(over(a, b), b), a)).toBeLessThan(1e-29)
      expect(gap(times(toWhole(b, 7), toWhole(b, -5)), times(b, b))).toBeLessThan(1e-29)
      expect(exp(a)[0] / Math.exp(a[0])).toBeCloseTo(1, 14)
      expect(sin(a)[0]).toBeCloseTo(Math.sin(a[0]), 14)
      expect(cos(a)[0]).toBeCloseTo(Math.cos(a[0]), 14)
      expect(log(b)[0]).toBeCloseTo(Math.log(b[0]), 14)
    }
  })

  it('keep the laws of exp, log, sin and cos to thirty digits', () => {
    for (const [a, b] of draws) {
      expect(gap(over(times(exp(a), exp(b)), exp(plus(a, b))), one)).toBeLessThan(1e-28)
      expect(gap(exp(log(b)), b)).toBeLessThan(1e-29)
      expect(gap(plus(times(sin(a), sin(a)), times(cos(a), cos(a))), one)).toBeLessThan(1e-29)
      expect(gap(plus(times(sin(a), cos(b)), times(cos(a), sin(b))), sin(plus(a, b)))).toBeLessThan(1e-29)
    }
    expect(Math.abs(sin(pi)[0])).toBeLessThan(1e-31)
  })
})
