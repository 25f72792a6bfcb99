/** Examines packs in a thread of their own: whatever a file does to it, the app goes on. */
import { Worker } from 'node:worker_threads'
import { spoken } from '../../calculus/index.ts'
import { words } from '../archive/words.ts'
import type { Done, Task } from './thread.ts'

export interface ExaminerOptions {
  /** The module that the thread runs; a host that bundles its code names its bundled one here. */
  readonly entry?: URL
  /** Milliseconds that one examination may take, the start of its thread included; 30,000 where not given. */
  readonly deadlineMs?: number
  /** Megabytes of heap; 256 where not given. */
  readonly memoryMb?: number
}

/** What came of it, or why nothing did. */
export type Examined = Done | { readonly refusal: string }

/** Examines the bytes of a `.nabla` file against what is installed in a data folder. Nothing is written. */
export function examineApart(bytes: Uint8Array, dataDir: string, options: ExaminerOptions = {}): Promise<Examined> {
  const { entry = new URL('./thread.ts', import.meta.url), deadlineMs = 30_000, memoryMb = 256 } = options
  return new Promise(resolve => {
    const workerData: Task = { bytes, dataDir, tongue: spoken() }
    const worker = new Worker(entry, { workerData, stdout: true, resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 } })
    const settle = (outcome: Examined): void => {
      clearTimeout(timer)
      resolve(outcome)
    }
    // A thread that has answered ends by itself.
    const timer = setTimeout(() => {
      void worker.terminate()
      settle({ refusal: words.tookTooLong(deadlineMs / 1000) })
    }, deadlineMs)
    worker.on('message', (done: Done) => settle(done))
    worker.on('error', (error: NodeJS.ErrnoException) => settle({
      refusal: error.code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? words.tookTooMuch
        : words.ownError(error.message),
    }))
    worker.on('exit', () => settle({ refusal: words.noResult }))
  })
}
