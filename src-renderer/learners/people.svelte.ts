/** Who practises here: the learners of this data folder, and going over from one to another. */
import type { Api } from '../../src-main/app/contract.ts'
import type { Learner } from '../state/api-types.ts'
import { messageOf } from '../state/message.ts'

/** Remembers, for as long as the window lives, that it was asked who practises. */
const askedKey = 'nabla.learner-asked'

export class People {
  all: readonly Learner[] = $state.raw([])
  trouble: string | null = $state(null)
  busy = $state(false)
  /** Whether the window waits for a learner to be chosen: at its start, where there are several and none was named. */
  choosing = $state(false)
  /** Whether it is known who practises, or cannot be. */
  settled = $state(false)
  /** Goes up whenever all that is shown of progress is to be asked for anew. */
  turn = $state(0)
  readonly #host: Api
  readonly #asked: Pick<Storage, 'getItem' | 'setItem'>

  constructor(host: Api, asked: Pick<Storage, 'getItem' | 'setItem'>) {
    this.#host = host
    this.#asked = asked
  }

  get current(): Learner | undefined { return this.all.find(each => each.current) }

  /** Finds out who is there, when the window opens. */
  async begin(): Promise<void> {
    const here = await this.#ask()
    if (here !== null) this.choosing = !here.asked && here.learners.length > 1 && !this.#wasAsked()
    this.settled = true
  }

  /** Finds out once more; what is shown changes where another window has gone over to another learner. */
  async look(): Promise<void> {
    const before = this.current?.name
    await this.#ask()
    if (before !== undefined && this.current !== undefined && this.current.name !== before) this.anew()
  }

  /** Goes over to a learner. Says whether that worked; where not, `trouble` says why. */
  choose(name: string): Promise<boolean> {
    return this.#do(async () => {
      await this.#host.chooseLearner({ name })
      await this.#ask()
      this.#note()
      this.choosing = false
      this.anew()
    })
  }

  /** Makes a learner and goes over to it. */
  create(name: string): Promise<boolean> {
    return this.#do(async () => {
      const made = await this.#host.createLearner({ name })
      await this.#host.chooseLearner({ name: made.name })
      await this.#ask()
      this.#note()
      this.choosing = false
      this.anew()
    })
  }

  rename(name: string, to: string): Promise<boolean> {
    return this.#do(async () => {
      await this.#host.renameLearner({ name, to })
      await this.#ask()
    })
  }

  /** All that is shown of progress is asked for again. */
  anew(): void {
    this.turn++
  }

  async #do(act: () => Promise<void>): Promise<boolean> {
    if (this.busy) return false
    this.busy = true
    this.trouble = null
    try {
      await act()
      return true
    } catch (error) {
      this.trouble = messageOf(error)
      // A part of it may have worked, such as making a learner.
      await this.#ask()
      return false
    } finally {
      this.busy = false
    }
  }

  /** What cannot be found out is left as it was: nothing else depends on it. */
  async #ask(): Promise<{ readonly asked: boolean; readonly learners: readonly Learner[] } | null> {
    try {
      const here = await this.#host.learners({})
      this.all = here.learners
      return here
    } catch {
      return null
    }
  }

  #wasAsked(): boolean {
    try {
      return this.#asked.getItem(askedKey) !== null
    } catch {
      return false
    }
  }

  #note(): void {
    try {
      this.#asked.setItem(askedKey, '1')
    } catch {
      // A browser that keeps nothing asks again after a reload.
    }
  }
}
