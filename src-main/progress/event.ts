/** What the log holds: one event for each thing that a learner did, as it is given, as it is kept, and as it is read. */
import { hash } from 'node:crypto'
import { clampTime } from './files.ts'
import type { Tags } from './model/tags.ts'

/** `recheck`: an attempt was judged again, and came out otherwise; see `recheck.ts`. */
export const eventKinds = ['attempt', 'hint', 'solution', 'skip', 'recheck'] as const
export type EventKind = (typeof eventKinds)[number]

/** A part of an exercise of a pack. */
export interface Place {
  readonly pack: string
  readonly exercise: string
  readonly part: string
}

/** What the log needs to see of a verdict; everything else in it is kept as it is. */
export interface VerdictRecord {
  readonly verdict: 'correct' | 'incorrect' | 'invalid' | 'undecided'
  readonly proof?: string
  readonly diagnosis: readonly { readonly code: string }[]
  readonly evidence?: unknown
}

/** What every event is given. */
export interface NewEvent extends Place {
  readonly packVersion: string
  /** The variant's seed; left out where the exercise has no variants. */
  readonly seed?: string
  /** The question as the learner had it, as JSON: kept with the event, so that it can be judged again when the pack has changed. */
  readonly question?: unknown
  /** Time since the part was opened or last tried, in ms. */
  readonly ms: number
  /** Anything else worth keeping, as JSON: which hint, for which diagnosis. */
  readonly detail?: unknown
  /** What mastery and review are kept by; kept in the detail. */
  readonly tags?: Tags
}

export interface NewAttempt extends NewEvent {
  readonly answer: string
  readonly verdict: VerdictRecord
  /** The checker found the answer equal to this earlier attempt's: kept, but does not count. */
  readonly repeats?: string
}

/** An event as the log gives it back. */
export interface LoggedEvent extends Place {
  readonly uuid: string
  readonly kind: EventKind
  /** Place in the order of the log: grows with each event on a machine whatever its clock does. */
  readonly stamp: number
  /** What the clock said, in ms since 1970. */
  readonly at: number
  readonly learner: string
  readonly packVersion: string
  readonly seed: string
  readonly question: unknown
  readonly answer: string | null
  /** The verdict with its evidence, as it was given. */
  readonly verdict: VerdictRecord | null
  readonly ms: number
  readonly appVersion: string
  readonly repeats: string | null
  readonly detail: unknown
  /** Whether it counts as an attempt: judged correct or incorrect, and no repeat. */
  readonly counts: boolean
  /** Whether something in it can no longer be read, and is null for that reason; `doctor` may have it from a backup. */
  readonly damaged: boolean
}

/** An event as it is kept and exchanged: plain text and whole numbers, JSON as its text. */
export interface EventRow {
  readonly uuid: string
  readonly kind: EventKind
  readonly stamp: number
  readonly at: number
  readonly learner: string
  readonly pack: string
  readonly packVersion: string
  readonly exercise: string
  readonly part: string
  readonly seed: string
  readonly question: string | null
  readonly answer: string | null
  readonly verdict: string | null
  readonly evidence: string | null
  readonly ms: number
  readonly appVersion: string
  readonly repeats: string | null
  readonly detail: string | null
}

/** SHA-256 of an event's content: what makes two events the same event, and what shows that one was damaged. */
export function digestOf(row: EventRow): Buffer {
  const content = [
    row.uuid, row.kind, row.stamp, row.at, row.learner, row.pack, row.packVersion, row.exercise, row.part, row.seed,
    row.question, row.answer, row.verdict, row.evidence, row.ms, row.appVersion, row.repeats, row.detail,
  ]
  return hash('sha256', JSON.stringify(content), 'buffer')
}

const textOf = (value: unknown): string | null => (value === undefined || value === null ? null : JSON.stringify(value))

/** The row for something new. Half surrogate pairs, which no file can hold, become U+FFFD. */
export function rowOf(
  kind: EventKind, event: NewEvent | NewAttempt, made: { uuid: string; stamp: number; at: number; learner: string; appVersion: string },
): EventRow {
  const attempt = 'verdict' in event ? event : null
  const { evidence, ...verdict } = attempt?.verdict ?? {}
  return {
    ...made, kind,
    pack: event.pack.toWellFormed(), packVersion: event.packVersion.toWellFormed(), exercise: event.exercise.toWellFormed(),
    part: event.part.toWellFormed(), seed: (event.seed ?? '').toWellFormed(), question: textOf(event.question),
    answer: attempt === null ? null : attempt.answer.toWellFormed(), verdict: attempt === null ? null : textOf(verdict), evidence: textOf(evidence),
    ms: Math.max(0, clampTime(event.ms)), repeats: attempt?.repeats ?? null, detail: textOf(event.tags === undefined ? event.detail : { ...Object(event.detail), tags: event.tags }),
  }
}

/** Whether a row counts as an attempt. */
export function countsOf(kind: EventKind, verdict: string | null, repeats: string | null): boolean {
  return kind === 'attempt' && repeats === null && (verdict === 'correct' || verdict === 'incorrect')
}

/** A row as the app reads it. What damage has made unreadable is null, so that the rest can still be shown. */
export function eventOf(row: EventRow): LoggedEvent {
  const { evidence, ...rest } = row
  let damaged = false
  const read = (text: string | null): unknown => {
    try {
      return text === null ? null : JSON.parse(text)
    } catch {
      damaged = true
      return null
    }
  }
  const judged = read(row.verdict) as VerdictRecord | null
  const shown = read(evidence)
  return {
    ...rest, question: read(row.question), detail: read(row.detail),
    verdict: judged === null || evidence === null ? judged : { ...judged, evidence: shown },
    counts: countsOf(row.kind, judged?.verdict ?? null, row.repeats), damaged,
  }
}

const uuidForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Why a row cannot be in the log, in a few words; null where it can. The same for what is recorded here and what a file brings. */
export function unfit(row: EventRow): string | null {
  const names = [row.learner, row.pack, row.packVersion, row.exercise, row.part, row.seed, row.appVersion]
  if (!uuidForm.test(row.uuid) || (row.repeats !== null && !uuidForm.test(row.repeats))) return 'a UUID has 32 hexadecimal digits in five groups, in lower case'
  if (names.some((name) => name.length > 1000)) return 'a name has more than 1000 characters'
  if ((row.answer?.length ?? 0) > 1_000_000) return 'the answer has more than a million characters'
  if ((row.kind === 'attempt') !== (row.answer !== null) || (row.answer === null) !== (row.verdict === null)) return 'an attempt has an answer and a verdict, and nothing else has'
  return null
}
