/** Opening a learner's database, whatever state it is in: never an exception at the learner, never an overwrite. */
import { existsSync, rmSync } from 'node:fs'
import { listBackups, makeBackup } from './backup.ts'
import { openConnection } from './connection.ts'
import type { Connection } from './connection.ts'
import { careFor, examine } from './examine.ts'
import { StoreError, isDamage } from './failure.ts'
import type { Result } from './failure.ts'
import { requireWritable, putInPlace, sizeOf, writeWhole } from './files.ts'
import { formatOf, migrate, setMeta } from './migrate.ts'
import { markerText } from './learners.ts'
import type { Notice } from './notice.ts'
import { withFolder } from './options.ts'
import type { Opening, StoreOptions } from './options.ts'
import { completeMoves, quarantine, setAside, unresolved } from './quarantine.ts'
import type { Quarantined } from './quarantine.ts'
import { freshenEmpty } from './rework.ts'
import { salvage } from './salvage.ts'
import { Store } from './store.ts'
import { inspectWal } from './wal.ts'
import { words } from './words.ts'

export type OpenResult = Result<Store>

/** Opens a learner's store, making it where there is none. Every failure is a value with plain words; see `StoreFailure`. */
export function openStore(options: StoreOptions): OpenResult {
  return withFolder(options, (opening) => {
    const store = openLearner(opening, [])
    store.backupIfDue()
    return store
  })
}

/** The opening sequence, with the folder taken. Throws a `StoreError`. */
export function openLearner(opening: Opening, notices: readonly Notice[]): Store {
  const { files } = opening
  requireWritable(files.folder)
  completeMoves(files)
  const open = unresolved(files)
  if (open[0] !== undefined) throw damaged(opening, open[0])
  if (!existsSync(files.database)) {
    if (existsSync(files.marker) || sizeOf(files.wal) > 0) throw missing(opening)
    placeNew(opening, (db) => migrate(db, opening.migrations, opening.options.appVersion))
  }
  const wal = inspectWal(files.wal)
  inspectDatabase(opening, wal.size === 0)
  const aside = wal.leftOver ? setAside(files, 'the write-ahead log has a part that does not hold', opening.now()) : null
  const db = openConnection(files.database)
  try {
    if (formatOf(db) < opening.newest) {
      makeBackup(db, files, 'before-migration', opening.now(), opening.migrations)
      migrate(db, opening.migrations, opening.options.appVersion)
    }
    if (!existsSync(files.marker)) mark(opening)
    freshenEmpty(db)
    return new Store(opening, db, [...notices, ...(aside === null ? [] : readBack(opening, db, aside, wal.torn))])
  } catch (error) {
    db.close()
    if (!isDamage(error)) throw error
    throw damaged(opening, quarantine(files, (error as Error).message, opening.now()))
  }
}

/** Makes sure that the database is in good order and of a known format. */
function inspectDatabase(opening: Opening, closedWell: boolean): void {
  const { files, newest } = opening
  const suspected = existsSync(files.suspect)
  const seen = examine(files.database, opening.migrations, suspected ? 'all' : careFor(sizeOf(files.database), closedWell))
  // Reading under WAL makes a shared-memory file, which is a cache and of no use to us.
  rmSync(`${files.database}-shm`, { force: true })
  if (suspected) rmSync(files.suspect, { force: true })
  if (seen.state === 'damaged') throw damaged(opening, quarantine(files, seen.reason, opening.now()))
  if (seen.state === 'newer') {
    throw new StoreError({
      kind: 'newer', path: files.database, detail: `format ${seen.format}, known up to ${newest}`,
      message: words.newer(opening.learner, seen.writtenBy, seen.format, opening.options.appVersion, newest),
    })
  }
}

/** Builds a database beside its place and puts it there whole; `fill` gets it empty, or as it was left at that place by the caller. */
export function placeNew(opening: Opening, fill: (db: Connection) => void, keep = false): void {
  const { files } = opening
  const beside = besideOf(opening)
  if (!keep) clearBeside(opening)
  const db = openConnection(beside, { create: true })
  try {
    fill(db)
    setMeta(db, 'learner', opening.learner)
  } finally {
    db.close()
  }
  putInPlace(beside, files.database)
  mark(opening)
}

/** Where a database is built before it is put in place. Nothing acknowledged is ever only there. */
export const besideOf = (opening: Opening): string => `${opening.files.database}.new`

export function clearBeside(opening: Opening): void {
  for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(besideOf(opening) + ending, { force: true })
}

const mark = (opening: Opening): void => writeWhole(opening.files.marker, markerText(opening.learner))

/**
 * Takes over what SQLite would not have read; says so, unless it was no more than an interrupted write: what is found in one was never acknowledged, and a
 * learner need not hear that it is there all the same.
 */
function readBack(opening: Opening, db: Connection, aside: Quarantined, torn: boolean): readonly Notice[] {
  const found = salvage(db, aside, opening.files.database)
  if (torn) return []
  return [() => words.readBack(aside.folder, found.events, found.drafts)]
}

function damaged(opening: Opening, kept: Quarantined): StoreError {
  const backups = listBackups(opening.files)
  return new StoreError({
    kind: 'damaged', path: opening.files.database, detail: kept.reason, quarantine: kept.folder, backups,
    message: words.damaged(opening.learner, kept.folder, backups.length),
  })
}

function missing(opening: Opening): StoreError {
  const backups = listBackups(opening.files)
  return new StoreError({
    kind: 'missing', path: opening.files.database, backups,
    message: words.missing(opening.learner, opening.files.folder, backups.length),
  })
}
