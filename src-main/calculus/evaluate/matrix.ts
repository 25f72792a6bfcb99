/** Inverse and determinant of float matrices, with scales and tangents. */
import type { Real } from './real.ts'

/** Beyond this loss of digits a matrix counts as singular: it has no inverse at this point. */
const singularLoss = 1e8

/** Inverse of an n x n matrix; all NaN where it has none. Tangents by d(A^-1) = -A^-1 dA A^-1. */
export function inverse(a: Real, n: number, tangents: number): Real {
  const v = gaussJordan(a.v, n)
  const size = v.map(Math.abs)
  const s = multiply(multiply(size, a.s, n, n), size, n, n)
  let largest = 0
  let worst = 0
  for (let k = 0; k < s.length; k++) {
    worst = Math.max(worst, s[k]!)
    largest = Math.max(largest, size[k]!)
    s[k] = s[k]! + size[k]!
  }
  if (!(worst <= singularLoss * largest)) return { v: v.fill(NaN), s: s.fill(NaN), d: a.d && a.d.map(() => NaN), e: a.d && a.d.map(() => NaN) }
  if (!a.d) return { v, s, d: null, e: null }
  const d = sandwich(v, a.d, v, n, tangents)
  const e = sandwich(s, a.e!, size, n, tangents)
  const other = sandwich(size, a.e!, s, n, tangents)
  for (let k = 0; k < d.length; k++) {
    d[k] = -d[k]!
    e[k] = e[k]! + other[k]!
  }
  return { v, s, d, e }
}

/** Determinant. Tangents by the cofactors: from the inverse where there is a good one, else from the minors. */
export function det(a: Real, n: number, tangents: number): Real {
  const value = determinant(a.v, n)
  let bound = 1
  for (let i = 0; i < n; i++) {
    let row = 0
    for (let j = 0; j < n; j++) row += a.s[i * n + j]! ** 2
    bound *= Math.sqrt(row)
  }
  const singular = Math.abs(value) < 1e-6 * bound
  const cofactors = singular ? minors(a.v, n) : transposed(gaussJordan(a.v, n), n, value)
  let scale = Math.abs(value)
  for (let k = 0; k < n * n; k++) scale += Math.abs(cofactors[k]!) * a.s[k]!
  if (singular) scale = Math.max(scale, 1e-3 * bound)
  const v = Float64Array.of(value)
  const s = Float64Array.of(scale)
  if (!a.d) return { v, s, d: null, e: null }
  const d = new Float64Array(tangents)
  const e = new Float64Array(tangents)
  // A cofactor is as uncertain as the determinant itself, relatively; near a singular matrix Hadamard's bound stands for that.
  const loss = singular ? 1 + bound / (Math.max(...cofactors.map(Math.abs)) || bound) : scale / Math.abs(value)
  for (let k = 0; k < n * n; k++) {
    const c = cofactors[k]!
    for (let t = 0; t < tangents; t++) {
      if (a.e![k * tangents + t] === 0) continue
      d[t]! += c * a.d[k * tangents + t]!
      e[t]! += Math.abs(c) * (a.e![k * tangents + t]! + loss * Math.abs(a.d[k * tangents + t]!))
    }
  }
  return { v, s, d, e }
}

/** The inverse by elimination with the largest pivot of each column; NaN where a column has none. */
export function gaussJordan(a: Float64Array, n: number): Float64Array {
  const m = a.slice()
  const r = new Float64Array(n * n)
  for (let i = 0; i < n; i++) r[i * n + i] = 1
  for (let c = 0; c < n; c++) {
    let p = c
    for (let i = c + 1; i < n; i++) if (Math.abs(m[i * n + c]!) > Math.abs(m[p * n + c]!)) p = i
    const pivot = m[p * n + c]!
    if (pivot === 0 || !Number.isFinite(pivot)) return r.fill(NaN)
    for (let j = 0; j < n; j++) {
      const x = m[p * n + j]!
      const y = r[p * n + j]!
      m[p * n + j] = m[c * n + j]!
      r[p * n + j] = r[c * n + j]!
      m[c * n + j] = x / pivot
      r[c * n + j] = y / pivot
    }
    for (let i = 0; i < n; i++) {
      const factor = m[i * n + c]!
      if (i === c || factor === 0) continue
      for (let j = 0; j < n; j++) {
        m[i * n + j]! -= factor * m[c * n + j]!
        r[i * n + j]! -= factor * r[c * n + j]!
      }
    }
  }
  return r
}

/** The determinant by elimination with the largest pivot of each column. */
export function determinant(a: Float64Array, n: number): number {
  const m = a.slice()
  let product = 1
  for (let c = 0; c < n; c++) {
    let p = c
    for (let i = c + 1; i < n; i++) if (Math.abs(m[i * n + c]!) > Math.abs(m[p * n + c]!)) p = i
    const pivot = m[p * n + c]!
    if (pivot === 0) return 0
    if (p !== c) {
      product = -product
      for (let j = c; j < n; j++) {
        const x = m[p * n + j]!
        m[p * n + j] = m[c * n + j]!
        m[c * n + j] = x
      }
    }
    product *= pivot
    for (let i = c + 1; i < n; i++) {
      const factor = m[i * n + c]! / pivot
      if (factor !== 0) for (let j = c; j < n; j++) m[i * n + j]! -= factor * m[c * n + j]!
    }
  }
  return product
}

function minors(a: Float64Array, n: number): Float64Array {
  const c = new Float64Array(n * n)
  const minor = new Float64Array((n - 1) * (n - 1))
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) {
    let k = 0
    for (let p = 0; p < n; p++) for (let q = 0; q < n; q++) if (p !== i && q !== j) minor[k++] = a[p * n + q]!
    c[i * n + j] = ((i + j) % 2 ? -1 : 1) * determinant(minor, n - 1)
  }
  return c
}

function transposed(a: Float64Array, n: number, factor: number): Float64Array {
  const r = new Float64Array(n * n)
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) r[j * n + i] = factor * a[i * n + j]!
  return r
}

/** a times b, for a of (…) x n and b of n x m. */
export function multiply(a: Float64Array, b: Float64Array, n: number, m: number): Float64Array {
  const rows = a.length / n
  const c = new Float64Array(rows * m)
  for (let i = 0; i < rows; i++) for (let k = 0; k < n; k++) {
    const x = a[i * n + k]!
    if (x !== 0) for (let j = 0; j < m; j++) c[i * m + j]! += x * b[k * m + j]!
  }
  return c
}

/** l X r for each of the tangents of X, all n x n. */
function sandwich(l: Float64Array, x: Float64Array, r: Float64Array, n: number, tangents: number): Float64Array {
  const left = multiply(l, x, n, n * tangents)
  const out = new Float64Array(n * n * tangents)
  for (let i = 0; i < n; i++) for (let k = 0; k < n; k++) for (let j = 0; j < n; j++) {
    const f = r[k * n + j]!
    if (f === 0) continue
    for (let t = 0; t < tangents; t++) out[(i * n + j) * tangents + t]! += left[(i * n + k) * tangents + t]! * f
  }
  return out
}
