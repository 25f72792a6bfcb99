/**
 * Slips in one place of the answer: each small change of its text is tried, and the change that makes it right names the slip and its place.
 * Changes come in the order of how small they are.
 */
import { nodesOf, type Resolved, type Span } from '../../calculus/index.ts'
import type { Diagnosis, DiagnosisCode } from '../verdict.ts'
import { words } from '../words.ts'
import { bare, coefficients, exponents, insides, ones, otherIndices } from './repairs.ts'
import { reach } from './reach.ts'
import { isSquare } from './special.ts'
import type { Wrong } from './wrong.ts'

export interface Edit { readonly text: string; readonly code: DiagnosisCode; readonly message: string; readonly span: Span }

/** Another sign of a term, or a term too many: these are tried before what only a normal form shows. */
export function termEdits(w: Wrong): Diagnosis | null {
  const nodes = nodesOf(w.found.reading.resolved)
  // Another sign of an exponent is not another sign of the answer.
  const raised = new Set(nodes.flatMap(n => (n.k === 'powered' || n.k === 'entry-powered' ? nodesOf(n.exponent) : [])))
  return first(w, nodes.filter(n => !raised.has(n)), [signs, removedTerms])
}

/** Another sign inside a function, which may make up for much: asked after what the chain rule explains. */
export function argumentSigns(w: Wrong): Diagnosis | null {
  return first(w, nodesOf(w.found.reading.resolved), [innerSigns])
}

/** All other changes in one place. */
export function edits(w: Wrong): Diagnosis | null {
  return first(w, nodesOf(w.found.reading.resolved), [reach, primes, indexLetters, exchanges, transposes, inverses, products, places, exponents, ones, insides, coefficients, bare, otherIndices])
}

function first(w: Wrong, nodes: readonly Resolved[], makers: readonly Maker[]): Diagnosis | null {
  for (const make of makers) {
    for (const node of nodes) {
      for (const edit of make(w, node)) if (w.isRight(edit.text)) return w.say(edit.code, edit.message, edit.span)
    }
  }
  return null
}

/** The changes of one kind at one place. */
export type Maker = (w: Wrong, node: Resolved) => readonly Edit[]

export const cover = (text: string): string => `(${text})`

/** Another sign of one term. */
const signs: Maker = (w, node) => {
  if (node.k === 'minus') return [{ text: w.edited(node, cover(w.textOf(node.node))), code: 'sign', message: words.signOfTerm, span: node }]
  if (node.k !== 'terms' || node.terms.length < 2) return []
  return node.terms.map((t, n) => ({ text: w.edited(node, sumText(w, node.terms.map((u, m) => (m === n ? { ...u, sign: u.sign === '+' ? '-' : '+' } as const : u)))), code: 'sign' as const, message: words.signOfTerm, span: t.node }))
}

/** Another sign inside a function: `exp(-t)` for `exp(t)`. */
const innerSigns: Maker = (w, node) => {
  if (node.k !== 'call' || node.args.length !== 1) return []
  const arg = node.args[0]!
  return [{ text: w.edited(arg, cover(`-${cover(w.textOf(arg))}`)), code: 'sign', message: words.signOfTerm, span: arg }]
}

/** One term less. */
const removedTerms: Maker = (w, node) => {
  if (node.k !== 'terms' || node.terms.length < 2) return []
  return node.terms.map((t, n) => ({ text: w.edited(node, sumText(w, node.terms.filter((_, m) => m !== n))), code: 'extra-term' as const, message: words.extraHere, span: t.node }))
}

function sumText(w: Wrong, terms: readonly { readonly sign: '+' | '-'; readonly node: Span }[]): string {
  return cover(terms.map((t, n) => `${t.sign === '-' ? '- ' : n > 0 ? '+ ' : ''}${cover(w.textOf(t.node))}`).join(' '))
}

