/** Splitting a polynomial into a product, entry by entry: what powers, logarithms and signs distribute over. */
import Fraction from 'fraction.js'
import type { Algebra } from './algebra.ts'
import { leadingCoefficient, onUsedSlots } from './atoms.ts'
import { contract, entrywiseProduct, scale, sum } from './arith.ts'
import { expPoly } from './exponentials.ts'
import { ONE, ZERO, type Edge, type Poly, type Term } from './poly.ts'
import { powPoly } from './powers.ts'
import { mayVanish } from './signs.ts'

/** One factor, with the slots of the whole. `positive`: it has only positive values where it has any. */
export interface Factor { readonly base: Poly; readonly exponent: Fraction; readonly positive: boolean }
/** value = c · Π base^exponent, entry by entry. */
export interface Factored { readonly c: Fraction; readonly factors: readonly Factor[] }

/** Splits `p`, which is not zero. */
export function factorise(alg: Algebra, p: Poly): Factored {
  return p.terms.length === 1 ? splitTerm(alg, p, p.terms[0]!) : splitSum(alg, p)
}

/** Known to have only positive values (where they are not zero). */
export function isPositive(alg: Algebra, p: Poly): boolean {
  if (alg.positive.size > 0 && alg.positive.has(onUsedSlots(alg, p).key)) return true
  return p.terms.length > 0 && p.terms.every(t => t.c.compare(0) > 0 && pieces(alg, t).every(x => piecePositive(alg, x)))
}

/** A part of a monomial that touches the rest at free slots only, and how often it stands there. */
interface Piece { readonly edges: readonly Edge[]; readonly bound: readonly number[]; readonly times: number }

function pieces(alg: Algebra, t: Term): Piece[] {
  const free = new Set(t.g.free)
  const left = new Set(t.g.edges.map((_, n) => n))
  const found: Piece[] = []
  for (const start of t.g.edges.keys()) {
    if (!left.delete(start)) continue
    const edges = [start]
    const bound = new Set<number>()
    for (let n = 0; n < edges.length; n++) {
      for (const v of t.g.edges[edges[n]!]!.at) {
        if (free.has(v)) continue
        bound.add(v)
        for (const m of left) if (t.g.edges[m]!.at.includes(v)) { left.delete(m); edges.push(m) }
      }
    }
    const piece = { edges: edges.map(n => t.g.edges[n]!), bound: [...bound], times: 1 }
    const same = found.findIndex(f => samePiece(alg, t, f, piece))
    if (same >= 0) found[same] = { ...found[same]!, times: found[same]!.times + 1 }
    else found.push(piece)
  }
  t.g.size.forEach((_, v) => {
    if (!free.has(v) && !t.g.edges.some(e => e.at.includes(v))) found.push({ edges: [], bound: [v], times: 1 })
  })
  return found
}

function samePiece(alg: Algebra, t: Term, a: Piece, b: Piece): boolean {
  if (a.edges.length !== b.edges.length || a.bound.length !== b.bound.length) return false
  if (a.bound.length === 0) return sameEdge(a.edges[0]!, b.edges[0]!)
  const labels = (x: Piece): string => x.edges.map(e => e.atom.label).sort().join('¦')
  return labels(a) === labels(b) && pieceKey(alg, t, a) === pieceKey(alg, t, b)
}

/** Equal keys are equal pieces; a skew edge that was turned round has left its sign in the coefficient. */
function pieceKey(alg: Algebra, t: Term, x: Piece): string {
  const number = new Map(t.g.free.map((v, s) => [v, s]))
  const size = t.g.free.map(v => t.g.size[v]!)
  for (const v of x.bound) number.set(v, size.push(t.g.size[v]!) - 1)
  const g = { size, free: t.g.free.map((_, s) => s), edges: x.edges.map(e => ({ atom: e.atom, at: e.at.map(v => number.get(v)!) })) }
  return alg.rekey(t.g.free.map(v => t.g.size[v]!), [{ c: ONE, g }]).key
}

