import Fraction from 'fraction.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { add, apply, constant, entrywise, ones, power, size, times } from '../../src-main/calculus/tensors/build.ts'
import type { Expr } from '../../src-main/calculus/tensors/expr.ts'
import { exactTest } from '../../src-main/calculus/evaluate/exact.ts'
import { Modulus, primes } from '../../src-main/calculus/evaluate/modulus.ts'
import { declare, det, dot, eye, inv, minus, mm, modulo, mv, norm, pi, plus, scale, square, sum, tr, transpose, variable } from './evaluate-kit.ts'

const symbols = declare('A: N N', 'B: N N', 'C: N N', 'D: N N', 'F: M N', 'S: N N, symmetric', 'K: N N, skew', 'Q: N N, orthogonal', 'P: N N, posdef',
  'L: N N, lower', 'U: N N, upper', 'G: N N, diagonal', 'x: N', 'y: N', 't:', 'u:', 'sigma: elementwise', 'f: P of x', 'R: N N of t, symmetric')
const [A, B, C, D, F, S, K, Q, P, L, U, G, x, y, t, u] = [...'ABCDFSKQPLUGxytu'].map(n => variable(symbols, n)) as [
  Expr, Expr, Expr, Expr, Expr, Expr, Expr, Expr, Expr, Expr, Expr, Expr, Expr, Expr, Expr, Expr]
const judge = (a: Expr, b: Expr, seed = 1) => exactTest(a, b, symbols, seed)
const outcome = (a: Expr, b: Expr): string => judge(a, b).outcome
const I = eye('N')

describe('residues', () => {
  const big = (n: number): bigint => BigInt(n)
  it('are exact', () => {
    for (const prime of primes) {
      const m = new Modulus(prime)
      const residue = fc.integer({ min: 0, max: prime - 1 })
      fc.assert(fc.property(residue, residue, (a, b) => {
        expect(m.mul(a, b)).toBe(Number(big(a) * big(b) % big(prime)))
        expect(m.add(a, b)).toBe((a + b) % prime)
        if (a) expect(m.mul(a, m.inv(a))).toBe(1)
        expect(m.mul(m.of(new Fraction(-a, b || 1)), b || 1)).toBe(m.neg(a))
        expect(m.pow(a, 5n)).toBe(Number(big(a) ** 5n % big(prime)))
      }), { seed: 3 })
      expect(m.mul(prime - 1, prime - 1)).toBe(1)
      expect(m.inv(0)).toBeNaN()
    }
  })
})

