/** Values of expressions at a random point in floats, for property tests. */
import type { Expr } from '../../../src-main/calculus/tensors/expr.ts'
import type { Symbols } from '../../../src-main/calculus/tensors/symbols.ts'
import { Budget } from '../../../src-main/calculus/evaluate/budget.ts'
import { evaluate } from '../../../src-main/calculus/evaluate/evaluate.ts'
import { realEnv, realPoint, smoothFunctions, type Style } from '../../../src-main/calculus/evaluate/realpoint.ts'
import { RealRing } from '../../../src-main/calculus/evaluate/realring.ts'

const styles: readonly Style[] = [{ sign: 'both', scale: 1, identity: false }, { sign: 'plus', scale: 0.5, identity: true }]

/** The arrays of several expressions at one and the same point. */
export function floatsAt(symbols: Symbols, exprs: readonly Expr[], sizes: ReadonlyMap<string, number>, seed: number): { v: Float64Array; s: Float64Array }[] {
  const budget = new Budget(1e9)
  const style = styles[seed % styles.length]!
  const env = realEnv(realPoint(symbols, sizes, { seed, turn: 0, style }, budget), budget)
  const ring = new RealRing(0, smoothFunctions(seed, style), budget)
  return exprs.map(e => evaluate(e, env, ring))
}
