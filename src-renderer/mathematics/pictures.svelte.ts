/** The pictures that the prose of an exercise names. They come from its pack, through a call, and are painted: no address of theirs ever exists. */
import { createContext } from 'svelte'
import type { Api } from '../../src-main/app/contract.ts'
import { messageOf } from '../state/message.ts'

/** One picture: on its way, here, or refused. */
export type Picture = { readonly at: 'coming' } | { readonly at: 'here'; readonly bitmap: ImageBitmap } | { readonly at: 'refused'; readonly message: string }

/** `![what it shows](name.png)`, in any text that has one. Only to know what to fetch: the tree of the prose says where it stands. */
const named = /!\[[^\]]*\]\(\s*<?([^\s)>]+)/g

export class Pictures {
  #kept: Readonly<Record<string, Picture>> = $state.raw({})
  readonly #asked = new Map<string, Promise<void>>()
  readonly #host: Api
  readonly #of: { readonly pack: string; readonly exercise: string }

  constructor(host: Api, of: { readonly pack: string; readonly exercise: string }) {
    this.#host = host
    this.#of = of
  }

  /** The picture as far as it is here. */
  picture(name: string): Picture { return this.#kept[name] ?? { at: 'coming' } }

  /** Fetches one, once. Never rejects: what went wrong is told in its place. */
  fetch(name: string): Promise<void> {
    const known = this.#asked.get(name)
    if (known !== undefined) return known
    const coming = this.#fetch(name).then(picture => { this.#kept = { ...this.#kept, [name]: picture } })
    this.#asked.set(name, coming)
    return coming
  }

  /** Fetches all that these texts name, so that they have their size when the texts are shown. */
  async ahead(texts: readonly string[]): Promise<void> {
    await Promise.all(texts.flatMap(text => [...text.matchAll(named)].map(([, name = '']) => this.fetch(name))))
  }

  async #fetch(name: string): Promise<Picture> {
    try {
      const { png } = await this.#host.picture({ ...this.#of, name })
      const letters = atob(png)
      const bytes = Uint8Array.from({ length: letters.length }, (_, at) => letters.charCodeAt(at))
      return { at: 'here', bitmap: await createImageBitmap(new Blob([bytes], { type: 'image/png' })) }
    } catch (error) {
      return { at: 'refused', message: messageOf(error) }
    }
  }
}

/** The pictures of the exercise in sight; there are none outside of one. */
const [get, set] = createContext<Pictures>()
export const setPictures = set
export function picturesHere(): Pictures | null {
  try {
    return get()
  } catch {
    return null
  }
}
