import { afterEach, expect, test } from 'vitest'
import type { QuestionInput } from '../../../src-main/checking/question.ts'
import { type Checker, type CheckerOptions, createChecker } from '../../../src-main/checking/worker/pool.ts'
import { warmUp } from '../../../src-main/checking/worker/warm-up.ts'

const question: QuestionInput = { kind: 'expression', value: 'x', given: { x: 'scalar' } }
const other: QuestionInput = { kind: 'expression', value: 'y', given: { y: 'scalar' } }
const open: Checker[] = []

function unruly(options: CheckerOptions = {}): { checker: Checker; troubles: string[] } {
  const troubles: string[] = []
  const entry = new URL('./entries/unruly.ts', import.meta.url)
  const checker = createChecker({ deadlineMs: 400, memoryMb: 64, entry, onTrouble: (trouble, detail) => troubles.push(`${trouble}: ${detail.split('\n')[0]}`), ...options })
  open.push(checker)
  return { checker, troubles }
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((checker) => checker.close()))
})

test('a check comes back with what the thread found, and a question that comes again is the same object there', async () => {
  const { checker, troubles } = unruly()
  expect((await checker.check(question, 'fine')).sentence).toBe('fine 1')
  expect((await checker.check({ ...question }, 'fine')).sentence).toBe('fine 2')
  expect((await checker.check(other, 'fine')).sentence).toBe('fine 1')
  expect(troubles).toEqual([])
})

const ends = [
  ['spin', 'The check of this answer was ended after 0.4 seconds without a result, so it does not count. A shorter form may work.', /^deadline: No result after 400 ms\.$/],
  ['throw', "The check of this answer stopped on an error of Nabla's own, so it does not count. The answer is kept as you typed it.", /^crash: Error: thrown on purpose$/],
  ['deep', "The check of this answer stopped on an error of Nabla's own, so it does not count. The answer is kept as you typed it.", /^crash: RangeError/],
  ['exit', "The check of this answer stopped on an error of Nabla's own, so it does not count. The answer is kept as you typed it.", /^crash: The thread ended by itself with code 3\.$/],
] as const

test.each(ends)('a check that meets "%s" is undecided, and the next one works', async (answer, sentence, trouble) => {
  const { checker, troubles } = unruly()
  const [bad, next] = await Promise.all([checker.check(question, answer), checker.check(question, 'fine')])
  expect(bad).toEqual({ verdict: 'undecided', diagnosis: [], notes: [], sentence })
  expect(next.sentence).toMatch(/^fine \d+$/)
  expect(troubles).toHaveLength(1)
  expect(troubles[0]).toMatch(trouble)
})

test.each(['heap', 'arrays'])('a check that takes memory without end (%s) is ended before the deadline', async (answer) => {
  const { checker, troubles } = unruly({ deadlineMs: 20_000 })
  const bad = await checker.check(question, answer)
  expect(bad.verdict).toBe('undecided')
  expect(bad.sentence).toBe('The check of this answer needed more memory than it may take and was ended, so it does not count. A shorter form may work.')
  expect(troubles[0]).toMatch(/^memory: /)
  expect((await checker.check(question, 'fine')).sentence).toBe('fine 1')
})

test('a thread that cannot be loaded makes every check undecided, and nothing hangs', async () => {
  const { checker, troubles } = unruly({ entry: new URL('./entries/stillborn.ts', import.meta.url) })
  const both = await Promise.all([checker.check(question, 'a'), checker.check(question, 'b')])
  expect(both.map((each) => each.verdict)).toEqual(['undecided', 'undecided'])
  expect(troubles).toEqual(['crash: Error: cannot be loaded', 'crash: Error: cannot be loaded'])
})

test('a question that does not fit its schema, or makes no sense, is the caller’s fault and is thrown', async () => {
  const { checker } = unruly()
  await expect(checker.check({ kind: 'nonsense' } as unknown as QuestionInput, 'fine')).rejects.toThrow(TypeError)
  await expect(checker.check(question, 'blame')).rejects.toThrow('f: cannot be read')
  expect((await checker.check(question, 'fine')).verdict).toBe('correct')
})

