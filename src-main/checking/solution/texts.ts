/** Lines in the answer language. */
import { print, summations, sumsWritten, type Summation, type Symbols, type Typed } from '../../calculus/index.ts'
import type { Question } from '../question.ts'
import { plain } from '../../calculus/print/forms/plain.ts'
import { einsumForm } from '../../calculus/print/index/einsum.ts'
import { Unsayable } from '../../calculus/print/index/entries.ts'
import { MatrixWriter } from '../../calculus/print/matrix/writer.ts'
import { Simplifier } from '../../calculus/print/simplify/simplifier.ts'

/** The ways in which a line may write its sums, the first the best: where the question leaves it open, as the reader likes to see them. */
export function waysOfSums({ summation }: Pick<Question, 'summation'>): readonly Summation[] {
  return summation === 'explicit' ? ['explicit'] : [sumsWritten(), ...summations.filter(way => way !== sumsWritten())]
}

/** Matrix notation; null where it has no word for something, or where no one could read it for its length. */
export function matrixText(typed: Typed, symbols: Symbols): string | null {
  try {
    return print(typed, symbols).matrix
  } catch (error) {
    if (error instanceof Unsayable) return null
    throw error
  }
}

/** Index notation; null where it has no word for something. */
export function indexText(typed: Typed, symbols: Symbols, summation: Summation): string | null {
  try {
    return print(typed, symbols, { summation }).index
  } catch (error) {
    if (error instanceof Unsayable) return null
    throw error
  }
}

/** An array of three or more axes as one einsum; null where there is none. */
export function einsumText(truth: Typed, symbols: Symbols): string | null {
  if (truth.axes.length < 3) return null
  const form = einsumForm(truth.expr, new MatrixWriter(symbols, new Simplifier(symbols)))
  return form && plain(form)
}
