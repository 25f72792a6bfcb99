/** Where the missing mate of a bracket may have been meant to stand: `2 (A x - y x^T` is meant as `2 (A x - y) x^T`. */
import type { Mend, Problem } from '../problem.ts'

const openers: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' }
/** Places tried; an answer that is typed has fewer. */
const most = 24

/**
 * Mends that put the mate of a bracket between two pieces of the text, those nearest to the far end first. None for a problem that is not about a lone
 * bracket.
 */
export function mates(source: string, problem: Problem): readonly Mend[] {
  const { id, from, to } = problem
  if (id === 'bracket-open') {
    const closer = Object.entries(openers).find(([, open]) => open === source.slice(from, to))?.[0]
    return closer === undefined ? [] : places(source, to, source.length).filter(at => !/\s/.test(source[at - 1]!)).toReversed().slice(0, most).map(at => ({ from: at, to: at, text: closer }))
  }
  const opener = id === 'bracket-extra' ? openers[source.slice(from, to)] : undefined
  return opener === undefined ? [] : places(source, -1, from - 1).filter(at => !/\s/.test(source[at]!)).slice(0, most).map(at => ({ from: at, to: at, text: opener }))
}

/** Offsets beyond `from` and up to `to` at which something ends or begins: no name and no number is cut in two. */
function places(source: string, from: number, to: number): number[] {
  const inside = (at: number): boolean => /[\p{L}\p{N}\\.]/u.test(source[at] ?? ' ')
  return Array.from({ length: Math.max(0, to - from) }, (_, n) => from + 1 + n).filter(at => !(inside(at - 1) && inside(at)))
}
