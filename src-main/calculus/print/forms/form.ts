/**
 * What is to be written, before it is put into letters: one tree for matrix and index notation, from which plain text, LaTeX and speech
 * are made. The tree knows what stands beside what; brackets are the writers' affair.
 */
import Fraction from 'fraction.js'
import type { Dim } from '../../tensors/expr.ts'

export type Form =
  /** A rational number, not negative. */
  | { readonly f: 'num'; readonly value: Fraction }
  | { readonly f: 'pi' }
  /** A declared symbol. */
  | { readonly f: 'name'; readonly name: string }
  /** An axis name used as its size. */
  | { readonly f: 'size'; readonly dim: Dim }
  /** `1_N` or ones(M, N); `I_N`; zeros(M, N). Axes: products of sizes. */
  | { readonly f: 'ones' | 'zeros'; readonly axes: readonly (readonly Dim[])[] }
  /** The identity; `word`: I is another symbol here. */
  | { readonly f: 'eye'; readonly axis: readonly Dim[]; readonly word?: boolean }
  /** A zero of the shape that is needed. */
  | { readonly f: 'nought' }
  /** `word`: e is another symbol here. */
  | { readonly f: 'unit'; readonly at: number; readonly dim: Dim; readonly word?: boolean }
  | { readonly f: 'comm'; readonly rows: Dim; readonly cols: Dim }
  /** A function in brackets: `tr(A)`, `exp(x)`, `sigma''(z)`. */
  | { readonly f: 'call'; readonly fn: string; readonly primes: number; readonly args: readonly Form[] }
  | { readonly f: 'transpose'; readonly of: Form }
  | { readonly f: 'inverse'; readonly of: Form; readonly transposed: boolean }
  | { readonly f: 'power'; readonly of: Form; readonly exponent: Form; readonly entrywise: boolean }
  | { readonly f: 'norm'; readonly of: Form }
  /** Factors left to right. The operator of the first is not written. `''` is juxtaposition. */
  | { readonly f: 'product'; readonly items: readonly Item[] }
  | { readonly f: 'sum'; readonly terms: readonly Signed[] }
  | { readonly f: 'entry'; readonly of: Form; readonly at: readonly string[] }
  /** A sum over named indices of what follows. */
  | { readonly f: 'over'; readonly names: readonly string[]; readonly body: Form }
  | { readonly f: 'delta'; readonly a: string; readonly b: string }
  /** `[i = 1]` */
  | { readonly f: 'indicator'; readonly left: string; readonly right: string }
  /** A derivative atom; with indices, entries of it. `by`: innermost first. `vec`: dvec(f)/dvec(X). `partial`: by the direct argument alone. */
  | {
    readonly f: 'derivative'; readonly of: string; readonly by: readonly string[]
    readonly ofAt: readonly string[]; readonly byAt: readonly (readonly string[])[]; readonly vec: boolean; readonly partial: boolean
  }
  | { readonly f: 'literal'; readonly rows: readonly (readonly Form[])[] }
  | { readonly f: 'einsum'; readonly formula: string; readonly args: readonly Form[] }

export type Operator = '' | '.*' | './' | '/'
export interface Item { readonly op: Operator; readonly form: Form }
export interface Signed { readonly minus: boolean; readonly form: Form }

export const numberForm = (value: Fraction | number): Form => ({ f: 'num', value: new Fraction(value) })
export const nameForm = (name: string): Form => ({ f: 'name', name })
export const callForm = (fn: string, args: readonly Form[], primes = 0): Form => ({ f: 'call', fn, primes, args })

/** How tightly a form holds together: a sum, a product, something with a sign before it, something with a power, an atom. */
export const SUM = 1, PRODUCT = 2, SIGN = 3, POST = 4, ATOM = 5

/** The level of a form (see `SUM`, …). */
export function level(form: Form): number {
  switch (form.f) {
    case 'sum': return form.terms.length === 1 && !form.terms[0]!.minus ? level(form.terms[0]!.form) : SUM
    case 'product': case 'over': return PRODUCT
    case 'num': return form.value.d === 1n ? ATOM : PRODUCT
    case 'size': return typeof form.dim === 'string' && /[*+]/.test(form.dim) ? PRODUCT : ATOM
    case 'power': case 'transpose': case 'inverse': return POST
    case 'derivative': return PRODUCT
    default: return ATOM
  }
}

/** The forms directly within a form. */
export function parts(form: Form): readonly Form[] {
  switch (form.f) {
    case 'call': case 'einsum': return form.args
    case 'transpose': case 'inverse': case 'norm': case 'entry': return [form.of]
    case 'power': return [form.of, form.exponent]
    case 'product': return form.items.map(i => i.form)
    case 'sum': return form.terms.map(t => t.form)
    case 'over': return [form.body]
    case 'literal': return form.rows.flat()
    default: return []
  }
}

/** A product; a lone factor is itself, no factors are 1. */
export function productForm(items: readonly Item[]): Form {
  if (items.length === 0) return numberForm(1)
  return items.length === 1 ? items[0]!.form : { f: 'product', items }
}

/** The factors of a product to be laid in a longer one; anything else is one factor. An entrywise product stays whole. */
export function spread(form: Form): readonly Item[] {
  const flat = form.f === 'product' && form.items.every(i => i.op === '')
  return flat ? form.items : [{ op: '', form }]
}

/** Terms with their signs, sums among them laid flat. */
export function sumForm(terms: readonly Signed[]): Form {
  const flat = terms.flatMap(t => (t.form.f !== 'sum' ? [t] : t.form.terms.map(u => ({ minus: u.minus !== t.minus, form: u.form }))))
  const first = flat.findIndex(t => !t.minus)
  // A minus at the very front is easily overlooked: a term with a plus goes first where there is one.
  const order = first > 0 ? [flat[first]!, ...flat.filter((_, n) => n !== first)] : flat
  const [only] = order
  return order.length === 1 && !only!.minus ? only!.form : order.length === 0 ? { f: 'nought' } : { f: 'sum', terms: order }
}

/** The transpose; twice is none. */
export function transposeForm(of: Form): Form {
  switch (of.f) {
    case 'transpose': return of.of
    case 'inverse': return { ...of, transposed: !of.transposed }
    case 'eye': return of
    case 'comm': return { f: 'comm', rows: of.cols, cols: of.rows }
    default: return { f: 'transpose', of }
  }
}

/** A form to a power, with square roots as such; `entrywise` where the form is no scalar. */
export function powerForm(of: Form, exponent: Fraction, entrywise: boolean): Form {
  if (exponent.equals(1)) return of
  if (exponent.equals(0.5)) return callForm('sqrt', [of])
  if (of.f === 'power' && of.entrywise === entrywise && of.exponent.f === 'num' && exponent.d === 1n) {
    return powerForm(of.of, of.exponent.value.mul(exponent), entrywise)
  }
  const written: Form = exponent.s < 0n ? { f: 'sum', terms: [{ minus: true, form: numberForm(exponent.abs()) }] } : numberForm(exponent)
  return { f: 'power', of, exponent: written, entrywise }
}
