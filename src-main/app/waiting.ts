/** What could not be written down yet: kept in memory, and written in order as soon as that works. */
import type { NewAttempt, NewEvent, Recorded, Result, Setting, Store, StoreFailure } from '../progress/index.ts'
import type { VariantPlace } from './show/place.ts'

/** What a learner does that is written down. */
export type Entry = { readonly kind: 'attempt'; readonly event: NewAttempt } | { readonly kind: 'hint' | 'solution' | 'skip'; readonly event: NewEvent }

export type SettingChanges = Readonly<Record<string, Setting | null>>

export class Waiting {
  readonly #entries: Entry[] = []
  readonly #drafts = new Map<string, { readonly place: VariantPlace; readonly text: string }>()
  #settings: SettingChanges = {}

  /** How many things wait. */
  get size(): number {
    return this.#entries.length + this.#drafts.size + Object.keys(this.#settings).length
  }

  get settings(): SettingChanges {
    return this.#settings
  }

  add(entry: Entry): void {
    this.#entries.push(entry)
  }

  addDraft(place: VariantPlace, text: string): void {
    this.#drafts.set(JSON.stringify(place), { place, text })
  }

  addSettings(set: SettingChanges): void {
    this.#settings = { ...this.#settings, ...set }
  }

  /** The text of a draft that waits. */
  draft(place: VariantPlace): string | undefined {
    return this.#drafts.get(JSON.stringify(place))?.text
  }

  /** Writes everything in order; what stopped it, or null. What was written waits no more. */
  write(store: Store): StoreFailure | null {
    while (this.#entries.length > 0) {
      const result = record(store, this.#entries[0]!)
      if (!result.ok) return result.failure
      this.#entries.shift()
    }
    for (const [key, { place, text }] of this.#drafts) {
      const result = store.saveDraft(place, text)
      if (!result.ok) return result.failure
      this.#drafts.delete(key)
    }
    if (Object.keys(this.#settings).length === 0) return null
    const result = store.review.saveSettings(this.#settings)
    if (!result.ok) return result.failure
    this.#settings = {}
    return null
  }
}

export function record(store: Store, { kind, event }: Entry): Result<Recorded> {
  switch (kind) {
    case 'attempt':
      return store.recordAttempt(event)
    case 'hint':
      return store.recordHint(event)
    case 'solution':
      return store.recordSolution(event)
    case 'skip':
      return store.recordSkip(event)
  }
}
