/** What is known of an outcome or a skill: the belief, and the evidence that it rests on. Pure. */
import { estimateOf, later, observe, practised, unseen } from './belief.ts'
import type { Belief, Estimate, Observation } from './belief.ts'
import { howOf } from './encounter.ts'
import type { Encounter, How } from './encounter.ts'
import { growing, secure } from './parameters.ts'

/** One exercise that bore on it. */
export interface Evidence {
  readonly uuid: string
  readonly at: number
  readonly how: How
  readonly mixed: boolean
}

export interface Mastery {
  readonly belief: Belief
  /** Exercises by how they went. */
  readonly hows: Readonly<Record<How, number>>
  /** Mixed exercises that were right at the first try and unaided, and the days of them, newest last. */
  readonly mixed: number
  readonly days: readonly number[]
  /** The last exercises, newest last; `key` tells an exercise that goes on from the next one. */
  readonly last: readonly (Evidence & { readonly key: string })[]
}

export type Stage = 'new' | 'begun' | 'growing' | 'secure'
/** What is missing until it is secure. */
export interface Need {
  readonly code: 'chance' | 'certainty' | 'mixed' | 'days'
  readonly have: number
  readonly want: number
}

const kept = { evidence: 12, days: 99 }
const none: Readonly<Record<How, number>> = { unaided: 0, hint: 0, mistakes: 0, solution: 0, open: 0 }

/** What an event shows: the exercise before and after it, and when and where that was. */
export interface Step {
  readonly before: Encounter
  readonly after: Encounter
  readonly seen: Observation | null
  readonly uuid: string
  readonly at: number
  /** The day of the learner. */
  readonly day: number
  /** Tells one exercise from the next. */
  readonly key: string
  readonly mixed: boolean
  /** Whether this is the first that the exercise shows. */
  readonly begins: boolean
}

/** The mastery after an event that shows something; null before the first. */
export function learn(was: Mastery | null, step: Step): Mastery {
  const start = was ?? { belief: unseen(step.at), hows: none, mixed: 0, days: [], last: [] }
  const moved = later(start.belief, step.at)
  const seen = step.seen === null ? moved : observe(moved, step.seen)
  const how = howOf(step.after)
  const hows = { ...start.hows, [how]: start.hows[how] + 1 }
  if (!step.begins) hows[howOf(step.before)]--
  const counts = how === 'unaided' && step.mixed
  const days = counts && start.days.at(-1) !== step.day ? [...start.days.filter(day => day !== step.day), step.day].slice(-kept.days) : start.days
  const others = start.last.filter(({ key }) => key !== step.key)
  return {
    belief: step.begins ? practised(seen) : seen, hows, mixed: start.mixed + Number(counts), days,
    last: [...others, { uuid: step.uuid, at: step.at, how, mixed: step.mixed, key: step.key }].slice(-kept.evidence),
  }
}

/** The estimate as of now: what was long ago is less certain. */
export function estimateNow(mastery: Mastery | null, now: number): Estimate {
  return estimateOf(mastery === null ? unseen(now) : later(mastery.belief, now))
}

export const exercisesOf = ({ hows }: Mastery): number => hows.unaided + hows.hint + hows.mistakes + hows.solution + hows.open

/** What is still missing; nothing for one that is secure. */
export function needsOf(mastery: Mastery | null, { chance, low }: Estimate): readonly Need[] {
  const wanted: readonly Need[] = [
    { code: 'chance', have: chance, want: secure.chance },
    { code: 'certainty', have: low, want: secure.certainty },
    { code: 'mixed', have: mastery?.mixed ?? 0, want: secure.mixed },
    { code: 'days', have: mastery?.days.length ?? 0, want: secure.days },
  ]
  return wanted.filter(({ have, want }) => have < want)
}

export function stageOf(mastery: Mastery | null, estimate: Estimate): Stage {
  if (mastery === null) return 'new'
  if (needsOf(mastery, estimate).length === 0) return 'secure'
  return estimate.chance >= growing.chance && exercisesOf(mastery) >= growing.exercises ? 'growing' : 'begun'
}
