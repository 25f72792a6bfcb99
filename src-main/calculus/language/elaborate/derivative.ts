/** Derivative atoms: their shape by the question's layout, their entries, and which of them are refused. */
import { derivativeAtom } from '../../derivative/atom.ts'
import { differentiate } from '../../derivative/differentiate.ts'
import { isZero } from '../../tensors/build.ts'
import type { Expr } from '../../tensors/expr.ts'
import type { Symbols } from '../../tensors/symbols.ts'
import type { Axis } from '../../tensors/typed.ts'
import type { DerivativeAtom, Differentiated } from '../resolved.ts'
import { compose, type Label } from './compose.ts'
import { broken, quote, type Context } from './context.ts'
import { taken } from './entries.ts'
import { freeLabels } from './indices.ts'
import { longAxes, trimmed, vectorAxis, type Meaning } from './meaning.ts'

/** Where the axes of target and inputs lie in the flat list of all axes. */
interface Sides { readonly target: readonly Axis[]; readonly input: readonly Axis[] }

export function derivative(c: Context, node: DerivativeAtom): Meaning {
  const info = [node.target, ...node.by].map(d => (d.name === null ? undefined : c.scope.symbols.get(d.name)))
  if (info.some(i => !i)) return broken()
  if (isAsked(c, node)) {
    c.faults.problem('asked-derivative', node, [quote(c, node)])
    return broken()
  }
  const expr = atomOf(c, node)
  if (!expr) {
    const of = info[0]!.of
    c.faults.problem('not-an-argument', node, [node.target.text, node.by[0]!.text, of], node.by.length === 1 ? totalMend(c, node) : [])
    return broken()
  }
  const own = info.map(i => i!.axes)
  if (node.vec) return vectorised(c, own, expr)
  // Target and inputs, each after its own indices were taken, side by side.
  const flat: Meaning = { axes: own.flat(), free: [], build: () => expr }
  const sides: Sides = { target: kept(own[0]!, node.target), input: node.by.flatMap((d, n) => kept(own[n + 1]!, d)) }
  const items = [node.target, ...node.by].flatMap((d, n) => indicesOf(d, own[n]!))
  if (items.some(i => i === null)) {
    const at = [node.target, ...node.by].find((d, n) => indicesOf(d, own[n]!).includes(null))!
    taken(c, { axes: own[[node.target, ...node.by].indexOf(at)]!, free: [], build: () => expr }, at.indices!, at, at.text)
    return broken([])
  }
  // A scalar by a scalar has nothing to take entries of.
  const whole = { ...flat, axes: longAxes(flat.axes!) }
  const chosen = items.length === 0 ? whole : taken(c, whole, items.map(i => i!), node, quote(c, node))
  return chosen.axes === null ? chosen : arranged(c, chosen, sides)
}

function isAsked(c: Context, node: DerivativeAtom): boolean {
  const asked = c.scope.asked
  const { name } = node.target
  if (asked === undefined || name === null || node.by.length !== 1 || !asked.names.includes(name) || node.by[0]!.name !== asked.wrt) return false
  // By the direct argument alone it is only a part of the derivative where there is another path.
  return node.mode === 'total' || !reachesOtherwise(c.scope.symbols, name, asked.wrt)
}

/** Does the one depend on the other by way of a third? */
function reachesOtherwise(symbols: Symbols, from: string, to: string): boolean {
  const reaches = (name: string, seen: readonly string[]): boolean =>
    name === to || (!seen.includes(name) && (symbols.get(name)?.of ?? []).some(a => reaches(a, [...seen, name])))
  return (symbols.get(from)?.of ?? []).some(a => a !== to && reaches(a, [from]))
}

function totalMend(c: Context, node: DerivativeAtom) {
  const text = c.source.slice(node.from, node.to)
  const total = derivativeAtom(node.target.name!, node.by[0]!.name!, 'total', c.scope)
  if (!total || isZero(total) || !text.startsWith('∂') || text.includes('\\')) return []
  return [{ from: node.from, to: node.to, text: text.replaceAll('∂', 'd') }]
}

/** The array of the atom, slots of the target, then of each input; null where a partial is by no argument. */
function atomOf(c: Context, node: DerivativeAtom): Expr | null {
  const [first, ...rest] = node.by
  let e = derivativeAtom(node.target.name!, first!.name!, node.mode, c.scope)
  const told = c.scope.bodies.has(node.target.name!)
  const mode = node.mode === 'total' ? {} : told ? { direct: true } : { partial: true }
  for (const next of rest) e = e && differentiate(e, next.name!, c.scope.symbols, mode)
  return e
}

/** The index at each axis longer than 1; `:` for all of them where none is given; null where their number does not fit. */
function indicesOf(d: Differentiated, axes: readonly Axis[]): readonly (NonNullable<Differentiated['indices']>[number] | null)[] {
  const long = longAxes(axes)
  if (!d.indices) return long.map(() => ({ k: 'all', from: d.from, to: d.to }))
  return d.indices.length === long.length ? d.indices : [null]
}

/** The axes that are left of one side: those of a symbol, a row counting as a vector, or of a slice. */
function kept(axes: readonly Axis[], d: Differentiated): readonly Axis[] {
  const vector = vectorAxis(axes)
  if (!d.indices) return vector ? [vector] : axes
  return longAxes(axes).filter((_, n) => d.indices![n]?.k === 'all')
}

/** Lays out target by input as the question has it. */
function arranged(c: Context, m: Meaning, { target, input }: Sides): Meaning {
  const layout = c.scope.layout ?? 'jacobian'
  const [t, i] = [target.length, input.length]
  const all = [...target, ...input]
  const order = all.map((_, n) => n)
  if (t + i > 2) return { ...m, axes: all }
  // M x N by scalar, in all layouts; scalar by M x N as it stands, or transposed.
  if (t === 2) return { ...m, axes: all }
  if (i === 2) return layout === 'numerator' ? reordered(c, m, all, [1, 0], [all[1]!, all[0]!]) : { ...m, axes: all }
  const rows = t === 1 ? target[0]! : []
  const columns = i === 1 ? input[0]! : []
  return layout === 'denominator' ? reordered(c, m, all, [...order].reverse(), trimmed([columns, rows])) : { ...m, axes: trimmed([rows, columns]) }
}

/** The same slots under other axes, in another order. */
function reordered(c: Context, m: Meaning, from: readonly Axis[], order: readonly number[], axes: readonly Axis[]): Meaning {
  return {
    ...m, axes,
    build: () => {
      const labels = [...from.map((axis, n): Label => ({ key: `a${n}`, axis: c.sizes.solve(axis) })), ...freeLabels(c, m.free)]
      return compose([{ expr: m.build(), labels }], [...order.map(n => labels[n]!), ...labels.slice(from.length)])
    },
  }
}

/** dvec(f)/dvec(X): columns stacked on both sides; transposed in the denominator layout. */
function vectorised(c: Context, own: readonly (readonly Axis[])[], expr: Expr): Meaning {
  const [target, input] = [own[0]!, own.slice(1).flat()]
  const [rows, columns] = [target.toReversed().flat(), input.toReversed().flat()]
  const turned = c.scope.layout === 'denominator'
  return {
    axes: trimmed(turned ? [columns, rows] : [rows, columns]), free: [],
    build: () => {
      const t = target.map((axis, n): Label => ({ key: `t${n}`, axis }))
      const i = input.map((axis, n): Label => ({ key: `i${n}`, axis }))
      const [r, k] = [t.toReversed(), i.toReversed()]
      return compose([{ expr, labels: [...t, ...i] }], turned ? [...k, ...r] : [...r, ...k])
    },
  }
}

