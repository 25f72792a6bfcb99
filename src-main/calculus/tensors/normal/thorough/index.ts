/**
 * Equality by more work than the normal form alone: for pairs that numbers have already found equal, and of which a proof is still missing. Each way
 * is a proof by itself.
 */
import Fraction from 'fraction.js'
import type { Expr } from '../../expr.ts'
import { slots } from '../../build.ts'
import type { Symbols } from '../../symbols.ts'
import { nodesIn } from '../../walk.ts'
import { Algebra } from '../algebra.ts'
import { scale, sum } from '../arith.ts'
import { attempt } from '../attempt.ts'
import { assumeValues } from './assumptions.ts'
import { vanishesCleared } from './clearing.ts'
import { isSmall } from './entries.ts'

/**
 * Is a - b zero when angles are taken apart, inverses cleared, and small axes written out? It is enough that it is so wherever all of `within` have a
 * value. `false` proves nothing. `budget` bounds the work of each way.
 */
export function equalByMoreWork(a: Expr, b: Expr, symbols: Symbols, within: readonly Expr[] = [], budget = 8_000): boolean {
  const nodes = [...nodesIn(a, b)]
  const angles = nodes.some(e => e.k === 'map' && ['sin', 'cos', 'tan'].includes(e.fn))
  const small = nodes.some(e => (e.k === 'var' || e.k === 'delta' || e.k === 'unit' || e.k === 'inject' || e.k === 'einsum') && (e.k === 'einsum' ? e.dims : slots(e)).some(isSmall))
  const ways = [...(angles ? [{ angles }] : [{}]), ...(small ? [{ angles, entries: true }] : [])]
  return ways.some(how => attempt(() => {
    const alg = new Algebra(symbols, budget, how)
    assumeValues(alg, within)
    return vanishesCleared(alg, sum(alg, slots(a), [alg.normal(a), scale(alg, new Fraction(-1), alg.normal(b))]))
  }) ?? false)
}
