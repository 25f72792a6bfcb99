/** The lines of a derivation: what each says, before anything is read. */
import { withoutAlignment } from './aligned.ts'

/** A stretch of one line that is read by itself, with its place in the whole answer. */
export interface Piece { readonly text: string; readonly from: number }

export interface Line {
  /** The expressions of the line in order: `= a = b` has two. */
  readonly steps: readonly Piece[]
  /** The line began with `=`, so that it goes on from the line before. */
  readonly goesOn: boolean
  /** What stands behind `since`. */
  readonly claim: Piece | null
  readonly from: number
  readonly to: number
}

export const MOST_LINES = 250

/** Words that a line may begin with, and that say nothing: `let g = …`. */
const OPENING = /^\s*(?:let|set|put|define|denote|where|with|and|so|thus|hence|then|therefore|now|also|we have|sei|setze|wobei|mit|und|also|dann|damit)\b[\s,:]*/i
const REASON = /(?:^|[\s,;(])(?:since|because|using|weil|denn)\b[\s:]*/i
/** `… where g = A x - y`: what is named after its use. */
const NAMED = /[\s,;(](?:where|with|wobei|mit)\s+(?=[^\s=]+\s*:?[=≔])/i

/** Splits an answer into its lines; blank ones are left out. `=` inside brackets or braces does not split. */
export function splitLines(answer: string): Line[] {
  const lines: Line[] = []
  let at = 0
  for (const raw of withoutWords(withoutAlignment(answer)).split('\n')) {
    const start = at
    at += raw.length + 1
    if (raw.trim() === '') continue
    const since = REASON.exec(raw)
    const body = since ? raw.slice(0, since.index) : raw
    const claimFrom = since ? since.index + since[0].length : 0
    const claim = since ? closed(raw.slice(claimFrom)) : ''
    const named = NAMED.exec(body)
    // What a name stands for is needed before the line that uses it.
    if (named) lines.push(lineOf(closed(body.slice(named.index + named[0].length)), start + named.index + named[0].length, null))
    const own = named ? body.slice(0, named.index) : body
    const opening = /^\s*=/.test(own) ? null : OPENING.exec(own)
    const from = opening?.[0].length ?? 0
    lines.push(lineOf(own.slice(from), start + from, claim.trim() === '' ? null : trimmed(claim, start + claimFrom)))
  }
  return lines.filter(l => l.steps.length > 0 || l.claim)
}

function lineOf(text: string, start: number, claim: Piece | null): Line {
  // `:=` names, as `=` does.
  const parts = splitEquals(text.replace(/:(?==)|≔/g, c => (c === '≔' ? '=' : ' ')))
  const steps = parts.map(p => trimmed(p.text, start + p.from)).filter(p => p.text !== '')
  const [first, last] = [steps[0], steps.at(-1)]
  return {
    steps, goesOn: parts.length > 1 && parts[0]!.text.trim() === '', claim,
    from: first?.from ?? claim?.from ?? start, to: claim ? claim.from + claim.text.length : last ? last.from + last.text.length : start,
  }
}

/** `\text{…}` and its like: a reason or an opening word is uncovered, a remark of several words blanked. */
function withoutWords(text: string): string {
  return text.replace(/\\(?:text|textit|textrm|mbox|intertext)\{([^{}]*)\}|\\(?:quad|qquad)\b/g, (found: string, inside: string | undefined) => {
    const kept = inside !== undefined && (REASON.test(inside) || (OPENING.test(inside) && inside.trim() !== ''))
    if (kept) return ` ${inside}`.padStart(found.length - 1) + ' '
    return inside === undefined || /^\(|\S\s+\S/.test(inside.trim()) ? ' '.repeat(found.length) : found
  })
}

/** A text whose last bracket was opened before it, without that bracket. */
function closed(text: string): string {
  return text.replace(/\)\s*$/, m => (count(text, '(') < count(text, ')') ? ' '.repeat(m.length) : m))
}

function count(text: string, c: string): number {
  return text.split(c).length - 1
}

/** Without the space around it, and without the comma, the semicolon or the full stop at its end. */
function trimmed(text: string, from: number): Piece {
  const lead = text.length - text.trimStart().length
  return { text: text.trim().replace(/\s*[,;.]$/, ''), from: from + lead }
}

/** The stretches between the `=` that stand outside all brackets. */
export function splitEquals(text: string): Piece[] {
  const pieces: Piece[] = []
  let depth = 0
  let from = 0
  for (let n = 0; n < text.length; n++) {
    const c = text[n]!
    if ('([{'.includes(c)) depth++
    else if (')]}'.includes(c)) depth--
    else if (c === '=' && depth <= 0 && text[n + 1] !== '=' && !'!<>='.includes(text[n - 1] ?? ' ')) {
      pieces.push({ text: text.slice(from, n), from })
      from = n + 1
    }
  }
  pieces.push({ text: text.slice(from), from })
  return pieces
}
