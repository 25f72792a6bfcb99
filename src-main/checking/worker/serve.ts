/** The loop of a worker thread: one job in, one message out. */
import { parentPort } from 'node:worker_threads'
import { speak, writeSums } from '../../calculus/index.ts'
import { type Question, questionSchema } from '../question.ts'
import { QuestionError } from '../prepare/fault.ts'
import type { Job, ThreadMessage, Work, WorkName } from './messages.ts'

/** How each piece of work is done. */
export type Workers = { readonly [K in WorkName]: (question: Question, answer: string, other: string) => Work[K] }

/** A learner works on a handful of questions at a time; a class being graded on some dozens. */
const kept = 64

/**
 * Answers jobs until the thread is ended. The same question text always arrives at the workers as the same object, so that they can
 * keep what they derived from it in a WeakMap. `warmUp` runs once before the thread says that it is ready, where no deadline counts.
 */
export function serve(workers: Workers, warmUp?: () => void): void {
  const port = parentPort
  if (port === null) throw new Error('serve() was called outside a worker thread.')
  const questions = new Map<string, Question>()
  const say = (message: ThreadMessage) => port.postMessage(message)

  port.on('message', (job: Job) => {
    speak(job.tongue)
    writeSums(job.sums)
    let question: Question
    try {
      question = remembered(questions, job.question)
    } catch (error) {
      return say({ type: 'threw', id: job.id, fault: 'question', message: describe(error) })
    }
    try {
      say({ type: 'done', id: job.id, result: workers[job.work](question, job.answer, job.other ?? '') })
    } catch (error) {
      if (!(error instanceof QuestionError)) return say({ type: 'threw', id: job.id, fault: 'check', message: describe(error) })
      const { field, from, to, message } = error
      say({ type: 'threw', id: job.id, fault: 'question', message, at: { field, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) } })
    }
  })
  try {
    warmUp?.()
  } catch {
    // It only spares the first job time. What fails here fails there as well, and there it is told.
  }
  say({ type: 'ready' })
}

function remembered(questions: Map<string, Question>, text: string): Question {
  const question = questions.get(text) ?? questionSchema.parse(JSON.parse(text))
  // Deleting first moves the entry to the end: the map's order is then the order of last use.
  questions.delete(text)
  questions.set(text, question)
  if (questions.size > kept) questions.delete(questions.keys().next().value!)
  return question
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
