/** Matrix notation: an expression, its slots told apart into rows and columns, as a form; null where matrix notation cannot say it. */
import Fraction from 'fraction.js'
import type { Dim, Expr, Var } from '../../tensors/expr.ts'
import { slots } from '../../tensors/build.ts'
import type { Symbols } from '../../tensors/symbols.ts'
import { callForm, nameForm, numberForm, powerForm, sumForm, type Form } from '../forms/form.ts'
import { Fold } from '../fold.ts'
import { pretty } from '../pretty.ts'
import { baseOf } from '../simplify/meet.ts'
import type { Factor, Mono } from '../simplify/mono.ts'
import { expandAll } from '../simplify/product.ts'
import type { Simplifier } from '../simplify/simplifier.ts'
import { chainOf, linkOf, type Laid } from './atoms.ts'
import { literals } from './blockwise.ts'
import { entries } from './entries.ts'
import { bundled, hasBundles } from './bundles.ts'
import { diagLink, flip, symmetricLink, type Chain, type Link } from './chain.ts'
import { sumOf } from './gather.ts'
import { Net } from './net.ts'
import { scalar, sides, type Scalar } from './scalar.ts'
import type { Term } from './term.ts'

export type Layout = 'jacobian' | 'numerator' | 'denominator'

/** Slots that make up an axis, slowest first; none: an axis of size 1. */
export type Axis = readonly number[]

/** A chain, and the number and scalars that fell out while it was made. */
export interface Made { readonly coef: Fraction; readonly chain: Chain | null; readonly scalars: readonly Scalar[] }

export class MatrixWriter {
  readonly symbols: Symbols
  readonly rules: Simplifier
  readonly layout: Layout
  /** Is the inverse of vec written as (vec(I)ᵀ ⊗ I)(I ⊗ v)? Only where nothing else can be said. */
  readonly unvec: boolean
  /** Expressions that have a name. */
  readonly fold: Fold
  private readonly known = new Map<Expr, Map<string, readonly Term[] | null>>()

  constructor(symbols: Symbols, rules: Simplifier, layout: Layout = 'jacobian', unvec = false, fold = new Fold(new Map(), symbols, rules)) {
    this.symbols = symbols
    this.rules = rules
    this.layout = layout
    this.unvec = unvec
    this.fold = fold
  }

  /** The expression as a sum of terms drawn together; a sum that has no matrix form as it stands is tried multiplied out. */
  sum(e: Expr, rows: Axis, cols: Axis): Form | null {
    const named = this.fold.of(e)
    if (named) return this.named(named, rows, cols)
    const terms = this.termsOf(e, rows, cols)
    if (terms?.length === 0 && rows.length + cols.length > 0) return zeroForm(slots(e), rows, cols)
    return terms && sumOf(terms)
  }

  private named(e: Var, rows: Axis, cols: Axis): Form | null {
    if (e.dims.length === 0) return nameForm(e.name)
    const link = linkOf(e, [rows, cols], this)
    const turned = e.dims.length === 1 ? rows.length === 0 : rows[0] === 1
    return link && (turned ? link.b : link.a)
  }

  /** The terms of an expression; remembered, since functions within functions ask for them over and over. */
  termsOf(e: Expr, rows: Axis, cols: Axis): readonly Term[] | null {
    const key = `${rows.join()};${cols.join()}`
    let known = this.known.get(e)
    if (!known) this.known.set(e, (known = new Map()))
    let terms = known.get(key)
    if (terms === undefined) known.set(key, (terms = this.find(e, rows, cols)))
    return terms
  }

  private find(e: Expr, rows: Axis, cols: Axis): readonly Term[] | null {
    const monos = this.rules.terms(e)
    const kept = this.all(monos, rows, cols)
    if (kept) return kept
    const expanded = expandAll(monos, this.rules)
    return expanded && this.all(expanded, rows, cols)
  }

