/** The tables of standings: one row a part and one a variant, derived from the log and rebuilt from it at any time. */
import type { Connection } from './connection.ts'
import { eventKinds } from './event.ts'
import type { EventKind, Place } from './event.ts'
import { inOrder } from './log.ts'
import { prepared } from './prepared.ts'
import { fold, step, stepOn } from './standing.ts'
import type { Standing, StandingEvent } from './standing.ts'

const fields = `tries, wrong, hints, hints_before AS hintsBefore, solutions, solutions_before AS solutionsBefore, skips,
  first_try AS firstTry, first_at AS firstAt, right_at AS rightAt, last_at AS lastAt, ms`
const stored = 'tries, wrong, hints, hints_before, solutions, solutions_before, skips, first_try, first_at, right_at, last_at, ms'
const given = '@tries, @wrong, @hints, @hintsBefore, @solutions, @solutionsBefore, @skips, @firstTry, @firstAt, @rightAt, @lastAt, @ms'
const updates = stored.split(', ').map((name) => `${name} = excluded.${name}`).join(', ')
const putPart = `INSERT INTO part_standing (pack, exercise, part, ${stored}) VALUES (@pack, @exercise, @part, ${given})
  ON CONFLICT (pack, exercise, part) DO UPDATE SET ${updates}`
const putVariant = `INSERT INTO variant_standing (pack, exercise, part, seed, ${stored}) VALUES (@pack, @exercise, @part, @seed, ${given})
  ON CONFLICT (pack, exercise, part, seed) DO UPDATE SET ${updates}`

type StoredStanding = Omit<Standing, 'firstTry'> & { readonly firstTry: number | null }
const read = (row: StoredStanding): Standing => ({ ...row, firstTry: row.firstTry === null ? null : row.firstTry === 1 })
const store = (standing: Standing): StoredStanding => ({ ...standing, firstTry: standing.firstTry === null ? null : Number(standing.firstTry) })

export interface PlacedStanding extends Place {
  readonly standing: Standing
}

export function partStanding(db: Connection, place: Place): Standing | null {
  const row = prepared(db, `SELECT ${fields} FROM part_standing WHERE pack = @pack AND exercise = @exercise AND part = @part`).get(plain(place))
  return row === undefined ? null : read(row as StoredStanding)
}

export function variantStanding(db: Connection, place: Place, seed: string): Standing | null {
  const sql = `SELECT ${fields} FROM variant_standing WHERE pack = @pack AND exercise = @exercise AND part = @part AND seed = @seed`
  const row = prepared(db, sql).get({ ...plain(place), seed })
  return row === undefined ? null : read(row as StoredStanding)
}

/** Standings of all parts that have events: of everything, of a pack, or of an exercise. */
export function partStandings(db: Connection, filter: { pack?: string; exercise?: string } = {}): readonly PlacedStanding[] {
  const where = filter.pack === undefined ? '' : filter.exercise === undefined ? 'WHERE pack = @pack' : 'WHERE pack = @pack AND exercise = @exercise'
  const rows = prepared(db, `SELECT pack, exercise, part, ${fields} FROM part_standing ${where} ORDER BY pack, exercise, part`).all(filter)
  return (rows as (StoredStanding & Place)[]).map(({ pack, exercise, part, ...standing }) => ({ pack, exercise, part, standing: read(standing) }))
}

const plain = (place: Place): Place => ({ pack: place.pack, exercise: place.exercise, part: place.part })

/** Takes in one event that is later than all others of its place. To be called in the event's transaction. */
export function advance(db: Connection, place: Place, seed: string, event: StandingEvent): void {
  prepared(db, putPart).run({ ...plain(place), ...store(step(partStanding(db, place), event)) })
  prepared(db, putVariant).run({ ...plain(place), seed, ...store(step(variantStanding(db, place, seed), event)) })
}

/** Works out a part's standings afresh from its events. To be called in a transaction. */
export function refold(db: Connection, place: Place): void {
  const events = eventsOf(db, place)
  prepared(db, 'DELETE FROM part_standing WHERE pack = @pack AND exercise = @exercise AND part = @part').run(plain(place))
  prepared(db, 'DELETE FROM variant_standing WHERE pack = @pack AND exercise = @exercise AND part = @part').run(plain(place))
  const whole = fold(events)
  if (whole === null) return
  prepared(db, putPart).run({ ...plain(place), ...store(whole) })
  for (const [seed, own] of Map.groupBy(events, (event) => event.seed)) {
    const standing = fold(own)
    if (standing !== null) prepared(db, putVariant).run({ ...plain(place), seed, ...store(standing) })
  }
}

