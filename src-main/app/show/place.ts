/** A part as the store names it. */
import type { Place } from '../../progress/index.ts'
import type { PlacedPart } from '../shelf.ts'

export function placeOf({ pack, exercise, part }: PlacedPart): Place {
  return { pack: pack.id, exercise: exercise.id, part: part.id }
}