/** A prime more or less on a function: the function where its derivative belongs, or the other way round. */
const primes: Maker = (w, node) => {
  if (node.k !== 'call' || node.args.length !== 1) return []
  const name = w.textOf(node.fnSpan).replace(/['’′]+$/, '')
  const arg = cover(w.textOf(node.args[0]!))
  const made: Edit[] = [{ text: w.edited(node, `${name}${"'".repeat(node.order + 1)}${arg}`), code: 'chain', message: words.chainOuter, span: node.fnSpan }]
  if (node.order > 0) made.push({ text: w.edited(node, `${name}${"'".repeat(node.order - 1)}${arg}`), code: 'chain', message: words.chainOuter, span: node.fnSpan })
  return made
}

/** The two indices of one subscript exchanged. */
const indexLetters: Maker = (w, node) => {
  if ((node.k !== 'entry' && node.k !== 'delta') || node.indices.length < 2) return []
  const [a, b] = [node.indices[0]!, node.indices[1]!]
  const [left, right] = [w.textOf(a), w.textOf(b)]
  if (a.k !== b.k || (a.k !== 'letter' && a.k !== 'fixed') || left === right) return []
  const swapped = w.found.text.slice(0, a.from) + right + w.found.text.slice(a.to, b.from) + left + w.found.text.slice(b.to)
  return [{ text: swapped, code: 'index-swap', message: words.indexSwap(left, right), span: { from: a.from, to: b.to } }]
}

/** Longer products are not tried in other orders, and only shorter ones with any two factors exchanged. */
const MOST_FACTORS = 40
const FEW_FACTORS = 12

/** Two neighbours of a product exchanged, then all factors in the opposite order. */
const exchanges: Maker = (w, node) => {
  if (node.k === 'call' && node.fn === 'kron') return swappedArguments(w, node)
  if (node.k !== 'factors' || node.items.length > MOST_FACTORS) return []
  const { items } = node
  const made: Edit[] = []
  for (let n = 0; n + 1 < items.length; n++) {
    const [a, b] = [items[n]!, items[n + 1]!]
    if ((b.op !== '*' && b.op !== 'kron') || (n > 0 && a.op === '/')) continue
    const op = b.op === 'kron' ? ' ⊗ ' : ' '
    const span = { from: a.node.from, to: b.node.to }
    made.push({ text: w.edited(span, `${cover(w.textOf(b.node))}${op}${cover(w.textOf(a.node))}`), code: 'order', message: b.op === 'kron' ? words.kronOrder : orderOf(w, a.node, b.node), span })
  }
  if (items.length > 2 && items.every(i => i.op === '*')) {
    const span = { from: items[0]!.node.from, to: items.at(-1)!.node.to }
    for (let n = 0; n + 1 < items.length; n++) {
      const tail = items.slice(n)
      if (tail.length < 3) break
      const part = { from: tail[0]!.node.from, to: span.to }
      made.push({ text: w.edited(part, [...tail].reverse().map(i => cover(w.textOf(i.node))).join(' ')), code: 'order', message: words.orderHere, span: part })
    }
    if (items.length <= FEW_FACTORS) for (let n = 0; n < items.length; n++) for (let m = n + 2; m < items.length; m++) {
      const order = items.with(n, items[m]!).with(m, items[n]!)
      made.push({ text: w.edited(span, order.map(i => cover(w.textOf(i.node))).join(' ')), code: 'order', message: words.orderHere, span })
    }
  }
  return made
}

/** A row times a column is a number, a column times a row a matrix: who takes one for the other is told so. */
function orderOf(w: Wrong, a: Resolved, b: Resolved): string {
  const [row, column] = [a, b].map(n => w.found.reading.parts.find(p => p.from === n.from && p.to === n.to)?.shape ?? '') as [string, string]
  const vector = (shape: string): boolean => shape !== '' && shape !== 'scalar' && !shape.includes(' x ')
  if (row.startsWith('1 x ') && vector(column)) return words.innerHere
  return vector(row) && column.startsWith('1 x ') ? words.outerHere : words.orderHere
}

function swappedArguments(w: Wrong, node: Resolved & { k: 'call' }): Edit[] {
  return node.args.slice(1).map((b, n): Edit => {
    const a = node.args[n]!
    const span = { from: a.from, to: b.to }
    return { text: w.edited(span, `${w.textOf(b)}, ${w.textOf(a)}`), code: 'order', message: words.kronOrder, span }
  })
}

/** A transpose more or less on one factor. */
const transposes: Maker = (w, node) => {
  const edit = (text: string, base: Resolved): Edit[] => [{ text: w.edited(node, text), code: transposeCode(w, node, base), message: words.transposeHere, span: node }]
  if (node.k === 'transposed') return edit(cover(w.textOf(node.base)), node.base)
  if (node.k === 'inverse-transposed') return edit(`${cover(w.textOf(node.base))}^-1`, node.base)
  const matrix = !isScalar(w, node) && (node.k === 'name' || node.k === 'bracketed' || node.k === 'powered' || (node.k === 'call' && node.fn === 'inv'))
  return matrix ? edit(cover(`${cover(w.textOf(node))}^T`), node) : []
}

/** A scalar symbol has no transpose; brackets that come with one would only change how the text around it is read. */
function isScalar(w: Wrong, node: Resolved): boolean {
  return node.k === 'bracketed' ? isScalar(w, node.node) : node.k === 'name' && w.symbols.get(node.name)?.axes.length === 0
}

/** A transpose of the whole is a matter of layout; of a square input, or of its powers, one of symmetry. */
function transposeCode(w: Wrong, node: Resolved, base: Resolved): DiagnosisCode {
  const inner = base.k === 'powered' || base.k === 'inverse-transposed' ? base.base : base
  const square = inner.k === 'name' && isSquare(w.symbols.get(inner.name))
  return square && node !== w.found.reading.resolved ? 'symmetric-only' : 'layout'
}

/** An inverse more or less. */
const inverses: Maker = (w, node) => {
  const edit = (text: string): Edit[] => [{ text: w.edited(node, text), code: 'chain', message: words.inverseHere, span: node }]
  if (node.k === 'powered') return /^\s*\{?\s*[-−]\s*1\s*\}?$/.test(w.textOf(node.exponent)) ? edit(cover(w.textOf(node.base))) : []
  if (node.k === 'inverse-transposed') return edit(`${cover(w.textOf(node.base))}^T`)
  const base = node.k === 'transposed' ? node.base : node
  return base.k === 'name' && isSquare(w.symbols.get(base.name)) ? edit(`${cover(w.textOf(node))}^-1`) : []
}

/** An entrywise product for a matrix product, or the other way round. */
const products: Maker = (w, node) => {
  if (node.k !== 'factors') return []
  return node.items.flatMap((item, n): Edit[] => {
    if (n === 0 || (item.op !== '.*' && item.op !== '*')) return []
    const before = node.items[n - 1]!.node
    const span = { from: before.from, to: item.node.to }
    return [{ text: w.edited(span, `${cover(w.textOf(before))} ${item.op === '.*' ? '*' : '.*'} ${cover(w.textOf(item.node))}`), code: 'order', message: words.entrywiseHere, span }]
  })
}

/** Two names of a product in each other's place: `b a^T` for `a b^T`. */
const places: Maker = (w, node) => {
  if (node.k !== 'factors') return []
  const names = nodesOf(node).filter(n => n.k === 'name')
  const made: Edit[] = []
  for (let n = 0; n < names.length; n++) for (let m = n + 1; m < names.length; m++) {
    const [a, b] = [names[n]!, names[m]!]
    if (a.name === b.name || !alike(w, a.name, b.name)) continue
    const text = w.found.text.slice(0, a.from) + cover(w.textOf(b)) + w.found.text.slice(a.to, b.from) + cover(w.textOf(a)) + w.found.text.slice(b.to)
    made.push({ text, code: 'order', message: words.placesHere(a.name, b.name), span: { from: a.from, to: b.to } })
  }
  return made
}

/** Are two symbols of the same shape? */
function alike(w: Wrong, a: string, b: string): boolean {
  const [x, y] = [w.symbols.get(a), w.symbols.get(b)]
  return x !== undefined && y !== undefined && x.axes.join(';') === y.axes.join(';')
}
