/** Names for the functions within a function: `r = A x - y`, so that each rule can be taken by itself. */
import { type Axis, type Expr, type Scope, type SymbolInfo, type Symbols, type Typed } from '../../calculus/index.ts'
import { children, slots } from '../../calculus/tensors/build.ts'
import { buildKey, dependsOn, replaced } from './surgery.ts'
import { matrixText } from './texts.ts'

/** A function within the function. `own`: named by this derivation, not by the author. */
export interface Inner {
  readonly name: string
  readonly body: Typed
  /** The body in the answer language. */
  readonly text: string
  readonly own: boolean
  /** Of a function that is not told: what is really declared of it. Until its turn comes, it is taken to depend on the input alone. */
  readonly untold?: SymbolInfo
  /** What it stands within: an entrywise function, an inverse or determinant, a product or power. */
  readonly within: Within
}
export type Within = { readonly k: 'map'; readonly fn: string } | { readonly k: 'inverse' | 'det' | 'product' | 'define' }

export interface Named {
  /** The function, its inner functions as symbols. */
  readonly f: Expr
  /** Outer ones first; the body of one may hold those after it. */
  readonly inner: readonly Inner[]
  /** With the inner functions, each of which depends on the input alone. */
  readonly symbols: Symbols
}

/** More names than this make a derivation harder to follow, not easier. */
const MOST = 4
/** By the number of axes, in the order in which a lecturer would reach for them: for a residual, and for the argument of a function. */
const letters = {
  product: ['stuqhc', 'ruvgzhqsc', 'RUVGZHQSC'], argument: ['stuqhc', 'zuvrghqsc', 'ZUVWGHQSC'],
} as const

/** Names what stands within something that is not linear. Where a body has no matrix form, it keeps its place. */
export function nameInner(f: Expr, wrt: string, scope: Scope): Named {
  return new Naming(wrt, scope).run(f)
}

class Naming {
  private readonly symbols: Map<string, SymbolInfo>
  private readonly taken: Set<string>
  private readonly inner: Inner[] = []
  private readonly known = new Map<string, Expr>()
  private readonly wrt: string
  private readonly scope: Scope

  constructor(wrt: string, scope: Scope) {
    this.wrt = wrt
    this.scope = scope
    this.symbols = new Map(scope.symbols)
    const sizes = [...scope.symbols.values()].flatMap(s => s.axes.flat().flatMap(d => String(d).split(/[*+]/)))
    this.taken = new Set([...scope.symbols.keys(), ...sizes, ...[...scope.symbols.keys()].flatMap(n => [...n])])
  }

  run(f: Expr): Named {
    const made = this.go(f)
    // A body is looked into once its own name stands, so that outer functions come first.
    const inner: Inner[] = []
    for (let n = 0; n < this.inner.length; n++) {
      const { body, ...rest } = this.inner[n]!
      const expr = this.go(body.expr)
      const text = expr === body.expr ? rest.text : this.textOf({ ...body, expr }) ?? rest.text
      inner.push({ ...rest, body: { ...body, expr }, text })
    }
    return { f: made, inner: inOrder(inner), symbols: this.symbols }
  }

  private go(e: Expr): Expr {
    return replaced(e, x => this.name(x))
  }

  private name(e: Expr): Expr | null {
    switch (e.k) {
      case 'var':
        this.through(e.name)
        return this.defined(e)
      case 'map': return e.arg.k === 'det' ? null : this.within(e, e.arg, { k: 'map', fn: e.fn })
      case 'inverse': case 'det': return this.within(e, e.arg, { k: e.k })
      case 'pow': return e.base.k === 'add' ? this.within(e, e.base, { k: 'product' }) : null
      case 'einsum': {
        // Where only one factor moves there is no product rule, and a sum may stay in its brackets.
        const moving = e.factors.filter(f => dependsOn(f, this.wrt, this.scope.symbols))
        const wanted = moving.length > 1 ? e.factors.map(f => (f.k === 'add' ? this.give(f, { k: 'product' }) : null)) : []
        if (!wanted.some(w => w)) return null
        return this.go({ ...e, factors: e.factors.map((f, n) => wanted[n] ?? f) })
      }
      default: return null
    }
  }

