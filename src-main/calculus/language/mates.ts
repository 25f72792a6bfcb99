/** Where the missing mate of a bracket may have been meant to stand: `2 (A x - y x^T` is meant as `2 (A x - y) x^T`. */
import { arrayFunctions, entrywiseNames } from './elaborate/resolve/vocabulary.ts'
import { COMMANDS } from './syntax/commands.ts'
import type { Mend, Span } from '../problem.ts'

/** A bracket of the source, with the `\left` or `\bigl` before it. */
export interface Mark extends Span { readonly sign: string; readonly dress: string }

const bracket = /(\\(?:left|right|[bB]igg?[lrm]?)\s*)?(\\[{}]|[()[\]{}])/g
export const mateOf: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '\\{': '\\}', ')': '(', ']': '[', '}': '{', '\\}': '\\{' }
/** A `\right` whose bracket is missing. */
const bareRight = /\\(?:right|[bB]igg?r?)\s*$/
/** Places tried; an answer that is typed has fewer. */
const most = 24

export function opens({ sign }: { readonly sign: string }): boolean {
  return /^\\?[([{]$/.test(sign)
}

/** All brackets of a text, in order. */
export function marksOf(source: string): readonly Mark[] {
  return [...source.matchAll(bracket)].map(m => ({ from: m.index, to: m.index + m[0].length, sign: m[2]!, dress: m[1] ?? '' }))
}

/** The brackets that have no mate: those that were never closed, and those that close nothing or close another kind. */
export function unpaired(marks: readonly Mark[]): readonly Mark[] {
  const stack: Mark[] = []
  const lone: Mark[] = []
  for (const mark of marks) {
    if (opens(mark)) stack.push(mark)
    else if (stack.length > 0 && mateOf[stack.at(-1)!.sign] === mark.sign) stack.pop()
    else lone.push(mark)
  }
  return [...stack, ...lone]
}

/**
 * Mends that put the mate of a bracket between two pieces of the text, those nearest to the far end first; an opening bracket right behind a function or a
 * command before all others.
 */
export function mates(source: string, mark: Mark): readonly Mend[] {
  if (opens(mark)) {
    const all = offsets(mark.to, source.length).filter(at => !/\s/.test(source[at - 1]!)).toReversed()
    const bare = all.filter(at => bareRight.test(source.slice(0, at)))
    return inserted([...bare, ...all.filter(at => !cuts(source, at) && !/(?:\\[A-Za-z]+|[_^])$/.test(source.slice(0, at)))], at => closerOf(source, mark, at))
  }
  const all = offsets(-1, mark.from - 1).filter(at => !/\s/.test(source[at]!))
  const known = all.filter(at => endsKnown(source, at))
  return inserted([...known, ...all.filter(at => !known.includes(at) && !cuts(source, at)), ...all.filter(at => cutsShort(source, at))], () => mateOf[mark.sign]!)
}

function inserted(places: readonly number[], text: (at: number) => string): readonly Mend[] {
  return places.slice(0, most).map(at => ({ from: at, to: at, text: text(at) }))
}

/** `\left(` is closed by `\right)`; behind a `\right` that stands there already, by its sign alone. */
export function closerOf(source: string, mark: Mark, at: number): string {
  return (bareRight.test(source.slice(0, at)) ? '' : mark.dress.replace('left', 'right').replace(/l(?=\s*$)/, 'r')) + mateOf[mark.sign]!
}

/** Offsets beyond `from` and up to `to`. */
function offsets(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, n) => from + 1 + n)
}

/** Is a name or a number cut in two here? */
function cuts(source: string, at: number): boolean {
  const inside = (n: number): boolean => /[\p{L}\p{N}\\.]/u.test(source[n] ?? ' ')
  return inside(at - 1) && inside(at)
}

/** A run of two or three letters is more likely made of several names: `Ai,j]` is meant as `A[i,j]`. */
function cutsShort(source: string, at: number): boolean {
  return cuts(source, at) && /(?<![\p{L}\\])\p{L}{1,2}$/u.test(source.slice(Math.max(0, at - 3), at)) && /^\p{L}{1,2}(?!\p{L})/u.test(source.slice(at, at + 3))
}

/** Does a command or the name of a function end here, though letters follow? */
function endsKnown(source: string, at: number): boolean {
  const run = /(\\?)([A-Za-z]+)$/.exec(source.slice(Math.max(0, at - 16), at))
  if (!run || source[at] === '{') return false
  return run[1] === '' ? arrayFunctions.has(run[2]!) || entrywiseNames.has(run[2]!) : COMMANDS.has(run[2]!)
}
