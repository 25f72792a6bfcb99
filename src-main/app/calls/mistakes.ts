/** Mistakes by kind, week by week. */
import { dayName } from '../../progress/index.ts'
import type { CallInput, CallOutput } from '../contract.ts'
import type { Desk } from '../desk.ts'
import { rowOf } from '../show/attempts.ts'
import { today } from './outcomes.ts'

type Mistakes = CallOutput<'mistakes'>

/** 1970-01-01 was a Thursday: weeks are counted from the Monday before. */
const weekOf = (day: number): number => Math.floor((day + 3) / 7)
const mondayOf = (week: number): number => week * 7 - 3
const prefix = 'mistake '

export function mistakes(desk: Desk, { weeks: wanted = 12, examples = 3 }: CallInput<'mistakes'>): Mistakes {
  const { keeper, shelf } = desk
  const tallies = keeper.review(store => store.review.tallies(), [])
  const newest = weekOf(today(desk))
  const weeks = Array.from({ length: wanted }, (_, n) => newest - wanted + 1 + n)
  const kinds = new Map<string, { total: number; weeks: number[] }>()
  const attempts = weeks.map(() => ({ right: 0, wrong: 0 }))
  for (const { day, what, count } of tallies) {
    const at = weekOf(day) - weeks[0]!
    const shown = at >= 0 && at < wanted
    if (what === 'right' || what === 'wrong') {
      if (shown) attempts[at]![what] += count
      continue
    }
    const code = what.slice(prefix.length)
    const kind = kinds.get(code) ?? { total: 0, weeks: weeks.map(() => 0) }
    kind.total += count
    if (shown) kind.weeks[at]! += count
    kinds.set(code, kind)
  }
  return {
    weeks: weeks.map(week => dayName(mondayOf(week))), attempts,
    kinds: [...kinds].toSorted(([a, x], [b, y]) => y.total - x.total || (a < b ? -1 : 1)).map(([code, kind]) => ({
      code, ...kind,
      examples: examples === 0 ? [] : keeper.review(store => store.review.examples(code === 'other' ? null : code, examples), []).map(event => rowOf(shelf, event)),
    })),
  }
}