  /** The sum of terms that are simple already. */
  sumOfMonos(monos: readonly Mono[], rows: Axis, cols: Axis): Form | null {
    const terms = this.all(monos, rows, cols)
    return terms && sumOf(terms)
  }

  /** The terms of a sum that is simple already. */
  termsOfMonos(monos: readonly Mono[], rows: Axis, cols: Axis): readonly Term[] | null {
    return this.all(monos, rows, cols)
  }

  private all(monos: readonly Mono[], rows: Axis, cols: Axis): readonly Term[] | null {
    const { blocks, others } = literals(monos, rows, cols, this)
    const terms: Term[] = [...blocks]
    for (const m of others) {
      const t = this.term(m, rows.map(s => m.out[s]!), cols.map(s => m.out[s]!))
      if (!t) return null
      terms.push(t)
    }
    return terms
  }

  /** One monomial, its vertices told apart into rows and columns. */
  term(m: Mono, rows: readonly number[], cols: readonly number[]): Term | null {
    const made = this.reduce(pretty(m, this.rules), rows, cols)
    if (!made) return null
    const { over, under } = sides(made.scalars)
    return { coef: m.coef.mul(made.coef), over, under, chain: made.chain }
  }

  /** The network of a monomial, without its coefficient. */
  reduce(m: Mono, rows: readonly number[], cols: readonly number[]): Made | null {
    if (hasBundles(m, rows, cols, this)) return bundled(m, rows, cols, this)
    const net = new Net(m.dims.map(d => [d]), [...rows, ...cols])
    const picked = entries(m)
    for (const p of picked) p.lay(net)
    const gone = new Set(picked.flatMap(p => p.factors))
    for (const f of m.factors) if (!gone.has(f) && !this.place(net, f)) return null
    for (const p of picked) for (const v of p.vertices) net.forget(v)
    return finish(net, rows[0], cols[0], this)
  }

  /** Lays a factor of at most two slots on a network. */
  private place(net: Net, f: Factor): boolean {
    if (f.on.length === 0) {
      const s = this.scalar(f)
      if (s) net.scalars.push(s)
      return s !== null
    }
    const { base, exponent } = baseOf(f)
    const under = exponent.s < 0n
    const e: Expr = under ? this.positive(base, exponent) : f.e
    const axes = f.on.length === 1 ? [[0], []] as const : [[0], [1]] as const
    const made = under ? whole(linkOf(e, axes, this)) : chainOf(e, axes, this)
    if (!made) return false
    net.coef = net.coef.mul(made.coef)
    net.scalars.push(...made.scalars)
    if (f.on.length === 1) net.column(f.on[0]!, made.chain, under)
    else net.matrix(f.on[0]!, f.on[1]!, made.chain, under)
    return true
  }

  private positive(base: Expr, exponent: Fraction): Expr {
    return exponent.equals(-1) ? base : { k: 'pow', base, exponent: { k: 'const', value: exponent.abs() } }
  }

  /** A factor without slots. */
  scalar(f: Factor): Scalar | null {
    const { base, exponent } = baseOf(f)
    if (base.k === 'einsum' && !this.fold.of(base)) {
      const [m, ...more] = this.rules.terms(base)
      const made = m && !more.length ? this.reduce(pretty(m, this.rules), [], []) : null
      const [only] = made?.scalars ?? []
      if (made && made.scalars.length === 1 && made.coef.mul(m!.coef).equals(1)) return { ...only!, exponent: only!.exponent.mul(exponent) }
    }
    const form = this.scalarForm(base)
    return form && scalar(form, exponent)
  }

