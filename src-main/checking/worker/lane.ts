/** One worker thread with its queue, its deadline and its memory limit. A thread that runs over is ended and replaced. */
import { Worker } from 'node:worker_threads'
import type { Job, ThreadMessage, Work, WorkName } from './messages.ts'

/** Why a job came to no result. `closed`: the lane was closed while the job waited or ran. */
export type Trouble = 'deadline' | 'memory' | 'crash' | 'closed' | 'superseded'

/** What became of a job: its result, or the trouble it met. `detail` is for the log, not for a learner. */
export type Outcome<K extends WorkName> = { readonly result: Work[K] } | { readonly trouble: Trouble; readonly detail: string }

export interface LaneLimits {
  /** Milliseconds that one job may run; starting a thread does not count. */
  readonly deadlineMs: number
  /** Megabytes for the thread: growth of the whole process by twice as much ends it, since arrays live outside the heap. */
  readonly memoryMb: number
  /** How many jobs the thread is given at once: 1, or some more where no job is ever taken back. */
  readonly ahead: number
  /** The module that the thread runs. */
  readonly entry: URL
}

interface Waiting {
  readonly job: Job
  readonly settle: (outcome: Outcome<WorkName>) => void
  readonly refuse: (error: Error) => void
}

/** Loading the calculus takes a fraction of a second; a thread that is not ready after this will never be. */
const startLimitMs = 20_000
const watchEveryMs = 40
const megabyte = 1024 * 1024

export class Lane {
  readonly #limits: LaneLimits
  #queue: Waiting[] = []
  /** What the thread was given and has not answered, the one that runs first. */
  #flight: Waiting[] = []
  #worker: Worker | undefined
  #ready = false
  #timer: NodeJS.Timeout | undefined
  #watch: NodeJS.Timeout | undefined
  /** Bytes of resident memory beyond which the job that runs is ended. */
  #ceiling = Infinity
  #closed = false
  #latest: string | undefined

  constructor(limits: LaneLimits) {
    this.#limits = limits
  }

  /** Jobs waiting or running. */
  get load(): number {
    return this.#queue.length + this.#flight.length
  }

  /** Was the latest job about this question? */
  knows(question: string): boolean {
    return question === this.#latest
  }

  /** Starts the thread before the first job needs it. */
  warm(): void {
    if (!this.#closed && this.#worker === undefined) this.#start()
  }

  /** Queues a job. Rejects only for a question that cannot be asked: one that does not fit its schema or has no sense. */
  run<K extends WorkName>(job: Job & { readonly work: K }): Promise<Outcome<K>> {
    return new Promise((resolve, refuse) => {
      const waiting: Waiting = { job, settle: resolve as Waiting['settle'], refuse }
      if (this.#closed) return waiting.settle({ trouble: 'closed', detail: 'The checker is closed.' })
      this.#queue.push(waiting)
      this.#latest = job.question
      this.#next()
    })
  }

  /** Takes jobs that have not begun out of the queue; each ends as `superseded`. */
  supersede(matches: (job: Job) => boolean): void {
    const gone = this.#queue.filter((waiting) => matches(waiting.job))
    this.#queue = this.#queue.filter((waiting) => !matches(waiting.job))
    for (const waiting of gone) waiting.settle({ trouble: 'superseded', detail: 'A newer answer took its place.' })
  }

  /** Ends the thread; whatever waits or runs comes back as `closed`. */
  async close(): Promise<void> {
    this.#closed = true
    const left = [...this.#flight, ...this.#queue]
    this.#queue = []
    const worker = this.#drop()
    for (const waiting of left) waiting.settle({ trouble: 'closed', detail: 'The checker was closed.' })
    await worker?.terminate()
  }

  #next(): void {
    if (this.#flight.length >= this.#limits.ahead || this.#queue.length === 0) return
    if (this.#worker === undefined) return this.#start()
    if (!this.#ready) return
    if (this.#flight.length === 0) this.#watchOver()
    while (this.#flight.length < this.#limits.ahead && this.#queue.length > 0) {
      const waiting = this.#queue.shift()!
      this.#flight.push(waiting)
      this.#worker.postMessage(waiting.job)
    }
  }

  #start(): void {
    const { entry, memoryMb } = this.#limits
    const worker = new Worker(entry, {
      // More than the watch lets it have: a heap that reaches its limit in one leap can take the whole process down.
      resourceLimits: { maxOldGenerationSizeMb: 3 * memoryMb, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
      // What a thread prints would land between the lines that our standard output promises.
      stdout: true,
    })
    worker.stdout.on('data', (chunk: Buffer) => process.stderr.write(chunk))
    worker.unref()
    this.#worker = worker
    this.#ready = false
    this.#timer = setTimeout(() => this.#fail('crash', 'The thread did not start.'), startLimitMs)
    // Every listener asks first whether the worker is still ours: an ended one may have words on the way.
    worker.on('message', (message: ThreadMessage) => { if (worker === this.#worker) this.#hear(message) })
    worker.on('error', (error: NodeJS.ErrnoException) => {
      if (worker === this.#worker) this.#fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'crash', error.stack ?? error.message)
    })
    worker.on('exit', (code) => { if (worker === this.#worker) this.#fail('crash', `The thread ended by itself with code ${code}.`) })
  }

  #hear(message: ThreadMessage): void {
    if (message.type === 'ready') {
      clearTimeout(this.#timer)
      this.#ready = true
      return this.#next()
    }
    const [running] = this.#flight
    if (running === undefined || message.id !== running.job.id) return
    this.#flight.shift()
    // The next one in flight began when this one ended.
    if (this.#flight.length > 0) {
      this.#timer?.refresh()
      this.#setCeiling()
    } else this.#stopWatching()
    if (message.type === 'done') running.settle({ result: message.result })
    else if (message.fault === 'question') running.refuse(Object.assign(new TypeError(message.message), message.at))
    else running.settle({ trouble: 'crash', detail: message.message })
    this.#next()
  }

  /** Ends the thread. The job that ran, or else the one the thread was started for, bears the trouble; the others get a new thread. */
  #fail(trouble: Trouble, detail: string): void {
    const [running, ...others] = this.#flight
    const bearer = running ?? this.#queue.shift()
    this.#queue.unshift(...others)
    // A loop in native code may hold the thread past its termination: nobody waits for that.
    void this.#drop()?.terminate()
    bearer?.settle({ trouble, detail })
    if (bearer !== undefined && !this.#closed) this.warm()
    this.#next()
  }

  #drop(): Worker | undefined {
    const worker = this.#worker
    this.#stopWatching()
    this.#flight = []
    this.#worker = undefined
    this.#ready = false
    return worker
  }

  /** From the first job in flight to the last: the deadline and the memory of the one that runs. */
  #watchOver(): void {
    this.#timer = setTimeout(() => this.#fail('deadline', `No result after ${this.#limits.deadlineMs} ms.`), this.#limits.deadlineMs)
    this.#setCeiling()
    this.#watch = setInterval(() => {
      if (process.memoryUsage.rss() > this.#ceiling) this.#fail('memory', `The process grew by more than ${2 * this.#limits.memoryMb} MB.`)
    }, watchEveryMs)
    this.#watch.unref()
  }

  /** Anew for each job: what a long stream gathers until the next collection is no fault of the one that runs. */
  #setCeiling(): void {
    this.#ceiling = process.memoryUsage.rss() + 2 * this.#limits.memoryMb * megabyte
  }

  #stopWatching(): void {
    clearTimeout(this.#timer)
    clearInterval(this.#watch)
  }
}
