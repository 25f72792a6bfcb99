/** A line of a solution is kept only where the checker itself finds it right. */
import { equalByNormalForm, typeset, type Reading, type Typed } from '../../calculus/index.ts'
import { judge } from '../judges/judge.ts'
import { readAnswer, toRead } from '../kinds/expression.ts'
import type { Prepared } from '../prepare/prepare.ts'

/** How a text was confirmed: its LaTeX, and what was read. Null where it is not proved equal to the reference, or cannot be read. */
export function confirmed(p: Prepared, text: string): { readonly latex: string; readonly reading: Reading } | null {
  const reading = readAnswer(p, text)
  if (!reading.value) return null
  const found = toRead(p, text, reading)
  if (!found.fits) return null
  // The reference itself was held against the numeric Jacobian; the form alone decides where it can.
  const proved = equalByNormalForm(found.expr, p.truth.expr, p.symbols) === 'equal' || judge(p, found.expr).outcome === 'equal'
  return proved ? { latex: typeset(reading).latex, reading } : null
}

/** The reference of a line about `f` itself: an expression, its axes as free indices where they have names. */
export function aboutFunction(p: Prepared, truth: Typed): Prepared {
  const { mistakes: _, form: __, ...rest } = p.question
  return {
    question: { ...rest, kind: 'expression', form: 'any', mistakes: [] }, scope: { ...p.scope, components: truth.free }, symbols: p.symbols, truth, derivative: null,
    targetAxes: truth.axes.length + truth.free.length, seed: p.seed,
  }
}
