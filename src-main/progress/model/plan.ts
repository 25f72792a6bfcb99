/** Which reviews are asked for on which day: never more than the daily load, so that days that were missed bury no one. Pure. */
import { dayOf } from './tags.ts'

export interface Planned<T> {
  readonly item: T
  /** Counted from 1970-01-01, with the learner; today at the earliest. */
  readonly day: number
  readonly overdueDays: number
}

/**
 * Puts each review on the first day from its due day on that has room, those that are due longest first: a backlog is spread over the days to come, and
 * nothing waits behind what came after it. `done`: reviews already done today, which take up room.
 */
export function planned<T extends { readonly due: number }>(items: readonly T[], now: number, zone: number, load: number, done: number): readonly Planned<T>[] {
  const today = dayOf(now, zone)
  const room = new Map<number, number>([[today, Math.max(0, load - done)]])
  const byDue = items.map((item, at) => ({ item, at, due: dayOf(item.due, zone) })).sort((a, b) => a.due - b.due || a.item.due - b.item.due || a.at - b.at)
  let first = today
  return byDue.map(({ item, due }) => {
    let day = Math.max(first, due)
    while ((room.get(day) ?? load) === 0) day++
    // As all that follow are due later, days before a full one from today on stay full.
    if (due <= first) first = day
    room.set(day, (room.get(day) ?? load) - 1)
    return { item, day, overdueDays: Math.max(0, today - due) }
  })
}
