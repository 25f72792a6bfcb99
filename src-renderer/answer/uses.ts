/** What was used in right answers, kept with the learner for each outcome. */
import { kept } from '../state/keymap.svelte.ts'
import { learnt, readUses, usesText, type Uses } from './symbols.ts'

const named = (outcome: string) => `symbols.${outcome.replace(/[^A-Za-z0-9.-]/g, '-').slice(0, 80)}`

/** The uses under some outcomes, added up. */
export function usesOf(outcomes: readonly string[]): Uses {
  const sum: Record<string, number> = {}
  for (const outcome of outcomes) for (const [id, count] of Object.entries(readUses(kept.get(named(outcome)) ?? ''))) sum[id] = (sum[id] ?? 0) + count
  return sum
}

const noted = new WeakSet<object>()

/** Notes what a right answer used, once for each judgement. */
export function noteUses(outcomes: readonly string[], judged: { readonly answer: string }): void {
  if (noted.has(judged)) return
  noted.add(judged)
  const { answer } = judged
  void kept.change(Object.fromEntries(outcomes.map(outcome => [named(outcome), usesText(learnt(readUses(kept.get(named(outcome)) ?? ''), answer))])))
}
