/** Random square matrices with declared properties, over any field: one construction serves floats and residues. */
import type { Property } from '../tensors/symbols.ts'

export interface Field {
  /** A random entry. */
  draw(): number
  /** A random value for a symbol of one entry; in floats its sign alternates from draw to draw. */
  drawScalar(): number
  /** The entry that belongs to a key: the same wherever it is asked for. */
  keyed(key: number): number
  /** A random entry that is positive, where the field knows positive. */
  drawPositive(): number
  add(a: number, b: number): number
  mul(a: number, b: number): number
  neg(a: number): number
  /** NaN for zero. */
  inv(a: number): number
  /** Added to the diagonal of a matrix without other demands: 1 for matrices near the identity, else 0. */
  readonly shift: number
  /** Alternates from draw to draw: the sign of the determinant of an orthogonal matrix. */
  readonly turned: boolean
}

/** A random n x n matrix, row-major, with all of the properties; all NaN where there is none of this size (skew and invertible, n odd). */
export function squareMatrix(field: Field, n: number, has: ReadonlySet<Property>): Float64Array {
  const diagonal = has.has('diagonal') || (has.has('lower') && has.has('upper'))
    || ((has.has('lower') || has.has('upper')) && (has.has('symmetric') || has.has('posdef') || has.has('orthogonal')))
  if (has.has('skew') && n % 2 && (has.has('invertible') || has.has('orthogonal'))) return new Float64Array(n * n).fill(NaN)
  if (has.has('orthogonal')) {
    if (diagonal) return fill(n, (i, j) => (i !== j ? 0 : field.drawPositive() && sign(field, i)))
    if (has.has('symmetric')) return reflection(field, n)
    const q = cayley(field, n)
    return has.has('skew') ? product(field, product(field, q, quarterTurns(field, n), n), transpose(q, n), n) : q
  }
  const entry = has.has('positive') || (has.has('posdef') && diagonal) ? () => field.drawPositive() : () => field.draw()
  if (has.has('posdef')) {
    if (diagonal) return fill(n, (i, j) => (i === j ? entry() : 0))
    const l = fill(n, (i, j) => (j <= i ? entry() : 0))
    const m = product(field, l, transpose(l, n), n)
    for (let i = 0; i < n; i++) m[i * n + i] = field.add(m[i * n + i]!, 1)
    return m
  }
  const m = fill(n, () => entry())
  if (has.has('skew')) return fill(n, (i, j) => (i === j || diagonal ? 0 : i < j ? m[i * n + j]! : field.neg(m[j * n + i]!)))
  const kept = (i: number, j: number): boolean => (diagonal ? i === j : has.has('lower') ? j <= i : has.has('upper') ? i <= j : true)
  const value = (i: number, j: number): number => (has.has('symmetric') ? m[Math.min(i, j) * n + Math.max(i, j)]! : m[i * n + j]!)
  return fill(n, (i, j) => (!kept(i, j) ? 0 : i === j && field.shift ? field.add(value(i, j), field.shift) : value(i, j)))
}

function fill(n: number, entry: (i: number, j: number) => number): Float64Array {
  const m = new Float64Array(n * n)
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) m[i * n + j] = entry(i, j)
  return m
}

function sign(field: Field, i: number): number {
  return (i === 0) === field.turned ? field.neg(1) : 1
}

/** Cayley's (I - K)(I + K)^-1 for a random skew K is orthogonal with determinant 1; every second one has a row turned, for determinant -1. */
function cayley(field: Field, n: number): Float64Array {
  const k = squareMatrix(field, n, new Set(['skew']))
  const plus = fill(n, (i, j) => field.add(i === j ? 1 : 0, k[i * n + j]!))
  const minus = fill(n, (i, j) => field.add(i === j ? 1 : 0, field.neg(k[i * n + j]!)))
  const q = product(field, minus, inverse(field, plus, n), n)
  if (field.turned) for (let j = 0; j < n; j++) q[j] = field.neg(q[j]!)
  return q
}

/** Householder's I - 2 v v^T / (v^T v), or its negative. */
function reflection(field: Field, n: number): Float64Array {
  const v = Array.from({ length: n }, () => field.draw())
  const factor = field.mul(field.neg(2), field.inv(v.reduce((s, x) => field.add(s, field.mul(x, x)), 0)))
  return fill(n, (i, j) => {
    const x = field.add(i === j ? 1 : 0, field.mul(factor, field.mul(v[i]!, v[j]!)))
    return field.turned ? field.neg(x) : x
  })
}

function quarterTurns(field: Field, n: number): Float64Array {
  return fill(n, (i, j) => (i % 2 === 0 && j === i + 1 ? 1 : j % 2 === 0 && i === j + 1 ? field.neg(1) : 0))
}

function transpose(a: Float64Array, n: number): Float64Array {
  return fill(n, (i, j) => a[j * n + i]!)
}

function product(field: Field, a: Float64Array, b: Float64Array, n: number): Float64Array {
  return fill(n, (i, j) => {
    let total = 0
    for (let k = 0; k < n; k++) total = field.add(total, field.mul(a[i * n + k]!, b[k * n + j]!))
    return total
  })
}

/** Inverse by elimination with the first pivot that is not zero; NaN where there is none. I + K with a real skew K needs no larger pivot. */
function inverse(field: Field, a: Float64Array, n: number): Float64Array {
  const m = a.slice()
  const r = fill(n, (i, j) => (i === j ? 1 : 0))
  for (let c = 0; c < n; c++) {
    let p = c
    while (p < n && m[p * n + c] === 0) p++
    if (p === n) return r.fill(NaN)
    const scale = field.inv(m[p * n + c]!)
    for (let j = 0; j < n; j++) {
      for (const x of [m, r]) {
        const pivot = field.mul(x[p * n + j]!, scale)
        x[p * n + j] = x[c * n + j]!
        x[c * n + j] = pivot
      }
    }
    for (let i = 0; i < n; i++) {
      const factor = field.neg(m[i * n + c]!)
      if (i === c || factor === 0) continue
      for (let j = 0; j < n; j++) {
        m[i * n + j] = field.add(m[i * n + j]!, field.mul(factor, m[c * n + j]!))
        r[i * n + j] = field.add(r[i * n + j]!, field.mul(factor, r[c * n + j]!))
      }
    }
  }
  return r
}
