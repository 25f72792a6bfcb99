/** Arithmetic of tensor polynomials: sums, products with contractions, slots in another order, and putting a polynomial in the place of edges. */
import type Fraction from 'fraction.js'
import { InternalError } from '../../problem.ts'
import type { Dim } from '../expr.ts'
import type { Algebra } from './algebra.ts'
import { ONE, type Atom, type Poly, type Term } from './poly.ts'
import { Sheet } from './sheet.ts'

/** A number. */
export function number(alg: Algebra, c: Fraction): Poly {
  return alg.collect([], [{ c, g: { size: [], free: [], edges: [] } }])
}

/** An array of ones. */
export function onesPoly(alg: Algebra, dims: readonly Dim[]): Poly {
  return alg.collect(dims, [{ c: ONE, g: { size: [...dims], free: dims.map((_, n) => n), edges: [] } }])
}

/** One atom with its slots free; `dims` are their sizes. */
export function single(alg: Algebra, atom: Atom, dims: readonly Dim[]): Poly {
  const at = dims.map((_, n) => n)
  return alg.collect(dims, [{ c: ONE, g: { size: [...dims], free: at, edges: [{ atom, at }] } }])
}

export function sum(alg: Algebra, dims: readonly Dim[], polys: readonly Poly[]): Poly {
  return polys.length === 1 ? polys[0]! : alg.merge(dims, polys.flatMap(p => p.terms))
}

export function scale(alg: Algebra, c: Fraction, p: Poly): Poly {
  return c.equals(ONE) ? p : alg.merge(p.dims, p.terms.map(t => ({ ...t, c: t.c.mul(c) })))
}

/** Product with contractions, as in the kind `einsum`: slot s of factor f on vertex wires[f][s], the result's slots on `out`. */
export function contract(alg: Algebra, factors: readonly Poly[], wires: readonly (readonly number[])[], dims: readonly Dim[], out: readonly number[]): Poly {
  const terms: Term[] = []
  const chosen: Term[] = []
  const choose = (k: number): void => {
    if (k < factors.length) {
      for (const t of factors[k]!.terms) {
        chosen[k] = t
        choose(k + 1)
      }
      return
    }
    alg.spendOn(chosen.reduce((sum, t) => sum + t.g.edges.length, chosen.length))
    const sheet = new Sheet()
    const vertex = dims.map(d => sheet.vertex(d))
    let c = ONE
    chosen.forEach((t, n) => {
      c = times(c, t.c)
      sheet.pasteAt(t.g, wires[n]!.map(w => vertex[w]!))
    })
    terms.push({ c, g: sheet.graph(out.map(v => vertex[v]!)) })
  }
  choose(0)
  return alg.collect(out.map(v => dims[v]!), terms)
}

/** Most coefficients are 1, and a product of fractions is not cheap. */
function times(a: Fraction, b: Fraction): Fraction {
  return a === ONE ? b : b === ONE ? a : a.mul(b)
}

/** Entry by entry product of polynomials with the same slots. */
export function entrywiseProduct(alg: Algebra, dims: readonly Dim[], factors: readonly Poly[]): Poly {
  const at = dims.map((_, n) => n)
  return factors.length === 1 ? factors[0]! : contract(alg, factors, factors.map(() => at), dims, at)
}

/** Slot n of the result is slot `order[n]`; slots left out must be used by no term. */
export function reslot(alg: Algebra, p: Poly, order: readonly number[]): Poly {
  const gone = p.dims.map((_, s) => s).filter(s => !order.includes(s))
  return alg.rekey(order.map(s => p.dims[s]!), p.terms.map(t => {
    const sheet = new Sheet()
    const place = sheet.paste(t.g)
    return { c: t.c, g: sheet.graph(order.map(s => place[t.g.free[s]!]!), gone.map(s => place[t.g.free[s]!]!)) }
  }))
}

/** The slots that a term depends on: with an edge at them, or tied to another slot. */
export function usedSlots(t: Term): number[] {
  const busy = new Set(t.g.edges.flatMap(e => e.at))
  return t.g.free.flatMap((v, s) => (busy.has(v) || t.g.free.indexOf(v) !== t.g.free.lastIndexOf(v) ? [s] : []))
}

/** What to do to one term: edges that go, vertices that go with them, positions that become one, polynomials laid on its vertices. */
export interface Change {
  readonly remove: ReadonlySet<number>
  readonly drop?: readonly number[]
  readonly unite?: readonly (readonly [number, number])[]
  readonly insert?: readonly { readonly poly: Poly; readonly at: readonly number[] }[]
  readonly c?: Fraction
}

export function change(alg: Algebra, t: Term, by: Change): Term[] {
  const made: Term[] = []
  const insert = by.insert ?? []
  const chosen: Term[] = []
  const choose = (k: number): void => {
    if (k < insert.length) {
      for (const piece of insert[k]!.poly.terms) {
        chosen[k] = piece
        choose(k + 1)
      }
      return
    }
    alg.spendOn(chosen.reduce((sum, piece) => sum + piece.g.edges.length, t.g.edges.length))
    const sheet = new Sheet()
    const place = sheet.paste(t.g, by.remove)
    for (const [a, b] of by.unite ?? []) sheet.unite(place[a]!, place[b]!)
    let c = by.c ? t.c.mul(by.c) : t.c
    chosen.forEach((piece, n) => {
      c = times(c, piece.c)
      const at = insert[n]!.at
      if (at.length !== piece.g.free.length) throw new InternalError('a polynomial is laid on too few or too many vertices')
      sheet.pasteAt(piece.g, at.map(v => place[v]!))
    })
    made.push({ c, g: sheet.graph(t.g.free.map(v => place[v]!), (by.drop ?? []).map(v => place[v]!)) })
  }
  choose(0)
  return made
}
