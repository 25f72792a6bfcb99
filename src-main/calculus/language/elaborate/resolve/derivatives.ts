/** Derivative atoms: `df/dA`, `∂f_{pq}/∂B_{rs}`, `\frac{\partial f}{\partial A}`, `dvec(f)/dvec(B)`, `∂^2 f/∂x∂y`. */
import type { Frac, Item, Node, Post, Unit, Word } from '../../ast.ts'
import type { DerivativeAtom, Differentiated, IndexItem, Resolved } from '../../resolved.ts'
import type { Span } from '../../../problem.ts'
import { isTranspose } from './posts.ts'
import { indicesOf, nameWithSubscript } from './subscripts.ts'
import { marksDifferential, type DifferentialMark } from './marks.ts'
import { withSquareSubs } from './square.ts'
import { textOf, type Resolving } from './context.ts'

/** `df`, `dx^2`, `dvec(f)`: what stands above or below. `times`: how often. `next`: the node after it. */
interface Differential extends Span { readonly mark: DifferentialMark; readonly vec: boolean; readonly what: Differentiated | null; readonly times: number; readonly next: number }

/** A derivative atom that begins at factor `n`, and the factor after it; null where there is none. */
export function derivativeAt(r: Resolving, items: readonly Item[], n: number): { readonly node: Resolved; readonly next: number } | null {
  const first = inside(r, items[n]!.node)
  if (!startsLike(r, first[0]!) || (n > 0 && items[n]!.op === '/')) return null
  let slash = n + 1
  while (slash < items.length && first.length === 1 && items[slash]!.op === 'juxt' && slash - n < 4) slash++
  const under = items[slash]?.op === '/' ? inside(r, items[slash]!.node) : null
  if (!under || !startsLike(r, under[0]!)) return null
  const above = [...first, ...items.slice(n + 1, slash).map(i => i.node)]
  let end = slash + 1
  while (end < items.length && items[end]!.op === 'juxt') end++
  const bracketed = items[slash]!.node.k === 'group'
  const below = bracketed ? under.flatMap(node => apart(r, node)).map(node => ({ node, after: slash + 1 }))
    : items.slice(slash, end).flatMap((i, m) => apart(r, i.node).map(node => ({ node, after: slash + m + 1 })))
  const span = { from: items[n]!.node.from, to: items[slash]!.node.to }
  const found = atom(r, above, below.map(b => b.node), bracketed ? span : null)
  if (!found) return { node: unreadable(r, span, under.at(-1)!), next: slash + 1 }
  const next = below[found.used - 1]!.after
  if (!bracketed && below[found.used]?.after === next) return { node: unreadable(r, span, below[found.used]!.node), next }
  return { node: found.node, next }
}

/** The factors of a node; those in brackets where these hold a differential: `(df)/(dA)`, `{\partial f}/{\partial A}`. */
function inside(r: Resolving, node: Node): readonly Node[] {
  const cells = node.k === 'group' && (node.kind === 'paren' || node.kind === 'brace') ? node.rows.flat() : []
  if (cells.length !== 1) return [node]
  const within = factorsOf(r, cells[0]!)
  return startsLike(r, within[0]!) ? within : [node]
}

function factorsOf(r: Resolving, node: Node): readonly Node[] {
  return node.k === 'product' && node.items.every(i => i.op === 'juxt') ? withSquareSubs(r, node.items).map(i => i.node) : [node]
}

/** A fraction of differentials that is none of a name by a name. A transpose on what stands below is taken for that of the whole. */
function unreadable(r: Resolving, span: Span, last: Node): Resolved {
  const post = last.k === 'chain' ? last.posts.at(-1) : undefined
  const transposed = post?.k === 'prime' || post?.k === 'dotT' || (post?.k === 'sup' && isTranspose(post.body))
  const text = textOf(r, span)
  const without = transposed ? [{ from: post.from, to: post.to, text: '' }] : []
  const mends = transposed && post.to === span.to ? [{ ...span, text: `(${text.slice(0, post.from - span.from)})${text.slice(post.from - span.from)}` }] : without
  r.faults.problem('derivative-of-expression', span, [text], mends)
  return { k: 'hole', ...span }
}

/** The same in `\frac`. */
export function derivativeOfFrac(r: Resolving, frac: Frac): Resolved | null {
  const above = factorsOf(r, frac.num)
  const below = factorsOf(r, frac.den).flatMap(node => apart(r, node))
  if (!startsLike(r, above[0]!) || !startsLike(r, below[0]!)) return null
  const span = { from: frac.from, to: frac.to }
  const found = atom(r, above, below, span)
  return found ? found.node : unreadable(r, span, below.at(-1)!)
}

function startsLike(r: Resolving, node: Node): boolean {
  const word = node.k === 'chain' ? node.base : node
  return word.k === 'word' && marksDifferential(r, word.units) !== null
}

/** `∂x∂y` and `dxdy` in one run, as several. */
function apart(r: Resolving, node: Node): readonly Node[] {
  const word = node.k === 'chain' ? node.base : node
  if (word.k !== 'word') return [node]
  const mark = marksDifferential(r, word.units)
  const isName = (units: readonly Unit[]): boolean => r.vocabulary.declares(units.map(u => u.text).join(''))
  const cut = mark === null ? -1 : word.units.findIndex((u, n) => n > 1 && u.text === mark && (mark === '∂' || isName(word.units.slice(1, n))))
  if (cut < 0 || cut === word.units.length - 1) return [node]
  const part = (units: readonly Unit[]): Word => ({ k: 'word', units, from: units[0]!.from, to: units.at(-1)!.to })
  const rest = part(word.units.slice(cut))
  const last: Node = node.k === 'chain' ? { ...node, base: rest, from: rest.from } : rest
  return [part(word.units.slice(0, cut)), ...apart(r, last)]
}

function atom(r: Resolving, above: readonly Node[], below: readonly Node[], whole: Span | null): { readonly node: Resolved; readonly used: number } | null {
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
  if (whole && used !== below.length) return null
  const span: Span = whole ?? { from: top.from, to: last.to }
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
  const mark = marksDifferential(r, word.units)
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
  // `dvec f`: without brackets it reaches no further than a name.
  const after = nodes[next]
  const bare = units.map(u => u.text).join('') === 'vec' && posts.length === 0 && after ? named(r, after) : null
  if (after && bare) return { mark, vec: true, what: bare, times, next: next + 1, from, to: after.to }
  if (!above && orderOf(posts.slice(-1)) !== null) {
    times = orderOf(posts.slice(-1))!
    posts = posts.slice(0, -1)
  }
  const what = nameOf(r, units, posts)
  if (above && what && isApplied(r, what, nodes[next])) next++
  return what && { mark, vec: false, what, times, next, from, to: nodes[next - 1]!.to }
}

/** `df(B)/dB`, for an f that depends on B. */
function isApplied(r: Resolving, { name, indices }: Differentiated, node: Node | undefined): boolean {
  if (name === null || indices !== null || node?.k !== 'group' || node.kind !== 'paren' || node.rows.length !== 1) return false
  const of = r.symbols.get(name)?.of ?? []
  return of.length > 0 && node.rows[0]!.every(cell => of.includes(named(r, cell)?.name ?? ''))
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
