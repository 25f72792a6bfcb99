/** One term of a sum in matrix notation: a number, scalars, divisors, and a chain of matrices. */
import Fraction from 'fraction.js'
import { numberForm, productForm, spread, sumForm, type Form, type Item, type Signed } from '../forms/form.ts'
import { chainItems, flip, type Chain, type Link } from './chain.ts'
import { scalarItems } from './scalar.ts'

export interface Term {
  readonly coef: Fraction
  /** Scalars that multiply. */
  readonly over: readonly Form[]
  /** Scalars that divide. */
  readonly under: readonly Form[]
  /** The array of the term; null for a scalar. */
  readonly chain: Chain | null
}

/** The term with its array transposed. */
export function flipTerm(t: Term): Term {
  return t.chain ? { ...t, chain: flip(t.chain) } : t
}

/** The term as a sign and a form without one. */
export function termForm(t: Term): Signed {
  const coef = t.coef.abs()
  const chain = t.chain ? chainItems(t.chain) : []
  const [only] = chain
  // An entrywise product that stands alone may be drawn into the row of factors: 2 x .* y.
  const drawn = chain.length === 1 && only!.form.f === 'product' ? only!.form.items : chain
  const scalars = scalarItems(t.over, chain.length === 0)
  const front = t.under.length > 0 ? new Fraction(coef.n) : coef
  // A number or a scalar takes the place of the 1 in 1 ./ x.
  const bald = drawn.length > 1 && drawn[0]!.form.f === 'num' && (scalars.length > 0 || !front.equals(1))
  const array = bald ? drawn.slice(1) : drawn
  const bare = scalars.length === 0 && array.length === 0
  const under = t.under.length > 0 && coef.d !== 1n ? [numberForm(new Fraction(coef.d)), ...t.under] : t.under
  const items: Item[] = [...(front.equals(1) && !bare ? [] : [{ op: '' as const, form: numberForm(front) }]), ...scalars, ...array]
  if (under.length > 0) items.push({ op: '/', form: under.length === 1 ? under[0]! : productForm(under.flatMap(spread)) })
  return { minus: t.coef.s < 0n, form: productForm(items) }
}

/** A whole term as one link. */
export function scaled(t: Term): Link {
  const form = (u: Term): Form => sumForm([termForm(u)])
  return { a: form(t), b: form(flipTerm(t)) }
}
