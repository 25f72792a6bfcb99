/** Derivative atoms: `df/dA`, `∂f_{pq}/∂B_{rs}`, `\frac{\partial f}{\partial A}`, `dvec(f)/dvec(B)`, `∂^2 f/∂x∂y`. */
import type { Frac, Item, Node, Post, Unit, Word } from '../../ast.ts'
import type { DerivativeAtom, Differentiated, IndexItem, Resolved } from '../../resolved.ts'
import type { Span } from '../../../problem.ts'
import { indicesOf, nameWithSubscript } from './subscripts.ts'
import { splitRun } from './words.ts'
import { textOf, type Resolving } from './context.ts'

type Mark = 'd' | '∂'
/** `df`, `dx^2`, `dvec(f)`: what stands above or below. `times`: how often. `next`: the node after it. */
interface Differential extends Span { readonly mark: Mark; readonly vec: boolean; readonly what: Differentiated | null; readonly times: number; readonly next: number }

/** A derivative atom that begins at factor `n`, and the factor after it; null where there is none. */
export function derivativeAt(r: Resolving, items: readonly Item[], n: number): { readonly node: Resolved; readonly next: number } | null {
  if (!startsLike(r, items[n]!.node) || (n > 0 && items[n]!.op === '/' )) return null
  let slash = n + 1
  while (slash < items.length && items[slash]!.op === 'juxt' && slash - n < 4) slash++
  if (items[slash]?.op !== '/' || !startsLike(r, items[slash]!.node)) return null
  const above = items.slice(n, slash).map(i => i.node)
  let end = slash + 1
  while (end < items.length && items[end]!.op === 'juxt') end++
  const below = items.slice(slash, end).flatMap((i, m) => apart(r, i.node).map(node => ({ node, after: slash + m + 1 })))
  const found = atom(r, above, below.map(b => b.node), false)
  if (!found) return null
  const next = below[found.used - 1]!.after
  return below[found.used]?.after === next ? null : { node: found.node, next }
}

/** The same in `\frac`. */
export function derivativeOfFrac(r: Resolving, frac: Frac): Resolved | null {
  const nodes = (node: Node): readonly Node[] => (node.k === 'product' && node.items.every(i => i.op === 'juxt') ? node.items.map(i => i.node) : [node])
  const above = nodes(frac.num)
  const below = nodes(frac.den).flatMap(node => apart(r, node))
  if (!startsLike(r, above[0]!) || !startsLike(r, below[0]!)) return null
  const found = atom(r, above, below, true)
  return found && { ...found.node, from: frac.from, to: frac.to }
}

function startsLike(r: Resolving, node: Node): boolean {
  const word = node.k === 'chain' ? node.base : node
  return word.k === 'word' && markOf(r, word.units) !== null
}

/** `d` is a mark where the run that it begins is not made of known names. */
function markOf(r: Resolving, units: readonly Unit[]): Mark | null {
  const first = units[0]!.text
  if (first === '∂') return '∂'
  const run = units.map(u => u.text).join('')
  if (first !== 'd' || run === 'delta') return null
  if (r.symbols.get(run)?.differential) return 'd'
  const split = splitRun(units, r.vocabulary, new Set())
  // Where `d(…)` is a function, `dvec` is still a mark before a name.
  if ('pieces' in split && split.pieces[0]!.text === 'd' && split.pieces[0]!.kind === 'function') return 'd'
  return 'ambiguous' in split || split.pieces.every(p => p.kind !== 'unknown') ? null : 'd'
}

/** `∂x∂y` and `dxdy` in one run, as several. */
function apart(r: Resolving, node: Node): readonly Node[] {
  const word = node.k === 'chain' ? node.base : node
  if (word.k !== 'word') return [node]
  const mark = markOf(r, word.units)
  const isName = (units: readonly Unit[]): boolean => r.vocabulary.declares(units.map(u => u.text).join(''))
  const cut = mark === null ? -1 : word.units.findIndex((u, n) => n > 1 && u.text === mark && (mark === '∂' || isName(word.units.slice(1, n))))
  if (cut < 0 || cut === word.units.length - 1) return [node]
  const part = (units: readonly Unit[]): Word => ({ k: 'word', units, from: units[0]!.from, to: units.at(-1)!.to })
  const rest = part(word.units.slice(cut))
  const last: Node = node.k === 'chain' ? { ...node, base: rest, from: rest.from } : rest
  return [part(word.units.slice(0, cut)), ...apart(r, last)]
}

