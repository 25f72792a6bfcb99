/** Looks a store over, beyond what SQLite can know, and mends what can be mended without loss. Running it twice is running it once. */
import { isDeepStrictEqual } from 'node:util'
import type { Connection } from './connection.ts'
import { derivedImage, markStale } from './derived.ts'
import type { TagsOf } from './derived.ts'
import { draftDigest } from './drafts.ts'
import type { Draft } from './drafts.ts'
import type { LearnerFiles } from './learners.ts'
import { damagedEvents, mendFromBackups } from './mend.ts'
import { freshen, rebuildStandings } from './rework.ts'
import { partStandings } from './standings.ts'
import { words } from './words.ts'

export interface Finding {
  readonly code: 'structure' | 'index' | 'reference' | 'event-damaged' | 'draft-damaged' | 'standing' | 'repeat-unknown' | 'uuid-twice' | 'recheck-unknown' | 'review'
  /** Plain words. */
  readonly message: string
  readonly count: number
  /** Whether it has been mended; what is not mended is still there the next time. */
  readonly mended: boolean
}

export function doctor(db: Connection, files: LearnerFiles, tagsOf?: TagsOf): readonly Finding[] {
  const checks = [structure, references, (): readonly Finding[] => events(db, files), drafts, repeats, twice, rechecks, standings, (): readonly Finding[] => review(db, tagsOf)]
  return checks.flatMap((check) => check(db))
}

/** One finding, or none where the count is 0. */
function found(code: Finding['code'], count: number, mended: boolean, message: string): readonly Finding[] {
  return count === 0 ? [] : [{ code, message, count, mended }]
}

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
    ...found('index', Math.max(0, first.length - left.length), true, words.findIndex),
    ...found('structure', left.length, false, words.findStructure(left[0] ?? '')),
  ]
}

function references(db: Connection): readonly Finding[] {
  const n = (db.pragma('foreign_key_check') as unknown[]).length
  return found('reference', n, false, words.findReference(n))
}

function events(db: Connection, files: LearnerFiles): readonly Finding[] {
  const damaged = damagedEvents(db)
  if (damaged.length === 0) return []
  mendFromBackups(db, files, damaged)
  const left = damagedEvents(db).length
  const mended = damaged.length - left
  return [
    ...found('event-damaged', mended, true, words.findMended(mended)),
    ...found('event-damaged', left, false, words.findDamaged(left)),
  ]
}

function drafts(db: Connection): readonly Finding[] {
  const rows = db.prepare('SELECT pack, exercise, part, seed, text, at, digest FROM draft').all() as (Draft & { digest: Buffer })[]
  const n = rows.filter(({ digest, ...draft }) => !draftDigest(draft).equals(digest)).length
  return found('draft-damaged', n, false, words.findDrafts(n))
}

function repeats(db: Connection): readonly Finding[] {
  const n = db.prepare(`SELECT count(*) FROM event WHERE repeats IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM event AS earlier WHERE earlier.uuid = event.repeats)`).pluck().get() as number
  return found('repeat-unknown', n, false, words.findRepeats(n))
}

function twice(db: Connection): readonly Finding[] {
  const n = db.prepare('SELECT count(*) FROM (SELECT 1 FROM event GROUP BY uuid HAVING count(*) > 1)').pluck().get() as number
  return found('uuid-twice', n, false, words.findTwice(n))
}

function rechecks(db: Connection): readonly Finding[] {
  const n = db.prepare('SELECT count(*) FROM rechecked WHERE NOT EXISTS (SELECT 1 FROM event WHERE event.uuid = rechecked.uuid)').pluck().get() as number
  return found('recheck-unknown', n, false, words.findRechecks(n))
}

/** What review shows. That it is of another form, or was left for later, is no fault. */
function review(db: Connection, tagsOf: TagsOf | undefined): readonly Finding[] {
  if (freshen(db, tagsOf) === 'afresh') return []
  const before = derivedImage(db)
  markStale(db)
  freshen(db, tagsOf)
  const differ = !isDeepStrictEqual(before, derivedImage(db))
  return found('review', differ ? 1 : 0, true, words.findReview)
}

function standings(db: Connection): readonly Finding[] {
  const image = (): unknown => [partStandings(db), db.prepare('SELECT * FROM variant_standing').all()]
  const before = image()
  db.transaction(() => rebuildStandings(db)).immediate()
  return found('standing', isDeepStrictEqual(before, image()) ? 0 : 1, true, words.findStandings)
}
