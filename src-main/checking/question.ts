/** A question as the contract (section 3) has it, before it is read. The zod schema is the one place that says what a question may hold. */
import { z } from 'zod'

const text = z.string().min(1).max(10_000)
export const questionSchema = z.strictObject({
  given: z.record(z.string().max(100), z.string().max(1_000)).default({}),
  define: z.record(z.string().max(100), text).default({}),
  kind: z.enum(['derivative', 'expression', 'shape', 'derivation', 'number', 'choice']),
  f: text.optional(),
  wrt: text.optional(),
  value: z.union([text, z.number(), z.array(z.string())]).optional(),
  of: text.optional(),
  start: text.optional(),
  goal: text.optional(),
  layout: z.enum(['jacobian', 'numerator', 'denominator']).default('jacobian'),
  component: z.union([z.string().max(100), z.array(z.string().max(50))]).optional(),
  form: z.enum(['any', 'matrix', 'index', 'vec']).default('any'),
  summation: z.enum(['einstein', 'explicit']).default('einstein'),
  grouping: z.boolean().default(true),
  tolerance: z.number().positive().optional(),
  options: z.array(z.strictObject({ id: z.string().min(1).max(50), text })).optional(),
  mistakes: z.array(z.strictObject({ when: text, say: text, graded: z.boolean().default(true) })).default([]),
})
/** A question as an author writes it (defaults left out). */
export type QuestionInput = z.input<typeof questionSchema>
export type Question = z.output<typeof questionSchema>
