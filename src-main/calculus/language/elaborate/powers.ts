/** Powers, inverses and transposes. */
import Fraction from 'fraction.js'
import { constant, power as pow } from '../../tensors/build.ts'
import type { Expr } from '../../tensors/expr.ts'
import type { Axis } from '../../tensors/typed.ts'
import type { Mend, Span } from '../../problem.ts'
import type { EntryPowered, InverseTransposed, Powered, Resolved, Transposed } from '../resolved.ts'
import { compose, type Label } from './compose.ts'
import { broken, quote, type Context } from './context.ts'
import { commonShape } from './factors.ts'
import { freeLabels, labelled, once, together } from './indices.ts'
import { showAxes } from './length.ts'
import { trimmed, type Meaning } from './meaning.ts'
import { constantOf } from './constants.ts'
import { inverse, isSquare, matrixPower } from './matrices.ts'
import { openOnes } from './special.ts'
import { tight } from './terms.ts'
import { value } from './elaborate.ts'

const highestMatrixPower = 64

export function power(c: Context, node: Powered): Meaning {
  const base = value(c, node.base)
  const exponent = value(c, node.exponent)
  const free = once({ ...base, free: together(c, [base.free, exponent.free]) }).free
  if (!base.axes) return broken(null, free)
  if (exponent.axes && exponent.axes.length > 0) {
    c.faults.problem('exponent-shape', node.exponent, [quote(c, node.exponent), shown(c, exponent.axes)])
    return broken(null, free)
  }
  const n = constantOf(node.exponent)
  const unsure = base.unsure || exponent.unsure ? { unsure: true } : {}
  if (base.axes.length === 0) return { axes: [], free, ...unsure, build: () => scalarPower(c, base, exponent, n, free) }
  if (!isSquare(c, base.axes)) {
    notSquare(c, node, base.axes, n)
    return broken(null, free)
  }
  if (!n || n.d !== 1n) {
    const entrywise = { from: node.from, to: node.to, text: `${textOf(c, node.base)} .^ ${braced(c, node.exponent)}` }
    c.faults.problem('matrix-exponent', node, [quote(c, node.base), shown(c, base.axes)], [entrywise])
    return broken(base.axes, free)
  }
  const times = Number(n.s * n.n)
  if (Math.abs(times) > highestMatrixPower) {
    c.faults.problem('power-too-high', node.exponent, [highestMatrixPower])
    return broken(base.axes, free)
  }
  return { ...matrixPower(c, base, times, node), ...unsure }
}

const textOf = (c: Context, at: Span): string => c.source.slice(at.from, at.to)
const shown = (c: Context, axes: readonly Axis[]): string => showAxes(axes.map(a => c.sizes.solve(a)))

function braced(c: Context, node: Resolved): string {
  return tight(node) ? textOf(c, node) : `(${textOf(c, node)})`
}

/** `x^2` of a vector, `A^2` or `A^-1` of a matrix that is not square. */
function notSquare(c: Context, node: Powered, axes: readonly Axis[], n: Fraction | null): void {
  const x = braced(c, node.base)
  const said = [quote(c, node.base), shown(c, axes)] as const
  const whole = { from: node.from, to: node.to }
  const entrywise: Mend = { ...whole, text: n?.equals(-1) ? `1 ./ ${x}` : `${x} .^ ${braced(c, node.exponent)}` }
  const isRow = axes.length === 2 && axes[0]!.length === 0
  const turned = node.base.k === 'transposed' ? textOf(c, node.base.base) : `${x}^T`
  const inner: Mend = { ...whole, text: isRow ? `${x} ${turned}` : `${turned} ${x}` }
  const mends = n?.equals(2) ? [entrywise, inner] : [entrywise]
  if (n?.equals(-1) && axes.length === 2 && !isRow) c.faults.problem('not-square', whole, ['^-1', ...said])
  else c.faults.problem('power-of-array', whole, [...said, mends.map(m => m.text)], mends)
}

