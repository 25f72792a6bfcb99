/** Live reading: one request in flight, and of the texts typed meanwhile only the last is asked for. */
import type { Reading } from './api-types.ts'
import { messageOf } from './message.ts'

export class Reader {
  /** The last reading that came back; null for an empty answer or before the first. */
  reading: Reading | null = $state.raw(null)
  /** The text that `reading` is of: spans hold for this text alone. */
  of = $state('')
  trouble: string | null = $state(null)
  #ask: (text: string) => Promise<Reading>
  #busy = false
  #waiting: string | null = null

  constructor(ask: (text: string) => Promise<Reading>) {
    this.#ask = ask
  }

  /** Asks how `text` reads. An empty text has no reading and is not sent. */
  read(text: string): void {
    this.#waiting = text
    if (!this.#busy) void this.#work()
  }

  async #work(): Promise<void> {
    this.#busy = true
    while (this.#waiting !== null) {
      const text = this.#waiting
      this.#waiting = null
      try {
        const reading = text.trim() === '' ? null : await this.#ask(text)
        this.reading = reading
        this.of = text
        this.trouble = null
      } catch (error) {
        this.trouble = messageOf(error)
      }
    }
    this.#busy = false
  }
}
