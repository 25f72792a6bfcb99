/** The calls of the review screens: a part of the contract's table. All times are ISO 8601 in UTC; a day is the learner's own, `2026-11-23`. */
import { z } from 'zod'

const id = z.string().min(1).max(200)
const token = z.string().min(1).max(100)
const count = z.number().int().nonnegative()
const chance = z.number().min(0).max(1)
const day = z.string().regex(/^[+-]?\d{4,6}-\d\d-\d\d$/)
const time = z.string().max(40)

/**
 * The chance that the next mixed exercise comes out right at the first try and unaided, and the range that holds the learner's true chance nine times
 * out of ten. The model is named by `outcomes`.
 */
export const estimate = z.object({ chance, low: chance, high: chance })
/**
 * How an exercise went: right at the first try and unaided; right with a hint; right after mistakes (with a hint or without); right after the solution was
 * shown; not right yet.
 */
export const how = z.enum(['unaided', 'hint', 'mistakes', 'solution', 'open'])
export const hows = z.object({ unaided: count, hint: count, mistakes: count, solution: count, open: count })
/** One exercise that bore on an estimate, newest first. `attempt`: to be opened with `attempt`. `mixed`: it came after one of another outcome, or serves several. */
export const evidence = z.object({ attempt: id, at: time, pack: id, exercise: id, part: id, title: z.string(), how, mixed: z.boolean() })
export const mastery = z.enum(['new', 'begun', 'growing', 'secure'])
export const skillProgress = z.object({ id, title: z.string(), mastery, estimate, hows, last: time.nullable() })
/** What is still missing until an outcome is secure; each counts on its own. `have` and `want` are counts, or chances for `chance` and `certainty`. */
export const need = z.object({ code: z.enum(['chance', 'certainty', 'mixed', 'days']), have: z.number(), want: z.number() })
export const outcomeReview = z.object({
  id, title: z.string(), mastery, estimate, hows,
  /** Parts of the packs on the shelf that serve it, and how many were answered rightly. */
  parts: count, right: count,
  /** Mixed exercises that were right at the first try and unaided, and on how many different days (at most 99 of them are counted). */
  mixed: count, mixedDays: count,
  needs: z.array(need), evidence: z.array(evidence), last: time.nullable(), skills: z.array(skillProgress),
})

/** An exercise family (an exercise with all its variants, or practice of one outcome at one level) and when it comes back. */
export const dueFamily = z.object({
  pack: id, family: id, title: z.string(), outcomes: z.array(z.string()),
  /** When it is due by its own interval, and the day on which it is planned, with the daily load kept. */
  due: time, planned: day, overdueDays: count,
  last: time, intervalDays: count, reviews: count, lapses: count,
  /** The chance that it would be remembered now. */
  recall: chance,
})

export const attemptRow = z.object({
  id, kind: z.enum(['attempt', 'hint', 'solution', 'skip']), at: time, pack: id, exercise: id, part: id, seed: z.number().int().nonnegative().optional(),
  title: z.string(), partTitle: z.string(),
  /** At most 300 characters of it; null for what is no attempt. */
  answer: z.string().nullable(),
  /** As it was judged then; null for what is no attempt. */
  verdict: z.enum(['correct', 'incorrect', 'invalid', 'undecided']).nullable(),
  /** Code of its first diagnosis. */
  mistake: z.string().nullable(),
  /** Whether it counts: judged correct or incorrect, and no repeat. */
  counts: z.boolean(), repeated: z.boolean(),
  /** What the checker of today says, where `nabla recheck` found that to be something else. */
  rechecked: z.enum(['correct', 'incorrect', 'invalid', 'undecided']).optional(),
})
export const recheckChange = z.object({ attempt: attemptRow, at: time, version: z.string(), was: z.string(), wasMistake: z.string().nullable(), now: z.string(), nowMistake: z.string().nullable() })
/** A file that was made for the window, to be fetched by `filePiece`. */
export const madeFile = z.object({ file: token, name: z.string(), type: z.string(), bytes: count })

