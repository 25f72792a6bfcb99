/** Questions that cannot be asked: a symbol that is not declared, an `f` that cannot be read or differentiated. */
import type { Exercise, Part } from '../pack.ts'
import type { PackProblem } from '../problem.ts'
import { valueAt } from '../yaml/places.ts'
import { verdictOf } from './ask.ts'
import type { Asking } from './ask.ts'
import { words } from './words.ts'

/** Asks the question once, with an answer that is never empty and never matters. */
export function* questionFault({ source }: Exercise, part: Part): Asking<PackProblem | null> {
  try {
    yield* verdictOf(part.question, '0')
    return null
  } catch (error) {
    if (!isQuestionFault(error)) throw error
    const steps = error.field.split('.')
    const path = [part.path, []].map(at => [...at, ...steps]).find(at => valueAt(source.value, at) !== undefined)
    const place = !path
      ? source.place(part.path)
      : error.from === undefined
        ? source.place(path)
        : source.within(path, error.from, error.to ?? error.from)
    return source.problem('question', words.cannotBeAsked(error.message.replace(`${error.field}: `, '')), place)
  }
}

/** What a checker throws at a question that is at fault: the field (`f`, `given.A`), and where in its text. */
interface QuestionFault extends Error {
  readonly field: string
  readonly from?: number
  readonly to?: number
}

function isQuestionFault(error: unknown): error is QuestionFault {
  return error instanceof Error && 'field' in error && typeof error.field === 'string'
}
