import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { calls } from '../../src-main/app/contract.ts'
import { Refusal } from '../../src-main/app/refusal.ts'
import { moment } from '../../src-main/progress/words/moment.ts'
import { checker, freshFolder, gradient, openApp } from './desk.ts'

const right = { ...gradient, answer: '2 (A x - y) x^T', ms: 10 }
const names = async (api: ReturnType<typeof openApp>) => (await api.learners({})).learners.map(({ name, current }) => (current ? `[${name}]` : name))

describe('learners', () => {
  it('have a store each, and one goes over to another without a restart', async () => {
    const dataDir = freshFolder()
    const api = openApp({ dataDir })
    await api.submit(right)
    expect(await api.createLearner({ name: '  Ada   Lovelace ' })).toEqual({ name: 'Ada Lovelace' })
    expect(await names(api)).toEqual(['Ada Lovelace', '[Learner]'])
    expect(await api.chooseLearner({ name: 'Ada Lovelace' })).toEqual({ name: 'Ada Lovelace' })
    expect(await names(api)).toEqual(['[Ada Lovelace]', 'Learner'])
    expect((await api.history({})).attempts).toEqual([])
    expect((await api.openExercise(gradient)).parts[0]).toMatchObject({ state: 'new', draft: '' })
    await api.submit({ ...right, answer: 'A' })
    await api.chooseLearner({ name: 'learner' })
    expect((await api.history({})).attempts.map(({ answer }) => answer)).toEqual([right.answer])
    const seen = calls.learners.output.parse(await api.learners({}))
    expect(seen).toMatchObject({ asked: false, learners: [{ name: 'Ada Lovelace', last: expect.any(String) }, { name: 'Learner', current: true }] })
    expect(readdirSync(join(dataDir, 'learners')).toSorted()).toEqual(['ada-lovelace', 'chosen.json', 'learner'])
  })

  it('are taken up again at the next start, or named at it', async () => {
    const dataDir = freshFolder()
    const first = openApp({ dataDir })
    await first.createLearner({ name: 'Ada' })
    await first.chooseLearner({ name: 'Ada' })
    await first.close()
    const second = openApp({ dataDir })
    expect(await names(second)).toEqual(['[Ada]', 'Learner'])
    await second.close()
    const third = openApp({ dataDir, learner: 'learner' })
    expect([(await third.learners({})).asked, await names(third)]).toEqual([true, ['Ada', '[Learner]']])
    await third.close()
    expect(await names(openApp({ dataDir, learner: 'Grace' }))).toEqual(['Ada', '[Grace]', 'Learner'])
  })

  it('can have another name, with all that they did', async () => {
    const dataDir = freshFolder()
    const api = openApp({ dataDir })
    await api.submit(right)
    expect(await api.renameLearner({ name: 'Learner', to: 'Ada' })).toEqual({ name: 'Ada' })
    expect(await names(api)).toEqual(['[Ada]'])
    expect((await api.history({})).attempts).toHaveLength(1)
    expect(await api.renameLearner({ name: 'Ada', to: 'ADA' })).toEqual({ name: 'ADA' })
    await api.createLearner({ name: 'Grace' })
    await api.renameLearner({ name: 'Grace', to: 'Grace Hopper' })
    expect(await names(api)).toEqual(['[ADA]', 'Grace Hopper'])
    await api.close()
    const again = openApp({ dataDir })
    expect(await names(again)).toEqual(['[ADA]', 'Grace Hopper'])
    expect((await again.history({})).attempts).toHaveLength(1)
  })

  it('are refused, in plain words, where the name will not do, is taken, or is not there; and nothing changes', async () => {
    const api = openApp()
    await api.createLearner({ name: 'Ada' })
    await expect(api.createLearner({ name: 'ada' })).rejects.toThrow(new Refusal('There is a learner “ada” already.'))
    await expect(api.createLearner({ name: '../x/' })).rejects.toThrow('A learner\'s name can hold letters, digits, spaces')
    await expect(api.createLearner({ name: ' ' })).rejects.toThrow('A learner needs a name.')
    await expect(api.renameLearner({ name: 'Learner', to: 'Ada' })).rejects.toThrow('There is a learner “Ada” already.')
    await expect(api.renameLearner({ name: 'Nobody', to: 'Grace' })).rejects.toThrow('There is no learner “Nobody”.')
    await expect(api.chooseLearner({ name: 'Nobody' })).rejects.toThrow('There is no learner “Nobody”.')
    expect(await names(api)).toEqual(['Ada', '[Learner]'])
    expect((await api.submit(right)).notSaved).toBeUndefined()
  })

  it('keep what was handed in before one went over, however long its check takes', async () => {
    let finish = (): void => undefined
    const held = new Promise<void>(resolve => { finish = resolve })
    const api = openApp({ checker: { ...checker, check: async (question, answer) => { await held; return checker.check(question, answer) } } })
    await api.createLearner({ name: 'Ada' })
    const given = api.submit(right)
    const chosen = api.chooseLearner({ name: 'Ada' })
    const after = api.history({})
    finish()
    expect((await given).attempt).not.toBeNull()
    await chosen
    expect((await after).attempts).toEqual([])
    await api.chooseLearner({ name: 'Learner' })
    expect((await api.history({})).attempts).toHaveLength(1)
  })
})

