/** Judge 1: the normal form of a tensor expression, and equality by it. */
import Fraction from 'fraction.js'
import type { Expr } from '../expr.ts'
import { slots } from '../build.ts'
import type { Symbols } from '../symbols.ts'
import { Algebra } from './algebra.ts'
import { scale, sum } from './arith.ts'
import { attempt } from './attempt.ts'
import { incidences, type Poly } from './poly.ts'
import { vanishes } from './quotients.ts'
import { toExpr } from './toExpr.ts'

export { Algebra } from './algebra.ts'
export { termToExpr, toExpr } from './toExpr.ts'
export { BudgetError, type Poly } from './poly.ts'
export { equalByMoreWork } from './thorough/index.ts'

/** `equal` is a proof; `different` says that the normal forms differ, which proves nothing where functions or inverses occur; `budget`: too much work. */
export type FormOutcome = 'equal' | 'different' | 'budget'

/** Compares two expressions with the same slots by their normal forms. `budget` bounds the work, about one unit a monomial. */
export function equalByNormalForm(a: Expr, b: Expr, symbols: Symbols, budget?: number): FormOutcome {
  const found = latest.get(a)
  if (found?.b === b && found.symbols === symbols && found.budget === budget) return found.outcome
  return attempt(() => {
    const alg = runAfter(b, symbols, budget).fork()
    const [p, q] = [alg.normal(a), alg.normal(b)]
    const outcome = p.key === q.key || vanishes(alg, sum(alg, slots(a), [p, scale(alg, new Fraction(-1), q)])) ? 'equal' : 'different'
    latest.set(a, { b, symbols, budget, outcome, forms: [p, q] })
    return outcome
  }) ?? 'budget'
}

/** A run that has worked out one expression: a reference is held against many others. Each goes on by itself, so that none depends on those before it. */
function runAfter(e: Expr, symbols: Symbols, budget: number | undefined): Algebra {
  let own = references.get(e)
  if (own?.symbols !== symbols) references.set(e, own = { symbols, runs: new Map() })
  let alg = own.runs.get(budget)
  if (!alg) {
    alg = new Algebra(symbols, budget)
    alg.normal(e)
    own.runs.set(budget, alg)
  }
  return alg
}
const references = new WeakMap<Expr, { readonly symbols: Symbols; readonly runs: Map<number | undefined, Algebra> }>()

/** What is left of a - b where like terms have gone: zero where the normal forms are equal. `null`: more work than the budget. */
export function differenceForm(a: Expr, b: Expr, symbols: Symbols, budget?: number): Expr | null {
  return withAlgebra(symbols, budget, alg => toExpr(sum(alg, slots(a), [alg.normal(a), scale(alg, new Fraction(-1), alg.normal(b))])))
}

/**
 * Are two expressions different for certain, and in a way that depends on sizes as numbers, such as by (N - 3)(N - 4)? Numbers at a few sizes may miss
 * that. Only for polynomials in plain symbols, where the normal form is complete.
 */
export function differInSizes(a: Expr, b: Expr, symbols: Symbols, budget?: number): boolean {
  return withAlgebra(symbols, budget, alg => {
    const [p, q] = [alg.normal(a), alg.normal(b)]
    const difference = sum(alg, slots(a), [p, scale(alg, new Fraction(-1), q)])
    return difference.terms.length > 0 && difference.terms.every(t => isPlain(t, symbols)) && difference.terms.some(t => incidences(t.g).some((on, v) => on.length === 0 && !t.g.free.includes(v)))
  }) ?? false
}

/** A monomial of symbols that obey no law but symmetry, over axes with names. */
function isPlain(t: Poly['terms'][number], symbols: Symbols): boolean {
  return t.g.size.every(d => typeof d === 'string' && /^[^+*]+$/.test(d)) && t.g.edges.every(({ atom: { kind } }) => {
    if (kind.t !== 'var' || kind.derivs.length > 1) return false
    const own = symbols.get(kind.name)!.properties
    return !own.has('orthogonal') && !own.has('lower') && !own.has('upper')
  })
}

/** The normal form of an expression, `null` where it needs more work than the budget. */
export function normalForm(e: Expr, symbols: Symbols, budget?: number): Poly | null {
  const found = known.get(e)
  if (found?.symbols === symbols) return found.form
  const form = withAlgebra(symbols, budget, alg => alg.normal(e))
  if (form) known.set(e, { symbols, form })
  return form
}

/** What was worked out for an expression that is asked of again: for its diagnosis, for its evidence, with the next answer. */
const known = new WeakMap<Expr, { readonly symbols: Symbols; readonly form: Poly }>()
/** The latest comparison that began with an expression, and its two forms. */
const latest = new WeakMap<Expr, { readonly b: Expr; readonly symbols: Symbols; readonly budget: number | undefined; readonly outcome: FormOutcome; readonly forms: readonly Poly[] }>()

/** The normal forms of several expressions, whose keys can be compared with each other: those of two calls of `normalForm` cannot. */
export function normalForms(exprs: readonly Expr[], symbols: Symbols, budget?: number): readonly Poly[] | null {
  const found = latest.get(exprs[0]!)
  if (exprs.length === 2 && found?.b === exprs[1] && found?.symbols === symbols) return found.forms
  return withAlgebra(symbols, budget, alg => exprs.map(e => alg.normal(e)))
}

function withAlgebra<T>(symbols: Symbols, budget: number | undefined, run: (alg: Algebra) => T): T | null {
  return attempt(() => run(new Algebra(symbols, budget)))
}
