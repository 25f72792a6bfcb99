/**
 * The canonical key of a monomial: names spread from the free slots along edges that look like no other at their vertex (this settles chains), then
 * colour refinement, components split apart at vertices that already have a name, and where colours do not tell vertices apart, each vertex of the
 * smallest cell is given a name in turn and the least certificate kept (McKay & Piperno, Practical graph isomorphism II, 2014, without the pruning by
 * automorphisms). The key lists the whole graph, so equal keys prove equal monomials.
 */
import { incidences, type Graph } from './poly.ts'

export interface Certificate {
  readonly key: string
  /** -1 where an odd number of skew edges had to be turned round; 0 where an automorphism turns the monomial into its negative. */
  readonly sign: 1 | -1 | 0
}

/** The certificate of a graph. `spend` is told of the work of the search, in units of a small monomial, and may throw to end it. */
export function certificate(g: Graph, spend: (n: number) => void): Certificate {
  const labels = [...new Set(g.edges.map(e => e.atom.label))].sort()
  const labelOf = g.edges.map(e => labels.indexOf(e.atom.label))
  const name: (string | undefined)[] = g.size.map(() => undefined)
  g.free.forEach((v, s) => { name[v] = name[v] === undefined ? `f${s}` : `${name[v]}.${s}` })
  const frame = `${labels.join('¦')}#${g.free.map(v => g.size[v]).join(',')}#${g.free.map(v => name[v]).join(',')}#`
  if (name.every(n => n !== undefined)) {
    const { key, sign } = listed(g, labelOf, name, g.edges.map((_, n) => n), spend)
    return { key: `${frame}#${key}`, sign }
  }
  const search = new Search(g, labelOf, name, spend)
  const spread = search.spread([...new Set(g.free)])
  const inner: number[] = []
  name.forEach((n, v) => { if (n === undefined) inner.push(v) })
  const { key, sign } = search.certify(inner, g.edges.map((_, n) => n), 0)
  return { key: `${frame}${spread.map(v => g.size[v]).join(',')}#${key}`, sign }
}

/** So many edges listed, or vertices coloured once, are about the work of a small monomial. */
const PER_UNIT = 16

/** The edges of a graph whose vertices all have names. */
function listed(g: Graph, labelOf: readonly number[], name: readonly (string | undefined)[], edges: readonly number[], spend: (n: number) => void): Certificate {
  spend(edges.length / PER_UNIT)
  let sign: 1 | -1 | 0 = 1
  const rows = edges.map(n => {
    const e = g.edges[n]!
    const at = e.at.map(v => name[v]!)
    if (e.atom.symmetry !== 'none' && at[0]! > at[1]!) {
      at.reverse()
      if (e.atom.symmetry === 'skew') sign = -sign as 1 | -1 | 0
    } else if (e.atom.symmetry === 'skew' && at[0] === at[1]) sign = 0
    return `${labelOf[n]}(${at.join()})`
  })
  return { key: rows.sort().join(''), sign }
}

class Search {
  private readonly g: Graph
  private readonly labelOf: readonly number[]
  private readonly name: (string | undefined)[]
  private readonly spend: (n: number) => void
  private readonly on: readonly (readonly number[])[]
  /** How many names `spread` has given. */
  private spreadTo = 0

  constructor(g: Graph, labelOf: readonly number[], name: (string | undefined)[], spend: (n: number) => void) {
    this.g = g
    this.labelOf = labelOf
    this.name = name
    this.spend = spend
    this.on = incidences(g)
  }

  certify(vertices: readonly number[], edges: readonly number[], depth: number): Certificate {
    if (vertices.length === 0) return this.list(edges)
    const parts = this.components(vertices, edges)
    if (parts.length > 1 || parts[0]!.edges.length < edges.length) {
      const inside = new Set(parts.flatMap(p => p.edges))
      const ground = this.list(edges.filter(e => !inside.has(e)))
      const certs = parts.map(p => this.certifyConnected(p.vertices, p.edges, depth))
      return { key: `${ground.key}{${certs.map(c => c.key).sort().join('}{')}}`, sign: certs.reduce((s, c) => s * c.sign, ground.sign as number) as 1 | -1 | 0 }
    }
    return this.certifyConnected(vertices, edges, depth)
  }

  /**
   * Names vertices from named ones, given in an order that no renaming changes: an edge that looks like no other edge at a named vertex gives names
   * to all on it. Returns those that got a name, in their order.
   */
  spread(from: readonly number[]): number[] {
    const reached: number[] = []
    const queue = [...from]
    for (let q = 0; q < queue.length; q++) {
      const v = queue[q]!
      const seen = new Map<string, number>()
      for (const n of new Set(this.on[v]!)) {
        if (this.g.edges[n]!.at.every(u => this.name[u] !== undefined)) continue
        const look = this.look(n, v)
        seen.set(look, seen.has(look) ? -1 : n)
      }
      const looks = seen.size > 1 ? [...seen.keys()].sort() : [...seen.keys()]
      for (const look of looks) {
        const n = seen.get(look)!
        if (n < 0) continue
        for (const u of this.g.edges[n]!.at) {
          if (this.name[u] !== undefined) continue
          this.name[u] = `p${this.spreadTo++}`
          queue.push(u)
          reached.push(u)
        }
      }
    }
    return reached
  }

