/** What a verdict rests on, to be looked at: both normal forms, and a small example with both arrays. */
import { exampleArrays, normalForm, print, slotsCount, sumsWritten, termToExpr, Unsayable, type Expr, type Poly, type Typed } from '../../calculus/index.ts'
import { writtenOut } from '../../calculus/tensors/walk.ts'
import { transposed } from '../diagnose/whole.ts'
import { numericTruth, type Judgement } from '../judges/judge.ts'
import type { Read } from '../kinds/expression.ts'
import { sameAxes } from '../prepare/bridge.ts'
import type { Prepared } from '../prepare/prepare.ts'
import type { Evidence, Example } from '../verdict.ts'

const MOST_TERMS = 12
/** Work on a normal form of so few terms, in the units of the normal form. */
const EFFORT = 2_000
/** Nodes, written out, of a term that can still be looked at. */
const LONGEST_TERM = 400

/** The evidence for an answer; `judged` is null where the shape is already wrong. */
export function evidenceOf(found: Read, judged: Judgement | null): Evidence {
  const { prepared } = found
  const forms = normalForms(found, judged?.outcome === 'equal')
  const example = found.fits ? exampleOf(prepared, found.expr, judged?.outcome !== 'equal') : transposedExample(found)
  return {
    ...(forms && { normalForms: forms }), ...(example && { example }), ...(judged?.exact && { exact: judged.exact }),
  }
}

/** Both sides term by term. Of a wrong answer's reference only the terms that the answer has as well: the rest would give it away. */
function normalForms(found: Read, right: boolean): Evidence['normalForms'] | null {
  const { prepared } = found
  const [yours, truth] = [normalForm(found.expr, prepared.symbols, EFFORT), normalForm(prepared.truth.expr, prepared.symbols, EFFORT)]
  if (!yours || !truth || !legible(yours) || !legible(truth)) return null
  const like = prepared.truth
  const own = termsOf(yours, found.fits ? like : { ...like, axes: found.axes }, prepared)
  const whole = termsOf(truth, like, prepared)
  if (!own || !whole) return null
  return { yours: own, truth: right ? whole : whole.filter(t => found.fits && own.includes(t)) }
}

function legible(p: Poly): boolean {
  return p.terms.length <= MOST_TERMS && p.terms.every(t => writtenOut(termToExpr(t), LONGEST_TERM) < LONGEST_TERM)
}

/** One LaTeX text for each term, in the order of their keys, so that equal terms stand in equal places; null where one cannot be written. */
function termsOf(p: Poly, like: Typed, prepared: Prepared): string[] | null {
  if (p.terms.length === 0) return ['0']
  const names = like.free.map(i => i.name)
  const summation = prepared.question.summation === 'explicit' ? 'explicit' : sumsWritten()
  try {
    return p.terms.map(t => print({ ...like, expr: termToExpr(t) }, prepared.symbols, { names, summation }).latex)
  } catch (error) {
    if (error instanceof Unsayable) return null
    throw error
  }
}

/** Both arrays at small sizes. `mustDiffer`: look for a case that shows the difference. */
export function exampleOf(prepared: Prepared, answer: Expr, mustDiffer: boolean): Example | null {
  const made = exampleArrays(numericTruth(prepared), answer, { symbols: prepared.symbols, seed: prepared.seed, mustDiffer })
  if (!made) return null
  return { sizes: made.sizes, targetAxes: leadingSlots(prepared), shape: made.shape, truth: made.truth, yours: made.yours, differ: made.differ }
}

/** How many slots are drawn as rows: those of the target, or of the first axis of a matrix. */
function leadingSlots(prepared: Prepared): number {
  const { axes, free } = prepared.truth
  const groups = axes.length > 0 ? axes : free.map(i => [i.dim])
  return slotsCount(axes.length > 2 || axes.length === 0 ? groups.slice(0, prepared.targetAxes) : groups.slice(0, 1))
}

/** For an answer that is the transpose of what is asked for: both arrays at one point, each in its own shape. */
function transposedExample(found: Read): Example | null {
  const turned = turnedToFit(found)
  const made = turned && exampleOf(found.prepared, turned, false)
  if (!made) return null
  const rows = slotsCount(found.axes.slice(0, 1))
  const split = made.shape.length - rows
  const [inner, outer] = [made.shape.slice(split).reduce((a, b) => a * b, 1), made.shape.slice(0, split).reduce((a, b) => a * b, 1)]
  const yours = Array.from({ length: inner * outer }, (_, n) => made.yours[(n % outer) * inner + Math.floor(n / outer)]!)
  return { ...made, yours, other: { shape: [...made.shape.slice(split), ...made.shape.slice(0, split)], targetAxes: rows } }
}

/** The transpose of an answer, where that has the shape that is asked. */
export function turnedToFit(found: Read): Expr | null {
  const turned = found.prepared.truth.free.length === 0 ? transposed(found.axes, found.raw) : null
  return turned && sameAxes(turned.axes, found.prepared.truth.axes) ? turned.expr : null
}
