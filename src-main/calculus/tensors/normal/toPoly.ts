/** From typed expressions to polynomials, one kind at a time. */
import { InternalError, unknownKind } from '../../problem.ts'
import { slots } from '../build.ts'
import type { Expr, Reshape, Var } from '../expr.ts'
import type { Algebra } from './algebra.ts'
import { contract, number, single, sum } from './arith.ts'
import { determinant, inverse, numberTo } from './matrices.ts'
import { mapPoly } from './maps.ts'
import { expPoly, logPoly } from './exponentials.ts'
import { ONE, asConstant, type Atom, type Poly } from './poly.ts'
import { powPoly } from './powers.ts'

/** The polynomial of one expression whose parts are asked of `alg`. */
export function toPoly(alg: Algebra, e: Expr): Poly {
  switch (e.k) {
    case 'const': return number(alg, e.value)
    case 'pi': return single(alg, { label: 'π', symmetry: 'none', kind: { t: 'pi' } }, [])
    case 'var': return symbol(alg, e)
    case 'delta': return alg.collect([e.dim, e.dim], [{ c: ONE, g: { size: [e.dim], free: [0, 0], edges: [] } }])
    case 'unit': return single(alg, { label: `e${e.at}`, symmetry: 'none', kind: { t: 'unit', dim: e.dim, at: e.at } }, [e.dim])
    case 'inject': return single(alg, { label: `block${e.part}of${e.dim}`, symmetry: 'none', kind: { t: 'inject', dim: e.dim, part: e.part, parts: e.parts } }, slots(e))
    case 'reshape': return reshape(alg, e)
    case 'einsum': return contract(alg, e.factors.map(f => alg.normal(f)), e.wires, e.dims, e.out)
    case 'add': return sum(alg, e.dims, e.terms.map(t => alg.normal(t)))
    case 'map': return mapPoly(alg, e.fn, e.order, alg.normal(e.arg))
    case 'pow': return power(alg, alg.normal(e.base), alg.normal(e.exponent))
    case 'inverse': return inverse(alg, alg.normal(e.arg))
    case 'det': return determinant(alg, alg.normal(e.arg))
    default: return unknownKind(e)
  }
}

/** The bridge from one list of slots to another is the bridge back, turned round: one of the two directions stands for both. */
function reshape(alg: Algebra, { from, to }: Reshape): Poly {
  const [n, k] = [from.length, to.length]
  if (from.join('*') > to.join('*')) {
    const all = Array.from({ length: n + k }, (_, s) => s)
    return contract(alg, [reshape(alg, { k: 'reshape', from: to, to: from })], [[...all.slice(n), ...all.slice(0, n)]], [...from, ...to], all)
  }
  return single(alg, { label: `reshape${from.join('*')}to${to.join('*')}`, symmetry: 'none', kind: { t: 'reshape', from, to } }, [...from, ...to])
}

/** A symbol stands many times in an expression, and is the same polynomial each time. */
function symbol(alg: Algebra, e: Var): Poly {
  const key = `${e.name}/${e.derivs.join('/')}[${e.dims.join()}]`
  let made = alg.variables.get(key)
  if (made === undefined) alg.variables.set(key, made = variable(alg, e))
  return made
}

function variable(alg: Algebra, e: Var): Poly {
  const info = alg.symbols.get(e.name)
  if (!info) throw new InternalError(`no symbol ${e.name}`)
  const own = info.properties
  const square = e.derivs.length === 0 && e.dims.length === 2 && e.dims[0] === e.dims[1]
  const diagonal = square && own.has('diagonal')
  const atom: Atom = {
    label: [e.name, ...e.derivs].join('/'),
    symmetry: !square || diagonal ? 'none' : own.has('symmetric') || own.has('posdef') ? 'sym' : own.has('skew') ? 'skew' : 'none',
    kind: { t: 'var', name: e.name, derivs: e.derivs, diagonal, orthogonal: square && own.has('orthogonal'), positive: e.derivs.length === 0 && own.has('positive') },
  }
  if (diagonal) return alg.collect(e.dims, [{ c: ONE, g: { size: [e.dims[0]!], free: [0, 0], edges: [{ atom, at: [0] }] } }])
  return single(alg, atom, e.dims)
}

/** A polynomial in sizes with whole coefficients. */
function isWhole(p: Poly): boolean {
  return p.dims.length === 0 && p.terms.every(t => t.c.d === 1n && t.g.edges.length === 0)
}

/** base^exponent entry by entry: a rational exponent as it is, a whole number of sizes of a negative number by its parity, any other through exp(exponent · log base). */
function power(alg: Algebra, base: Poly, exponent: Poly): Poly {
  const e = asConstant(exponent)
  if (e) return powPoly(alg, base, e)
  const c = asConstant(base)
  if (c && c.s < 0n && isWhole(exponent)) return numberTo(alg, c, exponent)
  const at = base.dims.map((_, n) => n)
  const log = logPoly(alg, base)
  return expPoly(alg, contract(alg, [exponent, log], [exponent.dims.length === 0 ? [] : at, at], base.dims, at))
}
