/** The real checker without its threads, and the parts that most tests work on. */
import { check, derive, readingScope, report } from '../../src-main/checking/check.ts'
import { sameAnswer } from '../../src-main/checking/same.ts'
import { questionSchema } from '../../src-main/checking/question.ts'
import type { Question, QuestionInput } from '../../src-main/checking/question.ts'
import type { Checker } from '../../src-main/checking/worker/pool.ts'

const questions = new WeakMap<QuestionInput, Question>()
function parsed(input: QuestionInput): Question {
  const known = questions.get(input) ?? questionSchema.parse(input)
  questions.set(input, known)
  return known
}

/** The checker without its threads. */
export const checker: Checker = {
  check: async (question, answer) => check(parsed(question), answer),
  derive: async question => derive(parsed(question)),
  read: async (question, answer) => report(parsed(question), answer),
  readingScope: async question => readingScope(parsed(question)),
  same: async (question, a, b) => sameAnswer(parsed(question), a, b),
  warm: () => undefined,
  close: async () => undefined,
}

const pack = 'matrix-derivatives'
/** The part that most tests work on: d‖A x − y‖²/dA, whose answer is 2 (A x − y) xᵀ. */
export const gradient = { pack, exercise: 'least-squares-by-matrix', part: 'matrix' }
export const ridge = { pack, exercise: 'least-squares', part: 'by-x' }
