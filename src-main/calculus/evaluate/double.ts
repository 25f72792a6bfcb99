/**
 * Numbers of twice the digits of a float, as the unevaluated sum of two: some 31 digits (Dekker 1971; Hida, Li & Bailey, Library for double-double and
 * quad-double arithmetic, 2001). What overflows in a float overflows here.
 */

/** high + low, |low| at most half a unit in the last place of high. */
export type Double = readonly [number, number]

export const zero: Double = [0, 0]
export const one: Double = [1, 0]
export const pi: Double = [3.141592653589793, 1.2246467991473532e-16]
export const halfPi: Double = [1.5707963267948966, 6.123233995736766e-17]
const log2: Double = [0.6931471805599453, 2.3190468138462996e-17]

function quick(a: number, b: number): Double {
  const s = a + b
  return [s, b - (s - a)]
}

function twoSum(a: number, b: number): Double {
  const s = a + b
  const bb = s - a
  return [s, (a - (s - bb)) + (b - bb)]
}

function twoProduct(a: number, b: number): Double {
  const p = a * b
  const [ah, al] = split(a)
  const [bh, bl] = split(b)
  return [p, ((ah * bh - p) + ah * bl + al * bh) + al * bl]
}

function split(a: number): Double {
  const t = 134217729 * a
  const high = t - (t - a)
  return [high, a - high]
}

export function plus(a: Double, b: Double): Double {
  const [s, e] = twoSum(a[0], b[0])
  const [t, f] = twoSum(a[1], b[1])
  const [u, v] = quick(s, e + t)
  return quick(u, v + f)
}

export function minus(a: Double): Double {
  return [-a[0], -a[1]]
}

export function times(a: Double, b: Double): Double {
  const [p, e] = twoProduct(a[0], b[0])
  return quick(p, e + (a[0] * b[1] + a[1] * b[0]))
}

export function over(a: Double, b: Double): Double {
  const q1 = a[0] / b[0]
  const r = plus(a, minus(times(b, [q1, 0])))
  const q2 = r[0] / b[0]
  const q3 = plus(r, minus(times(b, [q2, 0])))[0] / b[0]
  return plus(quick(q1, q2), [q3, 0])
}

/** The nearest such number to n / d. */
export function ratio(n: bigint, d: bigint): Double {
  return over(fromWhole(n), fromWhole(d))
}

function fromWhole(n: bigint): Double {
  const high = Number(n)
  return Number.isFinite(high) ? quick(high, Number(n - BigInt(high))) : [NaN, NaN]
}

/** a to a whole power. */
export function toWhole(a: Double, n: number): Double {
  if (n < 0) return over(one, toWhole(a, -n))
  let made = one
  let square = a
  for (let k = n; k >= 1; k = Math.floor(k / 2)) {
    if (k % 2 === 1) made = times(made, square)
    if (k >= 2) square = times(square, square)
  }
  return made
}

const HALVINGS = 9

/** By r = (a - k log 2) / 2^9 and the series of e^r - 1, which is squared back. */
export function exp(a: Double): Double {
  if (a[0] > 709) return [Infinity, 0]
  if (a[0] < -700) return zero
  const k = Math.round(a[0] / log2[0])
  const r = times(plus(a, minus(times(log2, [k, 0]))), [2 ** -HALVINGS, 0])
  let term = r
  let sum = r
  for (let n = 2; n <= 10; n++) {
    term = over(times(term, r), [n, 0])
    sum = plus(sum, term)
  }
  for (let n = 0; n < HALVINGS; n++) sum = plus(times(sum, [2, 0]), times(sum, sum))
  const all = plus(sum, one)
  return [all[0] * 2 ** k, all[1] * 2 ** k]
}

/** By one step of Newton from the float; NaN where there is none. */
export function log(a: Double): Double {
  if (!(a[0] > 0)) return [NaN, NaN]
  const y: Double = [Math.log(a[0]), 0]
  return plus(y, plus(times(a, exp(minus(y))), [-1, 0]))
}

export function sin(a: Double): Double {
  return wave(a, 0)
}

export function cos(a: Double): Double {
  return wave(a, 1)
}

/** The sine of a and some quarter turns, by the series around the nearest quarter turn. */
function wave(a: Double, quarters: number): Double {
  const k = Math.round(a[0] / halfPi[0])
  const r = plus(a, minus(times(halfPi, [k, 0])))
  const turn = (((k + quarters) % 4) + 4) % 4
  const square = times(r, r)
  let term: Double = turn % 2 === 0 ? r : one
  let sum = term
  for (let n = turn % 2 === 0 ? 2 : 1; n < 32; n += 2) {
    term = minus(over(times(term, square), [n * (n + 1), 0]))
    sum = plus(sum, term)
  }
  return turn < 2 ? sum : minus(sum)
}
