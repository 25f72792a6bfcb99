/** The log to leaf through, and an attempt opened again. */
import { z } from 'zod'
import { questionSchema } from '../../checking/question.ts'
import type { Question } from '../../checking/question.ts'
import { dayNamed } from '../../progress/index.ts'
import type { Cursor, HistoryFilter, HistoryPage, LoggedEvent } from '../../progress/index.ts'
import { verdict as verdictSchema } from '../contract.ts'
import type { CallInput, CallOutput } from '../contract.ts'
import type { Desk } from '../desk.ts'
import { Refusal } from '../refusal.ts'
import { problemWords, refusalWords } from '../words/index.ts'
import { asksOf } from '../show/asks.ts'
import { iso, rowOf, titlesOf } from '../show/attempts.ts'
import type { AttemptRow } from '../show/attempts.ts'
import { givensOf } from '../show/givens.ts'
import { taskOf } from '../show/task.ts'
import { tagsOfOld } from '../tags.ts'
import { verdictOf } from './history.ts'

type Opened = CallOutput<'attempt'>
type Verdict = Opened['verdict']

export function attempts(desk: Desk, input: CallInput<'attempts'>): CallOutput<'attempts'> {
  const page = pageOf(desk, filterOf(desk, input), input.outcome)
  return { rows: page.events.map(event => shown(desk, event)), next: page.next && `${page.next.stamp}.${page.next.uuid}.${page.next.digest}` }
}

/** Entries that are looked at for one page at the most: where few of them serve an outcome, the page is shorter instead of late. */
const mostLooked = 5_000
const lookedAtOnce = 500

function pageOf(desk: Desk, filter: HistoryFilter, outcome: string | undefined): HistoryPage {
  const read = (from: HistoryFilter): HistoryPage => desk.keeper.review(store => store.history(from), { events: [], next: null })
  if (outcome === undefined) return read(filter)
  const { limit = 50, ...plain } = filter
  const found: LoggedEvent[] = []
  let here: HistoryFilter = plain
  for (let looked = 0; ; looked += lookedAtOnce) {
    const { events, next } = read({ ...here, limit: lookedAtOnce })
    const fitting = events.flatMap((event, at) => (serves(desk, event, outcome) ? [at] : []))
    const last = fitting[limit - found.length - 1]
    found.push(...fitting.slice(0, limit - found.length).map(at => events[at]!))
    // The next page begins after the last entry of this one.
    if (last !== undefined) return { events: found, next: read({ ...here, limit: last + 1 }).next }
    if (next === null || looked + lookedAtOnce >= mostLooked) return { events: found, next }
    here = { ...plain, after: next }
  }
}

const tagged = z.object({ tags: z.object({ outcomes: z.array(z.string()) }) })

/** By what the event says itself; where it was written before events did, by the packs that are there. */
function serves({ shelf }: Desk, { detail, ...event }: LoggedEvent, outcome: string): boolean {
  const own = tagged.safeParse(detail)
  const outcomes = own.success ? own.data.tags.outcomes : tagsOfOld(() => shelf)({ ...event, question: null })?.outcomes
  return outcomes?.includes(outcome) ?? false
}

function filterOf(desk: Desk, { pack, exercise, part, kind = 'attempt', verdict, mistake, from, to, limit = 50, after }: CallInput<'attempts'>): HistoryFilter {
  const place = pack === undefined ? {} : exercise === undefined ? { pack } : part === undefined ? { pack, exercise } : { pack, exercise, part }
  const judged = mistake === undefined ? verdict : (verdict ?? 'incorrect')
  const start = from === undefined ? null : startOf(desk, from, 0)
  const end = to === undefined ? null : startOf(desk, to, 1)
  return {
    ...place, limit, ...(kind === 'all' ? {} : { kind }), ...(judged === undefined ? {} : { judged, kind: 'attempt' }), ...(mistake === undefined ? {} : { mistake: mistake === 'other' ? null : mistake }),
    ...(start === null ? {} : { since: start }), ...(end === null ? {} : { before: end }), ...(after === undefined ? {} : { after: cursorIn(after) }),
  }
}

