/** One name of a run together with its subscripts, powers and primes. */
import type { Node, Post, Sub, Unit } from '../../ast.ts'
import type { IndexItem, Resolved, SizeArg } from '../../resolved.ts'
import type { Mend, Span } from '../../../problem.ts'
import { sumSign } from './binders.ts'
import { closest } from './closest.ts'
import { indicesOf, likelySizes, nameWithSubscript, sizesOf } from './subscripts.ts'
import { isTranspose, takePosts } from './posts.ts'
import { resolve } from './resolve.ts'
import { textOf, type Resolving } from './context.ts'
import { endings, type Head, type Hung } from './tokens.ts'
import { splitRun, type Piece } from './words.ts'

/** Reads a piece with the posts that hang on it. */
export function pieceWithPosts(r: Resolving, piece: Piece, posts: readonly Post[]): Hung {
  const sub = posts[0]?.k === 'sub' ? posts[0] : null
  const own = sub ? nameWithSubscript(r, piece.text, sub) : null
  if (sub && own && !indexesBase(r, piece, sub)) return ownName(r, piece, sub, own, posts.slice(1))
  if (piece.kind === 'function' && piece.text === 'sum' && sub) {
    const unit = { text: 'sum', whole: true, sumSign: true, from: piece.from, to: piece.to }
    return sumSign(r, { k: 'word', units: [unit], from: piece.from, to: piece.to }, posts)!
  }
  const turned = !sub && (piece.kind === 'ending' || piece.kind === 'unknown') ? transposedFirst(posts) : null
  if (turned && (piece.kind === 'ending' || piece.text === 'e')) return special(r, piece, turned[0] as Sub, turned)
  // `x^T_0`, where only `x_0` is declared.
  if (turned && nameWithSubscript(r, piece.text, turned[0] as Sub)) return pieceWithPosts(r, piece, turned)
  if (piece.kind === 'unknown' || (piece.kind === 'ending' && !sub)) return unknown(r, piece, posts)
  if (sub && piece.kind === 'ending') return special(r, piece, sub, posts)
  if (sub && piece.text === 'I' && (piece.kind === 'constant' || piece.kind === 'size')) return special(r, piece, sub, posts)
  return known(r, piece, posts)
}

/** `A_{1,:}` of a matrix `A` is its first row, even where there is an `A_1`. */
function indexesBase(r: Resolving, piece: Piece, sub: Sub): boolean {
  if (piece.kind !== 'array' || !sub.items.some(i => i.k === 'mark' && i.text === ',')) return false
  return sub.items.filter(i => i.k !== 'mark' || i.text === ':').length === r.rank({ k: 'name', name: piece.text, from: piece.from, to: piece.to })
}

/** A name with the subscript that belongs to it. Unbraced letters after that are factors where they are names, else indices: `b_lx`, `b_li`. */
function ownName(r: Resolving, piece: Piece, sub: Sub, own: NonNullable<ReturnType<typeof nameWithSubscript>>, posts: readonly Post[]): Hung {
  const to = own.rest?.items[0]?.from ?? sub.to
  const whole: Piece = { text: own.name, kind: r.vocabulary.kindOf(own.name)!, from: piece.from, to: own.rest && sub.braced ? sub.to : to }
  if (!own.rest) return known(r, whole, posts)
  const letters = own.rest.items.flatMap(i => (i.k === 'letter' ? [i.unit] : []))
  const split = sub.braced || letters.length < own.rest.items.length ? null : splitRun(letters, r.vocabulary, endings(r, posts))
  if (split && whole.kind !== 'function' && 'pieces' in split && split.pieces.every(p => p.kind !== 'unknown')) {
    const node: Resolved = { k: whole.kind === 'size' ? 'size' : 'name', name: own.name, from: whole.from, to }
    return takePosts(r, node, posts, letters)
  }
  return known(r, whole, [own.rest, ...posts])
}

function known(r: Resolving, piece: Piece, posts: readonly Post[]): Hung {
  if (piece.kind === 'function') return head(r, piece, posts)
  const span = { from: piece.from, to: piece.to }
  const node: Resolved = piece.kind === 'array' ? { k: 'name', name: piece.text, ...span }
    : piece.kind === 'size' ? { k: 'size', name: piece.text, ...span }
      : piece.text === 'I' ? { k: 'identity', size: null, ...span } : { k: 'pi', ...span }
  return takePosts(r, node, posts)
}

/** A function: primes are derivatives, a power before the argument is a power of the value. */
function head(r: Resolving, piece: Piece, posts: readonly Post[]): Hung {
  let h: Head = { fn: piece.text, order: 0, power: null, index: null, from: piece.from, to: piece.to }
  for (const post of posts) {
    if (post.k === 'prime') h = { ...h, order: h.order + post.count }
    else if (post.k === 'sup' && !h.power && !isMark(post.body)) h = { ...h, power: resolve(r, post.body) }
    else if (post.k === 'sub' && !h.index && (piece.text === 'norm' || post.items.every(i => i.k === 'letter'))) h = { ...h, index: post }
    else r.faults.problem('function-alone', { from: piece.from, to: post.to }, [piece.text, textOf(r, { from: piece.from, to: post.to })])
    h = { ...h, to: post.to }
  }
  if (h.power?.k === 'minus' || h.power?.k === 'terms') r.faults.problem('inverse-function', h, [piece.text], [])
  return { body: { k: 'function', head: h, from: h.from, to: h.to }, left: null }
}

