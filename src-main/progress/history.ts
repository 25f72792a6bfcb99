/** The log as a learner reads it: newest first, page by page. */
import type { Connection } from './connection.ts'
import { eventOf } from './event.ts'
import type { EventKind, EventRow, LoggedEvent, Place } from './event.ts'
import { columns, from } from './log.ts'
import { prepared } from './prepared.ts'

export interface HistoryFilter {
  readonly pack?: string
  /** Only with `pack`. */
  readonly exercise?: string
  /** Only with `exercise`. */
  readonly part?: string
  /** Only events of this kind; all but rechecks where left out. */
  readonly kind?: EventKind
  /** Only attempts with this verdict, as it was given at the time. */
  readonly judged?: 'correct' | 'incorrect' | 'undecided'
  /** Only attempts with this code as their first diagnosis; null: only those without one. Only with `judged`. */
  readonly mistake?: string | null
  /** Only events from this place in the order of the log on (ms since 1970 while the clock behaves), and before that one. */
  readonly since?: number
  readonly before?: number
  /** At most so many; 50 where left out. */
  readonly limit?: number
  /** The `next` of the page before. */
  readonly after?: Cursor
}

/** A place in the order of the log. */
export interface Cursor {
  readonly stamp: number
  readonly uuid: string
  /** SHA-256 of the event, in hexadecimal: tells two events of one UUID apart. */
  readonly digest: string
}

export interface HistoryPage {
  readonly events: readonly LoggedEvent[]
  /** Where the next page begins; null on the last. */
  readonly next: Cursor | null
}

/** The index that fits a filter best: few attempts are undecided (so few that they can be sorted), and few have one mistake. */
function indexFor(filter: HistoryFilter): string {
  if (filter.judged !== undefined && (filter.mistake !== undefined || filter.judged === 'undecided') && filter.part === undefined) return 'event_by_mistake'
  if (filter.pack === undefined) return 'event_by_time'
  return filter.exercise === undefined ? 'event_by_pack' : 'event_by_exercise'
}

/** The statement of a page for a filter of this form. Exported so that tests can look at its plan. */
export function historyQuery(filter: HistoryFilter): string {
  const conditions = (['pack', 'exercise', 'part', 'kind', 'judged'] as const).filter((name) => filter[name] !== undefined).map((name) => `event.${name} = @${name}`)
  if (filter.mistake !== undefined) conditions.push(filter.mistake === null ? 'event.mistake IS NULL' : 'event.mistake = @mistake')
  if (filter.kind === undefined) conditions.push('event.kind <> \'recheck\'')
  if (filter.since !== undefined) conditions.push('event.stamp >= @since')
  if (filter.before !== undefined) conditions.push('event.stamp < @before')
  if (filter.after !== undefined) conditions.push('(event.stamp, event.uuid, event.digest) < (@stamp, @uuid, unhex(@digest))')
  return `SELECT ${columns}, hex(event.digest) AS digest ${from.replace('FROM event', `FROM event INDEXED BY ${indexFor(filter)}`)}
    ${conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`} ORDER BY event.stamp DESC, event.uuid DESC, event.digest DESC LIMIT @limit`
}

export function history(db: Connection, filter: HistoryFilter): HistoryPage {
  const limit = filter.limit ?? 50
  const { after, ...plain } = filter
  const rows = prepared(db, historyQuery(filter)).all({ ...plain, ...after, limit: limit + 1 }) as (EventRow & { digest: string })[]
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    events: shown.map(({ digest: _, ...row }) => eventOf(row)),
    next: rows.length > limit && last !== undefined ? { stamp: last.stamp, uuid: last.uuid, digest: last.digest } : null,
  }
}

/** The last attempt of a part (of one variant, where a seed is given), whatever its verdict; null where there is none. */
export function lastAttempt(db: Connection, place: Place, seed?: string): LoggedEvent | null {
  const variant = seed === undefined ? '' : 'AND event.seed = @seed'
  const sql = `SELECT ${columns} ${from.replace('FROM event', 'FROM event INDEXED BY event_by_exercise')}
    WHERE event.pack = @pack AND event.exercise = @exercise AND event.part = @part AND event.kind = 'attempt' ${variant}
    ORDER BY event.stamp DESC, event.uuid DESC, event.digest DESC LIMIT 1`
  const row = prepared(db, sql).get({ pack: place.pack, exercise: place.exercise, part: place.part, ...(seed === undefined ? {} : { seed }) })
  return row === undefined ? null : eventOf(row as EventRow)
}
