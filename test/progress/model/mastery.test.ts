import { describe, expect, it } from 'vitest'
import { estimateOf, later, observe, unseen } from '../../../src-main/progress/model/belief.ts'
import type { DerivedEvent } from '../../../src-main/progress/model/event.ts'
import { take } from '../../../src-main/progress/model/fold.ts'
import { estimateNow, needsOf, stageOf } from '../../../src-main/progress/model/mastery.ts'
import type { Mastery } from '../../../src-main/progress/model/mastery.ts'
import { auc, brier, calibrationError, kendall, learners, memory, practise } from './learners.ts'

const day = 86_400_000
const start = Date.UTC(2026, 10, 2, 9)

/** Takes in events told in short: `h` hint, `s` solution, `r` right, `w` wrong, each of the exercise named before. */
function told(deeds: readonly { exercise: string; outcomes?: string[]; did: string; at?: number; zone?: number }[]): { states: ReturnType<typeof memory>; own: Mastery | null } {
  const states = memory()
  let n = 0
  for (const { exercise, outcomes = ['own'], did, at = 0, zone = 0 } of deeds) {
    for (const letter of did) {
      n++
      const kind: DerivedEvent['kind'] = letter === 'h' ? 'hint' : letter === 's' ? 'solution' : 'attempt'
      const judged = letter === 'r' ? 'correct' : letter === 'w' ? 'incorrect' : null
      take(states, {
        uuid: `u${n}`, kind, at: start + at + n, pack: 'p', exercise, part: 'a', seed: '', judged, mistake: letter === 'w' ? 'sign' : null, counts: judged !== null,
        tags: { family: exercise, outcomes, skills: ['trace'], zone },
      })
    }
  }
  return { states, own: states.get('outcome', 'own') as Mastery | null }
}
const chanceAfter = (did: string): number => estimateNow(told([{ exercise: 'e', did }]).own, start).chance

describe('with learners whose ability is known', () => {
  const all = learners(240, 77).map((habits, i) => practise(habits, 40, 1000 + i))
  const forecasts = all.flatMap(each => each.forecasts)
  const known = forecasts.map(each => ({ ...each, estimate: { ...each.estimate, chance: each.chance } }))

  it('orders them by what they can do', () => {
    expect(kendall(all.map(each => each.estimate.chance), all.map(each => each.chance))).toBeGreaterThan(0.68)
  })

  it('forecasts the next exercise nearly as well as one who knows them', () => {
    expect(forecasts.length).toBeGreaterThan(5000)
    expect(brier(forecasts) - brier(known)).toBeLessThan(0.02)
    expect(auc(known) - auc(forecasts)).toBeLessThan(0.04)
  })

  it('is calibrated: what is said to happen so often happens so often', () => {
    expect(calibrationError(forecasts)).toBeLessThan(0.035)
    // Of those who are said to have four chances in five or more, about so many are right.
    const sure = forecasts.filter(({ estimate }) => estimate.chance >= 0.8)
    const share = sure.filter(({ right }) => right).length / sure.length
    expect(Math.abs(share - sure.reduce((sum, { estimate }) => sum + estimate.chance, 0) / sure.length)).toBeLessThan(0.04)
  })

  it.each([77, 5])('is calibrated at each height, not only on the whole (learners %d)', (seed) => {
    const own = seed === 77 ? forecasts : learners(240, seed).flatMap((habits, i) => practise(habits, 40, 1000 + i).forecasts)
    const groups = Map.groupBy(own, ({ estimate }) => Math.min(9, Math.floor(estimate.chance * 10)))
    expect(groups.size).toBe(10)
    for (const [height, group] of groups) {
      const said = group.reduce((sum, { estimate }) => sum + estimate.chance, 0) / group.length
      const came = group.filter(({ right }) => right).length / group.length
      expect(Math.abs(said - came), `group ${height}: said ${said}, came ${came} of ${group.length}`).toBeLessThan(0.08)
    }
  })

  it('says how sure it is: the range holds the true chance nine times out of ten, and narrows with evidence', () => {
    const held = all.filter(({ estimate, chance }) => chance >= estimate.low && chance <= estimate.high).length / all.length
    expect(held).toBeGreaterThan(0.86)
    const few = learners(60, 77).map((habits, i) => practise(habits, 5, 1000 + i))
    const width = (some: typeof all): number => some.reduce((sum, { estimate }) => sum + estimate.high - estimate.low, 0) / some.length
    expect(width(all)).toBeLessThan(0.75 * width(few))
  })
})

