/** The ways back: after damage, and by choice. Each can itself be undone, and none deletes anything. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fetchBackup, listBackups, makeBackup } from './backup.ts'
import { StoreError } from './failure.ts'
import { sizeOf } from './files.ts'
import { migrate } from './migrate.ts'
import { besideOf, clearBeside, openLearner, placeNew } from './open.ts'
import type { OpenResult } from './open.ts'
import type { Notice } from './notice.ts'
import { withFolder } from './options.ts'
import type { Opening, StoreOptions } from './options.ts'
import { quarantine, resolve, unresolved } from './quarantine.ts'
import { salvage } from './salvage.ts'
import { words } from './words.ts'

/**
 * After `damaged` or `missing`: takes the newest backup in good order and adds every event and draft that can still be read, and
 * vouched for by its digest, from what was set aside. A store that opens as it is, is simply opened.
 */
export function recover(options: StoreOptions): OpenResult {
  return withFolder(options, (opening) => openOr(opening, () => {
    const backups = listBackups(opening.files)
    const good = backups.findIndex((info) => fetched(opening, info.name))
    const backup = backups[good]
    // Newer backups that are damaged themselves may still have events that the good one has not.
    const broken = backups.slice(0, backup === undefined ? backups.length : good)
    const kept = unresolved(opening.files)
    const sources = [...broken.map(({ name }) => ({ database: join(opening.files.backups, name), wal: join(opening.files.backups, 'none') })), ...kept]
    let found = { events: 0, drafts: 0 }
    placeNew(opening, (db) => {
      migrate(db, opening.migrations, opening.options.appVersion)
      for (const source of sources) {
        const more = salvage(db, source, opening.files.database)
        found = { events: found.events + more.events, drafts: found.drafts + more.drafts }
      }
    }, backup !== undefined)
    resolveAll(opening, 'recovered')
    return () => words.recovered(backup?.at ?? null, found.events, found.drafts, kept[0]?.folder ?? null)
  }))
}

function fetchBeside(opening: Opening, name: string): void {
  clearBeside(opening)
  fetchBackup(opening.files, name, besideOf(opening), opening.migrations)
}

function fetched(opening: Opening, name: string): boolean {
  try {
    fetchBeside(opening, name)
    return true
  } catch (error) {
    if (error instanceof StoreError) return false
    throw error
  }
}

/**
 * Goes back to a backup. What is there now is first made a backup of its own (`before-restore`), or set aside where it is damaged,
 * so that this can be undone. A damaged backup, or one of a newer format, is refused and nothing changes.
 */
export function restoreBackup(options: StoreOptions, name: string): OpenResult {
  return withFolder(options, (opening) => {
    const { files } = opening
    fetchBeside(opening, name)
    const now = current(opening)
    if (now !== null) {
      makeBackup(now.connection, files, 'before-restore', opening.now(), opening.migrations)
      now.closeOnly()
    }
    fetchBeside(opening, name)
    placeNew(opening, (db) => migrate(db, opening.migrations, opening.options.appVersion), true)
    resolveAll(opening, `restored ${name}`)
    const at = listBackups(files).find((info) => info.name === name)?.at ?? opening.now()
    return openLearner(opening, [() => words.restored(at)])
  })
}

/** After `damaged` or `missing`: an empty database. What was set aside stays there, and so do the backups. */
export function startFresh(options: StoreOptions): OpenResult {
  return withFolder(options, (opening) => openOr(opening, () => {
    placeNew(opening, (db) => migrate(db, opening.migrations, opening.options.appVersion))
    resolveAll(opening, 'begun afresh')
    return () => words.begunAfresh
  }))
}

/** Opens the store; where it is damaged or missing, mends first, and opens it with a notice of that. */
function openOr(opening: Opening, mend: () => Notice): ReturnType<typeof openLearner> {
  const now = current(opening)
  return now ?? openLearner(opening, [mend()])
}

/** The store as it is; null where it is damaged or missing, with whatever is left of it set aside. */
function current(opening: Opening): ReturnType<typeof openLearner> | null {
  try {
    return openLearner(opening, [])
  } catch (error) {
    if (!(error instanceof StoreError) || (error.failure.kind !== 'damaged' && error.failure.kind !== 'missing')) throw error
    if (!existsSync(opening.files.database) && sizeOf(opening.files.wal) > 0) quarantine(opening.files, 'the database is missing', opening.now())
    return null
  }
}

function resolveAll(opening: Opening, by: string): void {
  for (const kept of unresolved(opening.files)) resolve(kept, by, opening.now())
}