function atom(r: Resolving, above: readonly Node[], below: readonly Node[], all: boolean): { readonly node: Resolved; readonly used: number } | null {
  const top = differential(r, above, 0, true)
  if (!top || top.next !== above.length) return null
  const by: Differential[] = []
  let used = 0
  for (let times = 0; times < top.times; times += by.at(-1)!.times) {
    const next = used < below.length ? differential(r, below, used, false) : null
    if (!next || next.mark !== top.mark) return null
    by.push(next)
    used = next.next
  }
  const last = by.at(-1)!
  if (all && used !== below.length) return null
  const span: Span = { from: top.from, to: last.to }
  if (!top.what || by.some(b => !b.what)) {
    r.faults.problem('derivative-of-expression', span, [textOf(r, span)])
    return { node: { k: 'hole', ...span }, used }
  }
  if (by.some(b => b.vec !== top.vec)) r.faults.problem('half-vec', span, [textOf(r, span)])
  for (const d of [top, ...by]) if (d.what!.name === null) r.faults.problem('unknown-name', d.what!, [d.what!.text, null])
  const inputs = by.flatMap(b => Array.from({ length: b.times }, () => b.what!)).reverse()
  const node: DerivativeAtom = { k: 'derivative', mode: top.mark === '∂' ? 'partial' : 'total', vec: top.vec, target: top.what, by: inputs, ...span }
  if ([top.what, ...inputs].some(d => d.indices !== null)) r.usesIndex(span)
  return { node, used }
}

/** Reads one differential from `nodes[n]` on. Above, `d^2 f` is told by the mark; below, `dx^2` by the name. */
function differential(r: Resolving, nodes: readonly Node[], n: number, above: boolean): Differential | null {
  const node = nodes[n]!
  const word = node.k === 'chain' ? node.base : node
  if (word.k !== 'word') return null
  let posts = node.k === 'chain' ? node.posts : []
  const mark = markOf(r, word.units)
  if (!mark) return null
  const from = node.from
  let units = word.units.slice(1)
  let times = 1
  let next = n + 1
  if (units.length === 0) {
    times = above ? orderOf(posts) ?? 1 : 1
    if (orderOf(posts) !== null) posts = posts.slice(1)
    const name = nodes[next]
    const under = name?.k === 'chain' ? name.base : name
    if (name?.k === 'chain' && name.base.k === 'group') return { mark, vec: false, what: null, times, next: next + 1, from, to: name.to }
    if (name?.k === 'group' && posts.length === 0) {
      const cells = name.kind === 'paren' ? name.rows.flat() : []
      return { mark, vec: false, what: cells.length === 1 ? named(r, cells[0]!) : null, times, next: next + 1, from, to: name.to }
    }
    if (under?.k !== 'word' || posts.length > 0) return null
    units = [...under.units]
    posts = name!.k === 'chain' ? name!.posts : []
    next++
  }
  const vec = units.map(u => u.text).join('') === 'vec' && posts.length === 0 && nodes[next]?.k === 'group'
  if (vec) {
    const inside = nodes[next]!
    const cells = inside.k === 'group' ? inside.rows.flat() : []
    const what = cells.length === 1 ? named(r, cells[0]!) : null
    return { mark, vec: true, what, times, next: next + 1, from, to: inside.to }
  }
  if (!above && orderOf(posts.slice(-1)) !== null) {
    times = orderOf(posts.slice(-1))!
    posts = posts.slice(0, -1)
  }
  const what = nameOf(r, units, posts)
  return what && { mark, vec: false, what, times, next, from, to: nodes[next - 1]!.to }
}

function orderOf(posts: readonly Post[]): number | null {
  const post = posts[0]
  return post?.k === 'sup' && post.body.k === 'num' && /^[2-9]$/.test(post.body.text) ? Number(post.body.text) : null
}

function named(r: Resolving, node: Node): Differentiated | null {
  if (node.k === 'word') {
    const text = node.units.map(u => u.text).join('')
    return r.vocabulary.declares(text) || node.units.length === 1 ? nameOf(r, node.units, []) : null
  }
  return node.k === 'chain' && node.base.k === 'word' ? nameOf(r, node.base.units, node.posts) : null
}

/** The name and the indices of what is differentiated; null where it carries anything else. */
function nameOf(r: Resolving, units: readonly Unit[], posts: readonly Post[]): Differentiated | null {
  const text = units.map(u => u.text).join('')
  const span = { from: units[0]!.from, to: posts.at(-1)?.to ?? units.at(-1)!.to }
  let name: string | null = r.vocabulary.declares(text) ? text : null
  let sub = posts[0]?.k === 'sub' ? posts[0] : null
  if (posts.length > (sub ? 1 : 0)) return null
  const own = sub && nameWithSubscript(r, text, sub)
  if (own) {
    name = own.name
    sub = own.rest
  }
  const rank = name === null ? null : r.rank({ k: 'name', name, ...span })
  const indices: readonly IndexItem[] | null = sub && indicesOf(r, sub, sub.braced || sub.items.length > 1 ? rank : null).value
  return { name, text: units.map(u => u.text).join(''), indices, ...span }
}
