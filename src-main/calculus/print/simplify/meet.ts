/** What happens within one monomial: powers of one base are put together, an inverse meets its matrix, unit vectors and blocks meet. */
import type Fraction from 'fraction.js'
import { constant, slots } from '../../tensors/build.ts'
import type { Expr } from '../../tensors/expr.ts'
import { sameFactor } from './keys.ts'
import { closed, degrees, monoExpr, ONE, restrict, scalarParts, type Factor, type Mono } from './mono.ts'
import type { Rules } from './rules.ts'
import { sheetOf, type Sheet } from './sheet.ts'

/** Up to this power a factor is written out as often as it occurs, so that `x_k x_k` and `x^2` are the same monomial. */
export const WRITTEN_OUT = 6

/** The monomial after all rules; null where it is zero. */
export function tidy(start: Mono, rules: Rules): Mono | null {
  let m = start
  for (;;) {
    const next = powers(m, rules) ?? symbolicPowers(m, rules) ?? sums(m, rules) ?? pairs(m, rules) ?? lone(m, rules)
    if (next === null) return m.coef.equals(0) ? null : m
    if (next === 'zero') return null
    m = next
  }
}

/** The base and the constant exponent of a factor. */
export function baseOf(f: Factor): { readonly base: Expr; readonly exponent: Fraction } {
  const { e } = f
  return e.k === 'pow' && e.exponent.k === 'const' ? { base: e.base, exponent: e.exponent.value } : { base: e, exponent: ONE }
}

/** t² t⁻¹ is t. Factors without a power stay as often as they stand. */
function powers(m: Mono, rules: Rules): Mono | null {
  for (let a = 0; a < m.factors.length; a++) {
    const one = m.factors[a]!
    const { base, exponent } = baseOf(one)
    for (let b = a + 1; b < m.factors.length; b++) {
      const two = m.factors[b]!
      const other = baseOf(two)
      if (exponent.equals(1) && other.exponent.equals(1)) continue
      if (one.on.length !== two.on.length || !sameFactor({ e: base, on: one.on }, { e: other.base, on: two.on }, rules)) continue
      const sheet = sheetOf(m, f => f !== one && f !== two)
      raise(sheet, base, one.on, exponent.add(other.exponent), rules)
      return sheet.mono(m.out)
    }
  }
  return null
}

/** t^(n - 1) t is t^n: exponents that are no numbers, of one base. */
function symbolicPowers(m: Mono, rules: Rules): Mono | null {
  for (const one of m.factors) {
    const { e } = one
    if (e.k !== 'pow' || e.exponent.k === 'const' || slots(e.exponent).length > 0) continue
    for (const two of m.factors) {
      if (two === one) continue
      const other = two.e.k === 'pow' ? two.e : null
      if (other && slots(other.exponent).length > 0) continue
      if (one.on.length !== two.on.length || !sameFactor({ e: e.base, on: one.on }, { e: other?.base ?? two.e, on: two.on }, rules)) continue
      const exponent = rules.expr({ k: 'add', terms: [e.exponent, other?.exponent ?? constant(1)], dims: [] })
      const sheet = sheetOf(m, f => f !== one && f !== two)
      if (exponent.k === 'const') raise(sheet, e.base, one.on, exponent.value, rules)
      else sheet.factor({ k: 'pow', base: e.base, exponent }, one.on)
      return sheet.mono(m.out)
    }
  }
  return null
}

/** xᵀx (xᵀx)^(-1/2) is (xᵀx)^(1/2): a part of the monomial that is summed up in itself and is the base of a power beside it. */
function sums(m: Mono, rules: Rules): Mono | null {
  for (const f of m.factors) {
    if (f.on.length > 0 || f.e.k !== 'pow' || f.e.exponent.k !== 'const') continue
    const { base, exponent } = baseOf(f)
    const key = rules.key(base)
    for (const part of scalarParts(m)) {
      if (part.factors.includes(f) || rules.key(monoExpr(part.mono)) !== key) continue
      const kept = m.dims.map((_, v) => v).filter(v => !part.vertices.includes(v))
      const rest = restrict({ ...m, factors: m.factors.filter(g => g !== f && !part.factors.includes(g)) }, kept)
      const sheet = sheetOf(rest)
      raise(sheet, base, [], exponent.add(1), rules)
      return sheet.mono(rest.out)
    }
  }
  return null
}

