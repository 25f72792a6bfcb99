/** Texts that pack files share. */
import { z } from 'zod'

/** Names a pack, an exercise, a part, a chapter or an outcome, for ever: progress is kept by it. */
export const id = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
export const title = z.string().min(1).max(200)
/** Markdown with TeX between dollar signs. */
export const prose = z.string().min(1).max(20_000)
