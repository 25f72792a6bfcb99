import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { recheck } from '../../src-main/app/recheck.ts'
import type { Verdict } from '../../src-main/checking/verdict.ts'
import { openStore } from '../../src-main/progress/index.ts'
import { checker, freshFolder, gradient, openApp } from './desk.ts'
import { nabla as run } from '../hosts/cli/nabla.ts'

const right = '2 (A x - y) x^T'
/** The command line, without what it took. */
async function nabla(...args: string[]): Promise<{ status: number | null; out: string; err: string }> {
  const { status, out, err } = await run(args)
  return { status, out, err: err.replace(/maxrss \d+\n$/, '') }
}
/** A checker as it might have been: it took every answer for wrong. */
const strict = { ...checker, check: async (): Promise<Verdict> => ({ verdict: 'incorrect', diagnosis: [{ code: 'sign', message: 'No.', from: 0, to: 1 }], sentence: 'No.', notes: [] }) }

function storeOf(dataDir: string) {
  const opened = openStore({ dir: dataDir, clock: Date.now, random: randomUUID, appVersion: '2.0.0' })
  if (!opened.ok) throw new Error(opened.failure.message)
  return opened.value
}

describe('judging again', () => {
  it('writes down what comes out otherwise beside what was said, and tells it; twice is once', async () => {
    const dataDir = freshFolder()
    const old = openApp({ dataDir, checker: strict })
    const first = await old.submit({ ...gradient, answer: right, ms: 5 })
    await old.submit({ ...gradient, answer: '- 2 (A x - y) x^T', ms: 5 })
    expect((await old.outcomes({})).outcomes.find(({ id }) => id === 'compute')?.hows).toMatchObject({ open: 1, unaided: 0 })
    await old.close()

    const store = storeOf(dataDir)
    const preview = await recheck(store, checker, false)
    expect(preview).toMatchObject({ ok: true, value: { attempts: 2, answers: 2, unaskable: 0, undecided: 0, changes: [{ attempt: first.attempt, was: 'incorrect', wasMistake: 'sign', now: 'correct', nowMistake: null }] } })
    expect(store.review.rechecks(9).count).toBe(0)
    expect(await recheck(store, checker, true)).toEqual(preview)
    expect(await recheck(store, checker, true)).toMatchObject({ ok: true, value: { changes: [] } })
    expect(store.event(first.attempt!)?.verdict?.verdict).toBe('incorrect')
    store.close()

    const now = openApp({ dataDir })
    expect((await now.outcomes({})).outcomes.find(({ id }) => id === 'compute')?.hows).toMatchObject({ open: 0, unaided: 1 })
    expect((await now.openExercise(gradient)).parts[0]?.state).toBe('right')
    expect(await now.rechecks({})).toMatchObject({ count: 1, changes: [{ attempt: { id: first.attempt, rechecked: 'correct', verdict: 'incorrect' }, was: 'incorrect', wasMistake: 'sign', now: 'correct', nowMistake: null, version: '2.0.0' }] })
    expect(await now.attempt({ id: first.attempt! })).toMatchObject({ verdict: { verdict: 'incorrect', sentence: 'No.' }, rechecks: [{ version: '2.0.0', verdict: { verdict: 'correct' } }] })
    expect((await now.attempts({})).rows.map(({ rechecked }) => rechecked)).toEqual([undefined, 'correct'])
    expect((await now.mistakes({})).kinds.map(({ code, total }) => [code, total])).toEqual([['sign', 1]])
  })

  it('leaves alone what cannot be decided now, and questions that can no longer be asked', async () => {
    const dataDir = freshFolder()
    const old = openApp({ dataDir })
    await old.submit({ ...gradient, answer: right, ms: 5 })
    await old.close()
    const store = storeOf(dataDir)
    const undecided = { check: async (): Promise<Verdict> => ({ verdict: 'undecided', diagnosis: [], sentence: '', notes: [] }) }
    expect(await recheck(store, undecided, true)).toMatchObject({ ok: true, value: { undecided: 1, changes: [] } })
    expect(await recheck(store, { check: () => Promise.reject(new Error('no such question')) }, true)).toMatchObject({ ok: true, value: { unaskable: 1, changes: [] } })
    store.close()
  })

  it('is done on the command line for each learner', async () => {
    const dataDir = freshFolder()
    const old = openApp({ dataDir, checker: strict })
    const { attempt } = await old.submit({ ...gradient, answer: right, ms: 5 })
    await old.close()
    const line = `  ${gradient.pack}, ${gradient.exercise}, part ${gradient.part}:\n    incorrect (sign) → correct: 2 (A x - y) x^T\n`
    expect(JSON.parse((await nabla('recheck', '--preview', '--json', '--data', dataDir)).out)).toMatchObject({ written: false, changes: [{ ...gradient, attempt, was: 'incorrect', wasMistake: 'sign', now: 'correct', nowMistake: null }] })
    expect(await nabla('recheck', '--preview', '--data', dataDir)).toEqual({ status: 0, out: `Learner: 1 attempt with 1 different answer judged again; 1 came out otherwise. Nothing was written.\n${line}`, err: '' })
    expect(await nabla('recheck', '--data', dataDir)).toEqual({ status: 0, out: `Learner: 1 attempt with 1 different answer judged again; 1 came out otherwise. What was said before is kept beside it.\n${line}`, err: '' })
    expect(JSON.parse((await nabla('recheck', '--json', '--data', dataDir)).out)).toMatchObject({ learner: 'Learner', written: true, attempts: 1, changes: [] })
    const kept = storeOf(dataDir)
    expect(kept.event(attempt!)?.verdict).toMatchObject({ verdict: 'incorrect', diagnosis: [{ code: 'sign' }] })
    kept.close()
    expect(await nabla('recheck', '--language', 'de', '--data', dataDir)).toEqual({ status: 0, out: 'Learner: 1 Versuch mit 1 Antwort neu beurteilt; nichts fiel anders aus.\n', err: '' })
    // Twice is once, and what was judged again is no fault.
    for (let n = 0; n < 2; n++) expect(await nabla('doctor', '--data', dataDir)).toEqual({ status: 0, out: 'Learner: all is in order.\n', err: '' })
    expect(await nabla('recheck', '--data', dataDir, '--learner', 'Grace')).toEqual({ status: 2, out: '', err: `There is no learner “Grace” in ${dataDir}.\n` })
  }, 60_000)
})