function sameEdge(a: Edge, b: Edge): boolean {
  return a.atom.label === b.atom.label && (a.at.every((v, s) => v === b.at[s]) || (a.atom.symmetry === 'sym' && a.at[0] === b.at[1] && a.at[1] === b.at[0]))
}

/** A sum of squares, or a product of positive atoms: every edge is positive or stands twice. */
function piecePositive(alg: Algebra, x: Piece): boolean {
  const odd: Edge[] = []
  for (const e of x.edges) {
    if (edgePositive(alg, e) || picksOne(e, x)) continue
    const twin = vanishing(e) ? -1 : odd.findIndex(o => sameEdge(o, e))
    if (twin >= 0) odd.splice(twin, 1)
    else odd.push(e)
  }
  return odd.length === 0 || (x.times % 2 === 0 && !x.edges.some(vanishing))
}

function vanishing(e: Edge): boolean {
  return e.atom.kind.t === 'map' && e.atom.kind.fn === 'sign' && mayVanish(e.atom.kind.arg)
}

/** A unit vector in a sum picks one entry of the rest. */
function picksOne(e: Edge, x: Piece): boolean {
  return (e.atom.kind.t === 'unit' || e.atom.kind.t === 'inject') && x.bound.includes(e.at[0]!)
}

function edgePositive(alg: Algebra, e: Edge): boolean {
  const k = e.atom.kind
  switch (k.t) {
    case 'var': return k.positive
    case 'pi': return true
    case 'map': return k.fn === 'exp'
    case 'pow': return isPositive(alg, k.base) || k.exponent.d !== 1n || k.exponent.n % 2n === 0n
    case 'det': return k.positive
    default: return false
  }
}

function splitTerm(alg: Algebra, p: Poly, t: Term): Factored {
  const free = p.dims.map((_, s) => s)
  const factors = pieces(alg, t).flatMap((x): Factor[] => {
    const number = new Map(t.g.free.map((v, s) => [v, s]))
    const size = [...p.dims]
    for (const v of x.bound) number.set(v, size.push(t.g.size[v]!) - 1)
    const [e] = x.edges
    if (x.bound.length === 0 && e!.atom.kind.t === 'pow') {
      const inner = e!.atom.kind
      const base = spread(alg, inner.base, e!.at.map(v => number.get(v)!), p)
      return [{ base, exponent: inner.exponent.mul(x.times), positive: inner.exponent.d !== 1n || isPositive(alg, inner.base) }]
    }
    const g = { size, free, edges: x.edges.map(y => ({ atom: y.atom, at: y.at.map(v => number.get(v)!) })) }
    const base = alg.rekey(p.dims, [{ c: ONE, g }])
    return [{ base, exponent: new Fraction(x.times), positive: piecePositive(alg, { ...x, times: 1 }) || (alg.positive.size > 0 && isPositive(alg, base)) }]
  })
  const tied = deltas(alg, p, t)
  return { c: t.c, factors: tied ? [...factors, tied] : factors }
}

/** The inside of an atom whose slots are the slots `onto` of the whole, as a polynomial over the slots of the whole. */
function spread(alg: Algebra, inner: Poly, onto: readonly number[], whole: Poly): Poly {
  return contract(alg, [inner], [onto], whole.dims, whole.dims.map((_, s) => s))
}

/** A product of deltas and nothing else. */
export function isDeltas(p: Poly): boolean {
  const g = p.terms[0]?.g
  return p.terms.length === 1 && g!.edges.length === 0 && new Set(g!.free).size < g!.free.length && g!.size.length === new Set(g!.free).size
}

/** The deltas between free slots of a term, which are a factor of their own, 0 or 1. */
function deltas(alg: Algebra, p: Poly, t: Term): Factor | null {
  if (new Set(t.g.free).size === t.g.free.length) return null
  const seen = [...new Set(t.g.free)]
  const g = { size: seen.map(v => t.g.size[v]!), free: t.g.free.map(v => seen.indexOf(v)), edges: [] }
  return { base: alg.rekey(p.dims, [{ c: ONE, g }]), exponent: ONE, positive: false }
}

