/** Entrywise powers: numbers and factors that stand apart come out of them. */
import Fraction from 'fraction.js'
import { constant, ones, slots } from '../../tensors/build.ts'
import type { Expr, Pow } from '../../tensors/expr.ts'
import { livelySlots, onlySlots } from './constant.ts'
import { baseOf, raise, tidy } from './meet.ts'
import { closed, monoExpr, monoSlots, ONE, restrict, sumExpr, type Factor, type Mono } from './mono.ts'
import { settle } from './product.ts'
import type { Rules } from './rules.ts'
import { Sheet } from './sheet.ts'

/** The terms of a power. */
export function powerTerms(e: Pow, rules: Rules): readonly Mono[] {
  const own = slots(e.base)
  const exponent = rules.expr(e.exponent)
  const base = rules.terms(e.base)
  if (exponent.k !== 'const') return symbolic(base, e.exponent, own, rules)
  const c = exponent.value
  if (c.equals(1)) return base
  if (c.equals(0)) return rules.terms(ones(own))
  const kept = livelySlots(base, own.length)
  const bare = onlySlots(base, kept)
  return number(bare, c, kept.map(s => own[s]!), rules).map(m => {
    // What was left out again: ones along the slots on which nothing depends.
    const sheet = new Sheet()
    const at = own.map(d => sheet.vertex(d))
    sheet.paste(m, kept.map(s => at[s]!))
    return sheet.mono(at)
  })
}

/** A sum to a power that is a number. */
function number(base: readonly Mono[], c: Fraction, own: Mono['dims'], rules: Rules): readonly Mono[] {
  if (base.length === 0) return c.s > 0n ? [] : [atom({ k: 'pow', base: sumExpr([], own), exponent: constant(c) }, own.length, own)]
  if (base.length === 1) return one(base[0]!, c, rules)
  const sheet = new Sheet()
  const at = own.map(d => sheet.vertex(d))
  raise(sheet, sumExpr(base, own), at, c, rules)
  const made = tidy(sheet.mono(at), rules)
  return made ? settle(made, rules) : []
}

/** A power that is no number. */
function symbolic(base: readonly Mono[], exponent: Expr, own: Mono['dims'], rules: Rules): readonly Mono[] {
  const power = rules.terms(exponent)
  const [only] = base
  const ones = only?.coef.equals(1) && only.factors.length === 0 && only.dims.length === own.length && new Set(only.out).size === own.length
  if (base.length === 1 && ones) return base
  const full = slots(exponent).length > 0
  const lively = new Set([...livelySlots(base, own.length), ...(full ? livelySlots(power, own.length) : [])])
  const kept = own.map((_, s) => s).filter(s => lively.has(s))
  const dims = kept.map(s => own[s]!)
  const raised = full ? sumExpr(onlySlots(power, kept), dims) : sumExpr(power, [])
  const made: Expr = { k: 'pow', base: sumExpr(onlySlots(base, kept), dims), exponent: raised }
  return [on(made, kept, own)]
}

/** A factor on some of the slots, ones along the others. */
export function on(e: Expr, kept: readonly number[], own: Mono['dims']): Mono {
  return { coef: ONE, factors: [{ e, on: kept }], dims: own, out: own.map((_, s) => s) }
}

/** A single factor on vertices of its own. */
export function atom(e: Expr, count: number, dims: Mono['dims']): Mono {
  const on = Array.from({ length: count }, (_, n) => n)
  return { coef: ONE, factors: [{ e, on }], dims, out: on }
}

/** The power of one monomial. */
function one(m: Mono, c: Fraction, rules: Rules): readonly Mono[] {
  const own = monoSlots(m)
  const repeated = new Set(m.out).size < m.out.length
  const root = rationalPower(m.coef.abs(), c)
  const whole = c.d === 1n
  if (repeated || !root || (!whole && m.coef.s < 0n)) return [atom({ k: 'pow', base: monoExpr(m), exponent: constant(c) }, own.length, own)]
  const sheet = new Sheet()
  sheet.coef = root
  if (whole && m.coef.s < 0n && c.n % 2n === 1n) sheet.coef = sheet.coef.neg()
  // Only the vertices of the result: the inner ones of the base go into the powers.
  const at = new Map(m.out.map(v => [v, sheet.vertex(m.dims[v]!)]))
  const bare: Mono = { ...m, coef: ONE }
  const plain = m.factors.length === 0 && m.dims.length === m.out.length
  if (whole) for (const g of groups(bare)) raiseGroup(sheet, g, bare, c, at, rules)
  else if (!plain) raise(sheet, monoExpr(bare), m.out.map(v => at.get(v)!), c, rules)
  const made = tidy(sheet.mono(m.out.map(v => at.get(v)!)), rules)
  return made ? settle(made, rules) : []
}

interface Group { readonly factors: readonly Factor[]; readonly inner: readonly number[] }

/** The factors of a monomial, those put together that share a vertex that is summed over. */
function groups(m: Mono): Group[] {
  const inner = closed(m)
  const made: { factors: Factor[]; inner: Set<number> }[] = []
  for (const f of m.factors) {
    const own = { factors: [f], inner: new Set(f.on.filter(v => inner.has(v))) }
    for (let n = made.length - 1; n >= 0; n--) {
      const g = made[n]!
      if (![...g.inner].some(v => own.inner.has(v))) continue
      own.factors.unshift(...g.factors)
      own.inner = new Set([...g.inner, ...own.inner])
      made.splice(n, 1)
    }
    made.push(own)
  }
  const met = new Set(m.factors.flatMap(f => f.on))
  const lone = [...inner].filter(v => !met.has(v)).map(v => ({ factors: [], inner: [v] }))
  return [...made.map(g => ({ factors: g.factors, inner: [...g.inner] })), ...lone]
}

function raiseGroup(sheet: Sheet, g: Group, m: Mono, c: Fraction, at: ReadonlyMap<number, number>, rules: Rules): void {
  const [only] = g.factors
  if (g.inner.length === 0 && only) {
    const { base, exponent } = baseOf(only)
    raise(sheet, base, only.on.map(v => at.get(v)!), exponent.mul(c), rules)
    return
  }
  const outer = [...new Set(g.factors.flatMap(f => f.on))].filter(v => !g.inner.includes(v))
  const vertices = [...outer, ...g.inner]
  const part = restrict({ ...m, factors: g.factors, out: outer }, vertices)
  raise(sheet, monoExpr(part), outer.map(v => at.get(v)!), c, rules)
}

const LARGEST = 10n ** 9n

/** The c-th power of a positive number where it is rational. */
export function rationalPower(x: Fraction, c: Fraction): Fraction | null {
  if (x.equals(1)) return x
  // A root of a number is found by its prime factors: those of a long one are not looked for.
  if (c.n > 64n || c.d > 64n || (c.d > 1n && (x.n > LARGEST || x.d > LARGEST))) return null
  const made = x.equals(0) ? null : (x.pow(c) as Fraction | null)
  return made && x.equals(made.pow(c.inverse()) as Fraction | null ?? 0) ? made : null
}
