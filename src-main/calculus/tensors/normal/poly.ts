/**
 * Tensor polynomials. A polynomial is a sum of rational multiples of monomials with the same free slots; a monomial is a hypergraph: an index
 * is a vertex with a size, a factor is an ordered hyperedge. A Kronecker delta is two positions on one vertex, so none is ever stored; a vertex
 * on no edge that is not free is summed over nothing and stands for its size.
 */
import Fraction from 'fraction.js'
import type { Dim } from '../expr.ts'

/** What an edge carries. `label` names it canonically: equal labels are equal tensors. */
export interface Atom {
  readonly label: string
  /** `sym`: the two slots may be exchanged; `skew`: exchanging them changes the sign. */
  readonly symmetry: 'none' | 'sym' | 'skew'
  readonly kind: AtomKind
}
export type AtomKind =
  | { readonly t: 'var'; readonly name: string; readonly derivs: readonly string[]; readonly diagonal: boolean; readonly orthogonal: boolean; readonly positive: boolean }
  | { readonly t: 'pi' }
  | { readonly t: 'unit'; readonly dim: Dim; readonly at: number }
  | { readonly t: 'inject'; readonly dim: Dim; readonly part: number; readonly parts: readonly Dim[] }
  | { readonly t: 'reshape'; readonly from: readonly Dim[]; readonly to: readonly Dim[] }
  /** A function of the polynomial `arg`, entry by entry over the slots of `arg`. `exp`, `log`, `sign`, `sin`, `cos` and declared functions. */
  | { readonly t: 'map'; readonly fn: string; readonly order: number; readonly arg: Poly }
  /** `base` to a power that is no non-negative integer, entry by entry. */
  | { readonly t: 'pow'; readonly base: Poly; readonly exponent: Fraction }
  /** (-1) to the power of a scalar polynomial. */
  | { readonly t: 'parity'; readonly exponent: Poly }
  | { readonly t: 'inverse'; readonly arg: Poly }
  | { readonly t: 'det'; readonly arg: Poly; readonly positive: boolean }

export interface Edge { readonly atom: Atom; readonly at: readonly number[] }

export interface Graph {
  /** Size of each vertex. */
  readonly size: readonly Dim[]
  /** The vertex on which each free slot lies. */
  readonly free: readonly number[]
  readonly edges: readonly Edge[]
}
export interface Term { readonly c: Fraction; readonly g: Graph }

/** Terms with distinct canonical keys, sorted by key; none with coefficient 0. */
export interface Poly { readonly dims: readonly Dim[]; readonly terms: readonly KeyedTerm[]; readonly key: string }
export interface KeyedTerm extends Term { readonly key: string }

/** Thrown when the work of a normal form exceeds its budget; the public functions turn it into a value. */
export class BudgetError extends Error {
  override name = 'BudgetError'
}

export const ONE = new Fraction(1)
export const ZERO = new Fraction(0)
export const HALF = new Fraction(1, 2)

export const emptyGraph: Graph = { size: [], free: [], edges: [] }

/** The number that a polynomial is, if it is one. */
export function asConstant(p: Poly): Fraction | null {
  if (p.terms.length === 0) return ZERO
  const [t] = p.terms
  return p.terms.length === 1 && t!.g.edges.length === 0 && t!.g.size.length === 0 && p.dims.length === 0 ? t!.c : null
}

/** For each vertex of a graph, the edges it lies on (an edge twice if it lies on it twice). */
export function incidences(g: Graph): number[][] {
  const on: number[][] = g.size.map(() => [])
  g.edges.forEach((e, n) => e.at.forEach(v => on[v]!.push(n)))
  return on
}
