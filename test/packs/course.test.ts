/** The built-in course: what it must hold, and that it holds together. */
import { describe, expect, it } from 'vitest'
import { formatProblem, readPackFolder } from '../../src-main/packs/index.ts'
import { check } from '../../src-main/checking/check.ts'
import { Introduced } from '../../src-main/packs/lint/introduced.ts'
import { lintPack, lintProse } from '../../src-main/packs/lint/index.ts'
import { variantCount } from '../../src-main/packs/variants/variant.ts'

const { pack, problems } = readPackFolder(new URL('../../exercises/matrix-derivatives', import.meta.url).pathname)
const exercises = pack!.exercises

/** Row of the lecture, the exercises that cover it, and the outcomes that these exercise between them. */
const rows: readonly (readonly [row: number, exercises: string, outcomes: string])[] = [
  [1, 'basis-functions', 'compute abstract'],
  [2, 'layer-shapes layer', 'shapes compute abstract indices'],
  [3, 'two-layers', 'shapes abstract compute'],
  [4, 'quadratic-forms quadratic-by-matrix', 'compute abstract indices'],
  [5, 'least-squares least-squares-by-matrix regression', 'compute indices shapes abstract'],
  [6, 'many-axes', 'shapes'],
  [7, 'sums-of-entries', 'indices'],
  [8, 'residual-by-chain', 'indices abstract'],
  [9, 'equation-eight', 'indices abstract'],
  [10, 'not-a-matrix which-products-fit', 'shapes abstract'],
  [11, 'not-a-matrix', 'shapes abstract'],
  [12, 'target-by-input linear-maps', 'shapes compute indices'],
  [13, 'matrix-by-matrix products', 'shapes compute indices'],
  [14, 'kronecker-delta map-by-its-matrix', 'indices compute shapes'],
  [15, 'chain-by-index', 'shapes indices abstract'],
  [16, 'stacking-columns', 'abstract compute'],
  [17, 'as-arrays', 'abstract shapes indices'],
  [18, 'as-arrays', 'abstract shapes indices'],
]
/** Exercises beyond the lecture, by chapter, in the order in which they are taught. */
const beyond: Readonly<Record<string, string>> = {
  shapes:
    'what-fits layouts one-loss-many-gradients counting-parameters batches images-and-filters second-derivatives ' +
    'reading-autodiff einsum-shapes stacked-sizes shapes-in-a-chain',
  vectors:
    'affine-maps sums-and-means bowls product-rule norms-and-directions projections curves-of-every-kind entrywise-functions ' +
    'hadamard-products one-neuron functions-of-a-number gauss-bumps softmax-first-look one-direction first-hessians spread',
  entries:
    'naming-entries free-and-bound into-indices out-of-indices find-the-slip products-by-an-entry forms-by-an-entry ' +
    'fixed-entries three-axes traces-as-sums links-by-index differences-of-pairs',
  matrices:
    'traces traces-twice sandwiched one-row weighted-least-squares frobenius entrywise diagonals structure low-rank ' +
    'layouts-by-matrix',
  chain:
    'through-a-vector several-paths parameter-inside loss-of-a-layer three-layers batch-gradients ' +
    'commutation stacked-products stacking-rows three-arrays jacobian-products',
  functions: 'powers inverse inside-an-inverse determinant logdet',
  models:
    'softmax cross-entropy logistic-regression gaussian-mean gaussian-covariance gaussian-kernel rayleigh portfolio kalman ' +
    'autoencoder word-vectors normalising attention factor-model',
  second: 'hessian newton log-sum-exp logistic-hessian hessian-by-matrix small-steps',
}

describe('the course', () => {
  it('is read without any problem', () => {
    expect(problems.map(formatProblem)).toEqual([])
    expect(exercises.flatMap(lintProse).map(formatProblem)).toEqual([])
  })

  it('covers every row of the lecture, with these exercises and outcomes', () => {
    const seen = rows.map(([row]) => {
      const own = exercises.filter(e => e.rows.includes(row))
      return [row, own.map(e => e.id).join(' '), [...new Set(own.flatMap(e => e.parts.flatMap(p => p.outcomes)))].join(' ')]
    })
    expect(seen).toEqual(rows)
    const others = pack!.chapters.map(({ id }) => [id, exercises.filter(e => e.chapter === id && e.rows.length === 0).map(e => e.id).join(' ')])
    expect(Object.fromEntries(others)).toEqual(beyond)
    expect(Math.max(...exercises.flatMap(e => e.rows))).toBe(rows.length)
  })

  it('has at least eighty exercises, and two thirds of them vary', () => {
    expect(exercises.length).toBeGreaterThanOrEqual(80)
    expect(exercises.filter(e => variantCount(e) > 1).length).toBeGreaterThanOrEqual((2 / 3) * exercises.length)
  })

  it('exercises each of the four outcomes in at least ten parts', () => {
    for (const { id } of pack!.outcomes)
      expect(exercises.flatMap(e => e.parts).filter(p => p.outcomes.includes(id)).length, id).toBeGreaterThanOrEqual(10)
  })

  it.each(exercises.map(e => [e.id, e] as const))('%s: several parts, each with hints, a worked solution and tests', (_, exercise) => {
    expect(exercise.chapter).not.toBeNull()
    expect(exercise.parts.length).toBeGreaterThanOrEqual(3)
    for (const part of exercise.parts) {
      const { tests } = part
      expect(part.hints.filter(hint => hint.for === null).length, part.id).toBeGreaterThanOrEqual(1)
      expect(part.solution, part.id).not.toBeNull()
      expect(part.title, part.id).not.toBe('')
      if (part.question.kind === 'choice') {
        expect(tests!.right.length + tests!.wrong.length, part.id).toBe(part.question.options!.length)
        continue
      }
      expect(new Set(tests!.right).size, part.id).toBeGreaterThanOrEqual(3)
      expect(tests!.wrong.length, part.id).toBeGreaterThanOrEqual(3)
      expect(tests!.unreadable.length, part.id).toBeGreaterThanOrEqual(1)
    }
  })

  it.each(exercises.map(e => [e.id, e] as const))(
    '%s: every test passes, no hint tells the answer, every question can be asked',
    (_, exercise) => {
      // What came before is looked at for the course as a whole.
      expect(lintPack({ ...pack!, exercises: [exercise] }, { check }).filter(p => p.code !== 'prerequisite').map(formatProblem)).toEqual([])
    },
  )

  it('asks for nothing that has not been introduced', () => {
    const introduced = new Introduced(pack!)
    expect(exercises.flatMap(exercise => introduced.problemsOf(exercise)).map(formatProblem)).toEqual([])
  })

  it('types no reference where one can be derived', () => {
    for (const { parts } of exercises) {
      for (const { question } of parts) if (question.kind === 'derivative') expect(question.value).toBeUndefined()
    }
  })
})
