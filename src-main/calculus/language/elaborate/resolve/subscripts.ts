/** Subscripts: indices, names with a subscript of their own, and lengths of axes. */
import type { Node, Sub, SubItem, Unit } from '../../ast.ts'
import type { IndexItem, SizeArg } from '../../resolved.ts'
import type { Axis } from '../../../tensors/typed.ts'
import type { Mend, Span } from '../../../problem.ts'
import { textOf, type Resolving } from './context.ts'

/** A subscript that was used in part: the letters left over are names again. */
export interface Taken<T> { readonly value: T; readonly left: readonly Unit[] }

const isSep = (i: SubItem): boolean => i.k === 'mark' && i.text === ','
const spanOf = (i: Span): Span => ({ from: i.from, to: i.to })
/** How an item stands in a canonical name: `A_{12}` is `A_12`. */
const textIn = (i: SubItem): string => (i.k === 'letter' ? i.unit.text : i.text)

/**
 * The declared name that `base` and the beginning of its subscript make, longest first; `rest` is what remains of the subscript:
 * null where nothing does.
 */
export function nameWithSubscript(r: Resolving, base: string, sub: Sub): { readonly name: string; readonly rest: Sub | null } | null {
  for (const name of r.vocabulary.subscripted.get(base) ?? []) {
    let own = name.slice(base.length + 1)
    let n = 0
    while (n < sub.items.length && own.startsWith(textIn(sub.items[n]!)) && textIn(sub.items[n]!) !== '') own = own.slice(textIn(sub.items[n++]!).length)
    if (own !== '' || n === 0) continue
    const comma = n < sub.items.length && isSep(sub.items[n]!)
    // `A_{12}` is an entry of A, where there is an A; `b_{l1}` can only be an entry of `b_l`.
    if (sub.braced && n < sub.items.length && !comma && r.vocabulary.kindOf(base) !== null) continue
    const items = sub.items.slice(comma ? n + 1 : n)
    return { name, rest: items.length === 0 ? null : { ...sub, items, from: items[0]!.from } }
  }
  return null
}

/** Reads a subscript as indices. An unbraced run of letters gives `rank` of them (all, where it is null); the rest is left. */
export function indicesOf(r: Resolving, sub: Sub, rank: number | null): Taken<readonly IndexItem[]> {
  const commas = sub.items.some(isSep)
  const items: IndexItem[] = []
  const left: Unit[] = []
  for (const item of sub.items) {
    if (isSep(item)) continue
    if (!sub.braced && rank !== null && items.length >= Math.max(rank, 1) && item.k === 'letter') left.push(item.unit)
    else if (item.k === 'letter') items.push({ k: 'letter', name: item.unit.text, ...spanOf(item) })
    else if (item.k === 'number') items.push({ k: 'fixed', text: item.text, ...spanOf(item) })
    else if (item.text === ':') items.push({ k: 'all', ...spanOf(item) })
    else {
      r.faults.problem('bad-index', item, [textOf(r, { from: sub.items[0]!.from, to: sub.items.at(-1)!.to })])
      return { value: [{ k: 'broken', ...spanOf(sub) }], left }
    }
  }
  return { value: commas || rank === null ? items : digitByDigit(items, rank), left }
}

/** `A_{11}` of a matrix is entry 1, 1: a number is taken digit by digit where that, and only that, gives an index for each axis. */
function digitByDigit(items: readonly IndexItem[], rank: number): readonly IndexItem[] {
  if (items.length >= rank) return items
  const digits = items.flatMap((i): IndexItem[] => {
    if (i.k !== 'fixed') return [i]
    const each = (i.to - i.from) / i.text.length
    return [...i.text].map((text, n) => ({ k: 'fixed', text, from: i.from + Math.floor(n * each), to: i.from + Math.floor((n + 1) * each) }))
  })
  return digits.length === rank ? digits : items
}

/** One index that stands as an expression: in `A[i, :]`, `unit(i, N)`, `[i = j]`. Null where it is none. */
export function indexOf(r: Resolving, node: Node): readonly IndexItem[] | null {
  if (node.k === 'colon') return [{ k: 'all', ...spanOf(node) }]
  if (node.k === 'num') return [{ k: 'fixed', text: node.text, ...spanOf(node) }]
  if (node.k === 'missing') return [{ k: 'broken', ...spanOf(node) }]
  if (node.k === 'word') return node.units.map(u => ({ k: 'letter', name: u.text, ...spanOf(u) }))
  if (node.k === 'group' && node.kind === 'brace' && node.rows.length === 1 && node.rows[0]!.length === 1) return indexOf(r, node.rows[0]![0]!)
  return null
}

