/** What an event says of the exercise beyond its place: what mastery and review are kept by. */
import { z } from 'zod'
import { anewAfterMs } from './parameters.ts'

export interface Tags {
  /** The exercise family in its pack: an exercise with all its variants, or generated exercises of one kind. */
  readonly family: string
  readonly outcomes: readonly string[]
  readonly skills: readonly string[]
  /** 1 to 5 for a generated exercise. */
  readonly level?: number | undefined
  /** The learner's clock, in minutes east of UTC. */
  readonly zone?: number | undefined
}

const names = z.array(z.string().max(1000)).max(100)
const schema = z.object({
  family: z.string().max(1000), outcomes: names, skills: names,
  level: z.number().int().min(1).max(5).optional(), zone: z.number().int().min(-1440).max(1440).optional(),
})

/** The tags in an event's `detail` (its JSON text); null where it has none, as those have none that were written before there were tags. */
export function tagsIn(detail: string | null): Tags | null {
  if (detail === null || !detail.includes('"tags"')) return null
  try {
    const read = JSON.parse(detail) as { tags?: unknown } | null
    const found = schema.safeParse(read?.tags)
    return found.success ? found.data : null
  } catch {
    return null
  }
}

/** The day of the learner, counted from 1970-01-01. */
export const dayOf = (at: number, zone = 0): number => Math.floor((at + zone * 60_000) / 86_400_000)

/** Whether two times (ms since 1970) are two sittings: on different days of the learner, and not only because midnight lies between them. */
export const isAnew = (before: number, now: number, zone = 0): boolean => dayOf(before, zone) !== dayOf(now, zone) && Math.abs(now - before) >= anewAfterMs

/** `2026-11-23` for a day counted from 1970-01-01. */
export function dayName(day: number): string {
  const most = 100_000_000
  return new Date(Math.min(most, Math.max(-most, day)) * 86_400_000).toISOString().split('T')[0]!
}

/** The day of such a name; null for any other text. */
export function dayNamed(name: string): number | null {
  const at = Date.parse(`${name}T00:00:00.000Z`)
  return Number.isNaN(at) ? null : Math.floor(at / 86_400_000)
}
