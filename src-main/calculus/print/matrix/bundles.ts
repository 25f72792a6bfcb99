/**
 * Axes that are products of sizes: vec, kron and comm. A bundle is a list of vertices that are one axis, slowest first. The network is
 * cut at the bundles; each piece between two of them is a Kronecker product, a vec or a commutation matrix, and the pieces make a network of their own.
 */
import type { Delta } from '../../tensors/expr.ts'
import { ONE, type Factor, type Mono } from '../simplify/mono.ts'
import { Sheet } from '../simplify/sheet.ts'
import { axesOf, linkOf } from './atoms.ts'
import { callForm, transposeForm } from '../forms/form.ts'
import { between, kron } from './blocks.ts'
import { flip, symmetricLink, type Link } from './chain.ts'
import { Net } from './net.ts'
import { finish, type Made, type MatrixWriter } from './writer.ts'

type Bundle = readonly number[]

/** Has a monomial an axis of more than one vertex, or a factor that only bundles can place? */
export function hasBundles(m: Mono, rows: Bundle, cols: Bundle, w: MatrixWriter): boolean {
  return rows.length > 1 || cols.length > 1 || m.factors.some(f => special(f, w))
}

function special(f: Factor, w: MatrixWriter): boolean {
  return f.e.k === 'reshape' || f.e.k === 'inject' || f.on.length > 2 || axesOf(f.e, w).some(a => a.length > 1)
}

/** A monomial with bundles in matrix notation. */
export function bundled(m: Mono, rows: Bundle, cols: Bundle, w: MatrixWriter): Made | null {
  const cut = new Cut(m)
  const open = [rows, cols].map(b => (b.length ? cut.claim(b) : -1))
  for (const f of m.factors) {
    if (!special(f, w)) continue
    const axes = axesOf(f.e, w)
    if (axes.length > 2) return null
    const ends = axes.map(a => cut.claim(a.map(s => f.on[s]!), true))
    if (cut.torn) return w.unvec ? unvec(m, cut.torn, rows, w) : null
    if (f.e.k === 'reshape') cut.same(ends[0]!, ends[1]!)
    else cut.placed.push({ f, axes, ends })
  }
  const net = new Net(cut.bundles.map(b => b.map(v => cut.dims[v]!)), open.filter(v => v >= 0).map(v => cut.root(v)))
  cut.bundles.forEach((_, n) => { if (cut.root(n) !== n) net.forget(n) })
  for (const { f, axes, ends } of cut.placed) {
    const made = linkOf(f.e, [axes[0]!, axes[1] ?? []], w)
    if (!made) return null
    if (ends.length === 1) net.column(cut.root(ends[0]!), [made])
    else net.matrix(cut.root(ends[0]!), cut.root(ends[1]!), [made])
  }
  const plain = m.factors.filter(f => !special(f, w))
  const joined = lay(cut, cut.pieces(plain, true), w) ?? lay(cut, cut.pieces(plain, false), w)
  if (!joined) return null
  for (const { ends: [p, q], made } of joined) {
    net.scalars.push(...made.scalars)
    net.coef = net.coef.mul(made.coef)
    if (p !== undefined && q === undefined) net.column(cut.root(p), made.chain!)
    else if (p !== undefined) net.matrix(cut.root(p), cut.root(q!), made.chain!)
  }
  return finish(net, open[0]! < 0 ? undefined : cut.root(open[0]!), open[1]! < 0 ? undefined : cut.root(open[1]!), w)
}

/** The matrix whose vec is v: (vec(I)ᵀ ⊗ I)(I ⊗ v), for a monomial that is v over a bundle of two, the first of them the columns. */
function unvec(m: Mono, bundle: Bundle, rows: Bundle, w: MatrixWriter): Made | null {
  const [c, r] = bundle
  if (bundle.length !== 2 || c === r || m.out.some(v => !bundle.includes(v))) return null
  const made = w.reduce(m, bundle, [])
  if (!made?.chain) return null
  const eye = (v: number): Link => symmetricLink(w.eye([m.dims[v]!]))
  const vec = callForm('vec', [eye(c!).a])
  const chain = [kron([{ a: transposeForm(vec), b: vec }], [eye(r!)]), kron([eye(c!)], made.chain)]
  return { ...made, chain: rows[0] === r ? chain : flip(chain) }
}

/** The pieces in matrix notation; null where one of them has none. */
function lay(cut: Cut, pieces: readonly Piece[], w: MatrixWriter): { readonly ends: readonly number[]; readonly made: Made }[] | null {
  const found: { readonly ends: readonly number[]; readonly made: Made }[] = []
  for (const piece of pieces) {
    if (piece.ends.length > 2) return null
    const [p, q] = piece.ends
    const [left, right] = [p === undefined ? [] : cut.bundles[p]!, q === undefined ? [] : cut.bundles[q]!]
    const sub = piece.mono(left, right)
    const made = p === undefined ? w.reduce(sub, [], []) : between(sub, sub.out.slice(0, left.length), sub.out.slice(left.length), w)
    if (!made) return null
    found.push({ ends: piece.ends, made })
  }
  return found
}