/** Pulls out of a sum what all its terms share: a number, pointwise factors with the least of their exponents, exponentials. */
function splitSum(alg: Algebra, p: Poly): Factored {
  const shared: Factor[] = []
  let rest = p
  for (const [, gen] of generators(alg, p)) {
    const least = gen.degrees.reduce((a, b) => (b.compare(a) < 0 ? b : a))
    if (least.equals(0)) continue
    shared.push({ base: gen.base, exponent: least, positive: least.d !== 1n || isPositive(alg, gen.base) })
    rest = entrywiseProduct(alg, p.dims, [rest, powPoly(alg, gen.base, least.neg())])
  }
  for (const shift of exponentialShifts(alg, rest)) {
    shared.push({ base: expPoly(alg, shift), exponent: ONE, positive: true })
    rest = entrywiseProduct(alg, p.dims, [rest, expPoly(alg, scale(alg, new Fraction(-1), shift))])
  }
  if (rest.terms.length <= 1) {
    const inner = splitTerm(alg, rest, rest.terms[0]!)
    return { c: inner.c, factors: [...shared, ...inner.factors] }
  }
  const c = leadingCoefficient(alg, rest)
  const base = scale(alg, c.inverse(), rest)
  return { c, factors: [...shared, { base, exponent: ONE, positive: isPositive(alg, base) }] }
}

interface Generator { readonly base: Poly; readonly degrees: Fraction[] }

/** Pointwise bases that occur in the terms, with their degree in each term. */
function generators(alg: Algebra, p: Poly): Map<string, Generator> {
  const found = new Map<string, Generator>()
  p.terms.forEach((t, n) => {
    for (const e of t.g.edges) {
      if (e.atom.kind.t === 'map' && e.atom.kind.fn === 'exp') continue
      const onto = e.at.map(v => t.g.free.indexOf(v))
      if (onto.includes(-1)) continue
      const size = [...p.dims]
      const free = p.dims.map((_, s) => s)
      const base = e.atom.kind.t === 'pow'
        ? spread(alg, e.atom.kind.base, onto, p)
        : alg.rekey(p.dims, [{ c: ONE, g: { size, free, edges: [{ atom: e.atom, at: onto }] } }])
      const degree = e.atom.kind.t === 'pow' ? e.atom.kind.exponent : ONE
      const gen = found.get(base.key) ?? { base, degrees: p.terms.map(() => ZERO) }
      gen.degrees[n] = gen.degrees[n]!.add(degree)
      found.set(base.key, gen)
    }
  })
  return found
}

/** For each set of slots, the least exponent among the exponentials on it; an order of polynomials that addition keeps says which is least. */
function exponentialShifts(alg: Algebra, p: Poly): Poly[] {
  const sets = new Map<string, (Poly | null)[]>()
  p.terms.forEach((t, n) => {
    for (const e of t.g.edges) {
      if (e.atom.kind.t !== 'map' || e.atom.kind.fn !== 'exp') continue
      const onto = e.at.map(v => t.g.free.indexOf(v))
      if (onto.includes(-1)) continue
      const key = [...onto].sort().join()
      const row = sets.get(key) ?? p.terms.map(() => null)
      const arg = spread(alg, e.atom.kind.arg, onto, p)
      row[n] = row[n] ? sum(alg, p.dims, [row[n], arg]) : arg
      sets.set(key, row)
    }
  })
  const zero = alg.merge(p.dims, [])
  return [...sets.values()].map(row => row.map(x => x ?? zero).reduce((a, b) => (lessThan(alg, b, a) ? b : a))).filter(x => x.terms.length > 0)
}

/** a < b where the coefficient of the greatest key in b - a is positive: a total order that adding the same to both does not change. */
function lessThan(alg: Algebra, a: Poly, b: Poly): boolean {
  const d = sum(alg, a.dims, [b, scale(alg, new Fraction(-1), a)])
  return d.terms.length > 0 && d.terms.at(-1)!.c.compare(0) > 0
}
