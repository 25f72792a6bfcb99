/** The ways on from an open exercise: the next part, the next exercise, the next of a practice or a review, another one like this. */
import type { Api, CallOutput } from '../../src-main/app/contract.ts'
import { messageOf } from '../state/message.ts'
import type { Trouble } from '../state/part-desk.svelte.ts'
import { place } from '../state/place.svelte.ts'
import { exerciseAddress, libraryAddress, practiceAddress } from '../state/route.ts'
import type { Session } from '../state/session.svelte.ts'
import { say, type WordKey } from '../words/index.ts'
import { addressOf, ask, practicePack, reviewAddress } from './run.ts'

export class Onward {
  busy = $state(false)
  trouble: Trouble | null = $state.raw(null)
  readonly #host: Api
  readonly #session: Session
  /** The next question, asked for ahead of need. */
  #ahead: Promise<CallOutput<'practice'>> | null = null
  #left = false

  constructor(host: Api, session: Session) {
    this.#host = host
    this.#session = session
  }

  /** Whether there is another one like this. */
  get another(): boolean { return this.#session.exercise.another === true }

  /** Where Next leads, in words. */
  get nextWords(): string {
    const { exercise, desks, at, within: { run, since } } = this.#session
    const part = desks[at + 1]?.part
    if (part !== undefined) return say('desk.next.part', { title: part.title })
    if (run !== undefined) return say('practice.next')
    if (since !== undefined) return say(this.skips ? 'practice.skipReview' : 'practice.nextReview')
    if (exercise.next !== null) return say('desk.next.exercise', { title: exercise.next.title })
    return say(exercise.pack === practicePack ? 'practice.choose' : 'desk.next.library')
  }

  /** The question is answered: what follows it in a practice is made now, so that Next does not wait. Its level counts this answer. */
  prepare(): void {
    const { run } = this.#session.within
    if (run === undefined || this.#ahead !== null) return
    this.#ahead = ask(this.#host, run)
    // A failure is told when the question is wanted, where it is asked for once more.
    this.#ahead.catch(() => (this.#ahead = null))
  }

  /** On to the next part, after the last to what comes next. */
  async next(): Promise<void> {
    const { exercise, desks, at, within: { run, since } } = this.#session
    const part = desks[at + 1]?.part
    if (part !== undefined) return place.go(this.#session.addressOf(part.id))
    if (run !== undefined) {
      const last = { outcome: exercise.outcomes[0], level: run.now }
      return this.#go('practice.trouble', async () => addressOf(await (this.#ahead ?? ask(this.#host, run)), run, last), () => void this.next())
    }
    if (since !== undefined) {
      return this.#go('practice.trouble.review', async () => {
        await this.#skip()
        return reviewAddress(this.#host)
      }, () => void this.next())
    }
    if (exercise.next !== null) return place.go(exerciseAddress(exercise.next.pack, exercise.next.id))
    place.go(exercise.pack === practicePack ? practiceAddress : libraryAddress)
  }

  /** Whether Next leaves a review of which nothing was tried. */
  get skips(): boolean {
    const { desks, last, within } = this.#session
    return within.since !== undefined && last && desks.every(each => !each.tried)
  }

  /** That a review was left without an answer is written down, so that another one comes next. */
  async #skip(): Promise<void> {
    const { desk } = this.#session
    if (!this.skips || desk === undefined) return
    const { notSaved } = await this.#host.skip(desk.ref)
    desk.notSaved = notSaved ?? null
  }

  /** To another exercise like this one, at the same part; the practice goes on. */
  anotherOne(): Promise<void> {
    const { exercise: { pack, id, seed }, desk, within: { run, since } } = this.#session
    return this.#go('practice.trouble.another', async () => {
      const made = await this.#host.another({ pack, exercise: id, ...(seed === undefined ? {} : { seed }) })
      return exerciseAddress(made.pack, made.exercise, desk?.part.id, { seed: made.seed, ...(run && { run: { ...run, before: run.now } }), ...(since !== undefined && { since }) })
    }, () => void this.anotherOne())
  }

  /** The exercise is no longer in sight: an answer that comes now leads nowhere. */
  leave(): void {
    this.#left = true
  }

  async #go(title: WordKey, find: () => Promise<string>, retry: () => void): Promise<void> {
    if (this.busy) return
    this.busy = true
    try {
      const address = await find()
      this.trouble = null
      if (!this.#left) place.go(address)
    } catch (error) {
      this.#ahead = null
      this.trouble = { title: say(title), message: messageOf(error), retry }
    } finally {
      this.busy = false
    }
  }
}
