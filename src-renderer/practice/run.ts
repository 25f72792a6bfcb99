/** Endless practice: what can be asked for, and the address of the question that comes of it. */
import type { Api, CallInput, CallOutput } from '../../src-main/app/contract.ts'
import { exerciseAddress, libraryAddress, type PracticeRun } from '../state/route.ts'
import type { WordKey } from '../words/index.ts'

export type PracticeOutcome = NonNullable<CallInput<'practice'>['outcome']>
/** In the order of the course. */
export const practised: readonly PracticeOutcome[] = ['shapes', 'compute', 'abstract', 'indices']
export const levels = [1, 2, 3, 4, 5] as const
/** The pack to which the main process counts the exercises that it makes. */
export const practicePack = 'endless-practice'

/** What a learner chose. Null: whatever is furthest behind; the level that fits. */
export interface Choice {
  readonly outcome: string | null
  readonly level: number | null
}

/** Has a new question made. Rejects as any call does. */
export function ask(host: Api, choice: Choice): Promise<CallOutput<'practice'>> {
  // An address that was changed by hand can name an outcome that there is not: then the one that is furthest behind.
  const outcome = practised.find(each => each === choice.outcome)
  return host.practice({ ...(outcome === undefined ? {} : { outcome }), ...(choice.level === null ? {} : { level: choice.level }) })
}

/** Where a question is found. `last`: the one before it. */
export function addressOf(made: CallOutput<'practice'>, choice: Choice, last?: { readonly outcome: string | undefined; readonly level: number }): string {
  const before = last?.outcome === made.outcome ? last.level : undefined
  const run: PracticeRun = { outcome: choice.outcome, level: choice.level, now: made.level, ...(before === undefined ? {} : { before }) }
  return exerciseAddress(made.pack, made.exercise, undefined, { seed: made.seed, run })
}

/** Where the next review is found; the library once today's are done. */
export async function reviewAddress(host: Api): Promise<string> {
  const { next } = await host.nextReview({})
  return next === null ? libraryAddress : exerciseAddress(next.pack, next.exercise, undefined, { seed: next.seed, since: next.since })
}

/** Why a question has the level that it has, as a key of the catalogue. */
export function reasonOf({ level, now, before }: PracticeRun): WordKey {
  if (level !== null) return 'practice.why.chosen'
  if (before !== undefined && now > before) return 'practice.why.up'
  if (before !== undefined && now < before) return 'practice.why.down'
  if (now === levels.at(-1)) return 'practice.why.highest'
  if (before !== undefined) return 'practice.why.same'
  return now === 1 ? 'practice.why.first' : 'practice.why.left'
}

/** What is asked at a level, in plain words; `outcome` null: in any outcome. */
export function levelWords(outcome: string | null, level: number): WordKey {
  const known = practised.find(each => each === outcome) ?? 'any'
  return `practice.level.${known}.${levels.find(each => each === level) ?? 1}`
}

/** The name of an outcome; that of practice as a whole where there is none such. */
export function outcomeWords(outcome: string | null | undefined): WordKey {
  const known = practised.find(each => each === outcome)
  return known === undefined ? 'practice.outcome.any' : `practice.outcome.${known}`
}
