/** The tables behind review: kept up event by event, and worked out afresh from the log where they are of another form. */
import { crc32 } from 'node:zlib'
import type { Connection } from './connection.ts'
import { countsOf } from './event.ts'
import type { EventKind, Place } from './event.ts'
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
  return { ...row, counts: countsOf(row.kind, row.judged, row.repeats), tags }
}

/** Whether what is derived fits the log and this program. */
export const isFresh = (db: Connection): boolean => prepared(db, 'SELECT value FROM meta WHERE key = \'derived\'').pluck().get() === derivation

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

/** Takes in an event that is later than all others. To be called in its transaction. */
export function advanceDerived(db: Connection, row: DerivedRow & { readonly question: string | null }, tagsOf: TagsOf | undefined): void {
  if (!isFresh(db)) return
  try {
    take(stored(db), derivedEvent(row, () => row.question, tagsOf))
  } catch (error) {
    if (!(error instanceof Spoiled)) throw error
    markStale(db)
  }
}

/** The states in the database. */
function stored(db: Connection): States {
  return {
    get: (kind, key) => {
      const row = prepared(db, 'SELECT kind, key, state, sum FROM derived WHERE kind = ? AND key = ?').get(kind, key) as StateRow | undefined
      return row === undefined ? null : stateIn(row)
    },
    set: (kind, key, state) => putState(db, kind, key, state),
    count: (day, what) => void prepared(db, 'INSERT INTO tally (day, what, count) VALUES (?, ?, 1) ON CONFLICT (day, what) DO UPDATE SET count = count + 1').run(day, what),
  }
}

function putState(db: Connection, kind: string, key: string, state: unknown): void {
  const text = JSON.stringify(state)
  prepared(db, 'INSERT INTO derived (kind, key, state, sum) VALUES (?, ?, ?, ?) ON CONFLICT (kind, key) DO UPDATE SET state = excluded.state, sum = excluded.sum')
    .run(kind, key, text, sumOf(kind, key, text))
}

/** Works all of it out afresh: takes the events of the whole log in order, and writes it in the end. To be used in a transaction. */
export class DerivedFold {
  readonly #states = new Map<string, { kind: StateKind; key: string; state: unknown }>()
  readonly #counts = new Map<string, { day: number; what: string; count: number }>()
  readonly #memory: States = {
    get: (kind, key) => this.#states.get(`${kind} ${key}`)?.state ?? null,
    set: (kind, key, state) => void this.#states.set(`${kind} ${key}`, { kind, key, state }),
    count: (day, what) => {
      const name = `${day} ${what}`
      this.#counts.set(name, { day, what, count: (this.#counts.get(name)?.count ?? 0) + 1 })
    },
  }

  /** `question`: its JSON, asked for only where the event does not say itself what it is of. */
  take(row: DerivedRow, question: () => string | null, tagsOf: TagsOf | undefined): void {
    take(this.#memory, derivedEvent(row, question, tagsOf))
  }

  write(db: Connection): void {
    db.exec('DELETE FROM derived; DELETE FROM tally')
    for (const { kind, key, state } of this.#states.values()) putState(db, kind, key, state)
    for (const { day, what, count } of this.#counts.values()) prepared(db, 'INSERT INTO tally (day, what, count) VALUES (?, ?, ?)').run(day, what, count)
    setMeta(db, 'derived', derivation)
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
  return [all('SELECT * FROM derived ORDER BY kind, key'), all('SELECT * FROM tally ORDER BY day, what'), all('SELECT * FROM rechecked ORDER BY uuid'), meta(db, 'derived')]
}
