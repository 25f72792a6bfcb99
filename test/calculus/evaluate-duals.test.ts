import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { add, apply, constant, entrywise, ones, power, slots, times } from '../../src-main/calculus/tensors/build.ts'
import type { Expr } from '../../src-main/calculus/tensors/expr.ts'
import { evaluate } from '../../src-main/calculus/evaluate/evaluate.ts'
import { plain } from '../../src-main/calculus/evaluate/real.ts'
import { realEnv } from '../../src-main/calculus/evaluate/realpoint.ts'
import { RealRing } from '../../src-main/calculus/evaluate/realring.ts'
import { jacobian, valueAt, type Course } from '../../src-main/calculus/evaluate/truth.ts'
import { course, declare, det, dot, inv, minus, mm, mv, norm, plenty, plus, scale, sum, tr, transpose, variable } from './evaluate-kit.ts'

const symbols = declare('A: M N', 'B: N N', 'S: N N, symmetric', 'x: N', 'y: M', 't:', 'sigma: elementwise')
const [A, B, S, x, y, t] = ['A', 'B', 'S', 'x', 'y', 't'].map(n => variable(symbols, n)) as [Expr, Expr, Expr, Expr, Expr, Expr]

function shifted(f: Expr, at: Course, name: string, entry: number, by: number): Float64Array {
  const array = at.point.array(name).slice()
  array[entry]! += by
  return evaluate(f, realEnv(at.point, plenty(), null, new Map([[name, plain(array)]])), new RealRing(0, at.functions, plenty())).v
}

/** Fifth-order differences, row-major over the slots of f and of the symbol. */
function differences(f: Expr, at: Course, name: string): number[] {
  const h = 2e-3
  const columns = Array.from(at.point.array(name), (_, entry) => {
    const [a, b, c, d] = [-2, -1, 1, 2].map(k => shifted(f, at, name, entry, k * h)) as [Float64Array, Float64Array, Float64Array, Float64Array]
    return a.map((v, n) => (v - 8 * b[n]! + 8 * c[n]! - d[n]!) / (12 * h))
  })
  return Array.from(columns[0]!, (_, n) => columns.map(c => c[n]!)).flat()
}

