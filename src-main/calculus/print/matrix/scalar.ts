/** Scalar factors of a term: each with its power, those that are the same put together, roots of sums of squares as norms. */
import Fraction from 'fraction.js'
import { powerForm, spread, type Form, type Item } from '../forms/form.ts'
import { plain } from '../forms/plain.ts'
import { chainForm, flip, traceForm, type Chain } from './chain.ts'

export interface Scalar {
  readonly form: Form
  readonly exponent: Fraction
  /** `||x||`, where `form` is its square. */
  readonly norm?: Form
}

export const scalar = (form: Form, exponent = new Fraction(1)): Scalar => ({ form, exponent })

/** The inner product of two columns, from the side on which it is shorter; `||A x||^2` where both are the same and more than a symbol. */
export function inner(p: Chain, q: Chain): Scalar {
  const one = chainForm([...flip(p), ...q])
  const two = chainForm([...flip(q), ...p])
  const form = plain(two).length < plain(one).length ? two : one
  const half = mirrored([...flip(p), ...q])
  return half ? squared(chainForm(half), form) : scalar(form)
}

/** The second half of a product that reads the same from both sides: A x in xᵀ Aᵀ A x. */
function mirrored(chain: Chain): Chain | null {
  const n = chain.length
  const same = n % 2 === 0 && chain.every((l, k) => plain(l.a) === plain(chain[n - 1 - k]!.b))
  return same ? chain.slice(n / 2) : null
}

/** The trace of Pᵀ Q for two matrices that lie alike; a norm as in `inner`. */
export function traceOf(p: Chain, q: Chain): Scalar {
  const side = chainForm(p)
  const form = traceForm([...flip(p), ...q])
  return plain(side) === plain(chainForm(q)) ? squared(side, form) : scalar(form)
}

function squared(side: Form, form: Form): Scalar {
  const norm: Form = { f: 'norm', of: side }
  return { form: side.f === 'name' ? form : powerForm(norm, new Fraction(2), false), exponent: new Fraction(1), norm }
}

/** Puts equal scalars together. A norm takes the place of its square wherever a root of it or a quotient by it occurs. */
export function mergeScalars(scalars: readonly Scalar[]): Scalar[] {
  const found = new Map<string, Scalar>()
  for (const s of scalars) {
    const text = plain(s.norm ?? s.form)
    const half = s.norm === undefined && s.form.f === 'norm'
    const old = found.get(text)
    const exponent = half ? s.exponent.div(2) : s.exponent
    if (old) found.set(text, { ...old, ...(s.norm ? s : {}), exponent: old.exponent.add(exponent) })
    else found.set(text, half ? { form: powerForm(s.form, new Fraction(2), false), norm: s.form, exponent } : { ...s, exponent })
  }
  return [...found.values()].filter(s => !s.exponent.equals(0)).map(s => {
    if (!s.norm || (s.exponent.d === 1n && s.exponent.s > 0n && s.form.f !== 'power' && s.exponent.equals(1))) return s
    return { form: s.norm, exponent: s.exponent.mul(2) }
  })
}

/** The scalars that multiply, and those that divide, as forms. */
export function sides(scalars: readonly Scalar[]): { readonly over: readonly Form[]; readonly under: readonly Form[] } {
  const merged = mergeScalars(scalars)
  const over = merged.filter(s => s.exponent.s > 0n).map(s => powerForm(s.form, s.exponent, false))
  const under = merged.filter(s => s.exponent.s < 0n).map(s => powerForm(s.form, s.exponent.abs(), false))
  return { over: [...over.filter(simple), ...over.filter(f => !simple(f))], under }
}

/** The factors of a product of scalars. Where nothing follows, the last one is laid flat behind symbols: `alpha x^T x`. */
export function scalarItems(over: readonly Form[], alone: boolean): readonly Item[] {
  const flat = alone && over.slice(0, -1).every(simple)
  return over.flatMap((form, n) => (flat && n === over.length - 1 ? spread(form) : [{ op: '' as const, form }]))
}

function simple(f: Form): boolean {
  return f.f === 'name' || f.f === 'pi' || f.f === 'size' || (f.f === 'power' && simple(f.of))
}
