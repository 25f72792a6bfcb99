/** Learners whose ability is known, practising: what the model sees of them, and what it believed before it saw. */
import { estimateOf, later, unseen } from '../../../src-main/progress/model/belief.ts'
import type { DerivedEvent } from '../../../src-main/progress/model/event.ts'
import { take } from '../../../src-main/progress/model/fold.ts'
import type { States } from '../../../src-main/progress/model/fold.ts'
import { estimateNow } from '../../../src-main/progress/model/mastery.ts'
import type { Mastery } from '../../../src-main/progress/model/mastery.ts'
import type { Estimate } from '../../../src-main/progress/model/belief.ts'
import { generator } from '../faults/random.ts'

export interface Habits {
  /** Ability at the start, in logits, and what each exercise adds on average. */
  readonly ability: number
  readonly gain: number
  /** How likely a hint is taken before the first try, and the solution is looked up after a mistake. */
  readonly hints: number
  readonly solutions: number
  /** How much a hint and a mistake help in truth, in logits: not what the model takes them for. */
  readonly hintHelps: number
  readonly mistakeHelps: number
  /** Share of slips, which no ability keeps from. */
  readonly slip: number
}

/** What was believed before an exercise, and how its first, unaided try came out. */
export interface Forecast {
  readonly estimate: Estimate
  /** The learner's own chance at that moment. */
  readonly chance: number
  readonly right: boolean
}

export interface Practised {
  readonly forecasts: readonly Forecast[]
  readonly mastery: Mastery
  readonly estimate: Estimate
  /** The true chance at the end. */
  readonly chance: number
}

export const logistic = (x: number): number => 1 / (1 + Math.exp(-x))
const day = 86_400_000

/** Keeps states in memory. */
export function memory(): States & { readonly counts: Map<string, number> } {
  const states = new Map<string, unknown>()
  const counts = new Map<string, number>()
  return {
    counts,
    get: (kind, key) => states.get(`${kind} ${key}`) ?? null,
    set: (kind, key, state) => void states.set(`${kind} ${key}`, state),
    count: (on, what) => void counts.set(`${on} ${what}`, (counts.get(`${on} ${what}`) ?? 0) + 1),
  }
}

/** A standard normal number (Box and Muller). */
export function normal(random: (below: number) => number): number {
  const unit = (): number => (random(1 << 30) + 1) / ((1 << 30) + 1)
  return Math.sqrt(-2 * Math.log(unit())) * Math.cos(2 * Math.PI * unit())
}

/** Works on so many exercises of one outcome, mixed with another one, some a day. */
export function practise(habits: Habits, exercises: number, seed: number): Practised {
  const random = generator(seed)
  const chanceOf = (p: number): boolean => random(1 << 30) / (1 << 30) < p
  const states = memory()
  const forecasts: Forecast[] = []
  let ability = habits.ability
  let at = Date.UTC(2026, 0, 5, 9)
  let n = 0
  const deed = (kind: DerivedEvent['kind'], level: number, judged: string | null): void => {
    at += 60_000
    const outcome = n % 2 === 0 ? 'own' : 'other'
    take(states, {
      uuid: `${n}-${at}`, kind, at, pack: 'p', exercise: `${outcome}${n}`, part: 'a', seed: '', judged, mistake: judged === 'incorrect' ? 'factor' : null, counts: judged !== null,
      tags: { family: `${outcome}${n % 20}`, outcomes: [outcome], skills: [], level },
    })
  }
  for (n = 0; n < exercises * 2; n++) {
    if (n % 12 === 0) at += day
    if (n % 2 === 1) {
      // The other outcome is only there to mix with.
      deed('attempt', 3, chanceOf(0.5) ? 'correct' : 'incorrect')
      continue
    }
    const level = 1 + random(5)
    const difficulty = (level - 3) / 2
    const chance = (1 - habits.slip) * logistic(ability - difficulty)
    const before = states.get('outcome', 'own') as Mastery | null
    const hinted = chanceOf(habits.hints)
    const told = chanceOf(hinted ? (1 - habits.slip) * logistic(ability - difficulty + habits.hintHelps) : chance)
    if (hinted) deed('hint', level, null)
    else forecasts.push({ estimate: atLevel(before, at, difficulty), chance, right: told })
    deed('attempt', level, told ? 'correct' : 'incorrect')
    let right = told
    for (let wrong = 1; !right && wrong < 4; wrong++) {
      if (chanceOf(habits.solutions)) {
        deed('solution', level, null)
        deed('attempt', level, 'correct')
        break
      }
      right = chanceOf(logistic(ability - difficulty + habits.mistakeHelps * wrong))
      deed('attempt', level, right ? 'correct' : 'incorrect')
    }
    ability += habits.gain * (0.5 + logistic(normal(random)))
  }
  const mastery = states.get('outcome', 'own') as Mastery
  return { forecasts, mastery, estimate: estimateNow(mastery, at), chance: (1 - habits.slip) * logistic(ability) }
}

function atLevel(mastery: Mastery | null, at: number, difficulty: number): Estimate {
  return estimateOf(mastery === null ? unseen(at) : later(mastery.belief, at), difficulty)
}
/** As many learners as wanted, of every kind: abilities as they come, and habits of their own. */
export function learners(count: number, seed: number): readonly Habits[] {
  const random = generator(seed)
  const unit = (): number => random(1 << 30) / (1 << 30)
  return Array.from({ length: count }, () => ({
    ability: -0.3 + 1.3 * normal(random), gain: 0.09 * unit(), hints: 0.4 * unit(), solutions: 0.5 * unit(),
    hintHelps: 0.5 + unit(), mistakeHelps: 0.3 + 0.8 * unit(), slip: 0.06 * unit(),
  }))
}

/** Kendall's tau between two rows of numbers. */
export function kendall(a: readonly number[], b: readonly number[]): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) for (let j = 0; j < i; j++) sum += Math.sign(a[i]! - a[j]!) * Math.sign(b[i]! - b[j]!)
  return sum / (a.length * (a.length - 1) / 2)
}

export const brier = (all: readonly Forecast[]): number => all.reduce((sum, { estimate, right }) => sum + (estimate.chance - Number(right)) ** 2, 0) / all.length

/** The expected calibration error: how far forecasts lie from what came out, in ten groups of like forecasts (M. Pakdaman Naeini et al., AAAI 2015). */
export function calibrationError(all: readonly Forecast[]): number {
  const groups = Map.groupBy(all, ({ estimate }) => Math.min(9, Math.floor(estimate.chance * 10)))
  return [...groups.values()].reduce((sum, group) => {
    const said = group.reduce((total, { estimate }) => total + estimate.chance, 0)
    const was = group.filter(({ right }) => right).length
    return sum + Math.abs(said - was) / all.length
  }, 0)
}

/** The chance that a right try had the higher forecast than a wrong one. */
export function auc(all: readonly Forecast[]): number {
  const sorted = all.toSorted((a, b) => a.estimate.chance - b.estimate.chance)
  let ranks = 0
  sorted.forEach(({ right }, i) => { if (right) ranks += i + 1 })
  const right = all.filter(each => each.right).length
  return (ranks - right * (right + 1) / 2) / (right * (all.length - right))
}
