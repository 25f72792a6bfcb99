/**
 * Sums of angles. Every product of sines and cosines on the same indices becomes a sum of sines and cosines, and an angle that is a sum of parts on
 * different indices is taken apart, so that of cos²t - sin²t, cos 2t and 1 - 2 sin²t one form is left: a Fourier sum, in which different angles are
 * linearly independent. Powers are no longer seen in it, which is why the usual normal form keeps cos²t.
 */
import Fraction from 'fraction.js'
import type { Algebra } from '../algebra.ts'
import { change, entrywiseProduct, scale, sum, usedSlots } from '../arith.ts'
import { mapPoly } from '../maps.ts'
import { HALF, type KeyedTerm, type Poly, type Term } from '../poly.ts'
import { aligned, isMap, pairs, type MapKind } from '../rulesFunctions.ts'

/** cos a cos b = (cos(a-b) + cos(a+b))/2, sin a sin b = (cos(a-b) - cos(a+b))/2, sin a cos b = (sin(a+b) + sin(a-b))/2. */
export function anglesMeet(alg: Algebra, t: Term): Term[] | null {
  for (const [m, n] of pairs(t.g.edges, e => isMap(e, 'sin') || isMap(e, 'cos'))) {
    const [x, y] = isMap(t.g.edges[m]!, 'sin') ? [t.g.edges[m]!, t.g.edges[n]!] : [t.g.edges[n]!, t.g.edges[m]!]
    const to = aligned(x, y)
    if (!to) continue
    const a = (x.atom.kind as MapKind).arg
    const b = alg.lay((y.atom.kind as MapKind).arg, to, a.dims)
    const bothSines = isMap(x, 'sin') && isMap(y, 'sin')
    const fn = isMap(x, 'sin') && !bothSines ? 'sin' : 'cos'
    const difference = mapPoly(alg, fn, 0, sum(alg, a.dims, [a, scale(alg, new Fraction(-1), b)]))
    const total = mapPoly(alg, fn, 0, sum(alg, a.dims, [a, b]))
    const poly = sum(alg, a.dims, [scale(alg, HALF, difference), scale(alg, bothSines ? HALF.neg() : HALF, total)])
    return change(alg, t, { remove: new Set([m, n]), insert: [{ poly, at: x.at }] })
  }
  return null
}

/** The parts of an angle that lie on different indices, and its multiple of π by itself; null where there is only one. */
export function partsOfAngle(alg: Algebra, u: Poly): Poly[] | null {
  const groups = new Map<string, KeyedTerm[]>()
  for (const t of u.terms) {
    const key = isTurn(t) ? 'π' : usedSlots(t).join()
    groups.set(key, [...(groups.get(key) ?? []), t])
  }
  return groups.size < 2 ? null : [...groups.values()].map(terms => alg.merge(u.dims, terms))
}

/** A rational multiple of π. */
export function isTurn(t: KeyedTerm): boolean {
  return t.g.edges.length === 1 && t.g.edges[0]!.atom.kind.t === 'pi' && t.g.size.length === t.g.free.length && new Set(t.g.free).size === t.g.free.length
}

/** sin or cos of a sum of parts, by the addition theorems. */
export function sumOfAngles(alg: Algebra, fn: 'sin' | 'cos', parts: readonly Poly[]): Poly {
  const dims = parts[0]!.dims
  const [first, ...rest] = parts
  if (rest.length === 0) return mapPoly(alg, fn, 0, first!)
  const at = (f: 'sin' | 'cos'): Poly => mapPoly(alg, f, 0, first!)
  const of = (f: 'sin' | 'cos'): Poly => sumOfAngles(alg, f, rest)
  const [a, b] = fn === 'sin' ? [[at('sin'), of('cos')], [at('cos'), of('sin')]] : [[at('cos'), of('cos')], [at('sin'), of('sin')]]
  const second = entrywiseProduct(alg, dims, b!)
  return sum(alg, dims, [entrywiseProduct(alg, dims, a!), fn === 'sin' ? second : scale(alg, new Fraction(-1), second)])
}
