/** Takes over from a damaged or a foreign database every event and draft whose digest vouches for it. */
import { copyFileSync, existsSync, rmSync } from 'node:fs'
import { openForReading } from './connection.ts'
import type { Connection } from './connection.ts'
import { markStale } from './derived.ts'
import { draftDigest, putDraft, readDraft } from './drafts.ts'
import type { Draft } from './drafts.ts'
import { digestOf, eventKinds } from './event.ts'
import type { EventRow, Place } from './event.ts'
import { failureOf } from './failure.ts'
import { sizeOf } from './files.ts'
import { append, columns, from } from './log.ts'
import { placeKey } from './outcomes.ts'
import { refold } from './standings.ts'
import { forceImage } from './wal.ts'

export interface Salvaged {
  readonly events: number
  readonly drafts: number
}

/**
 * Reads the database (with its WAL) in two ways, as SQLite sees it and with every WAL frame laid over it by force, and adds to `db`
 * what is not there yet. Works on copies beside `scratch`; the source is not changed.
 */
export function salvage(db: Connection, source: { database: string; wal: string }, scratch: string): Salvaged {
  const copy = `${scratch}.salvage.db`
  const asSqliteSees = (): void => {
    copyFileSync(source.database, copy)
    if (sizeOf(source.wal) > 0) copyFileSync(source.wal, `${copy}-wal`)
  }
  const byForce = (): void => forceImage(source.database, source.wal, copy)
  const views = [...(existsSync(source.database) ? [asSqliteSees] : []), ...(existsSync(source.database) || sizeOf(source.wal) > 0 ? [byForce] : [])]
  let events = 0
  let drafts = 0
  for (const view of views) {
    clear(copy)
    view()
    const found = readable(() => openForReading(copy))
    if (found === null) continue
    try {
      const taken = db.transaction(() => takeOver(db, found)).immediate()
      events += taken.events
      drafts += taken.drafts
    } finally {
      found.close()
    }
  }
  clear(copy)
  return { events, drafts }
}

const clear = (copy: string): void => {
  for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(copy + ending, { force: true })
}

/** The value, or null where the damaged source cannot give it. Full disks and bugs are thrown on. */
function readable<T>(read: () => T): T | null {
  try {
    return read()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'SQLITE_ERROR' || code === 'SQLITE_IOERR_SHORT_READ' || code === 'ERR_OUT_OF_RANGE' || error instanceof RangeError) return null
    const failure = failureOf(error, '')
    if (failure === null || failure.kind === 'disk-full') throw error
    return null
  }
}

function takeOver(db: Connection, found: Connection): Salvaged {
  const touched = new Map<string, Place>()
  let events = 0
  for (const row of soundRows(found)) {
    if (!append(db, row)) continue
    events++
    touched.set(placeKey(row), row)
  }
  for (const place of touched.values()) refold(db, place)
  if (events > 0) markStale(db)
  let drafts = 0
  for (const draft of soundDrafts(found)) {
    const own = readDraft(db, draft, draft.seed)
    if (own !== null && own.at >= draft.at) continue
    putDraft(db, draft)
    drafts++
  }
  return { events, drafts }
}

function* soundRows(found: Connection): Iterable<EventRow> {
  const one = readable(() => found.prepare(`SELECT ${columns}, event.digest AS digest ${from} WHERE event.seq = ?`))
  if (one === null) return
  const last = readable(() => found.prepare('SELECT max(seq) FROM event').pluck().get() as number | null) ?? 0
  const pages = readable(() => found.pragma('page_count', { simple: true }) as number) ?? 0
  // Where the last number cannot be read, or is absurd, no more events than the file can hold are looked for.
  const most = pages * 40
  for (let seq = 1; seq <= (last > 0 && last < most ? last : most); seq++) {
    const row = readable(() => one.get(seq) as (EventRow & { digest: Buffer }) | undefined)
    if (row !== undefined && row !== null && isSound(row)) yield row
  }
}

function isSound({ digest, ...row }: EventRow & { digest: Buffer }): boolean {
  return eventKinds.includes(row.kind) && Buffer.isBuffer(digest) && digestOf(row).equals(digest)
}

function soundDrafts(found: Connection): readonly Draft[] {
  const rows = readable(() => found.prepare('SELECT pack, exercise, part, seed, text, at, digest FROM draft').all() as (Draft & { digest: Buffer })[])
  return (rows ?? []).filter(({ digest, ...draft }) => Buffer.isBuffer(digest) && draftDigest(draft).equals(digest)).map(({ digest: _, ...draft }) => draft)
}

