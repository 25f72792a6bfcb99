/** One part under work: its answer, how that reads, the verdict on it, the hints taken. It outlives a change of part within the exercise. */
import type { Api } from '../../src-main/app/contract.ts'
import { say } from '../words/index.ts'
import type { Attempt, Part, PartRef, Verdict } from './api-types.ts'
import { DraftKeeper } from './drafts.svelte.ts'
import { messageOf } from './message.ts'
import { Reader } from './reader.svelte.ts'
import { readHere } from './reading-here.ts'

export type AnswerState = 'unchecked' | 'unreadable' | 'undecided' | 'checked'
export interface Judged {
  readonly verdict: Verdict
  /** The answer that was judged: spans of the diagnosis hold for this text. */
  readonly answer: string
  readonly repeated: boolean
  /** When it was judged, for an attempt opened again; null for one just made. */
  readonly at: string | null
}
/** A call that failed: what to tell, and how to try once more. */
export interface Trouble { readonly title: string; readonly message: string; readonly retry: () => void }

export class PartDesk {
  /** What is asked: the same part all the time, in the words of the language that the app speaks. */
  part: Part = $state.raw() as Part
  readonly ref: PartRef
  text = $state('')
  judged: Judged | null = $state.raw(null)
  checking = $state(false)
  right = $state(false)
  tried = $state(false)
  hints: readonly string[] = $state.raw([])
  hintsLeft = $state(0)
  solution: string | null = $state(null)
  trouble: Trouble | null = $state.raw(null)
  /** Why the last attempt, hint or solution taken is not written down yet; null where it is. */
  notSaved: string | null = $state(null)
  /** Whether a hint or the solution has just come and is still to be brought into sight. */
  freshHelp = false
  readonly reader: Reader
  readonly draft: DraftKeeper
  #host: Api
  #since = performance.now()
  #opened = false

  constructor(host: Api, ref: PartRef, part: Part) {
    this.#host = host
    this.part = part
    this.ref = ref
    this.text = part.draft
    this.right = part.state === 'right'
    this.tried = part.state !== 'new'
    this.hints = part.hintsShown
    this.hintsLeft = part.hintsLeft
    this.reader = new Reader(answer => host.read({ ...ref, answer }))
    this.draft = new DraftKeeper(part.draft, () => this.text, answer => host.saveDraft({ ...ref, answer }))
    this.reread()
  }

  /** Whether the answer has several lines, so that Enter makes a line and Ctrl+Enter checks. */
  get multiline(): boolean { return this.part.kind === 'derivation' }

  /** Whether the last reading is of the text as it stands; not so while a newer one is on its way. */
  get settled(): boolean { return this.reader.of === this.text }

  /** The reading, where it is of the text as it stands; null while a newer one is on its way. */
  get reading() { return this.settled ? this.reader.reading : null }

  /** The verdict, where it is about the text as it stands. */
  get current(): Judged | null { return this.judged !== null && this.judged.answer === this.text ? this.judged : null }

  get state(): AnswerState {
    const verdict = this.current?.verdict.verdict
    if (verdict === undefined) return 'unchecked'
    return verdict === 'invalid' ? 'unreadable' : verdict === 'undecided' ? 'undecided' : 'checked'
  }

  /** The part in other words. What was typed, judged and taken stays; how the answer reads is asked for again, since that has words too. */
  restate(part: Part): void {
    this.part = part
    this.hints = part.hintsShown
    this.hintsLeft = part.hintsLeft
    this.reread()
    if (this.solution !== null) void this.#showAgain()
  }

  /** Time starts to count for this part: it has come into sight. */
  open(): void {
    this.#since = performance.now()
    if (!this.#opened) void this.#readHere()
    this.#opened = true
  }

  /** Answers are read in the window as soon as what that takes is here; where it cannot be had, the main process goes on reading them. */
  async #readHere(): Promise<void> {
    if (this.part.kind === 'choice') return
    try {
      this.reader.use(await readHere(this.#host, this.ref))
    } catch {
      // Reading over the main process tells its own troubles.
    }
  }

  type(text: string): void {
    if (text === this.text) return
    this.text = text
    this.draft.touch()
    this.reread()
  }

  reread(): void {
    if (this.part.kind !== 'choice') this.reader.read(this.text)
  }

  async check(): Promise<void> {
    if (this.checking) return
    const answer = this.text
    this.checking = true
    this.judged = null
    void this.draft.flush()
    try {
      const { verdict, repeated, notSaved } = await this.#host.submit({ ...this.ref, answer, ms: Math.round(performance.now() - this.#since) })
      this.notSaved = notSaved ?? null
      this.judged = { verdict, answer, repeated, at: null }
      this.trouble = null
      if (verdict.verdict === 'correct' || verdict.verdict === 'incorrect') this.tried = true
      if (verdict.verdict === 'correct') this.right = true
      this.#since = performance.now()
    } catch (error) {
      this.#fail('trouble.submit', error, () => void this.check())
    } finally {
      this.checking = false
    }
  }

  /** The next hint, keyed to the first diagnosis where there is one. */
  async hint(): Promise<void> {
    const diagnosis = this.current?.verdict.diagnosis[0]?.code
    try {
      const { hint, left, notSaved } = await this.#host.hint({ ...this.ref, ...(diagnosis === undefined ? {} : { diagnosis }) })
      this.notSaved = notSaved ?? null
      this.freshHelp = true
      if (hint !== null && !this.hints.includes(hint)) this.hints = [...this.hints, hint]
      this.hintsLeft = left
      this.trouble = null
    } catch (error) {
      this.#fail('trouble.hint', error, () => void this.hint())
    }
  }

  async showSolution(): Promise<void> {
    if (this.solution !== null) return
    try {
      const { solution, notSaved } = await this.#host.solution(this.ref)
      this.notSaved = notSaved ?? null
      this.freshHelp = true
      this.solution = solution
      this.trouble = null
    } catch (error) {
      this.#fail('trouble.solution', error, () => void this.showSolution())
    }
  }

  /** The solution in the words that the app speaks now; where it cannot be fetched, it stays as it is. */
  async #showAgain(): Promise<void> {
    try {
      this.solution = (await this.#host.solution({ ...this.ref, again: true })).solution
    } catch {
      // It can still be read.
    }
  }

  /** Shows the verdict of an earlier attempt; the answer at hand is not touched. */
  reopen(attempt: Attempt): void {
    this.judged = { verdict: attempt.verdict, answer: attempt.answer, repeated: false, at: attempt.at }
  }

  #fail(title: 'trouble.submit' | 'trouble.hint' | 'trouble.solution', error: unknown, retry: () => void): void {
    this.trouble = { title: say(title), message: messageOf(error), retry }
  }
}
