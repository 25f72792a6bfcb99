/** The one evaluator: a dense array for every kind of expression, over any ring. */
import Fraction from 'fraction.js'
import { InternalError, unknownKind } from '../problem.ts'
import { slots } from '../tensors/build.ts'
import type { Einsum, Expr, Inject, Pow, Reshape } from '../tensors/expr.ts'
import { exactValue } from './exactvalue.ts'
import { planOf } from './plan.ts'
import type { Env, Ring } from './ring.ts'
import { lengthOf, piecesOf, sizeOf } from './sizes.ts'
import { diagonal, tablesOf, workOf } from './tables.ts'

/**
 * The value of an expression at one point: an array over `slots(e)`, row-major. Shared sub-expressions are computed once.
 * Throws `OverBudget` where the work is more than the env's budget allows.
 */
export function evaluate<A>(e: Expr, env: Env<A>, ring: Ring<A>): A {
  const known = env.memo.get(e)
  if (known !== undefined) return known
  const value = compute(e, env, ring)
  env.memo.set(e, value)
  return value
}

function compute<A>(e: Expr, env: Env<A>, ring: Ring<A>): A {
  switch (e.k) {
    case 'const': return ring.constant(e)
    case 'pi': return ring.pi()
    case 'var': return env.value(e.name, e.derivs)
    case 'delta': return ring.pattern(identity(pay(sizeOf(e.dim, env.sizes), env)))
    case 'unit': return ring.pattern(unit(sizeOf(e.dim, env.sizes), e.at))
    case 'inject': return ring.pattern(injection(e, env))
    case 'reshape': return ring.pattern(identity(pay(reshapeLength(e, env), env)))
    case 'einsum': return product(e, env, ring)
    case 'add': {
      const length = lengthOf(e.dims, env.sizes)
      env.budget.spend(length * (1 + e.terms.length))
      return ring.add(e.terms.map(t => evaluate(t, env, ring)), length)
    }
    case 'map': return ring.map(e, evaluate(e.arg, env, ring))
    case 'pow': return power(e, env, ring)
    case 'inverse': {
      const n = order(e.arg, env)
      return ring.inverse(evaluate(e.arg, env, ring), n)
    }
    case 'det': {
      const n = order(e.arg, env)
      return ring.det(evaluate(e.arg, env, ring), n)
    }
    default: return unknownKind(e)
  }
}

function product<A>(e: Einsum, env: Env<A>, ring: Ring<A>): A {
  const plan = planOf(e)
  const size = plan.dims.map(d => sizeOf(d, env.sizes))
  const values: A[] = plan.operands.map(f => evaluate(f, env, ring))
  for (const step of plan.steps) {
    env.budget.spend(workOf(step, size))
    values.push(ring.contract(tablesOf(step, size), values[step.a]!, step.b < 0 ? null : values[step.b]!))
  }
  let value = values.at(-1)
  if (value === undefined) {
    let length = 1
    for (const v of plan.out) length *= size[v]!
    env.budget.spend(length)
    const bits = new Float64Array(length)
    for (const at of diagonal(plan.out, size)) bits[at] = 1
    value = ring.pattern(bits)
  }
  let count = 1
  for (const d of plan.counted) count *= sizeOf(d, env.sizes)
  return count === 1 && plan.plain ? value : ring.scale(value, plan.coefficient, count)
}

/** The exponent is split into what is a number for sure and the rest: t^(n - 1) is t^n / t in every ring. */
function power<A>(e: Pow, env: Env<A>, ring: Ring<A>): A {
  const base = evaluate(e.base, env, ring)
  const exact = exactValue(e.exponent, env.sizes)
  if (exact) return ring.power(e, base, exact, null)
  const parts = e.exponent.k === 'add' && e.exponent.dims.length === 0 ? e.exponent.terms : [e.exponent]
  let known = new Fraction(0)
  const varying: A[] = []
  for (const part of parts) {
    const value = exactValue(part, env.sizes)
    if (value) known = known.add(value)
    else varying.push(evaluate(part, env, ring))
  }
  return ring.power(e, base, known, varying.length === 1 ? varying[0]! : ring.add(varying, 1))
}

/** The number of rows of a matrix of 2n slots. */
function order<A>(arg: Expr, env: Env<A>): number {
  const dims = slots(arg)
  const n = lengthOf(dims.slice(0, dims.length / 2), env.sizes)
  if (dims.length % 2 || n * n !== lengthOf(dims, env.sizes)) throw new InternalError(`[${dims}] is not a square matrix`)
  env.budget.spend(n * n * n)
  return n
}

function pay<A>(n: number, env: Env<A>): number {
  env.budget.spend(n * n)
  return n
}

function identity(n: number): Float64Array {
  const bits = new Float64Array(n * n)
  for (let i = 0; i < n; i++) bits[i * n + i] = 1
  return bits
}

function unit(n: number, at: number): Float64Array {
  if (!(at >= 1 && at <= n)) throw new InternalError(`position ${at} of an axis of ${n}`)
  const bits = new Float64Array(n)
  bits[at - 1] = 1
  return bits
}

function injection<A>(e: Inject, env: Env<A>): Float64Array {
  const pieces = piecesOf(e.dim)
  const sizes = pieces.map(p => p.reduce<number>((n, f) => n * sizeOf(f, env.sizes), 1))
  const length = lengthOf(e.parts, env.sizes)
  if (sizes[e.part] !== length) throw new InternalError(`block ${e.part} of ${e.dim} has ${sizes[e.part]} entries, not ${length}`)
  const start = sizes.slice(0, e.part).reduce((a, b) => a + b, 0)
  const total = sizes.reduce((a, b) => a + b, 0)
  env.budget.spend(total * length)
  const bits = new Float64Array(total * length)
  for (let n = 0; n < length; n++) bits[(start + n) * length + n] = 1
  return bits
}

function reshapeLength<A>(e: Reshape, env: Env<A>): number {
  const length = lengthOf(e.from, env.sizes)
  if (length !== lengthOf(e.to, env.sizes)) throw new InternalError(`[${e.from}] and [${e.to}] are of unequal length`)
  return length
}
