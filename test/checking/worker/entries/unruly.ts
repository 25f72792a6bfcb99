/** A worker entry for the tests: the answer says how it misbehaves. */
import { QuestionError } from '../../../../src-main/checking/prepare/fault.ts'
import type { Question } from '../../../../src-main/checking/question.ts'
import type { Verdict } from '../../../../src-main/checking/verdict.ts'
import { serve } from '../../../../src-main/checking/worker/serve.ts'

const hoard: unknown[] = []
const seen = new WeakMap<Question, number>()

function act(question: Question, answer: string): string {
  seen.set(question, (seen.get(question) ?? 0) + 1)
  if (answer === 'spin') for (;;) hoard.length = 0
  if (answer === 'heap') for (;;) hoard.push(new Array(1000).fill(hoard.length))
  if (answer === 'arrays') for (;;) hoard.push(new Float64Array(1_000_000).fill(1))
  if (answer === 'deep') return act(question, answer) + 'x'
  if (answer === 'throw') throw new Error('thrown on purpose')
  if (answer === 'blame') throw new QuestionError('f', 'cannot be read')
  if (answer === 'exit') process.exit(3)
  if (answer === 'print') console.log('a line that a thread prints')
  if (answer.startsWith('wait ')) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Number(answer.slice(5)))
  return `${answer} ${seen.get(question)}`
}

const judge = (question: Question, answer: string): Verdict => ({ verdict: 'correct', proof: 'symbolic', diagnosis: [], notes: [], sentence: act(question, answer) })

serve({
  check: judge,
  judge: (question, answer) => judge(question, `${answer} without evidence`),
  read: (question, answer) => ({ problems: [], notes: [act(question, answer)], parts: [] }),
  scope: () => null,
  derive: (question) => ({ matrix: act(question, String(question.value)), index: null, latex: '', speech: '', shape: '' }),
  same: (question, answer, other) => act(question, answer) === act(question, other),
})
