/** Norms and bars. */
import { apply, power } from '../../tensors/build.ts'
import type { Expr } from '../../tensors/expr.ts'
import type { Axis } from '../../tensors/typed.ts'
import type { Bars, NormOf } from '../resolved.ts'
import { compose, type Operand } from './compose.ts'
import { broken, quote, type Context } from './context.ts'
import { freeLabels, labelled } from './indices.ts'
import { showAxes } from './length.ts'
import { determinant, isSquare } from './matrices.ts'
import { vectorAxis, type Meaning } from './meaning.ts'
import { value } from './elaborate.ts'

/** `||x||`: the 2-norm of a vector, the Frobenius norm of a matrix or array, the absolute value of a scalar. */
export function norm(c: Context, node: NormOf): Meaning {
  const m = value(c, node.node)
  if (!m.axes) return broken([], m.free)
  const sub = node.sub?.text
  if (sub !== undefined && sub !== 'F') {
    const isVector = m.axes.length === 0 || vectorAxis(m.axes) !== null
    const text = quote(c, node)
    const mend = isVector ? { from: node.sub!.from, to: node.sub!.to, text: '' } : { from: node.sub!.from, to: node.sub!.to, text: '_F' }
    if (sub === '2' && !isVector) c.faults.problem('spectral-norm', node, [text], [mend])
    else if (sub !== '2') c.faults.problem('other-norm', node, [text, sub], [mend])
    if (sub !== '2' || !isVector) return broken([], m.free)
  }
  return rootOfSquares(c, m)
}

function rootOfSquares(c: Context, m: Meaning): Meaning {
  const square = (): Expr => {
    const operand = labelled(c, m, m.axes!.map((_, n) => `a${n}`))
    return compose([operand, operand], freeLabels(c, m.free))
  }
  const scalar = m.axes!.length === 0
  return {
    axes: [], free: m.free, square, ...(m.unsure ? { unsure: true } : {}),
    build: () => (scalar ? apply('abs', m.build()) : power(square(), 0.5)),
  }
}

/** `|a|`: absolute value of a scalar, 2-norm of a vector, determinant of a square matrix. */
export function bars(c: Context, node: Bars): Meaning {
  const m = value(c, node.node)
  if (!m.axes) return broken([], m.free)
  if (m.axes.length === 0 || vectorAxis(m.axes)) return rootOfSquares(c, m)
  if (isSquare(c, m.axes)) return determinant(c, m, node)
  const axes: readonly Axis[] = m.axes.map(a => c.sizes.solve(a))
  const inside = c.source.slice(node.node.from, node.node.to)
  c.faults.problem('bars-of-array', node, [quote(c, node.node), showAxes(axes)], [{ from: node.from, to: node.to, text: `||${inside}||` }])
  return broken([], m.free)
}

/** The sum of the products of the entries of two arrays of one shape. */
export function innerProduct(c: Context, left: Operand, right: Operand, free: Meaning['free']): Expr {
  return compose([left, right], freeLabels(c, free))
}
