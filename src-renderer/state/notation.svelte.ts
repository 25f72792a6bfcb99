/** How the window writes what can be written in more than one way, by the reader's choice. What a learner types is never changed. */
import { kept } from './keymap.svelte.ts'

export const transposes = ['T', 'prime'] as const
export const derivatives = ['partial', 'd'] as const
/** Known to the app too, under the same name: it is the app that writes sums. */
export const sums = ['einstein', 'explicit'] as const
export interface Notation {
  /** `x^T` or `x'`. */
  readonly transpose: (typeof transposes)[number]
  /** `∂f/∂x` or `df/dx` in what is asked. */
  readonly derivative: (typeof derivatives)[number]
  /** `A_{ij} x_j` or `sum_j A_{ij} x_j`, where a question leaves it open. */
  readonly sums: (typeof sums)[number]
}

class NotationChoice implements Notation {
  get transpose(): Notation['transpose'] { return kept.get('notation.transpose') === 'prime' ? 'prime' : 'T' }
  get derivative(): Notation['derivative'] { return kept.get('notation.derivative') === 'd' ? 'd' : 'partial' }
  get sums(): Notation['sums'] { return kept.get('notation.sums') === 'explicit' ? 'explicit' : 'einstein' }

  /** Resolves once the app knows, too. */
  change(part: Partial<Notation>): Promise<void> {
    return kept.change(Object.fromEntries(Object.entries(part).map(([name, value]) => [`notation.${name}`, value])))
  }
}

export const notation = new NotationChoice()
