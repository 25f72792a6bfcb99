/** Showing the worked solution. */
import type { CallInput, CallOutput } from '../contract.ts'
import type { Desk } from '../desk.ts'
import { Refusal } from '../refusal.ts'
import { placeOf } from '../show/place.ts'

/** Refuses where the author wrote none; otherwise it is written down that it was shown. */
export function solution(desk: Desk, input: CallInput<'solution'>): CallOutput<'solution'> {
  const placed = desk.shelf.part(input)
  if (placed.part.solution === null) throw new Refusal('This part has no worked solution.')
  const written = desk.keeper.solution({ ...placeOf(placed), packVersion: placed.pack.version, ms: 0 })
  return { solution: placed.part.solution, ...('notSaved' in written ? { notSaved: written.notSaved } : {}) }
}
