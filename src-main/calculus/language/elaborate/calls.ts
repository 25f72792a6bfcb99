/** Functions of arrays, each in one row of a table. */
import { add, apply, constant, power, slots } from '../../tensors/build.ts'
import type { Expr } from '../../tensors/expr.ts'
import type { Axis } from '../../tensors/typed.ts'
import { InternalError } from '../../problem.ts'
import type { Call } from '../resolved.ts'
import { compose, type Label } from './compose.ts'
import { broken, quote, type Context } from './context.ts'
import { commonShape, kron } from './factors.ts'
import { freeLabels, labelled, once, together } from './indices.ts'
import { showAxes } from './length.ts'
import { determinant, inverse, isSquare, trace } from './matrices.ts'
import { trimmed, vectorAxis, type Meaning } from './meaning.ts'
import { innerProduct } from './norms.ts'
import { productShape, sameShape } from './shapes.ts'
import { tight } from './terms.ts'
import { entrywiseNames } from './resolve/vocabulary.ts'
import { transposed } from './powers.ts'
import { value } from './elaborate.ts'

type Rule = (c: Context, node: Call, ...args: readonly (Meaning & { readonly axes: readonly Axis[] })[]) => Meaning | null
type Shaped = Meaning & { readonly axes: readonly Axis[] }

const shown = (c: Context, m: Meaning): string => showAxes(m.axes!.map(a => c.sizes.solve(a)))
const keysOf = (axes: readonly Axis[]): readonly string[] => axes.map((_, n) => `a${n}`)
const label = (c: Context, key: string, axis: Axis): Label => ({ key, axis: c.sizes.solve(axis) })

/** Each rule gives null where it has told a problem. */
const rules: Readonly<Record<string, Rule>> = {
  tr: (c, node, a) => (square(c, node, a!) ? trace(c, a!) : null),
  det: (c, node, a) => (square(c, node, a!) ? determinant(c, a!, node) : null),
  logdet: (c, node, a) => {
    const det = square(c, node, a!) ? determinant(c, a!, node) : null
    return det && { ...det, build: () => apply('log', det.build()) }
  },
  inv: (c, node, a) => (square(c, node, a!) ? inverse(c, a!, node) : null),
  transpose: (c, node, a) => transposed(c, a!, node, node.args[0]!),
  vec: (c, _, a) => vec(c, a!),
  diag: (c, node, a) => diag(c, node, a!),
  sum: (c, _, a) => ({ axes: [], free: a!.free, build: () => compose([labelled(c, a!, keysOf(a!.axes))], freeLabels(c, a!.free)) }),
  softmax: (c, node, a) => softmax(c, node, a!),
  kron: (c, node, ...args) => args.reduce<Meaning | null>((m, b, n) => {
    const wide = m && (m.axes!.length > 2 ? { m, n: 0 } : b.axes.length > 2 ? { m: b, n } : null)
    if (wide) c.faults.problem('many-axes', node, [quote(c, node.args[wide.n]!), shown(c, wide.m)])
    return m && !wide ? kron(c, m, b, together(c, [m.free, b.free])) : null
  }, { axes: [], free: [], build: () => constant(1) }),
  outer: (c, _, ...args) => outer(c, args),
  dot: (c, node, a, b) => dot(c, node, a!, b!),
  max: (c, node, ...args) => extreme(c, node, args, 1),
  min: (c, node, ...args) => extreme(c, node, args, -1),
}

export function call(c: Context, node: Call): Meaning {
  const args = node.args.map(a => value(c, a))
  const free = once({ axes: null, free: together(c, args.map(a => a.free)), build: () => constant(0) }).free
  const unsure = args.some(a => a.unsure)
  const scalar = ['tr', 'det', 'logdet', 'sum', 'dot'].includes(node.fn)
  if (!args.every((a): a is Shaped => a.axes !== null)) return broken(scalar ? [] : null, free)
  const rule = Object.hasOwn(rules, node.fn) ? rules[node.fn]! : null
  const m = rule ? rule(c, node, ...args) : entrywise(c, node, args[0]!)
  if (!m) return broken(scalar ? [] : null, free)
  const { zero: _, ...made } = m
  return once({ ...made, ...(unsure ? { unsure } : {}) })
}

function entrywise(c: Context, node: Call, a: Shaped): Meaning {
  const known = entrywiseNames.has(node.fn) || c.scope.symbols.get(node.fn)?.kind === 'elementwise'
  if (!known) throw new InternalError(`no rule for the function ${node.fn}`)
  const { square: __, ...plain } = a
  const { differential } = c.scope
  if (node.fn === 'd' && differential) return { ...plain, build: () => differential(a.build()) }
  if (node.fn === 'sqrt') return { ...plain, build: () => (node.order === 0 ? power(a.build(), 0.5) : rootDerivative(a.build(), node.order)) }
  return { ...plain, build: () => apply(node.fn, a.build(), node.order) }
}

/** The derivative of the square root, again and again: a falling product times a power. */
function rootDerivative(arg: Expr, order: number): Expr {
  const base = power(arg, constant('1/2').value.sub(order))
  const factor = Array.from({ length: order }, (_, k) => constant('1/2').value.sub(k)).reduce((p, q) => p.mul(q))
  const labels = slots(arg).map((d, n): Label => ({ key: `a${n}`, axis: [d] }))
  return compose([{ expr: constant(factor), labels: [] }, { expr: base, labels }], labels)
}

