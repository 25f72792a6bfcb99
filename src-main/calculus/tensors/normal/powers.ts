/** Entrywise powers. */
import Fraction from 'fraction.js'
import { MOST_FACTORS, type Algebra } from './algebra.ts'
import { entrywiseProduct, number, onesPoly, scale } from './arith.ts'
import { entrywiseAtom } from './atoms.ts'
import { expPoly } from './exponentials.ts'
import { factorise, isDeltas, type Factor } from './factors.ts'
import { BudgetError, ONE, asConstant, type AtomKind, type Poly } from './poly.ts'
import { signPoly } from './signs.ts'

/** A sum is multiplied out up to this power. */
const HIGHEST = 64

/** Thrown where an expression has no value anywhere: the inverse of 0. It has no normal form. */
export class NoValueError extends BudgetError {
  override name = 'NoValueError'
}

/**
 * base^e, entry by entry. An integer power distributes over every product; any other only over what is positive, for √(t²) is |t| and √(ab) needs
 * neither √a nor √b.
 */
export function powPoly(alg: Algebra, base: Poly, e: Fraction): Poly {
  if (e.equals(0)) return onesPoly(alg, base.dims)
  if (e.equals(ONE)) return base
  if (base.terms.length === 0) {
    if (e.compare(0) < 0) throw new NoValueError('a power of 0 with a negative exponent')
    return base
  }
  if (e.d === 1n && e.s > 0n) return repeated(alg, base, e)
  const { c, factors } = factorise(alg, base)
  if (e.d === 1n) return product(alg, base, [constantPower(alg, c, e), ...factors.map(f => raised(alg, f, e))])
  return realPower(alg, base, c, factors, e)
}

/** A whole power multiplied out by repeated squaring: of a sum only so far as it stays small. */
function repeated(alg: Algebra, base: Poly, e: Fraction): Poly {
  if (e.compare(base.terms.length === 1 ? MOST_FACTORS : HIGHEST) > 0) throw new BudgetError('a power too high to be multiplied out')
  const n = Number(e.n)
  if (n === 1) return base
  const half = repeated(alg, base, new Fraction(Math.floor(n / 2)))
  return entrywiseProduct(alg, base.dims, n % 2 === 0 ? [half, half] : [entrywiseProduct(alg, base.dims, [half, half]), base])
}

function realPower(alg: Algebra, base: Poly, c: Fraction, factors: readonly Factor[], e: Fraction): Poly {
  const out: Poly[] = []
  let rest: Factor[] = []
  for (const f of factors) {
    if (f.positive) out.push(raised(alg, f, e))
    else if (isEven(f.exponent)) out.push(absolutePower(alg, entrywiseProduct(alg, base.dims, [f.base, signPoly(alg, f.base)]), f.exponent.mul(e)))
    else rest.push(f)
  }
  if (c.compare(0) > 0) {
    out.push(constantPower(alg, c, e))
    if (rest.length === 1) { out.push(raised(alg, rest[0]!, e)); rest = [] }
  } else out.push(constantPower(alg, c.abs(), e))
  if (rest.length > 0 || c.compare(0) < 0) {
    const left = product(alg, base, rest.map(f => powPoly(alg, f.base, f.exponent)))
    out.push(powerAtom(alg, c.compare(0) < 0 ? scale(alg, new Fraction(-1), left) : left, e))
  }
  return product(alg, base, out)
}

/** |u| to a power, where |u| is u sign(u). */
function absolutePower(alg: Algebra, base: Poly, e: Fraction): Poly {
  return e.d === 1n ? powPoly(alg, base, e) : powerAtom(alg, base, e)
}

function isEven(e: Fraction): boolean {
  return e.d === 1n && e.n % 2n === 0n
}

function raised(alg: Algebra, f: Factor, e: Fraction): Poly {
  const to = f.exponent.mul(e)
  if (isDeltas(f.base)) {
    if (to.compare(0) < 0) throw new NoValueError('a power of 0 with a negative exponent')
    return f.base
  }
  const kind = soleKind(f.base)
  if (kind?.t === 'map' && kind.fn === 'exp') return expPower(alg, f.base, to)
  if (kind && isUnit(kind) && to.d === 1n) return to.n % 2n === 0n ? onesPoly(alg, f.base.dims) : f.base
  if (to.d === 1n && to.compare(0) > 0) return powPoly(alg, f.base, to)
  return powerAtom(alg, f.base, to)
}

