/** The ring of residues modulo a prime: exact where everything is rational, opaque elsewhere. */
import Fraction from 'fraction.js'
import { functions } from '../tensors/functions.ts'
import type { Const, MapFn, Pow } from '../tensors/expr.ts'
import { Atoms } from './atoms.ts'
import { closedForm } from './closed.ts'
import type { Modulus } from './modulus.ts'
import { detModulo, inverseModulo } from './residuematrix.ts'
import type { Ring } from './ring.ts'
import type { Tables } from './tables.ts'

/** Residues; NaN where there is no value. `root` remembers of what a power is, so that a whole power of a root is taken exactly. */
export interface Residues {
  readonly v: Float64Array
  readonly root?: { readonly base: Residues; readonly exponent: Fraction }
}

const residues = new WeakMap<Const, Map<number, number>>()

/** The residue of a constant, computed once for each prime. */
function residueOf(c: Const, m: Modulus): number {
  let known = residues.get(c)
  if (!known) residues.set(c, known = new Map())
  let r = known.get(m.p)
  if (r === undefined) known.set(m.p, r = m.of(c.value))
  return r
}

export class ResidueRing implements Ring<Residues> {
  /**
   * A built-in function, a root or a power with an exponent that varies was met: an equality of residues still holds for the functions, an
   * inequality shows nothing. Declared functions and π do not count: of them nothing is known, so that what differs for a random
   * table differs for some function, and π is transcendental.
   */
  opaque = false
  readonly #m: Modulus
  readonly #atoms: Atoms

  /** `seed` belongs to the draw: it makes the tables of the functions. */
  constructor(modulus: Modulus, seed: number) {
    this.#m = modulus
    this.#atoms = new Atoms(modulus, seed)
  }

  constant(e: Const): Residues {
    return { v: Float64Array.of(residueOf(e, this.#m)) }
  }

  pi(): Residues {
    return { v: Float64Array.of(this.#atoms.keyed('pi')) }
  }

  pattern(bits: Float64Array): Residues {
    return { v: bits }
  }

  contract(t: Tables, a: Residues, b: Residues | null): Residues {
    const m = this.#m
    const { to, aAt, bAt, aSum, bSum, loops, terms, scattered } = t
    const v = new Float64Array(t.length)
    const x = a.v
    const y = b ? b.v : null
    for (let o = 0; o < loops; o++) {
      const ao = aAt[o]!
      const bo = bAt[o]!
      // Fewer than 2^27 terms below 2^26 each: the sum is exact.
      let total = 0
      for (let k = 0; k < terms; k++) {
        const p = x[ao + aSum[k]!]!
        if (!y) total += p
        else {
          const q = y[bo + bSum[k]!]!
          if (p !== 0 && q !== 0) total += m.mul(p, q)
        }
      }
      v[scattered ? to[o]! : o] = total % m.p
    }
    return { v }
  }

  scale(a: Residues, coefficient: Const, count: number): Residues {
    const m = this.#m
    const factor = m.mul(residueOf(coefficient, m), m.whole(count))
    const v = new Float64Array(a.v.length)
    for (let n = 0; n < v.length; n++) v[n] = m.mul(a.v[n]!, factor)
    return { v }
  }

  add(terms: readonly Residues[], length: number): Residues {
    const v = new Float64Array(length)
    for (const t of terms) for (let n = 0; n < length; n++) v[n] = this.#m.add(v[n]!, t.v[n]!)
    return { v }
  }

  map(e: MapFn, a: Residues): Residues {
    if (!functions.has(e.fn)) return { v: a.v.map(u => this.#atoms.keyed(e.fn, e.order, u)) }
    const form = closedForm(e.fn, e.order)
    const m = this.#m
    if (form.base === null) {
      const factor = m.whole(form.factor)
      return { v: a.v.map(u => m.mul(factor, m.pow(u, BigInt(form.exponent)))) }
    }
    if (form.poly.length === 0) return { v: a.v.map(u => (Number.isNaN(u) ? NaN : 0)) }
    this.opaque = true
    const coefficients = form.poly.map(c => m.whole(c))
    return {
      v: a.v.map(u => {
        const y = this.#atoms.builtin(form.base, u)
        let total = 0
        for (let n = coefficients.length - 1; n >= 0; n--) total = m.add(m.mul(total, y), coefficients[n]!)
        return total
      }),
    }
  }

  power(e: Pow, base: Residues, exact: Fraction, varying: Residues | null): Residues {
    const m = this.#m
    if (varying) {
      const known = this.power(e, base, exact, null)
      this.opaque = true
      const rest = base.v.map((u, n) => this.#atoms.power(u, varying.v[varying.v.length === 1 ? 0 : n]!))
      return { v: known.v.map((u, n) => m.mul(u, rest[n]!)) }
    }
    if (exact.d === 1n) {
      // (u^(a/b))^n = u^(n a/b) wherever the left side has a value.
      if (base.root) return this.power(e, base.root.base, base.root.exponent.mul(exact), null)
      const n = exact.s < 0n ? -exact.n : exact.n
      return { v: base.v.map(u => m.pow(u, n)) }
    }
    this.opaque = true
    const below = exact.floor()
    const fraction = exact.sub(below)
    const whole = below.s < 0n ? -below.n : below.n
    const name = `root ${fraction.toFraction()}`
    return {
      v: base.v.map(u => (u === 0 ? (exact.s < 0n ? NaN : 0) : u === 1 ? 1 : m.mul(m.pow(u, whole), this.#atoms.keyed(name, u)))),
      root: { base, exponent: exact },
    }
  }

  inverse(a: Residues, n: number): Residues {
    return { v: inverseModulo(a.v, n, this.#m) }
  }

  det(a: Residues, n: number): Residues {
    return { v: Float64Array.of(detModulo(a.v, n, this.#m)) }
  }
}
