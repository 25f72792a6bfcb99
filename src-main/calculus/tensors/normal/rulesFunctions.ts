/** Rules on entrywise functions that stand on the same indices. */
import Fraction from 'fraction.js'
import type { Algebra } from './algebra.ts'
import { change, contract, onesPoly, scale, sum } from './arith.ts'
import { expPoly } from './exponentials.ts'
import { mapPoly } from './maps.ts'
import { parityPoly } from './matrices.ts'
import { type Edge, type Poly, type Term } from './poly.ts'
import { powPoly } from './powers.ts'
import { mayVanish } from './signs.ts'

/** A function of an array, on its diagonal, is the function of the diagonal. */
export function ties(alg: Algebra, t: Term): Term[] | null {
  for (const [n, e] of t.g.edges.entries()) {
    const k = e.atom.kind
    if ((k.t !== 'map' && k.t !== 'pow') || new Set(e.at).size === e.at.length) continue
    const at = [...new Set(e.at)]
    const inner = k.t === 'map' ? k.arg : k.base
    const dims = at.map(v => t.g.size[v]!)
    const tied = contract(alg, [inner], [e.at.map(v => at.indexOf(v))], dims, at.map((_, s) => s))
    const poly = k.t === 'map' ? mapPoly(alg, k.fn, k.order, tied) : powPoly(alg, tied, k.exponent)
    return change(alg, t, { remove: new Set([n]), insert: [{ poly, at }] })
  }
  return null
}

/** For each slot of `b`, the slot of `a` that lies on the same vertex; null where they do not lie on the same vertices. */
export function aligned(a: Edge, b: Edge): number[] | null {
  if (a.at.length !== b.at.length) return null
  const to = b.at.map(v => a.at.indexOf(v))
  return to.includes(-1) || new Set(to).size < to.length ? null : to
}

export type MapKind = { readonly t: 'map'; readonly fn: string; readonly order: number; readonly arg: Poly }
type PowKind = { readonly t: 'pow'; readonly base: Poly; readonly exponent: Fraction }

export function isMap(e: Edge, fn: string): e is Edge & { atom: { kind: MapKind } } {
  return e.atom.kind.t === 'map' && e.atom.kind.fn === fn && e.atom.kind.order === 0
}

export function* pairs(edges: readonly Edge[], which: (e: Edge) => boolean): Generator<[number, number], void> {
  const found: number[] = []
  for (let n = 0; n < edges.length; n++) if (which(edges[n]!)) found.push(n)
  for (let m = 0; m < found.length; m++) for (let n = m + 1; n < found.length; n++) yield [found[m]!, found[n]!]
}

/** exp(a) exp(b) = exp(a + b) on the same indices. */
export function exponentials(alg: Algebra, t: Term): Term[] | null {
  for (const [m, n] of pairs(t.g.edges, e => isMap(e, 'exp'))) {
    const [a, b] = [t.g.edges[m]!, t.g.edges[n]!]
    const to = aligned(a, b)
    if (!to) continue
    const [p, q] = [(a.atom.kind as MapKind).arg, (b.atom.kind as MapKind).arg]
    const poly = expPoly(alg, sum(alg, p.dims, [p, alg.lay(q, to, p.dims)]))
    return change(alg, t, { remove: new Set([m, n]), insert: [{ poly, at: a.at }] })
  }
  return null
}

/** b^r b^s = b^(r+s) on the same indices. */
export function powersMeet(alg: Algebra, t: Term): Term[] | null {
  for (const [m, n] of pairs(t.g.edges, e => e.atom.kind.t === 'pow')) {
    const [a, b] = [t.g.edges[m]!, t.g.edges[n]!]
    const [p, q] = [a.atom.kind as PowKind, b.atom.kind as PowKind]
    const to = aligned(a, b)
    if (!to || p.base.dims.length !== q.base.dims.length) continue
    const laid = to.every((s, k) => s === k) ? q.base : alg.lay(q.base, to, p.base.dims)
    if (laid.key !== p.base.key) continue
    return change(alg, t, { remove: new Set([m, n]), insert: [{ poly: powPoly(alg, p.base, p.exponent.add(q.exponent)), at: a.at }] })
  }
  return null
}

function sameFunction(alg: Algebra, t: Term, m: number, n: number): boolean {
  const [a, b] = [t.g.edges[m]!, t.g.edges[n]!]
  const to = aligned(a, b)
  if (!to || a.atom.label !== b.atom.label) return false
  if (to.every((s, k) => s === k)) return true
  const arg = (a.atom.kind as MapKind).arg
  return alg.lay(arg, to, arg.dims).key === arg.key
}

/** sign(u)² = 1, for u that is zero nowhere but at its kink. */
export function signsMeet(alg: Algebra, t: Term): Term[] | null {
  for (const [m, n] of pairs(t.g.edges, e => isMap(e, 'sign'))) {
    if (sameFunction(alg, t, m, n) && !mayVanish((t.g.edges[m]!.atom.kind as MapKind).arg)) return change(alg, t, { remove: new Set([m, n]), insert: [{ poly: onesPoly(alg, t.g.edges[m]!.at.map(v => t.g.size[v]!)), at: t.g.edges[m]!.at }] })
  }
  return null
}

/** sin² = 1 - cos². */
export function sineSquares(alg: Algebra, t: Term): Term[] | null {
  for (const [m, n] of pairs(t.g.edges, e => isMap(e, 'sin'))) {
    if (!sameFunction(alg, t, m, n)) continue
    const e = t.g.edges[m]!
    const arg = (e.atom.kind as MapKind).arg
    const cos = mapPoly(alg, 'cos', 0, arg)
    const at = arg.dims.map((_, s) => s)
    const square = contract(alg, [cos, cos], [at, at], arg.dims, at)
    const poly = sum(alg, arg.dims, [onesPoly(alg, arg.dims), scale(alg, new Fraction(-1), square)])
    return change(alg, t, { remove: new Set([m, n]), insert: [{ poly, at: e.at }] })
  }
  return null
}

/** (-1)^a (-1)^b = (-1)^(a+b), an even multiple of a size being nothing. */
export function parities(alg: Algebra, t: Term): Term[] | null {
  const pair = pairs(t.g.edges, e => e.atom.kind.t === 'parity').next().value
  if (!pair) return null
  const exponents = pair.map(n => (t.g.edges[n]!.atom.kind as { exponent: Poly }).exponent)
  return change(alg, t, { remove: new Set(pair), insert: [{ poly: parityPoly(alg, sum(alg, [], exponents)), at: [] }] })
}