function eventsOf(db: Connection, place: Place): readonly (StandingEvent & { seed: string })[] {
  const sql = `SELECT ${eventFields} FROM event LEFT JOIN rechecked ON rechecked.uuid = event.uuid WHERE pack = @pack AND exercise = @exercise AND part = @part ORDER BY ${inOrder}`
  return (prepared(db, sql).all(plain(place)) as (StandingEvent & { seed: string })[]).filter(bears)
}

/** As the newest check has it. */
const eventFields = 'kind, at, coalesce(rechecked.judged, event.judged) AS judged, repeats, ms, seed'

/** Whether an event bears on a standing. A kind that there is not is damage, which `doctor` finds and says; the rest still counts. */
export const bears = ({ kind }: { readonly kind: EventKind }): boolean => eventKinds.includes(kind) && kind !== 'recheck'

type PlacedEvent = StandingEvent & Place & { readonly seed: string }

/** Works out all standings afresh: takes the events of the whole log in order, and writes them in the end. To be used in a transaction. */
export class StandingsFold {
  /** By pack, and in it by exercise and part. */
  readonly #packs = new Map<string, Map<string, Part>>()

  take(row: PlacedEvent): void {
    let parts = this.#packs.get(row.pack)
    if (parts === undefined) this.#packs.set(row.pack, (parts = new Map()))
    // The length says where the exercise ends, whatever signs there are in it; in the end, so that keys sort as the table does.
    const key = `${row.exercise}\0${row.part}\0${row.exercise.length}`
    const known = parts.get(key)
    if (known === undefined) parts.set(key, { exercise: row.exercise, part: row.part, seed: row.seed, standing: stepOn(null, row), variants: null })
    else stepPart(known, row)
  }

  /** The number of parts. */
  write(db: Connection): number {
    db.exec('DELETE FROM part_standing; DELETE FROM variant_standing')
    const marks = (count: number): string => Array.from({ length: count }, () => '?').join(', ')
    const fields = stored.split(', ').length
    const putParts = db.prepare(`INSERT INTO part_standing (pack, exercise, part, ${stored}) VALUES (${marks(3 + fields)})`)
    const putVariants = db.prepare(`INSERT INTO variant_standing (pack, exercise, part, seed, ${stored}) VALUES (${marks(4 + fields)})`)
    let count = 0
    // In the order of their keys, in which a table is written quickest.
    for (const [pack, parts] of sorted(this.#packs)) {
      count += parts.size
      for (const [, { exercise, part, seed, standing, variants }] of sorted(parts)) {
        if (variants === null) putVariants.run(pack, exercise, part, seed, valuesOf(standing))
        else for (const [own, each] of sorted(variants)) putVariants.run(pack, exercise, part, own, valuesOf(each))
      }
    }
    // A part of one variant stands as that one does.
    db.exec(`INSERT INTO part_standing (pack, exercise, part, ${stored}) SELECT pack, exercise, part, ${stored} FROM variant_standing GROUP BY pack, exercise, part HAVING count(*) = 1`)
    for (const [pack, parts] of this.#packs) for (const { exercise, part, standing, variants } of parts.values()) if (variants !== null) putParts.run(pack, exercise, part, valuesOf(standing))
    return count
  }
}

/** A part with its variants. While there is but one of them, as of every generated exercise, it stands as the part does: `variants` is null. */
interface Part {
  readonly exercise: string
  readonly part: string
  /** Of the first variant. */
  readonly seed: string
  standing: Standing
  variants: Map<string, Standing> | null
}

function stepPart(known: Part, row: PlacedEvent): void {
  if (known.variants === null && known.seed !== row.seed) known.variants = new Map([[known.seed, { ...known.standing }]])
  known.standing = stepOn(known.standing, row)
  known.variants?.set(row.seed, stepOn(known.variants.get(row.seed) ?? null, row))
}

const sorted = <T>(all: ReadonlyMap<string, T>): [string, T][] => [...all].sort(([a], [b]) => (a < b ? -1 : 1))

/** In the order of `stored`. */
const valuesOf = (s: Standing): (number | null)[] => [
  s.tries, s.wrong, s.hints, s.hintsBefore, s.solutions, s.solutionsBefore, s.skips, s.firstTry === null ? null : Number(s.firstTry), s.firstAt, s.rightAt, s.lastAt, s.ms,
]
