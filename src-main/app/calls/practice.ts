/** Endless practice: an outcome that needs it, at a level that fits. */
import { levels, outcomes, type Level, type PracticeOutcome } from '../../packs/generator/generate.ts'
import type { CallInput, CallOutput } from '../contract.ts'
import type { Desk } from '../desk.ts'
import { newPractice, practiceKind, practicePack } from '../practice.ts'
import { library } from './library.ts'

/** An exercise of the practice pack as it went: how its counted attempts came out, first to last. */
export interface Done {
  readonly id: string
  readonly level: Level
  readonly right: readonly boolean[]
}

export function practice(desk: Desk, input: CallInput<'practice'>): CallOutput<'practice'> {
  const outcome = input.outcome ?? furthestBehind(desk)
  const done = doneLately(desk, outcome)
  const level = levels.find(l => l === input.level) ?? fitting(done)
  const exercise = newPractice(outcome, level, newSeed(desk), done.slice(0, 8).map(each => each.id))
  return { pack: practicePack.id, exercise: exercise.id, seed: 0, outcome, level }
}

/** 32 bits that no one chose. */
export function newSeed(desk: Desk): number {
  return Number.parseInt(desk.random().replaceAll('-', '').slice(0, 8), 16)
}

/** The exercises of this outcome that were tried, newest first. */
export function doneLately(desk: Desk, outcome: PracticeOutcome): Done[] {
  const done = new Map<string, { id: string; level: Level; right: boolean[] }>()
  for (const { exercise, verdict } of desk.keeper.history({ pack: practicePack.id, kind: 'attempt', limit: 100 })) {
    const kind = practiceKind(exercise)
    if (kind?.outcome !== outcome || (verdict?.verdict !== 'correct' && verdict?.verdict !== 'incorrect')) continue
    const own = done.get(exercise) ?? { id: exercise, level: kind.level, right: [] }
    own.right.unshift(verdict.verdict === 'correct')
    done.set(exercise, own)
  }
  return [...done.values()]
}

/** The level of the last one; one up after two at it that were right at the first try, one down after two that never were. */
export function fitting(done: readonly Done[]): Level {
  const [last, before] = done
  if (!last) return 1
  if (before?.level !== last.level) return last.level
  const both = (holds: (each: Done) => boolean): boolean => holds(last) && holds(before)
  const step = both(each => each.right[0] === true) ? 1 : both(each => !each.right.includes(true)) ? -1 : 0
  return levels[Math.min(levels.length - 1, Math.max(0, last.level - 1 + step))]!
}

/** The outcome with the smallest share of parts done; the first of equals, in the order of the course. */
function furthestBehind(desk: Desk): PracticeOutcome {
  const rows = library(desk, {}).outcomes.filter(row => row.parts > 0).map(row => ({ id: outcomes.find(o => o === row.id), share: row.right / row.parts }))
  const least = rows.filter(row => row.id).toSorted((a, b) => a.share - b.share)[0]
  return least?.id ?? 'shapes'
}
