/** Index notation of a typed expression. */
import type { FreeIndex, Typed } from '../../tensors/typed.ts'
import { slots } from '../../tensors/build.ts'
import type { Form } from '../forms/form.ts'
import { sumExpr, weight } from '../simplify/mono.ts'
import { factored } from '../simplify/factor.ts'
import { expandAll } from '../simplify/product.ts'
import { Names } from './names.ts'
import type { IndexWriter } from './writer.ts'
import type { Symbols } from '../../tensors/symbols.ts'

/**
 * A name for each slot of `typed`: those of its free indices, those wished for, fresh ones. `wished`: names for the axes in order. `order`: the
 * slots of the axes as they are to be named; without it axis by axis, within an axis that is a product of sizes the fastest first, so that
 * vec(X) has the entries X_{ij}.
 */
export function slotNames(typed: Typed, symbols: Symbols, wished: readonly string[] = [], order: readonly number[] = fastestFirst(typed.axes)): FreeIndex[] {
  const own = typed.free.map(f => f.name)
  const taken = new Set([...own, ...wished])
  const names = new Names(symbols)
  const left = wished.filter(n => !own.includes(n))
  const made: string[] = []
  for (const s of order) {
    made[s] = left.shift() ?? names.fresh(taken)
    taken.add(made[s])
  }
  return slots(typed.expr).map((dim, s) => ({ name: [...made, ...own][s]!, dim }))
}

/** The slots of some axes, within each the fastest first. */
export function fastestFirst(axes: Typed['axes']): number[] {
  let n = 0
  return axes.flatMap(axis => axis.map(() => n++).reverse())
}

/** How much less there must be to write for what terms share to be drawn out of them. */
const MUCH = 0.8

/** The form of the expression with its slots named so; multiplied out where that cancels more than it adds. */
export function indexForm(typed: Typed, names: readonly FreeIndex[], writer: IndexWriter): Form {
  const { rules } = writer.matrix
  const terms = rules.terms(typed.expr)
  const kept = sumExpr(terms, slots(typed.expr))
  const expanded = terms.some(t => t.factors.some(f => f.e.k === 'add')) ? expandAll(terms, rules) : null
  const other = expanded && sumExpr(expanded, slots(typed.expr))
  const best = other && weight(other) < weight(kept) ? other : kept
  const drawn = factored(terms, rules) ?? (expanded && factored(expanded, rules))
  const shared = drawn && sumExpr(drawn, slots(typed.expr))
  const chosen = shared && weight(shared) <= MUCH * weight(best) ? shared : best
  return writer.sum(chosen, names.map(n => n.name), new Set(names.map(n => n.name)))
}
