/** Pairs brackets. What is unclosed, extra or mismatched is reported once and repaired, so that everything else still parses. */
import type { Report } from './report.ts'
import { KIND, startsOperand } from './token.ts'
import type { Token } from './token.ts'

/** Brackets deeper than this are refused: no answer needs them, and the tree is walked by recursion. */
export const DEEPEST = 200

const END: Readonly<Record<string, string>> = { paren: ')', bracket: ']', brace: '}', bar: '|', norm: '||', angle: '>' }

/** An unclosed `<` is a comparison; every other opening is a bracket for sure. */
interface Opening { readonly token: Token; readonly at: number; readonly sure: boolean; comma: boolean }

/** Balanced tokens: each `open` has its `close` of the same group. `null` where the brackets are too deep (reported). */
export function pairBrackets(tokens: readonly Token[], report: Report): Token[] | null {
  const pass = new Pairing(tokens, report)
  for (const token of tokens) if (!pass.take(token)) return null
  return pass.finish()
}

class Pairing {
  readonly #report: Report
  readonly #out: Token[] = []
  readonly #stack: Opening[] = []
  /** How many openings of each group stand on the stack, and how many closings less openings are still to come. */
  readonly #open = new Map<string, number>()
  readonly #ahead = new Map<string, number>()
  #sure = 0

  constructor(tokens: readonly Token[], report: Report) {
    this.#report = report
    for (const token of tokens) {
      if (token.kind === KIND.close) this.#count(this.#ahead, token, 1)
      else if (token.kind === KIND.open) this.#count(this.#ahead, token, -1)
    }
  }

  #count(map: Map<string, number>, token: Token, by: number): void {
    map.set(token.group!, (map.get(token.group!) ?? 0) + by)
  }

  /** Takes the next token; `false` where that is too deep. */
  take(token: Token): boolean {
    if (token.kind === KIND.open) {
      this.#count(this.#ahead, token, 1)
      return this.#push(token, true)
    }
    if (token.kind === KIND.less) return this.#push(token, false)
    if (token.kind === KIND.close) {
      this.#count(this.#ahead, token, -1)
      this.#close(token)
      return true
    }
    const top = this.#stack.at(-1)
    if (token.kind === KIND.greater && top?.sure === false && top.comma) {
      this.#stack.pop()
      this.#out[top.at] = { ...top.token, kind: KIND.open, group: 'angle', closer: '>' }
      this.#out.push({ ...token, kind: KIND.close, group: 'angle' })
      return true
    }
    if (token.kind === KIND.compare && token.text === '>=' && top?.sure === false && top.comma) {
      const middle = token.from + 1
      this.take({ ...token, kind: KIND.greater, to: middle })
      return this.take({ ...token, kind: KIND.relation, text: '=', from: middle, spaced: false })
    }
    if (token.kind === KIND.comma && top !== undefined) top.comma = true
    this.#out.push(token)
    return true
  }

  /** Opens a bracket, or a `<` that may become one. */
  #push(token: Token, sure: boolean): boolean {
    if (sure && ++this.#sure > DEEPEST) {
      this.#report.add('too-deep', token, [String(DEEPEST)])
      return false
    }
    if (sure) this.#count(this.#open, token, 1)
    this.#stack.push({ token, at: this.#out.length, sure, comma: false })
    this.#out.push(token)
    return true
  }

  #pop(): Opening {
    const top = this.#stack.pop()!
    if (top.sure) {
      this.#sure--
      this.#count(this.#open, top.token, -1)
    }
    return top
  }

  /** Takes a closing bracket. */
  #close(token: Token): void {
    while (this.#stack.at(-1)?.sure === false) this.#stack.pop()
    const top = this.#stack.at(-1)
    if (top === undefined) {
      // The bars of vmatrix go with its \\end.
      const last = this.#out.at(-1)
      if (last?.kind === KIND.close && last.from === token.from) return
      this.#report.add('bracket-extra', token, [this.#report.text(token)], this.#report.removal(token))
      return
    }
    if (top.token.group === token.group) {
      this.#pop()
      if (token.group === 'matrix' && top.token.text !== token.text) this.#mismatch(top.token, token)
      else this.#out.push(token)
      return
    }
    // Of the wrong kind: either the innermost bracket was never closed, and this one closes an outer, or the wrong closing was typed.
    const wanted = this.#open.get(token.group!) ?? 0
    if (wanted > 0 && (this.#ahead.get(token.group!) ?? 0) < wanted) {
      this.#leave()
      this.#close(token)
      return
    }
    this.#pop()
    this.#mismatch(top.token, token)
  }

  #mismatch(open: Token, close: Token): void {
    const text = closerOf(open)
    const args = [this.#report.text(open), this.#report.text(close), text] as const
    this.#report.add('bracket-mismatch', close, [...args], { from: close.from, to: close.to, text })
    this.#out.push({ ...close, group: open.group!, faulty: true })
  }

  /** Closes the innermost bracket here, with a report. */
  #leave(): void {
    const { token, at: top } = this.#pop()
    const place = this.#closingPlace(token, top)
    const last = this.#out[place - 1]!
    // Where white space or dress stands before the next token, the closing belongs close to what it closes.
    const at = Math.max(last.to, token.to)
    const text = closerOf(token)
    const id = token.group === 'matrix' ? 'environment-open' : token.group === 'bar' || token.group === 'norm' ? 'bar-open' : 'bracket-open'
    // The bars of vmatrix go with its \end, which is reported already.
    const mend = last === token ? this.#report.removal(token) : { from: at, to: at, text }
    if (token.closer !== '') this.#report.add(id, token, [this.#report.text(token), text], mend)
    this.#out.splice(place, 0, { kind: KIND.close, from: at, to: at, spaced: false, group: token.group!, virtual: true })
  }

  /** Where in `out` an unclosed bracket is closed: at its end, but the brace of an exponent before the first white space, as in `x^{T A x`. */
  #closingPlace(open: Token, at: number): number {
    const end = this.#out.length
    if (open.group !== 'brace' || this.#out[at - 1]?.kind !== KIND.power) return end
    for (let k = at + 1, depth = 0; k < end; k++) {
      const token = this.#out[k]!
      if (k > at + 1 && depth === 0 && token.spaced && startsOperand(token)) return k
      if (token.kind === KIND.open) depth++
      else if (token.kind === KIND.close) depth--
    }
    return end
  }

  /** Closes what is still open. */
  finish(): Token[] {
    while (this.#stack.length > 0) {
      if (this.#stack.at(-1)!.sure) this.#leave()
      else this.#stack.pop()
    }
    return this.#out
  }
}

function closerOf(token: Token): string {
  return token.closer === undefined || token.closer === '' ? END[token.group!] ?? '' : token.closer
}
