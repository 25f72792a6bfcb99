/**
 * A few fixed points at which many expressions are compared quickly: a sieve for diagnoses. What passes is then judged properly; what differs here
 * is different.
 */
import type { Expr } from '../tensors/expr.ts'
import { slotsOf, type Symbols } from '../tensors/symbols.ts'
import { Budget, OverBudget } from './budget.ts'
import { dimensionUse } from './dimensions.ts'
import { drawSizes } from './drawsizes.ts'
import { evaluate } from './evaluate.ts'
import type { Real } from './real.ts'
import { realEnv, realPoint, smoothFunctions, type Style } from './realpoint.ts'
import { RealRing } from './realring.ts'
import type { Env } from './ring.ts'
import type { Sizes } from './sizes.ts'
import { compareArrays } from './tolerance.ts'

const styles: readonly Style[] = [
  { sign: 'both', scale: 1, identity: false }, { sign: 'plus', scale: 1, identity: false }, { sign: 'plus', scale: 0.15, identity: true },
  { sign: 'both', scale: 0.15, identity: true }, { sign: 'mixed', scale: 1, identity: false },
]

interface Place { readonly sizes: Sizes; readonly env: Env<Real>; readonly ring: RealRing }

export class Probe {
  readonly #places: Place[] = []
  readonly #budget: Budget

  /** Points of different sizes at which all of `anchors` have a value; there may be none. `budget`: multiply-adds in all. */
  constructor(anchors: readonly Expr[], symbols: Symbols, seed: number, wanted = 2, budget = 5_000_000) {
    this.#budget = new Budget(budget)
    const use = dimensionUse(anchors, symbols)
    for (let turn = 0; turn < 12 && this.#places.length < wanted; turn++) {
      const sizes = withAll(drawSizes(use, turn), symbols)
      const style = styles[turn % styles.length]!
      const point = realPoint(symbols, sizes, { seed: seed ^ 0x5bd1e995, turn, style }, this.#budget)
      const place = { sizes, env: realEnv(point, this.#budget), ring: new RealRing(0, smoothFunctions(point.seed, style), this.#budget) }
      if (anchors.every(e => this.#value(e, place)?.v.every(Number.isFinite))) this.#places.push(place)
    }
  }

  /** The sizes at each point. */
  get sizes(): readonly Sizes[] {
    return this.#places.map(p => p.sizes)
  }

  /** The arrays of an expression, one for each point; null where the work is too much. */
  at(e: Expr): readonly Float64Array[] | null {
    const found = this.#places.map(p => this.#value(e, p)?.v)
    return found.includes(undefined) ? null : (found as Float64Array[])
  }

  /** May the two be equal? `false` is certain, where there is a point; both have the same slots. */
  alike(a: Expr, b: Expr): boolean {
    return this.#places.every(p => {
      const [x, y] = [this.#value(a, p), this.#value(b, p)]
      return x !== null && y !== null && x.v.length === y.v.length && compareArrays(y, x).outcome !== 'different' && x.v.every((v, n) => Number.isFinite(v) || !Number.isFinite(y.v[n]!))
    })
  }

  #value(e: Expr, p: Place): Real | null {
    try {
      return evaluate(e, p.env, p.ring)
    } catch (error) {
      if (error instanceof OverBudget) return null
      throw error
    }
  }
}

/** Sizes also for what occurs in no anchor, larger than all that do and each another: what is compared may hold any symbol. */
function withAll(drawn: Sizes, symbols: Symbols): Sizes {
  const sizes = new Map(drawn)
  let next = Math.max(2, ...sizes.values())
  for (const info of symbols.values()) {
    for (const dim of slotsOf(info)) {
      if (typeof dim !== 'string') continue
      for (const name of dim.split(/[+*]/)) if (!/^\d+$/.test(name) && !sizes.has(name)) sizes.set(name, ++next)
    }
  }
  return sizes
}
