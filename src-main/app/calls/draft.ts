/** Keeping what stands on the answer line. */
import type { CallInput, CallOutput } from '../contract.ts'
import type { Desk } from '../desk.ts'
import { Refusal } from '../refusal.ts'
import { placeOf } from '../show/place.ts'

/** Refuses, with the reason in plain words, where the draft could not be written; it is then kept in memory until it can. */
export function saveDraft(desk: Desk, input: CallInput<'saveDraft'>): CallOutput<'saveDraft'> {
  const failed = desk.keeper.saveDraft(placeOf(desk.shelf.part(input)), input.answer)
  if (failed !== null) throw new Refusal(failed)
  return {}
}
