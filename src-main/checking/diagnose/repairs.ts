/**
 * Slips in one place that only a guess at what belongs there can tell: another power, another number, another inside of a function, a function left out,
 * a 1 left out of a sum, another index. The guesses are taken from the author's function and from the printed reference; none of them is said.
 */
import { nodesOf, read, sliceText, type Resolved } from '../../calculus/index.ts'
import type { Prepared } from '../prepare/prepare.ts'
import { words } from '../words.ts'
import { cover, type Edit, type Maker } from './edits.ts'
import { printed } from './missing.ts'
import type { Wrong } from './wrong.ts'

/** A power higher or lower, with another sign, or left out: `||x||` for `||x||^2`. */
export const exponents: Maker = (w, node) => {
  const edit = (text: string): Edit => ({ text: w.edited(node, text), code: 'chain', message: words.exponentHere, span: node })
  if (node.k === 'powered' || node.k === 'entry-powered') {
    const [base, exponent, op] = [cover(w.textOf(node.base)), w.textOf(node.exponent).replace(/^\{|\}$/g, ''), node.k === 'powered' ? '^' : ' .^ ']
    const number = /^\s*[-−]?\d\s*$/.test(exponent) ? Number(exponent.replace('−', '-')) : null
    const others = number === null ? [`${exponent} - 1`, `${exponent} + 1`] : [number - 1, number + 1, -number].filter(n => n !== 0).map(String)
    return others.map(n => edit(`${base}${op}(${n})`))
  }
  if (node.k === 'entry' && node !== w.found.reading.resolved) return [edit(`${cover(w.textOf(node))}^2`)]
  const scalar = node.k === 'norm' || node.k === 'bars' || node.k === 'name' || node.k === 'call' || node.k === 'bracketed' ? shapeOf(w, node) : null
  if (scalar === 'scalar') return [edit(`${cover(w.textOf(node))}^2`)]
  const [, a, b] = (node.k === 'name' && scalar?.match(/^(\S+) x (\S+)$/)) || []
  return a !== undefined && a === b ? [edit(`${cover(w.textOf(node))}^2`)] : []
}

/** A 1, an I or a vector of ones left out of a sum: `sigmoid(t) (-sigmoid(t))`. */
export const ones: Maker = (w, node) => {
  if (node.k !== 'bracketed' || node.kind === 'brace' || !lacksOne(node.node) || isExponent(w, node)) return []
  const shape = shapeOf(w, node)
  const one = shape === 'scalar' ? '1' : shape && /^[A-Z]$/.test(shape) ? `1_${shape}` : shape && /^(\S+) x \1$/.test(shape) ? 'I' : null
  if (one === null) return []
  const text = w.textOf(node.node)
  return [`${one} + ${cover(text)}`, `${one} - ${cover(text)}`].map(t => ({ text: w.edited(node, cover(t)), code: 'missing-term' as const, message: words.missingTermHere, span: node }))
}

/** No number, and no sum that has a 1 of its own. */
function lacksOne(e: Resolved): boolean {
  const isOne = (t: Resolved): boolean => t.k === 'number' || t.k === 'identity' || t.k === 'filled' || t.k === 'fraction'
  return e.k === 'terms' ? !e.terms.some(t => isOne(t.node)) : !isOne(e) && !nodesOf(e).every(n => n.k === 'number' || n.k === 'factors')
}

function isExponent(w: Wrong, node: Resolved): boolean {
  return nodesOf(w.found.reading.resolved).some(n => (n.k === 'powered' || n.k === 'entry-powered') && n.exponent.from <= node.from && node.to <= n.exponent.to)
}

/** What stands inside a function or a norm, where another stands in the author's. */
export const insides: Maker = (w, node) => {
  const kind = kindOf(node)
  const own = argumentOf(node)
  if (kind === null || !own) return []
  const mine = plain(w.textOf(own))
  return callsOf(w.found.prepared).filter(c => c.kind === kind && plain(c.inside) !== mine).map((c): Edit => {
    if (mine === `-${plain(c.inside)}` || `-${mine}` === plain(c.inside)) return { text: w.edited(own, c.inside), code: 'sign', message: words.signOfTerm, span: own }
    const fewer = c.terms.length > 1 && termsOf(own, w.found.text).every(t => c.terms.includes(t))
    return { text: w.edited(own, kind === 'norm' ? c.inside : cover(c.inside)), code: fewer ? 'missing-term' : 'chain', message: fewer ? words.missingInside : words.insideHere, span: own }
  })
}

