/** Keeps one part's draft: half a second after the last key, and at once when the learner leaves. */
import { messageOf } from './message.ts'

export const draftDelay = 500

export class DraftKeeper {
  trouble: string | null = $state(null)
  #save: (text: string) => Promise<unknown>
  #text: () => string
  #saved = $state('')
  #timer: ReturnType<typeof setTimeout> | undefined
  #chain: Promise<void> = Promise.resolve()

  /** `saved` is the draft that the main process already has; `text` tells the answer as it stands. */
  constructor(saved: string, text: () => string, save: (text: string) => Promise<unknown>) {
    this.#saved = saved
    this.#text = text
    this.#save = save
  }

  /** Whether the main process has the text as it stands. */
  get kept(): boolean { return this.#saved === this.#text() }

  /** A key was pressed: save once the keys rest. */
  touch(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.flush(), draftDelay)
  }

  /** Save now what is not saved yet, after any save still under way, so that an older text never overwrites a newer one. */
  flush(): Promise<void> {
    clearTimeout(this.#timer)
    this.#chain = this.#chain.then(() => this.#write())
    return this.#chain
  }

  async #write(): Promise<void> {
    const text = this.#text()
    if (text === this.#saved) return
    try {
      await this.#save(text)
      this.#saved = text
      this.trouble = null
    } catch (error) {
      this.trouble = messageOf(error)
    }
  }
}
