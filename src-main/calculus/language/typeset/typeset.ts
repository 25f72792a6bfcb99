/** What the learner wrote, set as mathematics and said in words: the line "read as". */
import { readingWords } from '../messages/speech.ts'
import type { Reading } from '../read.ts'
import { latexOf } from './latex.ts'
import { unmarked, withData } from './marks.ts'
import { speechOf } from './speech.ts'

type Written = Pick<Reading, 'resolved' | 'resolvedLeft'>

/** LaTeX for KaTeX without any extension, and speech in the language that is spoken. Parts that are missing are set as a square. Both are empty for a blank text. */
export function typeset(reading: Written): { readonly latex: string; readonly speech: string } {
  const { resolved, resolvedLeft } = reading
  const latex = unmarked(latexWithMarks(reading))
  if (!resolved) return { latex, speech: '' }
  if (!resolvedLeft) return { latex, speech: speechOf(resolved) }
  return { latex, speech: `${speechOf(resolvedLeft)} ${readingWords.equals} ${speechOf(resolved)}` }
}

/**
 * The same LaTeX with `\htmlData{span=from-to}{…}` around each part that has a shape, so that a part can be found in the formula by its place in
 * the text. `by` is added to every place. For the window alone: KaTeX must be told to trust this one command, and no other program knows it.
 */
export function typesetParts(reading: Written & Pick<Reading, 'parts'>, by = 0): string {
  return withData(latexWithMarks(reading), reading.parts, by)
}

function latexWithMarks({ resolved, resolvedLeft }: Written): string {
  if (!resolved) return ''
  return resolvedLeft ? `${latexOf(resolvedLeft)} = ${latexOf(resolved)}` : latexOf(resolved)
}