/** The cross of `1_{M \times N}`, which parts two axes as a comma does; other signs of the product make one axis. */
function isBy(r: Resolving, item: SubItem): boolean {
  return item.k === 'mark' && item.text === '*' && /^(\\times|×)$/.test(textOf(r, item).trim())
}

/** The lengths in a subscript, `1_N`, `I_3`, `1_{M,N}`; unbraced letters beyond the longest axis name are left. Null where a letter is no axis name. */
export function sizesOf(r: Resolving, sub: Sub): Taken<readonly SizeArg[]> | null {
  if (!sub.braced && sub.items[0]?.k === 'letter') {
    const letters = sub.items.filter(i => i.k === 'letter')
    for (let n = letters.length; n > 0; n--) {
      const axis = axisOf(r, letters.slice(0, n).map(l => l.unit.text).join(''))
      if (axis) return { value: [sized(r, axis, { from: letters[0]!.from, to: letters[n - 1]!.to })], left: letters.slice(n).map(l => l.unit) }
    }
    return null
  }
  const groups: SubItem[][] = [[]]
  for (const item of sub.items) isSep(item) || isBy(r, item) ? groups.push([]) : groups.at(-1)!.push(item)
  const axes = groups.map(g => (g.length === 0 ? null : axisOf(r, g.map(textIn).join(''))))
  if (axes.some(a => !a)) return null
  return { value: groups.map((g, n) => sized(r, axes[n]!, { from: g[0]!.from, to: g.at(-1)!.to })), left: [] }
}

function sized(r: Resolving, axis: Axis, at: Span): SizeArg {
  return { axis, text: textOf(r, at), ...spanOf(at) }
}

/** An axis from its text: a name, a number, a product of these with or without `*`. */
function axisOf(r: Resolving, text: string): Axis | null {
  if (r.vocabulary.sizes.has(text)) return [text]
  if (/^\d+$/.test(text)) return text === '1' ? [] : text.length < 10 && Number(text) > 1 ? [Number(text)] : null
  const parts = text.includes('*') ? text.split('*') : [...text]
  if (parts.length < 2) return null
  const axes = parts.map(p => axisOf(r, p))
  return axes.some(a => !a) ? null : axes.flatMap(a => a!)
}

/** The length of an axis as an argument: `eye(N)`, `ones(M*N)`. A problem and a null axis where it is none. */
export function sizeOfNode(r: Resolving, node: Node): SizeArg {
  const axis = node.k === 'missing' ? null : axisOfNode(r, node)
  if (!axis && node.k !== 'missing') r.faults.problem('unknown-axis', node, [textOf(r, node), [...r.vocabulary.sizes]], likelySizes(r, node))
  return { axis, text: textOf(r, node), ...spanOf(node) }
}

/** Axis names that only differ in case from what was written. */
export function likelySizes(r: Resolving, at: Span): readonly Mend[] {
  const text = textOf(r, at)
  return [...r.vocabulary.sizes].filter(s => s.toLowerCase() === text.toLowerCase()).map(s => ({ from: at.from, to: at.to, text: s }))
}

function axisOfNode(r: Resolving, node: Node): Axis | null {
  switch (node.k) {
    case 'num': return axisOf(r, node.text)
    case 'word': return axisOf(r, node.units.map(u => u.text).join(''))
    case 'chain': {
      const post = node.posts[0]
      if (node.base.k !== 'word' || node.posts.length !== 1 || post?.k !== 'sub') return null
      return axisOf(r, `${node.base.units.map(u => u.text).join('')}_${post.items.map(textIn).join('')}`)
    }
    case 'group': return node.rows.length === 1 && node.rows[0]!.length === 1 ? axisOfNode(r, node.rows[0]![0]!) : null
    case 'product': {
      const axes = node.items.map(i => (i.op === '*' || i.op === 'juxt' ? axisOfNode(r, i.node) : null))
      return axes.some(a => !a) ? null : axes.flatMap(a => a!)
    }
    case 'sum': {
      const axes = node.terms.map(t => (t.sign === '+' ? axisOfNode(r, t.node) : null))
      return axes.some(a => !a) || axes.length < 2 ? null : [axes.map(a => (a!.length === 0 ? '1' : a!.join('*'))).join('+')]
    }
    default: return null
  }
}
