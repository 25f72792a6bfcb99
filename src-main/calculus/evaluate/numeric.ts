/** Judge 3: does an answer agree with the reference at random points in floats, at several sizes? */
import { InternalError } from '../problem.ts'
import { children, slots } from '../tensors/build.ts'
import { functions } from '../tensors/functions.ts'
import type { Expr } from '../tensors/expr.ts'
import type { Symbols } from '../tensors/symbols.ts'
import { Budget, isExhaustion } from './budget.ts'
import { dimensionUse, type DimensionUse } from './dimensions.ts'
import { drawSizes, sizeKey, SizesSeen } from './drawsizes.ts'
import type { Real } from './real.ts'
import type { Style } from './realpoint.ts'
import { neverNegative } from './sign.ts'
import { sizeOf, type Sizes } from './sizes.ts'
import { farStyles, styles } from './styles.ts'
import { compareArrays } from './tolerance.ts'
import { courseAt, valueAt, type Truth } from './truth.ts'
import { Watch } from './watch.ts'

/** A point at which both sides were evaluated. */
export interface Witness {
  readonly sizes: Readonly<Record<string, number>>
  /** The seed of the point. */
  readonly seed: number
  /** Lengths of the slots. */
  readonly shape: readonly number[]
  /** Row-major; NaN where there is no value. */
  readonly truth: readonly number[]
  readonly answer: readonly number[]
  /** The flat position of the worst entry. */
  readonly worst: number
}

/** The budget ran out; the reference has (almost) no points; the answer has none; differences near rounding. */
export type UndecidedReason = 'budget' | 'no-points' | 'answer-without-value' | 'unsure'

export interface NumericComparison {
  /**
   * `domain`: equal wherever the answer has a value, but it has none at points where the reference has one. `undecided`: too few points, too much
   * work, or differences that could be rounding.
   */
  readonly outcome: 'equal' | 'different' | 'domain' | 'undecided'
  /** At how many points both had a value and were compared. */
  readonly points: number
  /** The largest difference, relative to the scale of its entry. */
  readonly maxError: number
  /** For `different` and `domain`: where. */
  readonly witness?: Witness
  /** For `undecided`. */
  readonly reason?: UndecidedReason
  /** A kink or the border of a domain was met of which only one side came up, however the points were drawn. */
  readonly oneSided: boolean
  /** Only one side came up of a kink: `equal` is then no evidence for the other side, where both may well have a value. */
  readonly kinkOneSided: boolean
  /** The best `resolution` (see `Comparison`) of the points: below `leastResolution`, `equal` may say that both are lost in rounding. */
  readonly resolution: number
}

export interface NumericOptions {
  readonly symbols: Symbols
  readonly seed: number
  /** Points to compare, at least 3, which is the default. */
  readonly points?: number
  /** Multiply-adds in all; 10 million where not given. */
  readonly budget?: number
}

/** An equality of floats is evidence only where values stand out from their scale by more than this at some point. */
export const leastResolution = 1e-9

const mostAttempts = 72
const fewSizes = 24
/** How often other values are tried at the same sizes where the answer has no value, to see whether it ever has one there. */
const triesWithoutValue = 6

/** Compares an answer with the reference. Both have the same slots. The same seed gives the same result. */
export function numericCompare(truth: Truth, answer: Expr, options: NumericOptions): NumericComparison {
  const own = slots(answer)
  if (own.length !== truth.dims.length || own.some((d, n) => d !== truth.dims[n])) {
    throw new InternalError(`[${own}] is compared with [${truth.dims}]`)
  }
  let run: Run | undefined
  try {
    run = new Run(truth, answer, options)
    return run.result()
  } catch (error) {
    if (!isExhaustion(error)) throw error
    return run?.end('undecided', 'budget') ?? { outcome: 'undecided', points: 0, maxError: 0, oneSided: false, kinkOneSided: false, resolution: 0, reason: 'budget' }
  }
}

function isKink(e: Expr): boolean {
  return e.k === 'map' && functions.get(e.fn)?.domain === 'kink'
}

class Run {
  readonly #truth: Truth
  readonly #answer: Expr
  readonly #options: NumericOptions
  readonly #use: DimensionUse
  readonly #budget: Budget
  readonly #watch = new Watch()
  readonly #sides = new Map<Expr, number>()
  readonly #positives = new Map<Expr, boolean>()
  readonly #sizesCompared = new Map<string, Sizes>()
  readonly #sizesSeen: SizesSeen
  readonly #withoutValue = new Map<string, Witness>()
  #points = 0
  #maxError = 0
  #unsure = 0
  #resolution = 0
  #answerFailed = false
  #overflowed = false

  constructor(truth: Truth, answer: Expr, options: NumericOptions) {
    this.#truth = truth
    this.#answer = answer
    this.#options = options
    this.#use = dimensionUse([...truth.exprs, answer], options.symbols)
    this.#sizesSeen = new SizesSeen(this.#use)
    this.#budget = new Budget(options.budget ?? 10_000_000)
  }

