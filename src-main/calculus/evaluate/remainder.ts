/**
 * What is left of a difference after all terms that are known to cancel have gone. The comparison of two large sums in floats cannot see a
 * difference of one part in a thousand million; its remainder alone, measured by its own rounding error, shows it.
 */
import { isTooDeep } from '../problem.ts'
import type { Expr } from '../tensors/expr.ts'
import type { Symbols } from '../tensors/symbols.ts'
import { Budget, isExhaustion } from './budget.ts'
import { dimensionUse } from './dimensions.ts'
import { drawSizes } from './drawsizes.ts'
import { styles } from './styles.ts'
import { courseAt, valueAt } from './truth.ts'
import { Watch } from './watch.ts'

/** Relative to the scale of the remainder (see `Real`), of which rounding is about one part in 10^16: beyond it something is left, within it nothing. */
const something = 1e-8
const nothing = 1e-12

/** `unclear`: between the two, or without a value at enough points, or too much work. */
export type Remainder = 'nothing' | 'something' | 'unclear'

/** Is a difference, reduced by its normal form, zero at random points? The same seed gives the same answer. */
export function remainder(difference: Expr, symbols: Symbols, seed: number): Remainder {
  const budget = new Budget(3_000_000)
  const use = dimensionUse([difference], symbols)
  let points = 0
  let most = 0
  try {
    for (let turn = 0; turn < 24 && points < 3; turn++) {
      const watch = new Watch()
      const course = courseAt(symbols, drawSizes(use, turn), { seed: seed ^ 0x2545f491, turn, style: styles[turn % styles.length]! }, budget, watch)
      const { v, s } = valueAt(difference, course)
      if (watch.nearKink || !v.every(Number.isFinite) || !s.every(Number.isFinite)) continue
      points++
      for (let n = 0; n < v.length; n++) if (s[n] !== 0) most = Math.max(most, Math.abs(v[n]!) / s[n]!)
    }
  } catch (error) {
    if (!isExhaustion(error) && !isTooDeep(error)) throw error
  }
  return most > something ? 'something' : points >= 3 && most < nothing ? 'nothing' : 'unclear'
}
