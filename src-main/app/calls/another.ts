/** Another exercise like this one. */
import { combinationsOf } from '../../packs/variants/variant.ts'
import type { CallInput, CallOutput } from '../contract.ts'
import type { Desk } from '../desk.ts'
import { newPractice, practiceKind, practicePack } from '../practice.ts'
import { Refusal } from '../refusal.ts'
import { refusalWords } from '../words/index.ts'
import { doneLately, newSeed } from './practice.ts'

/** The next variant, all of them in turn; a new exercise where this one was generated. Refuses where there is no other. */
export function another(desk: Desk, { pack, exercise: id, seed = 0 }: CallInput<'another'>): CallOutput<'another'> {
  const { exercise } = desk.shelf.exercise(pack, id, seed)
  const kind = pack === practicePack.id ? practiceKind(id) : null
  if (kind) {
    const last = doneLately(desk, kind.outcome).map(each => each.id)
    return { pack, exercise: newPractice(kind.outcome, kind.level, newSeed(desk), [id, ...last].slice(0, 8)).id, seed: 0 }
  }
  const all = combinationsOf(exercise)
  if (all < 2) throw new Refusal(refusalWords.onlyOne)
  return { pack, exercise: id, seed: (seed + 1) % all }
}
