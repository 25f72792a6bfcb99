/** Matrix notation of a typed expression. */
import type { Typed } from '../../tensors/typed.ts'
import type { Form } from '../forms/form.ts'
import { plain } from '../forms/plain.ts'
import { expandAll } from '../simplify/product.ts'
import { range, type MatrixWriter } from './writer.ts'

/** Multiplied out, more terms than this are not tried for a shorter form. */
const FEW = 8
/** How much shorter a form must be to be preferred to the one that keeps the author's sums whole. */
const MARGIN = 2

/** The form of an expression of at most two axes and no free index; null where there is none. */
export function matrixForm(typed: Typed, writer: MatrixWriter): Form | null {
  if (typed.free.length > 0 || typed.axes.length > 2) return null
  const [p, q] = typed.axes.map(a => a.length)
  const rows = range(0, p ?? 0)
  const cols = range(p ?? 0, (p ?? 0) + (q ?? 0))
  const terms = writer.rules.terms(typed.expr)
  if (terms.length === 0) return { f: 'nought' }
  const kept = writer.sum(typed.expr, rows, cols)
  const expanded = terms.some(t => t.factors.some(f => f.e.k === 'add')) ? expandAll(terms, writer.rules) : null
  if (!kept || !expanded || expanded.length > FEW) return kept
  const other = writer.sumOfMonos(expanded, rows, cols)
  return other && cost(other) + MARGIN <= cost(kept) ? other : kept
}

/** Ones and identities count for more than their letters: a form without them is easier read. */
function cost(form: Form): number {
  const text = plain(form)
  return text.length + 2 * (text.match(/[1I]_|ones|eye/g)?.length ?? 0)
}