function isMark(body: Node): boolean {
  return body.k === 'word' && body.units[0]!.text === 'T'
}

/** `1^T_N` is set like `1_N^T`, and a subscript of 1, 0 or e is its size or its place: it is read first. Null for any other posts. */
function transposedFirst(posts: readonly Post[]): readonly Post[] | null {
  const [mark, sub, ...rest] = posts
  if (sub?.k !== 'sub' || !mark || !(mark.k === 'prime' || mark.k === 'dotT' || (mark.k === 'sup' && (mark.braced || isMark(mark.body)) && isTranspose(mark.body)))) return null
  return [sub, mark, ...rest]
}

/** `e_i`, `delta_{ij}`, `1_N`, `0_N`, `I_N`, `I_{ij}`. */
function special(r: Resolving, piece: Piece, sub: Sub, posts: readonly Post[]): Hung {
  const rest = posts.slice(1)
  const upTo = (left: readonly Unit[]): Span => ({ from: piece.from, to: left[0]?.from ?? sub.to })
  if (piece.text === 'e') {
    const { value, left } = indicesOf(r, sub, 1)
    if (value.some(i => i.k === 'letter')) r.usesIndex(upTo(left))
    return takePosts(r, { k: 'unit', indices: value, sizes: value.map(() => null), short: true, ...upTo(left) }, rest, left)
  }
  const indicator = indicatorOf(sub, piece)
  if (indicator) {
    r.usesIndex(indicator)
    return takePosts(r, indicator, rest)
  }
  const sizes = piece.text === 'delta' ? null : sizesOf(r, sub)
  const [rows, columns] = sizes?.value ?? []
  if (sizes && piece.text === 'I' && (sizes.value.length === 1 || (sizes.value.length === 2 && sameAxis(rows!, columns!)))) {
    return takePosts(r, { k: 'identity', size: rows!, ...upTo(sizes.left) }, rest, sizes.left)
  }
  if (sizes && (piece.text === '1' || piece.text === '0')) {
    return takePosts(r, { k: 'filled', value: piece.text === '1' ? 1 : 0, sizes: sizes.value, short: true, ...upTo(sizes.left) }, rest, sizes.left)
  }
  if (piece.text === 'delta' || piece.text === 'I') {
    const { value, left } = indicesOf(r, sub, 2)
    r.usesIndex(upTo(left))
    if (value.length === 2 || piece.text === 'delta') return takePosts(r, { k: 'delta', indices: value, ...upTo(left) }, rest, left)
  }
  const at = { from: sub.items[0]?.from ?? sub.from, to: sub.items.at(-1)?.to ?? sub.to }
  r.faults.problem('unknown-axis', at, [textOf(r, at), [...r.vocabulary.sizes]], likelySizes(r, at))
  return takePosts(r, { k: 'hole', from: piece.from, to: sub.to }, rest)
}

/** `I_{N \times N}` */
function sameAxis(a: SizeArg, b: SizeArg): boolean {
  return a.axis !== null && b.axis !== null && a.axis.join('*') === b.axis.join('*')
}

/** `1_{i=j}`: one where it holds, else zero. Null where the subscript is none of this kind. */
function indicatorOf(sub: Sub, piece: Piece): Resolved | null {
  const [left, sign, right, ...more] = sub.items
  const ends = [left, right].map((i): IndexItem | null => (i?.k === 'letter' ? { k: 'letter', name: i.unit.text, from: i.from, to: i.to }
    : i?.k === 'number' ? { k: 'fixed', text: i.text, from: i.from, to: i.to } : null))
  const op = sign?.k === 'mark' && (sign.text === '=' || sign.text === '≠') ? sign.text : null
  if (piece.text !== '1' || more.length > 0 || op === null || !ends[0] || !ends[1]) return null
  return { k: 'indicator', op, left: ends[0], right: ends[1], from: piece.from, to: sub.to }
}

/** A name that is not declared, with the likeliest thing that was meant. Its subscript counts all the same. */
function unknown(r: Resolving, piece: Piece, posts: readonly Post[]): Hung {
  if (piece.kind === 'ending' && /^\d/.test(piece.text)) return takePosts(r, { k: 'number', text: piece.text, from: piece.from, to: piece.to }, posts)
  const sup = posts[0]?.k === 'sup' ? posts[0] : null
  if (piece.text === 'e' && sup) {
    r.faults.problem('e-power', piece, [textOf(r, sup.body)], [{ from: piece.from, to: sup.to, text: `exp(${textOf(r, sup.body)})` }])
    const argument = resolve(r, sup.body)
    const node: Resolved = { k: 'call', fn: 'exp', fnSpan: piece, order: 0, args: [argument], bracketed: true, from: piece.from, to: sup.to }
    return takePosts(r, node, posts.slice(1))
  }
  const likely = closest(piece.text, r.vocabulary)
  const mends: Mend[] = likely.map(text => ({ from: piece.from, to: piece.to, text }))
  if (piece.text === 'T' && posts.length === 0) mends.unshift({ from: piece.from, to: piece.to, text: '^T' })
  r.faults.problem('unknown-name', piece, [textOf(r, piece), likely[0] ?? null], mends)
  return takePosts(r, { k: 'unknown', text: piece.text, from: piece.from, to: piece.to }, posts)
}
