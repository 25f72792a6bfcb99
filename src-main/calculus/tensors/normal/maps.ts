/** Entrywise functions: each is brought to exp, log, sin, cos and sign where that can be done, so that relations between functions are seen. */
import Fraction from 'fraction.js'
import { InternalError } from '../../problem.ts'
import { closedForm } from '../../evaluate/closed.ts'
import { functions } from '../functions.ts'
import type { Algebra } from './algebra.ts'
import { entrywiseProduct, onesPoly, scale, sum } from './arith.ts'
import { entrywiseAtom } from './atoms.ts'
import { expPoly, logPoly } from './exponentials.ts'
import { BudgetError, HALF, ONE, type Poly } from './poly.ts'
import { powPoly } from './powers.ts'
import { signPoly } from './signs.ts'
import { wavePoly } from './waves.ts'

const MINUS = new Fraction(-1)
/** The highest derivative of a built-in function that is written out. */
const HIGHEST = 12
const TWO = new Fraction(2)

/** fn^{(order)}(arg), entry by entry. */
export function mapPoly(alg: Algebra, fn: string, order: number, arg: Poly): Poly {
  if (!functions.has(fn)) {
    if (alg.symbols.get(fn)?.kind !== 'elementwise') throw new InternalError(`no function ${fn}`)
    return entrywiseAtom(alg, arg, `${fn}${"'".repeat(order)}`, inner => ({ t: 'map', fn, order, arg: inner }))
  }
  return order === 0 ? builtIn(alg, fn, arg) : derivative(alg, fn, order, arg)
}

/** A derivative of a built-in function: a polynomial in a function (by Horner's rule), or a power. */
function derivative(alg: Algebra, fn: string, order: number, u: Poly): Poly {
  if (order > HIGHEST) throw new BudgetError('a derivative of too high an order')
  const form = closedForm(fn, order)
  if (form.base === null) return scale(alg, new Fraction(form.factor), powPoly(alg, u, new Fraction(form.exponent)))
  if (form.poly.length === 0) return alg.merge(u.dims, [])
  const y = builtIn(alg, form.base, u)
  const ones = onesPoly(alg, u.dims)
  return form.poly.reduceRight<Poly | null>((sofar, c) => {
    const last = scale(alg, new Fraction(c), ones)
    return sofar ? sum(alg, u.dims, [entrywiseProduct(alg, u.dims, [sofar, y]), last]) : last
  }, null)!
}

function builtIn(alg: Algebra, fn: string, u: Poly): Poly {
  const ones = () => onesPoly(alg, u.dims)
  const plus = (...p: readonly Poly[]) => sum(alg, u.dims, p)
  const times = (...p: readonly Poly[]) => entrywiseProduct(alg, u.dims, p)
  const exp = (c: Fraction) => expPoly(alg, scale(alg, c, u))
  switch (fn) {
    case 'exp': return expPoly(alg, u)
    case 'log': return logPoly(alg, u)
    case 'sin': case 'cos': return wavePoly(alg, fn, u)
    case 'tan': return times(builtIn(alg, 'sin', u), powPoly(alg, builtIn(alg, 'cos', u), MINUS))
    case 'sinh': return plus(scale(alg, HALF, exp(ONE)), scale(alg, HALF.neg(), exp(MINUS)))
    case 'cosh': return plus(scale(alg, HALF, exp(ONE)), scale(alg, HALF, exp(MINUS)))
    case 'tanh': return plus(ones(), scale(alg, new Fraction(-2), powPoly(alg, plus(ones(), exp(TWO)), MINUS)))
    case 'sigmoid': return powPoly(alg, plus(ones(), exp(MINUS)), MINUS)
    case 'softplus': return logPoly(alg, plus(ones(), exp(ONE)))
    case 'sign': return signPoly(alg, u)
    case 'abs': return times(u, signPoly(alg, u))
    case 'relu': return plus(scale(alg, HALF, u), scale(alg, HALF, times(u, signPoly(alg, u))))
    // Of what is 0 on more than a thin set, such as relu(t), the sign is 0 there, and so is the step.
    case 'step': return plus(scale(alg, HALF, times(signPoly(alg, u), signPoly(alg, u))), scale(alg, HALF, signPoly(alg, u)))
    default: throw new InternalError(`no rule for the function ${fn}`)
  }
}
