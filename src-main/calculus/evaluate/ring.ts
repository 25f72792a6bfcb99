/** What an evaluator needs of the numbers it computes with: operations on whole dense arrays, row-major over the slots. */
import type Fraction from 'fraction.js'
import type { Const, Expr, MapFn, Pow } from '../tensors/expr.ts'
import type { Budget } from './budget.ts'
import type { Sizes } from './sizes.ts'
import type { Tables } from './tables.ts'

/**
 * A ring over arrays of the type A. An entry without a value (log of a negative number, an inverse that is not) is NaN in every ring; zero
 * by structure times NaN is zero, so that picking entries out of an array does not spread what is wrong with the others.
 */
export interface Ring<A> {
  constant(e: Const): A
  pi(): A
  /** An array of zeros and ones. */
  pattern(bits: Float64Array): A
  /** Product of two arrays, or a copy of one, with contraction; `tables` says which entries meet. */
  contract(tables: Tables, a: A, b: A | null): A
  /** `a` times a rational times a whole number. */
  scale(a: A, coefficient: Const, count: number): A
  /** Entrywise sum; `length` is the number of entries, also where there are no terms. */
  add(terms: readonly A[], length: number): A
  /** The entrywise function of `e` at `a`. */
  map(e: MapFn, a: A): A
  /** Entrywise power with the exponent `exact` + `varying`; `varying`, where there is one, has one entry or those of `base`. */
  power(e: Pow, base: A, exact: Fraction, varying: A | null): A
  /** Inverse of an n x n matrix. */
  inverse(a: A, n: number): A
  /** Determinant of an n x n matrix. */
  det(a: A, n: number): A
}

/** One point: a size for every dimension, a value for every symbol. */
export interface Env<A> {
  readonly sizes: Sizes
  readonly budget: Budget
  /** The array of a symbol, or of a derivative of it (`Var.derivs`). */
  value(name: string, derivs: readonly string[]): A
  /** Values of sub-expressions at this point, by identity. Two expressions evaluated with one env share what they have in common. */
  readonly memo: Map<Expr, A>
}
