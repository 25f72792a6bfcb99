/** Index notation of a typed expression. */
import type { FreeIndex, Typed } from '../../tensors/typed.ts'
import { slots } from '../../tensors/build.ts'
import type { Form } from '../forms/form.ts'
import { sumExpr, weight } from '../simplify/mono.ts'
import { expandAll } from '../simplify/product.ts'
import { Names } from './names.ts'
import type { IndexWriter } from './writer.ts'
import type { Symbols } from '../../tensors/symbols.ts'

/**
 * A name for each slot of `typed`: those of its free indices, those wished for, fresh ones. `wished`: names for the axes in order; within
 * an axis that is a product of sizes the first name goes to the fastest, so that vec(X) has the entries X_{ij}.
 */
export function slotNames(typed: Typed, symbols: Symbols, wished: readonly string[] = []): FreeIndex[] {
  const own = typed.free.map(f => f.name)
  const taken = new Set([...own, ...wished])
  const names = new Names(symbols)
  const left = wished.filter(n => !own.includes(n))
  const made: string[] = []
  for (const axis of typed.axes) {
    const given = axis.map(() => {
      const name = left.shift() ?? names.fresh(taken)
      taken.add(name)
      return name
    })
    made.push(...given.reverse())
  }
  return slots(typed.expr).map((dim, s) => ({ name: [...made, ...own][s]!, dim }))
}

/** The form of the expression with its slots named so; multiplied out where that cancels more than it adds. */
export function indexForm(typed: Typed, names: readonly FreeIndex[], writer: IndexWriter): Form {
  const { rules } = writer.matrix
  const terms = rules.terms(typed.expr)
  const kept = sumExpr(terms, slots(typed.expr))
  const expanded = terms.some(t => t.factors.some(f => f.e.k === 'add')) ? expandAll(terms, rules) : null
  const other = expanded && sumExpr(expanded, slots(typed.expr))
  const chosen = other && weight(other) < weight(kept) ? other : kept
  return writer.sum(chosen, names.map(n => n.name), new Set(names.map(n => n.name)))
}
