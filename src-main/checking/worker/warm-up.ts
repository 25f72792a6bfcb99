/** The first work of a thread: a small check and a reading whose results nobody sees. */
import { check, report } from '../check.ts'
import { type QuestionInput, questionSchema } from '../question.ts'
import type { Verdict } from '../verdict.ts'

/** Small, and yet it passes through reader, rules, normal form, numbers and words. */
const question: QuestionInput = { kind: 'derivative', given: { A: 'M x N', x: 'N', y: 'M' }, f: '(A x - y)^T (A x - y)', wrt: 'x' }

/** A wrong answer: looking for what is wrong with it reaches more than a right one does. */
const answer = '(A x - y)^T A'

/** Runs what an answer runs through, so that the code is loaded and compiled: the first learner's answer on a slow machine would else pay for that out of its deadline. Gives back the verdict, for the tests. */
export function warmUp(): Verdict {
  const asked = questionSchema.parse(question)
  report(asked, answer)
  return check(asked, answer)
}
