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

/** The standing after one more event; `null` before the first. */
export function step(before: Standing | null, event: StandingEvent): Standing {
  const was = before ?? {
    tries: 0, wrong: 0, hints: 0, hintsBefore: 0, solutions: 0, solutionsBefore: 0, skips: 0,
    firstTry: null, firstAt: event.at, rightAt: null, lastAt: event.at, ms: 0,
  }
  const now = { ...was, lastAt: event.at, ms: was.ms + event.ms }
  const open = was.rightAt === null ? 1 : 0
  switch (event.kind) {
    case 'hint': return { ...now, hints: was.hints + 1, hintsBefore: was.hintsBefore + open }
    case 'solution': return { ...now, solutions: was.solutions + 1, solutionsBefore: was.solutionsBefore + open }
    case 'skip': return { ...now, skips: was.skips + 1 }
    case 'recheck': return was
    case 'attempt': return countsOf('attempt', event.judged, event.repeats) ? tried(now, event.judged === 'correct', event.at) : now
    default: return unknownKind(event.kind)
  }
}

function tried(was: Standing, right: boolean, at: number): Standing {
  const unaided = was.hints === 0 && was.solutions === 0
  return {
    ...was, tries: was.tries + 1,
    wrong: was.wrong + (right || was.rightAt !== null ? 0 : 1),
    firstTry: was.firstTry ?? (right && unaided),
    rightAt: was.rightAt ?? (right ? at : null),
  }
}

/** The standing after all of a part's events, given in the order of the log; null where there are none. */
export function fold(events: Iterable<StandingEvent>): Standing | null {
  let standing: Standing | null = null
  for (const event of events) standing = step(standing, event)
  return standing
}

/** Right once answered rightly, ever; tried once an attempt counted; new before. */
export function stateOf(standing: Standing | null): PartState {
  if (standing === null || standing.tries === 0) return 'new'
  return standing.rightAt === null ? 'tried' : 'right'
}
