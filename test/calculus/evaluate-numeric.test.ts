import { describe, expect, it } from 'vitest'
import { apply, constant, entrywise, ones, power, size, slots, times } from '../../src-main/calculus/tensors/build.ts'
import type { Expr } from '../../src-main/calculus/tensors/expr.ts'
import { slotsOf } from '../../src-main/calculus/tensors/symbols.ts'
import { exampleArrays } from '../../src-main/calculus/evaluate/example.ts'
import { numericCompare, type NumericComparison } from '../../src-main/calculus/evaluate/numeric.ts'
import { compareArrays } from '../../src-main/calculus/evaluate/tolerance.ts'
import { plain } from '../../src-main/calculus/evaluate/real.ts'
import { neverNegative } from '../../src-main/calculus/evaluate/sign.ts'
import { jacobianName, jacobianTruth, valueTruth } from '../../src-main/calculus/evaluate/truth.ts'
import { declare, det, dot, eye, inv, minus, mm, mv, norm, plus, scale, sum, tr, transpose, variable } from './evaluate-kit.ts'

const symbols = declare('A: M N', 'B: N N', 'S: N N, symmetric', 'P: N N, posdef', 'p: N, positive', 'x: N', 'y: M', 't:', 'u:', 'sigma: elementwise',
  'f: Q R of C', 'C: N N of t')
const [A, B, S, P, p, x, y, t, u] = [...'ABSPpxytu'].map(n => variable(symbols, n)) as [Expr, Expr, Expr, Expr, Expr, Expr, Expr, Expr, Expr]
const one = constant(1)

function judge(f: Expr, wrt: string, answer: Expr, seed = 1): NumericComparison {
  return numericCompare(jacobianTruth(f, wrt, slotsOf(symbols.get(wrt)!)), answer, { symbols, seed })
}
const outcome = (f: Expr, wrt: string, answer: Expr): string => judge(f, wrt, answer).outcome
const r = minus(mv(A, x), y)

