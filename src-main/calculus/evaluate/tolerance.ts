/** When two floats are equal: the tolerance of judge 3. */
import { InternalError } from '../problem.ts'
import type { Real } from './real.ts'

/** Within this part of the scale entries are equal; beyond `differs` they are not; between the two nothing is said. */
const agrees = 1e-9
const differs = 1e-6
/** Rounding is below this part of the scale, whatever is computed here. */
const rounding = 1e-13
/** A scale may exceed what is natural to the reference by this before it counts as cancellation. */
const usualLoss = 1e3
/** Rounding is no excuse for a difference beyond this part of what is natural. */
const mostRounding = 1e-6
/** A difference beyond rounding and beyond this part of the largest value is not excused by a large scale: in a product of sixty matrices S exceeds every value. */
const visible = 1e-6

export interface Comparison {
  readonly outcome: 'equal' | 'different' | 'unsure'
  /** The largest difference relative to the scale of its entry. */
  readonly maxError: number
  /** The position of the worst entry; -1 for empty arrays. */
  readonly worst: number
  /** The largest value relative to its scale; 1 where all is zero by structure. Near the precision of floats, both sides may be nothing but rounding. */
  readonly resolution: number
}

/**
 * Compares entry by entry, with the scale S = the larger of both running sums of absolute terms: equal within 1e-9 S, different beyond 1e-6 S.
 * Where S is far above what is natural to the reference (its largest scale or value; 1 where it is zero by structure), as in an answer
 * `x + 10^15 t - 10^15 t`, S would excuse real differences. There an entry is equal only within 1e-9 of a thousand times the natural size, or
 * within the rounding error 1e-13 S where that is small; and a difference between that and 1e-6 S is unsure. So is one beyond rounding that is no
 * small part of the largest value of both.
 */
export function compareArrays(truth: Real, answer: Real): Comparison {
  const length = truth.v.length
  if (answer.v.length !== length) throw new InternalError(`${length} entries are compared with ${answer.v.length}`)
  let natural = 0
  let largest = 0
  for (let n = 0; n < length; n++) {
    natural = Math.max(natural, truth.s[n]!, Math.abs(answer.v[n]!))
    largest = Math.max(largest, Math.abs(truth.v[n]!), Math.abs(answer.v[n]!))
  }
  if (truth.s.every(s => s === 0)) natural = Math.max(natural, 1)
  let outcome: Comparison['outcome'] = 'equal'
  let maxError = 0
  let worst = length ? 0 : -1
  const resolution = Math.max(resolutionOf(truth), resolutionOf(answer))
  for (let n = 0; n < length; n++) {
    const difference = Math.abs(truth.v[n]! - answer.v[n]!)
    if (difference === 0) continue
    const scale = Math.max(truth.s[n]!, answer.s[n]!)
    if (!Number.isFinite(scale)) {
      if (outcome === 'equal') outcome = 'unsure'
      continue
    }
    const error = difference / scale
    if (error > maxError) {
      maxError = error
      worst = n
    }
    if (difference > differs * scale) outcome = 'different'
    else if (outcome === 'equal') {
      const allowed = Math.max(Math.min(rounding * scale, mostRounding * natural), agrees * Math.min(scale, usualLoss * natural))
      if (difference > allowed || (difference > rounding * scale && difference > visible * largest)) outcome = 'unsure'
    }
  }
  return { outcome, maxError, worst, resolution }
}

function resolutionOf(x: Real): number {
  let most = 0
  let structure = true
  for (let n = 0; n < x.v.length; n++) {
    if (x.s[n] === 0) continue
    structure = false
    most = Math.max(most, Math.abs(x.v[n]!) / x.s[n]!)
  }
  return structure ? 1 : most
}
