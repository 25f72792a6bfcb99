/** Expressions that are seen at sight to be nowhere negative, so that no one looks for points at which they are. */
import { children } from '../tensors/build.ts'
import type { Einsum, Expr } from '../tensors/expr.ts'
import type { Symbols } from '../tensors/symbols.ts'

const positiveFunctions: ReadonlySet<string> = new Set(['exp', 'sigmoid', 'softplus', 'cosh', 'abs', 'relu', 'step'])

/** No entry is negative at any point: sums of squares, even powers, exponentials and what is made of them. `false` says nothing. */
export function neverNegative(e: Expr, symbols: Symbols): boolean {
  const nn = (x: Expr): boolean => neverNegative(x, symbols)
  switch (e.k) {
    case 'const': return e.value.s >= 0n
    case 'pi': case 'delta': case 'unit': case 'inject': case 'reshape': return true
    case 'var': return e.derivs.length === 0 && symbols.get(e.name)?.properties.has('positive') === true
    case 'add': return e.terms.every(nn)
    case 'einsum': return unpaired(e).every(nn)
    case 'map': return e.order === 0 && positiveFunctions.has(e.fn)
    case 'pow': return nn(e.base) || (e.exponent.k === 'const' && e.exponent.value.d === 1n && e.exponent.value.n % 2n === 0n)
    case 'det': return e.arg.k === 'var' && symbols.get(e.arg.name)?.properties.has('posdef') === true
    case 'inverse': return false
  }
}

/** The factors of a product that are left when equal ones on the same vertices are taken out by twos. */
function unpaired(e: Einsum): Expr[] {
  const left: number[] = []
  e.factors.forEach((f, n) => {
    const twin = left.findIndex(m => sameWires(e.wires[m]!, e.wires[n]!) && sameExpr(e.factors[m]!, f))
    if (twin < 0) left.push(n)
    else left.splice(twin, 1)
  })
  return left.map(n => e.factors[n]!)
}

function sameWires(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((v, n) => v === b[n])
}

/** Written alike. */
function sameExpr(a: Expr, b: Expr): boolean {
  if (a === b) return true
  if (a.k !== b.k) return false
  const [kids, others] = [children(a), children(b)]
  if (kids.length !== others.length || !kids.every((kid, n) => sameExpr(kid, others[n]!))) return false
  return own(a) === own(b)
}

/** What a node holds besides its sub-expressions. */
function own(e: Expr): string {
  switch (e.k) {
    case 'const': return e.value.toFraction()
    case 'var': return `${e.name}/${e.derivs.join('/')}`
    case 'einsum': return JSON.stringify([e.wires, e.out, e.dims])
    case 'map': return `${e.fn}${e.order}`
    case 'delta': return String(e.dim)
    case 'unit': return `${e.dim} ${e.at}`
    case 'inject': return JSON.stringify([e.dim, e.part, e.parts])
    case 'reshape': return JSON.stringify([e.from, e.to])
    case 'add': return String(e.dims)
    default: return ''
  }
}
