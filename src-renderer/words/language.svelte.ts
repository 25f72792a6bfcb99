/**
 * The language of the window. Every `say` reads it, so that all that is in sight changes with it at once. It is kept with the learner; the browser
 * remembers the last one, so that the first picture is right.
 */
import { english } from './english/index.ts'

export const tongues = ['en', 'de'] as const
export type Tongue = (typeof tongues)[number]
/** `system`: the first of the browser's languages that there is a catalogue in; English where there is none. */
export type Choice = 'system' | Tongue
/** A catalogue: the same keys as the English one, with the same slots. */
export type Words = { readonly [Key in keyof typeof english]: string }

/** Each language but English in a file of its own, so that nobody waits for words that are not spoken. */
const others: Readonly<Record<Exclude<Tongue, 'en'>, () => Promise<Words>>> = {
  de: async () => (await import('./german/index.ts')).german,
}
const store = 'nabla.language'

/** Anything unreadable gives way to the system's. */
export function readable(kept: unknown): Choice {
  return tongues.find(tongue => tongue === kept) ?? 'system'
}

/** The first of these languages, as `de-AT`, that there is a catalogue in. */
export function firstOf(languages: readonly string[]): Tongue {
  const known = languages.map(language => tongues.find(tongue => language.toLowerCase().split('-')[0] === tongue))
  return known.find(tongue => tongue !== undefined) ?? 'en'
}

function system(): readonly string[] {
  return typeof navigator === 'undefined' ? [] : navigator.languages
}

function recall(): Choice {
  try {
    return readable(localStorage.getItem(store))
  } catch {
    return 'system'
  }
}

class Language {
  #choice: Choice = $state('system')
  /** The language that shows: that of the choice, once its words have come. */
  #tongue: Tongue = $state('en')
  #words: Words = $state.raw(english)
  #known: Readonly<Partial<Record<Tongue, Words>>> = { en: english }
  #turn = 0
  readonly #listeners = new Set<() => void>()
  readonly #heard = new Set<() => void>()

  get choice(): Choice { return this.#choice }
  get tongue(): Tongue { return this.#tongue }
  get words(): Words { return this.#words }
  /** For dates and for numbers in prose: the reader's own variety of the language where the browser knows it, `de-AT`. */
  get locale(): string { return system().find(each => each.toLowerCase().split('-')[0] === this.#tongue) ?? (this.#tongue === 'en' ? 'en-GB' : 'de-DE') }

  /** Shows what the browser remembers. To be waited for before the first picture; without a choice of another language it is done at once. */
  async begin(): Promise<void> {
    if (typeof window !== 'undefined') window.addEventListener('languagechange', () => void this.#show(this.#choice))
    await this.#show(recall())
  }

  /** The reader chooses: the words change all at once, as soon as they are here. Where they cannot be fetched, all stays as it was. */
  async choose(choice: Choice): Promise<void> {
    if (await this.#show(choice)) for (const listener of this.#listeners) listener()
  }

  /** Takes over what was kept with the learner. */
  async take(kept: unknown): Promise<void> {
    await this.#show(readable(kept))
  }

  /** Calls the listener whenever the reader has chosen; gives back the function that stops this. */
  onChoice(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** Calls `act` whenever the app has heard of another language: what came from it in words can be asked for again. */
  onHeard(act: () => void): () => void {
    this.#heard.add(act)
    return () => void this.#heard.delete(act)
  }

  /** The app speaks the language that shows. */
  heard(): void {
    for (const act of this.#heard) act()
  }

  /** Whether it shows now; false where a later choice has overtaken this one, or its words could not be fetched. */
  async #show(choice: Choice): Promise<boolean> {
    const turn = ++this.#turn
    const tongue = choice === 'system' ? firstOf(system()) : choice
    const words = this.#known[tongue] ?? (await this.#fetch(tongue))
    if (words === null || turn !== this.#turn) return false
    this.#known = { ...this.#known, [tongue]: words }
    this.#choice = choice
    this.#tongue = tongue
    this.#words = words
    try {
      localStorage.setItem(store, choice)
    } catch {
      // A browser that keeps nothing: the choice holds until the window closes.
    }
    return true
  }

  async #fetch(tongue: Tongue): Promise<Words | null> {
    try {
      return tongue === 'en' ? english : await others[tongue]()
    } catch {
      return null
    }
  }
}

export const language = new Language()
