/** The ring of floats and, with tangents, of dual numbers. */
import Fraction from 'fraction.js'
import { functions } from '../tensors/functions.ts'
import type { Const, MapFn, Pow } from '../tensors/expr.ts'
import { closedForm, closedValue } from './closed.ts'
import { det, inverse } from './matrix.ts'
import { chain, contract, plain, scaled, sum, type Real, type Steepness } from './real.ts'
import type { Ring } from './ring.ts'
import type { Tables } from './tables.ts'
import type { Budget } from './budget.ts'
import { Watch } from './watch.ts'

/** The value of order `order` of a declared elementwise function at u. */
export type Unspecified = (fn: string, order: number, u: number) => number

/** Nearer to a kink than this, relative to the scale of the argument, a point is drawn again. */
const kinkMargin = 1e-3
/** An argument below this part of its scale is zero up to rounding: nothing is divided by it, and no log or root is taken of it. */
const zeroMargin = 1e-8

const floats = new WeakMap<Const, number>()

/** The nearest float of a constant. */
export function floatOf(c: Const): number {
  let x = floats.get(c)
  if (x === undefined) floats.set(c, x = c.value.valueOf())
  return x
}

export class RealRing implements Ring<Real> {
  /** How many tangents each entry carries; 0 for plain floats. */
  readonly tangents: number
  readonly watch: Watch
  readonly #unspecified: Unspecified
  readonly #budget: Budget

  constructor(tangents: number, unspecified: Unspecified, budget: Budget, watch = new Watch()) {
    this.tangents = tangents
    this.watch = watch
    this.#unspecified = unspecified
    this.#budget = budget
  }

  constant(e: Const): Real {
    return plain(Float64Array.of(floatOf(e)))
  }

  pi(): Real {
    return plain(Float64Array.of(Math.PI))
  }

  pattern(bits: Float64Array): Real {
    return { v: bits, s: bits, d: null, e: null }
  }

  contract(t: Tables, a: Real, b: Real | null): Real {
    if (a.d || b?.d) this.#budget.spend(2 * this.tangents * (t.loops * t.terms + t.length))
    return contract(t, a, b, this.tangents)
  }

  scale(a: Real, coefficient: Const, count: number): Real {
    return scaled(a, floatOf(coefficient) * count)
  }

  add(terms: readonly Real[], length: number): Real {
    if (terms.some(t => t.d)) this.#budget.spend(length * this.tangents * terms.length)
    return sum(terms, length, this.tangents)
  }

