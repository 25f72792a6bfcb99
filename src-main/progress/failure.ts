/** What can go wrong with the store through no fault of the program, as a value in plain words. */
import type { BackupInfo } from './backup.ts'
import type { Holder } from './lock.ts'
import { words } from './words.ts'

export type FailureKind =
  | 'bad-name' | 'cannot-write' | 'disk-full' | 'locked' | 'damaged' | 'missing' | 'newer' | 'not-found' | 'bad-file' | 'other-learner' | 'io'

export interface StoreFailure {
  readonly kind: FailureKind
  /** Plain words for the learner: what happened, what is safe, what can be done. */
  readonly message: string
  /** The file or folder concerned. */
  readonly path?: string
  /** The words of the operating system or of SQLite, for a report. */
  readonly detail?: string
  /** `damaged`, `missing`: what can be restored, newest first. */
  readonly backups?: readonly BackupInfo[]
  /** `damaged`: the folder that the damaged files were moved to. */
  readonly quarantine?: string
  /** `locked`: who has the folder, as far as it is known. */
  readonly holder?: Holder
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: StoreFailure }

export const ok = <T>(value: T): Result<T> => ({ ok: true, value })
export const fail = (failure: StoreFailure): { readonly ok: false; readonly failure: StoreFailure } => ({ ok: false, failure })

/** A failure on its way up from the middle of an operation. The message is fit for the learner. */
export class StoreError extends Error {
  override name = 'StoreError'
  readonly failure: StoreFailure
  constructor(failure: StoreFailure) {
    super(failure.message)
    this.failure = failure
  }
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

const unwritable = /^(EACCES|EPERM|EROFS|ENOTDIR|EISDIR|EEXIST|ENOENT|ELOOP|ENAMETOOLONG|SQLITE_CANTOPEN.*|SQLITE_READONLY.*|SQLITE_PERM)$/
const full = /^(ENOSPC|EDQUOT|EFBIG|SQLITE_FULL)$/
const busy = /^(EBUSY|SQLITE_BUSY.*|SQLITE_LOCKED.*)$/
const broken = /^(SQLITE_CORRUPT.*|SQLITE_NOTADB.*|SQLITE_FORMAT)$/

/** Whether SQLite said that the file itself is damaged, rather than the way to it. */
export const isDamage = (error: unknown): boolean => broken.test(codeOf(error))

/** The failure that an error of the operating system or of SQLite amounts to; null for any other error, which is a bug and is to be thrown on. */
export function failureOf(error: unknown, path: string): StoreFailure | null {
  if (error instanceof StoreError) return error.failure
  const code = codeOf(error)
  const detail = error instanceof Error ? `${code}: ${error.message}` : code
  // The message is said when it is asked for: what failed at the start is still told when another language was chosen.
  const made = (kind: FailureKind, say: () => string): StoreFailure => ({ kind, get message() { return say() }, path, detail })
  if (full.test(code)) return made('disk-full', () => words.diskFull(path))
  if (unwritable.test(code)) return made('cannot-write', () => words.cannotWrite(path))
  if (busy.test(code)) return made('locked', () => words.busy(path))
  if (broken.test(code)) return made('damaged', () => words.damagedUnchanged(path))
  if (/^(SQLITE_IOERR.*|EIO|EMFILE|ENFILE|ENXIO|ENODEV|EINVAL|SQLITE_NOMEM|SQLITE_PROTOCOL)$/.test(code)) {
    return made('io', () => words.io(path))
  }
  return null
}

/** Runs an operation; a failure of the machine becomes a value, a bug is thrown on. */
export function guarded<T>(path: string, run: () => T): Result<T> {
  try {
    return ok(run())
  } catch (error) {
    const failure = failureOf(error, path)
    if (failure === null) throw error
    return fail(failure)
  }
}
