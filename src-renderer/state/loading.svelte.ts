/** Something asked of the main process: on its way, here, or refused, with a way to ask again. */
import { messageOf } from './message.ts'

export class Loading<T> {
  value: T | null = $state.raw(null)
  trouble: string | null = $state(null)
  #ask: () => Promise<T>
  #turn = 0

  constructor(ask: () => Promise<T>) {
    this.#ask = ask
  }

  /** Asks, or asks again. What is already here stays in sight until the new answer comes; of two requests the later one counts. */
  async load(): Promise<void> {
    const turn = ++this.#turn
    this.trouble = null
    try {
      const value = await this.#ask()
      if (turn === this.#turn) this.value = value
    } catch (error) {
      if (turn === this.#turn) this.trouble = messageOf(error)
    }
  }
}
