/** Whether the derived reference stands up to the numbers: the last word on an exercise before students see it. */
import type { Exercise, Part } from '../pack.ts'
import type { PackProblem } from '../problem.ts'
import { isQuestionFault, referenceOf, verdictOf, whyAtFault } from './ask.ts'
import type { Asking, Reference } from './ask.ts'
import { words } from './words.ts'

interface Confirmed {
  readonly problems: readonly PackProblem[]
  readonly reference: Reference | null
}

/**
 * Derives the answer of a derivative, hands it in as a student would, and tells where it is not right, or is right by its normal form only and
 * has no numeric Jacobian of `f` to its support.
 */
export function* referenceProblems({ source }: Exercise, part: Part): Asking<Confirmed> {
  const { question } = part
  if (question.kind !== 'derivative' && question.kind !== 'expression') return { problems: [], reference: null }
  const field = question.kind === 'derivative' ? 'f' : 'value'
  const tell = (message: string): PackProblem[] => [source.problem('reference', message, source.place([...part.path, field]))]
  let reference: Reference | null
  try {
    reference = yield* referenceOf(question)
  } catch (error) {
    // A checker that gave up says so in a whole sentence.
    return { problems: tell(isQuestionFault(error) ? words.notDerived(whyAtFault(error)) : (error as Error).message), reference: null }
  }
  if (!reference) return { problems: [], reference }
  const text = reference.matrix ?? reference.index
  if (text === null) return { problems: tell(words.notWritten), reference }
  if (question.kind === 'expression') return { problems: [], reference }
  const { verdict, numeric, sentence } = yield* verdictOf(question, text)
  if (verdict !== 'correct')
    return { problems: tell(words.contradicted(text, sentence)), reference }
  if (!numeric || numeric.points === 0) return { problems: tell(words.unconfirmed), reference }
  return { problems: [], reference }
}
