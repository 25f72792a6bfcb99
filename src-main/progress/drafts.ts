/** Drafts: what stands on the answer line and was not handed in. Kept apart from the log, one a part and variant. */
import { createHash } from 'node:crypto'
import type { Connection } from './connection.ts'
import type { Place } from './event.ts'
import { prepared } from './prepared.ts'

export interface Draft extends Place {
  readonly seed: string
  readonly text: string
  /** When it was saved, in ms since 1970. */
  readonly at: number
}

/** SHA-256 of a draft's content, by which damage shows. */
export function draftDigest(draft: Draft): Buffer {
  return createHash('sha256').update(JSON.stringify([draft.pack, draft.exercise, draft.part, draft.seed, draft.text, draft.at])).digest()
}

/** Puts the draft in the place of the last one of its part and variant; committed when this returns. An empty text is a draft too. */
export function putDraft(db: Connection, draft: Draft): void {
  prepared(db, `INSERT INTO draft (pack, exercise, part, seed, text, at, digest) VALUES (@pack, @exercise, @part, @seed, @text, @at, @digest)
    ON CONFLICT (pack, exercise, part, seed) DO UPDATE SET text = excluded.text, at = excluded.at, digest = excluded.digest`)
    .run({ ...draft, digest: draftDigest(draft) })
}

export function readDraft(db: Connection, place: Place, seed: string): Draft | null {
  const row = prepared(db, 'SELECT pack, exercise, part, seed, text, at FROM draft WHERE pack = ? AND exercise = ? AND part = ? AND seed = ?')
    .get(place.pack, place.exercise, place.part, seed)
  return (row as Draft | undefined) ?? null
}

export function allDrafts(db: Connection): readonly Draft[] {
  return prepared(db, 'SELECT pack, exercise, part, seed, text, at FROM draft ORDER BY pack, exercise, part, seed').all() as Draft[]
}
