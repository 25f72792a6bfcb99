/** Checking outside the main thread: whatever an answer does to the checker, the app goes on and the next check works. */
import type { QuestionInput } from '../question.ts'
import type { Derived } from '../derive.ts'
import type { ReadingScope } from '../reader.ts'
import type { ReadingReport, Verdict } from '../verdict.ts'
import { spoken, sumsWritten } from '../../calculus/index.ts'
import { words } from '../words.ts'
import { Lane, type Trouble } from './lane.ts'

export interface Checker {
  /**
   * Judges an answer. A check that runs over, needs too much memory or crashes is `undecided`, with the reason as its sentence.
   * Rejects for a question that cannot be asked, never for an answer.
   */
  check(question: QuestionInput, answer: string, options?: { readonly evidence?: boolean }): Promise<Verdict>
  /** The derived reference answer in every notation. Rejects where the question is at fault or the work is too much. */
  derive(question: QuestionInput): Promise<Derived>
  /** How an answer reads so far. Of several readings of one question that wait, only the latest is done. */
  read(question: QuestionInput, answer: string): Promise<ReadingReport>
  /** What answers to the question are read against, for whoever reads them by himself; null where they can be read here alone, or where that takes too long. */
  readingScope(question: QuestionInput): Promise<ReadingScope | null>
  /** Do two answers say the same? `false` where that takes too long. */
  same(question: QuestionInput, a: string, b: string): Promise<boolean>
  /** Starts the threads ahead of the first question. */
  warm(): void
  /** Ends the threads; what still waits comes back undecided. */
  close(): Promise<void>
}

export interface CheckerOptions {
  /** Milliseconds that one check may take; 2000 where not given. */
  readonly deadlineMs?: number
  /** Megabytes of heap for each thread; 256 where not given. */
  readonly memoryMb?: number
  /** How many checks run side by side; 1 where not given. Readings always have a thread of their own. */
  readonly threads?: number
  /** How many checks a thread is given at once; 1 where not given. More spare it waiting, in grading by the thousand. */
  readonly ahead?: number
  /** The module that a thread runs; a host that bundles its code names its bundled one here. */
  readonly entry?: URL
  /** Told of every trouble, for the log. */
  readonly onTrouble?: (trouble: Trouble, detail: string) => void
}

/** Makes a checker, which answers in the language that is spoken and with sums as they are written here when it is asked. No thread starts before the first question or `warm()`. */
export function createChecker(options: CheckerOptions = {}): Checker {
  const limits = {
    deadlineMs: options.deadlineMs ?? 2000,
    memoryMb: options.memoryMb ?? 256,
    entry: options.entry ?? new URL('./thread.ts', import.meta.url),
  }
  const ahead = options.ahead ?? 1
  const reading = new Lane({ ...limits, ahead: 1 })
  const judging = Array.from({ length: options.threads ?? 1 }, () => new Lane({ ...limits, ahead }))
  const least = (): Lane => judging.reduce((a, b) => (b.load < a.load ? b : a))
  /** The thread that knows this question, unless another one has much less to do. */
  const laneFor = (question: string): Lane => {
    const free = least()
    const own = judging.find(lane => lane.knows(question))
    return own && own.load < free.load + ahead ? own : free
  }
  let lastId = 0
  const manner = () => ({ tongue: spoken(), sums: sumsWritten() })
  const tell = (trouble: Trouble, detail: string) => {
    if (trouble !== 'superseded' && trouble !== 'closed') options.onTrouble?.(trouble, detail)
  }

  return {
    async check(question, answer, { evidence = true } = {}) {
      const text = JSON.stringify(question)
      const outcome = await laneFor(text).run({ id: ++lastId, work: evidence ? 'check' : 'judge', question: text, answer, ...manner() })
      if ('result' in outcome) return outcome.result
      tell(outcome.trouble, outcome.detail)
      return { verdict: 'undecided', diagnosis: [], notes: [], sentence: words.ended('check', outcome.trouble, limits.deadlineMs / 1000) }
    },
    async read(question, answer) {
      const text = JSON.stringify(question)
      reading.supersede((job) => job.work === 'read' && job.question === text)
      const outcome = await reading.run({ id: ++lastId, work: 'read', question: text, answer, ...manner() })
      if ('result' in outcome) return outcome.result
      tell(outcome.trouble, outcome.detail)
      return { problems: [], notes: [words.ended('reading', outcome.trouble, limits.deadlineMs / 1000)], parts: [] }
    },
    async readingScope(question) {
      const outcome = await reading.run({ id: ++lastId, work: 'scope', question: JSON.stringify(question), answer: '', ...manner() })
      return 'result' in outcome ? outcome.result : null
    },
    async same(question, a, b) {
      const outcome = await reading.run({ id: ++lastId, work: 'same', question: JSON.stringify(question), answer: a, other: b, ...manner() })
      return 'result' in outcome && outcome.result
    },
    async derive(question) {
      const text = JSON.stringify(question)
      const outcome = await laneFor(text).run({ id: ++lastId, work: 'derive', question: text, answer: '', ...manner() })
      if ('result' in outcome) return outcome.result
      tell(outcome.trouble, outcome.detail)
      throw new Error(words.underived(outcome.trouble, limits.deadlineMs / 1000))
    },
    warm() {
      for (const lane of [reading, ...judging]) lane.warm()
    },
    async close() {
      await Promise.all([reading, ...judging].map((lane) => lane.close()))
    },
  }
}
