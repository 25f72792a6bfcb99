/** The scope of a claim: `since tr(AB) = tr(BA)` may speak of any matrices, also of letters that the question gives another meaning. */
import { declare, read, type Reading, type Scope } from '../../calculus/index.ts'
import { withDifferentials } from './differentials.ts'

export interface Claim { readonly scope: Scope; readonly left: Reading; readonly right: Reading }

/**
 * Both sides in the scope of the derivation where they can be read in it; else in one in which every letter is general: a capital one a square matrix,
 * any other a vector, all of one size. A claim that holds there holds for all that fit.
 */
export function readClaim(scope: Scope, left: string, right: string): Claim {
  const own = readSides(scope, left, right)
  if (own.left.value && own.right.value) return own
  const letters = new Set(`${left} ${right}`.match(/[A-Za-z]/g) ?? [])
  // Of the language are the identity, and `d` before what moves.
  for (const l of ['I', ...(scope.differential ? ['d'] : [])]) letters.delete(l)
  const given = Object.fromEntries([...letters].map(l => [l, l === l.toUpperCase() ? 'n x n' : 'n']))
  const { scope: bare, problems } = declare({ given })
  if (problems.length > 0) return own
  const general = readSides(scope.differential ? withDifferentials(bare, {}) : bare, left, right)
  return general.left.value && general.right.value ? general : own
}

/** Each side gives the other its shape: `X X^-1 = I`. */
function readSides(scope: Scope, left: string, right: string): Claim {
  const first = read(left, scope)
  const other = read(right, scope, first.value ? { expected: first.value.axes } : {})
  return { scope, left: first.value || !other.value ? first : read(left, scope, { expected: other.value.axes }), right: other }
}
