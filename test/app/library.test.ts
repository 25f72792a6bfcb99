import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { copyOfCourse, freshFolder, gradient, openApp, ridge } from './desk.ts'

describe('the library', () => {
  it('of a new learner: everything is new, in teaching order, and the first exercise comes first', async () => {
    const dataDir = freshFolder()
    const library = await openApp({ dataDir }).library({})
    expect(library).toMatchObject({
      problems: [],
      dataFolder: dataDir,
      version: '1.2.3',
      continueWith: { pack: 'matrix-derivatives', id: 'target-by-input', title: 'Target by input' },
    })
    expect(library.exercises.length).toBeGreaterThanOrEqual(16)
    expect(library.exercises.every(exercise => exercise.state === 'new' && exercise.right === 0 && exercise.parts > 0)).toBe(true)
    expect([...new Set(library.exercises.map(exercise => exercise.chapter))]).toEqual([
      'Shapes first',
      'Derivatives by a vector',
      'Entry by entry',
      'Derivatives by a matrix',
      'The chain rule',
      'Powers, inverses, determinants',
      'Models',
      'Second derivatives',
    ])
    expect(library.outcomes.map(({ id, right, tried }) => [id, right, tried])).toEqual([
      ['shapes', 0, 0],
      ['compute', 0, 0],
      ['abstract', 0, 0],
      ['indices', 0, 0],
    ])
    expect(library.outcomes.every(outcome => outcome.parts >= 10)).toBe(true)
  })

  it('counts parts by outcome, and continues with what was begun last', async () => {
    const api = openApp()
    await api.submit({ ...ridge, answer: 'x^T', ms: 10 })
    await api.submit({ ...gradient, answer: '2 (A x - y) x^T', ms: 10 })
    const { exercises, outcomes, continueWith } = await api.library({})
    expect(exercises.find(e => e.id === gradient.exercise)).toMatchObject({ state: 'begun', right: 1 })
    expect(exercises.find(e => e.id === ridge.exercise)).toMatchObject({ state: 'begun', right: 0 })
    expect(outcomes.find(o => o.id === 'compute')).toMatchObject({ right: 1, tried: 2 })
    expect(outcomes.find(o => o.id === 'shapes')).toMatchObject({ right: 0, tried: 0 })
    expect(continueWith!.id).toBe(gradient.exercise)
    await api.saveDraft({ ...ridge, answer: '2 (A' })
    expect((await api.library({})).continueWith!.id).toBe(ridge.exercise)
  })

  it('calls an exercise done when all its parts are right, and goes on to the next new one', async () => {
    const api = openApp()
    const place = { pack: 'matrix-derivatives', exercise: 'target-by-input' }
    const answers = {
      'vector-by-vector': 'M x N',
      'scalar-by-vector': '1 x N',
      'vector-by-scalar': 'M x 1',
      'with-numbers': '(2, 3)',
      shift: 'M × M',
    }
    for (const [part, answer] of Object.entries(answers))
      expect((await api.submit({ ...place, part, answer, ms: 5 })).verdict.verdict, part).toBe('correct')
    const { exercises, continueWith } = await api.library({})
    expect(exercises[0]).toMatchObject({ id: 'target-by-input', state: 'done', right: 5, parts: 5 })
    expect(continueWith).toEqual({ pack: 'matrix-derivatives', id: 'matrix-by-matrix', title: 'Matrices in, matrices out' })
  })

  it('tells of a broken exercise file with its place, and has all the others', async () => {
    const packsDir = copyOfCourse()
    const whole = (await openApp({ packsDir }).library({})).exercises.length
    writeFileSync(
      join(packsDir, 'matrix-derivatives/1-shapes/15-broken.yaml'),
      'id: broken\ntitle: Broken\noutcomes: [shapes]\nparts:\n  - id: a\n    prompt: Which shape?\n    kind: shape\n    off: df/dA\n',
    )
    const { exercises, problems } = await openApp({ packsDir }).library({})
    expect(exercises).toHaveLength(whole)
    expect(problems).toEqual([
      'matrix-derivatives/1-shapes/15-broken.yaml, line 8, column 5: `off` is not a field of part 1. Did you mean `of`?',
    ])
  })

  it('opens without any pack, and says so', async () => {
    const packsDir = freshFolder()
    rmSync(packsDir, { recursive: true })
    const { exercises, problems, continueWith } = await openApp({ packsDir }).library({})
    expect({ exercises, continueWith }).toEqual({ exercises: [], continueWith: null })
    expect(problems).toEqual([`The folder of exercise packs, ${packsDir}, cannot be read: ENOENT.`])
  })
})
