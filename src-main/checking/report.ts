/** How an answer reads so far: for the line beneath the editor. Never a judgement. */
import { prepareOnce } from './prepared.ts'
import type { Question } from './question.ts'
import { lineReports } from './kinds/derivation.ts'
import { shapeReport } from './kinds/shape.ts'
import { readingScopeOf, readIn, type ReadingScope } from './reader.ts'
import type { ReadingReport } from './verdict.ts'

/** Reads an answer in the scope of its question. Throws `QuestionError` where the question is at fault. */
export function report(question: Question, answer: string): ReadingReport {
  if (answer.trim() === '' || question.kind === 'choice') return { problems: [], notes: [], parts: [] }
  if (question.kind === 'shape') return shapeReport(question, answer)
  if (question.kind === 'derivation') return lineReports(question, answer)
  const { scope, truth } = prepareOnce(question)
  return readIn(scope, truth.axes, answer)
}

/** What answers to this question can be read against elsewhere; null where reading one takes more: the steps of a derivation are judged as they are read. */
export function readingScope(question: Question): ReadingScope | null {
  if (question.kind === 'choice' || question.kind === 'shape' || question.kind === 'derivation') return null
  return readingScopeOf(prepareOnce(question))
}
