/** Entrywise functions: each is brought to exp, log, sin, cos and sign where that can be done, so that relations between functions are seen. */
import Fraction from 'fraction.js'
import { InternalError } from '../../problem.ts'
import { differentiate } from '../../derivative/differentiate.ts'
import { apply } from '../build.ts'
import type { Expr, Var } from '../expr.ts'
import { functions } from '../functions.ts'
import type { SymbolInfo } from '../symbols.ts'
import type { Algebra } from './algebra.ts'
import { entrywiseProduct, number, onesPoly, scale, sum } from './arith.ts'
import { entrywiseAtom } from './atoms.ts'
import { expPoly, logPoly } from './exponentials.ts'
import { BudgetError, HALF, ONE, asConstant, type Poly } from './poly.ts'
import { powPoly } from './powers.ts'
import { signPoly } from './signs.ts'

const MINUS = new Fraction(-1)
/** The highest derivative of a built-in function that is written out. */
const HIGHEST = 8
const TWO = new Fraction(2)

/** fn^{(order)}(arg), entry by entry. */
export function mapPoly(alg: Algebra, fn: string, order: number, arg: Poly): Poly {
  if (!functions.has(fn)) {
    if (alg.symbols.get(fn)?.kind !== 'elementwise') throw new InternalError(`no function ${fn}`)
    return entrywiseAtom(alg, arg, `${fn}${"'".repeat(order)}`, inner => ({ t: 'map', fn, order, arg: inner }))
  }
  if (order > HIGHEST) throw new BudgetError('a derivative of too high an order')
  return order === 0 ? builtIn(alg, fn, arg) : over(alg, derivativeExpr(fn, order), arg)
}

function builtIn(alg: Algebra, fn: string, u: Poly): Poly {
  const ones = () => onesPoly(alg, u.dims)
  const plus = (...p: readonly Poly[]) => sum(alg, u.dims, p)
  const times = (...p: readonly Poly[]) => entrywiseProduct(alg, u.dims, p)
  const exp = (c: Fraction) => expPoly(alg, scale(alg, c, u))
  switch (fn) {
    case 'exp': return expPoly(alg, u)
    case 'log': return logPoly(alg, u)
    case 'sin': return odd(alg, 'sin', u)
    case 'cos': return wave(alg, 'cos', leading(u) < 0 ? scale(alg, MINUS, u) : u)
    case 'tan': return times(builtIn(alg, 'sin', u), powPoly(alg, builtIn(alg, 'cos', u), MINUS))
    case 'sinh': return plus(scale(alg, HALF, exp(ONE)), scale(alg, HALF.neg(), exp(MINUS)))
    case 'cosh': return plus(scale(alg, HALF, exp(ONE)), scale(alg, HALF, exp(MINUS)))
    case 'tanh': return plus(ones(), scale(alg, new Fraction(-2), powPoly(alg, plus(ones(), exp(TWO)), MINUS)))
    case 'sigmoid': return powPoly(alg, plus(ones(), exp(MINUS)), MINUS)
    case 'softplus': return logPoly(alg, plus(ones(), exp(ONE)))
    case 'sign': return signPoly(alg, u)
    case 'abs': return times(u, signPoly(alg, u))
    case 'relu': return plus(scale(alg, HALF, u), scale(alg, HALF, times(u, signPoly(alg, u))))
    case 'step': return plus(scale(alg, HALF, ones()), scale(alg, HALF, signPoly(alg, u)))
    default: throw new InternalError(`no rule for the function ${fn}`)
  }
}

/** An odd function takes the sign of its inside out. */
function odd(alg: Algebra, fn: string, u: Poly): Poly {
  if (u.terms.length === 0) return u
  return leading(u) < 0 ? scale(alg, MINUS, wave(alg, fn, scale(alg, MINUS, u))) : wave(alg, fn, u)
}

function wave(alg: Algebra, fn: string, u: Poly): Poly {
  if (u.terms.length === 0) return fn === 'cos' ? onesPoly(alg, u.dims) : u
  return entrywiseAtom(alg, u, fn, inner => ({ t: 'map', fn, order: 0, arg: inner }))
}

function leading(u: Poly): number {
  return u.terms.length === 0 ? 0 : u.terms[0]!.c.compare(0)
}

const U: Var = { k: 'var', name: 'u', derivs: [], dims: [] }
const uInfo: SymbolInfo = { name: 'u', kind: 'array', axes: [], properties: new Set(), of: [] }
const tables = new Map<string, Expr>()

/** The derivative of a built-in function of one number, as an expression in `u`. */
function derivativeExpr(fn: string, order: number): Expr {
  const key = `${fn}${order}`
  let e = tables.get(key)
  if (!e) {
    e = order === 0 ? apply(fn, U) : differentiate(derivativeExpr(fn, order - 1), 'u', new Map([['u', uInfo]]))
    tables.set(key, e)
  }
  return e
}

/** An expression of one number, laid over every entry of `u`. */
function over(alg: Algebra, e: Expr, u: Poly, memo = new Map<Expr, Poly>()): Poly {
  let made = memo.get(e)
  if (made === undefined) memo.set(e, made = laidOver(alg, e, u, x => over(alg, x, u, memo)))
  return made
}

function laidOver(alg: Algebra, e: Expr, u: Poly, over: (e: Expr) => Poly): Poly {
  const at = u.dims.map((_, n) => n)
  switch (e.k) {
    case 'var': return u
    case 'const': return alg.product([number(alg, e.value), onesPoly(alg, u.dims)], [[], at], u.dims, at)
    case 'einsum': return e.factors.length === 0 ? onesPoly(alg, u.dims) : entrywiseProduct(alg, u.dims, e.factors.map(over))
    case 'add': return sum(alg, u.dims, e.terms.map(over))
    case 'map': return mapPoly(alg, e.fn, e.order, over(e.arg))
    case 'pow': return powPoly(alg, over(e.base), asConstant(alg.normal(e.exponent))!)
    default: throw new InternalError(`a derivative table holds ${e.k}`)
  }
}
