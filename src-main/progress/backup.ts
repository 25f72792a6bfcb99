/** Dated copies of the database: made through SQLite, read again before they count, thinned with age. */
import { copyFileSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { InternalError } from '../calculus/problem.ts'
import type { Connection } from './connection.ts'
import { examine } from './examine.ts'
import { StoreError } from './failure.ts'
import { fileStamp, flushFile, flushFolder, freeName, makeFolder, sizeOf, timeOfStamp } from './files.ts'
import type { LearnerFiles } from './learners.ts'
import type { Migration } from './migrate.ts'
import { keepers } from './thinning.ts'
import { words } from './words.ts'

export type BackupReason = 'daily' | 'by-hand' | 'before-migration' | 'before-restore' | 'before-merge'
const reasons: readonly string[] = ['daily', 'by-hand', 'before-migration', 'before-restore', 'before-merge'] satisfies BackupReason[]

export interface BackupInfo {
  /** The file's name in the backups folder: what `restoreBackup` is given. */
  readonly name: string
  /** When it was made, in ms since 1970. */
  readonly at: number
  readonly reason: BackupReason
  readonly bytes: number
}

/** Copies the open database, reads the copy from end to end, and only then gives it its name. Throws a `StoreError` if the copy is not good. */
export function makeBackup(db: Connection, files: LearnerFiles, reason: BackupReason, at: number, known: readonly Migration[]): BackupInfo {
  makeFolder(files.backups)
  const partial = join(files.backups, 'unfinished.db')
  discard(partial)
  try {
    db.prepare('VACUUM INTO ?').run(partial)
    flushFile(partial)
    const seen = examine(partial, known)
    if (seen.state !== 'good') {
      throw new StoreError({ kind: 'damaged', path: files.database, message: words.backupNotGood(files.database), detail: JSON.stringify(seen) })
    }
  } catch (error) {
    // Where the disk is full, half a backup would take the room that is asked for.
    discard(partial)
    throw error
  }
  const path = freeName(join(files.backups, `${fileStamp(at)}.${reason}`), '.db')
  renameSync(partial, path)
  flushFolder(files.backups)
  const made = listBackups(files).find((info) => join(files.backups, info.name) === path)
  if (made === undefined) throw new InternalError(`the backup ${path} is not in the list of backups`)
  return made
}

const discard = (partial: string): void => {
  for (const ending of ['', '-journal']) rmSync(partial + ending, { force: true })
}

/** All backups, newest first, by their names alone: whether one is in good order shows when it is restored. */
export function listBackups(files: LearnerFiles): readonly BackupInfo[] {
  if (!existsSync(files.backups)) return []
  return readdirSync(files.backups).map((name) => infoOf(files, name)).filter((info) => info !== null)
    .sort((a, b) => b.at - a.at || (a.name < b.name ? 1 : -1))
}

function infoOf(files: LearnerFiles, name: string): BackupInfo | null {
  const found = /^(.+Z)\.([a-z-]+?)(-\d+)?\.db$/.exec(name)
  const at = found === null ? null : timeOfStamp(found[1] ?? '')
  const reason = found?.[2] ?? ''
  return at === null || !reasons.includes(reason) ? null : { name, at, reason: reason as BackupReason, bytes: sizeOf(join(files.backups, name)) }
}

/** Removes daily backups that newer ones stand in for; never one that was made for a reason, and only ever after a good new one. */
export function thinBackups(files: LearnerFiles, now: number): readonly string[] {
  const daily = listBackups(files).filter((info) => info.reason === 'daily')
  const kept = keepers(daily.map((info) => info.at), now)
  const gone = daily.filter((info) => !kept.has(info.at)).map((info) => info.name)
  for (const name of gone) rmSync(join(files.backups, name), { force: true })
  return gone
}

/** Copies a backup to `target` and makes sure that the copy is good; a `StoreError` in plain words where it is not. */
export function fetchBackup(files: LearnerFiles, name: string, target: string, known: readonly Migration[]): void {
  const info = listBackups(files).find((each) => each.name === name)
  if (info === undefined) throw new StoreError({ kind: 'not-found', message: words.backupNone(name), path: files.backups })
  const path = join(files.backups, name)
  copyFileSync(path, target)
  const seen = examine(target, known, 'all')
  if (seen.state === 'good') return
  rmSync(target, { force: true })
  if (seen.state === 'newer') {
    throw new StoreError({ kind: 'newer', path, message: words.backupNewer(info.at, seen.writtenBy) })
  }
  throw new StoreError({ kind: 'damaged', path, detail: seen.reason, message: words.backupDamaged(info.at) })
}