  result(): NumericComparison {
    const wanted = Math.max(3, this.#options.points ?? 3)
    const sizesWanted = this.#use.names.length ? 3 : 1
    let style = 0
    let size = 0
    let tries = 0
    let turn = 0
    for (; turn < mostAttempts; turn++) {
      if (this.#points >= wanted && this.#sizesCompared.size >= sizesWanted && this.#sizesSeen.enough() && tries === 0) break
      // Without any point so far, size is not what is wrong: small ones come round again.
      const sizes = drawSizes(this.#use, this.#points ? size : size % fewSizes)
      const met = this.#attempt(turn, sizes, styles[style % styles.length]!, style > 0)
      if (met.witness) return this.end('different', undefined, met.witness)
      const searching = tries > 0 || met.kind === 'without-value'
      tries = searching && !this.#sizesCompared.has(sizeKey(sizes)) ? tries + 1 : 0
      if (met.kind !== 'compared') style++
      if (tries === 0 || tries > triesWithoutValue) {
        size++
        tries = 0
      }
    }
    const other = this.#otherSides(turn)
    if (other) return this.end('different', undefined, other)
    for (const [key, witness] of this.#withoutValue) if (this.#sizesCompared.has(key)) return this.end('domain', undefined, witness)
    if (this.#points >= wanted) return this.end('equal')
    const answerNever = this.#points === 0 && !this.#overflowed && (this.#answerFailed || this.#withoutValue.size > 0)
    return this.end('undecided', this.#unsure ? 'unsure' : answerNever ? 'answer-without-value' : 'no-points')
  }

  end(outcome: NumericComparison['outcome'], reason?: UndecidedReason, witness?: Witness): NumericComparison {
    return { outcome, points: this.#points, maxError: this.#maxError, oneSided: this.#oneSided(), kinkOneSided: this.#oneSided(isKink), resolution: this.#resolution, ...(witness && { witness }), ...(reason && { reason }) }
  }

  /** Looks for points on the sides of kinks and borders that did not come up yet. */
  #otherSides(turn: number): Witness | undefined {
    // At sizes that were compared already, so that an answer without a value there is one whose domain is too small.
    const sizes = [...this.#sizesCompared.values()]
    if (sizes.length === 0) return undefined
    for (let n = 0; n < farStyles.length && this.#oneSided(); n++) {
      const met = this.#attempt(turn + n, sizes[n % sizes.length]!, farStyles[n]!)
      if (met.witness) return met.witness
    }
    return undefined
  }

  /** One point. `witness`: the answer differs there. `doubtful`: it may well have no value, which is found out cheaply first. */
  #attempt(turn: number, sizes: Sizes, style: Style, doubtful = false): { kind: 'compared' | 'redraw' | 'without-value'; witness?: Witness } {
    const watch = this.#watch
    const course = courseAt(this.#options.symbols, sizes, { seed: this.#options.seed, turn, style }, this.#budget, watch)
    const { seed } = course.point
    watch.clear()
    watch.boundaries = false
    const { within } = this.#truth
    if (doubtful && within && !valueAt(within, course).v.every(Number.isFinite)) return { kind: 'redraw' }
    const truth = this.#truth.at(course)
    if (watch.nearKink || !truth.v.every(Number.isFinite)) return { kind: 'redraw' }
    watch.boundaries = true
    watch.undefinedSeen = false
    watch.overflowSeen = false
    const answer = valueAt(this.#answer, course)
    if (watch.nearKink) return { kind: 'redraw' }
    const key = sizeKey(sizes)
    if (!answer.v.every(Number.isFinite)) {
      // Else it overflowed, or it is singular up to rounding, which may be the fault of these sizes: nothing was seen on these sides.
      if (!watch.undefinedSeen) {
        if (watch.overflowSeen) this.#overflowed = true
        else this.#answerFailed = true
        return { kind: 'redraw' }
      }
      this.#keepSides()
      if (!this.#withoutValue.has(key)) this.#withoutValue.set(key, this.#witness(seed, sizes, truth, answer))
      return { kind: 'without-value' }
    }
    const comparison = compareArrays(truth, answer)
    if (comparison.outcome === 'unsure') {
      this.#unsure++
      return { kind: 'redraw' }
    }
    this.#points++
    this.#maxError = Math.max(this.#maxError, comparison.maxError)
    this.#resolution = Math.max(this.#resolution, comparison.resolution)
    this.#keepSides()
    this.#sizesCompared.set(key, sizes)
    this.#sizesSeen.note(sizes)
    if (comparison.outcome === 'equal') return { kind: 'compared' }
    return { kind: 'compared', witness: this.#witness(seed, sizes, truth, answer, comparison.worst) }
  }

  #oneSided(which: (e: Expr) => boolean = () => true): boolean {
    for (const [e, side] of this.#sides) if ((side === 1 || (side === 2 && !this.#positive(e))) && which(e)) return true
    return false
  }

  /** The argument of a function or the base of a power has no other side. */
  #positive(e: Expr): boolean {
    let known = this.#positives.get(e)
    if (known === undefined) this.#positives.set(e, known = children(e).length > 0 && neverNegative(children(e)[0]!, this.#options.symbols))
    return known
  }

  #keepSides(): void {
    for (const [e, side] of this.#watch.sides) this.#sides.set(e, (this.#sides.get(e) ?? 0) | side)
  }

  #witness(seed: number, sizes: Sizes, truth: Real, answer: Real, worst = answer.v.findIndex(x => !Number.isFinite(x))): Witness {
    return {
      sizes: Object.fromEntries(sizes), seed, shape: this.#truth.dims.map(d => sizeOf(d, sizes)), truth: [...truth.v], answer: [...answer.v], worst,
    }
  }
}
