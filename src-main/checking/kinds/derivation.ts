/** Derivations: each line is judged against the one before; the last must reach the goal. */
import type { Question } from '../question.ts'
import type { ReadingReport, Verdict } from '../verdict.ts'
import { reportLines } from '../derivation/report.ts'
import { checkLines } from '../derivation/lines.ts'

export function checkDerivation(question: Question, answer: string, diagnosed = true): Verdict {
  return checkLines(question, answer, diagnosed)
}

export function lineReports(question: Question, answer: string): ReadingReport {
  return reportLines(question, answer)
}
