/** Finds events whose content no longer fits their digest, and takes them again from backups that still have them. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { listBackups } from './backup.ts'
import { openForReading } from './connection.ts'
import type { Connection } from './connection.ts'
import { markStale } from './derived.ts'
import { digestOf } from './event.ts'
import type { EventRow, VerdictRecord } from './event.ts'
import { failureOf } from './failure.ts'
import type { LearnerFiles } from './learners.ts'
import { columns, from } from './log.ts'

type DigestedRow = EventRow & { readonly seq: number; readonly digest: Buffer; readonly judged: string | null; readonly proof: string | null; readonly mistake: string | null }

const select = `SELECT event.seq, event.digest, event.judged, event.proof, event.mistake, ${columns} ${from}`

function sound({ digest, seq: _, judged, proof, mistake, ...row }: DigestedRow): boolean {
  if (!digestOf(row).equals(digest)) return false
  const said = row.verdict === null ? null : (JSON.parse(row.verdict) as VerdictRecord)
  return judged === (said?.verdict ?? null) && proof === (said?.proof ?? null) && mistake === (said?.diagnosis[0]?.code ?? null)
}

/** The numbers (`seq`) of events that do not fit their digest. Reads the whole log. */
export function damagedEvents(db: Connection): readonly number[] {
  const found: number[] = []
  for (const row of db.prepare(`${select} ORDER BY event.seq`).iterate() as Iterable<DigestedRow>) if (!sound(row)) found.push(row.seq)
  return found
}

/** Puts back what the newest backup that has it in good order says, for each of the given events; what none has stays as it is. */
export function mendFromBackups(db: Connection, files: LearnerFiles, damaged: readonly number[]): void {
  let left = damaged
  for (const { name } of listBackups(files)) {
    if (left.length === 0) return
    const backup = readable(() => openForReading(join(files.backups, name)))
    if (backup === null) continue
    try {
      left = unguarded(db, () => left.filter((seq) => !mendOne(db, backup, seq)))
      markStale(db)
    } finally {
      backup.close()
    }
  }
}

function readable<T>(read: () => T): T | null {
  try {
    return read()
  } catch (error) {
    const noTable = error instanceof Error && 'code' in error && error.code === 'SQLITE_ERROR'
    if (noTable || failureOf(error, '') !== null) return null
    throw error
  }
}

function mendOne(db: Connection, backup: Connection, seq: number): boolean {
  const own = db.prepare(`${select} WHERE event.seq = ?`).get(seq) as DigestedRow
  // Either half of the event's name may be what was damaged; the other half finds it.
  const found = readable(() => (backup.prepare(`${select} WHERE event.digest = ? OR event.uuid = ?`).all(own.digest, own.uuid) as DigestedRow[]).filter(sound)) ?? []
  const good = found.find((row) => row.digest.equals(own.digest)) ?? (found.length === 1 ? found[0] : undefined)
  if (good === undefined) return false
  db.prepare(`UPDATE OR IGNORE event SET uuid = @uuid, digest = @digest, kind = @kind, stamp = @stamp, at = @at, learner = @learner, pack = @pack,
    pack_version = @packVersion, exercise = @exercise, part = @part, seed = @seed, answer = @answer, verdict = @verdict, judged = @judged, proof = @proof,
    mistake = @mistake, ms = @ms, app_version = @appVersion, repeats = @repeats, detail = @detail, question = @questionId WHERE seq = @own`)
    .run({ ...good, own: seq, questionId: good.question === null ? null : mendQuestion(db, good.question) })
  if (good.evidence !== null) db.prepare('INSERT INTO evidence VALUES (?, ?) ON CONFLICT (seq) DO UPDATE SET json = excluded.json').run(seq, good.evidence)
  else db.prepare('DELETE FROM evidence WHERE seq = ?').run(seq)
  return sound(db.prepare(`${select} WHERE event.seq = ?`).get(seq) as DigestedRow)
}

function mendQuestion(db: Connection, json: string): number {
  const hash = createHash('sha256').update(json).digest()
  db.prepare('INSERT INTO question (hash, json) VALUES (?, ?) ON CONFLICT (hash) DO UPDATE SET json = excluded.json').run(hash, json)
  return db.prepare('SELECT id FROM question WHERE hash = ?').pluck().get(hash) as number
}

/** Runs in one transaction in which the triggers that keep the log are away, and puts them back before it ends. */
function unguarded<T>(db: Connection, run: () => T): T {
  return db.transaction(() => {
    const triggers = db.prepare('SELECT name, sql FROM sqlite_schema WHERE type = \'trigger\'').all() as { name: string; sql: string }[]
    for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`)
    const value = run()
    for (const { sql } of triggers) db.exec(sql)
    return value
  }).immediate()
}
