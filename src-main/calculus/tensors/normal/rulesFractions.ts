/**
 * Partial fractions in an exponential. 1/(1 + exp(-u)) is the sigmoid of u, and exp(-u)/(1 + exp(-u)) is 1 less it: without this rule the gradient of
 * the logistic cross-entropy has many normal forms.
 */
import Fraction from 'fraction.js'
import type { Algebra } from './algebra.ts'
import { change, entrywiseProduct, scale, sum } from './arith.ts'
import { expPoly } from './exponentials.ts'
import { type Edge, type Poly, type Term } from './poly.ts'
import { powPoly } from './powers.ts'

/** B = a + b exp(w), entry by entry. */
interface Binomial { readonly a: Fraction; readonly b: Fraction; readonly w: Poly }

/** How many steps one exponential may be away from its place: a larger power is left as it is. */
const FAR = 24

/**
 * exp(z) B^-k, with B = a + b exp(w): exp(w) B^-k = (B^(1-k) - a B^-k) / b brings z down and exp(-w) B^-k = (exp(-w) B^(1-k) - b B^-k) / a up, until
 * the multiple of w in z, told by w's leading term, is at least 0 and less than 1.
 */
export function partialFractions(alg: Algebra, t: Term): Term[] | null {
  for (const [n, e] of t.g.edges.entries()) {
    const k = e.atom.kind
    if (k.t !== 'pow' || k.exponent.d !== 1n || k.exponent.compare(0) >= 0) continue
    const B = binomial(k.base)
    if (!B) continue
    for (const [m, x] of t.g.edges.entries()) {
      const z = exponentOn(alg, x, e)
      const times = z && multiple(z, B.w)
      if (!times || (times.compare(0) >= 0 && times.compare(1) < 0) || times.abs().compare(FAR) > 0) continue
      const up = times.compare(0) < 0
      const step = scale(alg, new Fraction(up ? 1 : -1), B.w)
      const [higher, same] = [powPoly(alg, k.base, k.exponent.add(1)), powPoly(alg, k.base, k.exponent)]
      const moved = expPoly(alg, sum(alg, z.dims, [z, step]))
      const by = up ? B.a : B.b
      const first = entrywiseProduct(alg, z.dims, [up ? expPoly(alg, z) : moved, higher])
      const second = scale(alg, (up ? B.b : B.a).neg(), entrywiseProduct(alg, z.dims, [moved, same]))
      return change(alg, t, { remove: new Set([n, m]), insert: [{ poly: scale(alg, by.inverse(), sum(alg, z.dims, [first, second])), at: e.at }] })
    }
  }
  return null
}

function binomial(base: Poly): Binomial | null {
  if (base.terms.length !== 2) return null
  const [p, q] = base.terms
  const [constant, other] = p!.g.edges.length === 0 ? [p!, q!] : [q!, p!]
  const [x] = other.g.edges
  if (constant.g.edges.length > 0 || constant.g.size.length !== base.dims.length || other.g.edges.length !== 1 || x!.atom.kind.t !== 'map' || x!.atom.kind.fn !== 'exp') return null
  const { free, size } = other.g
  if (size.length !== base.dims.length || x!.at.length !== base.dims.length || !x!.at.every((v, s) => v === free[s])) return null
  if (new Set(constant.g.free).size !== base.dims.length) return null
  return { a: constant.c, b: other.c, w: x!.atom.kind.arg }
}

/** The exponent of an exponential that stands on the same vertices as `e`, with its slots in their order. */
function exponentOn(alg: Algebra, x: Edge, e: Edge): Poly | null {
  const k = x.atom.kind
  if (k.t !== 'map' || k.fn !== 'exp' || x.at.length !== e.at.length) return null
  const to = x.at.map(v => e.at.indexOf(v))
  if (to.includes(-1) || new Set(to).size < to.length) return null
  return to.every((s, n) => s === n) ? k.arg : alg.lay(k.arg, to, to.map((_, s) => k.arg.dims[to.indexOf(s)]!))
}

/** The coefficient in z of the leading term of w, in units of it. */
function multiple(z: Poly, w: Poly): Fraction | null {
  const lead = w.terms.at(-1)
  const own = lead && z.terms.find(t => t.key === lead.key)
  return own ? own.c.div(lead.c) : null
}
