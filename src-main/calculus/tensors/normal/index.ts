/** Judge 1: the normal form of a tensor expression, and equality by it. */
import Fraction from 'fraction.js'
import { isTooDeep } from '../../problem.ts'
import type { Expr } from '../expr.ts'
import { slots } from '../build.ts'
import type { Symbols } from '../symbols.ts'
import { Algebra } from './algebra.ts'
import { scale, sum } from './arith.ts'
import { BudgetError, type Poly } from './poly.ts'
import { vanishes } from './quotients.ts'

export { Algebra } from './algebra.ts'
export { termToExpr, toExpr } from './toExpr.ts'
export { BudgetError, type Poly } from './poly.ts'

/** `equal` is a proof; `different` says that the normal forms differ, which proves nothing where functions or inverses occur; `budget`: too much work. */
export type FormOutcome = 'equal' | 'different' | 'budget'

/** Compares two expressions with the same slots by their normal forms. `budget` bounds the work, about one unit a monomial. */
export function equalByNormalForm(a: Expr, b: Expr, symbols: Symbols, budget?: number): FormOutcome {
  return withAlgebra(symbols, budget, alg => {
    const [p, q] = [alg.normal(a), alg.normal(b)]
    if (p.key === q.key) return 'equal'
    return vanishes(alg, sum(alg, slots(a), [p, scale(alg, new Fraction(-1), q)])) ? 'equal' : 'different'
  }) ?? 'budget'
}

/** The normal form of an expression, `null` where it needs more work than the budget. */
export function normalForm(e: Expr, symbols: Symbols, budget?: number): Poly | null {
  return withAlgebra(symbols, budget, alg => alg.normal(e))
}

function withAlgebra<T>(symbols: Symbols, budget: number | undefined, run: (alg: Algebra) => T): T | null {
  try {
    return run(new Algebra(symbols, budget))
  } catch (error) {
    if (error instanceof BudgetError || isTooDeep(error)) return null
    throw error
  }
}
