/** What is known to be positive because the reference has no value elsewhere: with log t in it, t is positive wherever an answer is held against it. */
import type { Expr } from '../../expr.ts'
import { nodesIn } from '../../walk.ts'
import type { Algebra } from '../algebra.ts'
import { onUsedSlots } from '../atoms.ts'
import { factorise } from '../factors.ts'
import type { Poly } from '../poly.ts'

/** Notes in the algebra what must be positive for the expressions to have a value. To be called before anything else is asked of it. */
export function assumeValues(alg: Algebra, within: readonly Expr[]): void {
  // Worked out without assumptions, in an order in which none rests on another.
  const found = [...nodesIn(...within)].flatMap(e => {
    const inner = e.k === 'map' && e.fn === 'log' && e.order === 0 ? e.arg : e.k === 'pow' && e.exponent.k === 'const' && e.exponent.value.d !== 1n ? e.base : null
    return inner ? [alg.normal(inner)] : []
  })
  const keys = found.flatMap(p => positiveFactor(alg, p) ?? [])
  alg.forget()
  for (const key of keys) alg.positive.add(key)
}

/** Of a positive product with one factor of unknown sign, that factor is positive. */
function positiveFactor(alg: Algebra, p: Poly): string | null {
  if (p.terms.length === 0) return null
  const { c, factors } = factorise(alg, p)
  const open = factors.filter(f => !f.positive && !(f.exponent.d === 1n && f.exponent.n % 2n === 0n))
  return open.length === 1 && c.s > 0n && open[0]!.exponent.d === 1n ? onUsedSlots(alg, open[0]!.base).key : null
}
