/**
 * The learner's store as the calls use it: a failure to write is a sentence for the learner, and what could not be written is kept in memory and
 * written, in order, before the next thing that is.
 */
import { openStore, recover, StoreError } from '../progress/index.ts'
import type {
  Draft,
  HistoryFilter,
  LoggedEvent,
  NewAttempt,
  NewEvent,
  PlacedStanding,
  Recorded,
  Result,
  Standing,
  Store,
  StoreFailure,
  StoreOptions,
} from '../progress/index.ts'
import { Refusal } from './refusal.ts'
import type { VariantPlace } from './show/place.ts'

/** What a learner does that is written down. */
type Entry = { readonly kind: 'attempt'; readonly event: NewAttempt } | { readonly kind: 'hint' | 'solution'; readonly event: NewEvent }

/** Written down, or why not. */
export type Written = { readonly recorded: Recorded } | { readonly notSaved: string }

/** Failures with which the app does not start: another copy, a newer database, a name that is none. The learner must choose. */
const refused: readonly StoreFailure['kind'][] = ['locked', 'newer', 'bad-name', 'other-learner']

export class Keeper {
  readonly #options: StoreOptions
  #store: Store | null = null
  #failure: StoreFailure | null = null
  #waiting: Entry[] = []
  #drafts = new Map<string, { readonly place: VariantPlace; readonly text: string }>()
  #closed = false

  /**
   * Opens the store. Throws a `Refusal` where the app should not start; any other failure is told by `problems`, and opening is tried again
   * at each write.
   */
  constructor(options: StoreOptions) {
    this.#options = options
    this.#open()
    if (this.#failure && refused.includes(this.#failure.kind)) throw new Refusal(this.#failure.message)
  }

  /** What the learner should know of the store, in plain words. */
  get problems(): readonly string[] {
    const waiting = this.#waiting.length + this.#drafts.size
    return [
      ...(this.#failure ? [this.#failure.message] : []),
      ...(waiting > 0
        ? [
            `${waiting === 1 ? 'One thing that you did is' : `${waiting} things that you did are`} not saved yet. Nabla keeps trying as long as it is open.`,
          ]
        : []),
      ...(this.#store?.notices ?? []),
    ]
  }

  attempt(event: NewAttempt): Written {
    return this.#write({ kind: 'attempt', event })
  }

  hint(event: NewEvent): Written {
    return this.#write({ kind: 'hint', event })
  }

  solution(event: NewEvent): Written {
    return this.#write({ kind: 'solution', event })
  }

  /** Keeps a draft; the sentence that tells why it could not be written, or null. */
  saveDraft(place: VariantPlace, text: string): string | null {
    const failed = this.#catchUp()
    const result = failed ? null : this.#use().saveDraft(place, text)
    const failure = failed ?? (result?.ok === false ? result.failure : null)
    if (!failure) return null
    this.#fail(failure)
    this.#drafts.set(JSON.stringify(place), { place, text })
    return failure.message
  }

  draft(place: VariantPlace): Draft | null {
    const waiting = this.#drafts.get(JSON.stringify(place))
    return waiting ? { ...place, seed: place.seed ?? '', text: waiting.text, at: this.#options.clock() } : this.#read(store => store.draft(place), null)
  }

  drafts(): readonly Draft[] {
    return this.#glance(store => store.drafts(), [])
  }

  standing(place: VariantPlace): Standing | null {
    return this.#read(store => store.standing(place, place.seed), null)
  }

  standings(): readonly PlacedStanding[] {
    return this.#glance(store => store.standings(), [])
  }

  history(filter: HistoryFilter): readonly LoggedEvent[] {
    return this.#read(store => store.history(filter).events, [])
  }

  lastAttempt(place: VariantPlace): LoggedEvent | null {
    return this.#read(store => store.lastAttempt(place, place.seed), null)
  }

  /** Writes what still waits, as far as that works, and closes the store. */
  close(): void {
    if (this.#store) this.#catchUp()
    this.#closed = true
    this.#store?.close()
    this.#store = null
  }

  #write(entry: Entry): Written {
    const failed = this.#catchUp()
    const result = failed ? null : record(this.#use(), entry)
    if (result?.ok) return { recorded: result.value }
    const failure = failed ?? (result as { readonly failure: StoreFailure }).failure
    this.#fail(failure)
    this.#waiting.push(entry)
    return { notSaved: failure.message }
  }

  /** Opens the store where it is not open, and writes what waits. The failure that stopped it, or null. */
  #catchUp(): StoreFailure | null {
    if (this.#closed) throw new Refusal('Nabla is closing.')
    if (!this.#store) this.#open()
    if (!this.#store) return this.#failure
    while (this.#waiting.length > 0) {
      const result = record(this.#store, this.#waiting[0]!)
      if (!result.ok) return result.failure
      this.#waiting.shift()
    }
    for (const [key, { place, text }] of this.#drafts) {
      const result = this.#store.saveDraft(place, text)
      if (!result.ok) return result.failure
      this.#drafts.delete(key)
    }
    this.#failure = null
    return null
  }

  #use(): Store {
    return this.#store!
  }

  /** A damaged or missing database has been set aside whole by the store; what can be read of it and of the backups is put together. */
  #open(): void {
    const opened = openStore(this.#options)
    const result = !opened.ok && (opened.failure.kind === 'damaged' || opened.failure.kind === 'missing') ? recover(this.#options) : opened
    this.#store = result.ok ? result.value : null
    this.#failure = result.ok ? null : result.failure
  }

  /** After damage the store is opened anew, which sets the damaged file aside. */
  #fail(failure: StoreFailure): void {
    this.#failure = failure
    if (failure.kind !== 'damaged') return
    this.#store?.close()
    this.#store = null
  }

  /** Refuses, in plain words, where the disk fails under an open store. Without a store there is nothing to read. */
  #read<T>(run: (store: Store) => T, none: T): T {
    if (!this.#store) return none
    try {
      return run(this.#store)
    } catch (error) {
      if (!(error instanceof StoreError)) throw error
      this.#fail(error.failure)
      throw new Refusal(error.failure.message)
    }
  }

  /** For an overview, which is worth showing without what cannot be read; `problems` then tells why. */
  #glance<T>(run: (store: Store) => T, none: T): T {
    try {
      return this.#read(run, none)
    } catch (error) {
      if (error instanceof Refusal) return none
      throw error
    }
  }
}

function record(store: Store, { kind, event }: Entry): Result<Recorded> {
  switch (kind) {
    case 'attempt':
      return store.recordAttempt(event as NewAttempt)
    case 'hint':
      return store.recordHint(event)
    default:
      return store.recordSolution(event)
  }
}
