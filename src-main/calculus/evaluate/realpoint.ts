/** Points in floats: how entries are drawn, the env over a point, and the tangents that flow through untold functions. */
import { InternalError } from '../problem.ts'
import { slotsOf, type Symbols } from '../tensors/symbols.ts'
import type { Expr } from '../tensors/expr.ts'
import type { Budget } from './budget.ts'
import { halfPi, plus, sin, times, toWhole } from './double.ts'
import type { FineUnspecified } from './fine.ts'
import { Point } from './point.ts'
import { mix, seedOf, Stream } from './random.ts'
import { plain, type Real } from './real.ts'
import type { Env } from './ring.ts'
import { lengthOf, type Sizes } from './sizes.ts'
import type { Field } from './structured.ts'
import type { Unspecified } from './realring.ts'

/** How the entries of a point are drawn: magnitudes in [0.3, 1.5] times `scale`. */
export interface Style {
  /** `mixed`: each symbol has a sign and a scale of its own. */
  readonly sign: 'both' | 'plus' | 'minus' | 'mixed'
  readonly scale: number
  /** Square matrices are the identity plus what is drawn. */
  readonly identity: boolean
  /** Only numbers that are easy on the eye: for showing, not for judging. */
  readonly nice?: boolean
}

export interface RealSeed {
  /** Made of the question. */
  readonly seed: number
  /** The number of the attempt: another one, other entries; scalars change their sign from one to the next. */
  readonly turn: number
  readonly style: Style
}

const niceNumbers = [1, 2, 1, 3, 2, 0.5, 1, 2]

export function realPoint(symbols: Symbols, sizes: Sizes, from: RealSeed, budget: Budget): Point {
  const { seed, turn, style } = from
  return new Point(symbols, sizes, mix(seed, turn), (own, name) => field(own, style, (seedOf(name, seed) + turn) % 2 === 1), budget)
}

function field(seed: number, style: Style, turned: boolean): Field {
  const stream = new Stream(seed)
  const lot = seed % 7
  const sign = style.sign !== 'mixed' ? style.sign : lot < 3 ? 'plus' : lot < 4 ? 'minus' : 'both'
  const scale = style.sign !== 'mixed' ? style.scale : style.scale * [1, 0.15, 4][Math.floor(seed / 7) % 3]!
  const magnitude = (u: number): number => (style.nice ? niceNumbers[Math.floor(u * niceNumbers.length)]! : (0.3 + 1.2 * u) * scale)
  const signed = (size: number, negative: boolean): number => ((sign === 'both' ? negative : sign === 'minus') ? -size : size)
  return {
    draw: () => signed(magnitude(stream.unit()), stream.unit() < 0.5),
    drawScalar: () => signed(magnitude(stream.unit()), turned),
    drawPositive: () => magnitude(stream.unit()),
    keyed: key => signed(magnitude(mix(seed, key) / 0x1_0000_0000), mix(key, seed) % 2 === 1),
    add: (a, b) => a + b,
    mul: (a, b) => a * b,
    neg: a => -a,
    inv: a => (a === 0 ? NaN : 1 / a),
    shift: style.identity ? 1 : 0,
    turned,
  }
}

/**
 * Stands for every declared elementwise function: a sin(b u + c) + d u + e u^2 + g with coefficients of its own, in closed form at every order.
 * With signs other than `both`, g lifts it above zero near the origin, so that its log and its roots have points.
 */
export function smoothFunctions(seed: number, style: Style): Unspecified {
  const known = coefficients(seed, style)
  return (fn, order, u) => {
    const [a, b, shift, d, e, g] = known(fn)
    const wave = a * b ** order * Math.sin(b * u + shift + order * Math.PI / 2)
    return order === 0 ? wave + d * u + e * u * u + g : order === 1 ? wave + d + 2 * e * u : order === 2 ? wave + 2 * e : wave
  }
}

/** The same functions in twice the digits. */
export function fineFunctions(seed: number, style: Style): FineUnspecified {
  const known = coefficients(seed, style)
  return (fn, order, u) => {
    const [a, b, shift, d, e, g] = known(fn)
    const angle = plus(times([b, 0], u), plus([shift, 0], times(halfPi, [order, 0])))
    const wave = times(times([a, 0], toWhole([b, 0], order)), sin(angle))
    if (order === 0) return plus(plus(wave, times([d, 0], u)), plus(times([e, 0], times(u, u)), [g, 0]))
    return order === 1 ? plus(wave, plus([d, 0], times([2 * e, 0], u))) : order === 2 ? plus(wave, [2 * e, 0]) : wave
  }
}

type Coefficients = readonly [number, number, number, number, number, number]

function coefficients(seed: number, style: Style): (fn: string) => Coefficients {
  const known = new Map<string, Coefficients>()
  return fn => {
    let c = known.get(fn)
    if (!c) {
      const stream = new Stream(seedOf(fn, seed))
      const drawn = Array.from({ length: 6 }, () => (0.3 + 1.2 * stream.unit()) * (stream.bits() % 2 ? 1 : -1))
      if (style.sign === 'plus' || style.sign === 'mixed') drawn[5] = 4
      known.set(fn, c = drawn as unknown as Coefficients)
    }
    return c
  }
}

/**
 * The env over a point. With `wrt`, values carry one tangent for each entry of that symbol, which stands on its own even where it is declared
 * as a function of others; every untold function of it passes them on (total derivatives). `given` overrides single names.
 */
export function realEnv(point: Point, budget: Budget, wrt: string | null = null, given: ReadonlyMap<string, Real> = new Map()): Env<Real> {
  const known = new Map<string, Real>()
  const open = new Set<string>()
  const tangents = wrt === null ? 0 : point.length(wrt)

  const value = (name: string, derivs: readonly string[]): Real => {
    const override = given.get(name)
    if (override && derivs.length === 0) return override
    const key = derivs.length ? `${name}/${derivs.join('/')}` : name
    let real = known.get(key)
    if (!real) known.set(key, real = make(name, derivs))
    return real
  }
  const make = (name: string, derivs: readonly string[]): Real => {
    const base = plain(point.array(name, derivs))
    if (wrt === null) return base
    if (name === wrt) return derivs.length ? base : seeded(base, tangents)
    const { of } = point.info(name)
    if (of.length === 0) return base
    if (open.has(name)) throw new InternalError(`${name} depends on itself`)
    open.add(name)
    budget.spend(base.v.length * tangents)
    let d: Float64Array | null = null
    let e: Float64Array | null = null
    for (const arg of of) {
      const inner = value(arg, [])
      if (!inner.d) continue
      const outer = point.array(name, [...derivs, arg])
      const n = lengthOf(slotsOf(point.info(arg)), point.sizes)
      budget.spend(outer.length * tangents)
      d ??= new Float64Array(base.v.length * tangents)
      e ??= new Float64Array(base.v.length * tangents)
      for (let i = 0; i < base.v.length; i++) for (let k = 0; k < n; k++) {
        const slope = outer[i * n + k]!
        for (let t = 0; t < tangents; t++) {
          d[i * tangents + t]! += slope * inner.d[k * tangents + t]!
          e[i * tangents + t]! += Math.abs(slope) * inner.e![k * tangents + t]!
        }
      }
    }
    open.delete(name)
    return { v: base.v, s: base.s, d, e }
  }
  return { sizes: point.sizes, budget, value, memo: new Map<Expr, Real>() }
}

function seeded(base: Real, tangents: number): Real {
  const d = new Float64Array(tangents * tangents)
  for (let t = 0; t < tangents; t++) d[t * tangents + t] = 1
  return { v: base.v, s: base.s, d, e: d }
}
