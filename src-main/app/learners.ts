/** Whose progress is open: the learners of the data folder, and going over from one to another. */
import { chosenLearner, defaultLearner, learnerName, listLearners, openStore, rememberLearner, renameLearner, sameLearner } from '../progress/index.ts'
import type { Result, StoreOptions } from '../progress/index.ts'
import { Keeper } from './keeper.ts'
import { Refusal } from './refusal.ts'
import { refusalWords } from './words/index.ts'

export class Learners {
  readonly #options: Omit<StoreOptions, 'learner'>
  #keeper: Keeper
  /** Whether a learner was named at the start. */
  readonly asked: boolean

  /** Opens the store of the learner that is named, else of the one chosen last, else of the first that there is. Throws a `Refusal` as the keeper does. */
  constructor(options: StoreOptions) {
    const { learner, ...others } = options
    this.#options = others
    this.asked = learner !== undefined
    this.#keeper = new Keeper({ ...others, learner: this.#known(learner ?? this.#chosen()) })
  }

  get keeper(): Keeper {
    return this.#keeper
  }

  /** All names, with that of the one who is open, in alphabetical order. */
  list(): readonly string[] {
    const names = listLearners(this.#options.dir)
    const { learner } = this.#keeper
    return names.some(name => sameLearner(name, learner)) ? names : [...names, learner].toSorted((a, b) => a.localeCompare(b, 'en'))
  }

  isCurrent(name: string): boolean {
    return sameLearner(name, this.#keeper.learner)
  }

  /** Makes an empty store for a new name; the name as it is kept. Refuses, in plain words, a name that will not do or is taken. */
  create(typed: string): string {
    const name = must(learnerName(typed))
    if (this.list().some(each => sameLearner(each, name))) throw new Refusal(refusalWords.learnerThere(name))
    const { lock } = this.#keeper
    must(openStore({ ...this.#options, learner: name, ...(lock ? { lock } : {}) })).close()
    return name
  }

  /** The new name as it is kept. No call may be under way. */
  rename(name: string, to: string): string {
    const from = this.#there(name)
    if (!this.isCurrent(from)) return must(renameLearner(this.#options.dir, from, to))
    return this.#moved(() => must(renameLearner(this.#options.dir, from, to)), from)
  }

  /** Closes this learner's store and opens another's. No call may be under way. */
  choose(name: string): string {
    const to = this.#there(name)
    return this.isCurrent(to) ? this.#remember(to) : this.#moved(() => to, this.#keeper.learner)
  }

  /** Closes the store, finds out whose is to be opened, and opens it; the one before, where that does not work. */
  #moved(find: () => string, back: string): string {
    if (this.#keeper.tryAgain() !== null && this.#keeper.waiting > 0) throw new Refusal(refusalWords.unsavedFirst)
    this.#keeper.close()
    try {
      const learner = find()
      this.#keeper = new Keeper({ ...this.#options, learner })
      return this.#remember(learner)
    } catch (error) {
      this.#keeper = new Keeper({ ...this.#options, learner: back })
      throw error
    }
  }

  #there(name: string): string {
    const found = this.list().find(each => sameLearner(each, name))
    if (found === undefined) throw new Refusal(refusalWords.learnerUnknown(name))
    return found
  }

  /** The name as it was given first, whatever case it is typed in now. */
  #known(name: string): string {
    const tidy = learnerName(name)
    return tidy.ok ? (listLearners(this.#options.dir).find(each => sameLearner(each, tidy.value)) ?? tidy.value) : name
  }

  #chosen(): string {
    const names = listLearners(this.#options.dir)
    const last = chosenLearner(this.#options.dir)
    return names.find(name => last !== null && sameLearner(name, last)) ?? names[0] ?? defaultLearner
  }

  /** For the next start. That it cannot be written is told by the store as well; nothing is lost by it. */
  #remember(name: string): string {
    try {
      rememberLearner(this.#options.dir, name)
    } catch (error) {
      if (!(error instanceof Error && 'syscall' in error)) throw error
    }
    return name
  }

  close(): void {
    this.#keeper.close()
  }
}

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Refusal(result.failure.message)
  return result.value
}
