/**
 * How the window looks to this reader, applied to the root element as data attributes that tokens.css knows. It is kept with the learner; the browser
 * remembers the last one, so that the first picture is right.
 */
export type Theme = 'system' | 'light' | 'dark'
/** Text sizes in percent of the browser's own. */
export const sizes = [87.5, 100, 112.5, 125, 150, 175, 200] as const

export interface Appearance {
  readonly theme: Theme
  readonly contrast: boolean
  readonly lessMotion: boolean
  readonly size: number
}
const store = 'nabla.appearance'
const usual: Appearance = { theme: 'system', contrast: false, lessMotion: false, size: 100 }

type Unread = { readonly [K in keyof Appearance]?: unknown }

/** Anything unreadable or out of range gives way to the usual value. */
function readable(kept: Unread): Appearance {
  return {
    theme: kept.theme === 'light' || kept.theme === 'dark' ? kept.theme : 'system',
    contrast: kept.contrast === true,
    lessMotion: kept.lessMotion === true,
    size: sizes.find(size => size === kept.size) ?? usual.size,
  }
}

/** What the browser remembers. */
function recall(): Appearance {
  try {
    return readable(JSON.parse(localStorage.getItem(store) ?? '{}') as Unread)
  } catch {
    return usual
  }
}

const darkSystem = matchMedia('(prefers-color-scheme: dark)')
const contrastSystem = matchMedia('(prefers-contrast: more)')
const stillSystem = matchMedia('(prefers-reduced-motion: reduce)')

class Settings {
  #kept: Appearance = $state.raw(recall())
  readonly #listeners = new Set<(part: Partial<Appearance>) => void>()
  #systemDark = $state(darkSystem.matches)
  #systemContrast = $state(contrastSystem.matches)
  #systemStill = $state(stillSystem.matches)

  constructor() {
    darkSystem.addEventListener('change', () => (this.#systemDark = darkSystem.matches))
    contrastSystem.addEventListener('change', () => (this.#systemContrast = contrastSystem.matches))
    stillSystem.addEventListener('change', () => (this.#systemStill = stillSystem.matches))
  }

  get theme(): Theme { return this.#kept.theme }
  get contrast(): boolean { return this.#kept.contrast }
  get lessMotion(): boolean { return this.#kept.lessMotion }
  get size(): number { return this.#kept.size }
  /** The colours that show, once the system has been asked. */
  get shown(): 'light' | 'dark' { return this.theme === 'system' ? (this.#systemDark ? 'dark' : 'light') : this.theme }
  get shownContrast(): boolean { return this.contrast || this.#systemContrast }
  get still(): boolean { return this.lessMotion || this.#systemStill }

  /** Calls the listener whenever the reader changes something; gives back the function that stops this. */
  onChange(listener: (part: Partial<Appearance>) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  change(part: Partial<Appearance>): void {
    this.#keep({ ...this.#kept, ...part })
    for (const listener of this.#listeners) listener(part)
  }

  /** Takes over what was kept with the learner. */
  take(kept: Unread): void {
    this.#keep(readable(kept))
  }

  #keep(kept: Appearance): void {
    this.#kept = kept
    try {
      localStorage.setItem(store, JSON.stringify(this.#kept))
    } catch {
      // A browser that keeps nothing: the choice holds until the window closes.
    }
  }

  /** One step larger (1) or smaller (-1), within the scale. */
  resize(step: 1 | -1): void {
    const at = sizes.indexOf(this.size as (typeof sizes)[number])
    this.change({ size: sizes[Math.min(sizes.length - 1, Math.max(0, at + step))] ?? usual.size })
  }

  /** Writes the choice onto the root element. Called from an effect, so that each change shows at once. */
  apply(root: HTMLElement): void {
    root.dataset['theme'] = this.shown
    root.dataset['contrast'] = this.shownContrast ? 'more' : 'usual'
    root.dataset['motion'] = this.still ? 'less' : 'usual'
    root.style.fontSize = `${this.size}%`
  }
}

export const settings = new Settings()
