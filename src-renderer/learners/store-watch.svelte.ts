/** Whether the learner's work can be written down just now, and what there is to know of the store. */
import type { Api } from '../../src-main/app/contract.ts'
import type { StoreState } from '../state/api-types.ts'
import { messageOf } from '../state/message.ts'

/** While something waits, writing it is tried again so often. */
export const againMs = 20_000

export class StoreWatch {
  state: StoreState | null = $state.raw(null)
  /** Why the state could not be asked for. */
  trouble: string | null = $state(null)
  /** Whether the learner has seen what is told of the opening of the store. */
  seen = $state(false)
  readonly #host: Api

  constructor(host: Api) {
    this.#host = host
  }

  get failing(): boolean { return this.state !== null && (this.state.failure !== null || this.state.waiting > 0) }
  /** Whether there is something to read that has not been seen. */
  get news(): boolean { return !this.seen && (this.state?.notices.length ?? 0) > 0 }

  /** Asks how the store is. */
  async look(): Promise<void> {
    try {
      this.state = await this.#host.storeState({})
      this.trouble = null
    } catch (error) {
      this.trouble = messageOf(error)
    }
  }

  /** For another learner, or a store that was put back: all is news again. */
  async lookAnew(): Promise<void> {
    this.seen = false
    await this.look()
  }

  /** Tries to open the store and to write what waits. */
  async tryAgain(): Promise<void> {
    try {
      await this.#host.tryAgain({})
    } catch (error) {
      this.trouble = messageOf(error)
      return
    }
    await this.look()
  }

  /** Tries again from time to time while something waits, until the function it returns is called. */
  keepTrying(): () => void {
    const timer = setInterval(() => { if (this.failing) void this.tryAgain() }, againMs)
    return () => clearInterval(timer)
  }
}
