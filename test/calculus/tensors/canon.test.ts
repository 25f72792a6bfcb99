import { expect, test } from 'vitest'
import { certificate } from '../../../src-main/calculus/tensors/normal/canon.ts'
import type { Atom, Edge, Graph } from '../../../src-main/calculus/tensors/normal/poly.ts'

/** A small generator of numbers (mulberry32), so that a failure names its seed. */
function numbers(seed: number): (below: number) => number {
  let s = seed
  return below => {
    s = (s + 0x6d2b79f5) | 0
    let t = Math.imul(s ^ (s >>> 15), 1 | s)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

const atom = (label: string, symmetry: Atom['symmetry']): Atom => ({ label, symmetry, kind: { t: 'pi' } })
const atoms: readonly (readonly [Atom, number])[] = [[atom('A', 'none'), 2], [atom('S', 'sym'), 2], [atom('K', 'skew'), 2], [atom('x', 'none'), 1], [atom('T', 'none'), 3]]

function randomGraph(seed: number): Graph {
  const below = numbers(seed)
  const n = 1 + below(5)
  const size = Array.from({ length: n }, () => (below(6) === 0 ? 'M' : 'N'))
  const free = Array.from({ length: below(3) }, () => below(n))
  const kinds = atoms.filter(() => below(3) > 0)
  const edges = Array.from({ length: below(7) }, (): Edge => {
    const [a, slots] = (kinds.length > 0 ? kinds : atoms)[below(Math.max(1, kinds.length))]!
    return { atom: a, at: Array.from({ length: slots }, () => below(n)) }
  })
  return { size, free, edges }
}

/** The same monomial, written in another way, and the sign that this costs. */
function rewritten(g: Graph, seed: number): { graph: Graph; sign: number } {
  const below = numbers(seed)
  const order = g.size.map((_, v) => v)
  for (let n = order.length - 1; n > 0; n--) {
    const k = below(n + 1)
    ;[order[n], order[k]] = [order[k]!, order[n]!]
  }
  const size: string[] = []
  order.forEach((to, v) => { size[to] = String(g.size[v]) })
  let sign = 1
  const edges = g.edges.map(e => {
    const at = e.at.map(v => order[v]!)
    if (e.atom.symmetry === 'none' || below(2) === 0) return { atom: e.atom, at }
    if (e.atom.symmetry === 'skew') sign = -sign
    return { atom: e.atom, at: at.reverse() }
  })
  for (let n = edges.length - 1; n > 0; n--) {
    const k = below(n + 1)
    ;[edges[n], edges[k]] = [edges[k]!, edges[n]!]
  }
  return { graph: { size, free: g.free.map(v => order[v]!), edges }, sign }
}

/** By trying all bijections of the vertices: the signs with which one graph is the other. */
function signsBetween(g: Graph, h: Graph): Set<number> {
  const found = new Set<number>()
  if (g.size.length !== h.size.length || g.free.length !== h.free.length || g.edges.length !== h.edges.length) return found
  const row = (e: Edge, to: readonly number[]): { text: string; sign: number } => {
    const at = e.at.map(v => to[v]!)
    const turn = e.atom.symmetry !== 'none' && at[0]! > at[1]!
    const sign = e.atom.symmetry !== 'skew' ? 1 : at[0] === at[1] ? 0 : turn ? -1 : 1
    return { text: `${e.atom.label}${(turn ? at.reverse() : at).join()}`, sign }
  }
  const rows = (x: Graph, to: readonly number[]): { text: string; sign: number } => {
    const all = x.edges.map(e => row(e, to))
    return { text: all.map(r => r.text).sort().join(' '), sign: all.reduce((s, r) => s * r.sign, 1) }
  }
  const own = rows(h, h.size.map((_, v) => v))
  const place = (to: number[]): void => {
    if (to.length === g.size.length) {
      if (g.free.some((v, s) => to[v] !== h.free[s])) return
      const other = rows(g, to)
      if (other.text === own.text) found.add(other.sign * own.sign)
      return
    }
    for (let v = 0; v < h.size.length; v++) if (!to.includes(v) && h.size[v] === g.size[to.length]) place([...to, v])
  }
  place([])
  return found
}

const free = (): void => undefined
/** Without the minus of zero. */
const plus = (x: number): number => (x === 0 ? 0 : x)

test('a monomial has one key, however its indices are named and its factors ordered', () => {
  for (let seed = 1; seed <= 3000; seed++) {
    const g = randomGraph(seed)
    const { graph, sign } = rewritten(g, seed + 77)
    const [a, b] = [certificate(g, free), certificate(graph, free)]
    expect({ seed, key: b.key, sign: plus(b.sign * sign) }).toEqual({ seed, key: a.key, sign: plus(a.sign) })
  }
})

test('keys agree with a search through all bijections', () => {
  let equal = 0
  for (let seed = 1; seed <= 3000; seed++) {
    const g = randomGraph(seed)
    // The neighbour: two slots exchanged, which often gives the same monomial again and often another.
    const below = numbers(seed + 5)
    const edges = g.edges.map(e => ({ atom: e.atom, at: [...e.at] }))
    if (edges.length > 1) {
      const [e, f] = [edges[below(edges.length)]!, edges[below(edges.length)]!]
      const [s, t] = [below(e.at.length), below(f.at.length)]
      ;[e.at[s], f.at[t]] = [f.at[t]!, e.at[s]!]
    }
    const h = { ...g, edges }
    const signs = signsBetween(g, h)
    const [a, b] = [certificate(g, free), certificate(h, free)]
    expect({ seed, same: a.key === b.key }).toEqual({ seed, same: signs.size > 0 })
    if (signs.size === 0) continue
    equal++
    const zero = signsBetween(g, g).size > 1 || signsBetween(g, g).has(0)
    expect({ seed, sign: plus(a.sign) }).toEqual({ seed, sign: zero ? 0 : plus(b.sign * [...signs][0]!) })
  }
  expect(equal).toBeGreaterThan(300)
})

test('a chain costs about as much as it is long, not its square', () => {
  const work = (n: number): number => {
    const [a] = atoms[0]!
    let spent = 0
    certificate({ size: Array<string>(n + 1).fill('N'), free: [0, n], edges: Array.from({ length: n }, (_, k) => ({ atom: a, at: [k, k + 1] })) }, units => { spent += units })
    return spent
  }
  expect(work(400)).toBeLessThan(3 * work(200))
})
