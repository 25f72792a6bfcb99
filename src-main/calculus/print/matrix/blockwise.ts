/** Array literals: a sum whose every term stands in one block of its rows, or of its columns, is `[A, B; C, D]`. */
import type { Dim } from '../../tensors/expr.ts'
import type { Form } from '../forms/form.ts'
import { ONE, restrict, type Factor, type Mono } from '../simplify/mono.ts'
import { link, type Link } from './chain.ts'
import type { Term } from './term.ts'
import type { Axis, MatrixWriter } from './writer.ts'

/** More pieces than this are not written out. */
const PIECES = 12

/** A block of an axis: its number, and the vertices that it has in the monomial. */
interface Place { readonly part: number; readonly on: readonly number[]; readonly factor: Factor | null }

/** Terms that make up an array literal, as one; and the others. */
export function literals(monos: readonly Mono[], rows: Axis, cols: Axis, w: MatrixWriter): { readonly blocks: readonly Term[]; readonly others: readonly Mono[] } {
  const inBlock = (m: Mono): boolean => [...rows, ...cols].some(s => m.factors.some(f => f.e.k === 'inject' && f.on[0] === m.out[s]!))
  const some = monos.filter(inBlock)
  const group = some.length > 0 ? some : monos
  const [first] = group
  if (!first) return { blocks: [], others: monos }
  const size = first.coef.abs()
  const content = (group.every(m => m.coef.abs().equals(size)) ? size : ONE).mul(group.every(m => m.coef.s < 0n) ? -1 : 1)
  const chain = literal(group.map(m => ({ ...m, coef: m.coef.div(content) })), rows, cols, w)
  if (!chain) return { blocks: [], others: monos }
  return { blocks: [{ coef: content, over: [], under: [], chain: [chain] }], others: monos.filter(m => !group.includes(m)) }
}

/** The literal for a sum of terms; null where an axis is not made of blocks in every term. */
function literal(monos: readonly Mono[], rows: Axis, cols: Axis, w: MatrixWriter): Link | null {
  if (monos.length === 0) return null
  const [top, left] = [strips(monos, rows), strips(monos, cols)]
  if (!top && !left) return null
  const [height, width] = [top ? piecesOf(dimOf(monos, rows)) : [null], left ? piecesOf(dimOf(monos, cols)) : [null]]
  const filled = new Set(monos.map((_, n) => `${top?.[n]!.part ?? 0},${left?.[n]!.part ?? 0}`)).size
  if (filled === 1 && monos.length === 1 && onlyUnits(monos[0]!, top, left)) return null
  const cells: Form[][] = []
  for (const r of height.keys()) {
    const row: Form[] = []
    for (const c of width.keys()) {
      const here = (n: number): boolean => (top?.[n]!.part ?? r) === r && (left?.[n]!.part ?? c) === c
      const own = monos.flatMap((m, n) => (here(n) ? [within(m, rows, cols, top?.[n], left?.[n])] : []))
      const form = own.length ? cell(own, w) : blank(height[r] ?? axis(monos, rows), width[c] ?? axis(monos, cols))
      if (!form) return null
      row.push(form)
    }
    cells.push(row)
  }
  return link({ f: 'literal', rows: cells })
}

/** The block of each term along one axis; null where one of them has none. */
function strips(monos: readonly Mono[], slots: Axis): Place[] | null {
  if (slots.length !== 1 || piecesOf(dimOf(monos, slots)).length > PIECES) return null
  const found: Place[] = []
  for (const m of monos) {
    const v = m.out[slots[0]!]!
    const factor = m.factors.find(f => (f.e.k === 'inject' || f.e.k === 'unit') && f.on[0] === v)
    if (!factor || m.factors.some(f => f !== factor && f.on.includes(v))) return null
    found.push({ part: factor.e.k === 'inject' ? factor.e.part : factor.e.k === 'unit' ? factor.e.at - 1 : 0, on: factor.on.slice(1), factor })
  }
  // One and the same vertex for rows and columns is a diagonal, which no block says.
  return monos.every(m => m.out.filter(v => v === m.out[slots[0]!]).length === 1) ? found : null
}

function onlyUnits(m: Mono, top: Place[] | null, left: Place[] | null): boolean {
  return [top?.[0]?.factor, left?.[0]?.factor].every(f => !f || f.e.k === 'unit') && m.dims.length > 0
}

const dimOf = (monos: readonly Mono[], slots: Axis): Dim => monos[0]!.dims[monos[0]!.out[slots[0]!]!]!
const axis = (monos: readonly Mono[], slots: Axis): readonly Dim[] => slots.map(s => monos[0]!.dims[monos[0]!.out[s]!]!)

/** The pieces of an axis, each with its factors; a number is as many pieces of size 1. */
function piecesOf(dim: Dim): readonly (readonly Dim[])[] {
  if (typeof dim === 'number') return Array.from({ length: dim }, () => [])
  if (!dim.includes('+')) return Array.from({ length: PIECES + 1 }, () => [])
  return dim.split('+').map(p => (p === '1' ? [] : p.split('*').map(d => (/^\d+$/.test(d) ? Number(d) : d))))
}

interface Cell { readonly m: Mono; readonly rows: number; readonly cols: number }

/** A term without its blocks, as an array over what it has in them. */
function within(m: Mono, rows: Axis, cols: Axis, top: Place | undefined, left: Place | undefined): Cell {
  const r = top ? top.on : rows.map(s => m.out[s]!)
  const c = left ? left.on : cols.map(s => m.out[s]!)
  const gone = new Set([top?.factor?.on[0], left?.factor?.on[0]])
  const factors = m.factors.filter(f => f !== top?.factor && f !== left?.factor)
  const kept = m.dims.map((_, v) => v).filter(v => !gone.has(v))
  return { m: restrict({ ...m, factors, out: [...r, ...c] }, kept), rows: r.length, cols: c.length }
}

function cell(own: readonly Cell[], w: MatrixWriter): Form | null {
  const [first] = own
  const numbers = first!.m.out.map((_, s) => s)
  return w.sumOfMonos(own.map(o => o.m), numbers.slice(0, first!.rows), numbers.slice(first!.rows))
}

function blank(rows: readonly Dim[], cols: readonly Dim[]): Form {
  const shape = [rows, cols].filter(a => a.length > 0)
  return shape.length === 0 ? { f: 'nought' } : { f: 'zeros', axes: rows.length === 0 ? [[], cols] : cols.length === 0 ? [rows] : [rows, cols] }
}

