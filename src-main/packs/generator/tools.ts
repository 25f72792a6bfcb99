/** What the generator needs of the checker, which is no part of this room. */
import type { Question } from '../../checking/question.ts'
import type { Verdict } from '../../checking/verdict.ts'

export interface Step {
  readonly about: 'function' | 'name' | 'entry' | 'answer'
  readonly latex: string
  readonly why: string
  /** A rule leads to this line; false where it only tidies up. */
  readonly rule: boolean
}

export interface Tools {
  /** Judges an answer. Throws for a question that cannot be asked. */
  check(question: Question, answer: string): Verdict
  /** Is nothing the answer? */
  isZero(question: Question): boolean
  /**
   * The reference in one notation; null where there is none. Throws an error named `AnswerTooLong` where no one would read it, or where it has more
   * than `within` characters.
   */
  derive(question: Question, notation: 'matrix' | 'index', within?: number): string | null
  /** The derivation of a `derivative`, line by line. */
  solve(question: Question): { readonly lines: readonly Step[] }
}
