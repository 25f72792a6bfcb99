/** What the rules of simplification ask of one another. */
import type { Expr } from '../../tensors/expr.ts'
import type { Mono } from './mono.ts'

export interface Rules {
  /** The expression as a sum of monomials, like terms collected. */
  terms(e: Expr): readonly Mono[]
  /** The same value, simplified. */
  expr(e: Expr): Expr
  /** Equal keys, equal values (and, but for the budget and for what no rule knows, the other way round). */
  key(e: Expr): string
  /** The key of something that stands as one factor of a monomial. */
  atom(e: Expr): string
  symmetry(e: Expr): 'none' | 'sym' | 'skew'
  has(name: string, property: 'orthogonal'): boolean
  /** Pays for work on monomials. Throws `Unsayable` where it is more than a text that anyone could read would need. */
  spend(monomials: number): void
}
