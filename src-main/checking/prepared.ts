/** Each question is prepared once, for as long as its object lives. */
import { prepare, type Prepared } from './prepare/prepare.ts'
import type { Question } from './question.ts'

const prepared = new WeakMap<Question, Prepared>()

/** What answers to this question are held against. Throws `QuestionError`. */
export function prepareOnce(question: Question): Prepared {
  let p = prepared.get(question)
  if (!p) prepared.set(question, p = prepare(question))
  return p
}
