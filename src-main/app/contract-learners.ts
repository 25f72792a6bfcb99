/** The calls about learners, what is kept for each of them, and the state of their store: a part of the contract's table. */
import { z } from 'zod'

const name = z.string().min(1).max(200)
const count = z.number().int().nonnegative()
const time = z.string().max(40)
/** A setting's value: the window's own business, so long as it is plain. */
const value = z.union([z.string().max(10_000), z.number(), z.boolean()])
const key = z.string().regex(/^[a-z][A-Za-z0-9.-]{0,99}$/)
const settings = z.record(key, value)

export const learner = z.object({ name, current: z.boolean(), /** When something of it was last written; null where nothing was yet. */ last: time.nullable() })
export const backup = z.object({ name, at: time, reason: z.enum(['daily', 'by-hand', 'before-migration', 'before-restore', 'before-merge']), bytes: count })
export const finding = z.object({ code: z.string(), message: z.string(), count, mended: z.boolean() })

export const learnerCalls = {
  /** Who has progress in this data folder, by name; always with the one that is chosen now. `asked`: one was named on the command line, so that none need be chosen. */
  learners: { input: z.object({}), output: z.object({ learners: z.array(learner), asked: z.boolean() }) },
  /** A new learner with an own, empty store; not chosen by this. Refused, with the reason, where the name will not do or is taken. */
  createLearner: { input: z.object({ name }), output: z.object({ name }) },
  /** Another name for a learner; all that was done stays. */
  renameLearner: { input: z.object({ name, to: name }), output: z.object({ name }) },
  /** Goes over to another learner, at once and for the next start. Everything that the window shows of progress is to be asked for again. */
  chooseLearner: { input: z.object({ name }), output: z.object({ name }) },
  /** In which language the app speaks from now on: sentences about answers, refusals, what is asked. What was said before stays as it was said. */
  language: { input: z.object({ language: z.enum(['en', 'de']) }), output: z.object({}) },
  /** What the window keeps with the learner: its appearance and the like. */
  settings: { input: z.object({}), output: z.object({ settings }) },
  /** Sets some, and takes away those that are null. `notSaved`: why they hold only until Nabla ends. */
  saveSettings: { input: z.object({ set: z.record(key, value.nullable()) }), output: z.object({ settings, notSaved: z.string().optional() }) },
  /**
   * How the store is: `failure` where it cannot be written now (what was saved before is safe, `waiting` things are kept in memory and written as soon as that
   * works); `notices` of the opening; the backups, newest first.
   */
  storeState: {
    input: z.object({}),
    output: z.object({
      learner: z.string(), folder: z.string(), waiting: count, notices: z.array(z.string()), backups: z.array(backup),
      failure: z.object({ kind: z.string(), message: z.string(), detail: z.string().optional(), quarantine: z.string().optional() }).nullable(),
    }),
  },
  /** Tries again to open and to write what waits, as after space was freed. */
  tryAgain: { input: z.object({}), output: z.object({ waiting: count, failure: z.string().nullable() }) },
  backUp: { input: z.object({}), output: backup },
  /** Goes back to a backup; what is there now becomes a backup first, so that this can be undone in the same way. */
  restoreBackup: { input: z.object({ name }), output: z.object({ notices: z.array(z.string()) }) },
  /** Looks the whole store over, and mends what can be mended without loss, as `nabla doctor` does. */
  lookOver: { input: z.object({}), output: z.object({ findings: z.array(finding) }) },
} as const
