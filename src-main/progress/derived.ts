/** The tables behind review: kept up event by event, and worked out afresh from the log where they are of another form. */
import type { Connection } from './connection.ts'
import { countsOf, eventKinds } from './event.ts'
import type { EventKind, Place } from './event.ts'
import { countEvents, inOrder } from './log.ts'
import { meta, setMeta } from './migrate.ts'
import type { DerivedEvent } from './model/event.ts'
import { take } from './model/fold.ts'
import type { StateKind, States } from './model/fold.ts'
import { derivation } from './model/parameters.ts'
import { tagsIn } from './model/tags.ts'
import type { Tags } from './model/tags.ts'
import { prepared } from './prepared.ts'

/** What is known of an event that says nothing of its exercise itself, from its place and its question (as JSON text). */
export type TagsOf = (event: Place & { readonly seed: string; readonly question: string | null }) => Tags | null

interface Row extends Place {
  readonly uuid: string
  readonly kind: EventKind
  readonly at: number
  readonly seed: string
  readonly judged: string | null
  readonly mistake: string | null
  readonly repeats: string | null
  readonly detail: string | null
}

/** Most events of an exercise say the same of it: what was read lately need not be read again. */
const lately = new Map<string, Tags | null>()

function tagsOfDetail(detail: string | null): Tags | null {
  if (detail === null) return null
  const known = lately.get(detail)
  if (known !== undefined) return known
  const read = tagsIn(detail)
  if (lately.size >= 2000) lately.clear()
  lately.set(detail, read)
  return read
}

/** `question`: the JSON of its question, asked for only where the event does not say itself what it is of. */
function derivedEvent(row: Row, question: () => string | null, tagsOf: TagsOf | undefined): DerivedEvent {
  const tags = tagsOfDetail(row.detail) ?? tagsOf?.({ ...row, question: question() }) ?? { family: row.exercise, outcomes: [], skills: [] }
  return { ...row, counts: countsOf(row.kind, row.judged, row.repeats), tags }
}

/** Whether what is derived fits the log and this program. */
const isFresh = (db: Connection): boolean => prepared(db, 'SELECT value FROM meta WHERE key = \'derived\'').pluck().get() === derivation

/** Says that the log was changed otherwise than by one event after the others. */
export function markStale(db: Connection): void {
  db.prepare('DELETE FROM meta WHERE key = \'derived\'').run()
}

/** Takes in an event that is later than all others. To be called in its transaction. */
export function advanceDerived(db: Connection, row: Row & { readonly question: string | null }, tagsOf: TagsOf | undefined): void {
  if (isFresh(db)) take(stored(db), derivedEvent(row, () => row.question, tagsOf))
}

/** Makes sure that what is derived fits the log; does nothing where it does. `true` where it was worked out afresh. */
export function freshen(db: Connection, tagsOf: TagsOf | undefined): boolean {
  if (isFresh(db)) return false
  db.transaction(() => derive(db, tagsOf)).immediate()
  return true
}

/** What costs nothing at opening: a log without events needs no more than to be known as such. */
export function freshenEmpty(db: Connection): void {
  if (!isFresh(db) && countEvents(db) === 0) freshen(db, undefined)
}

/** The states in the database. */
function stored(db: Connection): States {
  return {
    get: (kind, key) => {
      const text = prepared(db, 'SELECT state FROM derived WHERE kind = ? AND key = ?').pluck().get(kind, key) as string | undefined
      return text === undefined ? null : (JSON.parse(text) as unknown)
    },
    set: (kind, key, state) => putState(db, kind, key, state),
    count: (day, what) => void prepared(db, 'INSERT INTO tally (day, what, count) VALUES (?, ?, 1) ON CONFLICT (day, what) DO UPDATE SET count = count + 1').run(day, what),
  }
}

function putState(db: Connection, kind: string, key: string, state: unknown): void {
  prepared(db, 'INSERT INTO derived (kind, key, state) VALUES (?, ?, ?) ON CONFLICT (kind, key) DO UPDATE SET state = excluded.state').run(kind, key, JSON.stringify(state))
}

/** Works all of it out from the log, in the order of the log. To be called in a transaction. */
export function derive(db: Connection, tagsOf: TagsOf | undefined): void {
  const states = new Map<string, { kind: StateKind; key: string; state: unknown }>()
  const counts = new Map<string, { day: number; what: string; count: number }>()
  const memory: States = {
    get: (kind, key) => states.get(`${kind} ${key}`)?.state ?? null,
    set: (kind, key, state) => void states.set(`${kind} ${key}`, { kind, key, state }),
    count: (day, what) => {
      const name = `${day} ${what}`
      counts.set(name, { day, what, count: (counts.get(name)?.count ?? 0) + 1 })
    },
  }
  // Ordered by an index, row by row: the whole log is not held in memory.
  const rows = db.prepare(`
    SELECT event.uuid, event.kind, event.at, event.pack, event.exercise, event.part, event.seed, event.repeats, event.detail, event.question AS asked,
      coalesce(rechecked.judged, event.judged) AS judged, CASE WHEN rechecked.uuid IS NULL THEN event.mistake ELSE rechecked.mistake END AS mistake
    FROM event INDEXED BY event_by_time LEFT JOIN rechecked ON rechecked.uuid = event.uuid ORDER BY ${inOrder}`)
  // A kind that there is not is damage, which `doctor` finds and says.
  for (const row of rows.iterate() as Iterable<Row & { asked: number | null }>) {
    if (eventKinds.includes(row.kind) && row.kind !== 'recheck') take(memory, derivedEvent(row, () => questionOf(db, row.asked), tagsOf))
  }
  db.exec('DELETE FROM derived; DELETE FROM tally')
  for (const { kind, key, state } of states.values()) putState(db, kind, key, state)
  for (const { day, what, count } of counts.values()) prepared(db, 'INSERT INTO tally (day, what, count) VALUES (?, ?, ?)').run(day, what, count)
  setMeta(db, 'derived', derivation)
}

const questionOf = (db: Connection, id: number | null): string | null => (prepared(db, 'SELECT json FROM question WHERE id = ?').pluck().get(id) as string | undefined) ?? null

/** All states of a kind by their keys. */
export function statesOf(db: Connection, kind: StateKind): ReadonlyMap<string, unknown> {
  const rows = prepared(db, 'SELECT key, state FROM derived WHERE kind = ? ORDER BY key').all(kind) as { key: string; state: string }[]
  return new Map(rows.map(({ key, state }) => [key, JSON.parse(state) as unknown]))
}

export interface Tally {
  /** Counted from 1970-01-01. */
  readonly day: number
  /** `right`, `wrong`, or `mistake` and its code. */
  readonly what: string
  readonly count: number
}

/** All counts by day, oldest first. */
export function tallies(db: Connection): readonly Tally[] {
  return prepared(db, 'SELECT day, what, count FROM tally ORDER BY day, what').all() as Tally[]
}

/** What `doctor` compares: all that is derived, as it stands. */
export function derivedImage(db: Connection): unknown {
  const all = (sql: string): unknown => db.prepare(sql).all()
  return [all('SELECT * FROM derived ORDER BY kind, key'), all('SELECT * FROM tally ORDER BY day, what'), all('SELECT * FROM rechecked ORDER BY uuid'), meta(db, 'derived')]
}
