/** Schemas that are compiled once they are used for many values. */
import { z } from 'zod'

/** From this many values on, compiling a schema (some 15 ms) is cheaper than going through it each time. */
const manyValues = 40
const uses = new WeakMap<z.ZodType, { count: number; compiled: z.ZodType | null }>()

/** A schema that takes and refuses the same, perhaps in less time. */
export function quick<T>(schema: z.ZodType<T>): z.ZodType<T> {
  const use = uses.get(schema) ?? { count: 0, compiled: null }
  uses.set(schema, use)
  if (++use.count === manyValues) use.compiled = z.compile(schema)
  return (use.compiled ?? schema) as z.ZodType<T>
}
