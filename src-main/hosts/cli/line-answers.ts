/** From one line of `check` or `derive` to the line that answers it. */
import { z } from 'zod'
import type { Checker } from '../../checking/worker/pool.ts'
import { questionSchema, type QuestionInput } from '../../checking/question.ts'
import type { LinesCommand } from './arguments.ts'

const lineSchema = z.object({ id: z.union([z.string(), z.number()]).optional(), question: z.unknown().optional(), answer: z.unknown().optional() })

/** What a line is answered with, but for its id. */
type Told = Readonly<Record<string, unknown>> | { readonly error: string }

/** Questions looked at lately, and answers to them: in a class many lines are the same. */
const mostQuestions = 256
const mostAnswers = 5_000

export class LineAnswers {
  /** Some line was no question (and answer). */
  bad = false
  readonly #command: LinesCommand
  readonly #checker: Checker
  readonly #questions = new Map<string, string | null>()
  readonly #told = new Map<string, Promise<Told>>()

  constructor(command: LinesCommand, checker: Checker) {
    this.#command = command
    this.#checker = checker
  }

  /** The line that is written for a line that was read. Never rejects. */
  async to(text: string): Promise<string> {
    let json: unknown
    try {
      json = JSON.parse(text)
    } catch (error) {
      return this.#fault(null, `This line is not JSON: ${(error as Error).message}`)
    }
    const line = lineSchema.safeParse(json)
    if (!line.success) return this.#fault(null, 'A line is an object with "id", "question" and "answer".')
    const { id = null, question, answer } = line.data
    if (question === undefined) return this.#fault(id, 'A line is an object with "id", "question" and "answer".')
    const source = JSON.stringify(question)
    const wrong = this.#faultOf(source, question)
    if (wrong !== null) return this.#fault(id, wrong)
    if (this.#command.command === 'check' && typeof answer !== 'string') return this.#fault(id, '"answer" must be a text.')
    const told = await this.#tell(source, question as QuestionInput, typeof answer === 'string' ? answer : '')
    if ('error' in told) return this.#fault(id, told.error as string)
    return JSON.stringify({ id, ...told })
  }

  #fault(id: string | number | null, error: string): string {
    this.bad = true
    return JSON.stringify({ id, error })
  }

  /** What is wrong with the fields of a question; null where nothing is. */
  #faultOf(source: string, question: unknown): string | null {
    return remembered(this.#questions, mostQuestions, source, () => {
      const parsed = questionSchema.safeParse(question)
      return parsed.success ? null : `question: ${z.prettifyError(parsed.error).replace(/\s*\n\s*/g, ' ')}`
    })
  }

  /** The same question and answer always get the same verdict: it is worked out once. */
  #tell(source: string, question: QuestionInput, answer: string): Promise<Told> {
    return remembered(this.#told, mostAnswers, JSON.stringify([source, answer]), () => this.#ask(question, answer))
  }

  async #ask(question: QuestionInput, answer: string): Promise<Told> {
    try {
      if (this.#command.command === 'derive') {
        const { matrix, index, latex, shape } = await this.#checker.derive(question)
        return { matrix, index, latex, shape }
      }
      const { verdict, proof, diagnosis, shape, numeric, ms, sentence, notes, evidence } = await this.#checker.check(question, answer, { evidence: this.#command.evidence })
      return { verdict, proof, diagnosis, shape, numeric, ms, sentence, notes, ...(this.#command.evidence && { evidence }) }
    } catch (error) {
      return { error: (error as Error).message.split('\n')[0]! }
    }
  }
}

/** What a map holds for a key, made where it holds nothing; the oldest goes where it is full. */
function remembered<T>(kept: Map<string, T>, most: number, key: string, make: () => T): T {
  const known = kept.get(key)
  if (known !== undefined) return known
  if (kept.size >= most) kept.delete(kept.keys().next().value!)
  const made = make()
  kept.set(key, made)
  return made
}
