/** JSON Lines through the checker: any number of lines in bounded memory, one line out for each line in, in order. */
import { createReadStream } from 'node:fs'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { availableParallelism } from 'node:os'
import { speak } from '../../calculus/index.ts'
import { createChecker } from '../../checking/worker/pool.ts'
import type { LinesCommand } from './arguments.ts'
import { LineAnswers } from './line-answers.ts'

/** Lines that are read ahead of the one that is written, for each thread. */
const window = 64
/** Jobs that a thread is given at once. */
const ahead = 16

/**
 * The exit status: 0, or 1 where some line was no question (and answer), or 2 where the file cannot be read. Where nobody reads what is written
 * any more (`| head`), it ends without a word.
 */
export async function runLines(command: LinesCommand): Promise<number> {
  const threads = Math.max(1, Math.min(8, availableParallelism()))
  speak(command.language)
  const checker = createChecker({ threads, ahead })
  const answers = new LineAnswers(command, checker)
  const input = command.file === null ? process.stdin : createReadStream(command.file)
  const failed = new Promise<never>((_, reject) => input.once('error', reject))
  failed.catch(() => undefined)
  let unread = false
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    unread = true
  })
  const pending: Promise<string>[] = []
  const drain = async (): Promise<void> => {
    const line = await pending.shift()!
    if (unread || process.stdout.write(`${line}\n`)) return
    // Where the reader is gone there is no drain: the error above has said so.
    await once(process.stdout, 'drain').catch(() => undefined)
  }
  try {
    const lines = createInterface({ input, crlfDelay: Infinity })[Symbol.asyncIterator]()
    for (let first = true; !unread; first = false) {
      const next = await Promise.race([lines.next(), failed])
      if (next.done) break
      const text = first ? next.value.replace(/^\uFEFF/, '') : next.value
      if (text.trim() === '') continue
      pending.push(answers.to(text))
      if (pending.length >= threads * window) await drain()
    }
    while (pending.length > 0 && !unread) await drain()
    return answers.bad ? 1 : 0
  } catch (error) {
    process.stderr.write(`nabla ${command.command}: ${command.file ?? 'standard input'} cannot be read: ${(error as Error).message}\n`)
    return 2
  } finally {
    input.destroy()
    await checker.close()
  }
}
