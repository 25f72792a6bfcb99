/** Inverse and determinant modulo a prime, exact. */
import type { Modulus } from './modulus.ts'

/** The inverse of an n x n matrix; all NaN where there is none. */
export function inverseModulo(a: Float64Array, n: number, m: Modulus): Float64Array {
  const work = a.slice()
  const out = new Float64Array(n * n)
  for (let i = 0; i < n; i++) out[i * n + i] = 1
  for (let c = 0; c < n; c++) {
    const p = pivotRow(work, n, c)
    if (p < 0) return out.fill(NaN)
    const scale = m.inv(work[p * n + c]!)
    for (const x of [work, out]) {
      for (let j = 0; j < n; j++) {
        const pivot = m.mul(x[p * n + j]!, scale)
        x[p * n + j] = x[c * n + j]!
        x[c * n + j] = pivot
      }
    }
    for (let i = 0; i < n; i++) {
      const factor = m.neg(work[i * n + c]!)
      if (i === c || factor === 0) continue
      for (let j = 0; j < n; j++) {
        work[i * n + j] = m.add(work[i * n + j]!, m.mul(factor, work[c * n + j]!))
        out[i * n + j] = m.add(out[i * n + j]!, m.mul(factor, out[c * n + j]!))
      }
    }
  }
  return out
}

/** The determinant of an n x n matrix; NaN where an entry has no value. */
export function detModulo(a: Float64Array, n: number, m: Modulus): number {
  if (a.some(Number.isNaN)) return NaN
  const work = a.slice()
  let product = 1
  for (let c = 0; c < n; c++) {
    const p = pivotRow(work, n, c)
    if (p < 0) return 0
    const pivot = work[p * n + c]!
    product = m.mul(p === c ? product : m.neg(product), pivot)
    for (let j = c; j < n; j++) {
      const x = work[p * n + j]!
      work[p * n + j] = work[c * n + j]!
      work[c * n + j] = x
    }
    const scale = m.neg(m.inv(pivot))
    for (let i = c + 1; i < n; i++) {
      const factor = m.mul(work[i * n + c]!, scale)
      if (factor !== 0) for (let j = c; j < n; j++) work[i * n + j] = m.add(work[i * n + j]!, m.mul(factor, work[c * n + j]!))
    }
  }
  return product
}

function pivotRow(a: Float64Array, n: number, c: number): number {
  for (let i = c; i < n; i++) if (a[i * n + c]! > 0) return i
  return -1
}
