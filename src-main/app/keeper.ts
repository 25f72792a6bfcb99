/**
 * The learner's store as the calls use it: a failure to write is a sentence for the learner, and what could not be written is kept in memory and
 * written, in order, before the next thing that is.
 */
import { acquireLock, defaultLearner, openStore, recover, restoreBackup, StoreError } from '../progress/index.ts'
import type {
  Draft, FolderLock, HistoryFilter, LoggedEvent, NewAttempt, NewEvent, PlacedStanding, Recorded, Result, Setting, Standing, Store, StoreFailure, StoreOptions,
} from '../progress/index.ts'
import { Refusal } from './refusal.ts'
import type { VariantPlace } from './show/place.ts'
import { record, Waiting, type Entry, type SettingChanges } from './waiting.ts'
import { problemWords, refusalWords } from './words/index.ts'

/** Written down, or why not. */
export type Written = { readonly recorded: Recorded } | { readonly notSaved: string }

/** Failures with which the app does not start: another copy, a newer database, a name that is none. The learner must choose. */
const refused: readonly StoreFailure['kind'][] = ['locked', 'newer', 'bad-name', 'other-learner']

export class Keeper {
  readonly #options: StoreOptions
  #store: Store | null = null
  #failure: StoreFailure | null = null
  readonly #waiting = new Waiting()
  /** The folder's lock, where the host did not bring it. */
  #lock: FolderLock | null = null
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

  get learner(): string {
    return this.#store?.learner ?? this.#options.learner ?? defaultLearner
  }

  /** The lock of the data folder, where it could be taken. */
  get lock(): FolderLock | null {
    return this.#options.lock ?? this.#lock
  }

  get failure(): StoreFailure | null {
    return this.#failure
  }

  get notices(): readonly string[] {
    return this.#store?.notices ?? []
  }

  /** How many things are kept in memory until they can be written. */
  get waiting(): number {
    return this.#waiting.size
  }

  /** What the learner should know of the store, in plain words. */
  get problems(): readonly string[] {
    const { waiting } = this
    return [...(this.#failure ? [this.#failure.message] : []), ...(waiting > 0 ? [problemWords.unsaved(waiting)] : []), ...this.notices]
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

  skip(event: NewEvent): Written {
    return this.#write({ kind: 'skip', event })
  }

  /** Keeps a draft; the sentence that tells why it could not be written, or null. */
  saveDraft(place: VariantPlace, text: string): string | null {
    const failed = this.#catchUp()
    const result = failed ? null : this.#use().saveDraft(place, text)
    const failure = failed ?? (result?.ok === false ? result.failure : null)
    if (!failure) return null
    this.#fail(failure)
    this.#waiting.addDraft(place, text)
    return failure.message
  }

  draft(place: VariantPlace): Draft | null {
    const text = this.#waiting.draft(place)
    return text !== undefined ? { ...place, seed: place.seed ?? '', text, at: this.#options.clock() } : this.#read(store => store.draft(place), null)
  }

  drafts(): readonly Draft[] {
    return this.#glance(store => store.drafts(), [])
  }

  standing(place: VariantPlace): Standing | null {
    return this.#read(store => store.standing(place, place.seed), null)
  }

  standings(filter: { pack: string }): readonly PlacedStanding[] {
    return this.#glance(store => store.standings(filter), [])
  }

  history(filter: HistoryFilter): readonly LoggedEvent[] {
    return this.#read(store => store.history(filter).events, [])
  }

  lastAttempt(place: VariantPlace): LoggedEvent | null {
    return this.#read(store => store.lastAttempt(place, place.seed), null)
  }

  /** Reads what review is made of, worked out afresh where need be. `none` where there is no store to read. Refuses where the disk fails. */
  review<T>(run: (store: Store) => T, none: T): T {
    if (this.#store) this.#must(this.#store.review.freshen())
    return this.#read(run, none)
  }

  /** Changes the store otherwise than by an entry in the log. Refuses, in plain words, what cannot be done. */
  change<T>(run: (store: Store) => Result<T>): T {
    const failed = this.#catchUp()
    if (failed) throw new Refusal(failed.message)
    return this.#must(run(this.#use()))
  }

  settings(): Readonly<Record<string, Setting>> {
    const all = { ...this.#glance(store => store.review.settings(), {}), ...this.#waiting.settings }
    return Object.fromEntries(Object.entries(all).filter((each): each is [string, Setting] => each[1] !== null))
  }

  /** Keeps settings (null takes one away); the sentence that tells why they could not be written, or null. */
  saveSettings(set: SettingChanges): string | null {
    this.#waiting.addSettings(set)
    return this.tryAgain()
  }

  /** Tries to open and to write what waits; why that does not work, or null. */
  tryAgain(): string | null {
    const failure = this.#catchUp()
    if (failure) this.#fail(failure)
    return failure?.message ?? null
  }

  /** Goes back to a backup. What is there now is kept as a backup, or set aside. */
  restore(name: string): void {
    this.#store?.close()
    this.#store = null
    const result = restoreBackup(this.#given(), name)
    if (result.ok) this.#store = result.value
    else {
      this.#open()
      throw new Refusal(result.failure.message)
    }
  }

  /** Writes what still waits, as far as that works, and closes the store. */
  close(): void {
    if (this.#store) this.#catchUp()
    this.#closed = true
    this.#store?.close()
    this.#store = null
    this.#lock?.release()
    this.#lock = null
  }

  #write(entry: Entry): Written {
    const failed = this.#catchUp()
    const result = failed ? null : record(this.#use(), entry)
    if (result?.ok) return { recorded: result.value }
    const failure = failed ?? (result as { readonly failure: StoreFailure }).failure
    this.#fail(failure)
    this.#waiting.add(entry)
    return { notSaved: failure.message }
  }

  /** Opens the store where it is not open, and writes what waits. The failure that stopped it, or null. */
  #catchUp(): StoreFailure | null {
    if (this.#closed) throw new Refusal(refusalWords.closing)
    if (!this.#store) this.#open()
    if (!this.#store) return this.#failure
    const failure = this.#waiting.write(this.#store)
    if (failure) return failure
    this.#failure = null
    return null
  }

  #use(): Store {
    return this.#store!
  }

  /** A damaged or missing database has been set aside whole by the store; what can be read of it and of the backups is put together. */
  #open(): void {
    const taken = this.lock ? null : acquireLock(this.#options.dir, this.#options)
    if (taken?.ok === false) return void (this.#failure = taken.failure)
    if (taken) this.#lock = taken.value
    const opened = openStore(this.#given())
    const result = !opened.ok && (opened.failure.kind === 'damaged' || opened.failure.kind === 'missing') ? recover(this.#given()) : opened
    this.#store = result.ok ? result.value : null
    this.#failure = result.ok ? null : result.failure
  }

  #given(): StoreOptions {
    return { ...this.#options, ...(this.lock ? { lock: this.lock } : {}) }
  }

  #must<T>(result: Result<T>): T {
    if (result.ok) return result.value
    // A file or a name that will not do says nothing of the store.
    if (result.failure.kind === 'damaged' || result.failure.kind === 'disk-full' || result.failure.kind === 'io') this.#fail(result.failure)
    throw new Refusal(result.failure.message)
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
