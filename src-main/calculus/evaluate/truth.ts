/** The reference side of judge 3: the Jacobian of a function by dual numbers, or the value of an expression. */
import { slots } from '../tensors/build.ts'
import type { Dim, Expr } from '../tensors/expr.ts'
import type { Budget } from './budget.ts'
import { evaluate } from './evaluate.ts'
import type { Point } from './point.ts'
import { plain, type Real } from './real.ts'
import type { Double } from './double.ts'
import { FineRing, type Fine, type FineUnspecified } from './fine.ts'
import { fineFunctions, realEnv, realPoint, smoothFunctions, type RealSeed } from './realpoint.ts'
import { RealRing, type Unspecified } from './realring.ts'
import type { Symbols } from '../tensors/symbols.ts'
import type { Sizes } from './sizes.ts'
import { Watch } from './watch.ts'

/** What an evaluation at a point needs besides the point. */
export interface Course {
  readonly point: Point
  readonly functions: Unspecified
  readonly fineFunctions: FineUnspecified
  readonly watch: Watch
  readonly budget: Budget
}

/** A course over a random point of these sizes. */
export function courseAt(symbols: Symbols, sizes: Sizes, from: RealSeed, budget: Budget, watch = new Watch()): Course {
  const point = realPoint(symbols, sizes, from, budget)
  return { point, functions: smoothFunctions(point.seed, from.style), fineFunctions: fineFunctions(point.seed, from.style), watch, budget }
}

/** The value of an expression in floats. */
export function valueAt(e: Expr, course: Course): Real {
  return evaluate(e, realEnv(course.point, course.budget), new RealRing(0, course.functions, course.budget, course.watch))
}

/** The value of an expression in twice the digits. Orthogonal matrices are drawn with the digits of floats only: there it says nothing more. */
export function fineValueAt(e: Expr, course: Course): Fine {
  const env = realEnv(course.point, course.budget)
  const real = new RealRing(0, course.functions, course.budget, course.watch)
  const value = (name: string, derivs: readonly string[]): Fine => {
    const known = env.value(name, derivs)
    return { v: Array.from(known.v, (x): Double => [x, 0]), real: known }
  }
  return evaluate(e, { sizes: env.sizes, budget: course.budget, value, memo: new Map<Expr, Fine>() }, new FineRing(real, course.fineFunctions))
}

/** A reference that can be evaluated at any point. */
export interface Truth {
  /** The expressions it is made of, for their dimensions. */
  readonly exprs: readonly Expr[]
  /** The slots of its array. */
  readonly dims: readonly Dim[]
  /** An expression that must have a value where the reference has one, and costs less. */
  readonly within?: Expr
  /** Its array at a point; NaN where the reference has no value. */
  at(course: Course): Real
}

/** The name under which a view (see `jacobianTruth`) finds the Jacobian: no symbol can be called so. */
export const jacobianName = '∂'

/**
 * The derivative of f by the symbol `wrt`, slots of f first, then those of `wrt`: exact but for rounding, by one pass of dual numbers
 * with a tangent for each entry of `wrt`. `view` is an expression over the variable `jacobianName` (with just those slots) that picks
 * or rearranges entries: a component, a transpose, a vec.
 */
export function jacobianTruth(f: Expr, wrt: string, wrtDims: readonly Dim[], view?: Expr): Truth {
  return {
    exprs: view ? [f, view, placeholder(wrt, wrtDims)] : [f, placeholder(wrt, wrtDims)],
    dims: view ? slots(view) : [...slots(f), ...wrtDims],
    within: f,
    at: course => {
      const whole = jacobian(f, wrt, course)
      if (!view) return whole
      const ring = new RealRing(0, course.functions, course.budget, course.watch)
      return evaluate(view, realEnv(course.point, course.budget, null, new Map([[jacobianName, whole]])), ring)
    },
  }
}

/** The value of an expression as the reference. */
export function valueTruth(e: Expr): Truth {
  return { exprs: [e], dims: slots(e), at: course => valueAt(e, course) }
}

/** The Jacobian array with its scales, row-major over the slots of f and then of `wrt`; all NaN where f itself has no value. */
export function jacobian(f: Expr, wrt: string, course: Course): Real {
  const { point, budget } = course
  const env = realEnv(point, budget, wrt)
  const tangents = point.length(wrt)
  const value = evaluate(f, env, new RealRing(tangents, course.functions, budget, course.watch))
  if (!value.v.every(Number.isFinite)) return plain(new Float64Array(value.v.length * tangents).fill(NaN))
  budget.spend(value.v.length * tangents)
  return { v: value.d ?? new Float64Array(value.v.length * tangents), s: value.e ?? new Float64Array(value.v.length * tangents), d: null, e: null }
}

function placeholder(name: string, dims: readonly Dim[]): Expr {
  return { k: 'var', name, derivs: [], dims }
}
