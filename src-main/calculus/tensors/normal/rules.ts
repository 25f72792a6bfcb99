/** Rewriting a monomial until no rule applies: each rule is sound and makes the monomial smaller in an order of its own. */
import type { Algebra } from './algebra.ts'
import { partialFractions } from './rulesFractions.ts'
import { exponentials, parities, powersMeet, signsMeet, sineSquares, ties } from './rulesFunctions.ts'
import { absorb, cancelInverse, orthogonal } from './rulesMatrices.ts'
import { blocks, sizes, units } from './rulesIndices.ts'
import type { Term } from './poly.ts'

/** What a term becomes by one step; `null` where the rule does not apply. */
export type Rule = (alg: Algebra, t: Term) => Term[] | null

/** In the order in which they are tried. */
const rules: readonly Rule[] = [sizes, units, blocks, ties, signsMeet, parities, exponentials, powersMeet, partialFractions, orthogonal, absorb, cancelInverse, sineSquares]

export function rewrite(alg: Algebra, terms: readonly Term[]): Term[] {
  const todo = [...terms]
  const done: Term[] = []
  while (todo.length) {
    const t = todo.pop()!
    if (t.c.equals(0)) continue
    let next: Term[] | null = null
    for (const rule of rules) {
      next = rule(alg, t)
      if (next) break
    }
    if (next) {
      alg.spend(1)
      todo.push(...next)
    } else done.push(t)
  }
  return done
}
