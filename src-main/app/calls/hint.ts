/** Taking a hint. */
import type { CallInput, CallOutput } from '../contract.ts'
import type { Desk } from '../desk.ts'
import { hintsOf } from '../hints.ts'
import { placeOf } from '../show/place.ts'
import { tagsFor } from '../tags.ts'

/** The next hint, keyed to the diagnosis where there is one, and how many are left after it; `null` when all are taken. */
export function hint(desk: Desk, input: CallInput<'hint'>): CallOutput<'hint'> {
  const placed = desk.shelf.part(input)
  const place = placeOf(placed)
  const {
    left: [next, ...rest],
  } = hintsOf(desk.keeper, place, placed.part, input.diagnosis, input.since)
  if (!next) return { hint: null, left: 0 }
  const written = desk.keeper.hint({
    ...place,
    packVersion: placed.pack.version,
    ms: 0,
    tags: tagsFor(placed, desk.zone(desk.clock())),
    detail: { say: next.say, at: placed.part.hints.indexOf(next), ...(input.diagnosis === undefined ? {} : { diagnosis: input.diagnosis }) },
  })
  return { hint: next.say, left: rest.length, ...('notSaved' in written ? { notSaved: written.notSaved } : {}) }
}
