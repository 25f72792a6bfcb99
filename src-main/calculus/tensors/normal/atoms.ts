/** Atoms that hold a polynomial: functions, powers, inverses. Their label is the key of their inside, its slots in the least order. */
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
