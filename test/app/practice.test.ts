import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { calls } from '../../src-main/app/contract.ts'
import { practiceExercise } from '../../src-main/app/practice.ts'
import { fitting } from '../../src-main/app/calls/practice.ts'
import { freshFolder, gradient, openApp } from './desk.ts'

const pack = 'endless-practice'
const ms = 1000
const right = (id: string): string => practiceExercise(id)!.parts[0]!.tests!.right[0]!

/** Seeds that are as good as random, and always the same. */
function uuids(): () => string {
  let n = 0
  return () => `${(((n += 1) * 0x9e3779b1) >>> 0).toString(16).padStart(8, '0')}-0000-4000-8000-${String(n).padStart(12, '0')}`
}

const varying = `id: scaled
title: A scaled form
outcomes: [compute]
vary: { c: [2, 3, 5] }
given: { A: N x N, x: N }
parts:
  - { id: form, prompt: 'Differentiate $f = {c} x^{\\mathsf T} A x$ by $x$.', kind: derivative, f: '{c} x^T A x', wrt: x, hints: [Both count., 'Mind the number {c}.'], tests: { right: ['{c} x^T (A + A^T)'] } }
`
function packOf(exercise: string): string {
  const dir = freshFolder()
  mkdirSync(join(dir, 'mine'))
  writeFileSync(join(dir, 'mine', 'pack.yaml'), 'format: 1\nid: mine\ntitle: Mine\nversion: 1.0.0\noutcomes: [{ id: compute, title: Compute }]\n')
  writeFileSync(join(dir, 'mine', 'scaled.yaml'), exercise)
  return dir
}

describe('endless practice', () => {
  it('begins at level 1 of an outcome that is behind, and is an exercise like any other', async () => {
    const api = openApp({ random: uuids() })
    const made = calls.practice.output.parse(await api.practice({}))
    expect(made).toMatchObject({ pack, outcome: 'shapes', level: 1 })
    const opened = calls.openExercise.output.parse(await api.openExercise(made))
    expect(opened).toMatchObject({ pack, id: made.exercise, another: true, next: null, outcomes: ['shapes'] })
    const part = { pack, exercise: made.exercise, part: 'question' }
    expect((await api.submit({ ...part, answer: right(made.exercise), ms })).verdict.verdict).toBe('correct')
    expect((await api.openExercise(made)).parts[0]).toMatchObject({ state: 'right' })
    expect((await api.solution(part)).solution).not.toBe('')
    await expect(api.openExercise({ pack, exercise: 'shapes-9-1' })).rejects.toThrow('There is no exercise “shapes-9-1” to practise.')
  })

  it('takes the outcome and the level that are asked', async () => {
    const made = await openApp({ random: uuids() }).practice({ outcome: 'indices', level: 3 })
    expect(made).toMatchObject({ outcome: 'indices', level: 3 })
    expect(made.exercise).toMatch(/^indices-3-\d+-\d+$/)
  })

  it('goes up after two that were right at the first try', async () => {
    const api = openApp({ random: uuids() })
    for (const level of [1, 1, 2]) {
      const { exercise, level: got } = await api.practice({ outcome: 'compute' })
      expect(got).toBe(level)
      await api.submit({ pack, exercise, part: 'question', answer: right(exercise), ms })
    }
  })

  it('goes down after two that never were, and not below the first level', () => {
    const done = (level: 1 | 2 | 3, ...tries: boolean[]) => ({ id: '', level, right: tries })
    expect(fitting([])).toBe(1)
    expect(fitting([done(3, false), done(3, false, false)])).toBe(2)
    expect(fitting([done(3, false, true), done(3, true)])).toBe(3)
    expect(fitting([done(3, true), done(2, true)])).toBe(3)
    expect(fitting([done(1, false), done(1, false)])).toBe(1)
  })

  it('has another one, built otherwise', async () => {
    const api = openApp({ random: uuids() })
    const first = await api.practice({ outcome: 'compute', level: 2 })
    const next = calls.another.output.parse(await api.another(first))
    expect(next.exercise).toMatch(/^compute-2-\d+-\d+$/)
    expect(next.exercise).not.toBe(first.exercise)
  })
})

describe('another like this', () => {
  it('goes through the variants in turn, each with its own attempts, hints and draft', async () => {
    const api = openApp({ packsDir: packOf(varying) })
    const exercise = { pack: 'mine', exercise: 'scaled' }
    const seen: string[] = []
    let seed = 0
    for (let n = 0; n < 3; n++) {
      const opened = await api.openExercise({ ...exercise, seed })
      expect(opened).toMatchObject({ seed, another: true, parts: [{ state: 'new', draft: '', hintsShown: [], hintsLeft: 2 }] })
      const c = /f = (\d)/.exec(opened.parts[0]!.prompt)![1]!
      seen.push(c)
      const part = { ...exercise, part: 'form', seed }
      expect((await api.submit({ ...part, answer: `${c} x^T A`, ms })).verdict.verdict).toBe('incorrect')
      expect((await api.hint(part)).hint).toBe('Both count.')
      expect(await api.submit({ ...part, answer: `${c} x^T (A + A^T)`, ms })).toMatchObject({ verdict: { verdict: 'correct' }, repeated: false })
      await api.saveDraft({ ...part, answer: `kept ${c}` })
      expect((await api.openExercise({ ...exercise, seed })).parts[0]).toMatchObject({ state: 'right', draft: `kept ${c}`, hintsShown: ['Both count.'] })
      seed = (await api.another({ ...exercise, seed })).seed
    }
    expect(seed).toBe(0)
    expect(seen.toSorted()).toEqual(['2', '3', '5'])
    expect((await api.library({})).exercises).toMatchObject([{ id: 'scaled', parts: 1, right: 1, state: 'done' }])
  })

  it('is not offered, and refused, where there is only one', async () => {
    const api = openApp()
    expect((await api.openExercise(gradient)).another).toBe(false)
    await expect(api.another(gradient)).rejects.toThrow('There is only one of this exercise.')
  })
})

describe('a solution that no author wrote', () => {
  it('is worked out, line by line', async () => {
    const { solution } = await openApp({ packsDir: packOf(varying) }).solution({ pack: 'mine', exercise: 'scaled', part: 'form', seed: 1 })
    expect(solution).toContain('Product rule')
    expect(solution.split('$$').length).toBeGreaterThan(8)
  })
})
