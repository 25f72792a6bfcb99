/**
 * How this thread writes sums in index notation where a question leaves it open: a setting of the whole thread, as its language is. Only what is shown
 * may depend on it, never a judgement; and what keeps such texts keeps them with it.
 */
import type { Summation } from './index/writer.ts'

export const summations = ['einstein', 'explicit'] as const satisfies readonly Summation[]

let current: Summation = 'einstein'

/** How sums are written now; Einstein's where nothing was chosen. */
export function sumsWritten(): Summation {
  return current
}

/** From now on this thread writes sums so. */
export function writeSums(summation: Summation): void {
  current = summation
}
