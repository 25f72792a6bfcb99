/** Small choices of the reader's that go with the learner: keys, notation, symbols. The browser remembers the last ones, in case they cannot be asked for. */
import type { Api } from '../../src-main/app/contract.ts'

type Values = Readonly<Record<string, string>>
const store = 'nabla.kept'

export class Kept {
  #values: Values = $state.raw({})
  readonly #host: Pick<Api, 'settings' | 'saveSettings'>
  readonly #memory: Pick<Storage, 'getItem' | 'setItem'>
  readonly #own: readonly string[]
  #changes = 0

  /** `own`: how the names of these choices begin; no others are touched. */
  constructor(host: Pick<Api, 'settings' | 'saveSettings'>, memory: Pick<Storage, 'getItem' | 'setItem'>, own: readonly string[]) {
    this.#host = host
    this.#memory = memory
    this.#own = own
    try {
      this.#values = this.#readable(JSON.parse(memory.getItem(store) ?? '{}'))
    } catch {
      // Nothing that could be read was kept.
    }
  }

  get(name: string): string | undefined { return this.#values[name] }
  /** All whose name begins so. */
  get all(): Values { return this.#values }

  /**
   * Sets some, and takes away those that are null. They hold at once; that they cannot be written down is told by the store. Resolves, and never rejects, once
   * the app has heard of them.
   */
  async change(set: Readonly<Record<string, string | null>>): Promise<void> {
    this.#changes++
    const values = { ...this.#values }
    for (const [name, value] of Object.entries(set)) {
      if (value === null) delete values[name]
      else values[name] = value
    }
    this.#remember(values)
    try {
      await this.#host.saveSettings({ set: { ...set } })
    } catch {
      // They hold in this window all the same.
    }
  }

  /** Takes over what the learner chose. Where that cannot be asked, what the browser remembers holds. */
  async take(): Promise<void> {
    const before = this.#changes
    try {
      const { settings } = await this.#host.settings({})
      // What was chosen while the answer was on its way is newer.
      if (before === this.#changes) this.#remember(this.#readable(settings))
    } catch {
      // The store says what is wrong with it.
    }
  }

  #readable(found: unknown): Values {
    if (typeof found !== 'object' || found === null) return {}
    return Object.fromEntries(Object.entries(found).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && this.#own.some(start => entry[0].startsWith(start))))
  }

  #remember(values: Values): void {
    this.#values = values
    try {
      this.#memory.setItem(store, JSON.stringify(values))
    } catch {
      // A browser that keeps nothing.
    }
  }
}
