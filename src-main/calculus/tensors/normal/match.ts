/** Finding one monomial inside another, its free slots held at given vertices. */
import { incidences, type Graph } from './poly.ts'

/** How many placements of an edge are tried: monomials of many parts that are alike have factorially many. */
const most = 20_000

/**
 * Edges of `host` that form a copy of `pattern` with its free slots on `anchors`, and the vertices that are bound in the copy; `null` where there
 * is none, or where it is not found within `most` tries: then a simplification is missed, no more. A bound vertex of the copy lies on no other edge of the host, so the copy may be cut out and replaced. Edges in `not` are not used. Also
 * every isolated vertex of the pattern (a size) is found in the host.
 */
export function findCopy(pattern: Graph, host: Graph, anchors: readonly number[], not: ReadonlySet<number>): { edges: Set<number>; bound: number[] } | null {
  const to = new Map<number, number>()
  for (let s = 0; s < pattern.free.length; s++) {
    const known = to.get(pattern.free[s]!)
    if (known !== undefined && known !== anchors[s]) return null
    to.set(pattern.free[s]!, anchors[s]!)
  }
  const fixed = new Set([...host.free, ...anchors])
  const taken = new Set<number>()
  const used = new Set<number>()
  const on = incidences(host)
  const order = connectedOrder(pattern)
  let tries = 0

  const place = (p: number, h: number): boolean => {
    const known = to.get(p)
    if (known !== undefined) return known === h
    if (fixed.has(h) || taken.has(h) || pattern.size[p] !== host.size[h]) return false
    to.set(p, h)
    taken.add(h)
    return true
  }
  const attempt = (n: number): boolean => {
    if (n === order.length) return finish()
    const e = pattern.edges[order[n]!]!
    const near = e.at.map(v => to.get(v)).find(h => h !== undefined)
    const candidates = near === undefined ? host.edges.map((_, k) => k) : on[near]!
    // Of edges that are the same, such as the t of t^12, what fails for one fails for all.
    const seen = new Set<string>()
    for (const k of new Set(candidates)) {
      const h = host.edges[k]!
      if (used.has(k) || not.has(k) || h.atom.label !== e.atom.label || h.at.length !== e.at.length) continue
      const alike = h.at.join()
      if (seen.has(alike) || ++tries > most) continue
      seen.add(alike)
      for (const at of e.atom.symmetry === 'sym' ? [h.at, [...h.at].reverse()] : [h.at]) {
        const before = new Map(to)
        const takenBefore = [...taken]
        if (e.at.every((p, s) => place(p, at[s]!))) {
          used.add(k)
          if (attempt(n + 1)) return true
          used.delete(k)
        }
        to.clear()
        before.forEach((v, key) => to.set(key, v))
        taken.clear()
        takenBefore.forEach(v => taken.add(v))
      }
    }
    return false
  }
  const finish = (): boolean => {
    for (const v of taken) if (on[v]!.some(k => !used.has(k))) return false
    for (let p = 0; p < pattern.size.length; p++) {
      if (to.has(p)) continue
      const h = host.size.findIndex((d, v) => d === pattern.size[p] && on[v]!.length === 0 && !fixed.has(v) && !taken.has(v))
      if (h < 0) return false
      to.set(p, h)
      taken.add(h)
    }
    return true
  }
  return attempt(0) ? { edges: used, bound: [...taken] } : null
}

/** Pattern edges in an order in which each touches those before it, where that is possible. */
function connectedOrder(g: Graph): number[] {
  const reached = new Set(g.free)
  const left = new Set(g.edges.map((_, n) => n))
  const order: number[] = []
  while (left.size) {
    const next = [...left].find(n => g.edges[n]!.at.some(v => reached.has(v))) ?? [...left][0]!
    left.delete(next)
    order.push(next)
    g.edges[next]!.at.forEach(v => reached.add(v))
  }
  return order
}
