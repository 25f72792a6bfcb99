/** How the window looks to this reader: kept on this machine, applied to the root element as data attributes that tokens.css knows. */
export type Theme = 'system' | 'light' | 'dark'
/** Text sizes in percent of the browser's own. */
export const sizes = [87.5, 100, 112.5, 125, 150, 175, 200] as const

interface Stored {
  readonly theme: Theme
  readonly contrast: boolean
  readonly lessMotion: boolean
  readonly size: number
}
const store = 'nabla.appearance'
const usual: Stored = { theme: 'system', contrast: false, lessMotion: false, size: 100 }

/** What was kept; anything unreadable or out of range gives way to the usual value. */
function recall(): Stored {
  try {
    const kept = JSON.parse(localStorage.getItem(store) ?? '{}') as Partial<Stored>
    return {
      theme: kept.theme === 'light' || kept.theme === 'dark' ? kept.theme : 'system',
      contrast: kept.contrast === true,
      lessMotion: kept.lessMotion === true,
      size: sizes.find(size => size === kept.size) ?? usual.size,
    }
  } catch {
    return usual
  }
}

const darkSystem = matchMedia('(prefers-color-scheme: dark)')
const contrastSystem = matchMedia('(prefers-contrast: more)')
const stillSystem = matchMedia('(prefers-reduced-motion: reduce)')

class Settings {
  #kept: Stored = $state.raw(recall())
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

  change(part: Partial<Stored>): void {
    this.#kept = { ...this.#kept, ...part }
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
