/** Rewriting a monomial until no rule applies: each rule is sound and makes the monomial smaller in an order of its own. */
import type { Algebra } from './algebra.ts'
import { partialFractions } from './rulesFractions.ts'
import { exponentials, parities, powersMeet, signsMeet, sineSquares, ties } from './rulesFunctions.ts'
import { absorb, cancelInverse, orthogonal, orthogonalDeterminants } from './rulesMatrices.ts'
import { blocks, sizes, units } from './rulesIndices.ts'
import { anglesMeet } from './thorough/angles.ts'
import { smallAxes } from './thorough/entries.ts'
import type { Term } from './poly.ts'

/** What a term becomes by one step; `null` where the rule does not apply. */
export type Rule = (alg: Algebra, t: Term) => Term[] | null

/** In the order in which they are tried. */
const usual: readonly Rule[] = [sizes, units, blocks, ties, signsMeet, parities, exponentials, powersMeet, partialFractions, orthogonal, orthogonalDeterminants, absorb, cancelInverse, sineSquares]

const rulesOf = new WeakMap<Algebra, readonly Rule[]>()

function rulesFor(alg: Algebra): readonly Rule[] {
  let rules = rulesOf.get(alg)
  if (!rules) rulesOf.set(alg, rules = [...(alg.entries ? [smallAxes] : []), ...usual.map(rule => (rule === sineSquares && alg.angles ? anglesMeet : rule))])
  return rules
}

export function rewrite(alg: Algebra, terms: readonly Term[]): Term[] {
  const rules = rulesFor(alg)
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
