/** LaTeX in the notation that the reader likes. Only signs are exchanged that have one meaning; what they stand for stays the same. */
import type { Notation } from '../state/notation.svelte.ts'

/** The mark of a transpose, as the app and the authors of packs write it: never a bare `T`, which may be a name. */
const mark = /\\top(?![A-Za-z])|\\mathsf\s*(?:\{\s*T\s*\}|T(?![A-Za-z]))/g

/** Any formula: the mark of the transpose. An inverse transpose becomes `A^{-1}` with a prime. */
export function inNotation(tex: string, { transpose }: Pick<Notation, 'transpose'>): string {
  return transpose === 'T' ? tex : tex.replace(/\^\s*\{\s*-\s*(?:\\top|\\mathsf\s*\{?\s*T\s*\}?)\s*\}/g, '^{-1\\prime}').replace(mark, '{\\prime}')
}

/** What is asked: `\partial` or an upright d as well. Where both stand in one formula, they are not the same thing, and stay. */
export function askedIn(tex: string, { derivative }: Pick<Notation, 'derivative'>): string {
  return derivative === 'partial' || /\\mathrm\s*\{\s*d\s*\}/.test(tex) ? tex : tex.replace(/\\partial(?![A-Za-z])/g, '\\mathrm{d}')
}
