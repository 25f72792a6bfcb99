/**
 * The one table of calls between a window and the main process: for each, a zod schema of what goes in and of what comes out. Both
 * hosts serve exactly this table; the renderer imports its types and, of all else in `src-main`, only `reading.ts`.
 */
import { z } from 'zod'
import { learnerCalls } from './contract-learners.ts'
import { listedPack, packCalls } from './contract-packs.ts'
import { practiceCalls, seed } from './contract-practice.ts'
import { attemptRow, reviewCalls } from './contract-review.ts'

const id = z.string().min(1).max(200)
const span = { from: z.number().int().nonnegative(), to: z.number().int().nonnegative() }
export const mend = z.object({ ...span, text: z.string() })
export const diagnosis = z.object({ code: z.string(), message: z.string(), ...span, mend: mend.optional(), ungraded: z.literal(true).optional() })
export const example = z.object({
  sizes: z.record(z.string(), z.number()), targetAxes: z.number(), shape: z.array(z.number()),
  other: z.object({ shape: z.array(z.number()), targetAxes: z.number() }).optional(),
  truth: z.array(z.number().nullable()), yours: z.array(z.number().nullable()), differ: z.array(z.number()),
})
/** A step of a derivation. */
export const line = z.object({ ...span, state: z.enum(['equal', 'start', 'introduced', 'claim', 'wrong', 'unreadable', 'undecided']) })
export const verdict = z.object({
  lines: z.array(line).optional(),
  verdict: z.enum(['correct', 'incorrect', 'invalid', 'undecided']),
  proof: z.enum(['symbolic', 'exact', 'numeric', 'counterexample']).optional(),
  diagnosis: z.array(diagnosis), sentence: z.string(), notes: z.array(z.string()), shape: z.string().optional(),
  numeric: z.object({ points: z.number(), maxError: z.number() }).optional(),
  evidence: z.object({
    normalForms: z.object({ yours: z.array(z.string()), truth: z.array(z.string()) }).optional(),
    example: example.optional(),
    exact: z.object({ draws: z.number(), chance: z.number() }).optional(),
  }).optional(),
})
export const reading = z.object({
  problems: z.array(diagnosis), notes: z.array(z.string()), latex: z.string().optional(),
  /** `latex` with `\htmlData{span=from-to}{…}` around each of `parts`, for the window's own typesetter alone. */
  latexMarked: z.string().optional(), speech: z.string().optional(), shape: z.string().optional(),
  parts: z.array(z.object({ ...span, shape: z.string() })),
  /** The steps of a derivation that were completed with Enter. `message`: what is wrong with it. */
  lines: z.array(line.extend({ message: z.string().optional() })).optional(),
})

const axis = z.array(z.union([z.string(), z.number()]))
/** The declarations of a question, the names that it binds, and the axes of an answer. No reference. */
export const readingScope = z.object({
  given: z.record(z.string(), z.string()), define: z.record(z.string(), z.string()), f: z.string().optional(), names: z.array(z.string()),
  summation: z.enum(['einstein', 'explicit']), layout: z.enum(['jacobian', 'numerator', 'denominator']),
  components: z.array(z.object({ name: z.string(), dim: z.union([z.string(), z.number()]) })), expected: z.array(axis),
  asked: z.object({ names: z.array(z.string()), wrt: z.string() }).optional(),
})

/** Prose is Markdown with TeX between dollar signs; the renderer turns it into a tree, never into HTML. */
const prose = z.string()
const questionKind = z.enum(['derivative', 'expression', 'shape', 'derivation', 'number', 'choice'])
export const givenRow = z.object({ name: z.string(), latex: z.string(), shape: z.string(), properties: z.string() })
/** A product of the question, to be drawn: rectangles side by side. Shapes as in `givenRow`. */
export const figure = z.object({ factors: z.array(z.object({ latex: z.string(), shape: z.string() })), shape: z.string() })
export const option = z.object({ id: z.string(), text: prose })
export const part = z.object({
  id, title: z.string(), prompt: prose, kind: questionKind,
  /** The task in typeset mathematics, made from the question: `\frac{\partial f}{\partial A}` and what f is. */
  latex: z.string(),
  /** For a derivation: where it starts, and what its last line must reach. */
  route: z.object({ start: z.string(), goal: z.string() }).optional(),
  /** What this part declares or defines beyond the exercise's own `givens`. */
  givens: z.array(givenRow).optional(),
  /** Left out where there is no product to draw, or where drawing it would give the answer away. */
  figure: figure.optional(),
  /** `jacobian` …, and the form asked, in words; shown by the question. */
  asks: z.string(), options: z.array(option),
  /** For `choice`: whether several options may be right (boxes to tick) or exactly one is (radio buttons). Where it is not told: boxes. */
  many: z.boolean().optional(),
  hintsLeft: z.number(), hintsShown: z.array(prose), draft: z.string(), state: z.enum(['new', 'tried', 'right']),
  /** Names to complete: declared symbols and the functions of the language, with their shapes. */
  completions: z.array(z.object({ label: z.string(), insert: z.string(), detail: z.string() })),
})
export const exercise = z.object({
  pack: id, id, title: z.string(), intro: prose, outcomes: z.array(z.string()), givens: z.array(givenRow), parts: z.array(part),
  next: z.object({ pack: id, id, title: z.string() }).nullable(),
  /** Which variant this is, for every call about it. Left out: 0. */
  seed: seed.optional(),
  /** Whether `another` has one like it. Left out: no. */
  another: z.boolean().optional(),
})
export const listed = z.object({ pack: id, id, title: z.string(), chapter: z.string(), outcomes: z.array(z.string()), parts: z.number(), right: z.number(), state: z.enum(['new', 'begun', 'done']) })
export const outcomeProgress = z.object({ id: z.string(), title: z.string(), parts: z.number(), right: z.number(), tried: z.number() })
export const attempt = z.object({ id: z.string(), at: z.string(), pack: id, exercise: id, part: id, answer: z.string(), verdict })
/**
 * An attempt opened again, with its verdict as it was given and its question as the learner had it. `kind`, `givens`, `latex` and `asks`: as for a part; null where the question
 * can no longer be read. `reading`: how the answer reads. `helped`: hints and solutions of the same part before it. `here`: whether the exercise is on the shelf.
 */
