/** Arithmetic modulo a prime below 2^26, in plain numbers: a product stays below 2^53 and is exact. */
import type Fraction from 'fraction.js'

/**
 * The primes of the draws, in turn; each is 3 modulo 4. The first is 2^26 - 5. One prime alone would take the answer `67108859 x` for zero.
 */
export const primes = [67108859, 67108819, 67108763] as const

export class Modulus {
  readonly p: number
  readonly #inverse: number

  constructor(p: number) {
    this.p = p
    this.#inverse = 1 / p
  }

  /** a * b for residues a, b. The quotient is off by one at most, which is mended; `%` would cost ten times as much. */
  mul(a: number, b: number): number {
    const x = a * b
    const r = x - Math.floor(x * this.#inverse) * this.p
    return r < 0 ? r + this.p : r >= this.p ? r - this.p : r
  }

  add(a: number, b: number): number {
    const r = a + b
    return r >= this.p ? r - this.p : r
  }

  neg(a: number): number {
    return a === 0 ? 0 : this.p - a
  }

  /** 1/a by Euclid's algorithm; NaN for zero and for NaN. */
  inv(a: number): number {
    if (!(a > 0)) return NaN
    let [r0, r1, t0, t1] = [this.p, a, 0, 1]
    while (r1 !== 0) {
      const q = Math.floor(r0 / r1);
      [r0, r1] = [r1, r0 - q * r1];
      [t0, t1] = [t1, t0 - q * t1]
    }
    return t0 < 0 ? t0 + this.p : t0
  }

  /** a^n for a whole n, which may be negative; NaN for a negative power of zero. 0^0 is 1. */
  pow(a: number, n: bigint): number {
    if (Number.isNaN(a)) return NaN
    let base = n < 0n ? this.inv(a) : a
    if (Number.isNaN(base)) return NaN
    if (a === 0) return n === 0n ? 1 : 0
    // Fermat: exponents count modulo p - 1.
    let rest = Number((n < 0n ? -n : n) % BigInt(this.p - 1))
    let power = 1
    while (rest > 0) {
      if (rest % 2) power = this.mul(power, base)
      base = this.mul(base, base)
      rest = Math.floor(rest / 2)
    }
    return power
  }

  /** The residue of a rational number; NaN where p divides its denominator. */
  of(x: Fraction): number {
    const p = BigInt(this.p)
    const r = this.mul(Number(x.n % p), this.inv(Number(x.d % p)))
    return x.s < 0n ? this.neg(r) : r
  }

  /** The residue of a whole number of any sign below 2^53. */
  whole(n: number): number {
    const r = n % this.p
    return r < 0 ? r + this.p : r
  }
}
