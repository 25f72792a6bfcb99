/** Figures of reading and checking, over every test answer of the course. */
import { join } from 'node:path'
import { check, report } from '../../src-main/checking/check.ts'
import type { Question } from '../../src-main/checking/question.ts'
import { createChecker } from '../../src-main/checking/worker/pool.ts'
import { readPackFolder } from '../../src-main/packs/index.ts'
import { type Figure, spread, times } from './figures.ts'

interface Asked {
  readonly question: Question
  readonly answer: string
}

/** How long a learner waits for each key and each verdict, and how fast a class is marked. */
export async function checkingBench(): Promise<readonly Figure[]> {
  const asked = course()
  // Each answer as it is while it is typed: what a learner sees is the reading of an unfinished line.
  const keys = asked.flatMap(({ question, answer }) => Array.from({ length: answer.length }, (_, index) => ({ question, answer: answer.slice(0, index + 1) })))
  const first = times(asked.length, (index) => void check(asked[index]!.question, asked[index]!.answer, { evidence: true }))
  const again = times(asked.length, (index) => void check(asked[index]!.question, asked[index]!.answer, { evidence: true }))
  const reading = times(keys.length, (index) => void report(keys[index]!.question, keys[index]!.answer))
  return [
    { name: `a key read, ${keys.length} keys`, value: spread(reading), budget: 'p99 < 8 ms' },
    { name: `an answer checked, ${asked.length} answers, the process new`, value: spread(first), budget: 'median < 2 ms, p95 < 20 ms, never over 2 s' },
    { name: 'an answer checked, a second time', value: spread(again), budget: 'median < 2 ms, p95 < 20 ms, never over 2 s' },
    await bulk(asked),
  ]
}

function course(): Asked[] {
  const { pack } = readPackFolder(join(import.meta.dirname, '..', '..', 'exercises', 'matrix-derivatives'))
  if (pack === null) throw new Error('The course cannot be read.')
  return pack.exercises.flatMap(({ parts }) => parts).flatMap(({ question, tests }) => {
    const answers = tests === null ? [] : [...tests.right, ...[...tests.wrong, ...tests.unreadable].map(({ answer }) => answer)]
    return answers.map((answer) => ({ question, answer }))
  })
}

/** Over the worker threads, as `nabla check` does it, until enough time has passed for a rate. */
async function bulk(asked: readonly Asked[]): Promise<Figure> {
  const checker = createChecker({ threads: 2, ahead: 16 })
  const round = () => Promise.all(asked.map(({ question, answer }) => checker.check(question, answer, { evidence: false })))
  await round()
  const from = performance.now()
  let done = 0
  while (performance.now() - from < 4_000) done += (await round()).length
  const rate = (1000 * done) / (performance.now() - from)
  await checker.close()
  return { name: 'answers marked in bulk, two threads', value: `${rate.toFixed(0)} a second`, budget: '> 2,000 a second' }
}
