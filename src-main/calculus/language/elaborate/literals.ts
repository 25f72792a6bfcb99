/** Array literals: `[a, b; c, d]`, of scalars or of blocks that fit. */
import { add } from '../../tensors/build.ts'
import type { Dim, Expr } from '../../tensors/expr.ts'
import type { Axis } from '../../tensors/typed.ts'
import type { Literal, Resolved } from '../resolved.ts'
import { compose, type Label, type Operand } from './compose.ts'
import { broken, quote, type Context } from './context.ts'
import { freeLabels, labelled, once, together } from './indices.ts'
import { showAxes } from './length.ts'
import { rowsAndColumns, trimmed, type Meaning } from './meaning.ts'
import { blocksOf } from './sizes.ts'
import { transposeMend } from './terms.ts'
import { value } from './elaborate.ts'

interface Cell { readonly row: number; readonly column: number; readonly node: Resolved; readonly m: Meaning }

export function literal(c: Context, node: Literal): Meaning {
  const cells = node.rows.flatMap((row, r) => row.map((n, k): Cell => ({ row: r, column: k, node: n, m: value(c, n) })))
  const free = once({ axes: null, free: together(c, cells.map(x => x.m.free)), build: () => add([]) }).free
  const width = node.rows[0]!.length
  const ragged = node.rows.findIndex(row => row.length !== width)
  if (ragged >= 0) {
    c.faults.problem('ragged', node, [width, ragged + 1, node.rows[ragged]!.length])
    return broken(null, free)
  }
  if (cells.some(x => !x.m.axes)) return broken(null, free)
  const large = cells.find(x => x.m.axes!.length > 2)
  if (large) {
    c.faults.problem('block-axes', large.node, [quote(c, large.node), showAxes(large.m.axes!.map(a => c.sizes.solve(a)))])
    return broken(null, free)
  }
  const columns = strips(c, cells, width, 'column')
  const rows = columns && strips(c, cells, node.rows.length, 'row')
  if (!rows || !columns) return broken(null, free)
  const nested = cells.find(x => x.m.axes!.some(a => a.length > 1 && a.some(d => typeof d === 'string' && d.includes('+'))))
  if (nested && cells.length > 1) {
    c.faults.problem('nested-blocks', nested.node, [quote(c, nested.node)])
    return broken(null, free)
  }
  if (cells.length === 1) return cells[0]!.m
  const unsure = cells.some(x => x.m.unsure) ? { unsure: true } : {}
  return { axes: trimmed([joined(c, rows), joined(c, columns)]), free, ...unsure, build: () => blocks(c, cells, rows, columns, free) }
}

/** The height of each row of blocks, or the width of each column; null where the blocks of one do not agree (told). */
function strips(c: Context, cells: readonly Cell[], count: number, which: 'row' | 'column'): readonly Axis[] | null {
  const found: Axis[] = []
  for (let n = 0; n < count; n++) {
    const own = cells.filter(x => x[which] === n && !x.m.zero)
    const side = (x: Cell): Axis => rowsAndColumns(x.m.axes!)[which === 'row' ? 0 : 1]
    const first = own[0]
    found.push(first ? side(first) : [])
    for (const x of own.slice(1)) {
      const [a, b] = [side(first!), side(x)]
      if (a.length === 0 ? b.length === 0 : b.length > 0 && c.sizes.unify(a, b)) continue
      const shown = (y: Cell): string => showAxes(y.m.axes!.map(axis => c.sizes.solve(axis)))
      c.faults.problem('blocks', x.node, [which, quote(c, first!.node), shown(first!), quote(c, x.node), shown(x)], [transposeMend(c, x.node)])
      return null
    }
  }
  return found
}

/** The axis made of the strips: a number where all are 1, else a sum; open sizes stay open until the end. */
function joined(c: Context, strip: readonly Axis[]): Axis {
  if (strip.every(a => a.length === 0)) return strip.length === 1 ? [] : [strip.length]
  if (strip.length === 1) return c.sizes.solve(strip[0]!)
  return [sumDim(c, strip)]
}

/** Nested blocks lie flat: `[[x; 1]; 1]` is made of N, 1 and 1. */
function sumDim(c: Context, strip: readonly Axis[]): Dim {
  return strip.flatMap(a => piecesOf(c, a)).map(p => p.join('*') || '1').join('+')
}

/** The pieces that one strip gives to the whole axis, each with its slots; more than one where it is made of blocks itself. */
function piecesOf(c: Context, axis: Axis): readonly (readonly Dim[])[] {
  const known = c.sizes.solve(axis)
  const only = known.length === 1 && typeof known[0] === 'string' && known[0].includes('+') ? known[0] : null
  return only === null ? [known] : blocksOf(only)
}

function blocks(c: Context, cells: readonly Cell[], rows: readonly Axis[], columns: readonly Axis[], free: Meaning['free']): Expr {
  const [height, width] = [joined(c, rows), joined(c, columns)]
  const axes = trimmed([height, width])
  const out: readonly Label[] = [...axes.map((axis, n): Label => ({ key: n === 0 ? 'rows' : 'columns', axis })), ...freeLabels(c, free)]
  const made = cells.filter(x => !x.m.zero).map(x => {
    const places = [place(c, rows, x.row, 'rows', 'r'), place(c, columns, x.column, 'columns', 'c')].filter(p => p !== null)
    const keys = [rows.length === 1 ? 'rows' : 'r', columns.length === 1 ? 'columns' : 'c']
    return compose([labelled(c, x.m, keys), ...places], out)
  })
  return add(made, out.flatMap(l => l.axis))
}

/** Where strip `n` stands within the whole axis; null where it is all there is. */
function place(c: Context, strip: readonly Axis[], n: number, whole: string, part: string): Operand | null {
  if (strip.length === 1) return null
  const axis = joined(c, strip)
  const dim = axis[0]!
  if (typeof dim === 'number') return { expr: { k: 'unit', dim, at: n + 1 }, labels: [{ key: whole, axis }] }
  const first = strip.slice(0, n).reduce((sum, a) => sum + piecesOf(c, a).length, 0)
  const own = c.sizes.solve(strip[n]!)
  const pieces = piecesOf(c, own)
  const labels = [{ key: whole, axis }, { key: part, axis: own }]
  if (pieces.length === 1) return { expr: { k: 'inject', dim, part: first, parts: own }, labels }
  const terms = pieces.map((parts, k) => {
    const outer: Operand = { expr: { k: 'inject', dim, part: first + k, parts }, labels: [{ key: whole, axis }, { key: 'piece', axis: parts }] }
    const inner: Operand = { expr: { k: 'inject', dim: own[0]!, part: k, parts }, labels: [{ key: part, axis: own }, { key: 'piece', axis: parts }] }
    return compose([outer, inner], labels)
  })
  return { expr: add(terms), labels }
}
