/** exp and log, entry by entry. */
import Fraction from 'fraction.js'
import type { Algebra } from './algebra.ts'
import { entrywiseProduct, number, onesPoly, scale, single, sum, usedSlots } from './arith.ts'
import { entrywiseAtom } from './atoms.ts'
import { factorise, isDeltas, type Factor } from './factors.ts'
import { NoValueError, powPoly, primes, soleKind } from './powers.ts'
import { signPoly } from './signs.ts'
import { ONE, asConstant, type KeyedTerm, type Poly } from './poly.ts'

/**
 * exp of a sum is the product of the exps of the parts that depend on different slots; c log(u) in the exponent becomes u^c. (Each holds wherever
 * both sides have a value.)
 */
export function expPoly(alg: Algebra, arg: Poly): Poly {
  const groups = new Map<string, KeyedTerm[]>()
  const factors: Poly[] = []
  for (const t of arg.terms) {
    const log = logOf(t)
    if (log) factors.push(alg.lay(powPoly(alg, log.arg, t.c), log.at, arg.dims))
    else {
      const key = usedSlots(t).join()
      groups.set(key, [...(groups.get(key) ?? []), t])
    }
  }
  for (const terms of groups.values()) {
    factors.push(entrywiseAtom(alg, alg.merge(arg.dims, terms), 'exp', inner => ({ t: 'map', fn: 'exp', order: 0, arg: inner })))
  }
  const at = arg.dims.map((_, n) => n)
  return factors.length === 0 ? onesPoly(alg, arg.dims) : alg.product(factors, factors.map(() => at), arg.dims, at)
}

/** The inside of a term c·log(u), and the slots it lies on; null for any other term. */
function logOf(t: KeyedTerm): { arg: Poly; at: number[] } | null {
  const [e] = t.g.edges
  if (t.g.edges.length !== 1 || e!.atom.kind.t !== 'map' || e!.atom.kind.fn !== 'log') return null
  if (!t.g.size.every((_, v) => t.g.free.includes(v)) || new Set(t.g.free).size !== t.g.free.length) return null
  return { arg: e!.atom.kind.arg, at: e!.at.map(v => t.g.free.indexOf(v)) }
}

/** log of a product is the sum of the logs of its positive factors and of what is left, whole. */
export function logPoly(alg: Algebra, arg: Poly): Poly {
  if (arg.terms.length === 0) throw new NoValueError('log of 0')
  const { c, factors } = factorise(alg, arg)
  const terms: Poly[] = []
  let rest: Factor[] = []
  for (const f of factors) {
    if (isDeltas(f.base)) throw new NoValueError('log of 0')
    if (f.positive) terms.push(scale(alg, f.exponent, logAtom(alg, f.base)))
    else if (f.exponent.d === 1n && f.exponent.n % 2n === 0n) {
      terms.push(scale(alg, f.exponent, logAtom(alg, entrywiseProduct(alg, arg.dims, [f.base, signPoly(alg, f.base)]))))
    } else rest.push(f)
  }
  if (rest.length === 1 && c.compare(0) > 0) {
    terms.push(scale(alg, rest[0]!.exponent, logAtom(alg, rest[0]!.base)))
    rest = []
  }
  terms.push(logConstant(alg, c.abs(), arg))
  if (rest.length > 0 || c.compare(0) < 0) {
    const left = rest.length === 0 ? onesPoly(alg, arg.dims) : entrywiseProduct(alg, arg.dims, rest.map(f => powPoly(alg, f.base, f.exponent)))
    if (asConstant(left) && c.compare(0) < 0) throw new NoValueError('log of a negative number')
    terms.push(logAtom(alg, c.compare(0) < 0 ? scale(alg, new Fraction(-1), left) : left))
  }
  return sum(alg, arg.dims, terms)
}

function logAtom(alg: Algebra, base: Poly): Poly {
  const kind = soleKind(base)
  if (kind?.t === 'map' && kind.fn === 'exp') {
    const edge = base.terms[0]!.g.edges[0]!
    return alg.lay(kind.arg, edge.at.map(v => base.terms[0]!.g.free.indexOf(v)), base.dims)
  }
  const c = asConstant(base)
  if (c?.equals(ONE)) return alg.merge([], [])
  return entrywiseAtom(alg, base, 'log', inner => ({ t: 'map', fn: 'log', order: 0, arg: inner }))
}

/** log of a positive number, by its primes. */
function logConstant(alg: Algebra, c: Fraction, like: Poly): Poly {
  const at = like.dims.map((_, n) => n)
  const logs = [...primes(alg, c)].map(([p, times]) => {
    const inner = number(alg, new Fraction(p))
    return scale(alg, new Fraction(times), single(alg, { label: `log(${inner.key})`, symmetry: 'none', kind: { t: 'map', fn: 'log', order: 0, arg: inner } }, []))
  })
  return alg.product([sum(alg, [], logs), onesPoly(alg, like.dims)], [[], at], like.dims, at)
}