interface Piece { readonly ends: readonly number[]; mono(left: Bundle, right: Bundle): Mono }

/** The vertices of a monomial cut apart at its bundles. A vertex that two bundles want is doubled, with a delta between. */
class Cut {
  readonly dims: Mono['dims'][number][]
  readonly bundles: Bundle[] = []
  readonly placed: { f: Factor; axes: readonly (readonly number[])[]; ends: readonly number[] }[] = []
  /** A bundle of a factor whose vertices are wanted as axes by themselves. */
  torn: Bundle | null = null
  private readonly deltas: Factor[] = []
  private readonly owner = new Map<number, number>()
  private readonly joined: number[] = []

  constructor(m: Mono) {
    this.dims = [...m.dims]
  }

  /** `inner`: for a factor, whose bundle must not be torn apart into several axes. */
  claim(list: Bundle, inner = false): number {
    const old = this.bundles.findIndex(b => b.length === list.length && b.every((v, n) => v === list[n]) && new Set(list).size === list.length)
    if (old >= 0) return old
    const number = this.bundles.length
    this.joined.push(number)
    const single = new Set<number>()
    this.bundles.push(list.map(v => {
      const owner = this.owner.get(v)
      if (owner !== undefined && this.bundles[owner]?.length === 1) single.add(owner)
      const own = owner !== undefined ? this.double(v) : v
      this.owner.set(own, number)
      return own
    }))
    if (inner && single.size > 1) this.torn = list
    return number
  }

  private double(v: number): number {
    const twin = this.dims.push(this.dims[v]!) - 1
    const e: Delta = { k: 'delta', dim: this.dims[v]! }
    this.deltas.push({ e, on: [v, twin] })
    return twin
  }

  same(a: number, b: number): void {
    this.joined[Math.max(this.root(a), this.root(b))] = Math.min(this.root(a), this.root(b))
  }

  root(n: number): number {
    while (this.joined[n] !== n) n = this.joined[n]!
    return n
  }

  /**
   * The factors put together that hang together away from the bundles and reach the same ones; lone vertices for themselves. `thin`: what
   * lies on one vertex of a bundle goes with what leads from this bundle to another, so that delta_{jk} y_i is kron(I, y).
   */
  pieces(factors: readonly Factor[], thin: boolean): Piece[] {
    const parts: { factors: Factor[]; vertices: Set<number> }[] = []
    for (const f of [...factors, ...this.deltas]) {
      const own = { factors: [f], vertices: new Set(f.on) }
      for (let n = parts.length - 1; n >= 0; n--) {
        if (![...parts[n]!.vertices].some(v => own.vertices.has(v) && !this.owner.has(v))) continue
        own.factors.unshift(...parts[n]!.factors)
        parts[n]!.vertices.forEach(v => own.vertices.add(v))
        parts.splice(n, 1)
      }
      parts.push(own)
    }
    const grouped = new Map<string, { ends: number[]; factors: Factor[] }>()
    const owners = (vertices: ReadonlySet<number>): number[] => [...vertices].flatMap(v => (this.owner.has(v) ? [this.owner.get(v)!] : []))
    const reached = parts.map(p => [...new Set(owners(p.vertices))].sort((a, b) => a - b))
    for (const [n, p] of parts.entries()) {
      let ends = reached[n]!
      const slim = thin && ends.length === 1 && [...p.vertices].filter(v => this.owner.has(v)).length === 1 && this.bundles[ends[0]!]!.length > 1
      if (slim) ends = reached.find(r => r.length === 2 && r.includes(ends[0]!)) ?? ends
      const group = grouped.get(ends.join()) ?? { ends, factors: [] }
      group.factors.push(...p.factors)
      grouped.set(ends.join(), group)
    }
    const met = new Set([...factors.flatMap(f => f.on), ...this.owner.keys(), ...this.placed.flatMap(p => p.f.on)])
    const lone = this.dims.map((_, v) => v).filter(v => !met.has(v))
    const sizes: Piece[] = lone.map(v => ({ ends: [], mono: () => this.part([], [], [v]) }))
    const joined: Piece[] = [...grouped.values()].map(g => ({ ends: g.ends, mono: (left, right) => this.part(g.factors, [...left, ...right], []) }))
    return [...sizes, ...joined]
  }

  private part(factors: readonly Factor[], out: Bundle, extra: readonly number[]): Mono {
    const sheet = new Sheet()
    const at = new Map<number, number>()
    const place = (v: number): number => {
      if (!at.has(v)) at.set(v, sheet.vertex(this.dims[v]!))
      return at.get(v)!
    }
    const outer = out.map(place)
    extra.forEach(place)
    for (const f of factors) {
      if (f.e.k === 'delta') sheet.unite(place(f.on[0]!), place(f.on[1]!))
      else sheet.factor(f.e, f.on.map(place))
    }
    return { ...sheet.mono(outer), coef: ONE }
  }
}
