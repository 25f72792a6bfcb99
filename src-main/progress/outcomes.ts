/** Progress by learning outcome. Packs know which part serves which outcome; the store knows how the parts stand. */
import type { Place } from './event.ts'
import { stateOf } from './standing.ts'
import type { PlacedStanding } from './standings.ts'

export interface PartOutcomes extends Place {
  readonly outcomes: readonly string[]
}

export interface OutcomeProgress {
  readonly outcome: string
  /** How many parts serve it, and of those: with an attempt that counts, answered rightly, answered rightly at once and unaided. */
  readonly parts: number
  readonly tried: number
  readonly right: number
  readonly firstTry: number
}

/** A part's name as one string, for maps. */
export const placeKey = (place: Place): string => JSON.stringify([place.pack, place.exercise, place.part])

/** One row an outcome, in the order in which the parts name them. Pure. */
export function outcomeProgress(parts: readonly PartOutcomes[], standings: readonly PlacedStanding[]): readonly OutcomeProgress[] {
  const known = new Map(standings.map((placed) => [placeKey(placed), placed.standing]))
  const rows = new Map<string, OutcomeProgress>()
  for (const part of parts) {
    const standing = known.get(placeKey(part)) ?? null
    const state = stateOf(standing)
    for (const outcome of new Set(part.outcomes)) {
      const row = rows.get(outcome) ?? { outcome, parts: 0, tried: 0, right: 0, firstTry: 0 }
      rows.set(outcome, {
        outcome, parts: row.parts + 1, tried: row.tried + Number(state !== 'new'), right: row.right + Number(state === 'right'),
        firstTry: row.firstTry + Number(standing?.firstTry === true),
      })
    }
  }
  return [...rows.values()]
}