  /** An edge as seen from a named vertex on it: its label, and the names at its slots. */
  private look(edge: number, from: number): string {
    const e = this.g.edges[edge]!
    // Numbered among themselves, so that an edge with exchangeable slots looks the same from both sides.
    const fresh = e.at.filter(u => this.name[u] === undefined)
    const at = e.at.map(v => (v === from ? '*' : this.name[v] ?? `?${fresh.indexOf(v)}`))
    return `${this.labelOf[edge]}(${(e.atom.symmetry === 'none' ? at : at.sort()).join()})`
  }

  private certifyConnected(vertices: readonly number[], edges: readonly number[], depth: number): Certificate {
    if (vertices.length === 1) return this.named(vertices, edges, depth)
    const colour = this.refine(vertices)
    const cells = new Map<number, number[]>()
    for (const v of vertices) cells.set(colour.get(v)!, [...(cells.get(colour.get(v)!) ?? []), v])
    if (cells.size === vertices.length) return this.named([...vertices].sort((a, b) => colour.get(a)! - colour.get(b)!), edges, depth)
    let best: number[] | null = null
    for (const c of [...cells.keys()].sort((a, b) => a - b)) {
      const cell = cells.get(c)!
      if (cell.length > 1 && (!best || cell.length < best.length)) best = cell
    }
    let least: Certificate | null = null
    for (const v of best!) {
      this.name[v] = `x${depth}`
      const spread = this.spread([v])
      const rest = this.certify(vertices.filter(u => this.name[u] === undefined), edges, depth + 1)
      const found = { key: `${spread.map(u => this.g.size[u]).join(',')}${rest.key}`, sign: rest.sign }
      this.name[v] = undefined
      for (const u of spread) this.name[u] = undefined
      this.spreadTo -= spread.length
      if (!least || found.key < least.key) least = found
      else if (found.key === least.key && found.sign !== least.sign) least = { key: least.key, sign: 0 }
    }
    return { key: `(${this.g.size[best![0]!]})${least!.key}`, sign: least!.sign }
  }

  /** The certificate when the vertices have an order: give each a name and list the edges. */
  private named(order: readonly number[], edges: readonly number[], depth: number): Certificate {
    order.forEach((v, n) => { this.name[v] = `d${depth}_${n}` })
    const { key, sign } = this.list(edges)
    for (const v of order) this.name[v] = undefined
    return { key: `${order.map(v => this.g.size[v]).join(',')}:${key}`, sign }
  }

  private list(edges: readonly number[]): Certificate {
    return listed(this.g, this.labelOf, this.name, edges, this.spend)
  }

  private components(vertices: readonly number[], edges: readonly number[]): { vertices: number[]; edges: number[] }[] {
    const allowed = new Set(edges)
    const part = new Map<number, { vertices: number[]; edges: number[] }>()
    const parts: { vertices: number[]; edges: number[] }[] = []
    const seen = new Set<number>()
    for (const start of vertices) {
      if (part.has(start)) continue
      const own = { vertices: [] as number[], edges: [] as number[] }
      parts.push(own)
      const todo = [start]
      part.set(start, own)
      while (todo.length) {
        const v = todo.pop()!
        own.vertices.push(v)
        for (const n of this.on[v]!) {
          if (seen.has(n) || !allowed.has(n)) continue
          seen.add(n)
          own.edges.push(n)
          for (const u of this.g.edges[n]!.at) if (this.name[u] === undefined && !part.has(u)) { part.set(u, own); todo.push(u) }
        }
      }
    }
    return parts
  }

  /** Colours that no renaming changes: vertices of different colour are never exchanged by an isomorphism. */
  private refine(vertices: readonly number[]): Map<number, number> {
    let colour = new Map<number, number>(vertices.map(v => [v, 0]))
    const looks = vertices.reduce((sum, v) => sum + this.on[v]!.length, 0)
    for (let classes = 0; ;) {
      this.spend(looks / PER_UNIT)
      const signature = new Map(vertices.map(v => [v, `${colour.get(v)}|${this.g.size[v]}|${this.on[v]!.map(n => this.view(n, v, colour)).sort().join(';')}`]))
      const rank = new Map([...new Set(signature.values())].sort().map((s, n) => [s, n]))
      colour = new Map(vertices.map(v => [v, rank.get(signature.get(v)!)!]))
      if (rank.size === classes || rank.size === vertices.length) return colour
      classes = rank.size
    }
  }

  /** An edge as seen from a vertex on it: its label, and what lies at each of its slots. */
  private view(edge: number, from: number, colour: ReadonlyMap<number, number>): string {
    const e = this.g.edges[edge]!
    const at = e.at.map(v => (v === from ? '*' : this.name[v] ?? `c${colour.get(v)}`))
    return `${this.labelOf[edge]}(${(e.atom.symmetry === 'none' ? at : at.sort()).join()})`
  }
}
