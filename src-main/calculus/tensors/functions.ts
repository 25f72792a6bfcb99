/** The built-in entrywise functions, each in one row: its derivative as an expression, its domain, its kinks. */
import { add, apply, constant, entrywise, negate, ones, power, slots } from './build.ts'
import type { Expr } from './expr.ts'

export interface EntrywiseFunction {
  readonly name: string
  /** f'(u) as an expression with the slots of u; the chain rule is the caller's. */
  readonly derivative: (u: Expr) => Expr
  /** The float value; NaN where the function has none. */
  readonly value: (u: number) => number
  /** `positive`: needs u > 0. `nonzero-kink`: not differentiable at u = 0. */
  readonly domain: 'all' | 'positive' | 'kink'
}

const minus = (a: Expr, b: Expr): Expr => add([a, negate(b)])
const two = constant(2)

/** `sqrt`, reciprocals and quotients are `pow`; `relu`, `abs`, `sign` and `step` are kinds of kink. step(0), sign(0) are never sampled. */
export const functions: ReadonlyMap<string, EntrywiseFunction> = new Map(([
  { name: 'exp', value: Math.exp, domain: 'all', derivative: u => apply('exp', u) },
  { name: 'log', value: u => (u > 0 ? Math.log(u) : NaN), domain: 'positive', derivative: u => power(u, -1) },
  { name: 'sin', value: Math.sin, domain: 'all', derivative: u => apply('cos', u) },
  { name: 'cos', value: Math.cos, domain: 'all', derivative: u => negate(apply('sin', u)) },
  { name: 'tan', value: Math.tan, domain: 'all', derivative: u => add([ones(slots(u)), power(apply('tan', u), two)]) },
  { name: 'sinh', value: Math.sinh, domain: 'all', derivative: u => apply('cosh', u) },
  { name: 'cosh', value: Math.cosh, domain: 'all', derivative: u => apply('sinh', u) },
  { name: 'tanh', value: Math.tanh, domain: 'all', derivative: u => minus(ones(slots(u)), power(apply('tanh', u), two)) },
  { name: 'sigmoid', value: u => 1 / (1 + Math.exp(-u)), domain: 'all', derivative: u => entrywise(apply('sigmoid', u), minus(ones(slots(u)), apply('sigmoid', u))) },
  { name: 'softplus', value: u => Math.log1p(Math.exp(-Math.abs(u))) + Math.max(u, 0), domain: 'all', derivative: u => apply('sigmoid', u) },
  { name: 'abs', value: Math.abs, domain: 'kink', derivative: u => apply('sign', u) },
  { name: 'sign', value: Math.sign, domain: 'kink', derivative: u => ({ k: 'add', terms: [], dims: slots(u) }) },
  { name: 'relu', value: u => Math.max(u, 0), domain: 'kink', derivative: u => apply('step', u) },
  { name: 'step', value: u => (u > 0 ? 1 : 0), domain: 'kink', derivative: u => ({ k: 'add', terms: [], dims: slots(u) }) },
] satisfies EntrywiseFunction[]).map(f => [f.name, f]))

/** The derivative of `fn^{(order)}` at u, entry by entry: by the table for a built-in function, one order up for a declared one. */
export function derivativeOf(fn: string, order: number, u: Expr): Expr {
  const known = functions.get(fn)
  return known && order === 0 ? known.derivative(u) : apply(fn, u, order + 1)
}
