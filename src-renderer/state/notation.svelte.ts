/** How the window writes what can be written in more than one way, by the reader's choice. What a learner types is never changed. */
import { kept } from './keymap.svelte.ts'

export const transposes = ['T', 'prime'] as const
export const derivatives = ['partial', 'd'] as const
export interface Notation {
  /** `x^T` or `x'`. */
  readonly transpose: (typeof transposes)[number]
  /** `∂f/∂x` or `df/dx` in what is asked. */
  readonly derivative: (typeof derivatives)[number]
}

class NotationChoice implements Notation {
  get transpose(): Notation['transpose'] { return kept.get('notation.transpose') === 'prime' ? 'prime' : 'T' }
  get derivative(): Notation['derivative'] { return kept.get('notation.derivative') === 'd' ? 'd' : 'partial' }

  change(part: Partial<Notation>): void {
    kept.change(Object.fromEntries(Object.entries(part).map(([name, value]) => [`notation.${name}`, value])))
  }
}

export const notation = new NotationChoice()