describe('settings', () => {
  it('are kept with each learner, and survive a restart', async () => {
    const dataDir = freshFolder()
    const api = openApp({ dataDir })
    expect(await api.saveSettings({ set: { 'appearance.theme': 'dark', 'appearance.size': 1.25 } })).toEqual({ settings: { 'appearance.size': 1.25, 'appearance.theme': 'dark' } })
    await api.createLearner({ name: 'Ada' })
    await api.chooseLearner({ name: 'Ada' })
    expect(await api.settings({})).toEqual({ settings: {} })
    await api.chooseLearner({ name: 'Learner' })
    await api.saveSettings({ set: { 'appearance.size': null } })
    await api.close()
    expect(await openApp({ dataDir }).settings({})).toEqual({ settings: { 'appearance.theme': 'dark' } })
    expect(calls.saveSettings.input.safeParse({ set: { 'Bad key': 1 } }).success).toBe(false)
  })

  it('hold until the end where they cannot be written, and that is said', async () => {
    const blocked = join(freshFolder(), 'file')
    writeFileSync(blocked, 'in the way')
    const api = openApp({ dataDir: join(blocked, 'data') })
    expect(await api.saveSettings({ set: { theme: 'dark' } })).toEqual({ settings: { theme: 'dark' }, notSaved: expect.stringContaining('cannot write') })
    expect(await api.settings({})).toEqual({ settings: { theme: 'dark' } })
    const state = calls.storeState.output.parse(await api.storeState({}))
    expect(state).toMatchObject({ waiting: 1, backups: [], failure: { kind: 'cannot-write', message: expect.stringContaining('Check that the folder exists') } })
    expect(await api.tryAgain({})).toEqual({ waiting: 1, failure: expect.stringContaining('cannot write') })
    // What is read of a store that is not there is empty, not an error.
    expect((await api.outcomes({})).outcomes.every(({ mastery }) => mastery === 'new')).toBe(true)
    expect(await api.due({})).toMatchObject({ today: [], later: [] })
    expect((await api.attempts({})).rows).toEqual([])
    expect((await api.mistakes({})).kinds).toEqual([])
  })
})

describe('the store', () => {
  it('says how it is, makes a backup, goes back to it, and can go forward again', async () => {
    const dataDir = freshFolder()
    const api = openApp({ dataDir })
    await api.submit({ ...right, answer: 'A' })
    const made = calls.backUp.output.parse(await api.backUp({}))
    expect(made).toMatchObject({ reason: 'by-hand', at: expect.stringContaining('2026-11-02') })
    await api.submit(right)
    expect((await api.restoreBackup({ name: made.name })).notices).toEqual([`This is the progress of the backup of ${moment(Date.parse(made.at), 'en')}. What was there before is kept and can be restored in the same way.`])
    expect((await api.history({})).attempts.map(({ answer }) => answer)).toEqual(['A'])
    expect((await api.outcomes({})).outcomes.find(({ id }) => id === 'compute')?.hows).toMatchObject({ mistakes: 0, open: 1 })
    const state = calls.storeState.output.parse(await api.storeState({}))
    expect(state).toMatchObject({ learner: 'Learner', folder: join(dataDir, 'learners', 'learner'), waiting: 0, failure: null })
    const before = state.backups.find(({ reason }) => reason === 'before-restore')!
    await api.restoreBackup({ name: before.name })
    expect((await api.history({})).attempts).toHaveLength(2)
    await expect(api.restoreBackup({ name: 'nought.db' })).rejects.toThrow('There is no backup named nought.db.')
    expect((await api.history({})).attempts).toHaveLength(2)
    expect(await api.lookOver({})).toEqual({ findings: [] })
    expect(existsSync(join(dataDir, 'learners', 'learner', 'backups', made.name))).toBe(true)
    expect(readFileSync(join(dataDir, 'learners', 'learner', 'learner.json'), 'utf8')).toBe('{"name":"Learner"}\n')
  })
})
