/** What is done with a square matrix: inverse, determinant, powers, trace. */
import { constant } from '../../tensors/build.ts'
import type { Expr } from '../../tensors/expr.ts'
import type { Axis } from '../../tensors/typed.ts'
import type { Span } from '../../problem.ts'
import { compose, type Label } from './compose.ts'
import { broken, quote, type Context } from './context.ts'
import { reciprocal } from './factors.ts'
import { freeLabels, labelled } from './indices.ts'
import type { Meaning } from './meaning.ts'

/** Makes rows and columns equally long, where they can be. */
export function isSquare(c: Context, axes: readonly Axis[]): boolean {
  return axes.length === 2 && axes[0]!.length > 0 && c.sizes.unify(axes[0]!, axes[1]!)
}

/** The matrix with its columns counted in the same slots as its rows. */
function squared(c: Context, m: Meaning): Expr {
  const rows = c.sizes.solve(m.axes![0]!)
  return compose([labelled(c, m, ['rows', 'columns'])], [{ key: 'rows', axis: rows }, { key: 'columns', axis: rows }])
}

/** One inverse or determinant is of one matrix: none for each value of an index. */
function single(c: Context, m: Meaning, at: Span): boolean {
  if (m.free.length === 0) return true
  c.faults.problem('free-inside', at, [m.free[0]!.name, quote(c, at)])
  return false
}

/** The inverse of a square matrix or of a number. The axes must be square. */
export function inverse(c: Context, m: Meaning, at: Span): Meaning {
  if (m.axes!.length === 0) return reciprocal(m)
  if (!single(c, m, at)) return broken(m.axes, m.free)
  const rows = m.axes![0]!
  return { axes: [rows, rows], free: [], ...(m.unsure ? { unsure: true } : {}), build: () => ({ k: 'inverse', arg: squared(c, m) }) }
}

/** The determinant of a square matrix or of a number. The axes must be square. */
export function determinant(c: Context, m: Meaning, at: Span): Meaning {
  if (m.axes!.length === 0) return m
  if (!single(c, m, at)) return broken([], m.free)
  return { axes: [], free: [], ...(m.unsure ? { unsure: true } : {}), build: () => ({ k: 'det', arg: squared(c, m) }) }
}

/** The trace of a square matrix or of a number. */
export function trace(c: Context, m: Meaning): Meaning {
  if (m.axes!.length === 0) return m
  return {
    axes: [], free: m.free, ...(m.unsure ? { unsure: true } : {}),
    build: () => compose([labelled(c, m, ['diagonal', 'diagonal'])], freeLabels(c, m.free)),
  }
}

/** A whole power of a square matrix; the 0th is the identity. */
export function matrixPower(c: Context, m: Meaning, n: number, at: Span): Meaning {
  if (n === 1) return m
  const axis = m.axes![0]!
  const axes = [axis, axis]
  if (n === 0) {
    const label: () => Label = () => ({ key: 'i', axis: c.sizes.solve(axis) })
    return { axes, free: m.free, build: () => compose([{ expr: constant(1), labels: [] }], [label(), label(), ...freeLabels(c, m.free)]) }
  }
  const one = n < 0 ? inverse(c, m, at) : m
  return {
    axes, free: m.free,
    build: () => {
      const { expr, labels } = labelled(c, one, ['rows', 'columns'])
      const rows = c.sizes.solve(axis)
      const on = (k: number): readonly Label[] => [{ ...labels[0]!, key: `k${k}` }, { ...labels[1]!, key: `k${k + 1}` }, ...labels.slice(2)]
      const copies = Array.from({ length: Math.abs(n) }, (_, k) => ({ expr, labels: on(k) }))
      return compose(copies, [{ key: 'k0', axis: rows }, { key: `k${copies.length}`, axis: rows }, ...freeLabels(c, m.free)])
    },
  }
}
