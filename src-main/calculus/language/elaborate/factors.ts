/** Products and quotients, from left to right. */
import { power } from '../../tensors/build.ts'
import type { Expr } from '../../tensors/expr.ts'
import type { Axis } from '../../tensors/typed.ts'
import type { Span } from '../../problem.ts'
import type { Factor, Factors, Fraction } from '../resolved.ts'
import { compose, type Label, type Operand } from './compose.ts'
import { broken, type Context } from './context.ts'
import { factor, value } from './elaborate.ts'
import { freeLabels, labelled, once, summed, together } from './indices.ts'
import { rowsAndColumns, trimmed, type Meaning } from './meaning.ts'
import { misfit, noteReach, type Joined } from './misfits.ts'
import { productShape, sameShape } from './shapes.ts'

const mostFactors = 1_000

export function factors(c: Context, node: Factors): Meaning {
  if (node.items.length > mostFactors) {
    c.faults.problem('too-long', node, [])
    return broken()
  }
  return once(summed(c, product(c, node.items, node), node))
}

export function fraction(c: Context, node: Fraction): Meaning {
  const items: readonly Factor[] = [{ op: '*', node: node.num }, { op: '/', node: node.den }]
  return once(summed(c, product(c, items, node, true), node))
}

function product(c: Context, items: readonly Factor[], at: Span, closed = false): Meaning {
  const parts: readonly Joined[] = items.map(i => ({ op: i.op, node: i.node, m: closed ? value(c, i.node) : factor(c, i.node) }))
  noteReach(c, items)
  const free = together(c, parts.map(p => p.m.free))
  const steps: Step[] = []
  let m = parts[0]!.m
  for (let n = 1; n < parts.length; n++) {
    const part = parts[n]!
    const axes = m.axes && part.m.axes ? joinedShape(c, m.axes, part.m.axes, part.op) : null
    if (!axes && m.axes && part.m.axes) misfit(c, parts, n, m, at)
    if (axes) steps.push({ op: part.op, m: part.m, axes })
    m = axes ? { axes, free: [], build: m.build } : broken()
  }
  if (!m.axes) return broken(null, free)
  const unsure = parts.some(p => p.m.unsure) ? { unsure: true } : {}
  return { axes: m.axes, free, ...unsure, build: () => buildProduct(c, parts[0]!.m, steps, m.axes!, free) }
}

/** A factor with the sign before it and the shape of the product up to it. */
interface Step { readonly op: Factor['op']; readonly m: Meaning; readonly axes: readonly Axis[] }

/** The shape of two factors with a sign between them; null where they do not fit. */
function joinedShape(c: Context, a: readonly Axis[], b: readonly Axis[], op: Factor['op']): readonly Axis[] | null {
  switch (op) {
    case '*': return productShape(c.sizes, a, b)
    case '/': return b.length > 0 ? null : a
    case './': case '.*': return commonShape(c, a, b)
    case 'kron': {
      if (a.length > 2 || b.length > 2) return null
      const [[p, q], [r, s]] = [rowsAndColumns(a), rowsAndColumns(b)]
      return trimmed([[...p, ...r], [...q, ...s]])
    }
  }
}

/** All factors in one product: each axis has a key, and axes that are multiplied have the same. */
function buildProduct(c: Context, first: Meaning, steps: readonly Step[], axes: readonly Axis[], free: Meaning['free']): Expr {
  let count = 0
  const fresh = (of: readonly Axis[]): string[] => of.map(() => `a${count++}`)
  let keys: readonly string[] = fresh(first.axes!)
  let operands: Operand[] = [labelled(c, first, keys)]
  let shape = first.axes!
  for (const { op, m, axes: next } of steps) {
    if (op === 'kron') {
      const left: Meaning = { axes: shape, free, build: always(compose(operands, labels(c, keys, shape, free))) }
      const both = kron(c, left, m, free)
      keys = fresh(next)
      operands = [labelled(c, both, keys)]
    } else if (op !== '*' || shape.length === 0 || m.axes!.length === 0) {
      const own = shape.length === 0 ? fresh(m.axes!) : keys
      operands.push(labelled(c, op === '/' || op === './' ? reciprocal(m) : m, own))
      keys = shape.length === 0 ? own : keys
    } else {
      const [inner, columns] = [keys[1] ?? `a${count++}`, `a${count++}`]
      operands.push(labelled(c, m, [inner, columns]))
      keys = [keys[0]!, columns].slice(0, next.length)
    }
    shape = next
  }
  return compose(operands, labels(c, keys, axes, free))
}

const always = (e: Expr) => (): Expr => e

function labels(c: Context, keys: readonly string[], axes: readonly Axis[], free: Meaning['free']): readonly Label[] {
  return [...axes.map((axis, n): Label => ({ key: keys[n]!, axis: c.sizes.solve(axis) })), ...freeLabels(c, free)]
}

/** The shape of an entrywise operation; a scalar goes with everything. */
export function commonShape(c: Context, a: readonly Axis[], b: readonly Axis[]): readonly Axis[] | null {
  if (a.length === 0) return b
  return b.length === 0 || sameShape(c.sizes, a, b) ? a : null
}

/** One over each entry. */
export function reciprocal(m: Meaning): Meaning {
  return {
    ...m,
    build: () => {
      if (m.square) return power(m.square(), -0.5)
      const e = m.build()
      if (e.k === 'const' && !e.value.equals(0)) return { k: 'const', value: e.value.inverse() }
      return e.k === 'pow' && e.exponent.k === 'const' ? power(e.base, e.exponent.value.neg()) : power(e, -1)
    },
  }
}

/** The Kronecker product: of each pair of axes, the first one moves slowest. */
export function kron(c: Context, a: Meaning, b: Meaning, free: Meaning['free']): Meaning {
  const [[p, q], [r, s]] = [rowsAndColumns(a.axes!), rowsAndColumns(b.axes!)]
  return {
    axes: trimmed([[...p, ...r], [...q, ...s]]), free,
    build: () => {
      const out = ([['r1', p], ['r2', r], ['c1', q], ['c2', s]] as const).map(([key, axis]): Label => ({ key, axis: c.sizes.solve(axis) }))
      return compose([labelled(c, a, ['r1', 'c1']), labelled(c, b, ['r2', 'c2'])], [...out, ...freeLabels(c, free)])
    },
  }
}