test('a check without evidence, and a derivation, are work of their own', async () => {
  const { checker, troubles } = unruly()
  expect((await checker.check(question, 'fine', { evidence: false })).sentence).toBe('fine without evidence 1')
  expect((await checker.derive(question)).matrix).toBe('x 2')
  await expect(checker.derive({ ...question, value: 'spin' })).rejects.toThrow('The answer could not be derived: that took longer than 0.4 seconds.')
  await expect(checker.derive({ ...question, value: 'throw' })).rejects.toThrow("The answer could not be derived: an error of Nabla's own.")
  expect(troubles).toEqual(['deadline: No result after 400 ms.', 'crash: Error: thrown on purpose'])
})

test('a reading does not wait for a check that takes long', async () => {
  const { checker } = unruly({ deadlineMs: 5_000 })
  await Promise.all([checker.check(question, 'warm'), checker.read(question, 'warm')])
  const order: string[] = []
  await Promise.all([
    checker.check(question, 'wait 300').then(() => order.push('check')),
    checker.read(question, 'quick').then(() => order.push('read')),
  ])
  expect(order).toEqual(['read', 'check'])
})

test('of readings that wait only the latest of each question is done', async () => {
  const { checker } = unruly({ deadlineMs: 5_000 })
  await checker.read(question, 'warm')
  const answers = await Promise.all([
    checker.read(question, 'wait 200'), checker.read(question, 'old'), checker.read(other, 'else'), checker.read(question, 'new'),
  ])
  expect(answers.map((report) => report.notes[0])).toEqual(['wait 200 2', 'A newer text took the place of this one before it was read.', 'else 1', 'new 3'])
})

test('checks beyond one thread run side by side', async () => {
  const { checker } = unruly({ deadlineMs: 5_000, threads: 2 })
  await Promise.all([checker.check(question, 'warm'), checker.check(question, 'warm')])
  const order: string[] = []
  await Promise.all([
    checker.check(question, 'wait 300').then(() => order.push('slow')),
    checker.check(question, 'quick').then(() => order.push('quick')),
  ])
  expect(order).toEqual(['quick', 'slow'])
})

test('a thread warms up once, before its first job and outside the deadline, and a failure in it harms nothing', async () => {
  const { checker, troubles } = unruly({ entry: new URL('./entries/warmed.ts', import.meta.url) })
  checker.warm()
  const [first, reading] = await Promise.all([checker.check(question, 'a'), checker.read(question, 'a')])
  expect([first.verdict, first.sentence, reading.notes[0]]).toEqual(['correct', 'warmed 1', 'warmed 1'])
  expect((await checker.check(question, 'b')).sentence).toBe('warmed 1')
  expect(troubles).toEqual([])
})

test('the small job that warms a real thread is judged, and says nothing', () => {
  const verdict = warmUp()
  expect(verdict.verdict).toBe('incorrect')
  expect(verdict.diagnosis.map((each) => each.code)).toEqual(['factor'])
})

test('closing ends what runs and what waits, at once', async () => {
  const { checker, troubles } = unruly({ deadlineMs: 60_000 })
  const running = [checker.check(question, 'spin'), checker.check(question, 'fine'), checker.read(question, 'spin')] as const
  await new Promise((resolve) => setTimeout(resolve, 100))
  await checker.close()
  const [first, second, third] = await Promise.all(running)
  expect(first.sentence).toBe('The check of this answer was not finished, because Nabla is closing. It does not count.')
  expect(second.verdict).toBe('undecided')
  expect(third.notes).toEqual(['The reading of this answer was not finished, because Nabla is closing. It does not count.'])
  expect((await checker.check(question, 'late')).verdict).toBe('undecided')
  expect(troubles).toEqual([])
})

test('what a thread prints stays off standard output', async () => {
  const { checker } = unruly()
  const written: string[] = []
  const original = process.stdout.write
  process.stdout.write = ((chunk: string | Uint8Array) => { written.push(String(chunk)); return true }) as typeof process.stdout.write
  try {
    await checker.check(question, 'print')
    await new Promise((resolve) => setTimeout(resolve, 50))
  } finally {
    process.stdout.write = original
  }
  expect(written.join('')).not.toContain('a line that a thread prints')
})
