/** Cutting and replacing within expressions: what a derivation needs to stand still at a step that the rules would take at once. */
import { differentiate, slotsOf, type Expr, type SymbolInfo, type Symbols } from '../../calculus/index.ts'
import { derivativeSlots } from '../../calculus/derivative/pieces.ts'
import { children, einsum, withChildren } from '../../calculus/tensors/build.ts'

/** Replaces sub-expressions, outer ones first; `change` gives null for what is to be gone into. Slots must stay. */
export function replaced(e: Expr, change: (e: Expr) => Expr | null): Expr {
  const memo = new Map<Expr, Expr>()
  const go = (x: Expr): Expr => {
    const known = memo.get(x)
    if (known) return known
    const kids = children(x)
    const made = change(x) ?? (kids.length === 0 ? x : same(x, kids, kids.map(go)))
    memo.set(x, made)
    return made
  }
  return go(e)
}

function same(e: Expr, kids: readonly Expr[], made: readonly Expr[]): Expr {
  return made.every((m, n) => m === kids[n]) ? e : withChildren(e, made)
}

/** Is there a sub-expression, or the expression itself, of which this holds? */
export function holds(e: Expr, test: (e: Expr) => boolean): boolean {
  return test(e) || children(e).some(c => holds(c, test))
}

/** Does the value of an expression change with the symbol, directly or by what depends on it? */
export function dependsOn(e: Expr, wrt: string, symbols: Symbols): boolean {
  const reaches = (name: string, seen: ReadonlySet<string>): boolean =>
    name === wrt || (!seen.has(name) && (symbols.get(name)?.of ?? []).some(a => reaches(a, new Set([...seen, name]))))
  return holds(e, x => x.k === 'var' && reaches(x.name, new Set()))
}

/** A text that is the same for expressions of the same build. */
export function buildKey(e: Expr): string {
  return JSON.stringify(e, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))
}

/** Stands for the symbol itself while the rules run, so that its own derivative is not yet written as deltas. */
const veil = '\u2020'

/** The derivative by `wrt` in which ∂wrt/∂wrt still stands as an atom: the product and the chain rule are done, and nothing else. */
export function unevaluated(e: Expr, wrt: string, symbols: Symbols): Expr {
  const info = symbols.get(wrt)!
  const name = veil + wrt
  const veiled: SymbolInfo = { ...info, name, of: [wrt] }
  const own = replaced(e, x => (x.k === 'var' && x.name === wrt && x.derivs.length === 0 ? { ...x, name } : null))
  const d = differentiate(own, wrt, new Map([...symbols, [name, veiled]]))
  return replaced(d, x => (x.k === 'var' && x.name === name ? { ...x, name: wrt } : null))
}

/** Is this the atom ∂name/∂wrt? */
export function isAtom(e: Expr, name: string, wrt: string): boolean {
  return e.k === 'var' && e.name === name && e.derivs.length === 1 && e.derivs[0] === wrt
}

/** The same with each ∂wrt/∂wrt as a product of deltas that are not yet summed away: they stand as symbols by the name `delta`. */
export function withDeltas(e: Expr, wrt: string, symbols: Symbols): Expr {
  const own = slotsOf(symbols.get(wrt)!)
  const deltas = own.map((dim): Expr => ({ k: 'var', name: 'delta', derivs: [], dims: [dim, dim] }))
  const product = einsum(deltas, own.map((_, n) => [n, own.length + n]), [...own, ...own].map((_, n) => n))
  return replaced(e, x => (isAtom(x, wrt, wrt) ? product : null))
}

/** The same with each ∂wrt/∂wrt carried out. */
export function contracted(e: Expr, wrt: string, symbols: Symbols): Expr {
  const d = derivativeSlots(slotsOf(symbols.get(wrt)!))
  return replaced(e, x => (isAtom(x, wrt, wrt) ? d : null))
}
