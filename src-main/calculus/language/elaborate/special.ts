/** Identity, ones and zeros, unit vectors, deltas, indicators, the commutation matrix. */
import { add, constant, one, ones, zero, zeros } from '../../tensors/build.ts'
import type { Expr } from '../../tensors/expr.ts'
import type { Axis } from '../../tensors/typed.ts'
import type { Span } from '../../problem.ts'
import type { Commutation, Filled, Identity, IndexItem, Indicator, KroneckerDelta, UnitArray } from '../resolved.ts'
import { equal, unequal } from './binders.ts'
import { compose, type Label, type Operand } from './compose.ts'
import { broken, quote, type Context } from './context.ts'
import { inRange, pick } from './entries.ts'
import { freeLabels, together, useIndex } from './indices.ts'
import { trimmed, type FreeUse, type Meaning } from './meaning.ts'

export function identity(c: Context, node: Identity): Meaning {
  if (node.size && !node.size.axis) return broken()
  const axis = node.size?.axis ?? c.sizes.fresh()
  if (axis.length === 0) return { axes: [], free: [], build: () => one }
  if (!node.size) c.open.push({ from: node.from, to: node.to, axes: [axis], text: 'I', mendFor: s => `I_${s}` })
  return {
    axes: [axis, axis], free: [],
    build: () => {
      const known = c.sizes.solve(axis)
      return equal([{ key: 'rows', axis: known }, { key: 'columns', axis: known }])
    },
  }
}

export function filled(node: Filled): Meaning {
  if (node.sizes.some(s => !s.axis)) return broken()
  const axes = trimmed(node.sizes.map(s => s.axis!))
  return { axes, free: [], build: () => (node.value === 1 ? ones(axes.flat()) : zeros(axes.flat())) }
}

/** `1^T`: a one that is transposed is a column of ones, of the length that is needed. */
export function openOnes(c: Context, at: Span): Meaning {
  const axis = c.sizes.fresh()
  c.open.push({ from: at.from, to: at.to, axes: [axis], text: quote(c, at), mendFor: s => `1_${s}` })
  return { axes: [axis], free: [], build: () => ones(c.sizes.solve(axis)) }
}

/** `e_i`, `unit(i,j;M,N)`. */
export function unit(c: Context, node: UnitArray): Meaning {
  if (node.indices.some(i => i.k !== 'letter' && i.k !== 'fixed') || node.sizes.some(s => s && !s.axis)) return broken()
  if (node.indices.length === 0) return broken()
  const axes = node.indices.map((i, n) => node.sizes[n]?.axis ?? (i.k === 'letter' ? c.bound.get(i.name)?.axis : undefined) ?? c.sizes.fresh())
  const uses: FreeUse[] = []
  let fine = true
  node.indices.forEach((item, n) => {
    if (item.k === 'letter') uses.push(useIndex(c, item.name, axes[n]!, item, node))
    if (item.k === 'fixed') fine = inRange(c, item, axes[n]!, quote(c, node)) && fine
  })
  const free = together(c, [uses])
  const at = c.source.slice(node.indices[0]!.from, node.indices[0]!.to)
  if (node.sizes.some(s => !s)) c.open.push({ from: node.from, to: node.to, axes, text: quote(c, node), mendFor: s => `unit(${at},${s})` })
  if (!fine) return broken(trimmed(axes), free)
  return {
    axes: trimmed(axes), free,
    build: () => {
      const operands = node.indices.map((item, n): Operand => {
        if (item.k === 'fixed') return axes[n]!.length === 0 ? { expr: one, labels: [] } : pick(c, axes[n]!, Number(item.text), `a${n}`)
        const own = free.filter(f => item.k === 'letter' && f.name === item.name)
        const labels: readonly Label[] = [{ key: `a${n}`, axis: c.sizes.solve(axes[n]!) }, ...freeLabels(c, own)]
        return { expr: equal(labels), labels }
      })
      return compose(operands, [...axes.map((axis, n): Label => ({ key: `a${n}`, axis: c.sizes.solve(axis) })), ...freeLabels(c, free)])
    },
  }
}

export function delta(c: Context, node: KroneckerDelta): Meaning {
  const [left, right, ...more] = node.indices
  if (!left || !right || more.length > 0) {
    c.faults.problem('delta-indices', node, [quote(c, node), node.indices.length])
    return broken([])
  }
  return comparison(c, left, right, node, '=')
}

export function indicator(c: Context, node: Indicator): Meaning {
  return comparison(c, node.left, node.right, node, node.op)
}

type Position = Extract<IndexItem, { k: 'letter' | 'fixed' }>

/** 1 where two indices are equal (or unequal), else 0. Both run over one axis. */
function comparison(c: Context, left: IndexItem, right: IndexItem, at: Span, op: '=' | '≠'): Meaning {
  const items = [left, right].filter((i): i is Position => i.k === 'letter' || i.k === 'fixed')
  if (items.length < 2) {
    if ([left, right].some(i => i.k === 'all')) c.faults.problem('delta-indices', at, [quote(c, at), 2])
    return broken([])
  }
  const letters = items.filter(i => i.k === 'letter')
  const axis: Axis = letters.map(l => c.bound.get(l.name)?.axis).find(a => a !== undefined) ?? c.sizes.fresh()
  const uses = letters.map(l => useIndex(c, l.name, axis, l, at))
  const fine = items.every(i => i.k === 'letter' || inRange(c, i, axis, quote(c, at)))
  const free = together(c, [uses])
  if (!fine) return broken([], free)
  if (letters.length > 0) c.open.push({ from: at.from, to: at.to, axes: [axis], text: quote(c, at), mendFor: () => '' })
  return { axes: [], free, build: () => compared(c, items, axis, free, op) }
}

function compared(c: Context, items: readonly Position[], axis: Axis, free: readonly FreeUse[], op: '=' | '≠'): Expr {
  const labels = freeLabels(c, free)
  const fixed = items.filter(i => i.k === 'fixed')
  const dims = labels.flatMap(l => l.axis)
  const minus = (e: Expr): Expr => compose([{ expr: constant(-1), labels: [] }, { expr: e, labels }], labels)
  const complement = (e: Expr): Expr => (op === '=' ? e : add([ones(dims), minus(e)], dims))
  if (fixed.length === 2) return (fixed[0]!.text === fixed[1]!.text) === (op === '=') ? one : zero
  if (fixed.length === 1) {
    const picked = pick(c, axis, Number(fixed[0]!.text), labels[0]!.key)
    return complement(compose([picked], [{ key: labels[0]!.key, axis: labels[0]!.axis }]))
  }
  if (labels.length === 1) return op === '=' ? ones(dims) : zeros(dims)
  return op === '=' ? equal(labels) : unequal(labels)
}

/** The commutation matrix: `comm(M,N) vec(A) = vec(A^T)` for A of M x N. */
export function commutation(node: Commutation): Meaning {
  const [m, n] = [node.sizes[0]?.axis, node.sizes[1]?.axis]
  if (!m || !n) return broken()
  const axes = trimmed([[...m, ...n], [...n, ...m]])
  const [row, column]: readonly Label[] = [{ key: 'm', axis: m }, { key: 'n', axis: n }]
  return { axes, free: [], build: () => compose([], [row!, column!, column!, row!]) }
}

