/** What an exercise file may hold. The zod schema is the one place that says so; what an author may write is the same as what is documented. */
import { z } from 'zod'
import { questionSchema } from '../../checking/question.ts'
import type { DiagnosisCode } from '../../checking/verdict.ts'
import { id, prose, title } from './text.ts'
import { varySchema, variantsSchema } from './vary.ts'

/** Every code that a verdict may carry, and so a test or a hint may name. */
export const diagnosisCodes = [
  'syntax',
  'unknown-name',
  'ill-shaped',
  'unbound-index',
  'form',
  'shape',
  'layout',
  'factor',
  'sign',
  'symmetric-only',
  'missing-term',
  'extra-term',
  'chain',
  'index-swap',
  'order',
  'domain',
  'mistake',
  'line',
] as const satisfies readonly DiagnosisCode[]
/** Fails to compile if a code of the verdict is missing above. */
type Missing = Exclude<DiagnosisCode, (typeof diagnosisCodes)[number]>
const complete: Missing extends never ? true : never = true
void complete

const code = z.enum(diagnosisCodes)
const answer = z.string().max(10_000)
const names = z.record(z.string().max(100), z.string().max(1_000))

/** A hint in the order of the list, or one that is given first after a verdict with that diagnosis. */
export const hintSchema = z.union([prose, z.strictObject({ for: code, say: prose })])

/** Answers whose verdicts the author knows. `diagnosis` is the first that the verdict must carry. */
export const testsSchema = z.strictObject({
  right: z.array(answer).default([]),
  wrong: z.array(z.union([answer, z.strictObject({ answer, diagnosis: code.optional() })])).default([]),
  unreadable: z.array(z.union([answer, z.strictObject({ answer, diagnosis: code.optional() })])).default([]),
})

/** A part: a question (its fields stand beside the part's own) with prose, hints, a worked solution and tests. */
export const partSchema = z.strictObject({
  ...questionSchema.shape,
  given: names.default({}),
  define: names.default({}),
  id,
  title: title.optional(),
  prompt: prose,
  /** In place of the exercise's, where this part exercises others. */
  outcomes: z.array(id).min(1).optional(),
  hints: z.array(hintSchema).default([]),
  solution: prose.optional(),
  tests: testsSchema.optional(),
})

export const exerciseSchema = z.strictObject({
  id,
  title,
  chapter: id.optional(),
  outcomes: z.array(id).min(1),
  /** Rows of the lecture's table that this exercise covers. */
  rows: z.array(z.number().int().positive()).default([]),
  /** Skills that its prose explains: see `skills.ts`. */
  introduces: z.array(id).max(50).default([]),
  intro: prose.default(''),
  given: names.default({}),
  define: names.default({}),
  /** Values that differ from variant to variant. */
  vary: varySchema.optional(),
  /** How many variants are shown in turn and tested. */
  variants: variantsSchema.optional(),
  parts: z.array(partSchema).min(1).max(50),
})
export type ExerciseInput = z.input<typeof exerciseSchema>
export type ExerciseFile = z.output<typeof exerciseSchema>
export type PartFile = ExerciseFile['parts'][number]
