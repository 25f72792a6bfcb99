/** How the lines of a derivation read so far. */
import { read, showAxes, typeset } from '../../calculus/index.ts'
import { scopeOf } from '../prepare/prepare.ts'
import type { Question } from '../question.ts'
import type { Diagnosis, LineState, ReadingReport } from '../verdict.ts'
import { checkLines } from './lines.ts'
import { withDifferentials } from './differentials.ts'
import { introduce } from './introduce.ts'
import { MOST_LINES, splitLines } from './split.ts'

/** Each line set beneath the other, and what cannot be read in any of them. */
export function reportLines(question: Question, answer: string): ReadingReport {
  let scope = withDifferentials(scopeOf(question), question)
  const problems: Diagnosis[] = []
  const latex: string[] = []
  const speech: string[] = []
  let shape: string | undefined
  for (const line of splitLines(answer).slice(0, MOST_LINES)) {
    const [first, ...more] = line.steps
    const name = first && more.length > 0 && !line.goesOn ? introduce(scope, first, more[0]!) : null
    const set: string[] = []
    if (name && 'scope' in name) scope = name.scope
    for (const piece of line.steps) {
      const reading = read(piece.text, scope)
      for (const { code, message, from, to } of reading.problems) {
        problems.push({ code: code === 'component-size' ? 'ill-shaped' : code, message, from: from + piece.from, to: to + piece.from })
      }
      if (reading.value) shape = showAxes(reading.value.axes)
      const made = typeset(reading)
      set.push(made.latex)
      speech.push(made.speech)
    }
    latex.push(`${line.goesOn ? '={}& ' : '& '}${set.join(' = ')}`)
  }
  return { problems, notes: [], parts: [], lines: completed(question, answer), latex: `\\begin{aligned}${latex.join(' \\\\ ')}\\end{aligned}`, speech: speech.join(' equals '), ...(shape && { shape }) }
}

/** The states of the lines that were ended with Enter; the one being typed is not judged. */
function completed(question: Question, answer: string): LineState[] {
  const end = answer.lastIndexOf('\n')
  return end < 0 ? [] : [...checkLines(question, answer.slice(0, end)).lines ?? []]
}
