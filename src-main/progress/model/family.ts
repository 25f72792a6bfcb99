/** An exercise family and when it comes back: FSRS (J. Ye, J. Su, Y. Cao: A stochastic shortest path algorithm for optimizing spaced repetition scheduling, KDD 2022). Pure. */
import { FSRS, Rating } from 'ts-fsrs'
import type { Grade } from 'ts-fsrs'
import { howOf, isTelling } from './encounter.ts'
import type { Encounter } from './encounter.ts'
import { review } from './parameters.ts'
import { dayOf, isAnew } from './tags.ts'

/** What FSRS remembers of a family, after its last review. */
export interface Card {
  readonly stability: number
  readonly difficulty: number
  /** The last review and when the next is due, in ms since 1970. */
  readonly at: number
  readonly due: number
  readonly intervalDays: number
  readonly reviews: number
  /** Reviews in which it was found to be forgotten. */
  readonly lapses: number
}

/** Meetings by part and variant, the one that went on last in the end. */
export type Met = readonly (readonly [key: string, encounter: Encounter])[]

export interface Family {
  /** The last event, and its day and zone with the learner. */
  readonly at: number
  readonly day: number
  readonly zone: number
  /** The outcomes that it serves, as last told. */
  readonly outcomes: readonly string[]
  /** An exercise of the family, by which it can be found again. */
  readonly exercise: string
  /** Before and after the review that goes on; null before the first. */
  readonly before: Card | null
  readonly card: Card | null
  /** When the review that goes on began to tell something. */
  readonly since: number | null
  /** The meetings of the review that goes on, by part and variant. */
  readonly met: Met
}

const dayMs = 86_400_000
/** More variants than this of one family in one sitting tell nothing new of its date. */
const mostMet = 60
const scheduler = new FSRS({ request_retention: review.retention, maximum_interval: review.longestDays, enable_fuzz: false, enable_short_term: false })

/** The family at an event: the review that goes on, or a new one where this is another day. */
export function at(was: Family | null, event: { readonly at: number; readonly zone: number; readonly exercise: string; readonly outcomes: readonly string[] }): Family {
  const { zone, exercise, outcomes } = event
  const day = dayOf(event.at, zone)
  const now = { at: event.at, day, zone, exercise, outcomes }
  if (was === null) return { ...now, before: null, card: null, since: null, met: [] }
  // A clock that was set back far enough parts two reviews as well.
  return isAnew(was.at, event.at, zone) ? { ...now, before: was.card, card: was.card, since: null, met: [] } : { ...was, ...now, day: was.day }
}

/** The family after a meeting went on. Its card is worked out afresh from the one before, so that a review counts once however many tries it has. */
export function meet(family: Family, key: string, encounter: Encounter): Family {
  const met = family.met.filter(([known]) => known !== key)
  met.push([key, encounter])
  if (met.length > mostMet) met.splice(0, met.length - mostMet)
  const grade = gradeOf(met.map(([, each]) => each))
  if (grade === null) return { ...family, met }
  const since = family.since ?? family.at
  return { ...family, met, since, card: next(family.before, since, grade) }
}

/** The grade of a review: from its meetings, each by how it went; null where none tells anything yet. */
export function gradeOf(met: readonly Encounter[]): Grade | null {
  let telling = 0
  const given = { [Rating.Again]: 0, [Rating.Hard]: 0, [Rating.Good]: 0, [Rating.Easy]: 0 }
  for (const encounter of met) {
    if (!isTelling(encounter)) continue
    telling++
    given[gradeOne(encounter)]++
  }
  if (telling === 0) return null
  if (given[Rating.Again] * 2 >= telling) return Rating.Again
  return given[Rating.Good] === telling ? Rating.Good : Rating.Hard
}

/** `Easy` is not given: nothing that is seen here tells it from `Good`. */
function gradeOne(encounter: Encounter): Grade {
  switch (howOf(encounter)) {
    case 'unaided': return Rating.Good
    case 'hint': return Rating.Hard
    case 'mistakes': return encounter.wrong > 2 ? Rating.Again : Rating.Hard
    default: return Rating.Again
  }
}

function next(before: Card | null, now: number, grade: Grade): Card {
  const days = before === null ? 0 : Math.max(0, now - before.at) / dayMs
  const memory = scheduler.next_state(before, days, grade)
  const intervalDays = scheduler.next_interval(memory.stability, days)
  return {
    stability: memory.stability, difficulty: memory.difficulty, at: now, due: now + intervalDays * dayMs, intervalDays,
    reviews: (before?.reviews ?? 0) + 1, lapses: (before?.lapses ?? 0) + Number(before !== null && grade === Rating.Again),
  }
}

/** The chance that the family would be remembered at a time. */
export function recallOf(card: Card, now: number): number {
  return scheduler.forgetting_curve(Math.max(0, now - card.at) / dayMs, card.stability)
}
