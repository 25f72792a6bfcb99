/** Differentials: `df = tr(G^T dA)`. Each array of a question has a differential of its own, `dA`, of the shape of A. */
import { add, einsum, slots } from '../../calculus/tensors/build.ts'
import { differentiate, expand, slotsOf, type Expr, type Scope, type SymbolInfo, type Typed } from '../../calculus/index.ts'
import type { Question } from '../question.ts'

/** The scope with `dX` for every declared array X, and `df` for every defined name f: its derivative by each X, contracted with dX. */
export function withDifferentials(scope: Scope, question: Question): Scope {
  const symbols = new Map(scope.symbols)
  const bodies = new Map(scope.bodies)
  const plain = [...scope.symbols.values()].filter(s => s.kind === 'array' && !scope.bodies.has(s.name) && s.of.length === 0)
  const moving = question.wrt === undefined ? plain : plain.filter(s => s.name === question.wrt)
  for (const s of moving) if (!symbols.has(`d${s.name}`)) symbols.set(`d${s.name}`, { ...s, name: `d${s.name}`, properties: new Set(), of: [] })
  for (const [name, body] of scope.bodies) {
    if (symbols.has(`d${name}`)) continue
    symbols.set(`d${name}`, { ...scope.symbols.get(name)!, name: `d${name}`, properties: new Set() })
    bodies.set(`d${name}`, differentialOf(body, moving, scope))
  }
  return { ...scope, symbols, bodies }
}

/** Σ_X ∂f/∂X · dX, with the slots of f. */
function differentialOf(f: Typed, moving: readonly SymbolInfo[], scope: Scope): Typed {
  const whole = expand(f.expr, scope)
  const own = slots(whole).map((_, n) => n)
  const terms = moving.map((s): Expr => {
    const d = differentiate(whole, s.name, scope.symbols)
    const input = slotsOf(s).map((_, n) => own.length + n)
    return einsum([d, { k: 'var', name: `d${s.name}`, derivs: [], dims: slotsOf(s) }], [[...own, ...input], input], own)
  })
  return { ...f, expr: add(terms, slots(whole)) }
}
