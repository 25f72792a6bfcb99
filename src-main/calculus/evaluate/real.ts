/** Arrays of floats, each entry with its scale and, where asked, with its tangents: the kernels of the float and the dual ring. */
import type { Tables } from './tables.ts'

/**
 * `v`: values. `s`: scales, the running sum of absolute terms, carried on to first order (a product is as uncertain as its factors together),
 * so that the rounding error of an entry is a few times 2^-53 s. A scale of 0 marks a zero by structure: of a delta, of a triangular matrix.
 * `d`: the tangents, for entry n at n * tangents + t; `e`: their scales. `null`: all zero, the value does not depend on the input.
 */
export interface Real {
  readonly v: Float64Array
  readonly s: Float64Array
  readonly d: Float64Array | null
  readonly e: Float64Array | null
}

/**
 * The least scale that is not 0. Floats end at 1e-308 and lose their digits on the way to 5e-324, so that what is that near to zero is not as exact as
 * its own size says: exp(-740) has one digit.
 */
const faintest = 1e-290

/** An array that does not depend on the input, at its own scale. */
export function plain(v: Float64Array): Real {
  return { v, s: v.map(Math.abs), d: null, e: null }
}

/** Product with contraction; `b` null: gathering and summing of `a` alone. */
export function contract(t: Tables, a: Real, b: Real | null, tangents: number): Real {
  const out = b ? pairValues(t, a, b) : oneValues(t, a)
  if (!a.d && !b?.d) return out
  const d = new Float64Array(t.length * tangents)
  const e = new Float64Array(t.length * tangents)
  if (!b) oneTangents(t, a.d!, a.e!, d, e, tangents)
  else {
    if (a.d) pairTangents(t, t.aAt, t.aSum, t.bAt, t.bSum, a.d, a.e!, b, d, e, tangents)
    if (b.d) pairTangents(t, t.bAt, t.bSum, t.aAt, t.aSum, b.d, b.e!, a, d, e, tangents)
  }
  return { v: out.v, s: out.s, d, e }
}

function pairValues(t: Tables, a: Real, b: Real): Real {
  const { to, aAt, bAt, aSum, bSum, loops, terms, scattered } = t
  const { v: av, s: as } = a
  const { v: bv, s: bs } = b
  const v = new Float64Array(t.length)
  const s = new Float64Array(t.length)
  for (let o = 0; o < loops; o++) {
    const ao = aAt[o]!
    const bo = bAt[o]!
    let value = 0
    let scale = 0
    let any = false
    for (let k = 0; k < terms; k++) {
      const i = ao + aSum[k]!
      const j = bo + bSum[k]!
      const x = as[i]!
      const y = bs[j]!
      if (x === 0 || y === 0) continue
      any = true
      const p = av[i]!
      const q = bv[j]!
      value += p * q
      scale += x * Math.abs(q) + y * Math.abs(p)
    }
    const c = scattered ? to[o]! : o
    v[c] = value
    s[c] = any && scale < faintest ? faintest : scale
  }
  return { v, s, d: null, e: null }
}

/** Adds da * b into d. A zero by structure in b annuls whatever it meets. */
function pairTangents(
  t: Tables, aAt: Int32Array, aSum: Int32Array, bAt: Int32Array, bSum: Int32Array,
  ad: Float64Array, ae: Float64Array, b: Real, d: Float64Array, e: Float64Array, tangents: number,
): void {
  const { to, loops, terms, scattered } = t
  const { v: bv, s: bs } = b
  for (let o = 0; o < loops; o++) {
    const ao = aAt[o]!
    const bo = bAt[o]!
    const c = (scattered ? to[o]! : o) * tangents
    for (let k = 0; k < terms; k++) {
      const j = bo + bSum[k]!
      const y = bs[j]!
      if (y === 0) continue
      const q = bv[j]!
      const size = Math.abs(q)
      const i = (ao + aSum[k]!) * tangents
      for (let n = 0; n < tangents; n++) {
        const scale = ae[i + n]!
        if (scale === 0) continue
        const x = ad[i + n]!
        d[c + n]! += x * q
        // Of what moves, only a zero by structure does not move; and near the end of the floats a tangent is not as exact as its own size says.
        const moved = scale * size + Math.abs(x) * y
        e[c + n]! += moved < faintest ? faintest : moved
      }
    }
  }
}

function oneValues(t: Tables, a: Real): Real {
  const { to, aAt, aSum, loops, terms, scattered } = t
  const v = new Float64Array(t.length)
  const s = new Float64Array(t.length)
  for (let o = 0; o < loops; o++) {
    const ao = aAt[o]!
    let value = 0
    let scale = 0
    for (let k = 0; k < terms; k++) {
      value += a.v[ao + aSum[k]!]!
      scale += a.s[ao + aSum[k]!]!
    }
    const c = scattered ? to[o]! : o
    v[c] = value
    s[c] = scale
  }
  return { v, s, d: null, e: null }
}

