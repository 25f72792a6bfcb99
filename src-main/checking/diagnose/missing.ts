/** Terms that are missing inside brackets of the reference, where the normal form no longer shows them: `I` for `I - diag(tanh(x))^2`; and factors. */
import { expand, nodesOf, normalForm, print, read, sliceText, slotsCount, termToExpr, Unsayable, type Expr, type Resolved } from '../../calculus/index.ts'
import { bridged, sameLengths } from '../prepare/bridge.ts'
import { alignFree } from '../judges/judge.ts'
import type { Prepared } from '../prepare/prepare.ts'
import type { FactorOp } from '../../calculus/language/resolved.ts'
import type { Diagnosis, DiagnosisCode } from '../verdict.ts'
import { words } from '../words.ts'
import type { Wrong } from './wrong.ts'

const MOST = 60
/** Characters that are read in all variants together: a long reference has fewer of them. */
const MOST_TO_READ = 8_000

interface Variant { readonly text: string; readonly code: DiagnosisCode; readonly message: () => string; expr?: Expr | null }

/** Is the answer the reference, as it is printed, without one term of some sum in it, or without one factor of some product? */
export function missingInside(w: Wrong): Diagnosis | null {
  const { prepared, fits } = w.found
  if (!fits) return null
  for (const v of variantsOf(prepared)) {
    if (v.expr === undefined) v.expr = valueOf(prepared, v.text)
    if (v.expr && w.is(w.found.expr, v.expr)) return w.say(v.code, v.message())
  }
  return null
}

const known = new WeakMap<Prepared, readonly Variant[]>()

/** The reference with one term or one factor left out, for every one that stands in a printed form of it; terms of the whole come first. */
function variantsOf(p: Prepared): readonly Variant[] {
  let made = known.get(p)
  if (!made) known.set(p, made = make(p))
  return made
}

function make(p: Prepared): Variant[] {
  let left = MOST_TO_READ
  const affordable = (v: Variant): boolean => (left -= v.text.length) >= 0
  const texts = [...new Set([printed(p), expanded(p)])].filter(text => text !== null && text.length * 2 <= MOST_TO_READ)
  return texts.flatMap(text => variantsOfText(p, text!)).slice(0, MOST).filter(affordable)
}

function variantsOfText(p: Prepared, text: string): Variant[] {
  const reading = read(text, p.scope, { expected: p.truth.axes, mends: false })
  const top = reading.value ? reading.resolved : null
  const whole = linear(top)
  const inside = nodesOf(top).filter(n => !whole.includes(n))
  const term = (message: () => string) => (t: string): Variant => ({ text: t, code: 'missing-term', message })
  return [
    ...whole.flatMap(n => without(text, n)).map(term(() => words.missingTerm)),
    ...nodesOf(top).flatMap(n => withoutFactor(text, n)).map((t): Variant => ({ text: t, code: 'chain', message: () => words.missingFactor })),
    ...inside.flatMap(n => without(text, n)).map(term(() => words.missingInside)),
  ]
}

function valueOf(p: Prepared, text: string): Expr | null {
  const { value } = read(text, p.scope, { expected: p.truth.axes, mends: false })
  if (!value || !sameLengths(value.axes, p.truth.axes)) return null
  return bridged(alignFree(expand(value.expr, p.scope), slotsCount(value.axes), value.free.map(i => i.name), p.truth.free), value.axes, p.truth.axes)
}

/** A product without one of its factors; numbers are no factors here. */
function withoutFactor(text: string, node: Resolved): string[] {
  if (node.k === 'fraction') return [`${text.slice(0, node.from)}(${sliceText(text, node.num)})${text.slice(node.to)}`, `${text.slice(0, node.from)}(1/(${sliceText(text, node.den)}))${text.slice(node.to)}`]
  if (node.k !== 'factors') return []
  return node.items.flatMap((item, n) => {
    if (item.node.k === 'number') return []
    const rest = node.items.filter((_, m) => m !== n)
    // Where the first factor goes, what divided it divides 1.
    const written = rest.map(({ op, node: f }, m) => `${m === 0 && n > 0 ? '' : m === 0 && op === '/' ? '1 / ' : m === 0 ? '' : signOf(op)}(${sliceText(text, f)})`)
    return [`${text.slice(0, node.from)}(${written.join('')})${text.slice(node.to)}`]
  })
}

function signOf(op: FactorOp): string {
  return op === 'kron' ? ' ⊗ ' : ` ${op} `
}

const linearCalls = new Set(['tr', 'sum', 'diag', 'vec', 'transpose', 'kron', 'outer', 'dot'])

/** The nodes in which the whole is linear: a term left out of one of them is a term left out of the whole. */
function linear(e: Resolved | null): Resolved[] {
  const below = (): readonly Resolved[] => {
    switch (e?.k) {
      case 'terms': return e.terms.map(t => t.node)
      case 'factors': return e.items.flatMap(i => (i.op === '/' || i.op === './' ? [] : [i.node]))
      case 'fraction': return [e.num]
      case 'minus': case 'bracketed': return [e.node]
      case 'transposed': case 'entry': return [e.base]
      case 'sum-over': return [e.body]
      case 'call': return linearCalls.has(e.fn) ? e.args : []
      default: return []
    }
  }
  return e ? [e, ...below().flatMap(linear)] : []
}

/** The reference as it is printed; null where it cannot be, or where no one could read it for its length. */
export function printed(p: Prepared): string | null {
  try {
    const made = print(p.truth, p.symbols, { names: p.truth.free.map(i => i.name), summation: 'explicit', layout: p.question.layout })
    return p.truth.free.length > 0 ? made.index : made.matrix
  } catch (error) {
    if (error instanceof Unsayable) return null
    throw error
  }
}

const MOST_TERMS = 6

/** The terms of its normal form, printed one by one; null where there is one only, or one cannot be. */
function expanded(p: Prepared): string | null {
  const form = normalForm(p.truth.expr, p.symbols, 2_000)
  if (!form || form.terms.length < 2 || form.terms.length > MOST_TERMS) return null
  const texts = form.terms.map(t => printed({ ...p, truth: { ...p.truth, expr: termToExpr(t) } }))
  return texts.includes(null) ? null : texts.map(t => `(${t})`).join(' + ')
}

function without(text: string, node: Resolved): string[] {
  if (node.k !== 'terms' || node.terms.length < 2) return []
  return node.terms.map((_, n) => {
    const kept = node.terms.filter((_, m) => m !== n).map((t, m) => `${t.sign === '-' ? '- ' : m > 0 ? '+ ' : ''}(${sliceText(text, t.node)})`)
    return `${text.slice(0, node.from)}(${kept.join(' ')})${text.slice(node.to)}`
  })
}
