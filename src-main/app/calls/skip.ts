/** Going on without an answer. */
import type { CallInput, CallOutput } from '../contract.ts'
import type { Desk } from '../desk.ts'
import { placeOf } from '../show/place.ts'
import { tagsFor } from '../tags.ts'

export function skip(desk: Desk, input: CallInput<'skip'>): CallOutput<'skip'> {
  const placed = desk.shelf.part(input)
  const written = desk.keeper.skip({ ...placeOf(placed), packVersion: placed.pack.version, ms: input.ms ?? 0, tags: tagsFor(placed, desk.zone(desk.clock())) })
  return 'notSaved' in written ? { notSaved: written.notSaved } : {}
}
