/** How the questions of this sitting went: what the learner sees of the pace, kept no longer than the window. */
import { SvelteMap } from 'svelte/reactivity'

/** Right at the first try, right at a later one, not right so far. */
export type Went = 'first' | 'later' | 'not'
/** As many are shown. */
const most = 12

class Sitting {
  readonly #went = new SvelteMap<string, Went>()

  /** The latest questions, oldest first. */
  get latest(): readonly Went[] { return [...this.#went.values()].slice(-most) }
  get count(): number { return this.#went.size }
  get right(): number { return [...this.#went.values()].filter(each => each !== 'not').length }

  /** An answer to a question of a practice was judged. Once it is right it stays so. */
  note(question: string, right: boolean): void {
    const before = this.#went.get(question)
    if (before === undefined) this.#went.set(question, right ? 'first' : 'not')
    else if (before === 'not' && right) this.#went.set(question, 'later')
  }
}

export const sitting = new Sitting()
