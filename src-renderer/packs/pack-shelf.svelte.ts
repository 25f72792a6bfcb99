/** What is done to packs that are here: exporting, removing, bringing back. */
import type { Api } from '../../src-main/app/contract.ts'
import type { ListedPack } from '../state/api-types.ts'
import { saveFile } from '../state/download.ts'
import { messageOf } from '../state/message.ts'
import { say, type WordKey } from '../words/index.ts'

/** A pack of the list; `removed`: it was here a moment ago, and can come back. */
export interface PackRow { readonly pack: ListedPack; readonly removed: boolean }

export class PackShelf {
  /** The id of the pack that something is being done to. */
  busy: string | null = $state(null)
  trouble: { readonly title: string; readonly message: string } | null = $state.raw(null)
  /** What was done last, as a sentence. */
  told: string | null = $state(null)
  #removed: readonly { readonly pack: ListedPack; readonly undo: string; readonly at: number }[] = $state.raw([])
  readonly #host: Api
  readonly #reload: () => Promise<void>
  #listed: readonly ListedPack[] = []

  constructor(host: Api, reload: () => Promise<void>) {
    this.#host = host
    this.#reload = reload
  }

  /** The list with what was removed, each where it stood. */
  rows(listed: readonly ListedPack[]): readonly PackRow[] {
    this.#listed = listed
    const rows: PackRow[] = listed.map(pack => ({ pack, removed: false }))
    for (const { pack, at } of this.#removed) if (!rows.some(row => row.pack.id === pack.id)) rows.splice(at, 0, { pack, removed: true })
    return rows
  }

  /** Hands the pack over as one file. */
  save(pack: ListedPack): Promise<void> {
    return this.#do(pack, 'packs.trouble.export', async () => {
      const { file, problems } = await this.#host.exportPack({ pack: pack.id })
      if (file === null) throw new Error(problems.map(problem => `${problem.place} ${problem.message}`.trim()).join(' '))
      saveFile(file.name, file.bytes, 'application/zip')
      this.told = say('packs.exported', { name: file.name })
    })
  }

  remove(pack: ListedPack): Promise<void> {
    return this.#do(pack, 'packs.trouble.remove', async () => {
      const { undo } = await this.#host.removePack({ pack: pack.id })
      const at = this.#listed.findIndex(each => each.id === pack.id)
      this.#removed = [...this.#removed.filter(each => each.pack.id !== pack.id), { pack, undo, at }]
      await this.#reload()
    })
  }

  undo(pack: ListedPack): Promise<void> {
    return this.#do(pack, 'packs.trouble.restore', async () => {
      const removed = this.#removed.find(each => each.pack.id === pack.id)
      if (removed === undefined) return
      await this.#host.restorePack({ pack: pack.id, undo: removed.undo })
      // First it is in the list again, so that its row never goes.
      await this.#reload()
      this.#removed = this.#removed.filter(each => each !== removed)
      this.told = say('packs.restored', { title: pack.title })
    })
  }

  async #do(pack: ListedPack, title: WordKey, act: () => Promise<void>): Promise<void> {
    if (this.busy !== null) return
    this.busy = pack.id
    this.told = null
    this.trouble = null
    try {
      await act()
    } catch (error) {
      this.trouble = { title: say(title), message: messageOf(error) }
    } finally {
      this.busy = null
    }
  }
}
