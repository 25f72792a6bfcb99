/** The sign of an expression, entry by entry: every kink (abs, relu, step, max) is written with it. */
import Fraction from 'fraction.js'
import type { Algebra } from './algebra.ts'
import { entrywiseProduct, onesPoly, scale, sum } from './arith.ts'
import { entrywiseAtom } from './atoms.ts'
import { factorise, isDeltas } from './factors.ts'
import { ONE, ZERO, type Atom, type Poly } from './poly.ts'
import { isUnit, soleKind } from './powers.ts'

/** sign of a product is the product of the signs. Its value at 0 is never asked: kinks are not sampled. */
export function signPoly(alg: Algebra, arg: Poly): Poly {
  if (arg.terms.length === 0) return arg
  const known = ofSigns(alg, arg)
  if (known) return known
  const { c, factors } = factorise(alg, arg)
  const at = arg.dims.map((_, n) => n)
  const signs = factors.flatMap(f => {
    if (isDeltas(f.base)) return [f.base]
    if (f.positive || (even(f.exponent) && !mayVanish(f.base))) return []
    const own = f.exponent.s > 0n && f.exponent.d === 1n ? ofSigns(alg, f.base) : null
    if (own) return even(f.exponent) ? [own, own] : [own]
    return even(f.exponent) ? [signAtom(alg, f.base), signAtom(alg, f.base)] : [signAtom(alg, f.base)]
  })
  const made = signs.length === 0 ? onesPoly(alg, arg.dims) : alg.product(signs, signs.map(() => at), arg.dims, at)
  return c.compare(0) < 0 ? scale(alg, ONE.neg(), made) : made
}

/** So many different signs in one polynomial are written out. */
const MOST_SIGNS = 3

/**
 * The sign of a polynomial in nothing but signs, such as step(t) = (1 + sign t)/2, which is its own sign: its values at all combinations of the signs
 * are known, and a function on them is a polynomial in them again. `null` where there is anything else, or a sign that may be 0 itself.
 */
function ofSigns(alg: Algebra, p: Poly): Poly | null {
  if (p.terms.length < 2) return null
  const names: string[] = []
  const masks: number[] = []
  const base = new Map<number, Poly>()
  for (const t of p.terms) {
    if (t.g.size.length !== p.dims.length || new Set(t.g.free).size !== p.dims.length) return null
    let mask = 0
    for (const e of t.g.edges) {
      if (e.atom.kind.t !== 'map' || e.atom.kind.fn !== 'sign' || mayVanish(e.atom.kind.arg)) return null
      const single = alg.rekey(p.dims, [{ c: ONE, g: { size: [...p.dims], free: p.dims.map((_, s) => s), edges: [{ atom: e.atom, at: e.at.map(v => t.g.free.indexOf(v)) }] } }])
      const n = names.indexOf(single.key)
      const bit = n < 0 ? names.push(single.key) - 1 : n
      base.set(bit, single)
      mask ^= 1 << bit
    }
    masks.push(mask)
  }
  if (names.length > MOST_SIGNS) return null
  const all = Array.from({ length: 1 << names.length }, (_, k) => k)
  const value = all.map(signs => Math.sign(p.terms.reduce((total, t, n) => total.add(odd(masks[n]! & signs) ? t.c.neg() : t.c), ZERO).valueOf()))
  const terms = all.flatMap(mask => {
    const total = all.reduce((sum, signs) => sum + (odd(mask & signs) ? -value[signs]! : value[signs]!), 0)
    const factors = [onesPoly(alg, p.dims), ...[...base].filter(([bit]) => mask & (1 << bit)).map(([, x]) => x)]
    return total === 0 ? [] : [scale(alg, new Fraction(total, all.length), entrywiseProduct(alg, p.dims, factors))]
  })
  return sum(alg, p.dims, terms)
}

/** Has a number an odd number of bits? */
function odd(bits: number): boolean {
  let parity = 0
  for (let b = bits; b; b &= b - 1) parity ^= 1
  return parity === 1
}

/** Can be zero on more than a set of measure zero, as relu(t) = (t + t sign t)/2 is: then its sign squared is not 1. */
export function mayVanish(p: Poly): boolean {
  return p.terms.length > 1 && p.terms.some(t => t.g.edges.some(e => holdsSign(e.atom)))
}

function holdsSign(atom: Atom): boolean {
  const k = atom.kind
  if (k.t === 'map' && k.fn === 'sign') return true
  const inner = k.t === 'map' || k.t === 'inverse' || k.t === 'det' ? k.arg : k.t === 'pow' ? k.base : null
  return inner !== null && inner.terms.some(t => t.g.edges.some(e => holdsSign(e.atom)))
}

/** A real power u^e has the sign of u, where it has a value, unless e is an even number. */
function even(e: Fraction): boolean {
  return e.d === 1n && e.n % 2n === 0n
}

function signAtom(alg: Algebra, base: Poly): Poly {
  const kind = soleKind(base)
  if (kind && isUnit(kind)) return base
  return entrywiseAtom(alg, base, 'sign', inner => ({ t: 'map', fn: 'sign', order: 0, arg: inner }))
}