/** Is it a square matrix, or a number? Tells if not. */
function square(c: Context, node: Call, a: Shaped): boolean {
  if (a.axes.length === 0 || isSquare(c, a.axes)) return true
  c.faults.problem('not-square', node, [node.fn, quote(c, node.args[0]!), shown(c, a)])
  return false
}

/** Stacks columns: of the axes, the first one moves fastest. */
function vec(c: Context, a: Shaped): Meaning {
  const reversed = [...a.axes.keys()].reverse()
  return {
    axes: trimmed([a.axes.toReversed().flat()]), free: a.free,
    build: () => compose([labelled(c, a, keysOf(a.axes))], [...reversed.map(n => label(c, `a${n}`, a.axes[n]!)), ...freeLabels(c, a.free)]),
  }
}

function diag(c: Context, node: Call, a: Shaped): Meaning | null {
  const vector = vectorAxis(a.axes)
  if (a.axes.length === 0) return a
  if (!vector && !isSquare(c, a.axes)) {
    c.faults.problem('not-square', node, ['diag', quote(c, node.args[0]!), shown(c, a)])
    return null
  }
  const axis = vector ?? a.axes[0]!
  return {
    axes: vector ? [axis, axis] : [axis], free: a.free,
    build: () => {
      const own = label(c, 'd', axis)
      const out = vector ? [own, own] : [own]
      return compose([labelled(c, a, a.axes.map(x => (x.length === 0 ? 'one' : 'd')))], [...out, ...freeLabels(c, a.free)])
    },
  }
}

function softmax(c: Context, node: Call, a: Shaped): Meaning | null {
  if (!vectorAxis(a.axes)) {
    c.faults.problem('softmax-of', node, [quote(c, node.args[0]!), shown(c, a)])
    return null
  }
  return {
    axes: a.axes, free: a.free,
    build: () => {
      const inside = a.build()
      const labels = [...a.axes.map((axis, n) => label(c, `a${n}`, axis)), ...freeLabels(c, a.free)]
      const exp = { expr: apply('exp', inside), labels }
      const total = { expr: power(compose([exp], freeLabels(c, a.free)), -1), labels: freeLabels(c, a.free) }
      return compose([exp, total], labels)
    },
  }
}

/** All axes of the one, then all of the other; rows count as vectors. */
function outer(c: Context, args: readonly Shaped[]): Meaning {
  const free = together(c, args.map(a => a.free))
  const axes = args.flatMap(a => { const v = vectorAxis(a.axes); return v ? [v] : a.axes })
  return {
    axes, free,
    build: () => {
      const operands = args.map((a, n) => labelled(c, a, a.axes.map((_, k) => `${n}.${k}`)))
      const out = operands.flatMap((o, n) => o.labels.slice(0, args[n]!.axes.length))
      return compose(operands, [...out, ...freeLabels(c, free)])
    },
  }
}

/** Vectors may be rows or columns; arrays need one shape. */
function dot(c: Context, node: Call, a: Shaped, b: Shaped): Meaning | null {
  const [v, w] = [vectorAxis(a.axes), vectorAxis(b.axes)]
  const fits = v && w ? c.sizes.unify(v, w) : sameShape(c.sizes, a.axes, b.axes)
  if (!fits) {
    // NumPy's dot of two matrices is their product.
    const [left, right] = node.args.map(x => (tight(x) ? '' : '(') + c.source.slice(x.from, x.to) + (tight(x) ? '' : ')'))
    const product = node.fnSpan.to > node.fnSpan.from + 1 && c.sizes.attempt(() => productShape(c.sizes, a.axes, b.axes) !== null) ? [{ from: node.from - /(?:[a-z]+\.)*$/.exec(c.source.slice(0, node.from))![0].length, to: node.to, text: `(${left} ${right})` }] : []
    c.faults.problem('entrywise-shapes', node, [quote(c, node.args[0]!), shown(c, a), quote(c, node.args[1]!), shown(c, b)], product)
    return null
  }
  const free = together(c, [a.free, b.free])
  const keys = (m: Shaped): readonly string[] => (v && w ? m.axes.map(x => (x.length === 0 ? 'one' : 'v')) : keysOf(m.axes))
  return { axes: [], free, build: () => innerProduct(c, labelled(c, a, keys(a)), labelled(c, b, keys(b)), free) }
}

/** max(a, b) = (a + b + |a - b|) / 2, entry by entry; min with a minus before the bars. */
function extreme(c: Context, node: Call, args: readonly Shaped[], sign: 1 | -1): Meaning | null {
  return args.slice(1).reduce<Meaning | null>((m, b, n) => {
    const axes = m && commonShape(c, m.axes!, b.axes)
    if (m && !axes) c.faults.problem('entrywise-shapes', node, [quote(c, node.args[n]!), shown(c, m), quote(c, node.args[n + 1]!), shown(c, b)])
    if (!m || !axes) return null
    const free = together(c, [m.free, b.free])
    return {
      axes, free,
      build: () => {
        const out = [...axes.map((axis, k) => label(c, `a${k}`, axis)), ...freeLabels(c, free)]
        const on = (x: Meaning, factor: number | string): Expr =>
          compose([{ expr: constant(factor), labels: [] }, labelled(c, x, keysOf(x.axes!))], out)
        const dims = out.flatMap(l => l.axis)
        const gap = { expr: apply('abs', add([on(m, 1), on(b, -1)], dims)), labels: out }
        return add([on(m, '1/2'), on(b, '1/2'), compose([{ expr: constant(sign === 1 ? '1/2' : '-1/2'), labels: [] }, gap], out)], dims)
      },
    }
  }, args[0]!)
}
