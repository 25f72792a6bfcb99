/** Everything that is derived from the log, worked out afresh from it. */
import type { Connection } from './connection.ts'
import { DerivedFold, Spoiled, derivedUpTo, isFresh, markStale, questionOf, statesOf, takeOn } from './derived.ts'
import type { DerivedRow, TagsOf } from './derived.ts'
import { countEvents, inOrder } from './log.ts'
import type { StateKind } from './model/fold.ts'
import { rebuildRechecked } from './recheck.ts'
import { StandingsFold, bears } from './standings.ts'

type Walked = DerivedRow & { readonly ms: number; readonly asked: number | null }

/** What is judged again is as the newest check has it. */
const asItHolds = `
  SELECT event.uuid, event.kind, event.at, event.pack, event.exercise, event.part, event.seed, event.repeats, event.ms, event.detail, event.question AS asked,
    coalesce(rechecked.judged, event.judged) AS judged, CASE WHEN rechecked.uuid IS NULL THEN event.mistake ELSE rechecked.mistake END AS mistake
  FROM event`

/** The whole log in its order, row by row: it is never in memory as a whole. */
function* walk(db: Connection): Iterable<Walked> {
  const rows = db.prepare(`${asItHolds} INDEXED BY event_by_time LEFT JOIN rechecked ON rechecked.uuid = event.uuid ORDER BY ${inOrder}`)
  for (const row of rows.iterate() as Iterable<Walked>) if (bears(row)) yield row
}

/** Events with a higher number than this, in the order in which they were written. */
function* later(db: Connection, seq: number): Iterable<Walked> {
  const rows = db.prepare(`${asItHolds} LEFT JOIN rechecked ON rechecked.uuid = event.uuid WHERE event.seq > ? ORDER BY event.seq`)
  for (const row of rows.iterate(seq) as Iterable<Walked>) if (bears(row)) yield row
}

/** Everything that is derived, as the events of the whole log are told in their order, with the judgement that holds. */
export class Reworking {
  readonly #standings = new StandingsFold()
  readonly #derived = new DerivedFold(null)
  readonly #tagsOf: TagsOf | undefined

  constructor(tagsOf: TagsOf | undefined) {
    this.#tagsOf = tagsOf
  }

  take(row: DerivedRow & { readonly ms: number }, question: () => string | null): void {
    this.#standings.take(row)
    this.#derived.take(row, question, this.#tagsOf)
  }

  /** Puts it in the place of what was there. Returns how many parts have a standing. To be called in a transaction. */
  write(db: Connection): number {
    this.#derived.write(db)
    return this.#standings.write(db)
  }
}

/** Works out everything, in one walk through the log. Returns how many parts have a standing. To be called in a transaction. */
export function rework(db: Connection, tagsOf: TagsOf | undefined): number {
  rebuildRechecked(db)
  const all = new Reworking(tagsOf)
  for (const row of walk(db)) all.take(row, () => questionOf(db, row.asked))
  return all.write(db)
}

/** Works out the standings alone. To be called in a transaction. */
export function rebuildStandings(db: Connection): number {
  rebuildRechecked(db)
  const standings = new StandingsFold()
  for (const row of walk(db)) standings.take(row)
  return standings.write(db)
}

/** Works out what review shows alone. To be called in a transaction. */
export function derive(db: Connection, tagsOf: TagsOf | undefined): void {
  const derived = new DerivedFold(null)
  for (const row of walk(db)) derived.take(row, () => questionOf(db, row.asked), tagsOf)
  derived.write(db)
}

/** How what review shows was found: as it must be, taken on by the last events, or worked out afresh. */
export type Freshened = 'fresh' | 'taken on' | 'afresh'

/** Makes sure that what review shows fits the log and this program; does nothing where it does. */
export function freshen(db: Connection, tagsOf: TagsOf | undefined): Freshened {
  if (isFresh(db)) return 'fresh'
  return db.transaction((): Freshened => {
    if (takeOn(db, (seq) => later(db, seq), tagsOf)) return 'taken on'
    derive(db, tagsOf)
    return 'afresh'
  }).immediate()
}

/** Takes on what was worked out by the last events; does nothing where all would have to be worked out afresh. */
export function takeOnLast(db: Connection, tagsOf: TagsOf | undefined): void {
  if (derivedUpTo(db) !== null) freshen(db, tagsOf)
}

/** What costs nothing at opening: a log without events needs no more than to be known as such. */
export function freshenEmpty(db: Connection): void {
  if (!isFresh(db) && countEvents(db) === 0) freshen(db, undefined)
}

/** All states of a kind by their keys. Where one is damaged, what review shows is worked out from the log again. */
export function soundStates(db: Connection, kind: StateKind, tagsOf: TagsOf | undefined): ReadonlyMap<string, unknown> {
  try {
    return statesOf(db, kind)
  } catch (error) {
    if (!(error instanceof Spoiled)) throw error
    markStale(db)
    freshen(db, tagsOf)
    return statesOf(db, kind)
  }
}
