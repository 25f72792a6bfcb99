/** A form in words, as one would read it out, in the language that is spoken. */
import type Fraction from 'fraction.js'
import { unknownKind } from '../../problem.ts'
import type { Dim } from '../../tensors/expr.ts'
import { printedWords as said } from '../../language/messages/speech.ts'
import { level, PRODUCT, SUM, type Form, type Item } from './form.ts'

/** The form in words. Commas mark where a reader pauses. */
export function speech(form: Form): string {
  return words(form).replace(/\s+/g, ' ').replace(/ ?,( ?,)+/g, ',').replace(/ ,/g, ',').replace(/[,\s]+$/, '')
}

function words(form: Form): string {
  switch (form.f) {
    case 'num': return numberWords(form.value)
    case 'pi': return said.pi
    case 'name': return nameWords(form.name)
    case 'size': return sizeWords(form.dim)
    case 'ones': return said.ones(axesWords(form.axes), form.axes.length > 1)
    case 'zeros': return said.zeros(axesWords(form.axes), form.axes.length > 1)
    case 'eye': return said.identity(axesWords([form.axis]))
    case 'nought': return said.nought
    case 'unit': return said.unit(String(form.at))
    case 'comm': return said.commutation(sizeWords(form.rows), sizeWords(form.cols))
    case 'call': return callWords(form)
    case 'transpose': return said.transposed(held(form.of))
    case 'inverse': return said.inverse(held(form.of), form.transposed)
    case 'power': return said.powered(held(form.of), powerWords(form.exponent), form.entrywise)
    case 'norm': return said.norm(argument(form.of))
    case 'product': return productWords(form.items)
    case 'sum': return form.terms.map((t, n) => `${t.minus ? `${n ? ' ' : ''}${said.minus} ` : n ? ` ${said.plus} ` : ''}${words(t.form)}${open(t.form) ? ',' : ''}`).join('')
    case 'entry': return entryWords(form)
    case 'over': return said.sum(form.names.map(nameWords).join(` ${said.and} `), words(form.body))
    case 'delta': return `delta ${nameWords(form.a)} ${nameWords(form.b)}`
    case 'indicator': return said.oneWhere(nameWords(form.left), nameWords(form.right))
    case 'derivative': return derivativeWords(form)
    case 'literal': return said.literal(form.rows.map(r => r.map(words).join(', ')).join('; '))
    case 'einsum': return said.einsum(form.args.map(words).join(', '))
    default: return unknownKind(form)
  }
}

/** What something is hung on. The pause tells det(X)^2 from det(X^2). */
function held(form: Form): string {
  if (form.f === 'call' || form.f === 'norm') return `${words(form)},`
  return level(form) > PRODUCT ? words(form) : said.quantity(words(form))
}

function argument(form: Form): string {
  return level(form) > PRODUCT ? words(form) : sideBySide(form) ? `${words(form)},` : said.quantity(words(form))
}

/** Symbols side by side are heard as one thing; sums, quotients and entrywise products are not. */
function sideBySide(form: Form): boolean {
  return form.f === 'derivative' || form.f === 'over' || (form.f === 'product' && form.items.every(i => i.op === '' && short(i.form)))
}

/** Would what is said next be heard as a part of this? */
function open(form: Form): boolean {
  const last = form.f === 'product' ? form.items.at(-1)! : null
  return form.f === 'call' || form.f === 'norm' || form.f === 'over' || (last !== null && (last.op === '/' || last.op === './' || open(last.form)))
}

/** Symbols stand side by side; anything longer is set apart by a word for the product and pauses. */
function productWords(items: readonly Item[]): string {
  let text = ''
  items.forEach((item, n) => {
    const { form } = item
    const before = items[n - 1]?.form
    const wide = compound(form)
    const number = before?.f === 'num'
    // x over ||x||^4, not the fourth power of x over ||x||.
    const raised = item.op === '/' && form.f === 'power' && (form.of.f === 'call' || form.of.f === 'norm')
    const spoken = wide || raised ? said.quantity(words(form)) : words(form)
    if (!before) text = spoken
    else if (item.op === '' && !number && short(before) && short(form)) text += ` ${spoken}`
    else text += `${short(before) || number ? '' : ','} ${said.operators[item.op]} ${spoken}`
  })
  return text
}

const compound = (form: Form): boolean => level(form) <= SUM || form.f === 'product'

/** A symbol, perhaps with something hung on it. */
function short(form: Form): boolean {
  switch (form.f) {
    case 'name': case 'pi': case 'size': return true
    case 'transpose': case 'inverse': case 'power': case 'entry': return short(form.of)
    default: return false
  }
}

function numberWords(value: Fraction): string {
  const [n, d] = [Number(value.n), Number(value.d)]
  const whole = said.numbers[n] ?? String(n)
  if (d === 1) return whole
  const part = (said.halves as Readonly<Record<number, readonly [string, string]>>)[d]
  return part ? said.fraction(whole, n === 1 ? part[0] : part[1]) : said.over(whole, said.numbers[d] ?? String(d))
}

function nameWords(name: string): string {
  return name.replaceAll('_', said.sub)
}

function sizeWords(dim: Dim): string {
  return String(dim).replaceAll('*', ` ${said.times} `).replaceAll('+', ` ${said.plus} `)
}

function axesWords(axes: readonly (readonly Dim[])[]): string {
  return axes.map(a => a.map(sizeWords).join(` ${said.times} `) || said.nothingLeft).join(said.by)
}

function powerWords(exponent: Form): string {
  if (exponent.f === 'num' && exponent.value.equals(2)) return said.squared
  if (exponent.f === 'num' && exponent.value.equals(3)) return said.cubed
  return said.toThe(words(exponent))
}

function entryWords(form: Form & { f: 'entry' }): string {
  if (form.at.length === 2 && form.at[1] === ':') return said.row(nameWords(form.at[0]!), argument(form.of))
  if (form.at.length === 2 && form.at[0] === ':') return said.column(nameWords(form.at[1]!), argument(form.of))
  return said.entry(held(form.of), form.at.map(nameWords).join(' '))
}

function callWords(form: Form & { f: 'call' }): string {
  if (form.fn === 'kron') return form.args.map(held).join(' kron ')
  const name = `${(said.calls as Readonly<Record<string, string>>)[form.fn] ?? nameWords(form.fn)}${said.prime.repeat(form.primes)}`
  return said.of(name, form.args.map(argument).join(` ${said.and} `))
}

function derivativeWords(form: Form & { f: 'derivative' }): string {
  const sub = (on: readonly string[]): string => (on.length ? `${said.sub}${on.map(nameWords).join(' ')}` : '')
  const at = (name: string, on: readonly string[]): string => `${form.vec ? 'vec ' : ''}${nameWords(name)}${sub(on)}`
  const by = form.by.map((b, n) => at(b, form.byAt[n] ?? [])).join(said.andBy)
  return said.derivative(at(form.of, form.ofAt), by)
}
