/** What is marked in the answer: places that cannot be read, places of the diagnosis, the piece under the pointer, lines of a derivation. */
import type { Line, Reading } from '../state/api-types.ts'
import type { PartDesk } from '../state/part-desk.svelte.ts'
import type { Mark } from './editor.ts'

/** The smallest piece of the answer around an offset that has a shape, or null. */
export function pieceAt(reading: Reading | null, offset: number | null): Reading['parts'][number] | null {
  if (reading === null || offset === null) return null
  let best: Reading['parts'][number] | null = null
  for (const piece of reading.parts) {
    if (piece.from <= offset && offset <= piece.to && (best === null || piece.to - piece.from <= best.to - best.from)) best = piece
  }
  return best
}

/** The marks for the answer as it stands; spans of an older text are left out. */
export function marksOf(desk: PartDesk, lens: { readonly at: number | null; readonly pointed: boolean }): readonly Mark[] {
  const marks: Mark[] = []
  const problems = desk.reading?.problems ?? []
  for (const { from, to } of problems) marks.push({ from, to, look: 'problem' })
  const judged = desk.current
  if (judged !== null) {
    const places = judged.verdict.diagnosis.filter(({ from, to }) => from < to && to - from < desk.text.trim().length)
    // What cannot be read is marked already, by the reading.
    if (judged.verdict.verdict !== 'invalid' || problems.length === 0) for (const { from, to } of places) marks.push({ from, to, look: 'diagnosis' })
  }
  // The reading holds each line against the one before as it is completed; a verdict says the same of the whole.
  if (desk.multiline) marks.push(...lineMarks(desk.text, judged?.verdict.lines ?? desk.reading?.lines ?? []))
  const piece = lens.pointed ? pieceAt(desk.reading, lens.at) : null
  if (piece !== null && piece.from < piece.to) marks.push({ from: piece.from, to: piece.to, look: 'lens' })
  return marks
}

/** One mark a line of a derivation, by the steps that lie in it: wrong where one is wrong or cannot be read. Lines without a step, or with one that could not be decided, are not marked. */
export function lineMarks(text: string, steps: readonly Line[]): Mark[] {
  const marks: Mark[] = []
  let from = 0
  for (const line of text.split('\n')) {
    const to = from + line.length
    const own = steps.filter(step => step.from >= from && step.to <= to)
    const wrong = own.some(step => step.state === 'wrong' || step.state === 'unreadable')
    const open = own.some(step => step.state === 'undecided')
    if (own.length > 0 && (wrong || !open)) marks.push({ from, to, look: wrong ? 'line-wrong' : 'line-right' })
    from = to + 1
  }
  return marks
}