const mostDigits = 1_000n

function scalarPower(c: Context, base: Meaning, exponent: Meaning, n: Fraction | null, free: Meaning['free']): Expr {
  if (n && base.square) return n.equals(2) ? base.square() : pow(base.square(), n.div(2))
  const b = base.build()
  if (n) {
    if (n.equals(1)) return b
    if (b.k === 'const' && n.d === 1n && !b.value.equals(0) && small(b.value, n)) return constant(b.value.pow(n)!)
    return pow(b, n)
  }
  return spread(c, base, exponent, [], free)
}

/** May this power of a number be written out? */
function small(base: Fraction, n: Fraction): boolean {
  const digits = BigInt(Math.max(String(base.n).length, String(base.d).length))
  return digits * n.n <= mostDigits
}

/** base^exponent with both on the same slots. */
function spread(c: Context, base: Meaning, exponent: Meaning, axes: readonly Axis[], free: Meaning['free']): Expr {
  const keys = axes.map((_, n) => `a${n}`)
  const out: readonly Label[] = [...axes.map((axis, n) => ({ key: keys[n]!, axis: c.sizes.solve(axis) })), ...freeLabels(c, free)]
  const on = (m: Meaning): Expr => compose([labelled(c, m, keys)], out)
  return pow(on(base), exponent.axes!.length === 0 && exponent.free.length === 0 ? exponent.build() : on(exponent))
}

export function entryPower(c: Context, node: EntryPowered): Meaning {
  const base = value(c, node.base)
  const exponent = value(c, node.exponent)
  const free = once({ ...base, free: together(c, [base.free, exponent.free]) }).free
  if (!base.axes || !exponent.axes) return broken(base.axes, free)
  const axes = commonShape(c, base.axes, exponent.axes)
  if (!axes) {
    c.faults.problem('entrywise-shapes', node, [quote(c, node.base), shown(c, base.axes), quote(c, node.exponent), shown(c, exponent.axes)])
    return broken(base.axes, free)
  }
  const n = constantOf(node.exponent)
  const unsure = base.unsure || exponent.unsure ? { unsure: true } : {}
  if (n) return { axes, free, ...unsure, build: () => (axes.length === 0 ? scalarPower(c, base, exponent, n, free) : pow(base.build(), n)) }
  return { axes, free, ...unsure, build: () => spread(c, base, exponent, axes, free) }
}

export function transpose(c: Context, node: Transposed): Meaning {
  const { base } = node
  return transposed(c, base.k === 'number' && base.text === '1' ? openOnes(c, base) : value(c, base), node, base)
}

export function transposed(c: Context, base: Meaning, at: Span, under: Span): Meaning {
  const { square: _, ...plain } = base
  if (!base.axes || base.axes.length === 0) return plain
  if (base.axes.length > 2) {
    c.faults.problem('transpose-axes', at, [quote(c, under), shown(c, base.axes)])
    return broken(null, base.free)
  }
  const [rows, columns] = [base.axes[0]!, base.axes[1] ?? []]
  const axes = trimmed([columns, rows])
  return {
    ...plain, axes,
    build: () => {
      const inner = labelled(c, base, ['rows', 'columns'])
      const out = axes.map((axis, n): Label => ({ key: n === 0 ? 'columns' : 'rows', axis: c.sizes.solve(axis) }))
      return compose([inner], [...out, ...freeLabels(c, base.free)])
    },
  }
}

export function inverseTranspose(c: Context, node: InverseTransposed): Meaning {
  const base = value(c, node.base)
  if (!base.axes) return broken(null, base.free)
  if (base.axes.length > 0 && !isSquare(c, base.axes)) {
    c.faults.problem('not-square', node, ['^-T', quote(c, node.base), shown(c, base.axes)])
    return broken(null, base.free)
  }
  return transposed(c, inverse(c, base, node), node, node.base)
}