describe('an observation', () => {
  it('moves the belief by Bayes’ rule, and by no more than its weight', () => {
    const before = unseen(0)
    const right = observe(before, { right: true, difficulty: 0, weight: 1 })
    const little = observe(before, { right: true, difficulty: 0, weight: 0.25 })
    expect(right.mean).toBeGreaterThan(little.mean)
    expect(little.mean).toBeGreaterThan(before.mean)
    expect(right.variance).toBeLessThan(before.variance)
    // Against a fine sum over the ability: the mean of the posterior.
    const grid = Array.from({ length: 20_001 }, (_, i) => -10 + i / 1000)
    const mass = grid.map(x => Math.exp(-((x - before.mean) ** 2) / (2 * before.variance)) / (1 + Math.exp(-x)))
    const total = mass.reduce((a, b) => a + b, 0)
    expect(right.mean).toBeCloseTo(grid.reduce((sum, x, i) => sum + x * mass[i]!, 0) / total, 3)
  })

  it('of long ago is less certain, and never less than nothing was known', () => {
    const known = observe(unseen(0), { right: true, difficulty: 0, weight: 1 })
    const [soon, late] = [later(known, day), later(known, 5000 * day)]
    expect(soon.variance).toBeGreaterThan(known.variance)
    expect(late.variance).toBe(unseen(0).variance)
    expect(later(known, -day)).toEqual(known)
    const { low, chance, high } = estimateOf(soon)
    expect(low < chance && chance < high).toBe(true)
  })
})

describe('how an exercise went', () => {
  it('counts differently: unaided most, then with a hint, after mistakes, and after the solution as not known', () => {
    const [unaided, hint, mistakes, solution, open] = ['r', 'hr', 'wr', 'sr', 'w'].map(chanceAfter) as [number, number, number, number, number]
    expect(unaided).toBeGreaterThan(hint)
    expect(hint).toBeGreaterThan(mistakes)
    expect(mistakes).toBeGreaterThan(open)
    expect(solution).toBeCloseTo(open, 10)
    expect(chanceAfter('wwr')).toBeLessThan(mistakes)
  })

  it('is told in counts, an exercise once, and changes while it goes on', () => {
    const { own } = told([{ exercise: 'a', did: 'r' }, { exercise: 'b', did: 'hr' }, { exercise: 'c', did: 'whr' }, { exercise: 'd', did: 'wsr' }, { exercise: 'e', did: 'sr' }, { exercise: 'f', did: 'ww' }, { exercise: 'g', did: 'h' }])
    expect(own?.hows).toEqual({ unaided: 1, hint: 1, mistakes: 1, solution: 2, open: 1 })
    expect(own?.last.map(({ how }) => how)).toEqual(['unaided', 'hint', 'mistakes', 'solution', 'solution', 'open'])
  })

  it('is over once it is right: what comes after on the same day shows nothing more', () => {
    expect(told([{ exercise: 'a', did: 'r' }, { exercise: 'a', did: 'wwrr' }]).own).toEqual(told([{ exercise: 'a', did: 'r' }]).own)
  })

  it('begins anew on another day, but not at midnight alone', () => {
    const midnight = Date.UTC(2026, 10, 3) - start
    expect(told([{ exercise: 'a', did: 'w', at: midnight - 60_000 }, { exercise: 'a', did: 'r', at: midnight + 60_000 }]).own?.hows).toMatchObject({ mistakes: 1, unaided: 0 })
    expect(told([{ exercise: 'a', did: 'w' }, { exercise: 'a', did: 'r', at: day }]).own?.hows).toMatchObject({ open: 1, unaided: 1 })
    // Half past ten at night and nine in the morning by UTC, which two hours further east is one day.
    const over = (zone: number) => told([{ exercise: 'a', did: 'w', at: -10.5 * 3_600_000, zone }, { exercise: 'a', did: 'r', zone }]).own?.hows
    expect(over(0)).toMatchObject({ open: 1, unaided: 1 })
    expect(over(120)).toMatchObject({ mistakes: 1, unaided: 0 })
  })
})

