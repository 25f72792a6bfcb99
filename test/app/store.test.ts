import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../../src-main/app/refusal.ts'
import { freshFolder, gradient, openApp } from './desk.ts'

const answer = { ...gradient, answer: '2 (A x - y) x^T', ms: 10 }

describe('a store that fails', () => {
  it('does not hide the verdict, says why nothing is saved, and writes all of it once it can', async () => {
    const blocked = join(freshFolder(), 'file')
    writeFileSync(blocked, 'in the way')
    const dataDir = join(blocked, 'data')
    const api = openApp({ dataDir })
    const given = await api.submit(answer)
    expect(given).toMatchObject({
      verdict: { verdict: 'correct' },
      attempt: null,
      repeated: false,
      notSaved: expect.stringContaining(`Nabla cannot write in ${dataDir}`),
    })
    await expect(api.saveDraft({ ...gradient, answer: 'half' })).rejects.toThrow(Refusal)
    expect((await api.openExercise(gradient)).parts[0]).toMatchObject({ draft: 'half' })
    expect(await api.hint(gradient)).toMatchObject({ hint: expect.any(String), notSaved: expect.stringContaining('cannot write') })
    expect((await api.library({})).problems).toEqual([
      expect.stringContaining('cannot write'),
      '3 things that you did are not saved yet. Nabla keeps trying as long as it is open.',
    ])

    rmSync(blocked)
    expect((await api.submit({ ...answer, answer: 'A' })).notSaved).toBeUndefined()
    expect((await api.library({})).problems).toEqual([])
    await api.close()

    const again = openApp({ dataDir })
    expect((await again.history({})).attempts.map(attempt => attempt.answer)).toEqual(['A', '2 (A x - y) x^T'])
    expect((await again.openExercise(gradient)).parts[0]).toMatchObject({ state: 'right', hintsShown: [expect.any(String)] })
  })

  it('that is damaged is set aside whole, and the learner is told what could be read back', async () => {
    const dataDir = freshFolder()
    const first = openApp({ dataDir })
    await first.submit(answer)
    await first.close()
    const learner = join(dataDir, 'learners', readdirSync(join(dataDir, 'learners'))[0]!)
    writeFileSync(join(learner, 'progress.db'), Buffer.alloc(8192, 7))
    const second = openApp({ dataDir })
    expect((await second.library({})).problems).toEqual([expect.stringMatching(/^The progress file was damaged and was put together again\. The backup of /)])
    expect(existsSync(join(learner, 'quarantine'))).toBe(true)
    expect((await second.submit({ ...answer, answer: 'A' })).attempt).not.toBeNull()
  })

  it('that another copy has open is a reason not to start', () => {
    const dataDir = freshFolder()
    openApp({ dataDir })
    expect(() => openApp({ dataDir })).toThrow(Refusal)
  })
})

describe('drafts', () => {
  it('survive a restart, and give way to a later answer', async () => {
    const dataDir = freshFolder()
    const first = openApp({ dataDir })
    await first.saveDraft({ ...gradient, answer: '2 (A x -' })
    await first.close()
    const second = openApp({ dataDir })
    const shown = async () => (await second.openExercise(gradient)).parts[0]!.draft
    expect(await shown()).toBe('2 (A x -')
    await second.submit(answer)
    expect(await shown()).toBe(answer.answer)
    await second.saveDraft({ ...gradient, answer: '' })
    expect(await shown()).toBe('')
  })
})