export const openedAttempt = z.object({
  row: attemptRow, answer: z.string(), verdict, kind: questionKind.nullable(), latex: z.string().nullable(), asks: z.string().nullable(), givens: z.array(givenRow), prompt: prose.nullable(), reading: reading.nullable(),
  ms: z.number(), version: z.string(), packVersion: z.string(), helped: z.object({ hints: z.number(), solutions: z.number() }),
  rechecks: z.array(z.object({ at: z.string(), version: z.string(), verdict })), here: z.boolean(),
})
const partRef = { pack: id, exercise: id, part: id, seed: seed.optional(), /** As for `openExercise`. */ since: z.number().optional() }
const answer = z.string().max(200_000)

export const calls = {
  /** What is there, and how far the learner is. `problems` are those of exercise files and of the data folder, in plain words. */
  library: { input: z.object({}), output: z.object({ exercises: z.array(listed), outcomes: z.array(outcomeProgress), problems: z.array(z.string()), continueWith: z.object({ pack: id, id, title: z.string() }).nullable(), dataFolder: z.string(), version: z.string(), packs: z.array(listedPack).optional() }) },
  /** `since` (ms since 1970, from `nextReview`): drafts, hints and answers from before it are left out, as for an exercise that is met anew. */
  openExercise: { input: z.object({ pack: id, exercise: id, seed: seed.optional(), since: z.number().optional() }), output: exercise },
  /** How an answer reads so far. Never counts. */
  read: { input: z.object({ ...partRef, answer }), output: reading },
  /** What answers to a part are read against, so that the window can read one at each key by itself, as `read` would; null for kinds of question that are read by `read` alone. */
  readingScope: { input: z.object(partRef), output: z.object({ scope: readingScope.nullable() }) },
  /** Judge an answer and, unless it is invalid or undecided, write the attempt down before replying. `ms`: time since the part was opened or last tried. `repeated`: equal to the last answer; not counted. `notSaved`: why the attempt could not be written down, in plain words; it is kept and written as soon as that works. */
  submit: { input: z.object({ ...partRef, answer, ms: z.number().nonnegative() }), output: z.object({ verdict, attempt: z.string().nullable(), repeated: z.boolean(), notSaved: z.string().optional() }) },
  saveDraft: { input: z.object({ ...partRef, answer }), output: z.object({}) },
  hint: { input: z.object({ ...partRef, diagnosis: z.string().optional() }), output: z.object({ hint: prose.nullable(), left: z.number(), notSaved: z.string().optional() }) },
  /** `again`: it was shown before, which is not written down once more. */
  solution: { input: z.object({ ...partRef, again: z.boolean().optional() }), output: z.object({ solution: prose, notSaved: z.string().optional() }) },
  history: { input: z.object({ pack: id.optional(), exercise: id.optional(), limit: z.number().int().min(1).max(500).default(50) }), output: z.object({ attempts: z.array(attempt) }) },
  /** Goes on without an answer; written down. */
  skip: { input: z.object({ ...partRef, ms: z.number().nonnegative().default(0) }), output: z.object({ notSaved: z.string().optional() }) },
  attempt: { input: z.object({ id }), output: openedAttempt },
  ...reviewCalls,
  ...learnerCalls,
  ...packCalls,
  ...practiceCalls,
} as const

export type Calls = typeof calls
export type CallName = keyof Calls
export type CallInput<K extends CallName> = z.input<Calls[K]['input']>
export type CallOutput<K extends CallName> = z.output<Calls[K]['output']>
/** What either host offers to the renderer. Rejects with `{ message }` in plain words. */
export type Api = { readonly [K in CallName]: (input: CallInput<K>) => Promise<CallOutput<K>> }
