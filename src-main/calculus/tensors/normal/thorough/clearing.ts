/**
 * Is a polynomial with inverses zero? Two steps, repeated, that keep what is zero and what is not. An inverse at a free slot is cleared by multiplying
 * with its matrix there, which is invertible wherever there is a value at all: (I + A B)⁻¹ A - A (I + B A)⁻¹ becomes A - (I + A B) A (I + B A)⁻¹,
 * in which the usual rules see everything. Where none stands at a free slot, a factor that all terms have in common is left out, its slots free:
 * what is zero without it, for all its slots, is zero with it.
 */
import type { Algebra } from '../algebra.ts'
import { contract } from '../arith.ts'
import type { Edge, KeyedTerm, Poly, Term } from '../poly.ts'
import { vanishes } from '../quotients.ts'
import { Sheet } from '../sheet.ts'

/** So many polynomials are looked at. */
const MOST_STEPS = 24

/** `true` proves that the polynomial is zero wherever it has a value; `false` proves nothing. Of what the steps lead to, the simplest is looked at first. */
export function vanishesCleared(alg: Algebra, p: Poly): boolean {
  const todo = [p]
  const seen = new Set([p.key])
  for (let step = 0; step < MOST_STEPS && todo.length > 0; step++) {
    const least = todo.reduce((best, q, n) => (weightOf(q) < weightOf(todo[best]!) ? n : best), 0)
    const [q] = todo.splice(least, 1)
    if (vanishes(alg, q!)) return true
    for (const next of steps(alg, q!)) if (!seen.has(next.key)) {
      seen.add(next.key)
      todo.push(next)
    }
  }
  return false
}

function steps(alg: Algebra, p: Poly): Poly[] {
  if (!p.terms.some(t => t.g.edges.some(e => matrixOf(e)))) return []
  const places = freeInverses(p)
  return places.length > 0 ? places.map(at => cleared(alg, p, at)) : commonFactors(p).map(label => without(alg, p, label))
}

/** The matrix of which an edge is the inverse. */
function matrixOf(e: Edge): Poly | null {
  return e.atom.kind.t === 'inverse' && e.atom.kind.arg.dims.length === 2 ? e.atom.kind.arg : null
}

/** An inverse at a free slot: its row (0) or its column (1) lies there. */
interface Place { readonly arg: Poly; readonly slot: number; readonly side: number }

function freeInverses(p: Poly): Place[] {
  const found = new Map<string, Place>()
  for (const t of p.terms) for (const e of t.g.edges) {
    const arg = matrixOf(e)
    for (const side of arg ? [0, 1] : []) {
      const slot = t.g.free.indexOf(e.at[side]!)
      if (slot >= 0) found.set(`${arg!.key} ${slot} ${side}`, { arg: arg!, slot, side })
    }
  }
  return [...found.values()]
}

/** How much stands in a polynomial, with all that its inverses hold. */
function weightOf(p: Poly): number {
  return p.terms.reduce((sum, t) => sum + t.g.edges.reduce((own, e) => own + (matrixOf(e) ? 3 + weightOf(matrixOf(e)!) : 1), 1), 0)
}

/** The product with the matrix of the inverse, at that slot: from the left where the inverse has its row there, else from the right. */
function cleared(alg: Algebra, p: Poly, { arg, slot, side }: Place): Poly {
  const n = p.dims.length
  const wire = p.dims.map((_, s) => s)
  return contract(alg, [p, arg], [wire, side === 0 ? [n, slot] : [slot, n]], [...p.dims, p.dims[slot]!], wire.map(s => (s === slot ? n : s)))
}

/** Symbols that stand in every term, equally often. */
function commonFactors(p: Poly): string[] {
  const counts = p.terms.map(t => {
    const own = new Map<string, number>()
    for (const e of t.g.edges) if (e.atom.kind.t === 'var' && e.atom.symmetry === 'none' && e.at.length > 0) own.set(e.atom.label, (own.get(e.atom.label) ?? 0) + 1)
    return own
  })
  return [...counts[0]!].filter(([label, n]) => counts.every(c => c.get(label) === n)).map(([label]) => label)
}

/** The derivative by a symbol where it stands as a factor: as the polynomial is homogeneous in it, it is zero where this is. */
function without(alg: Algebra, p: Poly, label: string): Poly {
  const made = p.terms.flatMap(t => t.g.edges.flatMap((e, n) => (e.atom.label === label && e.atom.kind.t === 'var' ? [opened(t, n)] : [])))
  const sizes = made[0]!.g.free.map(v => made[0]!.g.size[v]!)
  return alg.collect(sizes, made)
}

function opened(t: KeyedTerm, n: number): Term {
  const sheet = new Sheet()
  const place = sheet.paste(t.g, new Set([n]))
  return { c: t.c, g: sheet.graph([...t.g.free, ...t.g.edges[n]!.at].map(v => place[v]!)) }
}
