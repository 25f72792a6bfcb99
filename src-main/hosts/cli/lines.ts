/** JSON Lines through the checker: any number of lines in bounded memory, one line out for each line in, in order. */
import { createReadStream } from 'node:fs'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { availableParallelism } from 'node:os'
import { z } from 'zod'
import { createChecker, type Checker } from '../../checking/worker/pool.ts'
import { questionSchema } from '../../checking/question.ts'
import type { LinesCommand } from './arguments.ts'

const lineSchema = z.object({ id: z.union([z.string(), z.number()]).optional(), question: z.unknown(), answer: z.unknown().optional() })

/** The exit status: 0, or 1 where some line was no question (and answer), or 2 where the file cannot be read. */
export async function runLines(command: LinesCommand): Promise<number> {
  const threads = Math.max(1, Math.min(8, availableParallelism()))
  const checker = createChecker({ threads })
  const input = command.file === null ? process.stdin : createReadStream(command.file)
  const failed = new Promise<never>((_, reject) => input.once('error', reject))
  failed.catch(() => undefined)
  const pending: Promise<string>[] = []
  let bad = false
  const drain = async (): Promise<void> => {
    const line = await pending.shift()!
    if (line.includes('"error":') && 'error' in (JSON.parse(line) as object)) bad = true
    if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain')
  }
  try {
    const lines = createInterface({ input, crlfDelay: Infinity })[Symbol.asyncIterator]()
    for (;;) {
      const next = await Promise.race([lines.next(), failed])
      if (next.done) break
      if (next.value.trim() === '') continue
      pending.push(answerLine(command, checker, next.value))
      if (pending.length >= threads * 32) await drain()
    }
    while (pending.length > 0) await drain()
    return bad ? 1 : 0
  } catch (error) {
    process.stderr.write(`nabla ${command.command}: ${command.file ?? 'standard input'} cannot be read: ${(error as Error).message}\n`)
    return 2
  } finally {
    await checker.close()
  }
}

/** One line in, one line out. Never rejects. */
async function answerLine(command: LinesCommand, checker: Checker, text: string): Promise<string> {
  let id: string | number | null = null
  const fault = (error: string): string => JSON.stringify({ id, error })
  try {
    let json: unknown
    try {
      json = JSON.parse(text)
    } catch (error) {
      return fault(`This line is not JSON: ${(error as Error).message}`)
    }
    const line = lineSchema.safeParse(json)
    if (!line.success) return fault('A line is an object with "id", "question" and "answer".')
    id = line.data.id ?? null
    const question = questionSchema.safeParse(line.data.question)
    if (!question.success) return fault(`question: ${z.prettifyError(question.error).replace(/\s*\n\s*/g, ' ')}`)
    if (command.command === 'derive') {
      const { matrix, index, latex, shape } = await checker.derive(question.data)
      return JSON.stringify({ id, matrix, index, latex, shape })
    }
    if (typeof line.data.answer !== 'string') return fault('"answer" must be a text.')
    const { verdict, proof, diagnosis, shape, numeric, ms, sentence, notes, evidence } = await checker.check(question.data, line.data.answer, { evidence: command.evidence })
    return JSON.stringify({ id, verdict, proof, diagnosis, shape, numeric, ms, sentence, notes, ...(command.evidence && { evidence }) })
  } catch (error) {
    return fault((error as Error).message.split('\n')[0]!)
  }
}