/** When a day of the learner begins, or the one after it, in ms since 1970. */
function startOf({ zone }: Desk, name: string, plus: number): number {
  const day = dayNamed(name)
  if (day === null) throw new Refusal(refusalWords.noDay(name))
  const start = (day + plus) * 86_400_000
  return start - zone(start) * 60_000
}

function cursorIn(text: string): Cursor {
  const [, stamp, uuid, digest] = /^(-?\d+)\.([0-9a-f-]{36})\.([0-9A-F]{64})$/.exec(text) ?? []
  if (stamp === undefined || uuid === undefined || digest === undefined) throw new Refusal(refusalWords.noPage)
  return { stamp: Number(stamp), uuid, digest }
}

/** With what a later check said. */
export function shown({ keeper, shelf }: Desk, event: LoggedEvent): AttemptRow {
  const row = rowOf(shelf, event)
  const later = event.kind === 'attempt' ? keeper.review(store => store.review.recheckOf(event.uuid), null) : null
  return later ? { ...row, rechecked: later.verdict.verdict } : row
}

/** Refuses, in plain words, an attempt that is not there. */
export async function attempt(desk: Desk, { id }: CallInput<'attempt'>): Promise<Opened> {
  const { keeper, shelf } = desk
  const event = keeper.review(store => store.event(id), null)
  if (event?.kind !== 'attempt' || event.answer === null) throw new Refusal(refusalWords.noAttempt)
  const { pack, exercise, part, answer, ms, appVersion, packVersion } = event
  const question = questionSchema.safeParse(event.question)
  const asked = question.success ? sheetOf(question.data) : null
  const later = keeper.review(store => store.review.recheckOf(id), null)
  return {
    row: shown(desk, event), answer, verdict: verdictOf(event), kind: question.success ? question.data.kind : null, latex: asked?.latex ?? null, asks: asked?.asks ?? null, givens: asked?.givens ?? [], prompt: promptOf(desk, event),
    reading: question.success && asked ? ((await desk.checker.read(question.data, answer)) as Opened['reading']) : null,
    ms, version: appVersion, packVersion, helped: keeper.review(store => store.review.helpBefore(event), { hints: 0, solutions: 0 }),
    rechecks: later ? [{ at: iso(later.recheck.at), version: later.recheck.appVersion, verdict: checked(later.verdict) }] : [],
    here: titlesOf(shelf, pack, exercise, part).here,
  }
}

/** Null where this version can no longer read the question. */
function sheetOf(question: Question): { latex: string; asks: string; givens: Opened['givens'] } | null {
  try {
    return { latex: taskOf(question), asks: asksOf(question), givens: givensOf(question.given, question.define) }
  } catch {
    return null
  }
}

/** The prompt of the exercise as it is now, where it still asks the same question. */
function promptOf({ shelf }: Desk, { pack, exercise, part, seed, question }: LoggedEvent): string | null {
  try {
    const found = shelf.part({ pack, exercise, part, seed: Number(seed) || 0 }).part
    return JSON.stringify(found.question) === JSON.stringify(question) ? found.prompt : null
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

function checked(verdict: unknown): Verdict {
  const parsed = verdictSchema.safeParse(verdict)
  return parsed.success ? parsed.data : { verdict: 'undecided', diagnosis: [], sentence: problemWords.verdictUnreadable, notes: [] }
}

/** What was judged again and came out otherwise. */
export function rechecks({ keeper, shelf }: Desk, _: CallInput<'rechecks'>): CallOutput<'rechecks'> {
  const { count, last } = keeper.review(store => store.review.rechecks(100), { count: 0, last: [] })
  return {
    last: last[0] ? iso(last[0].recheck.at) : null, count,
    changes: last.map(({ attempt: event, recheck, verdict }) => ({
      attempt: { ...rowOf(shelf, event), rechecked: verdict.verdict }, at: iso(recheck.at), version: recheck.appVersion,
      was: event.verdict?.verdict ?? 'undecided', wasMistake: event.verdict?.diagnosis[0]?.code ?? null, now: verdict.verdict, nowMistake: verdict.diagnosis[0]?.code ?? null,
    })),
  }
}
