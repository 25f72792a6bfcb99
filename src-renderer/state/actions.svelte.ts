/** What can be done now. The palette lists exactly these with their keys, so that no key is a secret. */
import { untrack } from 'svelte'
import { commandOf, type CommandName } from './commands.ts'
import { isMac, keysFor } from './keymap.svelte.ts'
import { matches } from './keys.ts'

export interface Action {
  readonly title: CommandName
  readonly run: () => void
  /** Whether it can be done at this moment; without: always. */
  readonly can?: () => boolean
}

class Actions {
  #offers: readonly (readonly Action[])[] = $state.raw([])

  /** All that is offered, screens before the window's own. */
  get all(): readonly Action[] { return this.#offers.toReversed().flat() }

  /** Offers actions until the function it returns is called; made for an `$effect`. */
  offer(actions: readonly Action[]): () => void {
    // Untracked: the effect that offers must not run again because something was offered.
    untrack(() => (this.#offers = [...this.#offers, actions]))
    return () => untrack(() => (this.#offers = this.#offers.filter(offer => offer !== actions)))
  }

  /** Runs the action that a key asks for. Says whether there was one. */
  press(event: KeyboardEvent): boolean {
    const action = this.all.find(({ title }) => {
      const keys = commandOf(title).fixed === true ? null : keysFor(title)
      return keys !== null && matches(event, keys, isMac)
    })
    if (action === undefined || action.can?.() === false) return false
    event.preventDefault()
    event.stopPropagation()
    action.run()
    return true
  }
}

export const actions = new Actions()
