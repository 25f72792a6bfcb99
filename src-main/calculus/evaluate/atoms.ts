/**
 * Entrywise functions modulo a prime. A function is a random table: a residue keyed by its name and its argument, so that an equality which holds
 * for the table holds for every function. A built-in function keeps the algebraic laws that are built in here (all hold for the real
 * functions), and no others: where one is met, inequality shows nothing.
 */
import { InternalError } from '../problem.ts'
import type { Modulus } from './modulus.ts'
import { mix, seedOf } from './random.ts'

export class Atoms {
  readonly #m: Modulus
  readonly #seed: number
  readonly #names = new Map<string, number>()

  constructor(m: Modulus, seed: number) {
    this.#m = m
    this.#seed = seed
  }

  /** The residue of a name at some arguments, never 0. */
  keyed(name: string, ...args: readonly number[]): number {
    let h = this.#names.get(name)
    if (h === undefined) this.#names.set(name, h = seedOf(name, this.#seed))
    for (const a of args) {
      if (Number.isNaN(a)) return NaN
      h = mix(h, a)
    }
    return 1 + h % (this.#m.p - 1)
  }

  /** A built-in function of order 0 at u. */
  builtin(fn: string, u: number): number {
    if (Number.isNaN(u)) return NaN
    const m = this.#m
    const half = (a: number): number => m.mul(a, (m.p + 1) / 2)
    const ratio = (a: number, b: number): number => m.mul(a, m.inv(b))
    const square = (a: number): number => m.mul(a, a)
    switch (fn) {
      case 'exp': return this.#exp(u)
      case 'sinh': return half(m.add(this.#exp(u), m.neg(m.inv(this.#exp(u)))))
      case 'cosh': return half(m.add(this.#exp(u), m.inv(this.#exp(u))))
      case 'tanh': return ratio(m.add(square(this.#exp(u)), m.p - 1), m.add(square(this.#exp(u)), 1))
      case 'sigmoid': return ratio(this.#exp(u), m.add(1, this.#exp(u)))
      case 'softplus': return this.#log(m.add(1, this.#exp(u)))
      case 'log': return this.#log(u)
      case 'sin': return ratio(m.add(this.#tangent(u), this.#tangent(u)), m.add(1, square(this.#tangent(u))))
      case 'cos': return ratio(m.add(1, m.neg(square(this.#tangent(u)))), m.add(1, square(this.#tangent(u))))
      case 'tan': return ratio(m.add(this.#tangent(u), this.#tangent(u)), m.add(1, m.neg(square(this.#tangent(u)))))
      case 'sign': return this.#odd('sign', u)
      case 'abs': return m.mul(u, this.#odd('sign', u))
      case 'step': return half(m.add(1, this.#odd('sign', u)))
      case 'relu': return m.mul(u, half(m.add(1, this.#odd('sign', u))))
      default: throw new InternalError(`${fn} has no residues`)
    }
  }

  /** u^v for a varying v: u^0 = 1^v = 1, u^-v = 1 / u^v. No value where u is 0. */
  power(u: number, v: number): number {
    if (u === 0 || Number.isNaN(u) || Number.isNaN(v)) return NaN
    if (v === 0 || u === 1) return 1
    return v * 2 < this.#m.p ? this.keyed('power', u, v) : this.#m.inv(this.keyed('power', u, this.#m.neg(v)))
  }

  /** f(-u) = -f(u), f(0) = 0. */
  #odd(name: string, u: number): number {
    if (u === 0) return 0
    return u * 2 < this.#m.p ? this.keyed(name, u) : this.#m.neg(this.keyed(name, this.#m.neg(u)))
  }

  /** exp(0) = 1, exp(-u) exp(u) = 1. The other hyperbolic functions are made of it. */
  #exp(u: number): number {
    if (u === 0) return 1
    return u * 2 < this.#m.p ? this.keyed('exp', u) : this.#m.inv(this.keyed('exp', this.#m.neg(u)))
  }

  /** log(1) = 0, log(1/u) = -log(u). No value at 0. */
  #log(u: number): number {
    if (u === 0) return NaN
    if (u === 1) return 0
    const reciprocal = this.#m.inv(u)
    return u <= reciprocal ? this.keyed('log', u) : this.#m.neg(this.keyed('log', reciprocal))
  }

  /** tan(u/2), of which sin, cos and tan are rational functions: sin^2 + cos^2 = 1 and the signs come with it. */
  #tangent(u: number): number {
    return this.#odd('half-angle tangent', u)
  }
}
