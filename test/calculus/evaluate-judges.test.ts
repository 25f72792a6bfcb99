import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { add, constant, einsum, permute, slots, times } from '../../src-main/calculus/tensors/build.ts'
import type { Expr } from '../../src-main/calculus/tensors/expr.ts'
import { exactTest } from '../../src-main/calculus/evaluate/exact.ts'
import { numericCompare } from '../../src-main/calculus/evaluate/numeric.ts'
import { valueTruth } from '../../src-main/calculus/evaluate/truth.ts'
import { declare, eye, inv, variable } from './evaluate-kit.ts'

const symbols = declare('A: M N', 'B: N M', 'S: N N, symmetric', 'C: N N', 'x: N', 'y: M')
const pool: Expr[] = [...[...symbols.keys()].map(n => variable(symbols, n)), eye('N'), eye('M'), inv(variable(symbols, 'C'))]

/** A random product with the slots [M, N], as its factors and wires. */
const network = fc.array(fc.tuple(fc.constantFrom(...pool), fc.array(fc.nat(), { minLength: 2, maxLength: 2 })), { minLength: 1, maxLength: 4 }).map(parts => ({
  factors: parts.map(p => p[0]),
  wires: parts.map(([f, picks]) => slots(f).map((d, s) => (d === 'M' ? [0, 2] : [1, 3, 4])[picks[s]! % (d === 'M' ? 2 : 3)]!)),
}))
type Network = { factors: Expr[]; wires: number[][] }
const build = (n: Network): Expr => einsum(n.factors, n.wires, [0, 1], { 0: 'M', 1: 'N' })

/** The same product written otherwise: factors in another order, summed indices renamed, a symmetric matrix transposed. */
function disguised(n: Network, seed: number): Expr {
  const order = n.factors.map((_, k) => k).sort((a, b) => ((a * 7 + seed) % 5) - ((b * 7 + seed) % 5) || b - a)
  const rename = [0, 1, 5, 7, 6]
  const factors = order.map(k => n.factors[k]!)
  const wires = order.map(k => {
    const w = n.wires[k]!.map(v => rename[v]!)
    const f = n.factors[k]!
    return f.k === 'var' && f.name === 'S' && seed % 2 ? w.reverse() : w
  })
  return permute(einsum(factors, wires, [1, 0], { 0: 'M', 1: 'N' }), [1, 0])
}

describe('both judges', () => {
  const numeric = (a: Expr, b: Expr, seed: number): string => numericCompare(valueTruth(a), b, { symbols, seed }).outcome

  it('know a product again however it is written', () => {
    fc.assert(fc.property(network, network, fc.nat(100), (n, m, seed) => {
      const [a, b] = [add([build(n), times(constant(2), build(m))]), add([times(constant('1/2'), times(constant(4), disguised(m, seed))), disguised(n, seed)])]
      expect(exactTest(a, b, symbols, seed).outcome).toBe('equal')
      expect(numeric(a, b, seed)).toBe('equal')
    }), { numRuns: 300, seed: 17 })
  })

  it('say the same of any two', () => {
    const counts = { equal: 0, different: 0 }
    fc.assert(fc.property(network, fc.nat(3), fc.nat(), fc.nat(100), (n, factor, pick, seed) => {
      // One slot moved to another vertex of the same size: at times it changes nothing.
      const wires = n.wires.map(w => [...w])
      const w = wires[factor % wires.length]!
      if (w.length) {
        const at = pick % w.length
        const isM = slots(n.factors[factor % wires.length]!)[at] === 'M'
        w[at] = (isM ? [0, 2] : [1, 3, 4])[pick % (isM ? 2 : 3)]!
      }
      const [a, b] = [build(n), build({ factors: n.factors, wires })]
      const exact = exactTest(a, b, symbols, seed)
      expect(['equal', 'different']).toContain(exact.outcome)
      expect(numeric(a, b, seed)).toBe(exact.outcome)
      counts[exact.outcome as 'equal' | 'different']++
    }), { numRuns: 500, seed: 19 })
    expect(counts.equal).toBeGreaterThan(50)
    expect(counts.different).toBeGreaterThan(50)
  })
})
