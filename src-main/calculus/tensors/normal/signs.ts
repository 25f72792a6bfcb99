/** The sign of an expression, entry by entry: every kink (abs, relu, step, max) is written with it. */
import type Fraction from 'fraction.js'
import type { Algebra } from './algebra.ts'
import { onesPoly, scale } from './arith.ts'
import { entrywiseAtom } from './atoms.ts'
import { factorise, isDeltas } from './factors.ts'
import { ONE, type Atom, type Poly } from './poly.ts'
import { soleKind } from './powers.ts'

/** sign of a product is the product of the signs. Its value at 0 is never asked: kinks are not sampled. */
export function signPoly(alg: Algebra, arg: Poly): Poly {
  if (arg.terms.length === 0) return arg
  const { c, factors } = factorise(alg, arg)
  const at = arg.dims.map((_, n) => n)
  const signs = factors.flatMap(f => {
    if (isDeltas(f.base)) return [f.base]
    if (f.positive || (even(f.exponent) && !mayVanish(f.base))) return []
    return even(f.exponent) ? [signAtom(alg, f.base), signAtom(alg, f.base)] : [signAtom(alg, f.base)]
  })
  const made = signs.length === 0 ? onesPoly(alg, arg.dims) : alg.product(signs, signs.map(() => at), arg.dims, at)
  return c.compare(0) < 0 ? scale(alg, ONE.neg(), made) : made
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
  if (kind?.t === 'map' && kind.fn === 'sign' || kind?.t === 'parity') return base
  return entrywiseAtom(alg, base, 'sign', inner => ({ t: 'map', fn: 'sign', order: 0, arg: inner }))
}
