/** How a progress database is opened: always the same way, and made sure of. */
import Database from 'better-sqlite3'
import { InternalError } from '../calculus/problem.ts'

export type Connection = Database.Database

/** `NBLA`: says in the file's header whose it is. */
export const applicationId = 0x4e424c41

const wanted: readonly (readonly [pragma: string, set: string, read: string | number])[] = [
  // Alone with the file: no shared-memory file that could be cut short under us, and no second writer.
  ['locking_mode', 'EXCLUSIVE', 'exclusive'],
  ['journal_mode', 'WAL', 'wal'],
  // better-sqlite3 is built to fall to NORMAL under WAL, which may lose the last commits with the power.
  ['synchronous', 'FULL', 2],
  ['foreign_keys', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  // Without it, INSERT OR REPLACE would delete behind the back of the triggers that keep the log.
  ['recursive_triggers', 'ON', 1],
  // The WAL holds no old frames behind its end, so whatever does stand there is damage (see `wal.ts`).
  ['journal_size_limit', '0', 0],
]

/** Opens for reading and writing. Throws SQLite's error where it cannot. */
export function openConnection(path: string, options: { create?: boolean } = {}): Connection {
  const db = new Database(path, { timeout: 1000, fileMustExist: options.create !== true })
  try {
    for (const [pragma, set, read] of wanted) {
      db.pragma(`${pragma} = ${set}`)
      const got: unknown = db.pragma(pragma, { simple: true })
      if (got !== read) throw new InternalError(`SQLite keeps ${pragma} at ${String(got)} where ${String(read)} is wanted`)
    }
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** Opens for reading only: neither the file nor its WAL is changed, not even when it is closed. */
export function openForReading(path: string): Connection {
  const db = new Database(path, { timeout: 1000, readonly: true, fileMustExist: true })
  try {
    db.pragma('trusted_schema = OFF')
    db.pragma('cell_size_check = ON')
    return db
  } catch (error) {
    db.close()
    throw error
  }
}