describe('an outcome', () => {
  const block = (count: number, days: number): Mastery | null => told(Array.from({ length: count }, (_, i) => ({ exercise: `e${i}`, did: 'r', at: (i % days) * day }))).own
  const mixed = (count: number, days: number): Mastery | null => told(Array.from({ length: count * 2 }, (_, i) => ({
    exercise: `e${i}`, outcomes: i % 2 === 0 ? ['other'] : ['own'], did: 'r', at: Math.floor((i * days) / (count * 2)) * day,
  }))).own
  const stage = (mastery: Mastery | null): string => stageOf(mastery, estimateNow(mastery, start + 10 * day))

  it('is new, begun, growing, and secure with success on mixed exercises on different days', () => {
    expect(stage(null)).toBe('new')
    expect(stage(mixed(1, 1))).toBe('begun')
    expect(stage(mixed(4, 1))).toBe('growing')
    expect(stage(mixed(9, 3))).toBe('secure')
  })

  it('is not secure by success in a row of its own kind, nor on one day, nor on a few exercises', () => {
    const needs = (mastery: Mastery | null): string[] => needsOf(mastery, estimateNow(mastery, start + 10 * day)).map(({ code }) => code)
    expect(needs(block(30, 5))).toEqual(['mixed', 'days'])
    expect(needs(mixed(30, 1))).toEqual(['days'])
    expect(needs(mixed(3, 3))).toEqual(['chance', 'certainty'])
    expect(needs(mixed(9, 3))).toEqual([])
  })

  it('is not secure by what was helped, nor by a chance that is high alone: hints, mistakes and solutions bring no mixed success', () => {
    for (const did of ['hr', 'wr', 'sr', 'wsr']) {
      const own = told(Array.from({ length: 60 }, (_, i) => ({ exercise: `e${i}`, outcomes: i % 2 === 0 ? ['other'] : ['own'], did: i % 2 === 0 ? 'r' : did, at: Math.floor(i / 12) * day }))).own
      expect([own?.mixed, own?.days], did).toEqual([0, []])
      expect(stage(own), did).not.toBe('secure')
    }
  })

  it('that was secure is so no longer after long without practice, or after failures', () => {
    const own = mixed(9, 3)
    expect(stageOf(own, estimateNow(own, start + 10 * day))).toBe('secure')
    expect(stageOf(own, estimateNow(own, start + 1000 * day))).not.toBe('secure')
    const deeds = Array.from({ length: 18 }, (_, i) => ({ exercise: `e${i}`, outcomes: i % 2 === 0 ? ['other'] : ['own'], did: 'r', at: Math.floor(i / 6) * day }))
    expect(stage(told([...deeds, ...['x', 'y', 'z'].map(exercise => ({ exercise, did: 'ww', at: 4 * day }))]).own)).not.toBe('secure')
  })

  it('is mixed, too, in an exercise that serves several outcomes', () => {
    expect(told([{ exercise: 'a', outcomes: ['own', 'other'], did: 'r' }]).own?.mixed).toBe(1)
    expect(told([{ exercise: 'a', did: 'r' }]).own?.mixed).toBe(0)
  })

  it('counts days and mistakes as they were', () => {
    const { states } = told([{ exercise: 'a', did: 'wwr' }, { exercise: 'b', did: 'w', at: day }])
    const first = Math.floor(start / day)
    expect([...states.counts]).toEqual([[`${first} wrong`, 2], [`${first} mistake sign`, 2], [`${first} right`, 1], [`${first + 1} wrong`, 1], [`${first + 1} mistake sign`, 1]])
  })
})
