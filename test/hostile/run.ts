/** Hostile cases in a thread of their own: one that hangs or takes all memory ends that thread, and is named. */
import { Worker } from 'node:worker_threads'
import type { Outcome } from './thread.ts'

export interface Run {
  readonly outcomes: readonly Outcome[]
  /** The case at which the thread ended, and how. */
  readonly ended: string | null
}

/** Far more than any case may take, on any machine: what takes longer hangs. */
const hangMs = 60_000
const limits = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 }

/** Runs all cases of a group. */
export function runGroup(group: string): Promise<Run> {
  return new Promise(resolve => {
    const outcomes: Outcome[] = []
    let now = 'the start'
    const worker = new Worker(new URL('./thread.ts', import.meta.url), { workerData: { group }, resourceLimits: limits })
    const end = (ended: string | null): void => {
      clearTimeout(watch)
      void worker.terminate()
      resolve({ outcomes, ended })
    }
    const watch = setTimeout(() => end(`${now}: no end`), hangMs)
    worker.on('message', (message: { begin?: string; outcome?: Outcome; done?: true }) => {
      watch.refresh()
      if (message.begin !== undefined) now = message.begin
      if (message.outcome) outcomes.push(message.outcome)
      if (message.done) end(null)
    })
    worker.on('error', error => end(`${now}: ${error.message}`))
  })
}
