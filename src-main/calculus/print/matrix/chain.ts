/** Chains of matrix notation: factors of a matrix product, each known both as it stands and transposed, so that a chain can be turned round. */
import Fraction from 'fraction.js'
import { callForm, numberForm, powerForm, productForm, transposeForm, type Form, type Item } from '../forms/form.ts'
import { plain } from '../forms/plain.ts'

/** A matrix, a column or a row, as it stands in a product. */
export interface Link { readonly a: Form; /** Transposed. */ readonly b: Form }
export type Chain = readonly Link[]
/** A chain as one operand of an entrywise product; `under`: it divides. */
export interface Part { readonly chain: Chain; readonly under: boolean }

/** A link whose transpose is written with ^T. */
export const link = (a: Form): Link => ({ a, b: transposeForm(a) })
/** A link that is its own transpose. */
export const symmetricLink = (a: Form): Link => ({ a, b: a })

/** The transpose of a chain. */
export function flip(chain: Chain): Chain {
  return chain.map(l => ({ a: l.b, b: l.a })).reverse()
}

export function chainText(chain: Chain): string {
  return plain(chainForm(chain))
}

/** Are two chains written alike? */
export function sameChain(p: Chain, q: Chain): boolean {
  return p.length === q.length && chainText(p) === chainText(q)
}

/** The shorter of two forms of the same thing; the first where they are equally long. */
export function shorter(p: Form, q: Form): Form {
  return plain(q).length < plain(p).length ? q : p
}

/** The better of two forms of the same thing within a longer product: fewer transposes, then fewer letters; the first where they are equal. */
export function neater(p: Form, q: Form): Form {
  const cost = (f: Form): number => plain(f).length + TRANSPOSE * transposes(f)
  return cost(q) < cost(p) ? q : p
}

function transposes(f: Form): number {
  return plain(f).match(/\^-?T/g)?.length ?? 0
}

/** An entrywise product as it stands, or as the transpose of another: with fewer transposes, and a row rather as a whole column turned. */
function turnedOnce(straight: Form, other: Form): Form {
  const turned = transposeForm(other)
  const [s, t] = [transposes(straight), transposes(turned)]
  return t < s || (t === s && (t > 1 || straight.f === 'power')) ? turned : straight
}

/** What a transpose costs, in letters. */
const TRANSPOSE = 2

/** The factors of a matrix product; a symbol or an inverse next to itself becomes a power. */
export function chainItems(chain: Chain): readonly Item[] {
  const items: Item[] = []
  for (let n = 0; n < chain.length;) {
    let run = 1
    while (n + run < chain.length && plain(chain[n + run]!.a) === plain(chain[n]!.a)) run++
    const { a } = chain[n]!
    const power = run > 1 ? powerOf(a, run) : null
    if (power) items.push({ op: '', form: power })
    else for (let k = 0; k < run; k++) items.push({ op: '', form: a })
    n += run
  }
  return items
}

/** The power of a symbol, of its transpose, of an inverse; null for anything else. */
function powerOf(a: Form, n: number): Form | null {
  if (a.f === 'name') return powerForm(a, new Fraction(n), false)
  if (a.f === 'transpose' && a.of.f === 'name') return transposeForm(powerForm(a.of, new Fraction(n), false))
  if (a.f !== 'inverse') return null
  const power = powerForm(a.of, new Fraction(-n), false)
  return a.transposed ? transposeForm(power) : power
}

export function chainForm(chain: Chain): Form {
  return productForm(chainItems(chain))
}

/** An entrywise product of columns, or of matrices that lie alike, as one link (or as the chain that it is); `none` where there are no parts. */
export function entrywise(parts: readonly Part[], none: Link): Chain {
  if (parts.length === 0) return [none]
  const [only] = parts
  if (parts.length === 1 && !only!.under) return only!.chain
  const a = entrywiseForm(parts.map(p => ({ ...p, form: chainForm(p.chain) })))
  const b = entrywiseForm(parts.map(p => ({ ...p, form: chainForm(flip(p.chain)) })))
  return [{ a: turnedOnce(a, b), b: turnedOnce(b, a) }]
}

function entrywiseForm(parts: readonly { readonly form: Form; readonly under: boolean }[]): Form {
  const count = new Map<string, { form: Form; power: number }>()
  for (const { form, under } of parts) {
    const text = plain(form)
    const found = count.get(text) ?? { form, power: 0 }
    found.power += under ? -1 : 1
    count.set(text, found)
  }
  const all = [...count.values()].filter(c => c.power !== 0)
  const top = all.filter(c => c.power > 0)
  const below = all.filter(c => c.power < 0)
  const raised = (c: { form: Form; power: number }): Form => powerForm(c.form, new Fraction(Math.abs(c.power)), true)
  if (top.length === 0 && below.length === 1 && below[0]!.power < -1) return powerForm(below[0]!.form, new Fraction(below[0]!.power), true)
  if (top.length === 0) return productForm([{ op: '', form: numberForm(1) }, { op: './', form: product('.*', below.map(raised)) }])
  const under: Item[] = below.length ? [{ op: './', form: product('.*', below.map(raised)) }] : []
  return productForm([...factors('.*', top.map(raised)), ...under])
}

function factors(op: '.*', forms: readonly Form[]): Item[] {
  return forms.map((form, n) => ({ op: n === 0 ? '' as const : op, form }))
}
function product(op: '.*', forms: readonly Form[]): Form {
  return productForm(factors(op, forms))
}

/** The diagonal of a matrix, as a column: that of its transpose is the same. */
export function diagonal(of: Chain): Link {
  return link(callForm('diag', [neater(chainForm(of), chainForm(flip(of)))]))
}

/** The diagonal matrix with these entries. */
export function diagLink(of: Chain): Link {
  return symmetricLink(callForm('diag', [chainForm(of)]))
}

/** The trace of a cycle of matrices, turned and begun so that it is shortest; among equals it begins with the factor that came first. */
export function traceForm(cycle: Chain): Form {
  const first = new Set(cycle.slice(0, 1).flatMap(l => [plain(l.a), plain(l.b)]))
  let best: Form | null = null
  let least = Infinity
  for (const way of [cycle, flip(cycle)]) {
    for (let n = 0; n < way.length; n++) {
      const form = chainForm([...way.slice(n), ...way.slice(0, n)])
      const cost = plain(form).length + (first.has(plain(way[n]!.a)) ? 0 : 0.5)
      if (cost < least) [best, least] = [form, cost]
    }
  }
  return callForm('tr', [best ?? numberForm(1)])
}
