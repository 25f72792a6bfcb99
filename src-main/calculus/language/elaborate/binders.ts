/** Sums over indices. */
import { add, constant, ones } from '../../tensors/build.ts'
import type { Expr } from '../../tensors/expr.ts'
import type { Axis } from '../../tensors/typed.ts'
import type { SumOver } from '../resolved.ts'
import { compose, type Label, type Operand } from './compose.ts'
import { binding, quote, type Bound, type Context } from './context.ts'
import { freeLabels, labelled, together } from './indices.ts'
import { showAxis } from './length.ts'
import type { FreeUse, Meaning } from './meaning.ts'
import { value } from './elaborate.ts'

export function sumOver(c: Context, node: SumOver): Meaning {
  const upper = node.upper?.axis ?? null
  const told = node.unequal.flat()
  // Of `sum_{k≠i}` only k is summed where i is bound outside.
  const summed = node.indices.filter(i => !(told.includes(i.name) && c.bound.has(i.name)))
  const bound = summed.map((i): readonly [string, Bound] => [i.name, { axis: upper ?? c.sizes.fresh(), component: false, at: i }])
  const inner = binding(c, bound)
  for (const [name] of bound) c.met.delete(name)
  const body = value(inner, node.body)
  const named = node.unequal.filter(([a, b]) => inner.bound.has(a) && inner.bound.has(b))
  const pairs = named.filter(([a, b]) => comparable(c, node, [a, inner.bound.get(a)!], [b, inner.bound.get(b)!]))
  const pairUses = pairs.flat().map((name): FreeUse => ({ name, axis: inner.bound.get(name)!.axis, bound: true, count: 1, spans: [node] }))
  for (const index of summed) {
    const occurs = (name: string): boolean => body.free.some(f => f.name === name)
    // `k ≠ i` gives k the axis of i, where that has one.
    const used = occurs(index.name) || pairs.some(pair => pair.includes(index.name) && pair.some(other => other !== index.name && (occurs(other) || !summed.some(i => i.name === other))))
    if (!used && !body.unsure && !node.upper) c.faults.problem('sum-index-unused', index, [index.name, quote(c, node.body)])
  }
  const names = new Set(summed.map(i => i.name))
  const outer = (f: FreeUse): FreeUse => ({ ...f, bound: c.bound.has(f.name) })
  const free = together(c, [body.free, pairUses]).filter(f => !names.has(f.name)).map(outer)
  for (const name of names) c.met.delete(name)
  return {
    axes: body.axes, free: free.map(f => ({ ...f, count: 1 })), ...(body.unsure || node.indices.length === 0 || pairs.length < named.length ? { unsure: true } : {}),
    build: () => {
      const keys = body.axes!.map((_, n) => `a${n}`)
      const operand = labelled(inner, body, keys)
      const also = bound.map(([name, b]): Label => ({ key: `#${name}`, axis: c.sizes.solve(b.axis) }))
      const apart = pairs.map(([a, b]) => different(c, inner.bound.get(a)!, inner.bound.get(b)!, a, b))
      return compose([operand, ...apart], [...operand.labels.slice(0, keys.length), ...freeLabels(c, free)], also)
    },
  }
}

/** Do two indices run over one axis? Tells where they do not: `k ≠ i` then says nothing. */
function comparable(c: Context, node: SumOver, [a, one]: readonly [string, Bound], [b, other]: readonly [string, Bound]): boolean {
  if (c.sizes.unify(one.axis, other.axis)) return true
  const show = (axis: Axis): string => showAxis(c.sizes.solve(axis))
  c.faults.problem('apart-sizes', node.indices.find(i => i.name === a || i.name === b) ?? node, [a, show(one.axis), b, show(other.axis)])
  return false
}

function different(c: Context, a: Bound, b: Bound, i: string, j: string): Operand {
  const labels: readonly Label[] = [{ key: `#${i}`, axis: c.sizes.solve(a.axis) }, { key: `#${j}`, axis: c.sizes.solve(b.axis) }]
  return { expr: unequal(labels), labels }
}

/** 1 where two indices differ, else 0. */
export function unequal(labels: readonly Label[]): Expr {
  const dims = labels.flatMap(l => l.axis)
  return add([ones(dims), compose([{ expr: constant(-1), labels: [] }, { expr: equal(labels), labels }], labels)], dims)
}

/** 1 where two indices are the same, else 0. */
export function equal(labels: readonly Label[]): Expr {
  const [a, b] = [labels[0]!.axis, labels[1]!.axis]
  if (a.length === 1 && b.length === 1 && a[0] === b[0]) return { k: 'delta', dim: a[0]! }
  return compose([], [{ key: 'same', axis: a }, { key: 'same', axis: b }])
}
