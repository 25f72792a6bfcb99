/** Rules on what stands next to what: an orthogonal matrix meeting itself, an inverse meeting its matrix, a power meeting its base. */
import type { Algebra } from './algebra.ts'
import { change, sum } from './arith.ts'
import { findCopy } from './match.ts'
import { incidences, type KeyedTerm, type Poly, type Term } from './poly.ts'
import { isUnit, powPoly } from './powers.ts'

/** QᵀQ = Q Qᵀ = I. */
export function orthogonal(alg: Algebra, t: Term): Term[] | null {
  if (!t.g.edges.some(e => e.atom.kind.t === 'var' && e.atom.kind.orthogonal)) return null
  const on = incidences(t.g)
  for (const [v, edges] of on.entries()) {
    if (edges.length !== 2 || edges[0] === edges[1] || t.g.free.includes(v)) continue
    const [a, b] = [t.g.edges[edges[0]!]!, t.g.edges[edges[1]!]!]
    if (a.atom.kind.t !== 'var' || !a.atom.kind.orthogonal || a.atom.label !== b.atom.label) continue
    const [sa, sb] = [a.at.indexOf(v), b.at.indexOf(v)]
    if (sa !== sb && a.atom.symmetry !== 'sym') continue
    return change(alg, t, { remove: new Set(edges), drop: [v], unite: [[a.at[1 - sa]!, b.at[1 - sb]!]] })
  }
  return null
}

/** det Q = 1 or -1, so that det(Q)² = 1. */
export function orthogonalDeterminants(alg: Algebra, t: Term): Term[] | null {
  const found = new Map<string, number>()
  for (const [n, e] of t.g.edges.entries()) {
    if (e.atom.kind.t !== 'det' || !isUnit(e.atom.kind)) continue
    const other = found.get(e.atom.label)
    if (other !== undefined) return change(alg, t, { remove: new Set([n, other]) })
    found.set(e.atom.label, n)
  }
  return null
}

/** The term by which a sum is recognised: that with the most factors, and among these the last by key. */
function lead(p: Poly): KeyedTerm {
  return p.terms.reduce((a, b) => (b.g.edges.length >= a.g.edges.length ? b : a))
}

/**
 * A negative power of a base next to the leading term m of the base: m b^e = (b^(e+1) - rest b^e) / c, where b = c m + rest. Repeated, it leaves
 * the partial fractions of the power.
 */
export function absorb(alg: Algebra, t: Term): Term[] | null {
  for (const [n, e] of t.g.edges.entries()) {
    const k = e.atom.kind
    if (k.t !== 'pow' || k.exponent.compare(0) > 0) continue
    const main = lead(k.base)
    const copy = findCopy(main.g, t.g, e.at, new Set([n]))
    if (!copy || (main.g.edges.length === 0 && main.g.size.every((_, v) => main.g.free.includes(v)))) continue
    const remove = new Set([...copy.edges, n])
    const raised = powPoly(alg, k.base, k.exponent.add(1))
    const made = change(alg, t, { remove, drop: copy.bound, insert: [{ poly: raised, at: e.at }], c: main.c.inverse() })
    const rest = withoutLead(alg, k.base, main)
    if (rest.terms.length === 0) return made
    return [...made, ...change(alg, t, { remove: copy.edges, drop: copy.bound, insert: [{ poly: rest, at: e.at }], c: main.c.inverse().neg() })]
  }
  return null
}

function withoutLead(alg: Algebra, p: Poly, main: KeyedTerm): Poly {
  return sum(alg, p.dims, [p, alg.merge(p.dims, [{ ...main, c: main.c.neg() }])])
}

/** P⁻¹ m = (I - P⁻¹ rest) / c where P = c m + rest and m is its leading term; the same from the other side. */
export function cancelInverse(alg: Algebra, t: Term): Term[] | null {
  for (const [n, e] of t.g.edges.entries()) {
    const k = e.atom.kind
    if (k.t !== 'inverse' || k.arg.dims.length !== 2) continue
    const main = lead(k.arg)
    if (main.g.free[0] === main.g.free[1]) continue
    const turned = { ...main, g: { ...main.g, free: [...main.g.free].reverse() } }
    // P⁻¹ has the slots (column of P, row of P): its second slot meets the row of P, its first the column.
    const sides = [[1, main, false], [0, turned, true], ...(e.atom.symmetry === 'sym' ? [[0, main, false], [1, turned, true]] as const : [])] as const
    for (const [slot, pattern, flip] of sides) {
      const step = meet(alg, t, n, slot, pattern, k.arg, main, flip)
      if (step) return step
    }
  }
  return null
}

function meet(alg: Algebra, t: Term, n: number, slot: number, pattern: KeyedTerm, arg: Poly, main: KeyedTerm, flip: boolean): Term[] | null {
  const e = t.g.edges[n]!
  const v = e.at[slot]!
  if (t.g.free.includes(v)) return null
  const on = incidences(t.g)
  for (const end of t.g.size.keys()) {
    if (end === v || t.g.size[end] !== t.g.size[v]) continue
    const copy = findCopy(pattern.g, t.g, [v, end], new Set([n]))
    if (!copy || on[v]!.some(m => m !== n && !copy.edges.has(m)) || on[v]!.filter(m => m === n).length > 1) continue
    const c = main.c.inverse()
    const made = change(alg, t, { remove: new Set([...copy.edges, n]), drop: [v, ...copy.bound], unite: [[e.at[1 - slot]!, end]], c })
    const rest = withoutLead(alg, arg, main)
    if (rest.terms.length === 0) return made
    return [...made, ...change(alg, t, { remove: copy.edges, drop: copy.bound, insert: [{ poly: rest, at: flip ? [end, v] : [v, end] }], c: c.neg() })]
  }
  return null
}
