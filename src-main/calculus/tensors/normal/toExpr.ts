/** From polynomials back to typed expressions, for printing a normal form. */
import { InternalError } from '../../problem.ts'
import { add, constant, einsum, power, apply } from '../build.ts'
import type { Dim, Expr } from '../expr.ts'
import type { Atom, Poly, Term } from './poly.ts'

/** Polynomials are shared between atoms: without this, functions within functions take exponentially long. */
const made = new WeakMap<Poly, Expr>()

/** The polynomial as a sum of products with contractions; slots as those of the polynomial. */
export function toExpr(p: Poly): Expr {
  let e = made.get(p)
  if (e === undefined) made.set(p, e = add(p.terms.map(termToExpr), p.dims))
  return e
}

/** One monomial with its coefficient. */
export function termToExpr(t: Term): Expr {
  const dims = Object.fromEntries(t.g.size.map((d, v) => [v, d]))
  const factors: Expr[] = t.g.edges.map(e => atomToExpr(e.atom, e.at.map(v => t.g.size[v]!)))
  const wires = t.g.edges.map(e => (e.atom.kind.t === 'var' && e.atom.kind.diagonal ? [e.at[0]!, e.at[0]!] : e.at))
  if (t.c.equals(1) && factors.length > 0) return einsum(factors, wires, t.g.free, dims)
  return einsum([constant(t.c), ...factors], [[], ...wires], t.g.free, dims)
}

function atomToExpr(atom: Atom, dims: readonly Dim[]): Expr {
  const k = atom.kind
  switch (k.t) {
    case 'var': return { k: 'var', name: k.name, derivs: k.derivs, dims: k.diagonal ? [dims[0]!, dims[0]!] : dims }
    case 'pi': return { k: 'pi' }
    case 'unit': return { k: 'unit', dim: k.dim, at: k.at }
    case 'inject': return { k: 'inject', dim: k.dim, part: k.part, parts: k.parts }
    case 'reshape': return { k: 'reshape', from: k.from, to: k.to }
    case 'map': return apply(k.fn, toExpr(k.arg), k.order)
    case 'pow': return power(toExpr(k.base), k.exponent)
    case 'parity': return power(constant(-1), toExpr(k.exponent))
    case 'inverse': return { k: 'inverse', arg: toExpr(k.arg) }
    case 'det': return { k: 'det', arg: toExpr(k.arg) }
    default: throw new InternalError('an atom without an expression')
  }
}
