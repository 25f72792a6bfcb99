/** The right derivative of something else, or stacked in another way. */
import { slots } from '../../calculus/tensors/build.ts'
import { expand, differentiate } from '../../calculus/index.ts'
import { arranged, arrangementOf } from '../prepare/prepare.ts'
import { sameAxes } from '../prepare/bridge.ts'
import type { Diagnosis } from '../verdict.ts'
import { words } from '../words.ts'
import { reordered, type Wrong } from './wrong.ts'

/** The derivative by another symbol of the question. */
export function wrongVariable(w: Wrong): Diagnosis | null {
  const { prepared, axes, expr } = w.found
  const d = prepared.derivative
  if (!d || prepared.truth.free.length > 0) return null
  for (const [name, info] of w.symbols) {
    if (name === d.wrt || info.kind !== 'array' || prepared.scope.bodies.has(name)) continue
    const other = expand(differentiate(expand(d.f.expr, prepared.scope), name, w.symbols), prepared.scope)
    const laid = arranged(other, arrangementOf(prepared.question, d.f, info.axes))
    if (sameAxes(laid.axes, axes) && slots(laid.expr).length > 0 && w.is(expr, laid.expr)) {
      if (reaches(w, name, d.wrt)) return w.say('chain', words.chain)
      return w.say(w.found.fits ? 'chain' : 'shape', words.wrongVariable(name))
    }
  }
  return null
}

/** Does a symbol depend on another along `of`? */
function reaches(w: Wrong, name: string, wrt: string, seen: ReadonlySet<string> = new Set()): boolean {
  if (seen.has(name)) return false
  const of = w.symbols.get(name)?.of ?? []
  return of.some(a => a === wrt || reaches(w, a, wrt, new Set([...seen, name])))
}

/** Rows stacked in place of columns: right with the slots within each axis in the opposite order. */
export function stacking(w: Wrong): Diagnosis | null {
  const { prepared, raw, axes } = w.found
  const { truth } = prepared
  if (truth.free.length > 0 || !truth.axes.some(a => a.length > 1)) return null
  if (axes.length !== truth.axes.length || axes.some((a, n) => a.length !== truth.axes[n]!.length)) return null
  let from = 0
  const order = truth.axes.flatMap(a => {
    const own = a.map((_, n) => from + n).reverse()
    from += a.length
    return own
  })
  const other = reordered(truth.expr, order)
  if (!w.is(raw, other)) return null
  return w.say('layout', words.rowStacked)
}