export const reviewCalls = {
  /** Each outcome of the packs on the shelf with its estimate and its evidence, and the skills within it. `model`: its name, and where it was published. */
  outcomes: { input: z.object({}), output: z.object({ learner: z.string(), at: time, model: z.object({ name: z.string(), source: z.string() }), outcomes: z.array(outcomeReview) }) },
  /**
   * What comes back, and when. `today`: planned for today, in the order of `nextReview`; `done`: reviewed today already. `waiting`: overdue ones that the daily
   * load has put off to the days after. `days`: the plan from today on, 28 days.
   */
  due: { input: z.object({}), output: z.object({ dailyLoad: count, done: count, waiting: count, today: z.array(dueFamily), later: z.array(dueFamily), days: z.array(z.object({ day, reviews: count })) }) },
  /** The next review as an exercise to open: a fresh variant. Give `since` to `openExercise`, so that its desk is clean. `next` is null when today's are done. */
  nextReview: { input: z.object({}), output: z.object({ next: z.object({ pack: id, exercise: id, seed: z.number().int().nonnegative(), since: z.number(), title: z.string() }).nullable(), left: count }) },
  /** How many reviews a day; kept with the learner. */
  saveDailyLoad: { input: z.object({ load: z.number().int().min(1).max(200) }), output: z.object({ dailyLoad: count, notSaved: z.string().optional() }) },
  /**
   * Mistakes by kind (codes of diagnoses; `other` where there is none) by week, the commonest kind first, with the last examples of each. `weeks`: the Mondays,
   * oldest first; `kinds[].weeks` and `attempts` go with them. `total` is of all time.
   */
  mistakes: {
    input: z.object({ weeks: z.number().int().min(1).max(260).default(12), examples: z.number().int().min(0).max(20).default(3) }),
    output: z.object({ weeks: z.array(day), attempts: z.array(z.object({ right: count, wrong: count })), kinds: z.array(z.object({ code: z.string(), total: count, weeks: z.array(count), examples: z.array(attemptRow) })) }),
  },
  /**
   * The log, newest first, page by page: attempts, or with `kind: 'all'` hints, shown solutions and skips too. `exercise` only with `pack`, `part` only with
   * `exercise`. `from` and `to`: days, both included. `outcome`: what serves it; where that is rare, a page has fewer rows than `limit`, and `next` goes on.
   * `after`: the `next` of the page before.
   */
  attempts: {
    input: z.object({
      outcome: id.optional(), pack: id.optional(), exercise: id.optional(), part: id.optional(), kind: z.enum(['attempt', 'hint', 'solution', 'skip', 'all']).default('attempt'),
      verdict: z.enum(['correct', 'incorrect', 'undecided']).optional(), mistake: z.string().max(100).optional(), from: day.optional(), to: day.optional(),
      limit: z.number().int().min(1).max(200).default(50), after: z.string().max(300).optional(),
    }),
    output: z.object({ rows: z.array(attemptRow), next: z.string().nullable() }),
  },
  /** What was checked again by `nabla recheck` and came out otherwise, newest first. `last`: when it last found something. */
  rechecks: { input: z.object({}), output: z.object({ last: time.nullable(), count, changes: z.array(recheckChange) }) },
  /** The whole log as a progress file that another machine can merge. */
  exportProgress: { input: z.object({}), output: z.object({ made: madeFile, events: count, version: z.number(), sha256: z.string() }) },
  /** A table as CSV (UTF-8 with a byte order mark, safe to open in a spreadsheet) or JSON. */
  exportTable: { input: z.object({ what: z.enum(['attempts', 'outcomes', 'due', 'mistakes']), format: z.enum(['csv', 'json']) }), output: z.object({ made: madeFile }) },
  /** A piece of a made file, from a byte on; `next` is null at its end. A made file lives until two more have been made, or Nabla ends. */
  filePiece: { input: z.object({ file: token, from: count }), output: z.object({ bytes: z.string(), next: count.nullable() }) },
  /** A piece of a progress file of another machine, the first without `upload`. */
  uploadProgress: { input: z.object({ upload: token.optional(), bytes: z.string().max(1_500_000).regex(/^[A-Za-z0-9+/]*={0,2}$/) }), output: z.object({ upload: token, received: count }) },
  /**
   * Looks a progress file over: an upload, or a full path that a host was given. Nothing is written. `ready`: the token with which it is merged; null where it
   * cannot be, and `refusal` says why. `added`: events that are not here yet. `sameLearner`: whether it bears this learner's name.
   */
  previewProgress: {
    input: z.union([z.strictObject({ upload: token }), z.strictObject({ path: z.string().min(1).max(4_096) })]),
    output: z.object({ ready: token.nullable(), refusal: z.string().optional(), learner: z.string(), sameLearner: z.boolean(), version: count, sha256: z.string(), events: count, added: count, from: time.nullable(), to: time.nullable() }),
  },
  /** Takes the file in, all of it or none. A file of another name only with `anyLearner`. A backup is made first. */
  mergeProgress: { input: z.object({ ready: token, anyLearner: z.boolean().default(false) }), output: z.object({ events: count, added: count }) },
} as const
