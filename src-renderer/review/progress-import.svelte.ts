/** Taking in a progress file: it is sent over, looked over and shown, and merged where the reader says so. It outlives a change of screen. */
import type { Api } from '../../src-main/app/contract.ts'
import { base64, pieceBytes } from '../packs/upload.ts'
import type { ProgressPreview } from '../state/api-types.ts'
import { messageOf } from '../state/message.ts'
import { say, sayCount } from '../words/index.ts'

/** How the name of a progress file ends. */
export const progressEnding = '.nabla-progress'

export type ImportStage =
  | { readonly at: 'idle' }
  | { readonly at: 'reading'; readonly name: string; readonly done: number; readonly total: number }
  | { readonly at: 'shown'; readonly name: string; readonly preview: ProgressPreview }
  | { readonly at: 'failed'; readonly name: string; readonly message: string }

export class ProgressImport {
  stage: ImportStage = $state.raw({ at: 'idle' })
  merging = $state(false)
  /** Why merging failed; the preview stays. */
  trouble: string | null = $state(null)
  /** What was taken in last, as a sentence. */
  told: string | null = $state(null)
  readonly #host: Api
  readonly #merged: () => void
  #turn = 0

  /** `merged` is called after something was taken in. */
  constructor(host: Api, merged: () => void) {
    this.#host = host
    this.#merged = merged
  }

  /** Sends a file over and has it looked over. A newer one takes the place of an older. */
  async offer(file: File): Promise<void> {
    const turn = ++this.#turn
    const show = (stage: ImportStage) => { if (turn === this.#turn) this.stage = stage }
    const { name, size } = file
    this.told = null
    this.trouble = null
    show({ at: 'reading', name, done: 0, total: size })
    try {
      const upload = await this.#send(file, done => show({ at: 'reading', name, done, total: size }))
      show({ at: 'shown', name, preview: await this.#host.previewProgress({ upload }) })
    } catch (error) {
      // What the browser says of a folder, or of a file that has gone, is about its own workings.
      show({ at: 'failed', name, message: error instanceof DOMException ? say('exchange.unreadable', { name }) : messageOf(error) })
    }
  }

  /** Takes in what is shown. `anyLearner`: also where it bears another name. */
  async merge(anyLearner: boolean): Promise<void> {
    const { stage } = this
    if (stage.at !== 'shown' || stage.preview.ready === null || this.merging) return
    this.merging = true
    this.trouble = null
    try {
      const { added } = await this.#host.mergeProgress({ ready: stage.preview.ready, anyLearner })
      this.told = sayCount('exchange.merged', added)
      this.stage = { at: 'idle' }
      this.#merged()
    } catch (error) {
      this.trouble = messageOf(error)
    } finally {
      this.merging = false
    }
  }

  /** Puts away what is shown. Nothing is taken in. */
  cancel(): void {
    this.#turn++
    this.stage = { at: 'idle' }
    this.trouble = null
  }

  async #send(file: Blob, told: (done: number) => void): Promise<string> {
    let name: string | undefined
    // An empty file is sent as well: that it is empty is for the main process to say.
    for (let from = 0; from === 0 || from < file.size; from += pieceBytes) {
      const bytes = await base64(file.slice(from, from + pieceBytes))
      const { upload, received } = await this.#host.uploadProgress(name === undefined ? { bytes } : { upload: name, bytes })
      name = upload
      told(received)
    }
    return name ?? ''
  }
}
