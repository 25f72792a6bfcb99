/** What is marked in the answer: places that cannot be read, places of the diagnosis, the piece that is looked at, lines of a derivation. */
import type { PartDesk } from '../state/part-desk.svelte.ts'
import type { Mark } from './editor.ts'
import type { Lens } from './lens.svelte.ts'
import { lineReports } from './steps.ts'

/** The marks for the answer as it stands; spans of an older text are left out. */
export function marksOf(desk: PartDesk, lens: Lens): readonly Mark[] {
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
  if (desk.multiline) for (const { from, to, state } of lineReports(desk.text, judged?.verdict.lines ?? desk.reading?.lines ?? [])) {
    if (state !== 'open') marks.push({ from, to, look: state === 'right' ? 'line-right' : 'line-wrong' })
  }
  const piece = lens.lit(desk.reading)
  if (piece !== null && piece.from < piece.to) marks.push({ from: piece.from, to: piece.to, look: 'lens' })
  return marks
}
