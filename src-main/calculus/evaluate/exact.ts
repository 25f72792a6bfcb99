/** Judge 2: are two expressions equal at random points in exact arithmetic modulo primes? */
import { InternalError } from '../problem.ts'
import { slots } from '../tensors/build.ts'
import type { Expr } from '../tensors/expr.ts'
import type { Symbols } from '../tensors/symbols.ts'
import { Budget, isExhaustion, OverBudget } from './budget.ts'
import { degreeOf } from './degree.ts'
import { dimensionUse, type DimensionUse } from './dimensions.ts'
import { drawSizes, SizesSeen } from './drawsizes.ts'
import { evaluate } from './evaluate.ts'
import { Modulus, primes } from './modulus.ts'
import { residueEnv, residuePoint } from './residuepoint.ts'
import { ResidueRing, type Residues } from './residuering.ts'

export interface ExactResult {
  /**
   * `equal`: at all draws. `different`: at one, for certain. `opaque`: at one, but a built-in function or a root is involved, which shows nothing.
   * `gave-up`: the work was too much, or there were too few points where both have a value.
   */
  readonly outcome: 'equal' | 'different' | 'opaque' | 'gave-up'
  /** Points at which both were compared. */
  readonly draws: number
  /** For `equal`: a bound on the chance that two different expressions agree at all draws, (degree / p) ^ draws. */
  readonly chance: number
  /** For `different` and `opaque`: the sizes at which they differ. */
  readonly sizes?: Readonly<Record<string, number>>
}

export interface ExactOptions {
  /** At least 3; more are drawn where a size itself is a factor, as in (N - 3) (N - 4) (N - 5). */
  readonly draws?: number
  /** Multiply-adds in all; 10 million where not given, some 50 ms. */
  readonly budget?: number
}

const moduli = primes.map(p => new Modulus(p))
/** Sizes follow the number of indices of a dimension up to here: no false identity of seven indices is typed by accident. */
const sizeCaps = [6, 4, 3]
const attemptsPerDraw = 8

/**
 * Compares two expressions with the same slots. An equality holds for every value and, where functions are left open, for every
 * function. The same seed gives the same result.
 */
export function exactTest(a: Expr, b: Expr, symbols: Symbols, seed: number, options: ExactOptions = {}): ExactResult {
  const [s, t] = [slots(a), slots(b)]
  if (s.length !== t.length || s.some((d, n) => d !== t[n])) throw new InternalError(`[${s}] is compared with [${t}]`)
  try {
    return testAtSizes(a, b, symbols, seed, options)
  } catch (error) {
    if (!isExhaustion(error)) throw error
    return { outcome: 'gave-up', draws: 0, chance: 1 }
  }
}

function testAtSizes(a: Expr, b: Expr, symbols: Symbols, seed: number, options: ExactOptions): ExactResult {
  const use = dimensionUse([a, b], symbols)
  const budget = options.budget ?? 10_000_000
  const most = Math.max(0, ...use.indices.values())
  // Where large sizes cost too much, smaller ones still refute; equality at them is no longer safe from identities of one size.
  for (const cap of sizeCaps) {
    if (cap !== sizeCaps[0] && most <= cap) continue
    try {
      const result = runDraws(a, b, symbols, seed, use, cap, Math.max(3, options.draws ?? 3), new Budget(budget))
      return cap === sizeCaps[0] || result.outcome !== 'equal' ? result : { ...result, outcome: 'gave-up' }
    } catch (error) {
      if (!(error instanceof OverBudget)) throw error
    }
  }
  return { outcome: 'gave-up', draws: 0, chance: 1 }
}

function runDraws(a: Expr, b: Expr, symbols: Symbols, seed: number, use: DimensionUse, cap: number, draws: number, budget: Budget): ExactResult {
  const least = new Map([...use.indices].map(([name, n]) => [name, Math.min(n, cap)]))
  let done = 0
  const largest = new Map<string, number>()
  const sizesSeen = new SizesSeen(use)
  for (let turn = 0; done < draws || !sizesSeen.enough(); turn++) {
    if (turn >= draws * attemptsPerDraw) return { outcome: 'gave-up', draws: done, chance: 1 }
    const sizes = drawSizes(use, turn, least)
    const modulus = moduli[turn % moduli.length]!
    const point = residuePoint(symbols, sizes, seed, turn, modulus, budget)
    const env = residueEnv(point, budget)
    const ring = new ResidueRing(modulus, point.seed)
    const x = evaluate(a, env, ring)
    if (x.v.some(Number.isNaN)) continue
    const y = evaluate(b, env, ring)
    if (y.v.some(Number.isNaN)) continue
    done++
    sizesSeen.note(sizes)
    if (!same(x, y)) return { outcome: ring.opaque ? 'opaque' : 'different', draws: done, chance: 1, sizes: Object.fromEntries(sizes) }
    for (const [name, n] of sizes) largest.set(name, Math.max(n, largest.get(name) ?? 0))
  }
  const [m, n] = [degreeOf(a, symbols, largest), degreeOf(b, symbols, largest)]
  const once = Math.min(1, Math.max(1, m.num + n.den, n.num + m.den) / Math.min(...primes))
  return { outcome: 'equal', draws: done, chance: once ** done }
}

function same(a: Residues, b: Residues): boolean {
  if (a.v.length !== b.v.length) throw new InternalError(`${a.v.length} entries and ${b.v.length}`)
  return a.v.every((x, n) => x === b.v[n])
}
