/** What the learner wrote, set as mathematics and said in words: the line "read as". */
import type { Reading } from '../read.ts'
import { latexOf } from './latex.ts'
import { speechOf } from './speech.ts'

/** LaTeX for KaTeX without any extension, and English speech. Parts that are missing are set as a square. Both are empty for a blank text. */
export function typeset(reading: Pick<Reading, 'resolved' | 'resolvedLeft'>): { readonly latex: string; readonly speech: string } {
  const { resolved, resolvedLeft } = reading
  if (!resolved) return { latex: '', speech: '' }
  if (!resolvedLeft) return { latex: latexOf(resolved), speech: speechOf(resolved) }
  return { latex: `${latexOf(resolvedLeft)} = ${latexOf(resolved)}`, speech: `${speechOf(resolvedLeft)} equals ${speechOf(resolved)}` }
}
