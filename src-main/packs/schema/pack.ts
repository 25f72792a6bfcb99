/** What `pack.yaml` may hold. */
import { z } from 'zod'
import { id, prose, title } from './text.ts'

/** The version of the pack format that this program reads and writes. */
export const formatVersion = 1

export const packSchema = z.strictObject({
  format: z.number().int().positive(),
  id,
  title,
  version: z.string().max(40).regex(/^\d+\.\d+\.\d+$/),
  about: prose.optional(),
  authors: z.array(title).max(50).default([]),
  licence: title.optional(),
  /** Packs that a student should have worked through before, by id. */
  prerequisites: z.array(id).max(50).default([]),
  /** Skills that students bring along, for the order of a course: see `skills.ts`. */
  assumes: z.array(id).max(50).default([]),
  outcomes: z.array(z.strictObject({ id, title })).min(1).max(100),
  /** In the order in which they are taught. Exercises follow the order of their chapters, within a chapter that of their file names. */
  chapters: z.array(z.strictObject({ id, title })).max(100).default([]),
})
export type PackInput = z.input<typeof packSchema>
export type PackFile = z.output<typeof packSchema>
