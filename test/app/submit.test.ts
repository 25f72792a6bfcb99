import { describe, expect, it } from 'vitest'
import type { Verdict } from '../../src-main/checking/verdict.ts'
import { Refusal } from '../../src-main/app/refusal.ts'
import { checker, freshFolder, gradient, openApp } from './desk.ts'

describe('handing in an answer', () => {
  it('is judged, written down, and there again after a restart', async () => {
    const dataDir = freshFolder()
    const first = openApp({ dataDir })
    const given = await first.submit({ ...gradient, answer: "2(Ax-y)x'", ms: 1234 })
    expect(given.verdict.verdict).toBe('correct')
    expect(given).toMatchObject({ repeated: false, attempt: expect.stringMatching(/^[0-9a-f-]{36}$/) })
    expect(given.notSaved).toBeUndefined()
    await first.close()

    const second = openApp({ dataDir })
    const { attempts } = await second.history({})
    expect(attempts).toHaveLength(1)
    expect(attempts[0]).toEqual({
      id: given.attempt,
      at: expect.stringMatching(/^2026-11-02T09:00:\d\d\.000Z$/),
      ...gradient,
      answer: "2(Ax-y)x'",
      verdict: given.verdict,
    })
    const part = (await second.openExercise(gradient)).parts[0]!
    expect(part).toMatchObject({ id: 'matrix', state: 'right', draft: "2(Ax-y)x'" })
  })

  it('does not count, nor is it written down, when it cannot be read', async () => {
    const api = openApp()
    for (const answer of ['2 (A x - y', '', 'A q', '2 (A x - y) x']) {
      const given = await api.submit({ ...gradient, answer, ms: 10 })
      expect(given).toMatchObject({ attempt: null, repeated: false, verdict: { verdict: 'invalid' } })
      expect(given.verdict.diagnosis.length, answer).toBeGreaterThan(0)
    }
    expect((await api.history({})).attempts).toEqual([])
    expect((await api.openExercise(gradient)).parts[0]!.state).toBe('new')
  })

  it('is said to be repeated, and does not count, when it is the last one again up to white space', async () => {
    const api = openApp()
    const wrong = { ...gradient, answer: '2 x (A x - y)^T', ms: 10 }
    expect(await api.submit(wrong)).toMatchObject({ repeated: false, verdict: { verdict: 'incorrect', diagnosis: [{ code: 'layout' }] } })
    expect(await api.submit({ ...wrong, answer: '  2 x(A x-y)^T ' })).toMatchObject({ repeated: true, attempt: expect.any(String) })
    expect(await api.submit({ ...gradient, answer: '(A x - y) x^T', ms: 10 })).toMatchObject({ repeated: false })
    expect(await api.submit(wrong)).toMatchObject({ repeated: false })
    expect((await api.history({})).attempts.map(attempt => attempt.answer)).toEqual([
      '2 x (A x - y)^T',
      '(A x - y) x^T',
      '  2 x(A x-y)^T ',
      '2 x (A x - y)^T',
    ])
  })

  it('is kept for its author, and does not count, when it is undecided', async () => {
    const undecided: Verdict = { verdict: 'undecided', diagnosis: [], sentence: 'The check of this answer was ended.', notes: [] }
    const api = openApp({ checker: { ...checker, check: async () => undecided } })
    const given = await api.submit({ ...gradient, answer: 'A', ms: 10 })
    expect(given).toEqual({ verdict: undecided, attempt: expect.any(String), repeated: false })
    expect((await api.openExercise(gradient)).parts[0]!.state).toBe('new')
    expect((await api.history({})).attempts.map(attempt => attempt.verdict.verdict)).toEqual(['undecided'])
    expect((await api.library({})).outcomes.every(outcome => outcome.tried === 0)).toBe(true)
  })

  it('is finished before the app closes', async () => {
    const dataDir = freshFolder()
    let finish = (): void => undefined
    const held = new Promise<void>(resolve => {
      finish = resolve
    })
    const slow = openApp({
      dataDir,
      checker: {
        ...checker,
        check: async (question, answer) => {
          await held
          return checker.check(question, answer)
        },
      },
    })
    const given = slow.submit({ ...gradient, answer: '2 (A x - y) x^T', ms: 10 })
    const closed = slow.close()
    await expect(slow.library({})).rejects.toThrow(new Refusal('Nabla is closing.'))
    finish()
    await closed
    expect((await given).attempt).not.toBeNull()
    expect((await openApp({ dataDir }).history({})).attempts).toHaveLength(1)
  })

  it('refuses what is not there, in plain words', async () => {
    const api = openApp()
    await expect(api.submit({ ...gradient, part: 'nought', answer: 'A', ms: 1 })).rejects.toThrow(
      new Refusal('The exercise “Least squares, by its matrix” has no part “nought”. It may have been removed or renamed.'),
    )
    await expect(api.read({ ...gradient, exercise: 'nought', answer: 'A' })).rejects.toThrow(
      new Refusal('There is no exercise “nought” in the pack “matrix-derivatives”. It may have been removed or renamed.'),
    )
    await expect(api.openExercise({ pack: 'nought', exercise: 'nought' })).rejects.toThrow(Refusal)
  })
})
