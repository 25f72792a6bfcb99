import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { createChecker } from '../../src-main/checking/worker/pool.ts'
import { course, freshFolder, gradient, openApp } from './desk.ts'

describe('with the checker in its threads', () => {
  it('judges and reads as without', async () => {
    const threads = createChecker({ deadlineMs: 20_000 })
    try {
      const api = openApp({ checker: threads })
      expect(await api.submit({ ...gradient, answer: '2 A x x^T - 2 y x^T', ms: 10 })).toMatchObject({
        verdict: { verdict: 'correct', proof: 'symbolic', numeric: { points: expect.any(Number) } },
        repeated: false,
      })
      expect(await api.read({ ...gradient, answer: '(A x - y) x^T' })).toMatchObject({ problems: [], shape: 'M x N' })
    } finally {
      await threads.close()
    }
  })
})

describe('a process that is killed in the middle of an exercise', () => {
  it('loses neither the attempt, nor the hint, nor the draft', async () => {
    const dataDir = freshFolder()
    const { signal, stderr } = spawnSync(process.execPath, [fileURLToPath(new URL('killed.ts', import.meta.url)), dataDir, course], {
      encoding: 'utf8',
    })
    expect({ signal, stderr }).toEqual({ signal: 'SIGKILL', stderr: '' })
    const api = openApp({ dataDir })
    expect((await api.history({})).attempts).toMatchObject([
      { answer: '2 x (A x - y)^T', verdict: { verdict: 'incorrect', diagnosis: [{ code: 'layout' }] } },
    ])
    expect((await api.openExercise(gradient)).parts[0]).toMatchObject({
      state: 'tried',
      draft: '2 (A x - y)',
      hintsShown: [expect.stringContaining('Which of the two columns must become the row?')],
    })
    expect((await api.library({})).problems).toEqual([])
  })
})
