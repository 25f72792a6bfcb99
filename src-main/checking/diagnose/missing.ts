/** Terms that are missing inside brackets of the reference, where the normal form no longer shows them: `I` for `I - diag(tanh(x))^2`. */
import { expand, print, read, sliceText, slotsCount, type Expr, type Resolved } from '../../calculus/index.ts'
import { bridged, sameLengths } from '../prepare/bridge.ts'
import { alignFree } from '../judges/judge.ts'
import type { Prepared } from '../prepare/prepare.ts'
import type { Diagnosis } from '../verdict.ts'
import { words } from '../words.ts'
import type { Wrong } from './wrong.ts'

const MOST = 16

/** Is the answer the reference, as it is printed, without one term of some sum in it? */
export function missingInside(w: Wrong): Diagnosis | null {
  const { prepared, fits } = w.found
  if (!fits) return null
  for (const other of shortened(prepared)) if (w.is(w.found.expr, other)) return w.say('missing-term', words.missingTerm)
  return null
}

const known = new WeakMap<Prepared, readonly Expr[]>()

/** The reference with one term left out, for every term that stands in a printed form of it. */
function shortened(p: Prepared): readonly Expr[] {
  let made = known.get(p)
  if (!made) known.set(p, made = shorten(p))
  return made
}

function shorten(p: Prepared): Expr[] {
  const text = printed(p)
  if (text === null) return []
  const reading = read(text, p.scope, { expected: p.truth.axes })
  const texts = linear(reading.value ? reading.resolved : null).flatMap(node => without(text, node))
  return texts.slice(0, MOST).flatMap(t => {
    const { value } = read(t, p.scope, { expected: p.truth.axes })
    if (!value || !sameLengths(value.axes, p.truth.axes)) return []
    return [bridged(alignFree(expand(value.expr, p.scope), slotsCount(value.axes), value.free.map(i => i.name), p.truth.free), value.axes, p.truth.axes)]
  })
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

function printed(p: Prepared): string | null {
  const made = print(p.truth, p.symbols, { names: p.truth.free.map(i => i.name), summation: p.question.summation, layout: p.question.layout })
  return p.truth.free.length > 0 ? made.index : made.matrix
}

function without(text: string, node: Resolved): string[] {
  if (node.k !== 'terms' || node.terms.length < 2) return []
  return node.terms.map((_, n) => {
    const kept = node.terms.filter((_, m) => m !== n).map((t, m) => `${t.sign === '-' ? '- ' : m > 0 ? '+ ' : ''}(${sliceText(text, t.node)})`)
    return `${text.slice(0, node.from)}(${kept.join(' ')})${text.slice(node.to)}`
  })
}
