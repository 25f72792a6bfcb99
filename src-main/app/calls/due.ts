/** What comes back for review, and when. */
import { dayName, dayOf, planned, recallOf, reviewDefaults } from '../../progress/index.ts'
import type { Card, PlacedFamily } from '../../progress/index.ts'
import { combinationsOf } from '../../packs/variants/variant.ts'
import { levels, outcomes as practiceOutcomes } from '../../packs/generator/generate.ts'
import type { CallInput, CallOutput } from '../contract.ts'
import type { Desk } from '../desk.ts'
import { newPractice, practiceKind, practicePack } from '../practice.ts'
import { iso, titlesOf } from '../show/attempts.ts'
import { familyOf } from '../tags.ts'
import { doneLately, newSeed } from './practice.ts'

type DueFamily = CallOutput<'due'>['today'][number]

const loadKey = 'review.daily-load'
/** Days that are planned ahead. */
const ahead = 28

interface Carded extends PlacedFamily {
  readonly card: Card
  readonly due: number
}
interface Plan {
  readonly dailyLoad: number
  readonly done: number
  readonly day: number
  readonly now: number
  readonly placed: readonly { readonly item: Carded; readonly day: number; readonly overdueDays: number }[]
}

/** Families that can still be opened, each on its day. A family that was reviewed today is done for today, even where its date is near. */
function plan({ keeper, shelf, clock, zone }: Desk): Plan {
  const now = clock()
  const offset = zone(now)
  const day = dayOf(now, offset)
  const dailyLoad = loadOf(keeper.settings()[loadKey])
  const families = keeper.review(store => store.review.families(), [])
  const carded = families.flatMap(each => (each.state.card && titlesOf(shelf, each.pack, each.state.exercise, '').here ? [{ ...each, card: each.state.card, due: each.state.card.due }] : []))
  const done = carded.filter(({ card, state }) => state.before !== null && dayOf(card.at, offset) === day && state.before.due < card.at).length
  return { dailyLoad, done, day, now, placed: planned(carded, now, offset, dailyLoad, done) }
}

const loadOf = (value: unknown): number => (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 200 ? value : reviewDefaults.dailyLoad)

export function due(desk: Desk, _: CallInput<'due'>): CallOutput<'due'> {
  const { dailyLoad, done, day, now, placed } = plan(desk)
  const rows = placed.map(({ item, day: on, overdueDays }) => ({ on, row: rowOf(desk, item, on, overdueDays, now) }))
  return {
    dailyLoad, done, waiting: rows.filter(({ on, row }) => on > day && row.overdueDays > 0).length,
    today: rows.filter(({ on }) => on === day).map(({ row }) => row), later: rows.filter(({ on }) => on > day).map(({ row }) => row),
    days: Array.from({ length: ahead }, (_, n) => ({ day: dayName(day + n), reviews: rows.filter(({ on }) => on === day + n).length })),
  }
}

function rowOf({ shelf }: Desk, { pack, family, state, card }: Carded, on: number, overdueDays: number, now: number): DueFamily {
  return {
    pack, family, title: titlesOf(shelf, pack, state.exercise, '').title, outcomes: [...state.outcomes], due: iso(card.due), planned: dayName(on), overdueDays,
    last: iso(card.at), intervalDays: card.intervalDays, reviews: card.reviews, lapses: card.lapses, recall: recallOf(card, now),
  }
}

/** One of today's: of another outcome than the last one tried, where there is such a one, so that reviews are mixed. What was skipped today comes last. */
export function nextReview(desk: Desk, _: CallInput<'nextReview'>): CallOutput<'nextReview'> {
  const { day, now, placed } = plan(desk)
  const skipped = skipsToday(desk, day)
  const todays = skippedLast(skipped, placed.filter(each => each.day === day).map(({ item }) => item))
  const last = desk.keeper.history({ kind: 'attempt', limit: 1 })[0]
  const before = todays.length > 1 && last ? outcomesOf(desk, last.pack, last.exercise, last.part) : []
  const next = todays.find(item => !skipped.includes(keyOf(item)) && !item.state.outcomes.some(outcome => before.includes(outcome))) ?? todays[0]
  return { next: next ? fresh(desk, next, now) : null, left: todays.length }
}

const keyOf = ({ pack, family }: { readonly pack: string; readonly family: string }): string => JSON.stringify([pack, family])
/** Skips of one day that are looked at. */
const mostSkips = 200

/** What was skipped today, the last one first. */
function skipsToday({ keeper, zone }: Desk, day: number): readonly string[] {
  return keeper.history({ kind: 'skip', limit: mostSkips }).filter(({ at }) => dayOf(at, zone(at)) === day).map(({ pack, exercise }) => keyOf({ pack, family: familyOf(pack, exercise) }))
}

/** In their order; behind them those that were skipped today, the one skipped longest ago first. */
function skippedLast(skipped: readonly string[], todays: readonly Carded[]): readonly Carded[] {
  const rank = (item: Carded): number => (skipped.includes(keyOf(item)) ? skipped.length - skipped.indexOf(keyOf(item)) : 0)
  return todays.toSorted((a, b) => rank(a) - rank(b))
}

function outcomesOf({ shelf }: Desk, pack: string, exercise: string, part: string): readonly string[] {
  const kind = pack === practicePack.id ? practiceKind(exercise) : null
  if (kind) return [kind.outcome]
  return shelf.packs.find(each => each.id === pack)?.exercises.find(each => each.id === exercise)?.parts.find(each => each.id === part)?.outcomes ?? []
}

/** The variant after the one that was met last, all of them in turn; a new exercise where the family is generated. */
function fresh(desk: Desk, { pack, family, state }: Carded, now: number): NonNullable<CallOutput<'nextReview'>['next']> {
  const { title } = titlesOf(desk.shelf, pack, state.exercise, '')
  const kind = pack === practicePack.id ? practiceKind(state.exercise) : null
  if (kind) {
    const [outcome, level] = [practiceOutcomes.find(each => each === kind.outcome)!, levels.find(each => each === kind.level)!]
    const made = newPractice(outcome, level, newSeed(desk), doneLately(desk, outcome).slice(0, 8).map(each => each.id))
    return { pack, exercise: made.id, seed: 0, since: now, title }
  }
  const all = combinationsOf(desk.shelf.exercise(pack, family).exercise)
  const [last] = desk.keeper.history({ pack, exercise: family, kind: 'attempt', limit: 1 })
  const seed = all < 2 ? 0 : (Number(last?.seed ?? 0) + 1) % all
  // What goes on from earlier today is not begun anew.
  const since = state.since !== null && dayOf(state.at, desk.zone(now)) === dayOf(now, desk.zone(now)) ? state.since : now
  return { pack, exercise: family, seed, since, title }
}

export function saveDailyLoad({ keeper }: Desk, { load }: CallInput<'saveDailyLoad'>): CallOutput<'saveDailyLoad'> {
  const notSaved = keeper.saveSettings({ [loadKey]: load })
  return { dailyLoad: load, ...(notSaved === null ? {} : { notSaved }) }
}
