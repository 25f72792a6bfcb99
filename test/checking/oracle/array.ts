/** Dense arrays with plain loops: the arithmetic that the tests judge by; it shares nothing with the checker's own. */

/** Shape [] is a scalar, [n] a column, [1, n] a row, [m, n] a matrix, three and more axes an array. Row-major. */
export interface Arr { readonly s: readonly number[]; readonly v: readonly number[] }

/** What this evaluator does not know: the case is left out, and counted. */
export class Unsupported extends Error {}

export const scalar = (x: number): Arr => ({ s: [], v: [x] })
export const length = (s: readonly number[]): number => s.reduce((a, b) => a * b, 1)
export const fill = (s: readonly number[], at: (n: number) => number): Arr => ({ s, v: Array.from({ length: length(s) }, (_, n) => at(n)) })
export const map = (a: Arr, f: (x: number) => number): Arr => ({ s: a.s, v: a.v.map(f) })
export const sameShape = (a: readonly number[], b: readonly number[]): boolean => a.length === b.length && a.every((n, k) => n === b[k])

/** A matrix with one column is a column, a 1 x 1 matrix a scalar. */
export function tidy(a: Arr): Arr {
  if (a.s.length === 2 && a.s[1] === 1) return a.s[0] === 1 ? { s: [], v: a.v } : { s: [a.s[0]!], v: a.v }
  return a.s.length === 1 && a.s[0] === 1 ? { s: [], v: a.v } : a
}

/** Rows and columns of a scalar, a vector or a matrix. */
export function rc(a: Arr): [number, number] {
  if (a.s.length > 2) throw new Unsupported('an array of three axes as a matrix')
  return [a.s[0] ?? 1, a.s[1] ?? 1]
}

export function zip(a: Arr, b: Arr, f: (x: number, y: number) => number): Arr {
  if (!sameShape(a.s, b.s)) throw new Unsupported(`shapes ${a.s} and ${b.s}`)
  return { s: a.s, v: a.v.map((x, n) => f(x, b.v[n]!)) }
}

export function matmul(a: Arr, b: Arr): Arr {
  if (a.s.length === 0) return map(b, x => x * a.v[0]!)
  if (b.s.length === 0) return map(a, x => x * b.v[0]!)
  const [m, k] = rc(a)
  const [l, n] = rc(b)
  if (k !== l) throw new Unsupported(`product of ${a.s} and ${b.s}`)
  return tidy(fill([m, n], at => {
    let sum = 0
    for (let q = 0; q < k; q++) sum += a.v[Math.floor(at / n) * k + q]! * b.v[q * n + at % n]!
    return sum
  }))
}

export function transpose(a: Arr): Arr {
  if (a.s.length === 0) return a
  const [m, n] = rc(a)
  return tidy(fill([n, m], at => a.v[(at % m) * n + Math.floor(at / m)]!))
}

/** Gauss-Jordan with the largest pivot: the inverse and the determinant. */
export function eliminate(a: Arr): { inverse: Arr; det: number } {
  const [n, cols] = rc(a)
  if (n !== cols) throw new Unsupported('inverse of a matrix that is not square')
  const w = Array.from({ length: n }, (_, i) => Array.from({ length: 2 * n }, (_, j) => (j < n ? a.v[i * n + j]! : j - n === i ? 1 : 0)))
  const scale = Math.max(...a.v.map(Math.abs))
  let det = 1
  for (let c = 0; c < n; c++) {
    let p = c
    for (let r = c + 1; r < n; r++) if (Math.abs(w[r]![c]!) > Math.abs(w[p]![c]!)) p = r
    if (p !== c) det = -det
    ;[w[c], w[p]] = [w[p]!, w[c]!]
    // A matrix that is singular up to rounding has no inverse.
    const pivot = Math.abs(w[c]![c]!) < 1e-9 * scale ? NaN : w[c]![c]!
    det *= pivot
    for (let j = 0; j < 2 * n; j++) w[c]![j]! /= pivot
    for (let r = 0; r < n; r++) {
      const f = w[r]![c]!
      if (r !== c && f !== 0) for (let j = 0; j < 2 * n; j++) w[r]![j]! -= f * w[c]![j]!
    }
  }
  return { inverse: a.s.length === 0 ? scalar(1 / a.v[0]!) : fill([n, n], at => w[Math.floor(at / n)]![n + at % n]!), det }
}

export const eye = (n: number): Arr => fill([n, n], at => (Math.floor(at / n) === at % n ? 1 : 0))

export function kron(a: Arr, b: Arr): Arr {
  const [m, n] = rc(a)
  const [p, q] = rc(b)
  return tidy(fill([m * p, n * q], at => {
    const [i, j] = [Math.floor(at / (n * q)), at % (n * q)]
    return a.v[Math.floor(i / p) * n + Math.floor(j / q)]! * b.v[(i % p) * q + j % q]!
  }))
}

/** Columns stacked; of three and more axes the first moves fastest. */
export function vec(a: Arr): Arr {
  const total = length(a.s)
  return tidy(fill([total], at => a.v[flat(unflatFirst(at, a.s), a.s)]!))
}

function unflatFirst(at: number, s: readonly number[]): number[] {
  let left = at
  return s.map(n => {
    const i = left % n
    left = Math.floor(left / n)
    return i
  })
}

export function flat(at: readonly number[], s: readonly number[]): number {
  return at.reduce((sum, i, k) => sum * s[k]! + i, 0)
}

/** All positions of an array, the last axis fastest. */
export function* positions(s: readonly number[]): Generator<number[]> {
  const total = length(s)
  for (let n = 0; n < total; n++) {
    let left = n
    const at = s.map(() => 0)
    for (let k = s.length - 1; k >= 0; k--) {
      at[k] = left % s[k]!
      left = Math.floor(left / s[k]!)
    }
    yield at
  }
}

/** The axes of an array in another order. */
export function permute(a: Arr, order: readonly number[]): Arr {
  const s = order.map(k => a.s[k]!)
  const v: number[] = []
  for (const at of positions(s)) {
    const from = a.s.map(() => 0)
    order.forEach((k, n) => { from[k] = at[n]! })
    v.push(a.v[flat(from, a.s)]!)
  }
  return { s, v }
}
