/** Where a monomial is put together: vertices that can be united, factors, and at last the compact monomial. */
import type Fraction from 'fraction.js'
import { InternalError } from '../../problem.ts'
import type { Dim, Expr } from '../../tensors/expr.ts'
import { ONE, type Factor, type Mono } from './mono.ts'

export class Sheet {
  coef: Fraction = ONE
  readonly factors: Factor[] = []
  private readonly dims: Dim[] = []
  private readonly parent: number[] = []

  vertex(dim: Dim): number {
    this.dims.push(dim)
    return this.parent.push(this.parent.length) - 1
  }

  root(v: number): number {
    while (this.parent[v] !== v) v = this.parent[v]!
    return v
  }

  /** Two positions become one index: what a delta does. */
  unite(a: number, b: number): void {
    const [p, q] = [this.root(a), this.root(b)]
    if (this.dims[p] !== this.dims[q]) throw new InternalError(`sizes ${this.dims[p]} and ${this.dims[q]} on one index`)
    this.parent[Math.max(p, q)] = Math.min(p, q)
  }

  factor(e: Expr, on: readonly number[]): void {
    this.factors.push({ e, on })
  }

  /** Lays a monomial on the sheet, its slots on the vertices given. */
  paste(m: Mono, at: readonly number[]): void {
    this.coef = this.coef.mul(m.coef)
    const place = m.dims.map(d => this.vertex(d))
    for (const f of m.factors) this.factors.push({ e: f.e, on: f.on.map(v => place[v]!) })
    m.out.forEach((v, s) => this.unite(place[v]!, at[s]!))
  }

  /** The monomial with the given vertices as its slots. Lone vertices keep their size: a number goes into the coefficient. */
  mono(out: readonly number[]): Mono {
    const number = new Map<number, number>()
    const dims: Dim[] = []
    const place = (v: number): number => {
      const root = this.root(v)
      let n = number.get(root)
      if (n === undefined) {
        n = dims.push(this.dims[root]!) - 1
        number.set(root, n)
      }
      return n
    }
    const outNow = out.map(place)
    const factors = this.factors.map(f => ({ e: f.e, on: f.on.map(place) }))
    let coef = this.coef
    for (let v = 0; v < this.parent.length; v++) {
      const root = this.root(v)
      if (number.has(root)) continue
      const d = this.dims[root]!
      if (typeof d === 'number') {
        coef = coef.mul(d)
        number.set(root, -1)
      } else place(root)
    }
    return { coef, factors, dims, out: outNow }
  }
}

/** A sheet on which a monomial already lies, vertex n of the one being vertex n of the other. */
export function sheetOf(m: Mono, keep: (f: Factor) => boolean = () => true): Sheet {
  const sheet = new Sheet()
  sheet.coef = m.coef
  for (const d of m.dims) sheet.vertex(d)
  for (const f of m.factors) if (keep(f)) sheet.factors.push(f)
  return sheet
}
