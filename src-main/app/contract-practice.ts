/** The calls that bring a fresh exercise: a part of the contract's table. */
import { z } from 'zod'

const id = z.string().min(1).max(200)

/** Which variant of an exercise; 0 where it is left out. An exercise that does not vary is the same for every seed. */
export const seed = z.number().int().min(0).max(0xffff_ffff)

export const practiceCalls = {
  /**
   * Another exercise like this one: the next variant, or a new one of the same outcome and level where this one was generated. To be opened with
   * `openExercise`. Refused where `another` of the opened exercise is false.
   */
  another: { input: z.object({ pack: id, exercise: id, seed: seed.optional() }), output: z.object({ pack: id, exercise: id, seed }) },
  /**
   * A generated exercise. Without `outcome`, for the outcome that is furthest behind; without `level` (1 to 5), at the level that fits: one up after two that
   * were right at the first try, one down after two that never were.
   */
  practice: {
    input: z.object({ outcome: z.enum(['shapes', 'compute', 'abstract', 'indices']).optional(), level: z.number().int().min(1).max(5).optional() }),
    output: z.object({ pack: id, exercise: id, seed, outcome: z.string(), level: z.number() }),
  },
} as const
