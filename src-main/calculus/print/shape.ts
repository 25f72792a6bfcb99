/** Shapes in words of the language: `M x (M x N)`, and as NumPy says it: `(M, M, N)`. */
import type { Axis } from '../tensors/typed.ts'

/** An axis as one length: `M`, `3`, `M*N`; `1` for no slots. */
export function printAxis(axis: Axis): string {
  return axis.length === 0 ? '1' : axis.map(d => (axis.length > 1 && String(d).includes('+') ? `(${d})` : String(d))).join('*')
}

/**
 * Groups of axes with their grouping: [[M], [M, N]] is `M x (M x N)`. Groups without axes are 1, and left out where another group has
 * axes; a lone group needs no brackets. No axes at all: `scalar`.
 */
export function printShape(groups: readonly (readonly Axis[])[]): string {
  const shown = groups.filter(g => g.length > 0)
  if (shown.length === 0) return 'scalar'
  const [only] = shown
  if (shown.length === 1) return only!.map(printAxis).join(' x ')
  return shown.map(g => (g.length === 1 ? printAxis(g[0]!) : `(${g.map(printAxis).join(' x ')})`)).join(' x ')
}

/** All axes in a row as a NumPy tuple: `(P, Q, M, N)`, `(N,)`, `()`. */
export function printTuple(axes: readonly Axis[]): string {
  const [only] = axes
  return axes.length === 1 ? `(${printAxis(only!)},)` : `(${axes.map(printAxis).join(', ')})`
}

