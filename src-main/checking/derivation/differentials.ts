/** Differentials: `df = tr(G^T dA)`, `d(A x)`. Each array of a question has a differential of its own, `dA`, of the shape of A. */
import { add, einsum, slots } from '../../calculus/tensors/build.ts'
import { differentiate, expand, slotsOf, type Expr, type Scope, type SymbolInfo, type Typed } from '../../calculus/index.ts'
import type { Question } from '../question.ts'

/**
 * The scope with `dX` for every declared array X (only for `wrt`, where the question has it), `d(…)` for the differential of an expression, and `df` for
 * every defined name f.
 */
export function withDifferentials(scope: Scope, question: Pick<Question, 'wrt'>): Scope {
  const symbols = new Map(scope.symbols)
  const plain = [...scope.symbols.values()].filter(s => s.kind === 'array' && !scope.bodies.has(s.name) && s.of.length === 0)
  const moving = question.wrt === undefined ? plain : plain.filter(s => s.name === question.wrt)
  for (const s of moving) if (!symbols.has(`d${s.name}`)) symbols.set(`d${s.name}`, { ...s, name: `d${s.name}`, properties: new Set(), of: [], differential: true })
  if (!symbols.has('d')) symbols.set('d', { name: 'd', kind: 'elementwise', axes: [], properties: new Set(), of: [] })
  const made: Scope = { ...scope, symbols, ...(scope.symbols.has('d') ? {} : { differential: e => differentialOf(e, made, moving) }) }
  return [...scope.bodies.keys()].reduce((s, name) => withDifferentialOf(s, name, moving), made)
}

/** The scope with `dg` for a defined name g that has none yet. */
export function withDifferential(scope: Scope, name: string): Scope {
  const moving = [...scope.symbols.values()].filter(s => s.differential && !scope.bodies.has(s.name)).map(s => scope.symbols.get(s.name.slice(1))!)
  const made: Scope = { ...scope, ...(scope.differential && { differential: e => differentialOf(e, made, moving) }) }
  return withDifferentialOf(made, name, moving)
}

function withDifferentialOf(scope: Scope, name: string, moving: readonly SymbolInfo[]): Scope {
  const body = scope.bodies.get(name)
  const own = `d${name}`
  if (!body || scope.symbols.has(own)) return scope
  const info: SymbolInfo = { ...scope.symbols.get(name)!, name: own, properties: new Set(), differential: true }
  const differential: Typed = { ...body, expr: differentialOf(body.expr, scope, moving) }
  return { ...scope, symbols: new Map([...scope.symbols, [own, info]]), bodies: new Map([...scope.bodies, [own, differential]]) }
}

/** Σ_X ∂e/∂X · dX, with the slots of e. */
function differentialOf(e: Expr, scope: Scope, moving: readonly SymbolInfo[]): Expr {
  const whole = expand(e, scope)
  const own = slots(whole).map((_, n) => n)
  const terms = moving.map((s): Expr => {
    const d = differentiate(whole, s.name, scope.symbols)
    const input = slotsOf(s).map((_, n) => own.length + n)
    return einsum([d, { k: 'var', name: `d${s.name}`, derivs: [], dims: slotsOf(s) }], [[...own, ...input], input], own)
  })
  return add(terms, slots(whole))
}
