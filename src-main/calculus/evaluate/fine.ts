/** The ring of numbers with twice the digits of floats, beside floats that know their scales: for what two floats leave open. */
import type Fraction from 'fraction.js'
import type { Const, MapFn, Pow } from '../tensors/expr.ts'
import { functions } from '../tensors/functions.ts'
import { closedForm, type Closed } from './closed.ts'
import * as num from './double.ts'
import type { Double } from './double.ts'
import type { Real } from './real.ts'
import type { RealRing } from './realring.ts'
import type { Ring } from './ring.ts'
import type { Tables } from './tables.ts'

/** The entries in twice the digits, and in floats with their scales; NaN in both where there is no value. */
export interface Fine { readonly v: readonly Double[]; readonly real: Real }

/** A declared elementwise function in twice the digits. */
export type FineUnspecified = (fn: string, order: number, u: Double) => Double

const nothing: Double = [NaN, NaN]

export class FineRing implements Ring<Fine> {
  readonly #real: RealRing
  readonly #unspecified: FineUnspecified

  constructor(real: RealRing, unspecified: FineUnspecified) {
    this.#real = real
    this.#unspecified = unspecified
  }

  constant(e: Const): Fine {
    const { s, n, d } = e.value
    return { v: [num.ratio(s * n, d)], real: this.#real.constant(e) }
  }

  pi(): Fine {
    return { v: [num.pi], real: this.#real.pi() }
  }

  pattern(bits: Float64Array): Fine {
    return { v: Array.from(bits, (b): Double => [b, 0]), real: this.#real.pattern(bits) }
  }

  contract(t: Tables, a: Fine, b: Fine | null): Fine {
    const v: Double[] = Array.from({ length: t.length }, () => num.zero)
    for (let o = 0; o < t.loops; o++) {
      let total = num.zero
      for (let k = 0; k < t.terms; k++) {
        const [i, j] = [t.aAt[o]! + t.aSum[k]!, b ? t.bAt[o]! + t.bSum[k]! : 0]
        // A zero by structure annuls whatever it meets.
        if (a.real.s[i] === 0 || b?.real.s[j] === 0) continue
        total = num.plus(total, b ? num.times(a.v[i]!, b.v[j]!) : a.v[i]!)
      }
      v[t.scattered ? t.to[o]! : o] = total
    }
    return { v, real: this.#real.contract(t, a.real, b && b.real) }
  }

  scale(a: Fine, coefficient: Const, count: number): Fine {
    const by = num.times(num.ratio(coefficient.value.s * coefficient.value.n, coefficient.value.d), [count, 0])
    return { v: a.v.map(x => num.times(x, by)), real: this.#real.scale(a.real, coefficient, count) }
  }

  add(terms: readonly Fine[], length: number): Fine {
    const v = Array.from({ length }, (_, n) => terms.reduce<Double>((sum, t) => num.plus(sum, t.v[n]!), num.zero))
    return { v, real: this.#real.add(terms.map(t => t.real), length) }
  }

  map(e: MapFn, a: Fine): Fine {
    const real = this.#real.map(e, a.real)
    const form = functions.has(e.fn) ? closedForm(e.fn, e.order) : null
    return { v: a.v.map((u, n) => (Number.isFinite(real.v[n]!) ? form ? closedAt(form, u) : this.#unspecified(e.fn, e.order, u) : nothing)), real }
  }

  power(e: Pow, base: Fine, exact: Fraction, varying: Fine | null): Fine {
    const real = this.#real.power(e, base.real, exact, varying && varying.real)
    const known = num.ratio(exact.s * exact.n, exact.d)
    const v = base.v.map((u, n) => {
      if (!Number.isFinite(real.v[n]!)) return nothing
      if (!varying && exact.d === 1n) return num.toWhole(u, Number(exact.s * exact.n))
      if (u[0] === 0) return num.zero
      const x = varying ? num.plus(known, varying.v[varying.v.length === 1 ? 0 : n]!) : known
      return u[0] > 0 ? num.exp(num.times(x, num.log(u))) : num.toWhole(u, x[0])
    })
    return { v, real }
  }

  inverse(a: Fine, n: number): Fine {
    const real = this.#real.inverse(a.real, n)
    return { v: real.v.every(Number.isFinite) ? eliminated(a.v, n).inverse : a.v.map(() => nothing), real }
  }

  det(a: Fine, n: number): Fine {
    return { v: [eliminated(a.v, n).det], real: this.#real.det(a.real, n) }
  }
}

function closedAt(form: Closed, u: Double): Double {
  if (form.base === null) return num.times([form.factor, 0], num.toWhole(u, form.exponent))
  if (form.poly.length === 0) return num.zero
  const y = builtIn(form.base, u)
  return form.poly.reduceRight<Double>((total, c) => num.plus(num.times(total, y), [c, 0]), num.zero)
}

function builtIn(fn: string, u: Double): Double {
  const { plus, minus, times, over, exp, one } = num
  const half: Double = [0.5, 0]
  switch (fn) {
    case 'exp': return exp(u)
    case 'log': return num.log(u)
    case 'sin': return num.sin(u)
    case 'cos': return num.cos(u)
    case 'tan': return over(num.sin(u), num.cos(u))
    case 'sinh': return times(half, plus(exp(u), minus(exp(minus(u)))))
    case 'cosh': return times(half, plus(exp(u), exp(minus(u))))
    case 'tanh': {
      const far = exp(times([-2, 0], absolute(u)))
      const size = over(plus(one, minus(far)), plus(one, far))
      return u[0] < 0 ? minus(size) : size
    }
    case 'sigmoid': return u[0] < 0 ? over(exp(u), plus(one, exp(u))) : over(one, plus(one, exp(minus(u))))
    case 'softplus': return plus(num.log(plus(one, exp(minus(absolute(u))))), u[0] > 0 ? u : num.zero)
    case 'abs': return absolute(u)
    case 'sign': return [Math.sign(u[0]), 0]
    case 'relu': return u[0] > 0 ? u : num.zero
    case 'step': return u[0] > 0 ? one : num.zero
    default: return nothing
  }
}

function absolute(u: Double): Double {
  return u[0] < 0 ? num.minus(u) : u
}

/** Gauss and Jordan, with the largest pivot. */
function eliminated(a: readonly Double[], n: number): { inverse: Double[]; det: Double } {
  const m = [...a]
  const inverse = a.map((_, k): Double => (Math.floor(k / n) === k % n ? num.one : num.zero))
  let det = num.one
  for (let c = 0; c < n; c++) {
    let p = c
    for (let r = c + 1; r < n; r++) if (Math.abs(m[r * n + c]![0]) > Math.abs(m[p * n + c]![0])) p = r
    const pivot = m[p * n + c]!
    if (pivot[0] === 0) return { inverse: a.map(() => nothing), det: num.zero }
    det = num.times(p === c ? det : num.minus(det), pivot)
    for (const x of [m, inverse]) for (let j = 0; j < n; j++) {
      const moved = num.over(x[p * n + j]!, pivot)
      x[p * n + j] = x[c * n + j]!
      x[c * n + j] = moved
    }
    for (let r = 0; r < n; r++) {
      const by = num.minus(m[r * n + c]!)
      if (r === c || by[0] === 0) continue
      for (const x of [m, inverse]) for (let j = 0; j < n; j++) x[r * n + j] = num.plus(x[r * n + j]!, num.times(by, x[c * n + j]!))
    }
  }
  return { inverse, det }
}
