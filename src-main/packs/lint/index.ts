/**
 * The semantic pass over a pack that could be read: what only the checker and the typesetter can tell. For authors and tests, not for students:
 * it runs every test of the pack.
 */
import type { Question } from '../../checking/question.ts'
import type { Verdict } from '../../checking/verdict.ts'
import type { Exercise, Pack, Part } from '../pack.ts'
import { byPlace } from '../problem.ts'
import type { PackProblem } from '../problem.ts'
import { valueAt } from '../yaml/places.ts'
import { tellingHints } from './hints.ts'
import { lintProse } from './page.ts'
import { runTests } from './tests.ts'

export { lintProse } from './page.ts'

export interface LintChecker {
  /** Judges an answer. Throws an error with a `field` (`f`, `given.A`) for a question that cannot be asked. */
  check(question: Question, answer: string): Verdict
}

/** All problems, in the order of files and lines. Ids, outcomes and chapters were looked at when the pack was read. */
export function lintPack(pack: Pack, checker: LintChecker): PackProblem[] {
  return pack.exercises.flatMap(exercise =>
    [...lintProse(exercise, pack.pictures), ...exercise.parts.flatMap(part => lintPart(exercise, part, checker))].toSorted(byPlace),
  )
}

function lintPart(exercise: Exercise, part: Part, checker: LintChecker): PackProblem[] {
  const fault = questionFault(exercise, part, checker)
  // Nothing that is asked of a broken question would tell the author more.
  if (fault) return [fault]
  return [...runTests(exercise, part, checker), ...tellingHints(exercise, part, checker)]
}

/** Asks the question once, with an answer that is never empty and never matters. */
function questionFault({ source }: Exercise, part: Part, checker: LintChecker): PackProblem | null {
  try {
    checker.check(part.question, '0')
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
    return source.problem('question', `This question cannot be asked. ${error.message.replace(`${error.field}: `, '')}`, place)
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
