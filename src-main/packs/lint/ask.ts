/**
 * What lint asks the checker. Lint is written once, as generators that yield what they ask; it is run by a checker that answers at once, or by
 * one in threads of its own, under a deadline.
 */
import type { Question } from '../../checking/question.ts'
import type { Verdict } from '../../checking/verdict.ts'

/** The reference answer of a question as it is printed; null where no such form was found. */
export interface Reference {
  readonly matrix: string | null
  readonly index: string | null
}

/** Answers at once. */
export interface LintChecker {
  /** Judges an answer. Throws an error with a `field` (`f`, `given.A`) for a question that cannot be asked. */
  check(question: Question, answer: string): Verdict
  /** Prints the reference answer; where it is left out, references are not held against the numbers. */
  derive?(question: Question): Reference
}

/** Answers in time: a check that runs over is `undecided`. */
export interface LintCheckerInThreads {
  check(question: Question, answer: string): Promise<Verdict>
  derive?(question: Question): Promise<Reference>
}

interface Work {
  readonly check: Verdict
  readonly derive: Reference | null
}
/** One thing asked. */
export interface Ask {
  readonly work: keyof Work
  readonly question: Question
  readonly answer: string
}
/** A piece of lint: it yields what it asks, gets back what it asked for, and ends with what it found. */
export type Asking<T> = Generator<Ask, T, Work[keyof Work]>

/** Judges an answer, within a piece of lint. */
export function* verdictOf(question: Question, answer: string): Asking<Verdict> {
  return (yield { work: 'check', question, answer }) as Verdict
}

/** The reference answer, within a piece of lint; null where the checker prints none. */
export function* referenceOf(question: Question): Asking<Reference | null> {
  return (yield { work: 'derive', question, answer: '' }) as Reference | null
}

/** Runs a piece of lint. */
export function runNow<T>(asking: Asking<T>, checker: LintChecker): T {
  let step = asking.next()
  while (!step.done) {
    const { work, question, answer } = step.value
    let got: Work[keyof Work]
    try {
      got = work === 'check' ? checker.check(question, answer) : (checker.derive?.(question) ?? null)
    } catch (error) {
      step = asking.throw(error)
      continue
    }
    step = asking.next(got)
  }
  return step.value
}

/** Runs a piece of lint with a checker in threads. */
export async function runInThreads<T>(asking: Asking<T>, checker: LintCheckerInThreads): Promise<T> {
  let step = asking.next()
  while (!step.done) {
    const { work, question, answer } = step.value
    let got: Work[keyof Work]
    try {
      got = work === 'check' ? await checker.check(question, answer) : ((await checker.derive?.(question)) ?? null)
    } catch (error) {
      step = asking.throw(error)
      continue
    }
    step = asking.next(got)
  }
  return step.value
}

/** What a checker throws at a question that is at fault: the field (`f`, `given.A`), and where in its text. */
export interface QuestionFault extends Error {
  readonly field: string
  readonly from?: number
  readonly to?: number
}

export function isQuestionFault(error: unknown): error is QuestionFault {
  return error instanceof Error && 'field' in error && typeof error.field === 'string'
}

/** What is wrong with a question, without the name of the field: lint tells it at its place. */
export function whyAtFault({ field, message }: QuestionFault): string {
  return message.startsWith(`${field}: `) ? message.slice(field.length + 2) : message
}