const smooth = ['exp', 'sin', 'cos', 'tanh', 'sigmoid', 'softplus', 'sinh', 'sigma']
/** Random smooth expressions: scalars, columns of N, matrices of N x N. */
const { scalar } = fc.letrec<{ scalar: Expr; vector: Expr; matrix: Expr }>(tie => ({
  scalar: fc.oneof({ depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(t, constant('1/2')), fc.constant(dot(x, x)),
    fc.tuple(tie('vector'), tie('vector')).map(([a, b]) => dot(a, b)),
    tie('matrix').map(tr), fc.tuple(tie('scalar'), tie('scalar')).map(([a, b]) => plus(a, b)),
    tie('scalar').map(a => apply('tanh', a)), tie('matrix').map(m => det(plus(scale(4, eye), tame(m)))),
    tie('vector').map(v => norm(plus(v, v, ones(['N']))))),
  vector: fc.oneof({ depthSize: 'small' },
    fc.constantFrom(x, mv(transpose(A), y)), fc.tuple(tie('matrix'), tie('vector')).map(([m, v]) => mv(m, v)),
    fc.tuple(tie('vector'), tie('vector')).map(([a, b]) => plus(a, b)), fc.tuple(tie('vector'), tie('vector')).map(([a, b]) => entrywise(tamed(a), b)),
    fc.tuple(fc.constantFrom(...smooth), tie('vector')).map(([f, v]) => apply(f, tamed(v))), fc.tuple(tie('scalar'), tie('vector')).map(([s, v]) => times(apply('sin', s), v)),
    tie('vector').map(v => power(plus(ones(['N']), power(v, 2)), constant('-1/2')))),
  matrix: fc.oneof({ depthSize: 'small' },
    fc.constantFrom(B, S, mm(transpose(A), A)), fc.tuple(tie('matrix'), tie('matrix')).map(([a, b]) => mm(a, b)), tie('matrix').map(transpose),
    fc.tuple(tie('vector'), tie('vector')).map(([a, b]) => sum('i,j->ij', a, b)), tie('vector').map(v => sum('i->ii', v)),
    tie('matrix').map(m => inv(plus(scale(5, eye), tame(m))))),
}))
const eye: Expr = { k: 'delta', dim: 'N' }
const tamed = (v: Expr): Expr => apply('tanh', v)
const tame = (m: Expr): Expr => apply('tanh', m)

describe('dual numbers', () => {
  it('agree with differences on random smooth expressions, for every input', () => {
    let compared = 0
    fc.assert(fc.property(scalar, fc.constantFrom('A', 'B', 'S', 'x', 'y', 't'), fc.nat(1000), (f, name, seed) => {
      const at = course(symbols, { M: 2, N: 3 }, seed, 7)
      const value = valueAt(f, at)
      if (!value.v.every(v => Number.isFinite(v) && Math.abs(v) < 1e3)) return
      const exact = jacobian(f, name, at)
      const near = differences(f, at, name)
      if (!near.every(Number.isFinite)) return
      compared++
      near.forEach((d, n) => expect(Math.abs(d - exact.v[n]!)).toBeLessThan(2e-6 * (1 + exact.s[n]! + value.s[0]!)))
      // The scale bounds the entry.
      exact.v.forEach((v, n) => expect(exact.s[n]! * (1 + 1e-12)).toBeGreaterThanOrEqual(Math.abs(v)))
    }), { numRuns: 600, seed: 11 })
    expect(compared).toBeGreaterThan(400)
  })

  it('give the gradients of the books', () => {
    const at = course(symbols, { M: 3, N: 4 }, 3)
    const same = (f: Expr, wrt: string, gradient: Expr): void => {
      const [left, right] = [jacobian(f, wrt, at), valueAt(gradient, at)]
      expect(left.v.length).toBe(right.v.length)
      left.v.forEach((v, n) => expect(Math.abs(v - right.v[n]!)).toBeLessThan(1e-12 * (1 + left.s[n]!)))
    }
    const r = minus(mv(A, x), y)
    same(dot(r, r), 'A', scale(2, sum('i,j->ij', r, x)))
    same(mv(A, x), 'A', sum('ik,j->ikj', { k: 'delta', dim: 'M' }, x))
    same(mm(inv(B), S), 'B', scale(-1, sum('ik,lj->ijkl', inv(B), mm(inv(B), S))))
    same(apply('log', power(det(B), 2)), 'B', scale(2, transpose(inv(B))))
    same(det(B), 'B', sum(',ji->ij', det(B), inv(B)))
    same(norm(x), 'x', times(power(norm(x), -1), x))
    same(dot(x, mv(S, x)), 'S', sum('i,j->ij', x, x))
    same(power(apply('exp', t), t), 't', times(plus(t, t), power(apply('exp', t), t)))
    same(apply('sigma', x), 'x', sum('i->ii', apply('sigma', x, 1)))
    same(apply('relu', x), 'x', sum('i->ii', apply('step', x)))
  })

  it('differentiate a determinant where the matrix is singular', () => {
    const at = course(symbols, { M: 2, N: 3 }, 5)
    // Rank 2 of 3: the gradient by B of det(A^T A + B - B) is the matrix of cofactors, here n n^T for the normal n of the rows of A.
    const f = det(plus(mm(transpose(A), A), B, scale(-1, B)))
    const g = det(plus(mm(transpose(A), A), B, scale(-1, B), scale('1/1000000', B)))
    expect(Math.abs(valueAt(f, at).v[0]!)).toBeLessThan(1e-12)
    const [p, q] = [jacobian(f, 'A', at), jacobian(g, 'B', at)]
    p.v.forEach((v, n) => expect(Math.abs(v)).toBeLessThan(1e-10 * (1 + p.s[n]!)))
    const a = at.point.array('A')
    const normal = [0, 1, 2].map(i => a[(i + 1) % 3]! * a[3 + (i + 2) % 3]! - a[(i + 2) % 3]! * a[3 + (i + 1) % 3]!)
    normal.forEach((u, i) => normal.forEach((v, j) => expect(q.v[3 * i + j]! * 1e6).toBeCloseTo(u * v, 4)))
  })
})

describe('untold functions', () => {
  const own = declare('f: P Q of B u', 'B: R S of X', 'X: M N', 'u: P', 'h: of f', 'Q: N N of s, symmetric', 's:', 'a: of b', 'b: of a')
  const v = (name: string, ...derivs: string[]): Expr => variable(own, name, ...derivs)
  const at = course(own, { P: 2, Q: 3, R: 4, S: 2, M: 3, N: 2 })
  const close = (left: ArrayLike<number>, right: ArrayLike<number>): void => {
    expect(left.length).toBe(right.length)
    Array.from(left).forEach((d, n) => expect(d).toBeCloseTo(right[n]!, 11))
  }

  it('pass tangents on by the chain rule', () => {
    close(jacobian(v('f'), 'B', at).v, valueAt(v('f', 'B'), at).v)
    close(jacobian(v('f'), 'X', at).v, valueAt(sum('pqrs,rsmn->pqmn', v('f', 'B'), v('B', 'X')), at).v)
    close(jacobian(v('h'), 'X', at).v, valueAt(sum('pq,pqrs,rsmn->mn', v('h', 'f'), v('f', 'B'), v('B', 'X')), at).v)
    close(jacobian(v('f', 'B'), 'X', at).v, valueAt(sum('pqrsab,abmn->pqrsmn', v('f', 'B', 'B'), v('B', 'X')), at).v)
  })

  it('have partial derivatives that do not depend on their order, and keep linear properties', () => {
    close(valueAt(v('f', 'B', 'u'), at).v, valueAt(sum('pquab->pqabu', v('f', 'u', 'B')), at).v)
    close(valueAt(v('f', 'B', 'B'), at).v, valueAt(sum('pqabcd->pqcdab', v('f', 'B', 'B')), at).v)
    close(valueAt(v('Q', 's', 's'), at).v, valueAt(sum('ij->ji', v('Q', 's', 's')), at).v)
    // Of full rank, not made of few pieces: 6 outputs, 8 inputs.
    const gram = mm(v6(v('f', 'B')), transpose(v6(v('f', 'B'))))
    expect(valueAt(det(gram), at).v[0]).toBeGreaterThan(0.1)
  })

  it('throw where they go round in a circle, and for what is no argument', () => {
    const two = declare('a: of b z', 'b: of a', 'z:')
    expect(() => jacobian(variable(two, 'a'), 'z', course(two, {}))).toThrow('depends on itself')
    expect(() => valueAt(v('f', 'X'), at)).toThrow('not declared as a function of X')
  })
})

/** The 6 x 8 matrix of a Jacobian of P Q x R S at P, Q, R, S = 2, 3, 4, 2. */
function v6(e: Expr): Expr {
  expect(slots(e)).toEqual(['P', 'Q', 'R', 'S'])
  const rows: Expr = { k: 'reshape', from: ['P*Q'], to: ['P', 'Q'] }
  const columns: Expr = { k: 'reshape', from: ['R*S'], to: ['R', 'S'] }
  return add([sum('ipq,pqrs,jrs->ij', rows, e, columns)])
}
