/** One exercise open: a desk for each part, and which of them is in sight. */
import type { Api } from '../../src-main/app/contract.ts'
import type { Exercise } from './api-types.ts'
import { PartDesk } from './part-desk.svelte.ts'
import { exerciseAddress, type Within } from './route.ts'

export class Session {
  exercise: Exercise = $state.raw() as Exercise
  readonly desks: readonly PartDesk[]
  /** Its variant, and the practice or review that it belongs to. */
  readonly within: Within
  at = $state(0)

  /** `part` is the one that the address asks for; without it, the first that is not right yet. */
  constructor(host: Api, exercise: Exercise, part: string | null, within: Within = {}) {
    this.exercise = exercise
    const { pack, id, seed } = exercise
    this.within = { ...within, ...(seed === undefined ? {} : { seed }) }
    this.desks = exercise.parts.map(each => new PartDesk(host, { pack, exercise: id, part: each.id, ...(seed === undefined ? {} : { seed }) }, each))
    this.at = this.#find(part)
    this.desk?.open()
  }

  /** The address of a part, in the variant that is open. */
  addressOf(part: string): string {
    return exerciseAddress(this.exercise.pack, this.exercise.id, part, this.within)
  }

  get desk(): PartDesk | undefined { return this.desks[this.at] }
  get last(): boolean { return this.at >= this.desks.length - 1 }

  /** Puts the part with this id in sight; an unknown id leads to the first part not yet right. */
  show(part: string | null): void {
    const at = this.#find(part)
    if (at === this.at) return
    void this.desk?.draft.flush()
    this.at = at
    this.desk?.open()
  }

  /** The same exercise in other words: nothing that was done is touched. */
  restate(exercise: Exercise): void {
    this.exercise = exercise
    for (const desk of this.desks) {
      const part = exercise.parts.find(each => each.id === desk.part.id)
      if (part !== undefined) desk.restate(part)
    }
  }

  /** Saves every draft that is not saved yet. */
  async leave(): Promise<void> {
    await Promise.all(this.desks.map(desk => desk.draft.flush()))
  }

  #find(part: string | null): number {
    const named = this.desks.findIndex(desk => desk.part.id === part)
    if (named >= 0) return named
    return Math.max(0, this.desks.findIndex(desk => !desk.right))
  }
}
