/**
 * Derivatives of every order of the built-in entrywise functions, in closed form: a polynomial in one function of the table, or a power.
 * One row serves floats, duals and residues.
 */
import { InternalError } from '../problem.ts'
import { functions } from '../tensors/functions.ts'

/** `poly[n]` is the coefficient of base(u)^n; with base `null` the derivative is factor * u^exponent. An empty polynomial is zero. */
export type Closed =
  | { readonly base: string; readonly poly: readonly number[] }
  | { readonly base: null; readonly factor: number; readonly exponent: number }

type Poly = readonly number[]

/** y' as a polynomial in y, for the functions that solve such an equation. */
const selfClosed: ReadonlyMap<string, Poly> = new Map<string, Poly>([
  ['exp', [0, 1]], ['tan', [1, 0, 1]], ['tanh', [1, 0, -1]], ['sigmoid', [0, 1, -1]],
])
/** Functions that come round: each is the derivative of the one before it, with its sign. */
const rounds: ReadonlyMap<string, readonly (readonly [string, number])[]> = new Map([
  ['sin', [['sin', 1], ['cos', 1], ['sin', -1], ['cos', -1]] as const],
  ['cos', [['cos', 1], ['sin', -1], ['cos', -1], ['sin', 1]] as const],
  ['sinh', [['sinh', 1], ['cosh', 1]] as const],
  ['cosh', [['cosh', 1], ['sinh', 1]] as const],
])
/** Functions with a kink: their derivative off the kink, and zero after that. */
const kinked: ReadonlyMap<string, string | null> = new Map([['abs', 'sign'], ['relu', 'step'], ['sign', null], ['step', null]])

const known = new Map<string, Closed[]>()
/** Beyond this order the coefficients are too large to mean anything: there is no value. */
const highest = 60

/** The derivative of order `order` (0: itself) of a built-in function. Throws for a function that has no row here. */
export function closedForm(fn: string, order: number): Closed {
  if (order > highest) return { base: null, factor: NaN, exponent: 0 }
  let forms = known.get(fn)
  if (!forms) known.set(fn, forms = [])
  return (forms[order] ??= make(fn, order))
}

function make(fn: string, order: number): Closed {
  if (!functions.has(fn)) throw new InternalError(`${fn} is no built-in function`)
  const own = selfClosed.get(fn)
  if (own) {
    let poly: Poly = [0, 1]
    for (let n = 0; n < order; n++) poly = times(own, poly.slice(1).map((c, k) => c * (k + 1)))
    return { base: fn, poly }
  }
  const round = rounds.get(fn)
  if (round) {
    const [base, sign] = round[order % round.length]!
    return { base, poly: [0, sign] }
  }
  if (order === 0) return { base: fn, poly: [0, 1] }
  if (fn === 'softplus') return closedForm('sigmoid', order - 1)
  if (fn === 'log') {
    let factor = 1
    for (let n = 1; n < order; n++) factor *= -n
    return { base: null, factor, exponent: -order }
  }
  const next = kinked.get(fn)
  if (next === undefined) throw new InternalError(`${fn} has no closed derivative`)
  return next !== null && order === 1 ? { base: next, poly: [0, 1] } : { base: fn, poly: [] }
}

function times(a: Poly, b: Poly): Poly {
  const c: number[] = new Array<number>(Math.max(0, a.length + b.length - 1)).fill(0)
  a.forEach((x, i) => b.forEach((y, j) => { c[i + j]! += x * y }))
  return c
}

/** The float value of a closed form at u; NaN where there is none. */
export function closedValue(form: Closed, u: number): number {
  if (form.base === null) return u === 0 ? NaN : form.factor * u ** form.exponent
  if (form.poly.length === 0) return Number.isNaN(u) ? NaN : 0
  const y = functions.get(form.base)!.value(u)
  // The leading coefficient first: zero times an overflow would be NaN.
  let total = form.poly.at(-1)!
  for (let n = form.poly.length - 2; n >= 0; n--) total = total * y + form.poly[n]!
  return total
}