/** Another number in front of a term, also inside a function, where the normal form does not show it. */
export const coefficients: Maker = (w, node) => {
  if (node.k !== 'terms') return []
  return node.terms.flatMap(t => ['1/2', '2', '1/3', '3'].map((c): Edit => ({ text: w.edited(t.node, `${c} ${cover(w.textOf(t.node))}`), code: 'factor', message: words.factorOfTerm, span: t.node })))
}

/** A function left out: its argument alone. */
export const bare: Maker = (w, node) => {
  if (node.k !== 'bracketed' && node.k !== 'name' && node.k !== 'factors') return []
  // What stands in a function has one around it: that may be the wrong one, but none is missing.
  if (nodesOf(w.found.reading.resolved).some(n => !arranging.has(n.k === 'call' ? n.fn : '') && argumentOf(n) === node)) return []
  const text = plain(node.k === 'bracketed' ? w.textOf(node.node) : w.textOf(node))
  return callsOf(w.found.prepared).filter(c => plain(c.inside) === text)
    .map((c): Edit => ({ text: w.edited(node, c.whole), code: 'chain', message: words.functionHere, span: node }))
}

const MOST_LETTERS = 10

/** Another index in one place of a subscript. */
export const otherIndices: Maker = (w, node) => {
  if (node.k !== 'entry' && node.k !== 'delta') return []
  const nodes = nodesOf(w.found.reading.resolved)
  const bound = nodes.flatMap(n => (n.k === 'sum-over' ? n.indices.map(i => i.name) : n.k === 'entry' || n.k === 'delta' ? n.indices.flatMap(i => (i.k === 'letter' ? [i.name] : [])) : []))
  const letters = [...new Set([...w.found.prepared.truth.free.map(f => f.name), ...bound])]
  if (letters.length > MOST_LETTERS) return []
  return node.indices.flatMap(i => (i.k === 'letter' ? letters.filter(l => l !== i.name).map((l): Edit => ({ text: w.edited(i, l), code: 'index-swap', message: words.indexHere, span: i })) : []))
}

function shapeOf(w: Wrong, node: Resolved): string | null {
  return w.found.reading.parts.find(p => p.from === node.from && p.to === node.to)?.shape ?? null
}

interface CallOf { readonly kind: string; readonly inside: string; readonly whole: string; readonly terms: readonly string[] }

const known = new WeakMap<Prepared, readonly CallOf[]>()
const MOST_CALLS = 12

/** The functions and norms of one argument in the author's function and in the printed reference, each once. */
function callsOf(p: Prepared): readonly CallOf[] {
  let made = known.get(p)
  if (!made) known.set(p, made = collect(p))
  return made
}

function collect(p: Prepared): CallOf[] {
  const found = new Map<string, CallOf>()
  for (const text of [printed(p), p.question.f, typeof p.question.value === 'string' ? p.question.value : null]) {
    if (typeof text !== 'string') continue
    for (const node of nodesOf(read(text, p.scope, { expected: p.truth.axes, mends: false }).resolved)) {
      const [kind, own] = [kindOf(node), argumentOf(node)]
      if (kind === null || !own) continue
      const whole = sliceText(text, node)
      found.set(plain(whole), { kind, inside: sliceText(text, own), whole, terms: termsOf(own, text) })
    }
  }
  return [...found.values()].slice(0, MOST_CALLS)
}

const linearCalls = new Set(['tr', 'sum', 'diag', 'vec', 'transpose', 'inv', 'kron', 'outer', 'dot'])

/** Those that only put entries in other places. */
const arranging = new Set(['diag', 'vec', 'transpose'])

function kindOf(node: Resolved): string | null {
  if (node.k === 'norm') return 'norm'
  return node.k === 'call' && node.args.length === 1 && !linearCalls.has(node.fn) ? `${node.fn}${"'".repeat(node.order)}` : null
}

function argumentOf(node: Resolved): Resolved | null {
  const own = node.k === 'norm' || node.k === 'bars' ? node.node : node.k === 'call' ? node.args[0] ?? null : null
  return own?.k === 'bracketed' ? own.node : own
}

function termsOf(node: Resolved, text: string): readonly string[] {
  return node.k === 'terms' ? node.terms.map(t => t.sign + plain(sliceText(text, t.node))) : node.k === 'minus' ? [`-${plain(sliceText(text, node.node))}`] : [`+${plain(sliceText(text, node))}`]
}

/** Without space, stars and brackets: alike for texts that are written alike. */
function plain(text: string): string {
  return text.replace(/[\s*·]|\\[,;]/g, '').replace(/^\((.*)\)$/, (whole, inside: string) => (/^[^()]*$/.test(inside) ? inside : whole))
}
