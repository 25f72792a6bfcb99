/**
 * What two terms have in common is drawn out of them, wherever it hangs in their networks: s_i V_ki z_k - s_i V_ki p_k t is s_i V_ki (z_k - p_k t).
 * What is left of the two becomes a sum over the vertices by which it hangs on the common part.
 */
import { closed, monoExpr, restrict, type Factor, type Mono } from './mono.ts'
import { pasteSum } from './product.ts'
import type { Rules } from './rules.ts'
import { Sheet } from './sheet.ts'
import { tidy } from './meet.ts'

/** More terms than this are not tried against each other. */
const FEW = 8

/** The terms with common parts drawn out of them, two at a time; null where there are none. */
export function factored(terms: readonly Mono[], rules: Rules): readonly Mono[] | null {
  if (terms.length < 2 || terms.length > FEW) return null
  let left = [...terms]
  for (let a = 0; a < left.length; a++) {
    for (let b = a + 1; b < left.length; b++) {
      const made = together(left[a]!, left[b]!, rules)
      if (!made) continue
      left = left.flatMap((t, n) => (n === a ? [made] : n === b ? [] : [t]))
      b = a
    }
  }
  return left.length < terms.length ? left : null
}

/** Which vertices of one term are which of the other, and the factors that lie alike on them. */
interface Match { readonly to: Map<number, number>; readonly pairs: readonly (readonly [Factor, Factor])[] }

function together(p: Mono, q: Mono, rules: Rules): Mono | null {
  const found = match(p, q, rules)
  if (!found || !found.pairs.some(([f]) => f.on.length > 0)) return null
  const mine = new Set(found.pairs.map(([f]) => f))
  const other = new Set(found.pairs.map(([, g]) => g))
  const rest = [p.factors.filter(f => !mine.has(f)), q.factors.filter(g => !other.has(g))] as const
  if (rest.some(r => r.every(f => f.on.length === 0))) return null
  const touched = [...found.to].map(([u, v]) => ({ u, v, by: [rest[0].some(f => f.on.includes(u)), rest[1].some(g => g.on.includes(v))] }))
  const ends = touched.filter(t => t.by[0] || t.by[1])
  // A sum has rows and columns, and stands on both in each of its terms.
  if (ends.length === 0 || ends.length > 2 || ends.some(t => !t.by[0] || !t.by[1])) return null
  const parts = [part(p, rest[0], found.to.keys(), ends.map(t => t.u)), part(q, rest[1], found.to.values(), ends.map(t => t.v))]
  const terms = parts.flatMap(m => rules.terms(monoExpr(m)))
  if (terms.length < 2) return null
  const place = new Map([...found.to.keys()].map((u, n) => [u, n]))
  const sheet = new Sheet()
  for (const u of place.keys()) sheet.vertex(p.dims[u]!)
  for (const f of mine) sheet.factor(f.e, f.on.map(u => place.get(u)!))
  pasteSum(sheet, terms, ends.map(t => p.dims[t.u]!), ends.map(t => place.get(t.u)!), rules)
  return tidy(sheet.mono(p.out.map(u => place.get(u)!)), rules)
}

/** What is left of a term, over the vertices by which it hangs. */
function part(m: Mono, factors: readonly Factor[], matched: Iterable<number>, ends: readonly number[]): Mono {
  const gone = new Set([...matched].filter(v => !ends.includes(v)))
  return restrict({ ...m, factors, out: ends }, m.dims.map((_, v) => v).filter(v => !gone.has(v)))
}

/** Grows from the slots of the result along factors that are the same; null where the slots lie otherwise. */
function match(p: Mono, q: Mono, rules: Rules): Match | null {
  const to = new Map<number, number>()
  const from = new Map<number, number>()
  const fits = (u: number, v: number): boolean => (to.has(u) || from.has(v) ? to.get(u) === v : p.dims[u] === q.dims[v] && inner[0].has(u) && inner[1].has(v))
  const inner = [closed(p), closed(q)] as const
  const tie = (u: number, v: number): void => void (to.set(u, v), from.set(v, u))
  for (const [s, u] of p.out.entries()) {
    const v = q.out[s]!
    if ((to.has(u) || from.has(v)) && to.get(u) !== v) return null
    tie(u, v)
  }
  const pairs: (readonly [Factor, Factor])[] = []
  const left = new Set(q.factors)
  for (let grown = true; grown;) {
    grown = false
    for (const f of p.factors) {
      if (pairs.some(([x]) => x === f)) continue
      const g = [...left].find(x => alike(f, x, rules) && x.on.every((v, s) => fits(f.on[s]!, v)) && (f.on.length === 0 || f.on.some(u => to.has(u))))
      if (!g) continue
      pairs.push([f, g])
      left.delete(g)
      f.on.forEach((u, s) => tie(u, g.on[s]!))
      grown = true
    }
  }
  return { to, pairs }
}

/** The same thing, on vertices that are the same among themselves. */
function alike(f: Factor, g: Factor, rules: Rules): boolean {
  return f.on.length === g.on.length && f.on.every((u, s) => f.on.indexOf(u) === g.on.indexOf(g.on[s]!)) && rules.atom(f.e) === rules.atom(g.e)
}
