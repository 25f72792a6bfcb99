/** A sheet on which a monomial is put together: vertices that can be united, edges, and then the compact graph. */
import { InternalError } from '../../problem.ts'
import type { Dim } from '../expr.ts'
import type { Atom, Edge, Graph } from './poly.ts'

export class Sheet {
  private readonly size: Dim[] = []
  private readonly parent: number[] = []
  private readonly edges: Edge[] = []

  vertex(dim: Dim): number {
    this.size.push(dim)
    this.parent.push(this.parent.length)
    return this.parent.length - 1
  }

  edge(atom: Atom, at: readonly number[]): void {
    this.edges.push({ atom, at })
  }

  find(v: number): number {
    let root = v
    while (this.parent[root] !== root) root = this.parent[root]!
    this.parent[v] = root
    return root
  }

  /** Two positions become one index: what a Kronecker delta does. */
  unite(a: number, b: number): void {
    const [p, q] = [this.find(a), this.find(b)]
    if (this.size[p] !== this.size[q]) throw new InternalError(`sizes ${this.size[p]} and ${this.size[q]} on one index`)
    this.parent[Math.max(p, q)] = Math.min(p, q)
  }

  /** Lays a graph on the sheet, without the edges numbered in `except`; returns where its vertices lie. */
  paste(g: Graph, except?: ReadonlySet<number>): number[] {
    const place = g.size.map(d => this.vertex(d))
    g.edges.forEach((e, n) => {
      if (!except?.has(n)) this.edges.push({ atom: e.atom, at: e.at.map(v => place[v]!) })
    })
    return place
  }

  /** Lays a graph on the sheet with its free slots on the vertices given. */
  pasteAt(g: Graph, at: readonly number[]): number[] {
    const place = this.paste(g)
    g.free.forEach((v, s) => this.unite(place[v]!, at[s]!))
    return place
  }

  /** The graph with the given vertices free. Vertices in `drop` that lie on nothing go without leaving their size. */
  graph(free: readonly number[], drop: readonly number[] = []): Graph {
    const number = new Map<number, number>()
    const size: Dim[] = []
    const place = (v: number): number => {
      const root = this.find(v)
      let n = number.get(root)
      if (n === undefined) {
        n = size.length
        number.set(root, n)
        size.push(this.size[root]!)
      }
      return n
    }
    const edges = this.edges.map(e => ({ atom: e.atom, at: e.at.map(place) }))
    const freeNow = free.map(place)
    const gone = new Set(drop.map(v => this.find(v)))
    for (let v = 0; v < this.parent.length; v++) if (!gone.has(this.find(v))) place(v)
    return { size, free: freeNow, edges }
  }
}
