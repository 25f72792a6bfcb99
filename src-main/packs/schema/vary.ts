/** `vary`: what differs from one variant of an exercise to the next. */
import { z } from 'zod'

/** What stands for a placeholder: text, or a number as it is written. */
const value = z.union([z.string().max(200), z.number()])
const name = z.string().regex(/^[A-Za-z][A-Za-z0-9]*$/).max(30)

/**
 * A list of values for each name; `{name}` in the texts of the exercise is replaced by the value that was drawn. A value may be a group of fields, so
 * that things that belong together are drawn together: `{name.field}`.
 */
export const varySchema = z.record(name, z.array(z.union([value, z.record(name, value)])).min(1).max(50))
export type Vary = z.output<typeof varySchema>
/** How many variants are listed: shown in turn, and each tested. */
export const variantsSchema = z.number().int().min(1).max(100)
