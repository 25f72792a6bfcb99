/** Free indices: where they meet they run over the same axis, and Einstein's convention sums them. */
import type { Axis } from '../../tensors/typed.ts'
import type { Expr } from '../../tensors/expr.ts'
import type { Mend, Span } from '../../problem.ts'
import { compose, type Label } from './compose.ts'
import { quote, type Context } from './context.ts'
import { showAxis } from './length.ts'
import type { FreeUse, Meaning } from './meaning.ts'

/** The labels of a meaning: its axes under the keys, its free indices under their names. */
export function labelled(c: Context, m: Meaning, keys: readonly string[]): { expr: Expr; labels: readonly Label[] } {
  const axes = m.axes!.map((axis, n): Label => ({ key: keys[n]!, axis: c.sizes.solve(axis) }))
  return { expr: m.build(), labels: [...axes, ...freeLabels(c, m.free)] }
}

export function freeLabels(c: Context, free: readonly FreeUse[]): readonly Label[] {
  return free.map(f => ({ key: `#${f.name}`, axis: c.sizes.solve(f.axis) }))
}

/** One use of an index letter at a place. Tells where the letter runs over two sizes. */
export function useIndex(c: Context, name: string, axis: Axis, at: Span, where: Span): FreeUse {
  const bound = c.bound.get(name)
  const use: FreeUse = { name, axis: bound?.axis ?? axis, bound: bound !== undefined, count: 1, spans: [at], where }
  if (!bound) return use
  if (!c.sizes.unify(bound.axis, axis)) {
    if (bound.component) c.faults.problem('component-size', at, [name, show(c, bound.axis), quote(c, where), show(c, axis)])
    else if (!c.clashed.has(bound)) {
      c.clashed.add(bound)
      twoSizes(c, name, at, c.met.get(name) ?? null, bound.axis, axis, where)
    }
  } else if (!c.met.has(name)) c.met.set(name, { ...where, axis })
  return use
}

function twoSizes(c: Context, name: string, at: Span, first: Span | null, a: Axis, b: Axis, where: Span | null): void {
  c.faults.problem('two-sizes', at, [name, show(c, a), first ? quote(c, first) : null, show(c, b), where ? quote(c, where) : null])
}

const show = (c: Context, axis: Axis): string => showAxis(c.sizes.solve(axis))

/** The free indices of several factors, each once: their counts and places together. */
export function together(c: Context, parts: readonly (readonly FreeUse[])[]): readonly FreeUse[] {
  const all = new Map<string, FreeUse>()
  for (const use of parts.flat()) {
    const known = all.get(use.name)
    if (!known) {
      all.set(use.name, use)
      continue
    }
    if (!use.bound && !c.sizes.unify(known.axis, use.axis)) {
      twoSizes(c, use.name, use.spans[0]!, known.where ?? null, known.axis, use.axis, use.where ?? null)
    }
    all.set(use.name, { ...known, count: known.count + use.count, spans: [...known.spans, ...use.spans] })
  }
  return [...all.values()]
}

/** The end of a product: an index that occurs twice and is bound nowhere is summed here. `at`: the product. */
export function summed(c: Context, m: Meaning, at: Span): Meaning {
  const twice = m.free.filter(f => !f.bound && f.count === 2)
  const mends = (f: FreeUse): readonly Mend[] => sumMends(c, [f.name], at)
  for (const f of m.free) if (!f.bound && f.count > 2) c.faults.problem('index-thrice', f.spans[2] ?? f.spans[0]!, [f.name, f.count, quote(c, at)], mends(f))
  for (const f of twice) {
    if (c.scope.summation === 'explicit') c.faults.problem('explicit-sum', f.spans[1] ?? f.spans[0]!, [f.name, quote(c, at)], mends(f))
    else c.faults.note('summed-index', at, [f.name, quote(c, at)])
  }
  const free = m.free.filter(f => f.bound || f.count === 1)
  if (free.length === m.free.length) return m
  if (m.axes === null) return { ...m, free }
  const keys = m.axes.map((_, n) => `a${n}`)
  return {
    axes: m.axes, free, ...(m.unsure ? { unsure: true } : {}),
    build: () => {
      const inner = labelled(c, m, keys)
      return compose([inner], [...inner.labels.slice(0, keys.length), ...freeLabels(c, free)])
    },
  }
}

/** An index that occurs in a part counts once in the product around it. */
export function once(m: Meaning): Meaning {
  return m.free.every(f => f.count === 1) ? m : { ...m, free: m.free.map(f => ({ ...f, count: 1 })) }
}

/** A sum sign before a product, or around anything else. */
export function sumMends(c: Context, names: readonly string[], at: Span): readonly Mend[] {
  const sign = names.length === 1 ? `sum_${names[0]!.length === 1 ? names[0] : `{${names[0]}}`}` : `sum_{${names.join(',')}}`
  const text = c.source.slice(at.from, at.to)
  return [{ from: at.from, to: at.from, text: `${sign} ` }, { from: at.from, to: at.to, text: `${sign} (${text})` }]
}
