/** What a text is read against: the names that it may use and what the question binds. */
import type { Expr } from '../tensors/expr.ts'
import type { Symbols } from '../tensors/symbols.ts'
import type { FreeIndex, Typed } from '../tensors/typed.ts'

export interface Scope {
  /** Declared names and defined ones. A defined name is an array symbol whose `of` holds the names in its body. */
  readonly symbols: Symbols
  /** The bodies of defined names (and of the question's own `f` under the name `f`, unless `f` is declared), in which other defined names stand as variables. */
  readonly bodies: ReadonlyMap<string, Typed>
  /** The question's `component` names with the size of the axis that each stands for, target axes first. */
  readonly components: readonly FreeIndex[]
  readonly summation: 'einstein' | 'explicit'
  /** How derivative atoms are laid out in matrix notation; `jacobian` where it is not told. */
  readonly layout?: 'jacobian' | 'numerator' | 'denominator'
  /** What `d(…)` makes of an expression, where differentials are spoken: then `d` is declared as an elementwise function. */
  readonly differential?: (e: Expr) => Expr
  /** The derivative that the question asks, with every name of its function: written as an atom it is refused. */
  readonly asked?: { readonly names: readonly string[]; readonly wrt: string }
}

/** Replaces every defined name in an expression by its body, through and through. */
export type Expand = (e: Expr, scope: Scope) => Expr
