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

/** Splits an answer into its lines; blank ones are left out. `=` inside brackets or braces does not split. */
export function splitLines(answer: string): Line[] {
  const lines: Line[] = []
  let at = 0
  for (const raw of withoutAlignment(answer).split('\n')) {
    const start = at
    at += raw.length + 1
    if (raw.trim() === '') continue
    const since = /(?:^|[\s,;(])(?:since|because)\b/i.exec(raw)
    const body = since ? raw.slice(0, since.index) : raw
    const claimFrom = since ? since.index + since[0].length : 0
    const claimText = since ? raw.slice(claimFrom).replace(/\)\s*$/, m => (count(raw.slice(claimFrom), '(') < count(raw.slice(claimFrom), ')') ? ' '.repeat(m.length) : m)) : ''
    const parts = splitEquals(body)
    const goesOn = parts.length > 1 && parts[0]!.text.trim() === ''
    const steps = parts.filter(p => p.text.trim() !== '').map(p => trimmed(p.text, start + p.from))
    lines.push({
      steps, goesOn, claim: claimText.trim() === '' ? null : trimmed(claimText, start + claimFrom),
      from: start + raw.length - raw.trimStart().length, to: start + raw.trimEnd().length,
    })
  }
  return lines
}

function count(text: string, c: string): number {
  return text.split(c).length - 1
}

function trimmed(text: string, from: number): Piece {
  const lead = text.length - text.trimStart().length
  return { text: text.trim(), from: from + lead }
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
