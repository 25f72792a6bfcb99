/** What an evaluation in floats met on its way: kinks, places without a value, overflow. */
import type { Expr } from '../tensors/expr.ts'

export class Watch {
  /** Somewhere a function or a power had no value, for certain: the log of something negative. */
  undefinedSeen = false
  /** Somewhere a value was too large for a float: there is one all the same. */
  overflowSeen = false
  /** Somewhere an argument was so near to a kink that its side is not sure. */
  nearKink = false
  /** Also watch the boundary of log and of roots, as kinks are watched: set while an answer is evaluated. */
  boundaries = false
  /** The sides seen since the last `clear`, for each node: 1 below zero, 2 above, 3 both. */
  readonly sides = new Map<Expr, number>()

  clear(): void {
    this.undefinedSeen = false
    this.nearKink = false
    this.sides.clear()
  }

  side(e: Expr, u: number): void {
    const old = this.sides.get(e) ?? 0
    this.sides.set(e, old | (u < 0 ? 1 : 2))
  }
}
