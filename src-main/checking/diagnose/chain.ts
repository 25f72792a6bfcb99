/** The chain rule left off: the derivative by an inner expression stands where the derivative by the variable belongs. */
import { add, constant, einsum, isZero, ones, outer as outerProduct, permute, slots, times } from '../../calculus/tensors/build.ts'
import { differentiate, expand, type Dim, type Expr } from '../../calculus/index.ts'
import type { Diagnosis } from '../verdict.ts'
import { words } from '../words.ts'
import { innerOf, innersOf, outerDerivative } from './inner.ts'
import { reordered, type Wrong } from './wrong.ts'

const MOST = 12

/** Is the answer the derivative of f by some inner expression, or its negative, without the derivative of that expression? */
export function innerMissing(w: Wrong): Diagnosis | null {
  const d = w.found.prepared.derivative
  if (!d) return null
  for (const { inner, outer, held } of innersOf(w.found.prepared, d)) {
    // Where the inner derivative is the identity, nothing is missing but its shape.
    if (w.is(outer, d.jacobian)) continue
    if (w.is(w.found.expr, withoutInner(outer, slots(d.f.expr), d.arrangement.order, w)) || w.is(w.found.raw, rowSums(outer, slots(d.f.expr).length))) return w.say('chain', words.chain)
    const beside = besideInner(w, inner, outer, held)
    if (beside && w.is(w.found.expr, reordered(beside, d.arrangement.order))) return w.say('chain', words.chain)
    const own = slots(w.found.expr)
    // In index notation the answer may lack the letters of what is missing: it is constant along them.
    const component = w.found.prepared.truth.free.length > 0
    if (slots(outer).length !== own.length && !(component && slots(outer).length < own.length)) continue
    for (const places of fits(own, slots(outer))) {
      const turned = laidOver(outer, places, own)
      // The sign belongs to what is missing, too, where nothing else depends on the variable.
      if (w.is(w.found.expr, turned) || (isZero(held) && w.is(w.found.expr, times(constant(-1), turned)))) return w.say('chain', words.chain)
    }
  }
  return null
}

/** Where the variable stands outside the inner expression, too: that part is right, and only the derivative of the inner one is taken for 1. */
function besideInner(w: Wrong, inner: Expr, outer: Expr, held: Expr): Expr | null {
  const input = w.found.prepared.derivative!.input.flat()
  const dims = slots(inner)
  if (!w.found.fits || isZero(held) || dims.length !== input.length || dims.some((x, n) => x !== input[n])) return null
  return add([outer, held])
}

/** `e` with its slots at these places of an array, constant along the others. */
function laidOver(e: Expr, places: readonly number[], dims: readonly Dim[]): Expr {
  return einsum([e], [places], dims.map((_, n) => n), Object.fromEntries(dims.map((d, n) => [n, d])))
}

/** Where f works entry by entry, ∂f/∂inner is diagonal, and people write its diagonal: the sums over the inner slots. */
function rowSums(outer: Expr, own: number): Expr {
  const all = slots(outer).map((_, n) => n)
  return einsum([outer], [all], all.slice(0, own))
}

/** The same laid over the slots of the asked derivative, constant along the input. */
function withoutInner(outer: Expr, target: readonly Dim[], order: readonly number[], w: Wrong): Expr {
  const d = w.found.prepared.derivative!
  const input = d.input.flat()
  return permute(outerProduct(rowSums(outer, target.length), ones(input)), order)
}

/** Was the derivative of one function of a nest left out: `sigma` differentiated as if it were its argument? */
export function stageMissing(w: Wrong): Diagnosis | null {
  const { found, symbols } = w
  const d = found.prepared.derivative
  if (!d || !found.fits) return null
  const stages = [d.f.expr, ...innerOf(d.f.expr, d.wrt)].filter(e => e.k === 'map' || e.k === 'pow').slice(0, MOST)
  for (const stage of stages) {
    const inner = stage.k === 'map' ? stage.arg : stage.base
    const dims = slots(stage)
    const outer = outerDerivative(found.prepared, d, stage)
    const own = dims.map((_, n) => slots(d.f.expr).length + n)
    const first = slots(d.f.expr).map((_, n) => n)
    const input = d.input.flat().map((_, n) => first.length + own.length + n)
    const through = expand(differentiate(inner, d.wrt, symbols), found.prepared.scope)
    const product = einsum([outer, through], [[...first, ...own], [...own, ...input]], [...first, ...input])
    const laid = reordered(product, d.arrangement.order)
    if (w.is(found.expr, laid)) return w.say('chain', words.chainStage)
    // Of a root or a power the number may be there, and only the lower power be forgotten: (x - a)^T for the derivative of ||x - a||.
    if (stage.k === 'pow' && stage.exponent.k === 'const' && w.is(found.expr, times(stage.exponent, laid))) return w.say('chain', words.chainStage)
  }
  return null
}

/** The ways to give each slot of sizes `to` a slot of sizes `from` of its own; at most a few. */
function fits(from: readonly (string | number)[], to: readonly (string | number)[]): number[][] {
  if (from.length > 4) return []
  const place = (chosen: number[]): number[][] => {
    if (chosen.length === to.length) return [chosen]
    return from.flatMap((d, n) => (d === to[chosen.length] && !chosen.includes(n) ? place([...chosen, n]) : []))
  }
  return place([])
}
