/** The inner expressions of an author's function: those of its value, and those of its text, which the value may have dissolved. */
import Fraction from 'fraction.js'
import { nodesIn, replaceNodes, someNode } from '../../calculus/tensors/walk.ts'
import { slots } from '../../calculus/tensors/build.ts'
import { differentiate, equalByNormalForm, expand, nodesOf, read, sliceText, type Axis, type Expr, type Resolved, type Scope, type SymbolInfo } from '../../calculus/index.ts'
import type { DerivativeOf, Prepared } from '../prepare/prepare.ts'

const INNER = '∘'
const MOST = 12
const MOST_OF_TEXT = 6

/** One inner expression with the derivatives around it; all defined names written out. */
export interface Inner {
  readonly inner: Expr
  /** ∂f/∂inner: slots of f, then those of the inner expression. */
  readonly outer: Expr
  /** ∂f/∂wrt with the inner expression held fixed. */
  readonly held: Expr
}

const known = new WeakMap<Prepared, readonly Inner[]>()

/** All of a question, made once. */
export function innersOf(p: Prepared, d: DerivativeOf): readonly Inner[] {
  let made = known.get(p)
  if (!made) known.set(p, made = collect(p, d))
  return made
}

function collect(p: Prepared, d: DerivativeOf): Inner[] {
  const found = new Map<string, Inner>()
  for (const e of innerOf(d.f.expr, d.wrt).slice(0, MOST)) found.set(keyOf(e), around(p, d, replaced(d.f.expr, e, innerVariable(e)), e))
  for (const { holed, inner } of ofText(p, d)) {
    // Where the variable stands outside, too, more than the inner derivative would be missing. A stretch of text may be another in other places.
    const made = found.has(keyOf(inner)) || holds(holed, d.wrt) ? null : around(p, d, holed, inner)
    if (made && equalByNormalForm(back(holed, inner), d.f.expr, p.symbols, 800) === 'equal') found.set(keyOf(inner), made)
  }
  return [...found.values()]
}

function around(p: Prepared, d: DerivativeOf, holed: Expr, inner: Expr): Inner {
  const info: SymbolInfo = { name: INNER, kind: 'array', axes: slots(inner).map(x => [x]), properties: new Set(), of: [] }
  const symbols = new Map([...p.symbols, [INNER, info]])
  const by = (name: string): Expr => expand(back(differentiate(holed, name, symbols), inner), p.scope)
  return { inner, outer: by(INNER), held: by(d.wrt) }
}

/** The derivative of f by one expression inside it. */
export function outerDerivative(p: Prepared, d: DerivativeOf, inner: Expr): Expr {
  return around(p, d, replaced(d.f.expr, inner, innerVariable(inner)), inner).outer
}

/** Sub-expressions of f, below f itself, that hold the variable and are more than it; each once, however often it is written. */
export function innerOf(f: Expr, wrt: string): Expr[] {
  const found = new Map<string, Expr>()
  for (const e of nodesIn(f)) if (e !== f && e.k !== 'var' && holds(e, wrt)) found.set(keyOf(e), e)
  return [...found.values()]
}

function holds(e: Expr, name: string): boolean {
  return someNode(e, x => x.k === 'var' && x.name === name)
}

/**
 * What stands in a function, a norm or a power in the text of f, and in it in brackets or at the end of a product: `A B x` in `||A B x||^2`, which is one
 * product of six as a value. What stands in a plain product has no function around it.
 */
function ofText(p: Prepared, d: DerivativeOf): { holed: Expr; inner: Expr }[] {
  const text = p.question.f
  if (text === undefined || d.f.free.length > 0) return []
  const letter = [...'ζξωψ'].find(l => !text.includes(l) && !p.symbols.has(l))
  const whole = read(text, p.scope, { mends: false }).resolved
  if (letter === undefined || !whole) return []
  const parts = new Set(nodesOf(whole).flatMap(argumentsOf).flatMap(a => nodesOf(a).flatMap(n => innerTexts(n, n === a, text))).filter(t => t !== text.trim()))
  return [...parts].slice(0, MOST_OF_TEXT).flatMap(part => {
    const inner = read(part, p.scope, { mends: false }).value
    if (!inner || inner.free.length > 0) return []
    const value = expand(inner.expr, p.scope, d.wrt)
    if (value.k === 'var' || !holds(value, d.wrt)) return []
    const reading = read(text.replaceAll(part, `(${letter})`), withLetter(p.scope, letter, inner.axes), { mends: false }).value
    if (!reading) return []
    const holed = replaceNodes(expand(reading.expr, p.scope, d.wrt), x => (x.k === 'var' && x.name === letterName(letter) ? innerVariable(value) : null))
    return slots(holed).length === slots(d.f.expr).length ? [{ holed, inner: value }] : []
  })
}

function argumentsOf(node: Resolved): readonly Resolved[] {
  if (node.k === 'norm' || node.k === 'bars') return [node.node]
  return node.k === 'call' ? node.args : node.k === 'powered' || node.k === 'entry-powered' ? [node.base] : []
}

function innerTexts(node: Resolved, whole: boolean, text: string): string[] {
  const tails = node.k === 'factors' && node.items.every(i => i.op === '*') ? node.items.slice(1, -1).map(i => text.slice(i.node.from, node.to)) : []
  const inside = node.k === 'bracketed' ? [sliceText(text, node.node)] : whole ? [sliceText(text, node)] : []
  return [...inside, ...tails]
}

const greek: Readonly<Record<string, string>> = { 'ζ': 'zeta', 'ξ': 'xi', 'ω': 'omega', 'ψ': 'psi' }
function letterName(letter: string): string {
  return greek[letter]!
}

function withLetter(scope: Scope, letter: string, axes: readonly Axis[]): Scope {
  const name = letterName(letter)
  return { ...scope, components: [], symbols: new Map([...scope.symbols, [name, { name, kind: 'array', axes, properties: new Set(), of: [] }]]) }
}

function innerVariable(inner: Expr): Expr {
  return { k: 'var', name: INNER, derivs: [], dims: slots(inner) }
}

const keys = new WeakMap<Expr, string>()

/** The same for expressions that are built alike. */
function keyOf(e: Expr): string {
  let key = keys.get(e)
  if (key === undefined) keys.set(e, key = JSON.stringify(e, (_, v: unknown) => (v instanceof Fraction ? v.toFraction() : v)))
  return key
}

/** `e` with every place at which `what` stands taken by `by`. */
function replaced(e: Expr, what: Expr, by: Expr): Expr {
  return replaceNodes(e, x => (x === what || (x.k === what.k && keyOf(x) === keyOf(what)) ? by : null))
}

function back(e: Expr, inner: Expr): Expr {
  return replaceNodes(e, x => (x.k === 'var' && x.name === INNER ? inner : null))
}