  private scalarForm(e: Expr): Form | null {
    const named = this.fold.of(e)
    if (named) return nameForm(named.name)
    switch (e.k) {
      case 'const': return e.value.s < 0n ? sumForm([{ minus: true, form: numberForm(e.value.abs()) }]) : numberForm(e.value)
      case 'pi': return { f: 'pi' }
      case 'var': return e.derivs.length ? this.derivative(e) : nameForm(e.name)
      case 'det': return this.det(e.arg, 'det')
      case 'map': {
        if (e.fn === 'log' && e.order === 0 && e.arg.k === 'det') return this.det(e.arg.arg, 'logdet')
        const arg = this.sum(e.arg, [], [])
        return arg && callForm(e.fn, [arg], e.order)
      }
      case 'pow': {
        const base = this.sum(e.base, [], [])
        const exponent = this.sum(e.exponent, [], [])
        if (!base || !exponent) return null
        return exponent.f === 'num' ? powerForm(base, exponent.value, false) : { f: 'power', of: base, exponent, entrywise: false }
      }
      default: return this.sum(e, [], [])
    }
  }

  /** The identity along an axis. */
  eye(axis: readonly Dim[]): Form {
    return { f: 'eye', axis, ...(this.symbols.has('I') && { word: true }) }
  }

  unit(at: number, dim: Dim): Form {
    return { f: 'unit', at, dim, ...(this.symbols.has('e') && { word: true }) }
  }

  private derivative(e: Expr & { k: 'var' }): Form | null {
    if (e.derivs.length !== 1) return null
    return { f: 'derivative', of: e.name, by: e.derivs, ofAt: [], byAt: [], vec: false, partial: this.partial(e) }
  }

  /** Must a derivative atom be written with ∂, because `d` is a symbol or there is another path from the one to the other? */
  partial(e: Expr & { k: 'var' }): boolean {
    const reaches = (from: string, to: string, seen: readonly string[]): boolean =>
      from === to || (!seen.includes(from) && (this.symbols.get(from)?.of ?? []).some(a => reaches(a, to, [...seen, from])))
    return this.symbols.has('d') || e.derivs.some(d => (this.symbols.get(e.name)?.of ?? []).some(a => a !== d && reaches(a, d, [e.name])))
  }

  private det(arg: Expr, fn: string): Form | null {
    const n = slots(arg).length / 2
    const form = this.sum(arg, range(0, n), range(n, 2 * n))
    return form && callForm(fn, [form])
  }
}

function whole(link: Link | null): Laid | null {
  return link && { coef: new Fraction(1), scalars: [], chain: [link] }
}

export function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, n) => from + n)
}

/** A zero whose shape is told: nothing beside it would tell. */
function zeroForm(dims: readonly Dim[], rows: Axis, cols: Axis): Form {
  const axes = [rows, cols].map(a => a.map(s => dims[s]!))
  return { f: 'zeros', axes: cols.length === 0 ? [axes[0]!] : axes }
}

function onesLink(rows: readonly Dim[], cols: readonly Dim[]): Link {
  return { a: { f: 'ones', axes: [rows, cols] }, b: { f: 'ones', axes: [cols, rows] } }
}

/** The chain of a reduced network between its open vertices. */
export function finish(net: Net, row: number | undefined, col: number | undefined, w: MatrixWriter): Made | null {
  if (!net.reduce()) return null
  const { scalars, coef } = net
  if (row === undefined && col === undefined) return { coef, chain: null, scalars }
  if (col === undefined) return { coef, chain: net.columnOf(row!) ?? [net.ones(row!)], scalars }
  if (row === undefined) return { coef, chain: flip(net.columnOf(col) ?? [net.ones(col)]), scalars }
  const [left, right] = [net.columnOf(row), net.columnOf(col)]
  if (row === col) return { coef, chain: [left ? diagLink(left) : symmetricLink(w.eye(net.axis(row)))], scalars }
  const middle = net.between(row, col)
  if (!middle && !left && !right) return { coef, chain: [onesLink(net.axis(row), net.axis(col))], scalars }
  if (!middle) return { coef, chain: [...(left ?? [net.ones(row)]), ...flip(right ?? [net.ones(col)])], scalars }
  return { coef, chain: [...(left ? [diagLink(left)] : []), ...middle, ...(right ? [diagLink(right)] : [])], scalars }
}
