/** Slips that concern the answer as a whole: its sign, a constant factor, its layout. */
import { constant, power, size, times } from '../../calculus/tensors/build.ts'
import { showAxes, type Axis, type Expr } from '../../calculus/index.ts'
import { arranged, arrangementOf } from '../prepare/prepare.ts'
import type { Diagnosis } from '../verdict.ts'
import { words } from '../words.ts'
import { sameAxes } from '../prepare/bridge.ts'
import { reordered, type Wrong } from './wrong.ts'

interface Try { readonly value: (k: number) => number; readonly by: Expr | null; readonly text: string }

/** Right up to its sign, or to a rational factor, which may hold one or two sizes. */
export function factor(w: Wrong): Diagnosis | null {
  const { expr, fits } = w.found
  if (!fits) return null
  const [yours, truth] = [w.probe.at(expr), w.probe.at(w.truth)]
  if (!yours || !truth || yours.length === 0) return null
  // Where both are zero, any factor fits.
  const places = yours.map((_, n) => n).filter(n => yours[n]!.some(v => v !== 0) || truth[n]!.some(v => v !== 0))
  const ratios = places.map(n => ratio(yours[n]!, truth[n]!))
  if (ratios.length === 0 || ratios.some(r => r === null || r === 0)) return null
  const [r] = ratios as number[]
  const tries: Try[] = [{ value: k => ratios[k]!, by: null, text: '' }]
  const names = [...new Set(w.probe.sizes.flatMap(s => [...s.keys()]))]
  const times1 = (a: string): Try => ({ value: k => ratios[k]! / sizeAt(k, a), by: size(a), text: ` ${a}` })
  const over1 = (a: string): Try => ({ value: k => ratios[k]! * sizeAt(k, a), by: power(size(a), -1), text: `/${a}` })
  const sizeAt = (k: number, name: string): number => w.probe.sizes[places[k]!]!.get(name)!
  for (const a of names) tries.push(times1(a), over1(a))
  for (const a of names) for (const b of names) {
    if (a !== b) tries.push({ value: k => ratios[k]! / sizeAt(k, a) * sizeAt(k, b), by: times(size(a), power(size(b), -1)), text: ` ${a}/${b}` })
    if (a > b) continue
    tries.push({ value: k => ratios[k]! / sizeAt(k, a) / sizeAt(k, b), by: times(size(a), size(b)), text: ` ${a} ${b}` })
    tries.push({ value: k => ratios[k]! * sizeAt(k, a) * sizeAt(k, b), by: power(times(size(a), size(b)), -1), text: `/(${a} ${b})` })
  }
  for (const t of tries) {
    const first = t.value(0)
    if (ratios.some((_, k) => Math.abs(t.value(k) - first) > 1e-7 * Math.abs(first))) continue
    const c = rational(first)
    if (!c || (c[0] === c[1] && !t.by)) continue
    const scaled = times(constant(`${c[0]}/${c[1]}`), t.by ? times(t.by, w.truth) : w.truth)
    if (!w.is(expr, scaled)) continue
    if (r === -1 || (c[0] === -1 && c[1] === 1 && !t.by)) return w.say('sign', words.sign)
    const number = c[1] === 1 ? `${c[0]}` : `${c[0]}/${c[1]}`
    return w.say('factor', words.factor(t.text.startsWith('/') ? `${number}${t.text}` : `${number === '1' && t.by ? '' : number}${t.text}`.trim()))
  }
  return null
}

/** y = c t in every entry; null where it is not so, or where t is zero. */
function ratio(y: Float64Array, t: Float64Array): number | null {
  let at = 0
  t.forEach((v, n) => { if (Math.abs(v) > Math.abs(t[at]!)) at = n })
  if (t.length === 0 || t[at] === 0 || !Number.isFinite(t[at]!)) return null
  const c = y[at]! / t[at]!
  return t.every((v, n) => Math.abs(y[n]! - c * v) <= 1e-7 * Math.abs(c * t[at]!)) ? c : null
}

/** A fraction with a small denominator that a float stands for. */
function rational(x: number): [number, number] | null {
  for (let d = 1; d <= 24; d++) {
    const n = Math.round(x * d)
    if (n !== 0 && Math.abs(x * d - n) < 1e-7 * Math.max(1, Math.abs(n)) && Math.abs(n) <= 1000) return [n, d]
  }
  return null
}

/** Right in another layout, or transposed. */
export function layout(w: Wrong): Diagnosis | null {
  const { prepared, axes, expr, shape } = w.found
  const { derivative: d, question, truth } = prepared
  const asked = showAxes(truth.axes)
  if (d && truth.free.length === 0) {
    for (const other of ['jacobian', 'numerator', 'denominator'] as const) {
      if (other === question.layout) continue
      const laid = arranged(d.jacobian, arrangementOf(question, d.f, d.input, other))
      if (sameAxes(laid.axes, axes) && !sameOrder(laid.axes, truth.axes, laid.expr, truth.expr) && w.is(expr, laid.expr)) {
        return w.say('layout', words.layoutNamed(other, question.layout, shape === asked ? '' : asked))
      }
    }
  }
  // Where one entry is asked, the expression also has the slots of its indices: a matrix is no transposed entry.
  const turned = truth.free.length === 0 ? transposed(axes, expr) : null
  if (turned && sameAxes(turned.axes, truth.axes) && w.is(turned.expr, truth.expr)) return w.say('layout', words.layout(shape, asked))
  return null
}

function sameOrder(a: readonly Axis[], b: readonly Axis[], x: Expr, y: Expr): boolean {
  return sameAxes(a, b) && x === y
}

/** The transpose of a row, a column or a matrix without free indices. */
export function transposed(axes: readonly Axis[], expr: Expr): { axes: readonly Axis[]; expr: Expr } | null {
  if (axes.length === 0 || axes.length > 2) return null
  const [row, col] = axes.length === 1 ? [axes[0]!, []] : [axes[0]!, axes[1]!]
  const made: readonly Axis[] = row.length === 0 ? [col] : [col, row]
  const order = [...col.map((_, n) => row.length + n), ...row.map((_, n) => n)]
  return { axes: made, expr: reordered(expr, order) }
}
