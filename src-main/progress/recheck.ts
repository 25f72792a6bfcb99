/**
 * Attempts that were judged again. What was said at the time stays in the log as it is; a recheck is an event of its own, which names the attempt and says
 * what the checker says now, and whatever is derived goes by the last of them.
 */
import { z } from 'zod'
import type { Connection } from './connection.ts'
import type { EventRow, Place, VerdictRecord } from './event.ts'
import { prepared } from './prepared.ts'

/** What a recheck event keeps as its `detail`. */
export interface RecheckDetail {
  /** UUID of the attempt. */
  readonly of: string
  /** Without its evidence. */
  readonly verdict: VerdictRecord
}

const verdict = z.looseObject({ verdict: z.enum(['correct', 'incorrect', 'invalid', 'undecided']), diagnosis: z.array(z.looseObject({ code: z.string() })) })
const recheckDetail = z.looseObject({ of: z.string(), verdict })

/** The detail of a recheck event (its JSON text); null where it cannot be read, as a file that another program wrote may have it. */
export function recheckIn(detail: string | null): RecheckDetail | null {
  try {
    const raw = JSON.parse(detail ?? 'null') as RecheckDetail | null
    // As it came: a schema would put its keys in another order.
    return recheckDetail.safeParse(raw).success && raw !== null ? { of: raw.of, verdict: raw.verdict } : null
  } catch {
    return null
  }
}

/** Takes a recheck event into the table of them. Of several of one attempt, the last in the order of the log holds, whichever came first. */
export function noteRecheck(db: Connection, { uuid, stamp, detail }: Pick<EventRow, 'uuid' | 'stamp' | 'detail'>): void {
  const found = recheckIn(detail)
  if (found === null) return
  prepared(db, `INSERT INTO rechecked (uuid, stamp, by, judged, mistake) VALUES (@of, @stamp, @uuid, @judged, @mistake)
    ON CONFLICT (uuid) DO UPDATE SET stamp = excluded.stamp, by = excluded.by, judged = excluded.judged, mistake = excluded.mistake
    WHERE (excluded.stamp, excluded.by) > (rechecked.stamp, rechecked.by)`)
    .run({ of: found.of, stamp, uuid, judged: found.verdict.verdict, mistake: found.verdict.diagnosis[0]?.code ?? null })
}

/** Makes the table of rechecks afresh from the log. To be called in a transaction. */
export function rebuildRechecked(db: Connection): void {
  db.exec('DELETE FROM rechecked')
  const rows = db.prepare('SELECT uuid, stamp, detail FROM event WHERE kind = \'recheck\'').all() as Pick<EventRow, 'uuid' | 'stamp' | 'detail'>[]
  for (const row of rows) noteRecheck(db, row)
}

/** A recheck and the attempt that it is of. */
export interface Recheck {
  /** UUIDs of the recheck and of the attempt. */
  readonly uuid: string
  readonly of: string
}

/** The last rechecks that hold, newest first, and how many there are. */
export function rechecks(db: Connection, limit: number): { readonly count: number; readonly last: readonly Recheck[] } {
  const last = prepared(db, 'SELECT by AS uuid, uuid AS of FROM rechecked INDEXED BY rechecked_by_time ORDER BY stamp DESC, by DESC LIMIT ?').all(limit) as Recheck[]
  return { count: prepared(db, 'SELECT count(*) FROM rechecked').pluck().get() as number, last }
}

/** What the last recheck says of an attempt; null where there is none. */
export function recheckOf(db: Connection, uuid: string): { readonly by: string; readonly judged: string; readonly mistake: string | null } | null {
  return (prepared(db, 'SELECT by, judged, mistake FROM rechecked WHERE uuid = ?').get(uuid) as { by: string; judged: string; mistake: string | null } | undefined) ?? null
}

/** An answer as it was judged, for judging it again. */
export interface Judged extends Place {
  readonly uuid: string
  /** Of the variant; empty where the exercise has none. */
  readonly seed: string
  readonly question: string
  readonly answer: string
  /** As the newest check has it. */
  readonly judged: string
  readonly mistake: string | null
}

/** A page of the attempts whose question is kept, in the order in which they were written, after the one with this number. */
export function judgedAfter(db: Connection, seq: number, limit: number): readonly (Judged & { readonly seq: number })[] {
  return prepared(db, `SELECT event.seq, event.uuid, event.pack, event.exercise, event.part, event.seed, question.json AS question, event.answer, coalesce(rechecked.judged, event.judged) AS judged,
      CASE WHEN rechecked.uuid IS NULL THEN event.mistake ELSE rechecked.mistake END AS mistake
    FROM event JOIN question ON question.id = event.question LEFT JOIN rechecked ON rechecked.uuid = event.uuid
    WHERE event.seq > ? AND event.kind = 'attempt' AND event.judged IS NOT NULL ORDER BY event.seq LIMIT ?`).all(seq, limit) as (Judged & { seq: number })[]
}