describe('the numeric judge', () => {
  it('confirms derivatives at three sizes, and says how well they agree', () => {
    const right: [Expr, string, Expr][] = [
      [dot(r, r), 'A', scale(2, sum('i,j->ij', r, x))],
      [mv(A, x), 'A', sum('ik,j->ikj', eye('M'), x)],
      [dot(x, mv(S, x)), 'S', sum('i,j->ij', x, x)],
      [apply('log', det(P)), 'P', inv(P)],
      [apply('log', power(det(B), 2)), 'B', scale(2, transpose(inv(B)))],
      [tr(inv(B)), 'B', scale(-1, transpose(mm(inv(B), inv(B))))],
      [norm(x), 'x', times(power(norm(x), -1), x)],
      [sum('i->', apply('log', x)), 'x', power(x, -1)],
      [apply('log', minus(one, dot(x, x))), 'x', scale(-2, times(power(minus(one, dot(x, x)), -1), x))],
      [power(minus(one, dot(x, x)), constant('1/2')), 'x', scale(-1, times(power(minus(one, dot(x, x)), constant('-1/2')), x))],
      [apply('log', minus(one, t)), 't', power(minus(t, one), -1)],
      [sum('i,i->', p, apply('log', p)), 'p', plus(apply('log', p), ones(['N']))],
      [apply('log', det(plus(eye('N'), B))), 'B', transpose(inv(plus(eye('N'), B)))],
      [apply('log', det(mm(transpose(A), A))), 'A', scale(2, mm(A, inv(mm(transpose(A), A))))],
      [sum('i->', apply('abs', x)), 'x', apply('sign', x)],
      [sum('i->', apply('relu', mv(A, x))), 'x', mv(transpose(A), apply('step', mv(A, x)))],
      [sum('i->', apply('sigma', mv(A, x))), 'A', sum('i,j->ij', apply('sigma', mv(A, x), 1), x)],
      [power(t, u), 'u', times(power(t, u), apply('log', t))],
      [power(t, size('N')), 't', times(size('N'), power(t, minus(size('N'), one)))],
      [variable(symbols, 'f'), 't', sum('qrij,ij->qr', variable(symbols, 'f', 'C'), variable(symbols, 'C', 't'))],
      [times(norm(x), u), 'u', norm(x)],
    ]
    right.forEach(([f, wrt, answer], n) => {
      const result = judge(f, wrt, answer)
      expect([n, result.outcome]).toEqual([n, 'equal'])
      expect(result.points).toBeGreaterThanOrEqual(3)
      expect(result.maxError).toBeLessThan(1e-12)
    })
  })

  it('refutes wrong ones with a witness', () => {
    const wrong: [Expr, string, Expr][] = [
      [dot(r, r), 'A', scale(2, sum('ij,j,k->ik', A, x, x))],
      [mv(A, x), 'A', sum('ij,k->ijk', ones(['M', 'M']), x)],
      [dot(x, mv(B, x)), 'x', scale(2, mv(B, x))],
      [tr(B), 'B', ones(['N', 'N'])],
      [tr(mm(B, B)), 'B', scale(2, B)],
      [norm(x), 'x', scale(2, x)],
      [apply('relu', t), 't', one],
      [apply('abs', t), 't', one],
      [apply('relu', minus(t, constant(100))), 't', constant(0)],
      [apply('relu', plus(t, constant(700))), 't', one],
      [sum('i->', apply('relu', x)), 'x', apply('sigmoid', scale(1000, x))],
      [power(t, 2), 't', times(constant('2000001/1000000'), t)],
      [times(size('N'), times(minus(size('N'), constant(3)), times(minus(size('N'), constant(4)), t))), 't', constant(0)],
    ]
    wrong.forEach(([f, wrt, answer], n) => expect([n, outcome(f, wrt, answer)]).toEqual([n, n === 11 ? 'undecided' : 'different']))
    const { witness } = judge(dot(r, r), 'A', sum('i,j->ij', r, x))
    expect(witness).toBeDefined()
    const { shape, truth, answer, worst, sizes } = witness!
    expect(shape).toEqual([sizes['M'], sizes['N']])
    expect(truth.length).toBe(sizes['M']! * sizes['N']!)
    expect(truth[worst]).toBeCloseTo(2 * answer[worst]!, 12)
  })

  it('tells an answer whose domain is too small', () => {
    const result = judge(apply('log', power(t, 2)), 't', times(scale(2, power(t, -2)), power(power(t, constant('1/2')), 2)))
    expect(result.outcome).toBe('domain')
    expect(result.witness!.answer[0]).toBeNaN()
    expect(numericCompare(valueTruth(apply('log', power(t, 2))), scale(2, apply('log', t)), { symbols, seed: 1 }).outcome).toBe('domain')
    expect(numericCompare(valueTruth(sum('i->', apply('log', power(x, 2)))), scale(2, sum('i->', apply('log', x))), { symbols, seed: 1 }).outcome).toBe('domain')
    // Where it differs besides, that is said.
    expect(numericCompare(valueTruth(apply('log', power(t, 2))), scale(3, apply('log', t)), { symbols, seed: 1 }).outcome).toBe('different')
    // The border of the domain far from where points are drawn.
    expect(numericCompare(valueTruth(t), apply('exp', apply('log', t)), { symbols, seed: 1 }).outcome).toBe('domain')
    const shifted = plus(t, constant(50))
    expect(numericCompare(valueTruth(shifted), apply('exp', apply('log', shifted)), { symbols, seed: 1 }).outcome).toBe('domain')
    // A positive symbol has no other side.
    expect(numericCompare(valueTruth(p), apply('exp', apply('log', p)), { symbols, seed: 1 }).outcome).toBe('equal')
    // An underflow is no hole in a domain.
    expect(numericCompare(valueTruth(scale(-1, t)), apply('log', apply('exp', scale(-1, t))), { symbols, seed: 1 }).outcome).toBe('equal')
    expect(numericCompare(valueTruth(scale(-1, apply('softplus', t))), apply('log', minus(one, apply('sigmoid', t))), { symbols, seed: 1 }).outcome).toBe('equal')
  })

  it('does not count sizes at which the answer never has a value', () => {
    // A^T A has an inverse for M >= N only; so has this answer, at other sizes of the same reference.
    const gram = mm(transpose(A), A)
    expect(numericCompare(valueTruth(x), mv(inv(gram), mv(gram, x)), { symbols, seed: 1 })).toMatchObject({ outcome: 'equal' })
    expect(numericCompare(valueTruth(x), mv(inv(sum('i,j->ij', x, x)), x), { symbols, seed: 1 })).toMatchObject({ outcome: 'undecided', reason: 'answer-without-value' })
    expect(numericCompare(valueTruth(x), times(apply('log', scale(-1, dot(x, x))), x), { symbols, seed: 1 })).toMatchObject({ outcome: 'undecided', reason: 'answer-without-value' })
    expect(numericCompare(valueTruth(apply('log', scale(-1, dot(x, x)))), t, { symbols, seed: 1 })).toMatchObject({ outcome: 'undecided', reason: 'no-points' })
  })

  it('is undecided, not wrong, where rounding could be the reason', () => {
    const lost = plus(t, scale(10 ** 15, u), scale(-(10 ** 15), u), constant('1/2'))
    expect(numericCompare(valueTruth(t), lost, { symbols, seed: 1 })).toMatchObject({ outcome: 'undecided', reason: 'unsure' })
    const harmless = plus(t, scale(1000, u), scale(-1000, u))
    expect(numericCompare(valueTruth(t), harmless, { symbols, seed: 1 }).outcome).toBe('equal')
    expect(numericCompare(valueTruth(minus(t, t)), constant(0), { symbols, seed: 1 }).outcome).toBe('equal')
  })

  it('ends within its budget', () => {
    const power20 = Array.from({ length: 20 }, () => B).reduce(mm)
    expect(numericCompare(jacobianTruth(power20, 'B', ['N', 'N']), sum('ij,kl->ijkl', B, B), { symbols, seed: 1, budget: 2000 })).toMatchObject({ outcome: 'undecided', reason: 'budget', points: 0 })
    const far: Expr = { k: 'unit', dim: 'N', at: 1_000_000 }
    expect(numericCompare(valueTruth(dot(x, x)), sum('ij,i,j->', B, far, far), { symbols, seed: 1 })).toMatchObject({ outcome: 'undecided', reason: 'budget' })
  })

  it('gives the same evidence for the same seed', () => {
    const wrong = sum('i,j->ij', r, x)
    expect(judge(dot(r, r), 'A', wrong, 9)).toEqual(judge(dot(r, r), 'A', wrong, 9))
    expect(judge(dot(r, r), 'A', wrong, 9).witness).not.toEqual(judge(dot(r, r), 'A', wrong, 10).witness)
  })

  it('compares a view of the Jacobian: a component, a transpose, a diagonal', () => {
    const J = (dims: readonly string[]): Expr => ({ k: 'var', name: jacobianName, derivs: [], dims })
    const view = (f: Expr, v: Expr, answer: Expr): string => numericCompare(jacobianTruth(f, 'A', ['M', 'N'], v), answer, { symbols, seed: 1 }).outcome
    expect(view(dot(r, r), transpose(J(['M', 'N'])), scale(2, sum('j,i->ji', x, r)))).toBe('equal')
    expect(view(mv(A, x), sum('iik->ik', J(['M', 'M', 'N'])), sum('i,k->ik', ones(['M']), x))).toBe('equal')
    expect(view(mv(A, x), sum('iik->ik', J(['M', 'M', 'N'])), scale(2, sum('i,k->ik', ones(['M']), x)))).toBe('different')
    expect(slots(sum('iik->ik', J(['M', 'M', 'N'])))).toEqual(['M', 'N'])
  })

  it('throws where the two have other slots', () => {
    expect(() => judge(dot(r, r), 'A', x)).toThrow('is compared with')
  })
})

