/** The factors of a product as a stream, in which functions and sums still wait for what they reach over. */
import type { Group, Item, Node, Post, ProductOp, Sub, Word } from '../../ast.ts'
import type { FactorOp, Resolved, SizeArg } from '../../resolved.ts'
import type { Span } from '../../../problem.ts'
import { derivativeAt } from './derivatives.ts'
import { withSquareSubs } from './square.ts'
import { resolveGroup } from './groups.ts'
import { takePosts } from './posts.ts'
import { sumSign } from './binders.ts'
import { pieceWithPosts } from './pieces.ts'
import { splitRun } from './words.ts'
import { resolve } from './resolve.ts'
import { textOf, type Resolving } from './context.ts'

/** A function name with what stands between it and its argument: `sin^2`, `sigma''`, `softmax_i`. */
export interface Head extends Span { readonly fn: string; readonly order: number; readonly power: Resolved | null; readonly index: Sub | null }
export interface Binder extends Span {
  readonly indices: readonly (Span & { readonly name: string })[]
  readonly upper: SizeArg | null
  readonly unequal: readonly (readonly [string, string])[]
}

export type TokenBody =
  | { readonly k: 'atom'; readonly node: Resolved }
  | { readonly k: 'function'; readonly head: Head }
  | { readonly k: 'binder'; readonly binder: Binder }
  /** Brackets or braces: arguments, indices, or a factor. */
  | { readonly k: 'group'; readonly group: Group; readonly posts: readonly Post[] }
  | { readonly k: 'minus' }
export type Token = TokenBody & Span & { readonly op: FactorOp; readonly juxt: boolean; readonly spaced: boolean }

const opOf: Readonly<Record<ProductOp, FactorOp>> = { juxt: '*', '*': '*', '/': '/', '.*': '.*', './': './', kron: 'kron' }

/** All factors of a product, or the one factor of anything else. */
export function tokensOf(r: Resolving, given: readonly Item[]): readonly Token[] {
  const tokens: Token[] = []
  const items = withSquareSubs(r, given)
  for (let n = 0; n < items.length; n++) {
    const item = items[n]!
    const atom = derivativeAt(r, items, n)
    const bodies = atom ? [at(atom.node, { k: 'atom', node: atom.node })] : bodiesOf(r, item.node)
    if (atom) n = atom.next - 1
    bodies.forEach((body, m) => {
      const first = m === 0
      tokens.push(first ? { ...body, op: opOf[item.op], juxt: item.op === 'juxt', spaced: item.spaced } : beside(body))
    })
  }
  return tokens
}

/** A token that stands right behind the one before it. */
export function beside(body: TokenBody & Span): Token {
  return { ...body, op: '*', juxt: true, spaced: false }
}

type Placed = TokenBody & Span
const at = (s: Span, body: TokenBody): Placed => ({ ...body, from: s.from, to: s.to })

function bodiesOf(r: Resolving, node: Node): readonly Placed[] {
  switch (node.k) {
    case 'word': return wordBodies(r, node, [])
    case 'chain': return chainBodies(r, node.base, node.posts)
    case 'neg': return [at({ from: node.from, to: node.node.from }, { k: 'minus' }), ...bodiesOf(r, node.node)]
    case 'group': return waits(node) ? [at(node, { k: 'group', group: node, posts: [] })] : [atomAt(resolveGroup(r, node))]
    default: return [atomAt(resolve(r, node))]
  }
}

/** Brackets that may be arguments or indices of what stands before them. */
function waits(group: Group): boolean {
  return group.kind === 'paren' || group.kind === 'bracket' || group.kind === 'brace'
}

function atomAt(node: Resolved): Placed {
  return at(node, { k: 'atom', node })
}

function chainBodies(r: Resolving, base: Node, posts: readonly Post[]): readonly Placed[] {
  if (base.k === 'word') return wordBodies(r, base, posts)
  if (base.k === 'group' && waits(base)) {
    return [at({ from: base.from, to: posts.at(-1)?.to ?? base.to }, { k: 'group', group: base, posts })]
  }
  if (base.k === 'num') return hung(r, pieceWithPosts(r, { text: base.text, kind: 'ending', from: base.from, to: base.to }, posts))
  return hung(r, takePosts(r, resolve(r, base), posts))
}

/** What a factor with its subscripts came to, and the factors that follow out of letters its subscript did not need. */
export interface Hung { readonly body: TokenBody & Span; readonly left: { readonly word: Word; readonly posts: readonly Post[] } | null }

function hung(r: Resolving, h: Hung): readonly Placed[] {
  return h.left ? [h.body, ...wordBodies(r, h.left.word, h.left.posts)] : [h.body]
}

/** A run of letters: its names, the last of which carries the posts. */
export function wordBodies(r: Resolving, word: Word, posts: readonly Post[]): readonly Placed[] {
  const sum = sumSign(r, word, posts)
  if (sum) return hung(r, sum)
  const split = splitRun(word.units, r.vocabulary, endings(r, posts))
  if ('ambiguous' in split) {
    const ways = split.ambiguous.map(way => way.map(p => textOf(r, p)).join(' '))
    r.faults.problem('two-splits', word, [textOf(r, word), ways.slice(0, 3)], ways.slice(0, 3).map(text => ({ from: word.from, to: word.to, text })))
  }
  const pieces = 'ambiguous' in split ? split.ambiguous[0]! : split.pieces
  return pieces.flatMap((piece, n) => hung(r, pieceWithPosts(r, piece, n === pieces.length - 1 ? posts : [])))
}

/** Names that may end this run because of the subscript after it. */
export function endings(r: Resolving, posts: readonly Post[]): ReadonlySet<string> {
  if (posts[0]?.k !== 'sub') return new Set()
  const sub = posts[0]
  const own = [...r.vocabulary.subscripted].filter(([, names]) => names.some(n => startsAlike(n, sub))).map(([base]) => base)
  return new Set([...own, 'e', 'delta'])
}

function startsAlike(name: string, sub: Sub): boolean {
  const first = sub.items[0]
  const text = !first ? '' : first.k === 'letter' ? first.unit.text : first.text
  return text !== '' && name.slice(name.indexOf('_') + 1).startsWith(text)
}
