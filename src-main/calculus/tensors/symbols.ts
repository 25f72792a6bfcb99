/** What is declared: the symbols an expression may hold, and what is known of them. */
import type { Axis } from './typed.ts'
import type { Dim } from './expr.ts'

export const properties = ['symmetric', 'skew', 'diagonal', 'orthogonal', 'invertible', 'posdef', 'lower', 'upper', 'positive', 'nonzero'] as const
export type Property = (typeof properties)[number]

export interface SymbolInfo {
  readonly name: string
  /** `array`: a scalar or an array. `elementwise`: an unspecified scalar function applied entry by entry. */
  readonly kind: 'array' | 'elementwise'
  /** For an array: its axes as in `Typed.axes` (a declared `1 x N` is a row, `N x 1` a column). */
  readonly axes: readonly Axis[]
  readonly properties: ReadonlySet<Property>
  /** Names this symbol depends on in a way that is not told (`f: P x Q of B`). */
  readonly of: readonly string[]
  /** The differential `dA` of a symbol A: above or below a stroke, it makes a derivative atom. */
  readonly differential?: true
}
export type Symbols = ReadonlyMap<string, SymbolInfo>

/** The slots of a symbol itself: its axes laid flat. */
export function slotsOf(info: SymbolInfo): readonly Dim[] {
  return info.axes.flat()
}
