/** Whether the main process can be reached just now; and what to do once it can be again. */
import { onConnection } from '../host.ts'

class Connection {
  lost = $state(false)
  #again = new Set<() => void>()

  constructor() {
    onConnection(now => {
      const back = this.lost && now === 'open'
      this.lost = now === 'lost'
      if (back) for (const act of this.#again) act()
    })
  }

  /** Calls `act` each time the connection is back, until the function it returns is called. */
  onceBack(act: () => void): () => void {
    this.#again.add(act)
    return () => void this.#again.delete(act)
  }
}

export const connection = new Connection()
