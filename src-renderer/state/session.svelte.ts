/** One exercise open: a desk for each part, and which of them is in sight. */
import type { Api } from '../../src-main/app/contract.ts'
import type { Exercise } from './api-types.ts'
import { PartDesk } from './part-desk.svelte.ts'

export class Session {
  readonly exercise: Exercise
  readonly desks: readonly PartDesk[]
  at = $state(0)

  /** `part` is the one that the address asks for; without it, the first that is not right yet. */
  constructor(host: Api, exercise: Exercise, part: string | null) {
    this.exercise = exercise
    this.desks = exercise.parts.map(each => new PartDesk(host, { pack: exercise.pack, exercise: exercise.id, part: each.id }, each))
    this.at = this.#find(part)
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
