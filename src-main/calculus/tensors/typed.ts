/** An expression together with how its slots are to be looked at: the axes of matrix notation, and the free indices that label the rest. */
import type { Dim, Expr } from './expr.ts'

/** One axis of matrix notation: its slots' sizes, slowest first. `[]` is an axis of size 1; vec(X) of M x N has the one axis ['N','M']. */
export type Axis = readonly Dim[]

/**
 * Axes: [] is a scalar, [a] a column, [[], a] a row, [a, b] a matrix, three and more an array. A column of size 1 is a scalar; a matrix
 * with one column is a column.
 * Slots of `expr`: first those of the axes in order, then one for each free index.
 */
export interface Typed {
  readonly expr: Expr
  readonly axes: readonly Axis[]
  /** Names of the free indices, each with the size of the slot it labels. */
  readonly free: readonly FreeIndex[]
}
export interface FreeIndex { readonly name: string; readonly dim: Dim }