  private defined(e: Expr & { k: 'var' }): Expr | null {
    const body = this.scope.bodies.get(e.name)
    if (!body || e.derivs.length > 0 || e.name === this.wrt || this.inner.some(i => i.name === e.name)) return null
    if (!dependsOn(e, this.wrt, this.scope.symbols)) return null
    this.symbols.set(e.name, { ...this.symbols.get(e.name)!, of: [this.wrt] })
    this.inner.push({ name: e.name, body, text: '', own: false, within: { k: 'define' } })
    return null
  }

  /** What lies between the input and a function that is not told: each has its own turn. */
  private through(name: string): void {
    if (this.scope.bodies.has(name) || name === this.wrt) return
    for (const arg of this.scope.symbols.get(name)?.of ?? []) {
      const info = this.scope.symbols.get(arg)
      const here: Expr = { k: 'var', name: arg, derivs: [], dims: info?.axes.flat() ?? [] }
      if (!info || arg === this.wrt || this.inner.some(i => i.name === arg) || !dependsOn(here, this.wrt, this.scope.symbols)) continue
      const body = this.scope.bodies.get(arg)
      const direct = !body && info.of.length === 1 && info.of[0] === this.wrt
      if (direct) continue
      this.symbols.set(arg, { ...info, of: [this.wrt] })
      this.inner.push({ name: arg, body: body ?? { expr: here, axes: info.axes, free: [] }, text: '', own: false, within: { k: 'define' }, ...(body ? {} : { untold: info }) })
    }
  }

  private within(e: Expr, arg: Expr, within: Within): Expr | null {
    const made = this.give(arg, within)
    return made && replaced(e, x => (x === arg ? made : null))
  }

  /** A symbol for an expression that depends on the input and is more than a multiple of a symbol; null for any other. */
  private give(e: Expr, within: Within): Expr | null {
    if (simple(e) || !dependsOn(e, this.wrt, this.scope.symbols)) return null
    const key = buildKey(e)
    const known = this.known.get(key)
    if (known) return known
    const own = slots(e)
    if (own.length > 2 || this.inner.filter(i => i.own).length >= MOST) return null
    const body: Typed = { expr: e, axes: own.map((d): Axis => [d]), free: [] }
    const text = this.textOf(body)
    const name = [...letters[within.k === 'product' ? 'product' : 'argument'][own.length]!].find(n => !this.taken.has(n))
    if (text === null || name === undefined) return null
    this.taken.add(name)
    this.symbols.set(name, { name, kind: 'array', axes: body.axes, properties: new Set(), of: [this.wrt] })
    this.inner.push({ name, body, text, own: true, within })
    const made: Expr = { k: 'var', name, derivs: [], dims: own }
    this.known.set(key, made)
    return made
  }

  private textOf(body: Typed): string | null {
    return matrixText(body, this.symbols)
  }
}

/** A symbol, a constant, or a product of constants and one symbol. */
function simple(e: Expr): boolean {
  const leaves = (x: Expr): number => (x.k === 'const' || x.k === 'pi' ? 0 : x.k === 'einsum' ? x.factors.reduce((s, f) => s + leaves(f), 0) : 1)
  const plain = (x: Expr): boolean => x.k === 'einsum' ? x.factors.every(plain) : x.k === 'const' || x.k === 'pi' || x.k === 'var' || x.k === 'delta'
  return plain(e) && leaves(e) <= 1
}

/** So that each stands before those that its body holds. */
function inOrder(inner: readonly Inner[]): Inner[] {
  const names = new Map(inner.map(i => [i.name, i]))
  const made: Inner[] = []
  const seen = new Set<string>()
  const visit = (i: Inner): void => {
    if (seen.has(i.name)) return
    seen.add(i.name)
    const walk = (e: Expr): void => {
      const next = e.k === 'var' ? names.get(e.name) : undefined
      if (next) visit(next)
      children(e).forEach(walk)
    }
    walk(i.body.expr)
    made.unshift(i)
  }
  for (const i of [...inner].reverse()) visit(i)
  return made
}
