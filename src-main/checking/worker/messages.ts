/** What a checker and its worker thread say to each other. Everything here survives a structured clone. */
import type { Summation, Tongue } from '../../calculus/index.ts'
import type { Derived } from '../derive.ts'
import type { ReadingScope } from '../reader.ts'
import type { ReadingReport, Verdict } from '../verdict.ts'

/** The work a thread can do, and what each gives back. */
export interface Work {
  /** With its evidence. */
  check: Verdict
  /** Without evidence: for grading in bulk. */
  judge: Verdict
  read: ReadingReport
  /** What answers are read against; null where they are read here alone. */
  scope: ReadingScope | null
  derive: Derived
  /** Do `answer` and `other` say the same? */
  same: boolean
}
export type WorkName = keyof Work

/** One piece of work. The question travels as JSON text, so that the thread can keep what it made of a question it has met before. */
export interface Job {
  readonly id: number
  readonly work: WorkName
  /** The language in which the result speaks: that of the thread that asked, when it asked. */
  readonly tongue: Tongue
  /** How the result writes sums that the question leaves open: likewise. */
  readonly sums: Summation
  readonly question: string
  readonly answer: string
  /** For `same`. */
  readonly other?: string
}

/** The thread's side: first `ready`, then one `done` or `threw` for each job. `fault: 'question'` is the caller's, `'check'` is ours. */
export type ThreadMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'done'; readonly id: number; readonly result: Work[WorkName] }
  | { readonly type: 'threw'; readonly id: number; readonly fault: 'question' | 'check'; readonly message: string; readonly at?: QuestionPlace }

/** The field of a question that is at fault, and where in its text, as a `QuestionError` has it. */
export interface QuestionPlace {
  readonly field: string
  readonly from?: number
  readonly to?: number
}
