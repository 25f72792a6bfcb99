/** Old answers judged by the checker as it is now: what came out otherwise is written down beside them, and told. */
import { questionSchema } from '../checking/question.ts'
import type { Verdict } from '../checking/verdict.ts'
import type { Checker } from '../checking/worker/pool.ts'
import type { Place, Rejudged, Result, Store } from '../progress/index.ts'

/** An attempt that came out otherwise. `wasMistake` and `nowMistake`: codes of the first diagnosis. */
export interface Change extends Place {
  /** UUID of the attempt, and the seed of its variant (empty where there are none). */
  readonly attempt: string
  readonly seed: string
  readonly answer: string
  readonly was: string
  readonly wasMistake: string | null
  readonly now: string
  readonly nowMistake: string | null
}

export interface RecheckReport {
  /** Attempts that were looked at, and how many different answers to how many questions that were. */
  readonly attempts: number
  readonly answers: number
  /** Attempts whose question can no longer be asked, or whose answer could not be decided now: they stay as they are. */
  readonly unaskable: number
  readonly undecided: number
  readonly changes: readonly Change[]
}

type Judged = Verdict | 'unaskable'

/** Attempts that are read at a time. */
const page = 500
/** Verdicts that are remembered: the same answer to the same question need not be judged twice. */
const remembered = 100_000

/** Judges every attempt whose question was kept. `write`: writes down what came out otherwise; without it, it is only told. */
export async function recheck(store: Store, checker: Pick<Checker, 'check'>, write: boolean): Promise<Result<RecheckReport>> {
  const known = new Map<string, Judged>()
  const found: Rejudged[] = []
  const changes: Change[] = []
  let [attempts, answers, unaskable, undecided] = [0, 0, 0, 0]
  for (let seq = 0; ;) {
    const rows = store.review.judgedAfter(seq, page)
    for (const { uuid, pack, exercise, part, seed, question, answer, judged, mistake } of rows) {
      attempts++
      const key = `${question}\n${answer}`
      let verdict = known.get(key)
      if (verdict === undefined) {
        answers++
        verdict = await judge(checker, question, answer)
        if (known.size < remembered) known.set(key, verdict)
      }
      if (verdict === 'unaskable') unaskable++
      // A check that was ended for its time says nothing against one that came to an end; nor does a mistake that is not to count.
      else if (verdict.verdict === 'undecided' && judged !== 'undecided') undecided++
      else if (!verdict.diagnosis[0]?.ungraded && differs(verdict, judged, mistake)) {
        found.push({ of: uuid, verdict })
        changes.push({ pack, exercise, part, seed, attempt: uuid, answer, was: judged, wasMistake: mistake, now: verdict.verdict, nowMistake: verdict.diagnosis[0]?.code ?? null })
      }
    }
    const last = rows.at(-1)
    if (last === undefined) break
    seq = last.seq
  }
  const written = write ? store.review.recordRechecks(found) : null
  if (written?.ok === false) return written
  return { ok: true, value: { attempts, answers, unaskable, undecided, changes } }
}

const differs = ({ verdict, diagnosis }: Verdict, judged: string, mistake: string | null): boolean => verdict !== judged || (diagnosis[0]?.code ?? null) !== mistake

async function judge(checker: Pick<Checker, 'check'>, question: string, answer: string): Promise<Judged> {
  const read = questionSchema.safeParse(jsonIn(question))
  if (!read.success) return 'unaskable'
  try {
    return await checker.check(read.data, answer, { evidence: false })
  } catch {
    // The checker rejects for a question that cannot be asked, never for an answer.
    return 'unaskable'
  }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
