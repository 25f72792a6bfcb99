/** What is said, and offered, where factors do not fit. */
import type { Axis } from '../../tensors/typed.ts'
import type { Mend, Span } from '../../problem.ts'
import type { Factor, Resolved } from '../resolved.ts'
import { quote, type Context } from './context.ts'
import { showAxes, showAxis } from './length.ts'
import { longAxes, rowsAndColumns, type Meaning } from './meaning.ts'
import { productShape, sameShape } from './shapes.ts'
import { tight, transposeMend } from './terms.ts'

/** A factor with its meaning. */
export interface Joined { readonly op: Factor['op']; readonly node: Resolved; readonly m: Meaning }

/** Tells why factor `n` does not fit to `left`, which all factors before it came to. */
export function misfit(c: Context, parts: readonly Joined[], n: number, left: Meaning, _at: Span): void {
  const right = parts[n]!
  const [a, b] = [solved(c, left.axes!), solved(c, right.m.axes!)]
  // Scalars before the array that does not fit are not what the message is about.
  const first = parts.findIndex((p, k) => k < n && p.m.axes && p.m.axes.length > 0)
  const before: Span = { from: parts[Math.max(first, 0)]!.node.from, to: parts[n - 1]!.node.to }
  const whole: Span = { from: before.from, to: right.node.to }
  const said = [quote(c, before), showAxes(a), quote(c, right.node), showAxes(b)] as const
  if (right.op === '/') {
    c.faults.problem('divide-by-array', right.node, [quote(c, right.node), showAxes(b)], [...reachMends(c, right.node), ...divisions(c, parts, n, a, b)])
    return
  }
  if (right.op === '.*' || right.op === './') {
    const bracket = leftToRight(c, parts, n, left, inside => sameShape(c.sizes, left.axes!, inside))
    const mends = bracket ? [{ from: right.node.from, to: bracket.to, text: `(${c.source.slice(right.node.from, bracket.to)})` }] : []
    c.faults.problem('entrywise-shapes', whole, [...said], turned(a, b) ? [...mends, transposeMend(c, right.node)] : mends)
    return
  }
  if (a.length > 2 || b.length > 2) {
    const array = a.length > 2 ? before : right.node
    c.faults.problem('many-axes', whole, [quote(c, array), showAxes(a.length > 2 ? a : b)], einsumMend(c, before, a, right.node, b))
    return
  }
  const bracket = leftToRight(c, parts, n, left, inside => productShape(c.sizes, left.axes!, inside) !== null)
  if (bracket) {
    const text = c.source.slice(right.node.from, bracket.to)
    c.faults.problem('left-to-right', whole, [...said, `(${text})`], [{ from: right.node.from, to: bracket.to, text: `(${text})` }])
    return
  }
  const single = parts.slice(0, n).filter(p => p.m.axes && p.m.axes.length > 0).length === 1
  const leftMend = single ? transposeMend(c, parts[Math.max(first, 0)]!.node) : { ...before, text: `(${c.source.slice(before.from, before.to)})^T` }
  const rightMend = transposeMend(c, right.node)
  if (a.length === 1 && b.length === 1) {
    const [x, y] = [grouped(c, before, first === n - 1 && tight(parts[first]!.node)), c.source.slice(right.node.from, right.node.to)]
    const all: readonly Mend[] = [
      { ...whole, text: `${x}^T ${y}` }, { ...whole, text: `${c.source.slice(before.from, before.to)} ${rightMend.text}` },
      { ...whole, text: `${c.source.slice(before.from, before.to)} .* ${y}` },
    ]
    const mends = sameShape(c.sizes, a, b) ? all : [all[1]!]
    c.faults.problem('columns', whole, [...said, mends.map(m => m.text)], mends)
    return
  }
  c.faults.problem('product-shapes', whole, [...said, showAxis(rowsAndColumns(a)[1]), showAxis(rowsAndColumns(b)[0])], [rightMend, leftMend])
}

const solved = (c: Context, axes: readonly Axis[]): readonly Axis[] => axes.map(a => c.sizes.solve(a))

function grouped(c: Context, at: Span, plain: boolean): string {
  const text = c.source.slice(at.from, at.to)
  return plain ? text : `(${text})`
}

