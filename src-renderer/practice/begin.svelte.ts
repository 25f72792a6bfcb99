/** Beginning a practice or the reviews, from wherever they are begun. */
import { host } from '../host.ts'
import { messageOf } from '../state/message.ts'
import { place } from '../state/place.svelte.ts'
import { addressOf, ask, reviewAddress, type Choice } from './run.ts'

class Begin {
  /** What was chosen last, for as long as the window lives. */
  choice: Choice = $state.raw({ outcome: null, level: null })
  busy = $state(false)
  trouble: string | null = $state(null)

  /** Has a question made and goes there; not where the reader has gone elsewhere meanwhile. */
  go(choice: Choice): Promise<void> {
    return this.#go(async () => addressOf(await ask(host, choice), choice))
  }

  /** Goes to the first review of those that are due. */
  review(): Promise<void> {
    return this.#go(() => reviewAddress(host))
  }

  async #go(find: () => Promise<string>): Promise<void> {
    if (this.busy) return
    this.busy = true
    this.trouble = null
    const from = place.route
    try {
      const address = await find()
      if (place.route === from) place.go(address)
    } catch (error) {
      this.trouble = messageOf(error)
    } finally {
      this.busy = false
    }
  }
}

export const begin = new Begin()
