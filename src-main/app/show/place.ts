/** A part as the store names it. */
import type { Place } from '../../progress/index.ts'
import { combinationsOf } from '../../packs/variants/variant.ts'
import type { PlacedPart } from '../shelf.ts'

/** A part, and which of its variants: each has its own attempts, hints and draft. `seed` is left out where there is only one. */
export type VariantPlace = Place & { readonly seed?: string }

export function placeOf({ pack, exercise, part }: PlacedPart): VariantPlace {
  return { pack: pack.id, exercise: exercise.id, part: part.id, ...(combinationsOf(exercise) > 1 ? { seed: String(exercise.seed) } : {}) }
}
