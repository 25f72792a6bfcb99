/**
 * Last touches to a monomial before it is written: `sigmoid(z) .* (1 - sigmoid(z))` is sigmoid'(z), the root of t² is |t|, and exp(x) over
 * its sum is softmax(x). What comes out is for the writers alone: a `map` by the name of softmax is not entrywise.
 */
import { apply, einsum, power } from '../tensors/build.ts'
import { functions } from '../tensors/functions.ts'
import type { Expr, MapFn } from '../tensors/expr.ts'
import { baseOf } from './simplify/meet.ts'
import type { Factor, Mono } from './simplify/mono.ts'
import type { Rules } from './simplify/rules.ts'

/** Functions whose derivative is a sum that holds the function itself. */
const SELF = new Set(['sigmoid', 'tanh', 'tan'])

/** The monomial with derivatives of functions and softmax under their names; softmax only of what `mayName` allows. */
export function pretty(m: Mono, rules: Rules, mayName: (arg: Expr) => boolean = () => true): Mono {
  return softmaxes(derivatives(absolute(m, rules), rules), rules, mayName)
}

/** (t²)^(1/2) is |t|. */
function absolute(m: Mono, rules: Rules): Mono {
  const factors = m.factors.map((f): Factor => {
    const { base, exponent } = baseOf(f)
    const [t, ...more] = exponent.d === 2n && base.k === 'einsum' ? rules.terms(base) : []
    if (!t || more.length || !t.coef.equals(1) || t.factors.length !== 2 || t.dims.length !== t.out.length) return f
    const [p, q] = t.factors as [Factor, Factor]
    const plain = p.on.length === t.out.length && p.on.every((v, s) => v === q.on[s] && v === t.out[s])
    if (!plain || rules.atom(p.e) !== rules.atom(q.e)) return f
    const abs = apply('abs', p.e)
    return { e: exponent.equals(0.5) ? abs : power(abs, exponent.mul(2)), on: f.on }
  })
  return { ...m, factors }
}

function derivatives(m: Mono, rules: Rules): Mono {
  for (const f of m.factors) {
    if (f.e.k !== 'add') continue
    for (const map of mapsIn(f.e)) {
      const written = functions.get(map.fn)!.derivative(map.arg)
      const whole = rules.terms(written)
      const rest = whole.length === 1 ? whole[0]!.factors.map(w => w.e) : [written]
      const found = rest.map(e => m.factors.find(g => same(g, e, f.on, rules)))
      if (found.some(g => g === undefined) || new Set(found).size < rest.length) continue
      const factors = m.factors.filter(g => !found.includes(g))
      return derivatives({ ...m, factors: [...factors, { e: { ...map, order: 1 }, on: f.on }] }, rules)
    }
  }
  return m
}

function same(g: Factor, e: Expr, on: readonly number[], rules: Rules): boolean {
  return g.on.length === on.length && g.on.every((v, n) => v === on[n]) && rules.key(g.e) === rules.key(e)
}

function mapsIn(e: Expr & { k: 'add' }): MapFn[] {
  const inside = e.terms.flatMap(t => (t.k === 'einsum' ? t.factors : [t])).map(f => (f.k === 'pow' ? f.base : f))
  return inside.filter((f): f is MapFn => f.k === 'map' && f.order === 0 && SELF.has(f.fn))
}

/** exp(u)_v (Σ exp(u))^-1 is softmax(u)_v. */
function softmaxes(m: Mono, rules: Rules, mayName: (arg: Expr) => boolean): Mono {
  for (const s of m.factors) {
    const { base, exponent } = baseOf(s)
    if (s.on.length > 0 || exponent.d !== 1n || exponent.s > 0n) continue
    for (const f of m.factors) {
      const { e } = f
      if (e.k !== 'map' || e.fn !== 'exp' || e.order !== 0 || f.on.length !== 1) continue
      if (rules.key(base) !== rules.key(einsum([e], [[0]], [])) || !mayName(e.arg)) continue
      const left = exponent.add(1)
      const factors = m.factors.flatMap((g): Factor[] => {
        if (g === f) return [{ e: apply('softmax', e.arg), on: f.on }]
        if (g === s) return left.equals(0) ? [] : [{ e: power(base, left), on: [] }]
        return [g]
      })
      return softmaxes({ ...m, factors }, rules, mayName)
    }
  }
  return m
}