/** Lays `base` to a power on a sheet, written out where the power is a small whole number. */
export function raise(sheet: Sheet, base: Expr, on: readonly number[], exponent: Fraction, rules: Rules): void {
  if (exponent.equals(0)) return
  const whole = exponent.d === 1n && exponent.s > 0n && exponent.n <= BigInt(WRITTEN_OUT)
  if (!whole) {
    sheet.factor({ k: 'pow', base, exponent: constant(exponent) }, on)
    return
  }
  const terms = rules.terms(base)
  for (let n = 0; n < Number(exponent.n); n++) {
    if (terms.length === 1) sheet.paste(terms[0]!, on)
    else sheet.factor(base, on)
  }
}

/** Two factors that lie on a common vertex and make something simpler. */
function pairs(m: Mono, rules: Rules): Mono | 'zero' | null {
  const inner = closed(m)
  const degree = degrees(m)
  const only = (v: number): boolean => inner.has(v) && degree[v] === 2
  for (let a = 0; a < m.factors.length; a++) {
    for (let b = 0; b < m.factors.length; b++) {
      if (a === b) continue
      const [one, two] = [m.factors[a]!, m.factors[b]!]
      const rest = (): Sheet => sheetOf(m, f => f !== one && f !== two)
      if (one.e.k === 'unit' && two.e.k === 'unit' && one.on[0] === two.on[0]) {
        if (one.e.at !== two.e.at) return 'zero'
        return sheetOf(m, f => f !== two).mono(m.out)
      }
      if (one.e.k === 'inject' && two.e.k === 'inject' && one.on[0] === two.on[0]) {
        if (one.e.part !== two.e.part) return 'zero'
        const sheet = sheetOf(m, f => f !== two)
        one.on.forEach((v, s) => sheet.unite(v, two.on[s]!))
        return sheet.mono(m.out)
      }
      const ends = inverseEnds(one, two, only, rules) ?? orthogonalEnds(one, two, only, rules)
      if (ends) {
        const sheet = rest()
        sheet.unite(ends.from, ends.to)
        return dropLone(sheet, m, ends.met)
      }
    }
  }
  return null
}

interface Ends { readonly from: number; readonly to: number; readonly met: number }

function inverseEnds(one: Factor, two: Factor, only: (v: number) => boolean, rules: Rules): Ends | null {
  if (one.e.k !== 'inverse' || one.on.length !== 2 || two.on.length !== 2) return null
  if (rules.atom(two.e) !== rules.atom(one.e.arg)) return null
  const [p, q] = one.on as [number, number]
  const [r, s] = two.on as [number, number]
  if (q === r && q !== p && r !== s && only(q)) return { from: p, to: s, met: q }
  if (s === p && q !== p && r !== s && only(p)) return { from: r, to: q, met: p }
  if (rules.symmetry(two.e) !== 'sym' || p === q || r === s) return null
  if (q === s && only(q)) return { from: p, to: r, met: q }
  return p === r && only(p) ? { from: q, to: s, met: p } : null
}

/** Qᵀ Q and Q Qᵀ are the identity. */
function orthogonalEnds(one: Factor, two: Factor, only: (v: number) => boolean, rules: Rules): Ends | null {
  if (one.e.k !== 'var' || two.e.k !== 'var' || one.e.name !== two.e.name || one.on.length !== 2) return null
  if (one.e.derivs.length || two.e.derivs.length || one.e.dims[0] !== one.e.dims[1] || !rules.has(one.e.name, 'orthogonal')) return null
  const [p, q] = one.on as [number, number]
  const [r, s] = two.on as [number, number]
  if (p === q || r === s) return null
  if (p === r && only(p)) return { from: q, to: s, met: p }
  return q === s && only(q) ? { from: p, to: r, met: q } : null
}

/** The monomial on a sheet without one vertex, on which nothing lies any more and which must not count as its size. */
function dropLone(sheet: Sheet, m: Mono, v: number): Mono {
  const made = sheet.mono([...m.out, v])
  const gone = made.out[m.out.length]!
  const number = (u: number): number => (u > gone ? u - 1 : u)
  return {
    coef: made.coef, dims: made.dims.filter((_, u) => u !== gone), out: made.out.slice(0, -1).map(number),
    factors: made.factors.map(f => ({ e: f.e, on: f.on.map(number) })),
  }
}

/** A unit vector or a block that is summed over with nothing beside it is 1; the diagonal of a skew matrix is 0. */
function lone(m: Mono, rules: Rules): Mono | 'zero' | null {
  const inner = closed(m)
  const degree = degrees(m)
  for (const f of m.factors) {
    if (f.on.length === 2 && f.on[0] === f.on[1] && rules.symmetry(f.e) === 'skew') return 'zero'
    const v = f.on[0]
    if ((f.e.k !== 'unit' && f.e.k !== 'inject') || v === undefined || !inner.has(v) || degree[v] !== 1) continue
    return dropLone(sheetOf(m, g => g !== f), m, v)
  }
  return null
}

