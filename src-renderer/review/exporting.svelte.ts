/** Making files of progress and handing them over. */
import type { Api, CallInput } from '../../src-main/app/contract.ts'
import { messageOf } from '../state/message.ts'
import { say, sayCount } from '../words/index.ts'
import { saveMade } from './made-file.ts'

export type Table = CallInput<'exportTable'>

export class Exporting {
  /** What is being made: `progress`, or a table and its format. */
  busy: string | null = $state(null)
  told: string | null = $state(null)
  trouble: string | null = $state(null)
  readonly #host: Api

  constructor(host: Api) {
    this.#host = host
  }

  /** The whole log, for another machine. */
  progress(): Promise<void> {
    return this.#do('progress', async () => {
      const { made, events } = await this.#host.exportProgress({})
      await saveMade(this.#host, made)
      this.told = say('exchange.saved', { name: made.name, events: sayCount('exchange.events', events) })
    })
  }

  table(what: Table['what'], format: Table['format']): Promise<void> {
    return this.#do(`${what}.${format}`, async () => {
      const { made } = await this.#host.exportTable({ what, format })
      await saveMade(this.#host, made)
      this.told = say('exchange.table.saved', { name: made.name })
    })
  }

  async #do(name: string, act: () => Promise<void>): Promise<void> {
    if (this.busy !== null) return
    this.busy = name
    this.told = null
    this.trouble = null
    try {
      await act()
    } catch (error) {
      this.trouble = messageOf(error)
    } finally {
      this.busy = null
    }
  }
}
