/** Derivative atoms: what `∂f/∂B` and `df/dB` stand for in an answer. */
import { children, withChildren, zeros } from '../tensors/build.ts'
import { slotsOf } from '../tensors/symbols.ts'
import { InternalError } from '../problem.ts'
import { derivativeSlots } from './pieces.ts'
import { differentiate } from './differentiate.ts'
import type { Expr, Var } from '../tensors/expr.ts'
import type { Scope } from '../language/scope.ts'

/**
 * The derivative of the symbol or defined name `name` by `wrt`, slots of the one, then of the other. `partial`: by the direct argument, other
 * defined names and arguments held fixed; `null` where `wrt` is no argument of `name`. `total`: along every path; zero where there is none.
 */
export function derivativeAtom(name: string, wrt: string, mode: 'partial' | 'total', scope: Scope): Expr | null {
  const info = scope.symbols.get(name)
  const by = scope.symbols.get(wrt)
  if (!info || !by) throw new InternalError(`no symbol ${info ? wrt : name}`)
  if (name === wrt) return derivativeSlots(slotsOf(info))
  if (mode === 'partial' && !info.of.includes(wrt)) return null
  const body = scope.bodies.get(name)
  if (body && mode === 'partial') return differentiate(body.expr, wrt, scope.symbols, { direct: true })
  if (body) return differentiate(expand(body.expr, scope, wrt), wrt, scope.symbols)
  const own: Var = { k: 'var', name, derivs: [], dims: slotsOf(info) }
  if (info.of.length === 0) return zeros([...own.dims, ...slotsOf(by)])
  return differentiate(own, wrt, scope.symbols, { partial: mode === 'partial' })
}

/**
 * Replaces every defined name in an expression by its body, through and through; `except` is left as it stands. A derivative of a defined name is
 * one by a direct argument: that is how the chain rule writes it.
 */
export function expand(e: Expr, scope: Scope, except?: string): Expr {
  if (scope.bodies.size === 0) return e
  const memo = new Map<Expr, Expr>()
  const go = (x: Expr): Expr => {
    const known = memo.get(x)
    if (known) return known
    const body = x.k === 'var' && x.name !== except ? scope.bodies.get(x.name) : undefined
    const kids = children(x)
    const made = x.k === 'var' && body ? go(x.derivs.reduce((d, by) => differentiate(d, by, scope.symbols, { direct: true }), body.expr)) : kids.length === 0 ? x : keep(x, kids, kids.map(go))
    memo.set(x, made)
    return made
  }
  return go(e)
}

/** Replaces only derivatives of defined names, by the derivatives of their bodies: the names themselves stay. */
export function expandDerivatives(e: Expr, scope: Scope): Expr {
  const kids = children(e)
  const body = e.k === 'var' && e.derivs.length > 0 ? scope.bodies.get(e.name) : undefined
  if (e.k === 'var' && body) return expandDerivatives(e.derivs.reduce((d, by) => differentiate(d, by, scope.symbols, { direct: true }), body.expr), scope)
  return kids.length === 0 ? e : keep(e, kids, kids.map(k => expandDerivatives(k, scope)))
}

function keep(e: Expr, kids: readonly Expr[], made: readonly Expr[]): Expr {
  return made.every((m, n) => m === kids[n]) ? e : withChildren(e, made)
}
