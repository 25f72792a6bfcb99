/** What a part of the text means while sizes are still open: its axes, its free indices, and how its expression will be built. */
import type { Expr } from '../../tensors/expr.ts'
import type { Axis } from '../../tensors/typed.ts'
import type { Span } from '../../problem.ts'

/** A free index of a part. */
export interface FreeUse {
  readonly name: string
  readonly axis: Axis
  /** Bound by an enclosing sum or by the question: it is never summed on its own. */
  readonly bound: boolean
  /** How often it counts in the product around it; a part in brackets counts once. */
  readonly count: number
  /** Where the letter stands. */
  readonly spans: readonly Span[]
  /** What the first of them indexes, for messages. */
  readonly where?: Span
}

export interface Meaning {
  /** Axes as in `Typed`, perhaps with open sizes; null where the shape is not known because of a problem that was told. */
  readonly axes: readonly Axis[] | null
  readonly free: readonly FreeUse[]
  /** The expression: slots of the axes, then one axis of slots for each free index. Called once all sizes are known and nothing is wrong. */
  readonly build: () => Expr
  /** A bare `0`: takes the shape that is needed. */
  readonly zero?: boolean
  /** Something in it could not be read: what it lacks is not told again. */
  readonly unsure?: boolean
  /** For a norm: its square. */
  readonly square?: () => Expr
}

/** Axes without the sizes of 1 that say nothing: `N x 1` is a column, `1 x 1` a scalar. */
export function trimmed(axes: readonly Axis[]): readonly Axis[] {
  let n = axes.length
  while (n > 0 && axes[n - 1]!.length === 0) n--
  return n === axes.length ? axes : axes.slice(0, n)
}

/** Rows and columns of a scalar, vector or matrix. */
export function rowsAndColumns(axes: readonly Axis[]): readonly [Axis, Axis] {
  return [axes[0] ?? [], axes[1] ?? []]
}

/** The one axis of a vector, row or column; null for anything else. A scalar is no vector. */
export function vectorAxis(axes: readonly Axis[]): Axis | null {
  if (axes.length === 1) return axes[0]!
  return axes.length === 2 && axes[0]!.length === 0 ? axes[1]! : null
}

/** The axes longer than 1: those that take an index. */
export function longAxes(axes: readonly Axis[]): readonly Axis[] {
  return axes.filter(a => a.length > 0)
}
