/**
 * A monomial as the printer sees it: a rational number times factors on vertices. A Kronecker delta is two positions of `out` on one vertex, so
 * none is ever a factor; a vertex neither in `out` nor on a factor stands for its size.
 */
import Fraction from 'fraction.js'
import type { Dim, Expr } from '../../tensors/expr.ts'

/** Slot s of `e` lies on vertex `on[s]`. `e` is no constant, no delta and no einsum, save that a `pow` may hold one. */
export interface Factor { readonly e: Expr; readonly on: readonly number[] }

export interface Mono {
  readonly coef: Fraction
  readonly factors: readonly Factor[]
  /** The size of each vertex. */
  readonly dims: readonly Dim[]
  /** The vertex on which each slot of the result lies. */
  readonly out: readonly number[]
}

export const ONE = new Fraction(1)

/** Vertices that are summed over. */
export function closed(m: Mono): ReadonlySet<number> {
  const out = new Set(m.out)
  return new Set(m.dims.map((_, v) => v).filter(v => !out.has(v)))
}

/** How often each vertex is met by a slot of a factor. */
export function degrees(m: Mono): number[] {
  const n = m.dims.map(() => 0)
  for (const f of m.factors) for (const v of f.on) n[v]!++
  return n
}

/** The sizes of the slots of the result. */
export function monoSlots(m: Mono): Dim[] {
  return m.out.map(v => m.dims[v]!)
}

/** The monomial with the vertices `kept` alone, renumbered in that order; its factors and slots must lie on them. */
export function restrict(m: Mono, kept: readonly number[]): Mono {
  const to = new Map(kept.map((v, n) => [v, n]))
  return {
    coef: m.coef, dims: kept.map(v => m.dims[v]!), out: m.out.map(v => to.get(v)!),
    factors: m.factors.map(f => ({ e: f.e, on: f.on.map(v => to.get(v)!) })),
  }
}

/** The monomial as an expression. */
export function monoExpr(m: Mono): Expr {
  const bare = m.coef.equals(1)
  const [first] = m.factors
  const alone = bare && m.factors.length === 1 && m.dims.length === m.out.length && first!.on.length === m.out.length
  if (alone && m.out.every((v, s) => v === first!.on[s])) return first!.e
  if (m.factors.length === 0 && m.dims.length === 0) return { k: 'const', value: m.coef }
  const factors: Expr[] = m.factors.map(f => f.e)
  const wires = m.factors.map(f => f.on)
  if (!bare) {
    factors.unshift({ k: 'const', value: m.coef })
    wires.unshift([])
  }
  return { k: 'einsum', factors, wires, dims: m.dims, out: m.out }
}

/** A sum of monomials as an expression; a single one is itself. */
export function sumExpr(terms: readonly Mono[], dims: readonly Dim[]): Expr {
  if (terms.length === 1) return monoExpr(terms[0]!)
  if (terms.length === 0 && dims.length === 0) return { k: 'const', value: new Fraction(0) }
  return { k: 'add', terms: terms.map(monoExpr), dims }
}

/** How many symbols, functions and numbers it takes to write an expression: the measure by which one form is shorter than another. */
export function weight(e: Expr): number {
  // Sub-expressions are shared: without this, functions within functions take exponentially long.
  let known = weights.get(e)
  if (known === undefined) weights.set(e, known = weigh(e))
  return known
}

const weights = new WeakMap<Expr, number>()

function weigh(e: Expr): number {
  switch (e.k) {
    case 'einsum': return e.factors.reduce((s, f) => s + weight(f), 0) || 1
    case 'add': return e.terms.reduce((s, t) => s + weight(t), 0) || 1
    case 'map': case 'inverse': case 'det': return 1 + weight(e.arg)
    case 'pow': return 1 + weight(e.base)
    default: return 1
  }
}

/** The parts of a monomial that are scalars by themselves, each with its vertices (lone ones too) and as a monomial of its own. */
export function scalarParts(m: Mono): { readonly factors: readonly Factor[]; readonly vertices: readonly number[]; readonly mono: Mono }[] {
  const root = m.dims.map((_, v) => v)
  const find = (v: number): number => (root[v] === v ? v : find(root[v]!))
  for (const f of m.factors) for (const v of f.on) root[find(v)] = find(f.on[0]!)
  const open = new Set(m.out.map(find))
  const heads = m.dims.map((_, v) => v).filter(v => find(v) === v && !open.has(v))
  return heads.map(head => {
    const vertices = m.dims.map((_, v) => v).filter(v => find(v) === head)
    const factors = m.factors.filter(f => f.on.length > 0 && find(f.on[0]!) === head)
    return { factors, vertices, mono: restrict({ coef: ONE, dims: m.dims, out: [], factors }, vertices) }
  })
}
