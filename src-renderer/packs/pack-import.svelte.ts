/** Taking a pack in: a file is read, looked over and shown, and installed where the reader says so. It outlives a change of screen. */
import type { Api } from '../../src-main/app/contract.ts'
import type { PackPreview } from '../state/api-types.ts'
import { messageOf } from '../state/message.ts'
import { say } from '../words/index.ts'
import { upload } from './upload.ts'

/** A file of the window, or the path of one that the app was started with. */
export type Source = File | { readonly path: string }

export type Stage =
  | { readonly at: 'idle' }
  | { readonly at: 'reading'; readonly name: string; readonly done: number; readonly total: number }
  | { readonly at: 'shown'; readonly name: string; readonly preview: PackPreview }
  | { readonly at: 'failed'; readonly name: string; readonly message: string }

export class PackImport {
  stage: Stage = $state.raw({ at: 'idle' })
  /** Files that are looked at after this one. */
  waiting: readonly Source[] = $state.raw([])
  installing = $state(false)
  /** Why installing failed; the preview stays. */
  trouble: string | null = $state(null)
  /** What was installed last, as a sentence. */
  told: string | null = $state(null)
  readonly #host: Api
  #turn = 0

  constructor(host: Api) {
    this.#host = host
  }

  /** Looks these files over, one after the other. */
  offer(sources: readonly Source[]): void {
    this.waiting = [...this.waiting, ...sources]
    this.told = null
    if (this.stage.at === 'idle' || this.stage.at === 'failed' || (this.stage.at === 'shown' && this.stage.preview.ready === null)) void this.#next()
  }

  /** Installs what is shown. */
  async install(): Promise<void> {
    const { stage } = this
    if (stage.at !== 'shown' || stage.preview.ready === null || this.installing) return
    this.installing = true
    this.trouble = null
    try {
      const { version, replaced } = await this.#host.importPack({ ready: stage.preview.ready })
      const title = stage.preview.summary?.title ?? stage.name
      this.told = replaced === null || replaced === version ? say('packs.installed', { title, version }) : say('packs.updated', { title, version, replaced })
      await this.#next()
    } catch (error) {
      this.trouble = messageOf(error)
    } finally {
      this.installing = false
    }
  }

  /** Puts away what is shown, and goes on to the next file. Nothing is installed. */
  cancel(): void {
    void this.#next()
  }

  async #next(): Promise<void> {
    const turn = ++this.#turn
    const [source, ...rest] = this.waiting
    this.waiting = rest
    this.trouble = null
    if (source === undefined) return void (this.stage = { at: 'idle' })
    const stage = await this.#look(source, shown => { if (turn === this.#turn) this.stage = shown })
    if (turn === this.#turn) this.stage = stage
  }

  async #look(source: Source, show: (stage: Stage) => void): Promise<Stage> {
    const path = 'path' in source ? source.path : null
    const name = path === null ? (source as File).name : (path.split(/[\\/]/).at(-1) ?? path)
    const total = path === null ? (source as File).size : 0
    show({ at: 'reading', name, done: 0, total })
    try {
      const input = path === null ? await upload(this.#host, source as File, done => show({ at: 'reading', name, done, total })) : { path }
      return { at: 'shown', name, preview: await this.#host.previewPack(input) }
    } catch (error) {
      // What the browser says of a folder, or of a file that has gone, is about its own workings.
      return { at: 'failed', name, message: error instanceof DOMException ? say('packs.unreadable', { name }) : messageOf(error) }
    }
  }
}