/** Has an atom no values but 1 and -1? (A sign off its kink.) */
export function isUnit(k: AtomKind): boolean {
  if (k.t === 'parity' || (k.t === 'map' && k.fn === 'sign')) return true
  const inner = k.t === 'det' ? soleKind(k.arg) : null
  return inner?.t === 'var' && inner.orthogonal
}

/** What a polynomial of one pointwise edge carries. */
export function soleKind(p: Poly) {
  const [t] = p.terms
  if (p.terms.length !== 1 || t!.g.edges.length !== 1 || !t!.c.equals(ONE)) return null
  return t!.g.size.every((_, v) => t!.g.free.includes(v)) ? t!.g.edges[0]!.atom.kind : null
}

function expPower(alg: Algebra, base: Poly, e: Fraction): Poly {
  const edge = base.terms[0]!.g.edges[0]!
  const arg = (edge.atom.kind as { arg: Poly }).arg
  const at = edge.at.map(v => base.terms[0]!.g.free.indexOf(v))
  return alg.lay(expPoly(alg, scale(alg, e, arg)), at, base.dims)
}

function product(alg: Algebra, base: Poly, factors: readonly Poly[]): Poly {
  const at = base.dims.map((_, n) => n)
  return alg.product(factors, factors.map(f => (f.dims.length === 0 ? [] : at)), base.dims, at)
}

/** The power of a base that does not split: its exponent is negative, or lies between 0 and 1; whole powers beyond that are multiplied out. */
function powerAtom(alg: Algebra, base: Poly, e: Fraction): Poly {
  const whole = e.compare(1) > 0 ? e.floor() : new Fraction(0)
  const left = e.sub(whole)
  const c = asConstant(base)
  const atom = left.equals(0) ? null : c ? constantPower(alg, c, left)
    : entrywiseAtom(alg, base, `pow${left.toFraction()}`, inner => ({ t: 'pow', base: inner, exponent: left }))
  return product(alg, base, [...(whole.equals(0) ? [] : [powPoly(alg, base, whole)]), ...(atom ? [atom] : [])])
}

/** A rational number to a rational power, by its primes: 8^(1/2) is 2 · 2^(1/2). A negative number to a fraction stays as it is. */
export function constantPower(alg: Algebra, c: Fraction, e: Fraction): Poly {
  if (e.d === 1n) {
    if (e.abs().compare(4000) > 0) throw new BudgetError('an exponent too large')
    return number(alg, alg.checked(c.pow(e)!))
  }
  if (c.compare(0) < 0) return atomOf(alg, c, e)
  let rational = ONE
  const roots: Poly[] = []
  for (const [p, times] of primes(alg, c)) {
    const to = e.mul(times)
    const whole = to.floor()
    rational = rational.mul(new Fraction(p).pow(whole)!)
    if (!to.equals(whole)) roots.push(atomOf(alg, new Fraction(p), to.sub(whole)))
  }
  return alg.product([number(alg, alg.checked(rational)), ...roots], [[], ...roots.map(() => [])], [], [])
}

function atomOf(alg: Algebra, c: Fraction, e: Fraction): Poly {
  return entrywiseAtom(alg, number(alg, c), `pow${e.toFraction()}`, inner => ({ t: 'pow', base: inner, exponent: e }))
}

/** Prime factors of a positive rational with their exponents; a large cofactor stays whole. */
export function primes(alg: Algebra, c: Fraction): Map<bigint, number> {
  const found = new Map<bigint, number>()
  for (const [part, sign] of [[c.n, 1], [c.d, -1]] as const) {
    let n = part
    for (let p = 2n; p * p <= n && p < 1000n; p++) {
      alg.spend(0.01)
      while (n % p === 0n) { found.set(p, (found.get(p) ?? 0) + sign); n /= p }
    }
    if (n > 1n) found.set(n, (found.get(n) ?? 0) + sign)
  }
  return found
}

