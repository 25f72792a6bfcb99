/** Canonical keys: two expressions with equal keys are equal; the printer collects like terms and finds a matrix beside its inverse by them. */
import { certificate, type Certificate } from '../../tensors/normal/canon.ts'
import { BudgetError, type Atom } from '../../tensors/normal/poly.ts'
import type { Expr } from '../../tensors/expr.ts'
import type { Symbols } from '../../tensors/symbols.ts'
import { slots } from '../../tensors/build.ts'
import type { Factor, Mono } from './mono.ts'
import type { Rules } from './rules.ts'

/** How many leaves the search of one key may visit; past it the monomial is named as it stands, and merely is not collected. */
const LEAVES = 500

/** The key of a monomial without its coefficient, and the sign that skew-symmetric factors bring with them (0: the monomial is zero). */
export function monoKey(m: Mono, rules: Rules): Certificate {
  let left = LEAVES
  const spend = (n: number): void => {
    left -= n
    if (left < 0) throw new BudgetError()
  }
  rules.spend(1 + m.factors.length / 16)
  const edges = m.factors.map(f => ({ atom: atomOf(f.e, rules), at: f.on }))
  try {
    return certificate({ size: m.dims, free: m.out, edges }, spend)
  } catch (error) {
    if (!(error instanceof BudgetError)) throw error
    return { key: `?${m.out}|${edges.map(e => `${e.atom.label}(${e.at})`).join('')}`, sign: 1 }
  }
}

/** The graph wants to know of an atom only its label and its symmetry. */
function atomOf(e: Expr, rules: Rules): Atom {
  return { label: atomKey(e, rules), symmetry: rules.symmetry(e), kind: { t: 'pi' } }
}

/** The key of something that stands as one factor. */
export function atomKey(e: Expr, rules: Rules): string {
  switch (e.k) {
    case 'var': return e.derivs.length ? `∂${e.name}/${e.derivs.join('/')}` : e.name
    case 'pi': return 'π'
    case 'unit': return `unit(${e.at};${e.dim})`
    case 'inject': return `inject(${e.part};${e.dim})`
    case 'reshape': return `reshape(${e.from.join()};${e.to.join()})`
    case 'map': return `${e.fn}${"'".repeat(e.order)}[${rules.key(e.arg)}]`
    case 'pow': return `[${rules.key(e.base)}]^[${rules.key(e.exponent)}]`
    case 'inverse': return `inv[${rules.key(e.arg)}]`
    case 'det': return `det[${rules.key(e.arg)}]`
    case 'const': case 'delta': case 'einsum': case 'add': return `[${rules.key(e)}]`
  }
}

/** May the two slots of this factor be exchanged, as it stands or with the sign turned? */
export function symmetryOf(e: Expr, symbols: Symbols, rules: Rules): 'none' | 'sym' | 'skew' {
  const own = slots(e)
  if (own.length !== 2 || own[0] !== own[1] || e.k === 'unit' || e.k === 'inject' || e.k === 'reshape') return 'none'
  if (e.k === 'var') {
    const has = symbols.get(e.name)?.properties
    if (!has || e.derivs.length > 0) return 'none'
    return has.has('symmetric') || has.has('posdef') || has.has('diagonal') ? 'sym' : has.has('skew') ? 'skew' : 'none'
  }
  if (e.k === 'inverse') return rules.symmetry(e.arg)
  const turned: Expr = { k: 'einsum', factors: [e.k === 'map' ? e.arg : e.k === 'pow' ? e.base : e], wires: [[0, 1]], dims: own, out: [1, 0] }
  if (e.k === 'pow' && slots(e.exponent).length > 0) return 'none'
  return rules.key(turned) === rules.key(turned.factors[0]!) ? 'sym' : 'none'
}

/** Adds the coefficients of like terms; terms that cancel go. The order is that of first appearance. */
export function collect(terms: readonly Mono[], rules: Rules): Mono[] {
  const found = new Map<string, { mono: Mono; sign: number }>()
  for (const t of terms) {
    const { key, sign } = monoKey(t, rules)
    if (sign === 0) continue
    const same = found.get(key)
    if (!same) found.set(key, { mono: t, sign })
    else same.mono = { ...same.mono, coef: same.mono.coef.add(t.coef.mul(sign * same.sign)) }
  }
  return [...found.values()].map(f => f.mono).filter(t => !t.coef.equals(0))
}

/** Are two factors the same thing on the same vertices? */
export function sameFactor(a: Factor, b: Factor, rules: Rules): boolean {
  if (a.on.length !== b.on.length) return false
  const straight = a.on.every((v, n) => v === b.on[n])
  const turned = a.on.length === 2 && a.on[0] === b.on[1] && a.on[1] === b.on[0] && rules.symmetry(a.e) === 'sym'
  return (straight || turned) && rules.atom(a.e) === rules.atom(b.e)
}
