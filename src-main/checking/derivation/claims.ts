/** The scope of a claim: `since tr(AB) = tr(BA)` may speak of any matrices, also of letters that the question gives another meaning. */
import { declare, read, type Scope } from '../../calculus/index.ts'

/**
 * The scope of the derivation where both sides can be read in it; else one in which every letter is general: a capital one a square matrix, any other
 * a vector, all of one size. A claim that holds there holds for all that fit.
 */
export function claimScope(scope: Scope, left: string, right: string): Scope {
  const readable = (s: Scope) => read(left, s).value !== null && read(right, s).value !== null
  if (readable(scope)) return scope
  const letters = new Set(`${left} ${right}`.match(/[A-Za-z]/g) ?? [])
  const given = Object.fromEntries([...letters].map(l => [l, l === l.toUpperCase() ? 'n x n' : 'n']))
  const { scope: general, problems } = declare({ given })
  return problems.length === 0 && readable(general) ? general : scope
}
