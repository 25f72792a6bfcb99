/** Is a polynomial zero? Denominators on free slots are cleared first: a/p + b/q = 0 exactly when a q + b p = 0, p and q being no zero divisors. */
import Fraction from 'fraction.js'
import type { Algebra } from './algebra.ts'
import { change } from './arith.ts'
import { ZERO, type KeyedTerm, type Poly, type Term } from './poly.ts'
import { powPoly } from './powers.ts'

const ROUNDS = 12

/** `true` proves that the polynomial is zero wherever it has a value; `false` proves nothing. */
export function vanishes(alg: Algebra, p: Poly, rounds = ROUNDS): boolean {
  if (p.terms.length === 0) return true
  if (rounds === 0) return false
  const found = denominator(alg, p)
  if (!found) return false
  const degrees = p.terms.map(t => degree(alg, p, t, found.key))
  const classes = new Map<string, number[]>()
  degrees.forEach((d, n) => {
    const rest = d.e.sub(d.e.floor()).toFraction()
    classes.set(rest, [...(classes.get(rest) ?? []), n])
  })
  return [...classes.values()].every(members => {
    const least = members.map(n => degrees[n]!.e).reduce((a, b) => (b.compare(a) < 0 ? b : a))
    const terms: Term[] = members.flatMap(n => {
      const to = degrees[n]!.e.sub(least)
      return change(alg, p.terms[n]!, { remove: degrees[n]!.edges, insert: [{ poly: powPoly(alg, found.base, to), at: p.terms[n]!.g.free }] })
    })
    return vanishes(alg, alg.collect(p.dims, terms), rounds - 1)
  })
}

/** Some base that stands in a denominator, as a polynomial over the slots of the whole. */
function denominator(alg: Algebra, p: Poly): { base: Poly; key: string } | null {
  for (const t of p.terms) {
    for (const n of t.g.edges.keys()) {
      const own = pointwisePower(alg, p, t, n)
      if (own) return { base: own.base, key: own.base.key }
    }
  }
  return null
}

function pointwisePower(alg: Algebra, p: Poly, t: KeyedTerm, n: number): { base: Poly; exponent: Fraction } | null {
  const e = t.g.edges[n]!
  if (e.atom.kind.t !== 'pow') return null
  const onto = e.at.map(v => t.g.free.indexOf(v))
  if (onto.includes(-1)) return null
  return { base: alg.lay(e.atom.kind.base, onto, p.dims), exponent: e.atom.kind.exponent }
}

function degree(alg: Algebra, p: Poly, t: KeyedTerm, key: string): { e: Fraction; edges: Set<number> } {
  let e = ZERO
  const edges = new Set<number>()
  for (const n of t.g.edges.keys()) {
    const own = pointwisePower(alg, p, t, n)
    if (own?.base.key !== key) continue
    e = e.add(own.exponent)
    edges.add(n)
  }
  return { e, edges }
}
