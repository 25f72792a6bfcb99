/** The state of `holes.ts`: what has been made whole so far, and what must come next. */
import type { Report } from './report.ts'
import { KIND } from './token.ts'
import type { Token } from './token.ts'

/** What must come next. `argument`: the braced or single thing that `\frac`, `\sqrt` and `^` take. */
export type Want = 'operand' | 'argument' | 'anything'

/** One bracket that stands open, or the whole text. */
export interface Level {
  readonly open: Token | null
  /** Arguments of a fraction that are still to come once this bracket closes. */
  readonly owed: number
  /** This cell has its `=` or `≠`. */
  relation: boolean
  /** It has been said that its numbers need commas. */
  told: boolean
}

export class Line {
  readonly tokens: readonly Token[]
  readonly report: Report
  readonly out: Token[] = []
  /** Where reading stands in `tokens`. */
  at = 0
  readonly levels: Level[] = [{ open: null, owed: 0, relation: false, told: false }]
  want: Want = 'operand'
  /** Arguments of the innermost fraction or root still to come; 0 while the argument of a power is awaited. */
  owed = 0
  /** The operator whose left side was found missing: if its right side is missing too, that is the same slip. */
  blamed: Token | null = null
  /** The argument awaited is that of a root. */
  rooted = false

  constructor(tokens: readonly Token[], report: Report) {
    this.tokens = tokens
    this.report = report
  }

  get last(): Token | undefined {
    return this.out.at(-1)
  }

  get next(): Token | undefined {
    return this.tokens[this.at + 1]
  }

  get level(): Level {
    return this.levels.at(-1)!
  }

  /** An operator was put out: an operand must follow. */
  infix(token: Token): void {
    this.out.push(token)
    this.want = 'operand'
  }

  /** Puts a hole here. It is empty and stands right after what was read last. */
  hole(): void {
    const at = this.last?.to ?? 0
    this.give({ kind: KIND.missing, from: at, to: at, spaced: false, virtual: true })
  }

  /** Gives an operand of one token to whatever wants one; a fraction may then still owe another. The argument of a root is put in brackets. */
  give(token: Token): void {
    if (this.rooted) {
      const edge = (at: number) => ({ from: at, to: at, spaced: false, group: 'paren' as const, virtual: true })
      this.out.push({ ...edge(token.from), kind: KIND.open }, token, { ...edge(token.to), kind: KIND.close })
    } else this.out.push(token)
    this.rooted = false
    if (this.want === 'argument' && this.owed > 0) this.owed--
    this.want = this.owed > 0 ? 'argument' : 'anything'
  }

  /** Leaves out the rest of this bracket. */
  skip(): void {
    for (let depth = 0; this.next !== undefined; this.at++) {
      if (this.next.kind === KIND.open) depth++
      else if (this.next.kind === KIND.close && depth-- === 0) return
    }
  }

  /** What the learner typed for a token. */
  text(token: Token): string {
    return this.report.text(token)
  }
}

/** True where a token starts a cell: an opening bracket, a comma, `=`, or the start of the text. */
export function startsCell(token: Token | undefined): boolean {
  return token === undefined || token.kind === KIND.open || token.kind === KIND.comma || token.kind === KIND.row || token.kind === KIND.relation
}

/** True for a sign that needs an operand to its right. */
export function operates(token: Token | undefined): boolean {
  return token !== undefined && (token.kind === KIND.plus || token.kind === KIND.minus || token.kind === KIND.times || token.kind === KIND.negate)
}
