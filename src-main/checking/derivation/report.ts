/** How the lines of a derivation read so far. */
import { read, showAxes, typeset, typesetParts } from '../../calculus/index.ts'
import { scopeOf } from '../prepare/prepare.ts'
import type { Question } from '../question.ts'
import type { Diagnosis, ReadingReport, ReadLine } from '../verdict.ts'
import { words } from '../words.ts'
import { lineResults } from './lines.ts'
import { withDifferentials } from './differentials.ts'
import { introduce } from './introduce.ts'
import { MOST_LINES, splitLines } from './split.ts'
import { moved } from './steps.ts'

/** Each line set beneath the other, and what cannot be read in any of them. */
export function reportLines(question: Question, answer: string): ReadingReport {
  let scope = withDifferentials(scopeOf(question), question)
  const problems: Diagnosis[] = []
  const latex: string[] = []
  const latexMarked: string[] = []
  const parts: ReadingReport['parts'][number][] = []
  const speech: string[] = []
  let shape: string | undefined
  for (const line of splitLines(answer).slice(0, MOST_LINES)) {
    const [first, ...more] = line.steps
    const name = first && more.length > 0 && !line.goesOn ? introduce(scope, first, more[0]!) : null
    const set: string[] = []
    const setMarked: string[] = []
    if (name && 'scope' in name) scope = name.scope
    // Both sides of an introduction were read when it was made, by their entries perhaps.
    const introduced = name && 'scope' in name ? 2 : 0
    for (const [n, piece] of line.steps.entries()) {
      const reading = read(piece.text, scope)
      const found = reading.problems.map(({ code, message, from, to, mend }): Diagnosis => ({ code: code === 'component-size' ? 'ill-shaped' : code, message, from, to, ...(mend && { mend }) }))
      if (n >= introduced) problems.push(...moved(found, piece.from))
      if (reading.value) shape = showAxes(reading.value.axes)
      const made = typeset(reading)
      set.push(made.latex)
      setMarked.push(typesetParts(reading, piece.from))
      parts.push(...reading.parts.map(part => ({ ...part, from: part.from + piece.from, to: part.to + piece.from })))
      speech.push(made.speech)
    }
    const sign = line.goesOn ? '={}& ' : '& '
    latex.push(sign + set.join(' = '))
    latexMarked.push(sign + setMarked.join(' = '))
  }
  const rows = (made: readonly string[]) => `\\begin{aligned}${made.join(' \\\\ ')}\\end{aligned}`
  return { problems, notes: [], parts, lines: completed(question, answer), latex: rows(latex), latexMarked: rows(latexMarked), speech: speech.join(words.lineEquals), ...(shape && { shape }) }
}

/** The states of the lines that were ended with Enter; the one being typed is not judged. */
function completed(question: Question, answer: string): ReadLine[] {
  const end = answer.lastIndexOf('\n')
  if (end < 0) return []
  return lineResults(question, answer.slice(0, end)).map(({ from, to, state, diagnosis: [first] }) => ({ from, to, state, ...(first && { message: first.message }) }))
}
