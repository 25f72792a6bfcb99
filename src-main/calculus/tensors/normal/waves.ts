/** Sine and cosine, entry by entry: odd and even, with quarter turns taken out, and known at the angles of a regular polygon. */
import Fraction from 'fraction.js'
import type { Algebra } from './algebra.ts'
import { onesPoly, scale, sum } from './arith.ts'
import { entrywiseAtom, leadingCoefficient } from './atoms.ts'
import { HALF, ONE, ZERO, type KeyedTerm, type Poly } from './poly.ts'
import { constantPower } from './powers.ts'
import { isTurn, partsOfAngle, sumOfAngles } from './thorough/angles.ts'

type Wave = 'sin' | 'cos'

/** What a quarter turn makes of each: sin(u + π/2) = cos u, cos(u + π/2) = -sin u. */
const quarter: Readonly<Record<Wave, readonly [Wave, 1 | -1]>> = { sin: ['cos', 1], cos: ['sin', -1] }

/** sin or cos of an angle: its sign, and all quarter turns that are seen in it, come out. */
export function wavePoly(alg: Algebra, fn: Wave, u: Poly): Poly {
  const turn = u.terms.find(isTurn)?.c ?? ZERO
  const rest = turn.equals(ZERO) ? u : alg.merge(u.dims, u.terms.filter(t => !isTurn(t)))
  const turned = rest.terms.length > 0 && leadingCoefficient(alg, rest).s < 0n
  let sign = turned && fn === 'sin' ? -1 : 1
  const [angle, c] = turned ? [scale(alg, ONE.neg(), rest), turn.neg()] : [rest, turn]
  const quarters = c.mul(2).floor()
  let own = fn
  for (let k = Number(quarters.mod(4).add(4).mod(4)); k > 0; k--) {
    const [next, by] = quarter[own]
    own = next
    sign *= by
  }
  return scale(alg, new Fraction(sign), within(alg, own, angle, c.sub(quarters.div(2))))
}

/** The same for an angle and a multiple of π that is at least 0 and less than 1/2. */
function within(alg: Algebra, fn: Wave, angle: Poly, turn: Fraction): Poly {
  if (angle.terms.length === 0) {
    const known = knownValue(alg, fn, turn)
    if (known) return alg.lay(known, [], angle.dims)
  }
  const whole = turn.equals(ZERO) ? angle : sum(alg, angle.dims, [angle, piTimes(alg, turn, angle)])
  const parts = alg.angles ? partsOfAngle(alg, whole) : null
  return parts ? sumOfAngles(alg, fn, parts) : entrywiseAtom(alg, whole, fn, inner => ({ t: 'map', fn, order: 0, arg: inner }))
}

function piTimes(alg: Algebra, c: Fraction, like: Poly): Poly {
  const at = like.dims.map((_, n) => n)
  const term: Pick<KeyedTerm, 'c' | 'g'> = { c, g: { size: [...like.dims], free: at, edges: [{ atom: { label: 'π', symmetry: 'none', kind: { t: 'pi' } }, at: [] }] } }
  return alg.collect(like.dims, [term])
}

/** At 0, π/6, π/4 and π/3. */
function knownValue(alg: Algebra, fn: Wave, turn: Fraction): Poly | null {
  // cos² of the angle, for cos; sin of it is cos of what is left to a right angle.
  const squares: readonly (readonly [number, number, string])[] = [[0, 1, '1'], [1, 6, '3/4'], [1, 4, '1/2'], [1, 3, '1/4'], [1, 2, '0']]
  const from = fn === 'cos' ? turn : HALF.sub(turn)
  const found = squares.find(([n, d]) => from.equals(new Fraction(n, d)))
  if (!found) return null
  return found[2] === '0' ? alg.merge([], []) : found[2] === '1' ? onesPoly(alg, []) : constantPower(alg, new Fraction(found[2]), HALF)
}
