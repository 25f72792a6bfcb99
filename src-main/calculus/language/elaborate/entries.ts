/** Entries and slices: `A_{ij}`, `A_{i,:}`, `A_{11}`. */
import type { Dim, Expr } from '../../tensors/expr.ts'
import type { Axis } from '../../tensors/typed.ts'
import type { Entry, IndexItem } from '../resolved.ts'
import type { Span } from '../../problem.ts'
import { compose, type Label, type Operand } from './compose.ts'
import { broken, quote, type Context } from './context.ts'
import { freeLabels, labelled, together, useIndex } from './indices.ts'
import { fixedLength, lengthOf, showAxes } from './length.ts'
import { longAxes, trimmed, type FreeUse, type Meaning } from './meaning.ts'
import { value } from './elaborate.ts'

export function entry(c: Context, node: Entry): Meaning {
  return taken(c, value(c, node.base), node.indices, node, quote(c, node.base))
}

/** The entries of `base` at the indices. `at`: the whole of it, for messages; `text`: the base. */
export function taken(c: Context, base: Meaning, indices: readonly IndexItem[], at: Span, text: string): Meaning {
  const axes = base.axes && places(base.axes, indices)
  // A subscript that could not be read at all may stand for an index of any kind, or belong to a name.
  const unknown = indices.some(i => i.k === 'all') || (indices.length === 1 && indices[0]!.k === 'broken')
  if (!base.axes || indices.some(i => i.k === 'broken')) return broken(unknown ? null : [], lettersOf(c, base.free, indices))
  if (!axes) {
    countProblem(c, base, indices, at, text)
    return broken(null, lettersOf(c, base.free, indices))
  }
  const uses: FreeUse[] = []
  let fine = true
  axes.forEach((n, k) => {
    const item = indices[k]!
    const axis = base.axes![n]!
    if (item.k === 'letter') uses.push(useIndex(c, item.name, axis, item, at))
    if (item.k === 'fixed') fine = inRange(c, item, axis, text) && fine
  })
  const free = together(c, [base.free, uses])
  const rest = remaining(base.axes, axes, indices)
  if (!fine) return broken(rest.map(r => r.axis), free)
  return { axes: rest.map(r => r.axis), free, ...(base.unsure ? { unsure: true } : {}), build: () => select(c, base, axes, indices, rest, free) }
}

/** Which axis each index stands for: the axes longer than 1, or all; null where the number of indices is another. */
function places(axes: readonly Axis[], indices: readonly IndexItem[]): readonly number[] | null {
  const long = axes.flatMap((a, n) => (a.length > 0 ? [n] : []))
  if (indices.length === long.length && long.length > 0) return long
  const isOne = (i: IndexItem | undefined): boolean => i?.k === 'all' || (i?.k === 'fixed' && i.text === '1')
  const ones = axes.every((a, n) => a.length > 0 || isOne(indices[n]))
  return indices.length === axes.length && axes.length > 0 && ones ? axes.map((_, n) => n) : null
}

interface Kept { readonly place: number; readonly axis: Axis }

/** The axes that `:` keeps: of a matrix, row `i` is a row and column `j` a column. */
function remaining(axes: readonly Axis[], at: readonly number[], indices: readonly IndexItem[]): readonly Kept[] {
  const kept = at.flatMap((place, k): readonly Kept[] => (indices[k]!.k === 'all' ? [{ place, axis: axes[place]! }] : []))
  const isRow = axes.length === 2 && kept.length === 1 && kept[0]!.place === 1
  const all = isRow ? [{ place: -1, axis: [] }, ...kept] : kept
  return all.slice(0, trimmed(all.map(k => k.axis)).length)
}

function lettersOf(c: Context, before: readonly FreeUse[], indices: readonly IndexItem[]): readonly FreeUse[] {
  const uses = indices.flatMap((i): readonly FreeUse[] => {
    if (i.k !== 'letter') return []
    const bound = c.bound.get(i.name)
    return [{ name: i.name, axis: bound?.axis ?? c.sizes.fresh(), bound: bound !== undefined, count: 1, spans: [i] }]
  })
  return together(c, [before, uses])
}

function countProblem(c: Context, base: Meaning, indices: readonly IndexItem[], at: Span, text: string): void {
  const axes = base.axes!.map(a => c.sizes.solve(a))
  const wanted = longAxes(axes).length
  const row = wanted === 2 && indices.length === 1
  const mend = row ? [{ from: indices[0]!.from, to: indices[0]!.to, text: bracedRow(c, indices[0]!, at) }] : []
  if (wanted === 0) c.faults.problem('entry-of-scalar', at, [text])
  else c.faults.problem('index-count', at, [text, showAxes(axes), wanted, indices.length], mend)
}

function bracedRow(c: Context, item: IndexItem, at: Span): string {
  const text = c.source.slice(item.from, item.to)
  const braced = c.source.slice(at.from, item.from).trimEnd().endsWith('{') || c.source.slice(at.from, item.from).includes('[')
  return braced ? `${text},:` : `{${text},:}`
}

/** Positions are counted from 1 up to the size, where that is a number. */
export function inRange(c: Context, item: Extract<IndexItem, { k: 'fixed' }>, axis: Axis, text: string): boolean {
  const size = fixedLength(c.sizes.solve(axis))
  if (!/^\d+$/.test(item.text) || item.text.length > 9) c.faults.problem('bad-index', item, [item.text])
  else if (Number(item.text) === 0) c.faults.problem('index-zero', item, [text], [{ from: item.from, to: item.to, text: '1' }])
  else if (size !== null && BigInt(item.text) > size) c.faults.problem('index-range', item, [text, item.text, String(size)])
  else return true
  return false
}

/** The unit vector that picks one position of an axis, with that axis's own slots. */
export function pick(c: Context, axis: Axis, at: number, key: string): Operand {
  const solved = c.sizes.solve(axis)
  const dim = oneDim(solved)
  const unit: Expr = { k: 'unit', dim, at }
  return { expr: unit, labels: [{ key, axis: [dim] }] }
}

/** The size of an axis as that of a single slot. */
export function oneDim(axis: Axis): Dim {
  if (axis.length === 1) return axis[0]!
  const pieces = [...lengthOf(axis)].map(([names, n]) => (names === '' ? String(n) : n === 1n ? names : `${n}*${names}`))
  return pieces.length === 1 && /^\d+$/.test(pieces[0]!) ? Number(pieces[0]) : pieces.join('+')
}

function select(
  c: Context, base: Meaning, axes: readonly number[], indices: readonly IndexItem[], rest: readonly Kept[], free: readonly FreeUse[],
): Expr {
  const keys = base.axes!.map((_, n) => `a${n}`)
  axes.forEach((place, k) => {
    const item = indices[k]!
    if (item.k === 'letter') keys[place] = `#${item.name}`
  })
  const picks = axes.flatMap((place, k): readonly Operand[] => {
    const item = indices[k]!
    return item.k === 'fixed' && base.axes![place]!.length > 0 ? [pick(c, base.axes![place]!, Number(item.text), `a${place}`)] : []
  })
  const kept = rest.filter(r => r.place >= 0).map((r): Label => ({ key: `a${r.place}`, axis: c.sizes.solve(r.axis) }))
  return compose([labelled(c, base, keys), ...picks], [...kept, ...freeLabels(c, free)])
}

