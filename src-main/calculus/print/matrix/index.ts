/** Matrix notation of a typed expression. */
import type { Typed } from '../../tensors/typed.ts'
import type { Form } from '../forms/form.ts'
import { plain } from '../forms/plain.ts'
import { factored } from '../simplify/factor.ts'
import { expandAll } from '../simplify/product.ts'
import { turnedSum } from './gather.ts'
import type { Term } from './term.ts'
import { range, type MatrixWriter } from './writer.ts'

/** Multiplied out, more terms than this are not tried for a shorter form. */
const FEW = 8
/** How much shorter a form must be to be preferred to the one that keeps the author's sums whole. */
const MUCH = 0.74
/** The same for a form whose terms have what they share drawn out of them: where one term is left, and where there are more. */
const DRAWN = { one: 0.78, more: 0.7 }

/** The form of an expression of at most two axes and no free index; null where there is none. */
export function matrixForm(typed: Typed, writer: MatrixWriter): Form | null {
  if (typed.free.length > 0 || typed.axes.length > 2) return null
  const [p, q] = typed.axes.map(a => a.length)
  const rows = range(0, p ?? 0)
  const cols = range(p ?? 0, (p ?? 0) + (q ?? 0))
  const terms = writer.rules.terms(typed.expr)
  if (terms.length === 0) return { f: 'nought' }
  const row = rows.length === 0
  const written = (found: readonly Term[] | null): Form | null => found && (found.length > 0 ? turnedSum(found, row) : { f: 'nought' })
  const kept = written(writer.termsOf(typed.expr, rows, cols))
  const expanded = terms.some(t => t.factors.some(f => f.e.k === 'add')) ? expandAll(terms, writer.rules) : null
  if (!kept) return null
  const few = expanded && expanded.length <= FEW ? expanded : null
  const other = few && written(writer.termsOfMonos(few, rows, cols))
  const best = other && cost(other) <= MUCH * cost(kept) ? other : kept
  // Chains are drawn together by their ends.
  if (!/\.\*|\.\/|diag|1_|ones/.test(plain(best))) return best
  const drawn = factored(terms, writer.rules) ?? (few && factored(few, writer.rules))
  const shared = drawn && written(writer.termsOfMonos(drawn, rows, cols))
  return shared && cost(shared) <= (drawn.length === 1 ? DRAWN.one : DRAWN.more) * cost(best) ? shared : best
}

/** Ones and identities count for more than their letters: a form without them is easier read. */
function cost(form: Form): number {
  const text = plain(form)
  return text.length + 25 * (text.match(/1_|ones/g)?.length ?? 0) + 2 * (text.match(/I_|eye/g)?.length ?? 0)
}
