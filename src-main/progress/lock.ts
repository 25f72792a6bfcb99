/**
 * One process for one data folder. The lock is SQLite's own exclusive lock on an empty file: the operating system drops it when the
 * process ends, however it ends, so there is no stale lock to detect and no process id to mistake for another's.
 */
import { readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { fail, failureOf, isDamage, ok } from './failure.ts'
import type { Result, StoreFailure } from './failure.ts'
import { clampTime, freeName, requireWritable, writeWhole } from './files.ts'
import { words } from './words.ts'

/** Who holds a folder: written beside the lock for the message to a second copy; never what decides. */
export interface Holder {
  readonly pid: number
  /** ISO time at which it was taken. */
  readonly since: string
  /** What the host wants a second copy to know: the address at which it answers. */
  readonly note?: string
}

export interface FolderLock {
  readonly dir: string
  /** Tells later comers something more about this holder. */
  describe(note: string): void
  /** Gives the folder free; a second call does nothing. */
  release(): void
}

/** A connection that nothing refers to is closed with the next garbage collection, and its lock would go with it: whoever takes a folder has it until it is released. */
const held = new Set<Database.Database>()

/**
 * Takes the folder for this process, or says who has it. The folder is made where it is missing. A lock is never waited for.
 * Give the lock to `openStore` where the host takes it first; `openStore` takes one itself otherwise.
 */
export function acquireLock(dir: string, options: { clock: () => number; note?: string }): Result<FolderLock> {
  const file = join(dir, 'nabla.lock')
  const about = join(dir, 'nabla.lock.json')
  try {
    requireWritable(dir)
    const lock = take(file)
    const since = new Date(clampTime(options.clock())).toISOString()
    const describe = (note?: string): void => {
      const holder: Holder = { pid: process.pid, since, ...(note === undefined ? {} : { note }) }
      writeWhole(about, `${JSON.stringify(holder)}\n`)
    }
    try {
      describe(options.note)
    } catch (error) {
      lock.close()
      throw error
    }
    const release = (): void => {
      if (!lock.open) return
      rmSync(about, { force: true })
      held.delete(lock)
      lock.close()
    }
    held.add(lock)
    return ok({ dir, describe, release })
  } catch (error) {
    const failure = failureOf(error, dir)
    if (failure === null) throw error
    return fail(failure.kind === 'locked' ? taken(dir, about, failure) : failure)
  }
}

function take(file: string): Database.Database {
  try {
    return exclusive(file)
  } catch (error) {
    if (!isDamage(error)) throw error
    // Nobody holds it (that would have been said first), and it never has content of ours: set what stands there aside.
    renameSync(file, freeName(`${file}.set-aside`))
    return exclusive(file)
  }
}

function exclusive(file: string): Database.Database {
  const lock = new Database(file, { timeout: 0 })
  try {
    lock.pragma('journal_mode = MEMORY')
    lock.exec('BEGIN EXCLUSIVE')
    return lock
  } catch (error) {
    lock.close()
    throw error
  }
}

function taken(dir: string, about: string, failure: StoreFailure): StoreFailure {
  const holder = readHolder(about)
  return {
    ...failure, kind: 'locked', path: dir, ...(holder === null ? {} : { holder }),
    get message() { return words.locked(dir, holder?.pid ?? null, sinceOf(holder), holder?.note ?? null) },
  }
}

/** As a time; null where the note has none that is one. */
function sinceOf(holder: Holder | null): number | null {
  const at = Date.parse(holder?.since ?? '')
  return Number.isNaN(at) ? null : at
}

function readHolder(about: string): Holder | null {
  try {
    const read = JSON.parse(readFileSync(about, 'utf8')) as Partial<Holder> | null
    if (typeof read?.pid !== 'number' || typeof read.since !== 'string') return null
    return { pid: read.pid, since: read.since, ...(typeof read.note === 'string' ? { note: read.note } : {}) }
  } catch {
    // The note is only for the message; without it the message says less.
    return null
  }
}
