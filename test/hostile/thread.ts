/** Runs hostile cases one after the other in a thread whose memory is bounded, and tells what became of each. */
import { parentPort, workerData } from 'node:worker_threads'
import { check, derive, QuestionError, report } from '../../src-main/checking/check.ts'
import { questionSchema, type Question } from '../../src-main/checking/question.ts'
import type { Diagnosis } from '../../src-main/checking/verdict.ts'
import { hostileAnswers } from './answers.ts'
import { hostileQuestions } from './questions.ts'

/** What became of one call: a verdict or `read` or `derived`, `refused` for a question that cannot be asked, or an error. */
export interface Call {
  readonly call: 'check' | 'report' | 'derive'
  readonly end: string
  /** Of the thread's processor. */
  readonly ms: number
  readonly message: string
  /** Places of diagnoses or problems that do not lie in the answer. */
  readonly astray: readonly string[]
}
export interface Outcome { readonly name: string; readonly calls: readonly Call[]; readonly megabytes: number }

const { group } = workerData as { group: string }
const cases: readonly { readonly name: string; readonly question: unknown; readonly answer: string }[] = hostileAnswers[group] ?? hostileQuestions[group] ?? []

for (const { name, question, answer } of cases) {
  parentPort!.postMessage({ begin: name })
  const calls: Call[] = []
  const parsed = questionSchema.safeParse(question)
  if (!parsed.success) calls.push({ call: 'check', end: 'refused', ms: 0, message: parsed.error.issues[0]!.message, astray: [] })
  else calls.push(...callsOf(parsed.data, answer, group in hostileQuestions))
  const { arrayBuffers, external } = process.memoryUsage()
  parentPort!.postMessage({ outcome: { name, calls, megabytes: Math.max(arrayBuffers, external) / 2 ** 20 } satisfies Outcome })
}
parentPort!.postMessage({ done: true })

function callsOf(question: Question, answer: string, derived: boolean): Call[] {
  const judged = () => {
    const v = check(question, answer, { evidence: true })
    return { end: v.verdict, message: v.diagnosis[0]?.message ?? v.sentence, astray: astray(v.diagnosis, answer) }
  }
  // With its evidence, which is all that a check can do, and more than grading asks for.
  const calls = [
    timed('check', judged),
    timed('report', () => {
      const r = report(question, answer)
      return { end: 'read', message: r.problems[0]?.message ?? '', astray: astray(r.problems, answer) }
    }),
  ]
  return derived ? [...calls, timed('derive', () => ({ end: 'derived', message: derive(question).latex, astray: [] }))] : calls
}

function timed(call: Call['call'], run: () => Pick<Call, 'end' | 'message' | 'astray'>): Call {
  const before = process.threadCpuUsage()
  const ms = (): number => {
    const { user, system } = process.threadCpuUsage(before)
    return (user + system) / 1000
  }
  try {
    return { call, ...run(), ms: ms() }
  } catch (error) {
    if (error instanceof QuestionError) return { call, end: 'refused', message: error.message, astray: [], ms: ms() }
    return { call, end: 'threw', message: error instanceof Error ? (error.stack ?? error.message) : String(error), astray: [], ms: ms() }
  }
}

function astray(places: readonly Pick<Diagnosis, 'code' | 'from' | 'to'>[], answer: string): string[] {
  return places.filter(({ from, to }) => !(Number.isInteger(from) && Number.isInteger(to) && from >= 0 && from <= to && to <= answer.length)).map(d => `${d.code} ${d.from}..${d.to}`)
}