describe('the tolerance', () => {
  const at = (truth: number, answer: number, scale: number, truthScale = scale): string => {
    const [left, right] = [[truth, truthScale], [answer, scale]].map(([v, s]) => ({ ...plain(Float64Array.of(v!)), s: Float64Array.of(s!) }))
    return compareArrays(left!, right!).outcome
  }
  it('is relative to the scale', () => {
    expect(at(1, 1 + 1e-10, 1)).toBe('equal')
    expect(at(1, 1 + 1e-8, 1)).toBe('unsure')
    expect(at(1, 1 + 1e-5, 1)).toBe('different')
    expect(at(0, 1e-14, 1)).toBe('equal')
    expect(at(1e-20, 1.1e-20, 1e-20)).toBe('different')
    expect(at(1, 1 + 1e-8, 100)).toBe('equal')
    expect(at(1, 1.5, 1e12, 1)).toBe('unsure')
    expect(at(1, 1.5, 1e16, 1)).toBe('unsure')
    expect(at(1, 1 + 1e-10, 1e16, 1)).toBe('equal')
    expect(at(0, 1e-14, 1, 0)).toBe('equal')
    expect(at(1, 1, Infinity)).toBe('equal')
    expect(at(1, 2, NaN)).toBe('unsure')
  })
})

