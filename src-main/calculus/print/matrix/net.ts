/**
 * The network of one monomial, reduced step by step to matrix notation: a vertex that is summed over and has one neighbour is a matrix times a
 * column, one with two neighbours is a matrix product, two edges side by side are an entrywise product, an edge back to where it came from is a
 * diagonal or a trace. What cannot be reduced so has no matrix form.
 */
import Fraction from 'fraction.js'
import { callForm, type Form } from '../forms/form.ts'
import type { Dim } from '../../tensors/expr.ts'
import { chainForm, diagLink, diagonal, entrywise, flip, sameChain, symmetricLink, type Chain, type Link, type Part } from './chain.ts'
import { inner, scalar, traceOf, type Scalar } from './scalar.ts'
import { traceForm } from './chain.ts'

interface Edge { readonly u: number; readonly v: number; readonly parts: readonly Part[] }

export class Net {
  readonly scalars: Scalar[] = []
  coef = new Fraction(1)
  private edges: Edge[] = []
  private readonly labels: Part[][]
  private readonly inner: Set<number>
  private readonly dims: readonly (readonly Dim[])[]

  /** `dims`: the length of each vertex, as a product of sizes. `open`: the vertices of the result. */
  constructor(dims: readonly (readonly Dim[])[], open: readonly number[]) {
    this.dims = dims
    this.labels = dims.map(() => [])
    this.inner = new Set(dims.map((_, v) => v).filter(v => !open.includes(v)))
  }

  column(v: number, chain: Chain, under = false): void {
    this.labels[v]!.push({ chain, under })
  }

  matrix(u: number, v: number, chain: Chain, under = false): void {
    this.edges.push({ u, v, parts: [{ chain, under }] })
  }

  /** Takes a vertex away that is the same as another one. */
  forget(v: number): void {
    this.inner.delete(v)
  }

  /** Reduces as far as it goes; false where something is left that matrix notation cannot say. */
  reduce(): boolean {
    while (this.loop() || this.leaf() || this.parallel() || this.series());
    return this.inner.size === 0 && this.edges.length <= 1 && this.edges.every(e => e.u !== e.v)
  }

  /** The product of the columns on an open vertex; null where there is none. */
  columnOf(v: number): Chain | null {
    const parts = this.labels[v]!
    return parts.length ? entrywise(parts, this.ones(v)) : null
  }

  /** The matrix from one open vertex to another; null where nothing joins them. */
  between(u: number, v: number): Chain | null {
    const e = this.edges.find(x => (x.u === u && x.v === v) || (x.u === v && x.v === u))
    return e ? this.chain(e, u) : null
  }

  /** The length of a vertex, as a product of sizes. */
  axis(v: number): readonly Dim[] {
    return this.dims[v]!
  }

  ones(v: number): Link {
    const form: Form = { f: 'ones', axes: [this.dims[v]!] }
    return { a: form, b: { f: 'transpose', of: form } }
  }

  private chain(e: Edge, from: number): Chain {
    const chain = entrywise(e.parts, symmetricLink({ f: 'ones', axes: [this.dims[e.u]!, this.dims[e.v]!] }))
    return e.u === from ? chain : flip(chain)
  }

  private at(v: number): Edge[] {
    return this.edges.filter(e => e.u === v || e.v === v)
  }

  private drop(...gone: Edge[]): void {
    this.edges = this.edges.filter(e => !gone.includes(e))
  }

  private other(e: Edge, v: number): number {
    return e.u === v ? e.v : e.u
  }

  private loop(): boolean {
    const e = this.edges.find(x => x.u === x.v)
    if (!e) return false
    this.drop(e)
    const chain = this.chain(e, e.u)
    if (this.inner.has(e.u) && this.at(e.u).length === 0 && this.labels[e.u]!.length === 0) {
      this.inner.delete(e.u)
      this.scalars.push(scalar(traceForm(chain)))
    } else this.column(e.u, [diagonal(chain)])
    return true
  }

  private leaf(): boolean {
    for (const v of this.inner) {
      const edges = this.at(v)
      const labels = this.labels[v]!
      if (edges.length === 0) {
        this.inner.delete(v)
        this.scalars.push(this.lone(v, labels))
        return true
      }
      if (edges.length > 1) continue
      const [e] = edges
      const u = this.other(e!, v)
      this.inner.delete(v)
      this.drop(e!)
      if (labels.length === 0 && this.inner.has(u) && this.at(u).length === 0 && this.labels[u]!.length === 0) {
        this.inner.delete(u)
        this.scalars.push(scalar(callForm('sum', [chainForm(this.chain(e!, e!.u))])))
      } else this.column(u, [...this.chain(e!, u), ...entrywise(labels, this.ones(v))])
      return true
    }
    return false
  }

  /** The scalar of a vertex that only columns lie on. */
  private lone(v: number, labels: readonly Part[]): Scalar {
    if (labels.length === 0) return scalar({ f: 'size', dim: this.dims[v]!.join('*') })
    const under = labels.filter(p => p.under)
    const [first, ...rest] = labels.filter(p => !p.under)
    if (!first || rest.length + under.length === 0) return scalar(callForm('sum', [chainForm(entrywise(labels, this.ones(v)))]))
    if (under.length === 0 && rest.length >= 2) {
      // x_i x_i y_i: the two that are alike go together.
      const twin = rest.findIndex(p => sameChain(p.chain, first.chain))
      if (twin >= 0 && rest.length === 2) return inner(rest[1 - twin]!.chain, entrywise([first, rest[twin]!], this.ones(v)))
    }
    return inner(first.chain, entrywise([...rest, ...under], this.ones(v)))
  }

  private parallel(): boolean {
    for (const e of this.edges) {
      const twin = this.edges.find(x => x !== e && ((x.u === e.u && x.v === e.v) || (x.u === e.v && x.v === e.u)))
      if (!twin) continue
      const bare = [e.u, e.v].filter(v => this.inner.has(v) && this.at(v).length === 2 && this.labels[v]!.length === 0)
      const plain = [e, twin].every(x => x.parts.every(p => !p.under))
      if (plain && bare.length === 2) {
        this.drop(e, twin)
        bare.forEach(v => this.inner.delete(v))
        this.scalars.push(traceOf(this.chain(e, e.u), this.chain(twin, e.u)))
      } else if (plain && bare.length === 1) {
        const v = bare[0]!
        const u = this.other(e, v)
        this.drop(e, twin)
        this.inner.delete(v)
        this.column(u, [diagonal([...this.chain(e, u), ...this.chain(twin, v)])])
      } else {
        this.drop(e, twin)
        const turned = twin.u === e.u ? twin.parts : twin.parts.map(p => ({ ...p, chain: flip(p.chain) }))
        this.edges.push({ u: e.u, v: e.v, parts: [...e.parts, ...turned] })
      }
      return true
    }
    return false
  }

  private series(): boolean {
    for (const v of this.inner) {
      const edges = this.at(v)
      if (edges.length !== 2) continue
      const [p, q] = edges as [Edge, Edge]
      const [u, w] = [this.other(p, v), this.other(q, v)]
      this.drop(p, q)
      this.inner.delete(v)
      const labels = this.labels[v]!
      const middle = labels.length ? [diagLink(entrywise(labels, this.ones(v)))] : []
      this.edges.push({ u, v: w, parts: [{ chain: [...this.chain(p, u), ...middle, ...this.chain(q, v)], under: false }] })
      return true
    }
    return false
  }
}
