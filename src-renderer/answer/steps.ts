/** The steps of a derivation as lines of its text: what became of each line, and what is wrong with it. */
import type { Reading } from '../state/api-types.ts'
import type { Span } from './editor.ts'

type Step = NonNullable<Reading['lines']>[number]
export interface LineReport extends Span {
  /** Counted from 1. */
  readonly number: number
  readonly state: 'right' | 'wrong' | 'unreadable' | 'open'
  /** What is wrong with it; null where nothing is. */
  readonly message: string | null
  /** Where in the text that is. */
  readonly at: Span
}

/** One report a line that has steps: by its worst step. `open`: a step in it could not be decided. */
export function lineReports(text: string, steps: readonly Step[]): LineReport[] {
  const reports: LineReport[] = []
  let from = 0
  for (const [at, line] of text.split('\n').entries()) {
    const to = from + line.length
    const own = steps.filter(step => step.from >= from && step.to <= to)
    const bad = own.find(step => step.state === 'unreadable') ?? own.find(step => step.state === 'wrong')
    const state = bad?.state === 'unreadable' || bad?.state === 'wrong' ? bad.state : own.some(step => step.state === 'undecided') ? 'open' : 'right'
    if (own.length > 0) reports.push({ number: at + 1, from, to, state, message: bad?.message ?? null, at: bad ?? { from, to } })
    from = to + 1
  }
  return reports
}

/** What Enter puts into a derivation at `caret`: a new line that goes on with `=`, or an empty one in place of a line that has only got that far. */
export function nextLine(text: string, caret: number): { readonly from: number; readonly to: number; readonly text: string } {
  const start = text.lastIndexOf('\n', caret - 1) + 1
  const end = text.indexOf('\n', caret) < 0 ? text.length : text.indexOf('\n', caret)
  const line = text.slice(start, end)
  if (line.trim() === '=') return { from: start, to: end, text: '' }
  const before = text.slice(start, caret).trim()
  const after = text.slice(caret, end)
  // What stands behind the caret goes along; it may bring its own sign.
  const goesOn = before !== '' && !after.trimStart().startsWith('=')
  return { from: caret, to: caret + after.length - after.trimStart().length, text: goesOn ? '\n= ' : '\n' }
}
