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
        e[c + n]! += scale * size + Math.abs(x) * y
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
 * The chain rule entry by entry: values `f`, first and second derivative `f1`, `f2` of a scalar function at the entries of `u`. A value that is
 * zero without being so by structure gets the scale 1, so that it does not pass for a zero by structure.
 */
export function chain(u: Real, f: Float64Array, f1: Float64Array, f2: Float64Array, tangents: number): Real {
  const length = f.length
  const s = new Float64Array(length)
  for (let n = 0; n < length; n++) {
    s[n] = Math.abs(f[n]!) + Math.abs(f1[n]!) * u.s[n]!
    if (s[n] === 0 && u.s[n] !== 0) s[n] = 1
    else if (s[n] !== 0 && s[n]! < faintest) s[n] = faintest
  }
  if (!u.d) return { v: f, s, d: null, e: null }
  const d = new Float64Array(length * tangents)
  const e = new Float64Array(length * tangents)
  for (let n = 0; n < length; n++) {
    const slope = f1[n]!
    const size = Math.abs(slope)
    const bend = Math.abs(f2[n]!) * u.s[n]!
    for (let t = n * tangents; t < (n + 1) * tangents; t++) {
      const x = u.d[t]!
      if (u.e![t] === 0) continue
      d[t] = slope * x
      const scale = size * u.e![t]! + bend * Math.abs(x)
      e[t] = scale !== 0 && scale < faintest ? faintest : scale
    }
  }
  return { v: f, s, d, e }
}
