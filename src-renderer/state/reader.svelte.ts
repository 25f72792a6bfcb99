/** Live reading: in the window where that is possible, at once. Otherwise one request in flight, and of the texts typed meanwhile only the last is asked for. */
import type { Reading } from './api-types.ts'
import { messageOf } from './message.ts'
import type { ReadHere } from './reading-here.ts'

export class Reader {
  /** The last reading that came back; null for an empty answer or before the first. */
  reading: Reading | null = $state.raw(null)
  /** The text that `reading` is of: spans hold for this text alone. */
  of = $state('')
  trouble: string | null = $state(null)
  #ask: (text: string) => Promise<Reading>
  #here: ReadHere | null = null
  #busy = false
  #waiting: string | null = null
  /** Counts the texts that were read here: a request that was sent before comes back too late. */
  #turn = 0

  constructor(ask: (text: string) => Promise<Reading>) {
    this.#ask = ask
  }

  /** From now on texts are read here, where `here` can. */
  use(here: ReadHere | null): void {
    this.#here = here
  }

  /** Reads `text`, or asks how it reads. An empty text has no reading and is not sent. */
  read(text: string): void {
    const reading = this.#readHere(text)
    if (reading === undefined) {
      this.#waiting = text
      if (!this.#busy) void this.#work()
      return
    }
    this.#turn++
    this.#waiting = null
    this.#show(text, reading)
  }

  /** Undefined where the main process has to be asked; so also where reading here fails, which is a fault that it may not share. */
  #readHere(text: string): Reading | null | undefined {
    if (text.trim() === '') return null
    try {
      return this.#here?.(text) ?? undefined
    } catch {
      return undefined
    }
  }

  #show(text: string, reading: Reading | null): void {
    this.reading = reading
    this.of = text
    this.trouble = null
  }

  async #work(): Promise<void> {
    this.#busy = true
    while (this.#waiting !== null) {
      const text = this.#waiting
      const turn = this.#turn
      this.#waiting = null
      try {
        const reading = await this.#ask(text)
        if (turn === this.#turn) this.#show(text, reading)
      } catch (error) {
        if (turn === this.#turn) this.trouble = messageOf(error)
      }
    }
    this.#busy = false
  }
}
