/** How a learner stands with a part of an exercise: a fold over its events in the order of the log. Pure. */
import { unknownKind } from '../calculus/problem.ts'
import { countsOf } from './event.ts'
import type { EventKind } from './event.ts'

export type PartState = 'new' | 'tried' | 'right'

export interface Standing {
  /** Attempts that count. */
  readonly tries: number
  /** Counting attempts that were wrong before the first right one. */
  readonly wrong: number
  readonly hints: number
  /** Hints before the first right answer: those that helped with it. */
  readonly hintsBefore: number
  readonly solutions: number
  readonly solutionsBefore: number
  readonly skips: number
  /** Whether the first counting attempt was right with neither hint nor solution before it; null where there is none yet. */
  readonly firstTry: boolean | null
  /** When the first event, the first right answer and the last event were (ms since 1970, as the clock said). */
  readonly firstAt: number
  readonly rightAt: number | null
  readonly lastAt: number
  /** Time spent in all, in ms. */
  readonly ms: number
}

/** What of an event bears on the standing. */
export interface StandingEvent {
  readonly kind: EventKind
  readonly at: number
  readonly judged: string | null
  readonly repeats: string | null
  readonly ms: number
}

type Growing = { -readonly [Field in keyof Standing]: Standing[Field] }

/** Nothing yet, as of the first event's time. */
const begun = (at: number): Growing => ({
  tries: 0, wrong: 0, hints: 0, hintsBefore: 0, solutions: 0, solutionsBefore: 0, skips: 0,
  firstTry: null, firstAt: at, rightAt: null, lastAt: at, ms: 0,
})

/** The standing after one more event; `null` before the first. */
export function step(before: Standing | null, event: StandingEvent): Standing {
  return stepOn(before === null ? null : { ...before }, event)
}

/** The same where nobody else has the standing before: it is changed, not copied, which a walk through a long log would feel. */
export function stepOn(before: Standing | null, event: StandingEvent): Standing {
  const now: Growing = before ?? begun(event.at)
  if (event.kind === 'recheck') return now
  now.lastAt = event.at
  now.ms += event.ms
  const open = now.rightAt === null ? 1 : 0
  switch (event.kind) {
    case 'hint':
      now.hints++
      now.hintsBefore += open
      return now
    case 'solution':
      now.solutions++
      now.solutionsBefore += open
      return now
    case 'skip':
      now.skips++
      return now
    case 'attempt':
      if (countsOf('attempt', event.judged, event.repeats)) tried(now, event.judged === 'correct', event.at)
      return now
    default: return unknownKind(event.kind)
  }
}

function tried(now: Growing, right: boolean, at: number): void {
  now.tries++
  if (!right && now.rightAt === null) now.wrong++
  now.firstTry ??= right && now.hints === 0 && now.solutions === 0
  if (right) now.rightAt ??= at
}

/** The standing after all of a part's events, given in the order of the log; null where there are none. */
export function fold(events: Iterable<StandingEvent>): Standing | null {
  let standing: Standing | null = null
  for (const event of events) standing = stepOn(standing, event)
  return standing
}

/** Right once answered rightly, ever; tried once an attempt counted; new before. */
export function stateOf(standing: Standing | null): PartState {
  if (standing === null || standing.tries === 0) return 'new'
  return standing.rightAt === null ? 'tried' : 'right'
}
