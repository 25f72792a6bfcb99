/**
 * Marks around the pieces of a formula that tell which stretch of the learner's text each one sets. While LaTeX is being made they are private-use
 * characters; at its end they are taken out, or become `\htmlData`, from which KaTeX makes a `data-span`.
 */
import type { Span } from '../../problem.ts'

const stretch = /\uE000(\d+)-(\d+)\uE001|\uE002/g

/** The characters that stand for marks; no text of a learner's may bring them in. */
export const MARK_SIGNS = /[\uE000-\uE002]/g

/** A piece with the mark of its place. */
export function marked(at: Span, latex: string): string {
  return `\uE000${at.from}-${at.to}\uE001${latex}\uE002`
}

/** Plain LaTeX. */
export function unmarked(latex: string): string {
  return latex.replace(stretch, '')
}

/** Whether the LaTeX begins with a digit or a minus, whatever marks stand before it. */
export function beginsAsNumber(latex: string): boolean {
  return /^(?:\uE000\d+-\d+\uE001)*[\d-]/.test(latex)
}

/** Whether the LaTeX ends in a group, whatever marks end behind it. */
export function endsInGroup(latex: string): boolean {
  return /\}\uE002*$/.test(latex)
}

/** `\htmlData{span=3-7}{…}` around each piece that `parts` has; the other marks are taken out. `by` is added to every place. */
export function withData(latex: string, parts: readonly Span[], by = 0): string {
  const known = new Set(parts.map(p => `${p.from}-${p.to}`))
  const open: boolean[] = []
  return latex.replace(stretch, (_, from?: string, to?: string) => {
    if (from === undefined) return open.pop() ? '}' : ''
    const keep = known.has(`${from}-${to}`)
    open.push(keep)
    return keep ? `\\htmlData{span=${Number(from) + by}-${Number(to) + by}}{` : ''
  })
}
