/** Atoms that hold a polynomial: functions, powers, inverses. Their label is the key of their inside, its slots in the least order. */
import type Fraction from 'fraction.js'
import type { Algebra } from './algebra.ts'
import { reslot, usedSlots } from './arith.ts'
import { ONE, type Atom, type AtomKind, type Poly } from './poly.ts'

/** A polynomial in the order of slots that has the least key; `order[n]` is the slot of `p` that became slot n. `even`: exchanging two slots changes nothing. */
export function leastOrder(alg: Algebra, p: Poly): { poly: Poly; order: readonly number[]; even: boolean } {
  const n = p.dims.length
  const same = p.dims.map((_, s) => s)
  if (n < 2 || n > 4) return { poly: p, order: same, even: false }
  let best = { poly: p, order: same as readonly number[] }
  let even = false
  for (const order of permutations(n).slice(1)) {
    const poly = reslot(alg, p, order)
    // Of a skew array and its transpose the one without the minus: functions take a sign out before they ask for the order.
    if (leads(poly) > leads(best.poly) || (leads(poly) === leads(best.poly) && poly.key < best.poly.key)) best = { poly, order }
    else if (n === 2 && poly.key === p.key) even = true
  }
  return { ...best, even }
}

/**
 * An entrywise function of `arg` as a polynomial over the slots of `arg`. Slots that `arg` does not depend on are not on the atom: exp(x 1ᵀ) depends
 * on one index alone.
 */
export function entrywiseAtom(alg: Algebra, arg: Poly, label: string, kind: (arg: Poly) => AtomKind): Poly {
  const used = [...new Set(arg.terms.flatMap(usedSlots))].sort((a, b) => a - b)
  const inner = used.length === arg.dims.length ? arg : reslot(alg, arg, used)
  const { poly, order, even } = leastOrder(alg, inner)
  const atom: Atom = { label: alg.name(`${label}(${poly.key})`), symmetry: even ? 'sym' : 'none', kind: kind(poly) }
  const free = arg.dims.map((_, s) => s)
  return alg.collect(arg.dims, [{ c: ONE, g: { size: [...arg.dims], free, edges: [{ atom, at: order.map(s => used[s]!) }] } }])
}

/** The polynomial over those slots alone that it depends on. */
export function onUsedSlots(alg: Algebra, p: Poly): Poly {
  const used = [...new Set(p.terms.flatMap(usedSlots))].sort((a, b) => a - b)
  return used.length === p.dims.length ? p : reslot(alg, p, used)
}

/**
 * The coefficient of a polynomial's leading term: that by which it is divided, or whose sign is taken out, so that one form is left of all its
 * multiples. Neither slots that it does not depend on nor the order of the others change it: terms are ordered by the least key that they have in any
 * order of slots, and among those that have the same, the largest coefficient counts.
 */
export function leadingCoefficient(alg: Algebra, p: Poly): Fraction {
  if (p.terms.length === 1) return p.terms[0]!.c
  const inner = onUsedSlots(alg, p)
  const first = inner.terms[0]!.c
  if (inner.dims.length < 2 || inner.dims.length > 3) return first
  const classes = new Map<string, (Fraction | null)[]>()
  for (const t of inner.terms) {
    const forms = permutations(inner.dims.length).map(order => reslot(alg, { ...inner, terms: [t] }, order).terms[0]!)
    const key = forms.reduce((least, f) => (f.key < least ? f.key : least), forms[0]!.key)
    const own = forms.filter(f => f.key === key).map(f => f.c)
    const sure = own.every(c => c.equals(own[0]!)) ? own[0]! : null
    classes.set(key, [...(classes.get(key) ?? []), sure])
  }
  for (const key of [...classes.keys()].sort()) {
    const found = classes.get(key)!
    if (found.includes(null)) continue
    const largest = (found as Fraction[]).reduce((a, b) => (b.abs().compare(a.abs()) > 0 ? b : a))
    if (!(found as Fraction[]).some(c => c.equals(largest.neg()))) return largest
  }
  return first
}

function leads(p: Poly): number {
  return p.terms.length === 0 ? 0 : p.terms[0]!.c.compare(0)
}

const known = new Map<number, number[][]>()
/** All orders of 0..n-1, the usual one first. */
export function permutations(n: number): number[][] {
  let all = known.get(n)
  if (!all) {
    all = n === 0 ? [[]] : permutations(n - 1).flatMap(p => Array.from({ length: n }, (_, k) => [...p.slice(0, k), n - 1, ...p.slice(k)]))
    all.sort((a, b) => (a.join() < b.join() ? -1 : 1))
    known.set(n, all)
  }
  return all
}
