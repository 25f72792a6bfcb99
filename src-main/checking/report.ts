/** How an answer reads so far: for the line beneath the editor. Never a judgement. */
import { read, showAxes, typeset, typesetParts } from '../calculus/index.ts'
import { prepareOnce } from './prepared.ts'
import type { Question } from './question.ts'
import { lineReports } from './kinds/derivation.ts'
import { shapeReport } from './kinds/shape.ts'
import type { Diagnosis, ReadingReport } from './verdict.ts'

/** Reads an answer in the scope of its question. Throws `QuestionError` where the question is at fault. */
export function report(question: Question, answer: string): ReadingReport {
  if (answer.trim() === '' || question.kind === 'choice') return { problems: [], notes: [], parts: [] }
  if (question.kind === 'shape') return shapeReport(question, answer)
  if (question.kind === 'derivation') return lineReports(question, answer)
  const p = prepareOnce(question)
  const reading = read(answer, p.scope, { expected: p.truth.axes })
  const problems = reading.problems.map(({ code, message, from, to, mend }): Diagnosis => ({
    code: code === 'component-size' ? 'shape' : code, message, from, to, ...(mend && { mend }),
  }))
  const { latex, speech } = typeset(reading)
  return {
    problems, notes: reading.notes.map(n => n.message), latex, speech, parts: reading.parts, latexMarked: typesetParts(reading),
    ...(reading.value && { shape: showAxes(reading.value.axes) }),
  }
}
