/**
 * What is left of a difference after all terms that are known to cancel have gone. The comparison of two large sums in floats cannot see a
 * difference of one part in a thousand million; its remainder alone, measured by its own rounding error, shows it.
 */
import { isTooDeep } from '../problem.ts'
import type { Expr } from '../tensors/expr.ts'
import type { Symbols } from '../tensors/symbols.ts'
import { someNode } from '../tensors/walk.ts'
import { Budget, isExhaustion } from './budget.ts'
import { dimensionUse } from './dimensions.ts'
import { drawSizes } from './drawsizes.ts'
import { styles } from './styles.ts'
import { courseAt, fineValueAt, valueAt } from './truth.ts'
import { Watch } from './watch.ts'

/** Relative to the scale of the remainder (see `Real`), of which rounding is about one part in 10^16: beyond it something is left, within it nothing. */
const something = 1e-8
const nothing = 1e-12
/** The same in twice the digits, where rounding is about one part in 10^31. */
const fineSomething = 1e-21
const fineNothing = 1e-26

/** `unclear`: between the two, or without a value at enough points, or too much work. */
export type Remainder = 'nothing' | 'something' | 'unclear'

/**
 * Is a difference, reduced by its normal form, zero at random points? Asked of floats, and where they see nothing, of numbers with twice their digits.
 * Only points count at which all of `within` have a value. The same seed gives the same answer.
 */
export function remainder(difference: Expr, symbols: Symbols, seed: number, within: readonly Expr[] = []): Remainder {
  const budget = new Budget(3_000_000)
  const use = dimensionUse([difference, ...within], symbols)
  const fine = !someNode(difference, e => e.k === 'var' && symbols.get(e.name)!.properties.has('orthogonal'))
  let points = 0
  let most = 0
  let finest = 0
  try {
    for (let turn = 0; turn < 24 && points < 3; turn++) {
      const watch = new Watch()
      const course = courseAt(symbols, drawSizes(use, turn), { seed: seed ^ 0x2545f491, turn, style: styles[turn % styles.length]! }, budget, watch)
      const { v, s } = valueAt(difference, course)
      if (watch.nearKink || !v.every(Number.isFinite) || !s.every(Number.isFinite)) continue
      if (!within.every(e => valueAt(e, course).v.every(Number.isFinite)) || watch.nearKink) continue
      most = Math.max(most, largest(v, s))
      if (most > something) return 'something'
      if (fine) {
        const { v: exact } = fineValueAt(difference, course)
        if (!exact.every(x => Number.isFinite(x[0]))) continue
        finest = Math.max(finest, largest(exact.map(x => x[0]), s))
        if (finest > fineSomething) return 'something'
      }
      points++
    }
  } catch (error) {
    if (!isExhaustion(error) && !isTooDeep(error)) throw error
  }
  return points >= 3 && (fine ? finest < fineNothing : most < nothing) ? 'nothing' : 'unclear'
}

/** The largest entry, relative to its scale. */
function largest(v: ArrayLike<number>, s: ArrayLike<number>): number {
  let most = 0
  for (let n = 0; n < v.length; n++) if (s[n] !== 0) most = Math.max(most, Math.abs(v[n]!) / s[n]!)
  return most
}
