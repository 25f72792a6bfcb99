/** How large the degree of an expression is as a rational function of what is drawn: for the chance that two different ones agree by luck. */
import { unknownKind } from '../problem.ts'
import { slots } from '../tensors/build.ts'
import type { Expr } from '../tensors/expr.ts'
import type { Symbols } from '../tensors/symbols.ts'
import { exactValue } from './exactvalue.ts'
import { lengthOf, type Sizes } from './sizes.ts'

/** Bounds on the degrees of numerator and denominator of every entry. */
export interface Degree { readonly num: number; readonly den: number }

const constantDegree: Degree = { num: 0, den: 0 }

/**
 * The degree in the entries drawn, at given sizes. An entrywise function counts as a new variable of degree 2 over 2 (the laws built into its
 * residues make it a quotient of squares) on top of the degree of its argument, since two arguments that agree by luck also make two values agree.
 */
export function degreeOf(e: Expr, symbols: Symbols, sizes: Sizes, memo: Map<Expr, Degree> = new Map()): Degree {
  let degree = memo.get(e)
  if (!degree) memo.set(e, degree = compute(e, symbols, sizes, memo))
  return degree
}

function compute(e: Expr, symbols: Symbols, sizes: Sizes, memo: Map<Expr, Degree>): Degree {
  const of = (x: Expr): Degree => degreeOf(x, symbols, sizes, memo)
  switch (e.k) {
    case 'const': case 'delta': case 'unit': case 'inject': case 'reshape': return constantDegree
    case 'pi': return { num: 1, den: 0 }
    case 'var': {
      const has = symbols.get(e.name)?.properties
      if (has?.has('orthogonal')) return { num: 2 * lengthOf(e.dims, sizes), den: 2 * lengthOf(e.dims, sizes) }
      return { num: has?.has('posdef') ? 2 : 1, den: 0 }
    }
    case 'einsum': {
      let num = 0
      let den = 0
      for (const f of e.factors) {
        const d = of(f)
        num += d.num
        den += d.den
      }
      return { num, den }
    }
    case 'add': {
      const parts = e.terms.map(of)
      const den = parts.reduce((sum, d) => sum + d.den, 0)
      return { num: parts.reduce((most, d) => Math.max(most, d.num + den - d.den), 0), den }
    }
    case 'map': {
      const d = of(e.arg)
      return { num: d.num + d.den + 2 * (e.order + 1), den: d.den + 2 * (e.order + 1) }
    }
    case 'pow': {
      const d = of(e.base)
      const exact = exactValue(e.exponent, sizes)
      const n = exact ? Math.abs(exact.valueOf()) + (exact.d === 1n ? 0 : 1) : 1
      const varying = exact ? 0 : of(e.exponent).num + 1
      return exact && exact.s < 0n ? { num: n * d.den + varying, den: n * d.num } : { num: n * d.num + varying, den: n * d.den }
    }
    case 'inverse': case 'det': {
      const d = of(e.arg)
      const dims = slots(e.arg)
      const n = lengthOf(dims.slice(0, dims.length / 2), sizes)
      const whole = { num: n * d.num + n * n * d.den, den: n * n * d.den }
      return e.k === 'det' ? whole : { num: whole.num + whole.den, den: whole.num + whole.den }
    }
    default: return unknownKind(e)
  }
}
