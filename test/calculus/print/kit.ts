/** Reading a printed form back, and comparing it with what was printed. */
import { print, type Notation, type PrintOptions, type Printed } from '../../../src-main/calculus/print/print.ts'
import { read } from '../../../src-main/calculus/language/read.ts'
import type { Scope } from '../../../src-main/calculus/language/scope.ts'
import { einsum, slots } from '../../../src-main/calculus/tensors/build.ts'
import type { Expr } from '../../../src-main/calculus/tensors/expr.ts'
import type { Symbols } from '../../../src-main/calculus/tensors/symbols.ts'
import type { Axis, FreeIndex, Typed } from '../../../src-main/calculus/tensors/typed.ts'
import { floatsAt } from '../support/floats.ts'

export const scopeOf = (symbols: Symbols, components: readonly FreeIndex[] = []): Scope => ({ symbols, bodies: new Map(), components, summation: 'einstein' })

/** The text read again, its slots those of the printed expression; or why it cannot be. */
export function readBack(text: string, notation: Notation, names: readonly FreeIndex[], typed: Typed, symbols: Symbols): Expr | string {
  const reading = read(text, scopeOf(symbols, notation === 'index' ? names : []), { expected: notation === 'index' ? [] : typed.axes })
  const [problem] = reading.problems
  if (problem || !reading.value) return `${problem?.id}: ${problem?.message} at ${text.slice(problem?.from, problem?.to)}`
  const { value } = reading
  if (notation === 'matrix') return shown(value.axes) === shown(typed.axes) ? value.expr : `shape ${shown(value.axes)} for ${shown(typed.axes)}`
  if (value.axes.length > 0) return `an index form of shape ${shown(value.axes)}`
  // An index that does not occur runs along ones.
  const wires = value.free.map(f => names.findIndex(n => n.name === f.name))
  return einsum([value.expr], [wires], names.map((_, n) => n), Object.fromEntries(names.map((n, k) => [k, n.dim])))
}

const shown = (axes: readonly Axis[]): string => JSON.stringify(axes)

/** Are two expressions with the same slots equal at a random point, wherever the first has a value? Null where it has none. */
export function equalAt(p: Expr, q: Expr, symbols: Symbols, sizes: ReadonlyMap<string, number>, seed: number): boolean | null {
  if (slots(p).join() !== slots(q).join()) return false
  const [a, b] = floatsAt(symbols, [p, q], sizes, seed)
  let compared = 0
  for (const [n, x] of a!.v.entries()) {
    if (!Number.isFinite(x) || Math.abs(x) > 1e8 || !(a!.s[n]! <= 1e8)) continue
    compared++
    if (!(Math.abs(x - b!.v[n]!) <= 1e-6 * Math.max(1, a!.s[n]!, b!.s[n]!))) return false
  }
  return compared > 0 ? true : null
}

export const printed = (typed: Typed, symbols: Symbols, options?: PrintOptions): Printed => print(typed, symbols, options)
