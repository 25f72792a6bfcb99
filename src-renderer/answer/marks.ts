/** What is marked in the answer: places that cannot be read, places of the diagnosis, the piece under the pointer, lines of a derivation. */
import type { Reading, Verdict } from '../state/api-types.ts'
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
    if (desk.multiline && judged.verdict.verdict !== 'undecided') marks.push(...lineMarks(desk.text, judged.verdict))
  }
  const piece = lens.pointed ? pieceAt(desk.reading, lens.at) : null
  if (piece !== null && piece.from < piece.to) marks.push({ from: piece.from, to: piece.to, look: 'lens' })
  return marks
}

/** What a note tells of one step of a derivation (`2: wrong`), or null for a note in words. */
export function lineState(note: string): string | null {
  return /^\d+: (equal|start|introduced|claim|wrong|unreadable)$/.exec(note)?.[1] ?? null
}

/** One mark a line of a derivation: wrong where a diagnosis lies in it. Where no step is wrong, all lines are right, though the goal may be still to come. */
export function lineMarks(text: string, { verdict, diagnosis, notes }: Pick<Verdict, 'verdict' | 'diagnosis' | 'notes'>): Mark[] {
  const states = notes.map(lineState)
  const faulty = verdict === 'invalid' || states.includes('wrong') || states.includes('unreadable')
  const marks: Mark[] = []
  let from = 0
  for (const line of text.split('\n')) {
    const to = from + line.length
    const wrong = faulty && diagnosis.some(each => each.from >= from && each.to <= to && each.from < each.to)
    // Of an answer that could not be read as a whole, nothing is said to be right.
    if (line.trim() !== '' && (wrong || verdict !== 'invalid')) marks.push({ from, to, look: wrong ? 'line-wrong' : 'line-right' })
    from = to + 1
  }
  return marks
}
