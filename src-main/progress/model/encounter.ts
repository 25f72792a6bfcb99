/** One meeting with one variant of a part: what was tried and what helped, until it is right. Pure. */
import { ease, levelDifficulty, weight } from './parameters.ts'
import type { Observation } from './belief.ts'
import type { DerivedEvent } from './event.ts'

/** How a meeting went: `open` is not right yet. */
export type How = 'unaided' | 'hint' | 'mistakes' | 'solution' | 'open'
export const hows: readonly How[] = ['unaided', 'hint', 'mistakes', 'solution', 'open']

export interface Encounter {
  readonly wrong: number
  readonly hints: number
  /** Whether the solution was shown before it was right. */
  readonly solution: boolean
  readonly right: boolean
}

export const met: Encounter = { wrong: 0, hints: 0, solution: false, right: false }

export function howOf({ wrong, hints, solution, right }: Encounter): How {
  if (!right) return 'open'
  return solution ? 'solution' : wrong > 0 ? 'mistakes' : hints > 0 ? 'hint' : 'unaided'
}

/** Whether something was seen of the learner's ability yet: a hint alone shows nothing. */
export const isTelling = ({ wrong, solution, right }: Encounter): boolean => right || solution || wrong > 0

/** The meeting after one more event, and what that event shows of the ability, if anything. Once it is right, nothing more is seen in it. */
export function advance(before: Encounter, event: DerivedEvent): { readonly after: Encounter; readonly seen: Observation | null } {
  if (before.right) return { after: before, seen: null }
  const difficulty = difficultyOf(event, before)
  switch (event.kind) {
    case 'hint':
      return { after: { ...before, hints: before.hints + 1 }, seen: null }
    case 'solution':
      // Who looks the solution up could not do it; after a mistake that is known already.
      return { after: { ...before, solution: true }, seen: isTelling(before) ? null : { right: false, difficulty, weight: weight.first } }
    case 'attempt': {
      if (!event.counts) return { after: before, seen: null }
      const right = event.judged === 'correct'
      const after = right ? { ...before, right } : { ...before, wrong: before.wrong + 1 }
      // What was read off the solution shows nothing.
      if (before.solution) return { after, seen: null }
      return { after, seen: { right, difficulty, weight: before.wrong === 0 ? weight.first : weight.again } }
    }
    default:
      return { after: before, seen: null }
  }
}

function difficultyOf({ tags }: DerivedEvent, { hints, wrong }: Encounter): number {
  const plain = levelDifficulty[(tags.level ?? 3) - 1] ?? 0
  return plain - ease.hint * Math.min(hints, ease.mostHints) - ease.mistake * Math.min(wrong, ease.mostMistakes)
}
