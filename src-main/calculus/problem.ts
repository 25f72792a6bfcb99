/**
 * What is wrong with something that a person typed: a value, never an exception.
 * A caller's bug throws; a learner's or an author's mistake is one of these.
 */

/** A half-open range of UTF-16 offsets in the text as it was typed. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** The invalid-answer codes of the contract (section 4), and `component-size`, which makes an answer wrong, not unreadable. */
export type ProblemCode = 'syntax' | 'unknown-name' | 'ill-shaped' | 'unbound-index' | 'form' | 'component-size'

/** A change of the source that is likely what was meant: replace `from..to` by `text`. Applied, the source parses. */
export interface Mend extends Span {
  readonly text: string
}

export interface Problem extends Span {
  readonly code: ProblemCode
  /** Stable id in the message catalogue (`language/messages.ts`), for tests, statistics and translations. */
  readonly id: string
  /** Plain words for a student: what is wrong, what was expected. */
  readonly message: string
  readonly mend?: Mend
}

/** Something worth telling that is no fault: "k is read as summed". */
export interface Note extends Span {
  readonly id: string
  readonly message: string
  /** Another reading that may have been meant, as a change of the source. */
  readonly mend?: Mend
}

/** Thrown on a bug of the caller or of ours: a kind that no rule knows, slots that do not match. Never for a learner's mistake. */
export class InternalError extends Error {
  override name = 'InternalError'
}

/** For the `default` of a switch over kinds: the type checker proves that it is never reached, and it throws if it is. */
export function unknownKind(value: never): never {
  throw new InternalError(`unknown kind: ${JSON.stringify(value)}`)
}

/** Whether an error says that a recursion went too deep: an expression nested so deeply is given up on, like one that costs too much. */
export function isTooDeep(error: unknown): boolean {
  return error instanceof RangeError && /call stack/i.test(error.message)
}
