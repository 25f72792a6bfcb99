/** Looks a store over, beyond what SQLite can know, and mends what can be mended without loss. Running it twice is running it once. */
import { isDeepStrictEqual } from 'node:util'
import type { Connection } from './connection.ts'
import { draftDigest } from './drafts.ts'
import type { Draft } from './drafts.ts'
import type { LearnerFiles } from './learners.ts'
import { damagedEvents, mendFromBackups } from './mend.ts'
import { partStandings, rebuildStandings } from './standings.ts'

export interface Finding {
  readonly code: 'structure' | 'index' | 'reference' | 'event-damaged' | 'draft-damaged' | 'standing' | 'repeat-unknown' | 'uuid-twice'
  /** Plain words. */
  readonly message: string
  readonly count: number
  /** Whether it has been mended; what is not mended is still there the next time. */
  readonly mended: boolean
}

export function doctor(db: Connection, files: LearnerFiles): readonly Finding[] {
  const checks = [structure, references, (): readonly Finding[] => events(db, files), drafts, repeats, twice, standings]
  return checks.flatMap((check) => check(db))
}

/** One finding, or none where the count is 0. */
function found(code: Finding['code'], count: number, mended: boolean, message: string): readonly Finding[] {
  return count === 0 ? [] : [{ code, message, count, mended }]
}

const counted = (n: number, one: string, many: string): string => (n === 1 ? `One ${one}` : `${n} ${many}`)

function structure(db: Connection): readonly Finding[] {
  const problems = (): string[] => {
    const rows = db.pragma('integrity_check(100)') as { integrity_check: string }[]
    return rows.map((row) => row.integrity_check).filter((text) => text !== 'ok')
  }
  const first = problems()
  if (first.length === 0) return []
  // An index is derived from its table: it can be made anew.
  db.exec('REINDEX')
  const left = problems()
  return [
    ...found('index', Math.max(0, first.length - left.length), true, 'An index did not fit its table and was made anew.'),
    ...found('structure', left.length, false, `The database is damaged: ${left[0] ?? ''}. Go back to a backup.`),
  ]
}

function references(db: Connection): readonly Finding[] {
  const n = (db.pragma('foreign_key_check') as unknown[]).length
  return found('reference', n, false, `${counted(n, 'row refers', 'rows refer')} to something that is not there.`)
}

function events(db: Connection, files: LearnerFiles): readonly Finding[] {
  const damaged = damagedEvents(db)
  if (damaged.length === 0) return []
  mendFromBackups(db, files, damaged)
  const left = damagedEvents(db).length
  const mended = damaged.length - left
  return [
    ...found('event-damaged', mended, true, `${counted(mended, 'event of the log was', 'events of the log were')} damaged and taken from a backup again.`),
    ...found('event-damaged', left, false, `${counted(left, 'event of the log is', 'events of the log are')} damaged, and no backup has them in good order.`),
  ]
}

function drafts(db: Connection): readonly Finding[] {
  const rows = db.prepare('SELECT pack, exercise, part, seed, text, at, digest FROM draft').all() as (Draft & { digest: Buffer })[]
  const n = rows.filter(({ digest, ...draft }) => !draftDigest(draft).equals(digest)).length
  return found('draft-damaged', n, false, `${counted(n, 'draft is', 'drafts are')} not as it was saved. Look at it before you hand it in.`)
}

function repeats(db: Connection): readonly Finding[] {
  const n = db.prepare(`SELECT count(*) FROM event WHERE repeats IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM event AS earlier WHERE earlier.uuid = event.repeats)`).pluck().get() as number
  const message = `${counted(n, 'attempt repeats', 'attempts repeat')} one that is not in this log. It does not count all the same.`
  return found('repeat-unknown', n, false, message)
}

function twice(db: Connection): readonly Finding[] {
  const n = db.prepare('SELECT count(*) FROM (SELECT 1 FROM event GROUP BY uuid HAVING count(*) > 1)').pluck().get() as number
  const message = `${counted(n, 'event stands', 'events stand')} in the log in two forms, from two files that disagreed. Both were kept.`
  return found('uuid-twice', n, false, message)
}

function standings(db: Connection): readonly Finding[] {
  const image = (): unknown => [partStandings(db), db.prepare('SELECT * FROM variant_standing').all()]
  const before = image()
  rebuildStandings(db)
  return found('standing', isDeepStrictEqual(before, image()) ? 0 : 1, true, 'The standings did not fit the log and were worked out again.')
}
