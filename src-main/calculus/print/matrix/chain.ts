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

/** The factors of a matrix product; a symbol next to itself becomes a power. */
export function chainItems(chain: Chain): readonly Item[] {
  const items: Item[] = []
  for (let n = 0; n < chain.length;) {
    let run = 1
    while (n + run < chain.length && plain(chain[n + run]!.a) === plain(chain[n]!.a)) run++
    const { a } = chain[n]!
    if (run > 1 && a.f === 'name') items.push({ op: '', form: powerForm(a, new Fraction(run), false) })
    else if (run > 1 && a.f === 'transpose' && a.of.f === 'name') {
      items.push({ op: '', form: transposeForm(powerForm(a.of, new Fraction(run), false)) })
    }
    else for (let k = 0; k < run; k++) items.push({ op: '', form: a })
    n += run
  }
  return items
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
  return [{ a: shorter(a, transposeForm(b)), b: shorter(transposeForm(a), b) }]
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

/** The diagonal of a matrix, as a column. */
export function diagonal(of: Chain): Link {
  return link(callForm('diag', [chainForm(of)]))
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
