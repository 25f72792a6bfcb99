/** What can be done now, by which key. The palette lists exactly these, so that no key is a secret. */
import { untrack } from 'svelte'
import type { WordKey } from '../words/index.ts'

export interface Action {
  readonly title: WordKey
  /** A key as `Mod+K`, `Alt+N`, `Enter`; Mod is Ctrl, or Command on a Mac. Without: by the palette only. */
  readonly keys?: string
  readonly run: () => void
  /** Whether it can be done at this moment; without: always. */
  readonly can?: () => boolean
  /** The key belongs to the element in focus (such as Enter in the answer); it is shown but not listened for here. */
  readonly local?: boolean
}

export const isMac = /Mac|iPhone|iPad/.test(navigator.platform)

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
    const action = this.all.find(candidate => candidate.keys !== undefined && candidate.local !== true && matches(event, candidate.keys))
    if (action === undefined || action.can?.() === false) return false
    event.preventDefault()
    event.stopPropagation()
    action.run()
    return true
  }
}

export const actions = new Actions()

/** Whether a key event is the one written as `Alt+N`. Letters go by their place on the keyboard when Alt changes what they type. */
export function matches(event: KeyboardEvent, keys: string): boolean {
  const pieces = keys.split('+')
  const key = pieces.at(-1) ?? ''
  const mod = isMac ? event.metaKey : event.ctrlKey
  const foreign = isMac ? event.ctrlKey : event.metaKey
  if (foreign || mod !== pieces.includes('Mod') || event.altKey !== pieces.includes('Alt')) return false
  if (event.shiftKey !== pieces.includes('Shift')) return false
  return event.key.toLowerCase() === key.toLowerCase() || (event.altKey && event.code === `Key${key}`)
}

/** A key as this machine's keyboards have it. */
export function keyText(keys: string): string {
  return isMac ? keys.replace('Mod', '⌘').replace('Alt', '⌥').replaceAll('+', ' ') : keys.replace('Mod', 'Ctrl')
}
