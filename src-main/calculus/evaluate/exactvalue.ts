/** Numbers that are the same at every point of given sizes: exponents such as 2, 1/2, N, N - 1. */
import Fraction from 'fraction.js'
import type { Expr } from '../tensors/expr.ts'
import { sizeOf, type Sizes } from './sizes.ts'

/** The rational value of an expression without slots that is made of constants and sizes; else `null`. */
export function exactValue(e: Expr, sizes: Sizes): Fraction | null {
  switch (e.k) {
    case 'const': return e.value
    case 'add': {
      if (e.dims.length) return null
      let total = new Fraction(0)
      for (const t of e.terms) {
        const v = exactValue(t, sizes)
        if (!v) return null
        total = total.add(v)
      }
      return total
    }
    case 'einsum': {
      if (e.out.length || e.wires.some(w => w.length)) return null
      let total = new Fraction(1)
      for (const f of e.factors) {
        const v = exactValue(f, sizes)
        if (!v) return null
        total = total.mul(v)
      }
      for (const d of e.dims) total = total.mul(sizeOf(d, sizes))
      return total
    }
    default: return null
  }
}