describe('the exact test', () => {
  it('shows identities of products, traces, inverses and determinants', () => {
    const equal: [Expr, Expr][] = [
      [tr(mm(A, B)), tr(mm(B, A))],
      [tr(mm(mm(A, B), C)), tr(mm(mm(C, A), B))],
      [transpose(mm(A, B)), mm(transpose(B), transpose(A))],
      [inv(mm(A, B)), mm(inv(B), inv(A))],
      [mm(A, inv(A)), I],
      [det(mm(A, B)), times(det(A), det(B))],
      [det(inv(A)), power(det(A), -1)],
      [minus(inv(A), inv(plus(A, B))), mm(mm(inv(A), B), inv(plus(A, B)))],
      // Sherman and Morrison.
      [inv(plus(A, sum('i,j->ij', x, y))), minus(inv(A), times(power(plus(constant(1), dot(y, mv(inv(A), x))), -1), mm(mm(inv(A), sum('i,j->ij', x, y)), inv(A))))],
      [det(plus(I, sum('i,j->ij', x, y))), plus(constant(1), dot(x, y))],
      [det(scale(2, A)), times(power(constant(2), size('N')), det(A))],
      [sum('i,i->', x, ones(['N'])), sum('i->', x)],
      [dot(ones(['N']), ones(['N'])), size('N')],
      [mm(transpose(Q), Q), I], [det(mm(Q, Q)), constant(1)], [transpose(S), S], [transpose(K), scale(-1, K)], [transpose(P), P],
      [mm(G, mm(G, G)), sum('ii->ii', mm(mm(G, G), G))], [det(L), det(transpose(L))],
      [transpose(variable(symbols, 'R', 't')), variable(symbols, 'R', 't')],
      [power(plus(t, u), 3), plus(power(t, 3), scale(3, times(power(t, 2), u)), scale(3, times(t, power(u, 2))), power(u, 3))],
      [times(pi, plus(t, u)), plus(times(pi, t), times(u, pi))],
    ]
    equal.forEach(([a, b], n) => expect([n, outcome(a, b)]).toEqual([n, 'equal']))
    const shown = judge(inv(mm(A, B)), mm(inv(B), inv(A)))
    expect(shown.draws).toBe(3)
    expect(shown.chance).toBeLessThan(1e-12)
    expect(shown.chance).toBeGreaterThan(0)
  })

  it('refutes what only looks alike', () => {
    const different: [Expr, Expr][] = [
      [mm(A, B), mm(B, A)], [A, transpose(A)], [tr(mm(mm(A, B), C)), tr(mm(mm(B, A), C))],
      [entrywise(x, x), times(dot(x, x), ones(['N']))], [inv(plus(A, B)), plus(inv(A), inv(B))], [det(plus(A, B)), plus(det(A), det(B))],
      [det(Q), constant(1)], [transpose(U), U], [power(t, 2), square(u)], [tr(A), det(A)],
      [times(pi, t), scale('22/7', t)], [times(pi, t), scale('314159265358979/100000000000000', t)],
      [variable(symbols, 'f', 'x'), scale(2, variable(symbols, 'f', 'x'))],
    ]
    different.forEach(([a, b], n) => expect([n, outcome(a, b)]).toEqual([n, 'different']))
    const refuted = judge(mm(A, B), mm(B, A))
    expect(refuted.draws).toBe(1)
    expect(Object.keys(refuted.sizes ?? {})).toEqual(['N'])
  })

  it('is not taken in by identities of one size', () => {
    const square2 = mm(A, A)
    const half = (e: Expr): Expr => scale('1/2', e)
    // Cayley and Hamilton at n = 2 and n = 3.
    const e2 = half(minus(power(tr(A), 2), tr(square2)))
    expect(outcome(plus(square2, times(e2, I)), times(tr(A), A))).toBe('different')
    const cube = mm(square2, A)
    const e3 = plus(scale('1/6', power(tr(A), 3)), scale('-1/2', times(tr(A), tr(square2))), scale('1/3', tr(cube)))
    expect(outcome(plus(cube, times(e2, A)), plus(times(tr(A), square2), times(e3, I)))).toBe('different')
    expect(outcome(det(A), e2)).toBe('different')
    expect(outcome(det(A), e3)).toBe('different')
    // Amitsur and Levitzki: the standard polynomial of degree 4 vanishes at n = 2.
    const four = [A, B, C, D]
    const permutations = (list: number[]): number[][] => (list.length ? list.flatMap(h => permutations(list.filter(k => k !== h)).map(r => [h, ...r])) : [[]])
    const sign = (p: number[]): number => p.reduce((s, a, i) => p.slice(i + 1).reduce((q, b) => (a > b ? -q : q), s), 1)
    const standard = add(permutations([0, 1, 2, 3]).map(p => scale(sign(p), p.map(k => four[k]!).reduce(mm))))
    expect(outcome(standard, scale(0, A))).toBe('different')
    expect(outcome(times(power(minus(size('N'), constant(3)), 2), t), scale(0, t))).toBe('different')
    // (N - 3)(N - 4)(N - 5) t
    const factors = [3, 4, 5].map(k => minus(size('N'), constant(k)))
    expect(outcome(factors.reduce((p, q) => times(p, q), t), scale(0, t))).toBe('different')
  })

  it('is not taken in by a multiple of the prime', () => {
    expect(outcome(scale(primes[0], t), scale(0, t))).toBe('different')
    expect(outcome(plus(t, scale(primes[1], u)), t)).toBe('different')
    expect(outcome(scale(`1/${primes[0]}`, t), scale(`1/${primes[0]}`, t))).toBe('equal')
  })

  it('takes functions as opaque: equal for every function, or nothing shown', () => {
    const s = (e: Expr, order = 0): Expr => apply('sigma', e, order)
    expect(outcome(s(plus(x, y)), s(plus(y, x)))).toBe('equal')
    // Of a declared function nothing is known, so that a difference is certain.
    expect(outcome(s(plus(x, y)), plus(s(x), s(y)))).toBe('different')
    expect(outcome(s(x, 1), s(x))).toBe('different')
    expect(outcome(apply('exp', plus(x, y)), entrywise(apply('exp', x), apply('exp', y)))).toBe('opaque')
    expect(outcome(apply('exp', t), apply('sin', t))).toBe('opaque')
    expect(outcome(power(power(t, 2), constant('1/2')), t)).toBe('opaque')
    expect(outcome(power(t, u), power(t, plus(u, constant(1))))).toBe('opaque')
    expect(outcome(power(t, minus(u, constant(1))), times(power(t, -1), power(t, u)))).toBe('equal')
    expect(outcome(power(t, scale(-1, u)), power(power(t, u), -1))).toBe('equal')
    expect(outcome(apply('relu', t), t)).toBe('opaque')
    expect(outcome(times(norm(x), power(norm(x), -2)), power(norm(x), -1))).toBe('equal')
    expect(outcome(power(norm(x), 2), dot(x, x))).toBe('equal')
    // Laws that are built in.
    const f = (fn: string, e: Expr = t): Expr => apply(fn, e)
    const one = constant(1)
    const laws: [Expr, Expr][] = [
      [plus(power(f('sin'), 2), power(f('cos'), 2)), one], [f('tan'), times(f('sin'), power(f('cos'), -1))], [f('sin', scale(-1, t)), scale(-1, f('sin'))],
      [f('sigmoid', scale(-1, t)), minus(one, f('sigmoid'))], [f('tanh'), times(f('sinh'), power(f('cosh'), -1))], [f('exp', scale(-1, t)), power(f('exp'), -1)],
      [f('exp', minus(t, t)), one], [f('softplus'), f('log', plus(one, f('exp')))], [f('log', power(t, -1)), scale(-1, f('log'))],
      [apply('tanh', t, 1), minus(one, power(f('tanh'), 2))], [apply('softplus', t, 1), f('sigmoid')], [apply('log', t, 1), power(t, -1)],
      [f('abs'), times(t, f('sign'))], [minus(f('relu'), f('relu', scale(-1, t))), t], [f('cosh'), plus(f('exp'), scale(-1, f('sinh')))],
    ]
    laws.forEach(([a, b], n) => expect([n, outcome(a, b)]).toEqual([n, 'equal']))
  })

  it('gives up on what has no value, and on too much work', () => {
    const singular = inv(minus(A, A))
    expect(outcome(singular, singular)).toBe('gave-up')
    const long = Array.from({ length: 30 }, () => A).reduce(mm)
    expect(exactTest(tr(long), tr(long), symbols, 1, { budget: 500 })).toMatchObject({ outcome: 'gave-up', draws: 0, chance: 1 })
    // Inverses that only exist for tall matrices: the sizes are drawn again.
    const gram = mm(transpose(F), F)
    expect(outcome(mm(inv(gram), gram), I)).toBe('equal')
  })

  it('is repeatable', () => {
    expect(judge(inv(mm(A, B)), mm(inv(B), inv(A)), 42)).toEqual(judge(inv(mm(A, B)), mm(inv(B), inv(A)), 42))
    expect(modulo(A, symbols, { N: 2 }, 1).v).not.toEqual(modulo(A, symbols, { N: 2 }, 2).v)
  })

  it('throws where the two have other slots', () => {
    expect(() => judge(x, A)).toThrow('is compared with')
  })
})

describe('matrices with properties, modulo a prime', () => {
  it('have them exactly', () => {
    for (const n of [2, 3, 4, 5]) {
      for (const seed of [1, 2]) {
        const value = (e: Expr): number[] => modulo(e, symbols, { N: n, M: 2 }, seed).v
        const identity = Array.from({ length: n * n }, (_, k) => (k % (n + 1) === 0 ? 1 : 0))
        expect(value(mm(transpose(Q), Q))).toEqual(identity)
        expect(value(det(Q))).toEqual([seed === 1 ? primes[0] - 1 : 1])
        expect(value(S)).toEqual(value(transpose(S)))
        value(L).forEach((v, k) => expect(v === 0).toBe(k % n > Math.floor(k / n)))
        value(G).forEach((v, k) => expect(v === 0).toBe(k % (n + 1) !== 0))
      }
    }
  })
})
