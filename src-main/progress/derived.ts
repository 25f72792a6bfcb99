/**
 * The tables behind review: worked out from the log up to an event that they name, taken on from there at the next look, and worked out afresh where they
 * are of another form. Nothing of them is written with an event: that would more than double what has to reach the disk before an answer has its verdict.
 */
import { crc32 } from 'node:zlib'
import type { Connection } from './connection.ts'
import { countsOf } from './event.ts'
import type { EventKind, Place } from './event.ts'
import { setMeta } from './migrate.ts'
import type { DerivedEvent } from './model/event.ts'
import { take } from './model/fold.ts'
import type { StateKind, States } from './model/fold.ts'
import { derivation } from './model/parameters.ts'
import { tagsIn } from './model/tags.ts'
import type { Tags } from './model/tags.ts'
import { prepared } from './prepared.ts'

/** What is known of an event that says nothing of its exercise itself, from its place and its question (as JSON text). */
export type TagsOf = (event: Place & { readonly seed: string; readonly question: string | null }) => Tags | null

export interface DerivedRow extends Place {
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
function derivedEvent(row: DerivedRow, question: () => string | null, tagsOf: TagsOf | undefined): DerivedEvent {
  const tags = tagsOfDetail(row.detail) ?? tagsOf?.({ ...row, question: question() }) ?? { family: row.exercise, outcomes: [], skills: [] }
  const { uuid, kind, at, pack, exercise, part, seed, judged, mistake } = row
  return { uuid, kind, at, pack, exercise, part, seed, judged, mistake, counts: countsOf(kind, judged, row.repeats), tags }
}

/** The event up to which all is taken in, by its number (0 before the first); null where what is derived is of another form, or the log was changed behind it. */
export function derivedUpTo(db: Connection): number | null {
  const known = prepared(db, 'SELECT key, value FROM meta WHERE key IN (\'derived\', \'derived_to\')').all() as { key: string; value: string }[]
  const { derived, derived_to: to } = Object.fromEntries(known.map(({ key, value }) => [key, value])) as { derived?: string; derived_to?: string }
  return derived !== derivation || to === undefined || !/^\d{1,15}$/.test(to) ? null : Number(to)
}

const lastEvent = (db: Connection): number => (prepared(db, 'SELECT max(seq) FROM event').pluck().get() as number | null) ?? 0

/** Whether what is derived fits the log and this program. */
export const isFresh = (db: Connection): boolean => derivedUpTo(db) === lastEvent(db)

/** Says that the log was changed otherwise than by one event after the others. */
export function markStale(db: Connection): void {
  db.prepare('DELETE FROM meta WHERE key = \'derived\'').run()
}

/** A state that is not as it was written. What is derived is never worth more than the log: it is worked out again. */
export class Spoiled extends Error {
  override name = 'Spoiled'
}

function stateIn({ kind, key, state, sum }: StateRow): unknown {
  if (sumOf(kind, key, state) !== sum) throw new Spoiled(`the derived state of ${kind} ${key} is damaged`)
  return JSON.parse(state)
}

interface StateRow {
  readonly kind: string
  readonly key: string
  readonly state: string
  readonly sum: number
}

const sumOf = (kind: string, key: string, state: string): number => crc32(`${kind} ${key} ${state}`)

/**
 * Takes in the events after the last that was taken in: recorded one by one, so that the order of their numbers is that of the log. `false` where that cannot
 * be, and all has to be worked out afresh. To be called in a transaction.
 */
export function takeOn(db: Connection, rows: (after: number) => Iterable<DerivedRow & { readonly asked: number | null }>, tagsOf: TagsOf | undefined): boolean {
  const from = derivedUpTo(db)
  if (from === null || from > lastEvent(db)) return false
  const fold = new DerivedFold(db)
  try {
    for (const row of rows(from)) fold.take(row, () => questionOf(db, row.asked), tagsOf)
  } catch (error) {
    if (error instanceof Spoiled) return false
    throw error
  }
  fold.write(db)
  return true
}

function storedState(db: Connection, kind: string, key: string): unknown {
  const row = prepared(db, 'SELECT kind, key, state, sum FROM derived WHERE kind = ? AND key = ?').get(kind, key) as StateRow | undefined
  return row === undefined ? null : stateIn(row)
}

function putState(db: Connection, kind: string, key: string, state: unknown): void {
  const text = JSON.stringify(state)
  prepared(db, 'INSERT INTO derived (kind, key, state, sum) VALUES (?, ?, ?, ?) ON CONFLICT (kind, key) DO UPDATE SET state = excluded.state, sum = excluded.sum')
    .run(kind, key, text, sumOf(kind, key, text))
}

/** Takes events in the order of the log, and writes what comes of them in the end. To be used in a transaction. */
export class DerivedFold {
  readonly #states: Readonly<Record<StateKind, Map<string, unknown>>> = { outcome: new Map(), skill: new Map(), family: new Map(), last: new Map() }
  /** By day, and by what is counted. */
  readonly #counts = new Map<number, Map<string, number>>()
  readonly #before: Connection | null
  readonly #memory: States = {
    get: (kind, key) => {
      const known = this.#states[kind].get(key)
      if (known !== undefined || this.#before === null) return known ?? null
      return storedState(this.#before, kind, key)
    },
    set: (kind, key, state) => void this.#states[kind].set(key, state),
    count: (day, what) => {
      let counts = this.#counts.get(day)
      if (counts === undefined) this.#counts.set(day, (counts = new Map()))
      counts.set(what, (counts.get(what) ?? 0) + 1)
    },
  }

  /** `before`: goes on from what stands there, which holds for all earlier events; null for the whole log. */
  constructor(before: Connection | null) {
    this.#before = before
  }

  /** `question`: its JSON, asked for only where the event does not say itself what it is of. Throws `Spoiled` where a state before is damaged. */
  take(row: DerivedRow, question: () => string | null, tagsOf: TagsOf | undefined): void {
    take(this.#memory, derivedEvent(row, question, tagsOf))
  }

  /** Says, too, that all of the log is taken in. */
  write(db: Connection): void {
    if (this.#before === null) db.exec('DELETE FROM derived; DELETE FROM tally')
    for (const [kind, states] of Object.entries(this.#states)) for (const [key, state] of states) putState(db, kind, key, state)
    const add = prepared(db, 'INSERT INTO tally (day, what, count) VALUES (?, ?, ?) ON CONFLICT (day, what) DO UPDATE SET count = count + excluded.count')
    for (const [day, counts] of this.#counts) for (const [what, count] of counts) add.run(day, what, count)
    setMeta(db, 'derived', derivation)
    setMeta(db, 'derived_to', String(lastEvent(db)))
  }
}

/** The JSON of a question by its number. */
export const questionOf = (db: Connection, id: number | null): string | null => (prepared(db, 'SELECT json FROM question WHERE id = ?').pluck().get(id) as string | undefined) ?? null

/** All states of a kind by their keys. Throws `Spoiled` where one is damaged. */
export function statesOf(db: Connection, kind: StateKind): ReadonlyMap<string, unknown> {
  const rows = prepared(db, 'SELECT kind, key, state, sum FROM derived WHERE kind = ? ORDER BY key').all(kind) as StateRow[]
  return new Map(rows.map((row) => [row.key, stateIn(row)]))
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
  return [all('SELECT * FROM derived ORDER BY kind, key'), all('SELECT * FROM tally ORDER BY day, what'), all('SELECT * FROM rechecked ORDER BY uuid'), derivedUpTo(db)]
}
