/** The append-only log: writing an event, and reading events as they were written. */
import { hash } from 'node:crypto'
import type { Connection } from './connection.ts'
import { digestOf } from './event.ts'
import type { EventRow, VerdictRecord } from './event.ts'
import { prepared } from './prepared.ts'
import { noteRecheck } from './recheck.ts'

/** The columns of an `EventRow`; to be followed by `from`. */
export const columns = `
  event.uuid, event.kind, event.stamp, event.at, event.learner, event.pack, event.pack_version AS packVersion, event.exercise, event.part,
  event.seed, question.json AS question, event.answer, event.verdict, evidence.json AS evidence, event.ms,
  event.app_version AS appVersion, event.repeats, event.detail`
export const from = 'FROM event LEFT JOIN question ON question.id = event.question LEFT JOIN evidence ON evidence.seq = event.seq'
/** The order of the log: the same on every machine that holds the same events. */
export const inOrder = 'event.stamp, event.uuid, event.digest'

const insert = `
  INSERT INTO event (uuid, digest, kind, stamp, at, learner, pack, pack_version, exercise, part, seed, question, answer, verdict, judged, proof, mistake,
    ms, app_version, repeats, detail)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (uuid, digest) DO NOTHING`

/**
 * Adds an event, unless it is there already; says whether it was added. To be called in a transaction. `questions`: the numbers of questions by their JSON, for
 * many events in one transaction.
 */
export function append(db: Connection, row: EventRow, judged = judgedIn(row.verdict), questions?: Map<string, number | bigint>): boolean {
  const { evidence, question } = row
  // By place, not by name: half as quick again, and a merge does it half a million times.
  const done = prepared(db, insert).run(
    row.uuid, digestOf(row), row.kind, row.stamp, row.at, row.learner, row.pack, row.packVersion, row.exercise, row.part, row.seed, question === null ? null : (questions?.get(question) ?? questionId(db, question, questions)),
    row.answer, row.verdict, judged.judged, judged.proof, judged.mistake, row.ms, row.appVersion, row.repeats, row.detail,
  )
  if (done.changes === 0) return false
  if (row.kind === 'recheck') noteRecheck(db, row)
  if (evidence !== null) prepared(db, 'INSERT INTO evidence (seq, json) VALUES (?, ?)').run(done.lastInsertRowid, evidence)
  return true
}

export interface Judged {
  readonly judged: string | null
  readonly proof: string | null
  /** Code of the first diagnosis. */
  readonly mistake: string | null
}

/** What a verdict (its JSON) says, for queries. */
export function judgedIn(verdict: string | null): Judged {
  const said = verdict === null ? null : (JSON.parse(verdict) as VerdictRecord)
  return { judged: said?.verdict ?? null, proof: said?.proof ?? null, mistake: said?.diagnosis[0]?.code ?? null }
}

/** Hashes of questions by their JSON: the same few come again and again. */
const hashes = new Map<string, Buffer>()

function questionId(db: Connection, json: string, questions: Map<string, number | bigint> | undefined): number | bigint {
  const sum = hashes.get(json) ?? hash('sha256', json, 'buffer')
  if (hashes.size >= 500) hashes.clear()
  hashes.set(json, sum)
  const known = prepared(db, 'SELECT id FROM question WHERE hash = ?').pluck().get(sum) as number | undefined
  const id = known ?? prepared(db, 'INSERT INTO question (hash, json) VALUES (?, ?)').run(sum, json).lastInsertRowid
  questions?.set(json, id)
  return id
}

/** The stamp for an event at the given time: later than every other, and the time itself while the clock behaves. */
export function nextStamp(db: Connection, at: number): number {
  const last = prepared(db, 'SELECT max(stamp) FROM event').pluck().get() as number | null
  return last === null ? at : Math.max(at, last + 1)
}

/** The event with this UUID, or null. Two files in disagreement may have brought two; the first in order is given. */
export function rowByUuid(db: Connection, uuid: string): EventRow | null {
  return (prepared(db, `SELECT ${columns} ${from} WHERE event.uuid = ? ORDER BY event.digest LIMIT 1`).get(uuid) as EventRow | undefined) ?? null
}

/** All events in the order of the log, one by one. */
export function allRows(db: Connection): IterableIterator<EventRow> {
  // A statement of its own: a cached one could not be used again while this is read.
  return db.prepare(`SELECT ${columns} ${from} ORDER BY ${inOrder}`).iterate() as IterableIterator<EventRow>
}

export const countEvents = (db: Connection): number => prepared(db, 'SELECT count(*) FROM event').pluck().get() as number
