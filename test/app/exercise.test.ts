import katex from 'katex'
import { describe, expect, it } from 'vitest'
import { calls } from '../../src-main/app/contract.ts'
import { Refusal } from '../../src-main/app/refusal.ts'
import { freshFolder, gradient, openApp, ridge } from './desk.ts'

describe('an exercise', () => {
  it('opens with its sheet: givens, task, form, completions, and what comes next', async () => {
    const opened = await openApp().openExercise(gradient)
    expect(opened).toMatchObject({
      pack: 'matrix-derivatives',
      id: 'least-squares-by-matrix',
      title: 'Least squares, by its matrix',
      outcomes: ['compute'],
      next: { id: 'traces', title: 'Traces' },
    })
    expect(opened.givens).toEqual([
      { name: 'A', latex: 'A', shape: 'M x N', properties: '' },
      { name: 'x', latex: 'x', shape: 'N', properties: '' },
      { name: 'y', latex: 'y', shape: 'M', properties: '' },
    ])
    const [matrix, entries, numerator, expand] = opened.parts
    expect(matrix).toMatchObject({
      id: 'matrix',
      kind: 'derivative',
      asks: 'Layout: target by input (Jacobian).',
      options: [],
      hintsLeft: 2,
      hintsShown: [],
      draft: '',
      state: 'new',
      givens: [],
    })
    expect(matrix!.latex).toMatch(/^f = .*A.*x.*y.*, \\qquad \\frac\{\\partial f\}\{\\partial A\} = \{\?\}$/)
    expect(entries!.latex).toMatch(/\\frac\{\\partial f\}\{\\partial A_\{pq\}\} = \{\?\}$/)
    expect(entries!.asks).toBe('One entry, with the indices p, q.')
    expect(numerator!.asks).toBe('Layout: numerator.')
    expect(expand!.latex).toContain('\\longrightarrow')
    expect(matrix!.completions.slice(0, 4)).toEqual([
      { label: 'A', insert: 'A', detail: 'M x N' },
      { label: 'x', insert: 'x', detail: 'N' },
      { label: 'y', insert: 'y', detail: 'M' },
      expect.objectContaining({ label: 'transpose' }),
    ])
  })

  it('opens, every one, with mathematics that can be set, and as the contract has it', async () => {
    const api = openApp()
    for (const { pack, id } of (await api.library({})).exercises) {
      const opened = calls.openExercise.output.parse(await api.openExercise({ pack, exercise: id }))
      const formulas = [...opened.givens, ...opened.parts.flatMap(part => [...(part.givens ?? []), part])].map(each => each.latex)
      for (const latex of formulas) {
        expect(() => katex.renderToString(latex, { throwOnError: true, strict: 'ignore' }), `${id}: ${latex}`).not.toThrow()
        // An author's text that could not be read would stand there as plain text; the formula of an einsum stands there in quotes.
        expect(latex.replaceAll('\\text{"', ''), id).not.toContain('\\text{')
      }
      for (const part of opened.parts) if (part.kind === 'derivative') expect(part.latex, `${id} ${part.id}`).toContain('\\frac{')
    }
  })

  it('never shows a typed reference', async () => {
    const opened = await openApp().openExercise({ pack: 'matrix-derivatives', exercise: 'as-arrays' })
    for (const part of opened.parts.filter(each => each.kind === 'expression')) expect(part.latex).toBe('')
  })

  it('shows what a part declares beyond the exercise', async () => {
    const { parts } = await openApp().openExercise({ pack: 'matrix-derivatives', exercise: 'basis-functions' })
    expect(parts.find(part => part.id === 'untold')!.givens).toEqual([
      { name: 'w', latex: 'w', shape: 'K', properties: '' },
      { name: 'phi', latex: expect.stringMatching(/^\\phi\s*$/), shape: 'K', properties: 'depends on x' },
    ])
    expect(parts.find(part => part.id === 'model-by-weights')!.givens).toMatchObject([
      { name: 'phi', shape: '4', latex: expect.stringMatching(/^\\phi ?= /) },
    ])
  })
})

describe('reading an answer', () => {
  it('tells how it was read, with its shape, and never counts', async () => {
    const api = openApp()
    const reading = calls.read.output.parse(await api.read({ ...gradient, answer: '2(Ax-y)x^T' }))
    expect(reading).toMatchObject({ problems: [], shape: 'M x N', latex: expect.any(String) })
    expect((await api.read({ ...gradient, answer: '2 (A x - q) x^T' })).problems).toMatchObject([{ code: 'unknown-name', from: 9, to: 10 }])
    expect((await api.history({})).attempts).toEqual([])
  })
})

describe('hints', () => {
  it("come in the author's order, one at a time, and stay shown after a restart", async () => {
    const dataDir = freshFolder()
    const first = openApp({ dataDir })
    const one = await first.hint(ridge)
    expect(one).toEqual({ hint: expect.stringContaining('residual'), left: 1 })
    await first.close()
    const second = openApp({ dataDir })
    expect((await second.openExercise(ridge)).parts[0]).toMatchObject({ hintsShown: [one.hint], hintsLeft: 1, state: 'new' })
    const two = await second.hint(ridge)
    expect(two).toEqual({ hint: expect.any(String), left: 0 })
    expect(two.hint).not.toBe(one.hint)
    expect(await second.hint(ridge)).toEqual({ hint: null, left: 0 })
    expect((await second.openExercise(ridge)).parts[0]!.hintsShown).toEqual([one.hint, two.hint])
  })

  it('that are keyed to the last diagnosis come first, and no others that are keyed', async () => {
    const api = openApp()
    await api.submit({ ...ridge, answer: '2 A^T (A x - y)', ms: 10 })
    expect((await api.openExercise(ridge)).parts[0]!.hintsLeft).toBe(3)
    expect(await api.hint({ ...ridge, diagnosis: 'layout' })).toEqual({
      hint: 'This is the answer as a column. With target by input, one target makes a row.',
      left: 2,
    })
    expect((await api.hint({ ...ridge, diagnosis: 'layout' })).hint).toContain('Call the residual')
  })
})

describe('the worked solution', () => {
  it('is shown, and that is written down', async () => {
    const api = openApp()
    expect((await api.solution(gradient)).solution).toContain('outer product')
    expect((await api.library({})).continueWith).toMatchObject({ id: gradient.exercise })
    await expect(api.solution({ ...gradient, part: 'nought' })).rejects.toThrow(Refusal)
  })
})
