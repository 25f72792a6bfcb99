/** What hangs on an expression, from left to right: subscripts, powers, transposes, primes. */
import type { DotSup, Node, Post, Sub, Sup, Unit } from '../../ast.ts'
import type { IndexItem, Resolved } from '../../resolved.ts'
import { indicesOf } from './subscripts.ts'
import { resolve } from './resolve.ts'
import { textOf, type Resolving } from './context.ts'
import type { Hung } from './tokens.ts'

/** Hangs the posts on `base`. `left`: letters that an earlier subscript has left over; the posts then belong to them. */
export function takePosts(r: Resolving, base: Resolved, posts: readonly Post[], left: readonly Unit[] = []): Hung {
  let node = base
  if (isNorm(base)) posts = kindFirst(posts)
  for (let n = 0; n < posts.length && left.length === 0; n++) {
    const post = posts[n]!
    const next = onePost(r, node, post)
    node = next.node
    if (next.left.length > 0) return hung(node, next.left, posts.slice(n + 1))
  }
  return hung(node, left, posts)
}

const isNorm = (node: Resolved): boolean => node.k === 'norm' || node.k === 'bars' || isInner(node)
/** `<A, B>`, which is no call of `dot`. */
const isInner = (node: Resolved): boolean => node.k === 'call' && node.fn === 'dot' && node.fnSpan.to === node.fnSpan.from + 1

/** `\|x\|^2_2` is set like `\|x\|_2^2`: which norm it is is read first. */
function kindFirst(posts: readonly Post[]): readonly Post[] {
  const [power, sub, ...rest] = posts
  return power?.k === 'sup' && sub?.k === 'sub' && /^[2F]$/.test(kindOf(sub)) ? [sub, power, ...rest] : posts
}

const kindOf = (sub: Sub): string => sub.items.map(i => (i.k === 'letter' ? i.unit.text : i.text)).join('')

function hung(node: Resolved, left: readonly Unit[], posts: readonly Post[]): Hung {
  const body = { k: 'atom' as const, node, from: node.from, to: node.to }
  return { body, left: left.length === 0 ? null : { word: { k: 'word', units: left, from: left[0]!.from, to: left.at(-1)!.to }, posts } }
}

interface Step { readonly node: Resolved; readonly left: readonly Unit[] }

function onePost(r: Resolving, base: Resolved, post: Post): Step {
  const span = { from: base.from, to: post.to }
  switch (post.k) {
    case 'sub': return subscript(r, base, post)
    case 'sup': return raised(r, base, post)
    case 'dotsup': return entrywise(r, base, post)
    case 'dotT': return { node: { k: 'transposed', base, ...span }, left: [] }
    case 'prime': {
      let node = base
      for (let n = 0; n < post.count; n++) node = { k: 'transposed', base: node, ...span }
      return { node, left: [] }
    }
  }
}

function subscript(r: Resolving, base: Resolved, sub: Sub): Step {
  if (base.k === 'norm' || base.k === 'bars') return { node: normKind(base, sub, sub.to), left: [] }
  // The inner product that goes with the Frobenius norm: there is no other here.
  if (isInner(base) && kindOf(sub) === 'F') return { node: { ...base, to: sub.to }, left: [] }
  const many = !sub.braced && sub.items.length > 1
  const { value, left } = indicesOf(r, sub, many || sub.items.some(i => i.k === 'number') ? r.rank(base) : null)
  const to = left[0]?.from ?? sub.to
  return { node: entry(r, base, value, false, { from: sub.from, to }, to), left }
}

/** Entries and slices. */
export function entry(r: Resolving, base: Resolved, indices: readonly IndexItem[], square: boolean, subSpan: { from: number; to: number }, to: number): Resolved {
  const at = { from: base.from, to }
  if (indices.some(i => i.k === 'letter' || i.k === 'fixed')) r.usesIndex(at)
  return { k: 'entry', base, indices, square, subSpan, ...at }
}

/** Which norm it is: `||x||_2`, `norm_F(A)`. */
export function normKind(base: Extract<Resolved, { k: 'norm' | 'bars' }>, sub: Sub, to: number): Resolved {
  return { k: 'norm', node: base.node, sub: { text: kindOf(sub), from: sub.from, to: sub.to }, from: base.from, to }
}

/** `^T`, `^-T`, `^2`. Letters of an unbraced `^Tx` after the T are the next factor. */
function raised(r: Resolving, base: Resolved, sup: Sup): Step {
  const span = { from: base.from, to: Math.max(base.to, sup.to) }
  const mark = transposeMark(sup.body)
  if (mark && !(sup.braced && mark.left.length > 0)) {
    const { left } = mark
    return { node: { k: mark.inverse ? 'inverse-transposed' : 'transposed', base, ...span, ...(left[0] ? { to: left[0].from } : {}) }, left }
  }
  const exponent = resolve(r, sup.body)
  if (base.k === 'entry' && textOf(r, sup.body) === '-1') r.faults.note('power-of-entry', span, [textOf(r, span), textOf(r, base)])
  return { node: { k: 'powered', base, exponent, ...span }, left: [] }
}

/** Is this exponent a T and nothing else? */
export function isTranspose(body: Node): boolean {
  const mark = transposeMark(body)
  return mark !== null && !mark.inverse && mark.left.length === 0
}

function transposeMark(body: Node): { readonly inverse: boolean; readonly left: readonly Unit[] } | null {
  const inner = bare(body)
  if (inner.k === 'word' && isT(inner.units[0]!)) {
    return inner.units.length === 1 || !inner.units[0]!.whole ? { inverse: false, left: inner.units.slice(1) } : null
  }
  const only = inner.k === 'sum' && inner.terms.length === 1 ? inner.terms[0]! : null
  const negated = inner.k === 'neg' ? inner.node : only?.sign === '-' ? only.node : null
  const under = negated && transposeMark(negated)
  return under && !under.inverse ? { inverse: true, left: under.left } : null
}

function isT(unit: Unit): boolean {
  return unit.text === 'T' || unit.text === 'top' || unit.text === '⊤'
}

/** The inside of brackets that group nothing. */
function bare(node: Node): Node {
  if (node.k !== 'group' || (node.kind !== 'brace' && node.kind !== 'paren')) return node
  const cells = node.rows.flat()
  return cells.length === 1 ? bare(cells[0]!) : node
}

function entrywise(r: Resolving, base: Resolved, post: DotSup): Step {
  return { node: { k: 'entry-powered', base, exponent: resolve(r, post.body), from: base.from, to: post.to }, left: [] }
}