describe('an example for showing', () => {
  const truth = jacobianTruth(dot(r, r), 'A', ['M', 'N'])
  it('is small, in plain numbers, and shows the difference', () => {
    const example = exampleArrays(truth, scale(2, sum('ij,j,k->ik', A, x, x)), { symbols, seed: 4, mustDiffer: true })!
    expect(example.sizes).toEqual({ M: 2, N: 3 })
    expect(example.shape).toEqual([2, 3])
    expect(example.inputs.map(i => [i.name, i.shape])).toEqual([['A', [2, 3]], ['x', [3]], ['y', [2]]])
    const data = new Map(example.inputs.map(i => [i.name, i.data]))
    const [a, xs, ys] = [data.get('A')!, data.get('x')!, data.get('y')!]
    for (const v of [...a, ...xs, ...ys]) expect([0.5, 1, 2, 3]).toContain(Math.abs(v))
    const expected = [0, 1].flatMap(i => {
      const residual = [0, 1, 2].reduce((s, j) => s + a[3 * i + j]! * xs[j]!, 0) - ys[i]!
      return xs.map(v => 2 * residual * v)
    })
    expect(example.truth).toEqual(expected)
    expect(example.differ).toEqual(expected.map((_, n) => n).filter(n => expected[n] !== example.yours[n]))
    expect(example.differ.length).toBeGreaterThan(0)
  })

  it('exists for a right answer too, and not for a wrong one that is right', () => {
    const right = scale(2, sum('i,j->ij', r, x))
    expect(exampleArrays(truth, right, { symbols, seed: 4, mustDiffer: false })!.differ).toEqual([])
    expect(exampleArrays(truth, right, { symbols, seed: 4, mustDiffer: true })).toBeNull()
    expect(exampleArrays(truth, right, { symbols, seed: 4, mustDiffer: false })).toEqual(exampleArrays(truth, right, { symbols, seed: 4, mustDiffer: false }))
  })

  it('shows where there is no value', () => {
    const example = exampleArrays(valueTruth(apply('log', power(x, 2))), scale(2, apply('log', x)), { symbols, seed: 4, mustDiffer: true })!
    expect(example.yours).toContain(null)
    expect(example.differ).toEqual(example.yours.map((v, n) => (v === null ? n : -1)).filter(n => n >= 0))
  })

  it('finds points for inverses, logs and roots', () => {
    for (const e of [inv(B), apply('log', det(B)), power(minus(one, dot(x, x)), constant('1/2')), entrywise(apply('log', x), x), inv(S)]) {
      expect(exampleArrays(valueTruth(e), e, { symbols, seed: 2, mustDiffer: false })).not.toBeNull()
    }
  })
})

describe('signs', () => {
  it('are known where they can be seen', () => {
    const never: Expr[] = [dot(x, x), dot(r, minus(mv(A, x), y)), p, power(x, 2), plus(one, power(t, 2)), apply('exp', t), det(P), times(apply('exp', t), power(u, -4)),
      power(dot(x, x), constant('1/2')), size('N')]
    never.forEach((e, n) => expect([n, neverNegative(e, symbols)]).toEqual([n, true]))
    const maybe: Expr[] = [dot(x, mv(S, x)), x, scale(-1, dot(x, x)), power(t, 3), det(S), inv(P), sum('i,j->ij', x, x), tr(B), minus(one, dot(x, x)), apply('exp', t, 1), power(t, u)]
    maybe.forEach((e, n) => expect([n, neverNegative(e, symbols)]).toEqual([n, false]))
  })
})
