/** The first work of a thread: a small check and readings whose results nobody sees. */
import { check, report } from '../check.ts'
import { type Question, type QuestionInput, questionSchema } from '../question.ts'
import type { Verdict } from '../verdict.ts'

/** Small, and yet it passes through reader, rules, normal form, numbers and words. */
const question: QuestionInput = { kind: 'derivative', given: { A: 'M x N', x: 'N', y: 'M' }, f: '(A x - y)^T (A x - y)', wrt: 'x' }

/** A wrong answer: looking for what is wrong with it reaches more than a right one does. */
const answer = '(A x - y)^T A'

/** Texts that reach most of the reader between them; they are read as they would be typed. */
const typed = ['2 (A x - y)^T A + sum_i x_i A_{ij} - 1/2 ||A x||^2 x^T', '\\frac{1}{2} delta_{ij} tr(A^T A) .* exp(-x^T x) + A^{-1} z']

/** Runs what an answer runs through, so that the code is loaded and compiled: the first learner's answer on a slow machine would else pay for that out of its deadline. Gives back the verdict, for the tests. */
export function warmUp(): Verdict {
  const asked = questionSchema.parse(question)
  report(asked, answer)
  return check(asked, answer)
}

/**
 * A hundred readings, one at each step: after so many, the compiler has done what it does, and a reading takes a fifth of the time of the first ones. They
 * are for a thread that has begun to read what somebody types, between one key and the next.
 */
export function* practice(asked: Question = questionSchema.parse(question)): Generator<void> {
  for (const text of typed) {
    for (let end = 1; end <= text.length; end++) {
      report(asked, text.slice(0, end))
      yield
    }
  }
}
