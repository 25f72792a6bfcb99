/** Everything that is derived from the log for review: a fold over its events, in order, into small states by name. */
import { advance, howOf, isTelling, met } from './encounter.ts'
import type { DerivedEvent } from './event.ts'
import { at, meet } from './family.ts'
import type { Family } from './family.ts'
import { learn } from './mastery.ts'
import type { Mastery, Step } from './mastery.ts'
import { dayOf } from './tags.ts'

export type StateKind = 'outcome' | 'skill' | 'family' | 'last'

/** Where the states are: in the database, event by event, or in memory while all of the log is worked through. */
export interface States {
  get(kind: StateKind, key: string): unknown
  set(kind: StateKind, key: string, state: unknown): void
  /** Adds one to a day's count. */
  count(day: number, what: string): void
}

/** The exercise that was tried last, and the outcomes of it and of the one before: whether an exercise is mixed shows by them. */
interface Last {
  readonly exercise: string
  readonly outcomes: readonly string[]
  readonly previous: readonly string[]
}

export const familyKey = (pack: string, family: string): string => JSON.stringify([pack, family])

/** Takes in one event, later in the order of the log than all before it. */
export function take(states: States, event: DerivedEvent): void {
  const { tags, pack } = event
  const zone = tags.zone ?? 0
  const day = dayOf(event.at, zone)
  if (event.counts) tally(states, event, day)
  const previous = event.kind === 'attempt' ? follow(states, event) : []
  const key = familyKey(pack, tags.family)
  const family = at(states.get('family', key) as Family | null, { at: event.at, zone, exercise: event.exercise, outcomes: tags.outcomes })
  const { exercise, part, seed } = event
  const place = `${exercise.length} ${part.length} ${exercise}${part}${seed}`
  const before = family.met.find(([key]) => key === place)?.[1] ?? met
  const { after, seen } = advance(before, event)
  states.set('family', key, after === before ? family : meet(family, place, after))
  if (seen === null && !(isTelling(after) && howOf(after) !== howOf(before))) return
  const step = (outcome: string | null): Step => ({
    before, after, seen, uuid: event.uuid, at: event.at, day, key: `${family.day} ${pack} ${place}`, begins: !isTelling(before),
    mixed: isMixed(tags.outcomes, previous, outcome),
  })
  for (const outcome of new Set(tags.outcomes)) states.set('outcome', outcome, learn(states.get('outcome', outcome) as Mastery | null, step(outcome)))
  for (const skill of new Set(tags.skills)) states.set('skill', skill, learn(states.get('skill', skill) as Mastery | null, step(null)))
}

/** An exercise is mixed where its learner has to find out what it asks for: it serves several outcomes, or came after one of another outcome. */
function isMixed(own: readonly string[], previous: readonly string[], outcome: string | null): boolean {
  if (own.length > 1) return true
  return previous.length > 0 && !previous.includes(outcome ?? own[0] ?? '')
}

function follow(states: States, { pack, exercise, seed, tags }: DerivedEvent): readonly string[] {
  const last = states.get('last', '') as Last | null
  const name = `${pack.length} ${exercise.length} ${pack}${exercise}${seed}`
  if (last?.exercise === name) return last.previous
  const now: Last = { exercise: name, outcomes: tags.outcomes, previous: last?.outcomes ?? [] }
  states.set('last', '', now)
  return now.previous
}

function tally(states: States, { judged, mistake }: DerivedEvent, day: number): void {
  const right = judged === 'correct'
  states.count(day, right ? 'right' : 'wrong')
  if (!right) states.count(day, `mistake ${mistake ?? 'other'}`)
}
