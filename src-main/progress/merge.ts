/** Taking in a progress file: the union of two sets of events, so that order and repetition do not matter and nothing is lost. */
import type { Connection } from './connection.ts'
import type { DerivedRow, TagsOf } from './derived.ts'
import { digestOf } from './event.ts'
import type { EventRow, Place } from './event.ts'
import { StoreError } from './failure.ts'
import { append, countEvents } from './log.ts'
import type { Judged } from './log.ts'
import { placeKey } from './outcomes.ts'
import { prepared } from './prepared.ts'
import { openProgressFile } from './progress-file.ts'
import type { ProgressFile } from './progress-file.ts'
import { Reworking, derive, rework } from './rework.ts'
import { refold } from './standings.ts'
import { words } from './words.ts'

export interface Merged {
  /** Events in the file, and how many of them were new here. */
  readonly events: number
  readonly added: number
}

/** `before` runs once the file is known to be whole and fit, and before anything is written: the place for a backup. */
export function mergeProgress(db: Connection, learner: string, path: string, options: { anyLearner?: boolean; tagsOf?: TagsOf | undefined }, before: () => void): Merged {
  const file = openProgressFile(path)
  if (file.learner !== learner && options.anyLearner !== true) {
    throw new StoreError({ kind: 'other-learner', path, message: words.otherLearner(path, file.learner, learner) })
  }
  // What brings nothing new costs neither a backup nor a transaction; it is read to its end all the same, and refused where it is wrong.
  if (!bringsNew(db, file)) return { events: file.count, added: 0 }
  before()
  const room = db.pragma('cache_size', { simple: true }) as number
  db.pragma(`cache_size = -${roomFor(db, file.count)}`)
  // Each kind is one that there is, and each question and event is put in before what refers to it: not to be looked up again for each of half a million.
  db.pragma('foreign_keys = OFF')
  try {
    return takeIn(db, file, options.tagsOf)
  } finally {
    db.pragma('foreign_keys = ON')
    db.pragma(`cache_size = ${room}`)
  }
}

/** Above so many parts, one walk through the whole log is quicker than looking each of them up. */
const many = 500

/** Events from which on it is worth it to make indices afresh in the end. */
const bulk = 5000
const isBulk = (db: Connection, incoming: number): boolean => incoming >= bulk && incoming >= countEvents(db)

/**
 * Page cache in KiB. The indices of a long log need room, or one transaction would write them out again and again; where they are made in the end, all is
 * written from one end to the other but the order of UUIDs, and what is kept in memory beyond that is only in the way.
 */
const roomFor = (db: Connection, incoming: number): number => (isBulk(db, incoming) ? 64 : 256) * 1024

function takeIn(db: Connection, file: ProgressFile, tagsOf: TagsOf | undefined): Merged {
  return db.transaction(() => {
    const touched = new Map<string, Place>()
    const questions = new Map<string, number | bigint>()
    let added = 0
    const fromNothing = countEvents(db) === 0
    // Into an empty log: what is derived can be worked out on the way, where the file has the order of the log and nothing was judged again.
    let onTheWay = fromNothing ? new Reworking(tagsOf) : null
    let before: EventRow | null = null
    const complete = withoutIndices(db, file.count)
    for (const { row, judged } of file.events()) {
      if (!append(db, row, judged, questions)) continue
      added++
      if (row.kind === 'recheck' || (before !== null && !follows(row, before))) onTheWay = null
      before = row
      onTheWay?.take(told(row, judged), () => row.question)
      if (!fromNothing && touched.size <= many) touched.set(placeKey(row), { pack: row.pack, exercise: row.exercise, part: row.part })
    }
    complete()
    if (onTheWay !== null) onTheWay.write(db)
    else if (fromNothing || touched.size > many) rework(db, tagsOf)
    else if (added > 0) {
      for (const place of touched.values()) refold(db, place)
      derive(db, tagsOf)
    }
    return { events: file.count, added }
  }).immediate()
}

/** What of an event bears on what is derived, without what makes it long. */
const told = ({ uuid, kind, at, pack, exercise, part, seed, repeats, ms, detail }: EventRow, { judged, mistake }: Judged): DerivedRow & { readonly ms: number } =>
  ({ uuid, kind, at, pack, exercise, part, seed, repeats, ms, detail, judged, mistake })

/** Whether an event of this content is in the log. */
export const isKnown = (db: Connection, row: EventRow): boolean => prepared(db, 'SELECT 1 FROM event WHERE uuid = ? AND digest = ?').get(row.uuid, digestOf(row)) !== undefined

function bringsNew(db: Connection, file: ProgressFile): boolean {
  for (const { row } of file.events()) if (!isKnown(db, row)) return true
  return false
}

/** Whether an event surely comes after another in the order of the log. */
const follows = (row: EventRow, before: EventRow): boolean => row.stamp > before.stamp || (row.stamp === before.stamp && row.uuid > before.uuid)

/**
 * Where a file brings more than there is, indices are quicker made afresh in the end than kept up event by event. All of it is in the transaction: an
 * interruption leaves them as they were. Returns what makes them again.
 */
function withoutIndices(db: Connection, incoming: number): () => void {
  if (!isBulk(db, incoming)) return () => undefined
  const indices = db.prepare('SELECT name, sql FROM sqlite_schema WHERE type = \'index\' AND tbl_name = \'event\' AND sql IS NOT NULL').all() as { name: string; sql: string }[]
  for (const { name } of indices) db.exec(`DROP INDEX ${name}`)
  return () => {
    for (const { sql } of indices) db.exec(sql)
  }
}