  map(e: MapFn, a: Real): Real {
    const length = a.v.length
    const builtin = functions.get(e.fn)
    const value = (order: number, u: number): number => (builtin ? closedValue(closedForm(e.fn, order), u) : this.#unspecified(e.fn, order, u))
    const f = new Float64Array(length)
    const f1 = new Float64Array(length)
    const f2 = new Float64Array(length)
    const domain = builtin?.domain ?? 'all'
    for (let n = 0; n < length; n++) {
      const u = a.v[n]!
      if (domain === 'kink') this.#kink(e, u, a.s[n]!, e.order === 0 && continuous.has(e.fn) && still(a, n, this.tangents))
      else if (domain !== 'all' && e.order === 0) this.#border(e, u, a.s[n]!)
      if (domain === 'positive' && e.order === 0 && !(u > zeroMargin * a.s[n]!)) f[n] = f1[n] = f2[n] = this.#none(u, a.s[n]!)
      else {
        f[n] = value(e.order, u)
        f1[n] = value(e.order + 1, u)
        if (a.d) f2[n] = value(e.order + 2, u)
        if (Number.isNaN(f[n]!)) this.#none(u, a.s[n]!)
        else this.#size(u, f[n]!)
      }
    }
    return chain(a, f, f1, f2, this.tangents, { steepness: e.fn === 'log' ? steepnessOfLog(e.order) : null, flat: domain === 'kink' })
  }

  power(e: Pow, base: Real, exact: Fraction, varying: Real | null): Real {
    if (varying) return this.#symbolicPower(e, base, exact.valueOf(), varying)
    const length = base.v.length
    const x = exact.valueOf()
    const whole = exact.d === 1n
    const f = new Float64Array(length)
    const f1 = new Float64Array(length)
    const f2 = new Float64Array(length)
    for (let n = 0; n < length; n++) {
      const u = base.v[n]!
      const scale = base.s[n]!
      if (!whole) this.#border(e, u, scale)
      // A root of what is exactly zero and does not move is zero.
      if (!whole && x > 0 && u === 0 && scale !== 0 && still(base, n, this.tangents)) continue
      if (whole ? x < 0 && Math.abs(u) <= zeroMargin * scale : !(u > zeroMargin * scale)) f[n] = f1[n] = f2[n] = this.#none(u, scale)
      else {
        f[n] = x === 0 && Number.isNaN(u) ? NaN : u ** x
        this.#size(u, f[n]!)
        f1[n] = x === 0 ? 0 : x * u ** (x - 1)
        f2[n] = x === 0 || x === 1 ? 0 : x * (x - 1) * u ** (x - 2)
      }
    }
    return chain(base, f, f1, f2, this.tangents, { steepness: steepnessOfPower(x), flat: x === 0 })
  }

  /** u^v where v varies: by u = exp(v log u), for u > 0; also for negative u where v is a whole number and has no tangent. */
  #symbolicPower(e: Pow, base: Real, offset: number, exponent: Real): Real {
    const length = base.v.length
    const t = this.tangents
    const v = new Float64Array(length)
    const s = new Float64Array(length)
    const moving = base.d !== null || exponent.d !== null
    const d = moving ? new Float64Array(length * t) : null
    const de = moving ? new Float64Array(length * t) : null
    for (let n = 0; n < length; n++) {
      const m = exponent.v.length === 1 ? 0 : n
      const u = base.v[n]!
      const x = exponent.v[m]! + offset
      this.#border(e, u, base.s[n]!)
      const fits = u > zeroMargin * base.s[n]! || (Number.isInteger(x) && !exponent.d && u < -zeroMargin * base.s[n]!)
      const f = fits ? u ** x : this.#none(u, base.s[n]!)
      const byBase = x * f / u
      const log = Math.log(Math.abs(u))
      v[n] = f
      s[n] = Math.abs(f) + Math.abs(byBase) * base.s[n]! + Math.abs(f * log) * exponent.s[m]!
      if (!d) continue
      for (let k = 0; k < t; k++) {
        const du = base.d ? base.d[n * t + k]! : 0
        const dx = exponent.d ? exponent.d[m * t + k]! : 0
        const eu = base.e ? base.e[n * t + k]! : 0
        const ex = exponent.e ? exponent.e[m * t + k]! : 0
        if (eu === 0 && ex === 0) continue
        d[n * t + k] = (eu === 0 ? 0 : byBase * du) + (ex === 0 ? 0 : f * log * dx)
        const loss = s[n]! / Math.abs(f)
        de![n * t + k] = Math.abs(byBase) * (eu + (loss + base.s[n]! / Math.abs(u)) * Math.abs(du)) + Math.abs(f * log) * (ex + loss * Math.abs(dx))
          + Math.abs(f * dx) * base.s[n]! / Math.abs(u)
      }
    }
    return { v, s, d, e: de }
  }

  inverse(a: Real, n: number): Real {
    this.#budget.spend(6 * this.tangents * n * n * n)
    return inverse(a, n, this.tangents)
  }

  det(a: Real, n: number): Real {
    this.#budget.spend(n * n * this.tangents + n ** 5)
    return det(a, n, this.tangents)
  }

  /** Notes a value that a float cannot hold, though what it is of was held. */
  #size(u: number, value: number): void {
    if (!Number.isFinite(value) && Number.isFinite(u)) this.watch.overflowSeen = true
  }

  /** No value at u. It is certain where u is beyond rounding or zero by structure, and not where u is zero up to rounding. */
  #none(u: number, scale: number): number {
    if (scale === 0 || Math.abs(u) > zeroMargin * scale) this.watch.undefinedSeen = true
    return NaN
  }

  /**
   * Notes the side of a kink. A zero by structure is no nearness: there all conventions agree, step(0) = sign(0) = 0. Nor is a zero of what does not
   * move, under a function without a jump (`harmless`): relu(relu(t)) has a value and a derivative at t = -1.
   */
  #kink(e: MapFn, u: number, scale: number, harmless: boolean): void {
    if (scale === 0) return
    if (Math.abs(u) < kinkMargin * scale && !(harmless && u === 0)) this.watch.nearKink = true
    this.watch.side(e, u)
  }

  /** Notes the side of the border of a domain. */
  #border(e: MapFn | Pow, u: number, scale: number): void {
    if (this.watch.boundaries && scale !== 0) this.watch.side(e, u)
  }
}

/** Functions with a kink and no jump. */
const continuous: ReadonlySet<string> = new Set(['abs', 'relu'])

/** Of u^x: u f' = x f, u^2 f'' = x (x - 1) f. */
function steepnessOfPower(x: number): Steepness {
  return { first: x, second: x * (x - 1), ofValue: true }
}

/** Of log and its derivatives, which are powers with a factor. */
function steepnessOfLog(order: number): Steepness {
  return order > 0 ? steepnessOfPower(-order) : { first: 1, second: -1, ofValue: false }
}

/** All tangents of entry n are zero by structure. */
function still(a: Real, n: number, tangents: number): boolean {
  if (!a.e) return true
  for (let t = n * tangents; t < (n + 1) * tangents; t++) if (a.e[t] !== 0) return false
  return true
}
