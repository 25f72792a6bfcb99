/** Collects what is wrong with a text while it is read. */
import type { Mend, Problem } from '../../problem.ts'
import { syntaxMessages } from '../messages/syntax.ts'
import type { SyntaxId } from '../messages/syntax.ts'

/** More than this many problems in one text help nobody, and a hostile text has thousands. */
const MOST = 40

export class Report {
  readonly #problems: Problem[] = []
  readonly source: string

  constructor(source: string) {
    this.source = source
  }

  /** Adds a problem at `from..to` of the source; `args` fill its message. A mend that would leave nothing is none; the same thing is said once. */
  add<K extends SyntaxId>(id: K, span: { from: number; to: number }, args: Parameters<(typeof syntaxMessages)[K]>, mend?: Mend): void {
    if (this.full || this.#problems.some((p) => p.id === id && p.from === span.from && p.to === span.to)) return
    const say = syntaxMessages[id] as (...args: readonly string[]) => string
    const blank = mend !== undefined && (this.source.slice(0, mend.from) + mend.text + this.source.slice(mend.to)).trim() === ''
    const problem = { code: 'syntax' as const, id, message: say(...args), from: span.from, to: span.to }
    this.#problems.push(mend === undefined || blank ? problem : { ...problem, mend })
  }

  /**
   * The mend that leaves a span out, and with it the white space that would be left over. Where letters would run together, a space
   * takes its place.
   */
  removal(span: { from: number; to: number }): Mend {
    let { from, to } = span
    const [before, after] = [this.source[from - 1] ?? ' ', this.source[to] ?? ' ']
    if (/\s/.test(before)) while (to < this.source.length && /\s/.test(this.source[to]!)) to++
    if (to === this.source.length) while (from > 0 && /\s/.test(this.source[from - 1]!)) from--
    return { from, to, text: /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after) ? ' ' : '' }
  }

  /** No more problems are taken: whoever looks for better words can save the trouble. */
  get full(): boolean {
    return this.#problems.length >= MOST
  }

  /** The problems in the order of the text. */
  problems(): readonly Problem[] {
    return this.#problems.toSorted((a, b) => a.from - b.from || a.to - b.to)
  }

  /** What the learner typed there. */
  text(span: { from: number; to: number }): string {
    return this.source.slice(span.from, span.to)
  }
}
