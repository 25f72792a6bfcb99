/** A small concrete case with both arrays, made to be looked at. */
import { children } from '../tensors/build.ts'
import type { Expr } from '../tensors/expr.ts'
import { slotsOf, type Symbols } from '../tensors/symbols.ts'
import { Budget, isExhaustion } from './budget.ts'
import { dimensionUse } from './dimensions.ts'
import { drawSizes } from './drawsizes.ts'
import type { Real } from './real.ts'
import { styles } from './styles.ts'
import { sizeOf } from './sizes.ts'
import { compareArrays } from './tolerance.ts'
import { courseAt, valueAt, type Course, type Truth } from './truth.ts'

export interface ExampleInput {
  readonly name: string
  /** Lengths of the slots. */
  readonly shape: readonly number[]
  readonly data: readonly number[]
}

export interface ExampleArrays {
  /** { M: 2, N: 3 } */
  readonly sizes: Readonly<Record<string, number>>
  readonly shape: readonly number[]
  /** Row-major; `null` where there is no value. */
  readonly truth: readonly (number | null)[]
  readonly yours: readonly (number | null)[]
  /** Flat positions at which they differ. */
  readonly differ: readonly number[]
  /** The values of the symbols that were used, by name. */
  readonly inputs: readonly ExampleInput[]
}

export interface ExampleOptions {
  readonly symbols: Symbols
  readonly seed: number
  /** The answer is wrong: look for a case that shows it. */
  readonly mustDiffer: boolean
  readonly budget?: number
}

const attempts = 40

/**
 * Both arrays at small sizes, with entries such as 1, -2, 0.5. `null` where no case was found: the reference has no value, or (with
 * `mustDiffer`) both agree. The same seed gives the same case.
 */
export function exampleArrays(truth: Truth, answer: Expr, options: ExampleOptions): ExampleArrays | null {
  const use = dimensionUse([...truth.exprs, answer], options.symbols)
  const budget = new Budget(options.budget ?? 2_000_000)
  // One dimension alone is 3 where the array stays small, else 2; two are 2 and 3.
  const first = use.names.length === 1 && truth.dims.length > 2 ? 3 : 0
  try {
    for (let turn = 0; turn < attempts; turn++) {
      // Easy numbers first; then ones that please logs, roots and inverses.
      const style = { ...styles[Math.floor(turn / 2) % styles.length]!, nice: turn < attempts / 2 }
      const sizes = drawSizes(use, turn < 12 ? first : first + Math.floor((turn - 8) / 4))
      const course = courseAt(options.symbols, sizes, { seed: options.seed, turn, style }, budget)
      const right = truth.at(course)
      if (course.watch.nearKink || !right.v.every(Number.isFinite)) continue
      const yours = valueAt(answer, course)
      const differ = differences(right, yours)
      if (options.mustDiffer && differ.length === 0) continue
      const shape = truth.dims.map(d => sizeOf(d, sizes))
      const inputs = inputsOf([...truth.exprs, answer], course)
      return { sizes: Object.fromEntries(sizes), shape, truth: shown(right), yours: shown(yours), differ, inputs }
    }
  } catch (error) {
    if (!isExhaustion(error)) throw error
  }
  return null
}

function differences(truth: Real, yours: Real): number[] {
  const at: number[] = []
  for (let n = 0; n < truth.v.length; n++) {
    const one = (x: Real): Real => ({ v: x.v.subarray(n, n + 1), s: x.s.subarray(n, n + 1), d: null, e: null })
    if (!Number.isFinite(yours.v[n]!) || compareArrays(one(truth), one(yours)).outcome === 'different') at.push(n)
  }
  return at
}

/** Rounded for reading: 0.30000000000000004 is 0.3, and what is zero up to rounding is 0. */
function shown(x: Real): (number | null)[] {
  return Array.from(x.v, (v, n) => (!Number.isFinite(v) ? null : Math.abs(v) <= 1e-12 * x.s[n]! ? 0 : Number(v.toPrecision(10))))
}

function inputsOf(exprs: readonly Expr[], course: Course): ExampleInput[] {
  const names = new Set<string>()
  const seen = new Set<Expr>()
  const walk = (e: Expr): void => {
    if (seen.has(e)) return
    seen.add(e)
    if (e.k === 'var' && course.point.symbols.has(e.name)) names.add(e.name)
    children(e).forEach(walk)
  }
  exprs.forEach(walk)
  return [...names].sort().map(name => ({
    name,
    shape: slotsOf(course.point.info(name)).map(d => sizeOf(d, course.point.sizes)),
    data: [...course.point.array(name)].map(x => Number(x.toPrecision(10))),
  }))
}
