import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { met } from '../../../src-main/progress/model/encounter.ts'
import type { Encounter } from '../../../src-main/progress/model/encounter.ts'
import { at, gradeOf, meet, recallOf } from '../../../src-main/progress/model/family.ts'
import type { Family } from '../../../src-main/progress/model/family.ts'
import { planned } from '../../../src-main/progress/model/plan.ts'

const day = 86_400_000
const start = Date.UTC(2026, 10, 2, 9)
const right: Encounter = { ...met, right: true }
const hinted: Encounter = { ...met, hints: 1, right: true }
const mistaken: Encounter = { ...met, wrong: 1, right: true }
const lost: Encounter = { ...met, wrong: 3, right: true }
const told: Encounter = { ...met, solution: true, right: true }
const [again, hard, good] = [1, 2, 3]

function reviewed(was: Family | null, when: number, ...went: readonly Encounter[]): Family {
  return went.reduce((family: Family | null, each, i) => meet(at(family, { at: when, zone: 0, exercise: 'e', outcomes: [] }), `part ${i}`, each), was)!
}

describe('the grade of a review', () => {
  it('comes from how it went', () => {
    expect([[right], [hinted], [mistaken], [lost], [told], [{ ...met, wrong: 1 }], [met], [{ ...met, hints: 2 }]].map(gradeOf)).toEqual([good, hard, hard, again, again, again, null, null])
  })

  it('of several parts is that of most of them', () => {
    expect([[right, right, told], [right, told], [right, hinted], [right, right], [right, met]].map(gradeOf)).toEqual([hard, again, hard, good, good])
  })
})

describe('a review date', () => {
  it('moves out with every success, and comes in when it was forgotten', () => {
    let family = reviewed(null, start, right)
    const intervals = [family.card!.intervalDays]
    for (let n = 0; n < 4; n++) {
      family = reviewed(family, family.card!.due, right)
      intervals.push(family.card!.intervalDays)
    }
    expect(intervals).toEqual(intervals.toSorted((a, b) => a - b))
    expect(intervals[4]!).toBeGreaterThan(20 * intervals[0]!)
    const forgotten = reviewed(family, family.card!.due, told)
    expect(forgotten.card!.intervalDays).toBeLessThan(intervals[4]! / 4)
    expect(forgotten.card).toMatchObject({ lapses: 1, reviews: 6 })
  })

  it('is where nine in ten are remembered, as FSRS has it', () => {
    const { card } = reviewed(null, start, right)
    expect(recallOf(card!, card!.due)).toBeCloseTo(0.9, 1)
    expect(recallOf(card!, start)).toBe(1)
  })

  it('counts one sitting once, however many tries it has, and takes the whole of it', () => {
    const first = reviewed(null, start, right)
    const due = first.card!.due
    expect(reviewed(first, due, right, right, right).card).toEqual(reviewed(first, due, right).card)
    expect(reviewed(first, due, { ...met, wrong: 1 }).card!.intervalDays).toBeLessThan(reviewed(first, due, mistaken).card!.intervalDays)
    const open = meet(at(first, { at: due, zone: 0, exercise: 'e', outcomes: [] }), 'part 0', { ...met, wrong: 1 })
    expect(meet(open, 'part 0', mistaken).card).toEqual(reviewed(first, due, mistaken).card)
  })

  it('stands a clock that goes back and forward', () => {
    const first = reviewed(null, start, right)
    const back = reviewed(first, start - 400 * day, right)
    expect(back.card!.intervalDays).toBeGreaterThan(0)
    expect(back.card!.due).toBe(start - 400 * day + back.card!.intervalDays * day)
    expect(reviewed(back, start + 4000 * day, right).card!.intervalDays).toBeLessThanOrEqual(365)
  })
})

describe('the plan', () => {
  const dues = fc.array(fc.integer({ min: -400, max: 40 }), { maxLength: 120 })

  it('keeps the daily load, loses no review, and puts none before its day', () => {
    fc.assert(fc.property(dues, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 15 }), (all, load, done) => {
      const items = all.map(n => ({ due: start + n * day }))
      const plan = planned(items, start, 0, load, done)
      const today = Math.floor(start / day)
      expect(plan.map(({ item }) => item).toSorted((a, b) => a.due - b.due)).toEqual(items.toSorted((a, b) => a.due - b.due))
      for (const { day: on, item } of plan) expect(on).toBeGreaterThanOrEqual(Math.max(today, Math.floor(item.due / day)))
      for (const [on, those] of Map.groupBy(plan, each => each.day)) expect(those.length).toBeLessThanOrEqual(on === today ? Math.max(0, load - done) : load)
    }))
  })

  it('spreads a missed week over the days to come, what is due longest first', () => {
    const items = Array.from({ length: 21 }, (_, n) => ({ name: n, due: start - (7 - Math.floor(n / 3)) * day }))
    const plan = planned(items, start, 0, 5, 0)
    const today = Math.floor(start / day)
    expect(plan.map(each => each.day - today)).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 4])
    expect(plan[0]).toMatchObject({ overdueDays: 7, item: { name: 0 } })
    expect(planned(items, start, 0, 5, 2).filter(each => each.day === today)).toHaveLength(3)
  })

  it('leaves each review on its own day where there is room', () => {
    const plan = planned([{ due: start + 3 * day }, { due: start }], start, 0, 5, 0)
    expect(plan.map(each => each.day - Math.floor(start / day))).toEqual([0, 3])
  })
})