function oneTangents(t: Tables, ad: Float64Array, ae: Float64Array, d: Float64Array, e: Float64Array, tangents: number): void {
  const { to, aAt, aSum, loops, terms, scattered } = t
  for (let o = 0; o < loops; o++) {
    const c = (scattered ? to[o]! : o) * tangents
    for (let k = 0; k < terms; k++) {
      const i = (aAt[o]! + aSum[k]!) * tangents
      for (let n = 0; n < tangents; n++) {
        d[c + n]! += ad[i + n]!
        e[c + n]! += ae[i + n]!
      }
    }
  }
}

/** Entrywise sum. */
export function sum(terms: readonly Real[], length: number, tangents: number): Real {
  const v = new Float64Array(length)
  const s = new Float64Array(length)
  let d: Float64Array | null = null
  let e: Float64Array | null = null
  for (const t of terms) {
    for (let n = 0; n < length; n++) {
      v[n]! += t.v[n]!
      s[n]! += t.s[n]!
    }
    if (!t.d) continue
    d ??= new Float64Array(length * tangents)
    e ??= new Float64Array(length * tangents)
    for (let n = 0; n < d.length; n++) {
      d[n]! += t.d[n]!
      e[n]! += t.e![n]!
    }
  }
  return { v, s, d, e }
}

/** `factor` times an array. */
export function scaled(a: Real, factor: number): Real {
  const size = Math.abs(factor)
  const by = (x: Float64Array, f: number): Float64Array => {
    const y = new Float64Array(x.length)
    for (let n = 0; n < x.length; n++) y[n] = x[n]! * f
    return y
  }
  return { v: by(a.v, factor), s: by(a.s, size), d: a.d && by(a.d, factor), e: a.e && by(a.e, size) }
}

/**
 * How steep a power or a logarithm is, told by parts of its argument: u f'(u) is `first` and u^2 f''(u) is `second`, times f(u) where `ofValue`.
 * Their slopes leave the floats long before what they make of a tangent does: 1/u at 1e200 has the slope 1e-400, and moves by 1e-200 with u.
 */
export interface Steepness { readonly first: number; readonly second: number; readonly ofValue: boolean }

export interface ChainOptions {
  /** Where the slopes are those of a power or a logarithm. */
  readonly steepness?: Steepness | null
  /** The function may be flat: a slope of zero is then no underflow. */
  readonly flat?: boolean
}

/**
 * The chain rule entry by entry: values `f`, first and second derivative `f1`, `f2` of a scalar function at the entries of `u`. A value that is
 * zero without being so by structure gets the scale 1, and a tangent the faintest one, so that neither passes for a zero by structure.
 */
export function chain(u: Real, f: Float64Array, f1: Float64Array, f2: Float64Array, tangents: number, { steepness = null, flat = false }: ChainOptions = {}): Real {
  const length = f.length
  const s = new Float64Array(length)
  const d = u.d && new Float64Array(length * tangents)
  const e = u.d && new Float64Array(length * tangents)
  for (let n = 0; n < length; n++) {
    const by = steepness !== null && f[n] !== 0 && Number.isFinite(f[n]!) ? steepness : null
    // Where the slope has left the floats, the argument is the unit of itself and of its tangents: elsewhere a small tangent would be lost by it.
    const inParts = by !== null && by.first !== 0 && isLost(f1[n]!)
    const unit = inParts ? u.v[n]! : 1
    const height = by?.ofValue ? f[n]! : 1
    const slope = inParts ? by.first * height : f1[n]!
    const size = Math.abs(slope)
    const own = u.s[n]! / Math.abs(unit)
    s[n] = Math.abs(f[n]!) + size * own
    if (s[n] === 0 && u.s[n] !== 0) s[n] = 1
    else if (s[n] !== 0 && s[n]! < faintest) s[n] = faintest
    if (!d || !e) continue
    const bend = inParts ? Math.abs(by.second * height) * own
      : by !== null && by.second !== 0 && isLost(f2[n]!) ? Math.abs(by.second * height / u.v[n]!) * Math.abs(u.s[n]! / u.v[n]!)
      : Math.abs(f2[n]!) * own
    for (let t = n * tangents; t < (n + 1) * tangents; t++) {
      if (u.e![t] === 0) continue
      const x = u.d![t]! / unit
      d[t] = slope * x
      const scale = size * (u.e![t]! / Math.abs(unit)) + bend * Math.abs(x)
      e[t] = scale < faintest && !(scale === 0 && (flat || u.s[n] === 0)) ? faintest : scale
    }
  }
  return { v: f, s, d, e }
}

/** Has a slope that is not zero left the floats? */
function isLost(slope: number): boolean {
  return !(Math.abs(slope) >= faintest && Math.abs(slope) <= 1 / faintest)
}
