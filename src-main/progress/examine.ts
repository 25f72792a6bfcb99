/** Looks whether a file is a progress database in good order, changing nothing. */
import { applicationId, openForReading } from './connection.ts'
import type { Connection } from './connection.ts'
import { isDamage } from './failure.ts'
import { sizeOf } from './files.ts'
import { expectedSchema, formatOf, meta, schemaOf } from './migrate.ts'
import type { Migration } from './migrate.ts'

export type Examination =
  | { readonly state: 'good'; readonly format: number; readonly events: number; readonly lastAt: number | null }
  | { readonly state: 'newer'; readonly format: number; readonly writtenBy: string }
  | { readonly state: 'damaged'; readonly reason: string }

/** How closely to look: the header only, every page (`quick_check`), or every page and every index entry (`integrity_check`). */
export type Care = 'header' | 'pages' | 'all'

/** The care (by the size in bytes) that an opening can afford. `closedWell`: the last program to use it closed it in good order. */
export function careFor(size: number, closedWell: boolean): Care {
  if (size <= 16 * 2 ** 20) return 'all'
  return size <= 64 * 2 ** 20 || !closedWell ? 'pages' : 'header'
}

/** The smallest page that a database can have. */
const leastSize = 512

/** `known` are the formats that this program knows. Errors that say nothing of the file itself (locked, unreadable) are thrown. */
export function examine(path: string, known: readonly Migration[], care: Care = 'pages'): Examination {
  // Not to be shown to SQLite: a file of no byte or of one is a new database to it, and a write-ahead log beside one it deletes, even where it is to read only.
  const size = sizeOf(path)
  if (size < leastSize) return { state: 'damaged', reason: size === 0 ? 'the file is empty' : `the file has only ${size} bytes` }
  let db: Connection | null = null
  try {
    db = openForReading(path)
    return look(db, known, care)
  } catch (error) {
    if (isDamage(error) || isMissingPiece(error)) return { state: 'damaged', reason: (error as Error).message }
    throw error
  } finally {
    db?.close()
  }
}

function look(db: Connection, known: readonly Migration[], care: Care): Examination {
  const damaged = (reason: string): Examination => ({ state: 'damaged', reason })
  if (db.pragma('application_id', { simple: true }) !== applicationId) return damaged('the file is not a progress database')
  if (care !== 'header') {
    const found = db.pragma(care === 'all' ? 'integrity_check(5)' : 'quick_check(5)', { simple: true })
    if (found !== 'ok') return damaged(String(found))
  }
  const format = formatOf(db)
  // The number in the header is said again inside, so that a flipped bit in the one is not taken for another program's file.
  if (meta(db, 'format') !== String(format)) return damaged('the file contradicts itself about its format')
  if (format > known.length) return { state: 'newer', format, writtenBy: meta(db, 'written_by') ?? 'of a later version' }
  // SQLite's own checks do not mind a table or column that goes by another name.
  if (schemaOf(db) !== expectedSchema(known, format)) return damaged('its tables are not as they should be')
  const events = db.prepare('SELECT max(seq) FROM event').pluck().get() as number | null
  const lastAt = db.prepare('SELECT at FROM event ORDER BY seq DESC LIMIT 1').pluck().get() as number | undefined
  return { state: 'good', format, events: events ?? 0, lastAt: lastAt ?? null }
}

/** A table or column that is not there although the format says so: `SQLITE_ERROR` from a statement of ours. */
const isMissingPiece = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'SQLITE_ERROR'
