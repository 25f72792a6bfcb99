/** What the store is opened with, and what every step of opening shares. */
import type { TagsOf } from './derived.ts'
import { StoreError, failureOf, fail, ok } from './failure.ts'
import type { Result } from './failure.ts'
import { clampTime } from './files.ts'
import { defaultLearner, learnerFiles, learnerName } from './learners.ts'
import type { LearnerFiles } from './learners.ts'
import { acquireLock } from './lock.ts'
import type { FolderLock } from './lock.ts'
import type { Migration } from './migrate.ts'
import { migrations } from './migrations/index.ts'

export interface StoreOptions {
  /** The data folder; made where it is missing. */
  readonly dir: string
  /** The learner's name; `defaultLearner` where left out. */
  readonly learner?: string
  /** ms since 1970; may jump. */
  readonly clock: () => number
  /** A new UUID at each call. */
  readonly random: () => string
  readonly appVersion: string
  /** The folder's lock where the caller holds it already; the store then leaves it to the caller to release. */
  readonly lock?: FolderLock
  /** What is known of events that were written before events said it themselves; they serve no outcome where it is left out. */
  readonly tagsOf?: TagsOf
  /** The formats known; for tests of formats to come. */
  readonly migrations?: readonly Migration[]
}

export interface Opening {
  readonly options: StoreOptions
  readonly learner: string
  readonly files: LearnerFiles
  readonly migrations: readonly Migration[]
  /** The newest format known. */
  readonly newest: number
  readonly now: () => number
  /** Gives the folder free, unless the caller holds it. */
  readonly release: () => void
}

/** Takes the folder, runs, and gives the folder free again if that fails. */
export function withFolder<T>(options: StoreOptions, run: (opening: Opening) => T): Result<T> {
  const learner = learnerName(options.learner ?? defaultLearner)
  if (!learner.ok) return learner
  const lock = options.lock === undefined ? acquireLock(options.dir, options) : ok(options.lock)
  if (!lock.ok) return lock
  const release = (): void => { if (options.lock === undefined) lock.value.release() }
  const known = options.migrations ?? migrations
  const files = learnerFiles(options.dir, learner.value)
  try {
    return ok(run({ options, learner: learner.value, files, migrations: known, newest: known.length, now: () => clampTime(options.clock()), release }))
  } catch (error) {
    release()
    const failure = error instanceof StoreError ? error.failure : failureOf(error, files.folder)
    if (failure === null) throw error
    return fail(failure)
  }
}