function turned(a: readonly Axis[], b: readonly Axis[]): boolean {
  const plain = (axes: readonly Axis[]): string => longAxes(axes).map(showAxis).join(' ')
  return a.length < 3 && b.length < 3 && (plain(a) === plain([...b].reverse()))
}

/** Would brackets around this factor and some after it make the product fit? The last factor of the bracket. */
function leftToRight(c: Context, parts: readonly Joined[], n: number, left: Meaning, fits: (inside: readonly Axis[]) => boolean): Span | null {
  return c.sizes.attempt(() => {
    let inside: readonly Axis[] | null = parts[n]!.m.axes
    for (let m = n + 1; m < parts.length && parts[m]!.op === '*' && inside; m++) {
      const next = parts[m]!.m.axes
      inside = next && productShape(c.sizes, inside, next)
      if (inside && fits(inside)) return parts[m]!.node
    }
    return null
  })
}

function divisions(c: Context, parts: readonly Joined[], n: number, a: readonly Axis[], b: readonly Axis[]): readonly Mend[] {
  const right = parts[n]!.node
  const slash = c.source.slice(parts[n - 1]!.node.to, right.from)
  const at = { from: parts[n - 1]!.node.to, to: right.from }
  if (slash.trim() !== '/') return []
  const entrywise: Mend = { ...at, text: ' ./ ' }
  const inverse: Mend = { from: at.from, to: right.to, text: ` ${grouped(c, right, tight(right))}^-1` }
  return b.length === 2 && a.length === 2 ? [inverse, entrywise] : [entrywise]
}

/** `T x` for an array of three or more axes: the last one with the first one. */
function einsumMend(c: Context, before: Span, a: readonly Axis[], right: Span, b: readonly Axis[]): readonly Mend[] {
  if (a.length + b.length > 10 || a.some(x => x.length === 0) || b.some(x => x.length === 0)) return []
  if (!c.sizes.attempt(() => c.sizes.unify(a.at(-1)!, b[0]!))) return []
  const letters = 'ijklmnpqrs'
  const one = letters.slice(0, a.length)
  const two = one.at(-1)! + letters.slice(a.length, a.length + b.length - 1)
  const text = (at: Span): string => c.source.slice(at.from, at.to)
  return [{ from: before.from, to: right.to, text: `einsum("${one},${two}->${one.slice(0, -1)}${two.slice(1)}", ${text(before)}, ${text(right)})` }]
}

/** A sum below a fraction bar that reaches over factors which know nothing of its index. */
export function noteReach(c: Context, items: readonly Factor[]): void {
  for (const { op, node } of items) {
    if (op !== '/' || node.k !== 'sum-over') continue
    const [mend] = reachMends(c, node)
    if (!mend) continue
    const after = node.body.k === 'factors' ? node.body.items.find(i => i.node.from >= mend.to)! : null
    const at = { from: after?.node.from ?? mend.to, to: node.to }
    c.faults.note('sum-reaches', at, [node.indices.map(i => i.name).join(', '), quote(c, at), mend.text], mend)
  }
}

/** Brackets that end a sum before the factors that know nothing of its index; none where it has no such factors at its end. */
function reachMends(c: Context, node: Resolved): readonly Mend[] {
  if (node.k !== 'sum-over' || node.body.k !== 'factors') return []
  const names = new Set(node.indices.map(i => i.name))
  const body = node.body.items
  let last = body.length
  while (last > 0 && !mentions(body[last - 1]!.node, names)) last--
  if (last === 0 || last === body.length) return []
  const to = body[last - 1]!.node.to
  return [{ from: node.from, to, text: `(${c.source.slice(node.from, to)})` }]
}

/** Does an index with one of these names stand in a part? */
function mentions(node: unknown, names: ReadonlySet<string>): boolean {
  if (Array.isArray(node)) return node.some(n => mentions(n, names))
  if (node === null || typeof node !== 'object') return false
  const o = node as { k?: string; name?: string }
  return (o.k === 'letter' && names.has(o.name ?? '')) || Object.values(node).some(v => typeof v === 'object' && mentions(v, names))
}
