/** A form in English words, as one would read it out. */
import type Fraction from 'fraction.js'
import { unknownKind } from '../../problem.ts'
import type { Dim } from '../../tensors/expr.ts'
import { level, PRODUCT, SUM, type Form, type Item } from './form.ts'

const NUMBERS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
const PARTS: Readonly<Record<string, readonly [string, string]>> = { 2: ['half', 'halves'], 3: ['third', 'thirds'], 4: ['quarter', 'quarters'] }
const CALLS: Readonly<Record<string, string>> = {
  tr: 'the trace', det: 'the determinant', logdet: 'the log determinant', sqrt: 'the square root',
  abs: 'the absolute value', sum: 'the sum of all entries',
  exp: 'exp', vec: 'vec', diag: 'diag', log: 'log',
}

/** The form in words. Commas mark where a reader pauses. */
export function speech(form: Form): string {
  return words(form).replace(/\s+/g, ' ').replace(/ ?,( ?,)+/g, ',').replace(/ ,/g, ',').replace(/[,\s]+$/, '')
}

function words(form: Form): string {
  switch (form.f) {
    case 'num': return numberWords(form.value)
    case 'pi': return 'pi'
    case 'name': return nameWords(form.name)
    case 'size': return sizeWords(form.dim)
    case 'ones': return `the ${form.axes.length > 1 ? 'matrix of ones,' : 'vector of ones of length'} ${axesWords(form.axes)}`
    case 'zeros': return form.axes.length > 1 ? `the zero matrix, ${axesWords(form.axes)}` : `the zero vector of length ${axesWords(form.axes)}`
    case 'eye': return `the identity of size ${axesWords([form.axis])}`
    case 'nought': return 'zero'
    case 'unit': return `unit vector ${form.at}`
    case 'comm': return `the commutation matrix ${sizeWords(form.rows)} ${sizeWords(form.cols)}`
    case 'call': return callWords(form)
    case 'transpose': return `${held(form.of)} transpose`
    case 'inverse': return `${held(form.of)} inverse${form.transposed ? ' transpose' : ''}`
    case 'power': return `${held(form.of)} ${powerWords(form.exponent)}${form.entrywise ? ' entry by entry' : ''}`
    case 'norm': return `the norm of ${argument(form.of)}`
    case 'product': return productWords(form.items)
    case 'sum': return form.terms.map((t, n) => `${t.minus ? (n ? ' minus ' : 'minus ') : n ? ' plus ' : ''}${words(t.form)}`).join('')
    case 'entry': return entryWords(form)
    case 'over': return `the sum over ${form.names.map(nameWords).join(' and ')} of ${words(form.body)}`
    case 'delta': return `delta ${nameWords(form.a)} ${nameWords(form.b)}`
    case 'indicator': return `one where ${nameWords(form.left)} is ${nameWords(form.right)}, else zero`
    case 'derivative': return derivativeWords(form)
    case 'literal': return `the array with rows ${form.rows.map(r => r.map(words).join(', ')).join('; ')}`
    case 'einsum': return `einsum of ${form.args.map(words).join(', ')}`
    default: return unknownKind(form)
  }
}

/** What something is hung on. The pause tells det(X)^2 from det(X^2). */
function held(form: Form): string {
  if (form.f === 'call' || form.f === 'norm') return `${words(form)},`
  return level(form) > PRODUCT ? words(form) : `the quantity ${words(form)},`
}

function argument(form: Form): string {
  return level(form) > PRODUCT ? words(form) : `${words(form)},`
}

const OPERATORS = { '': 'times', '.*': 'entrywise times', './': 'entrywise over', '/': 'over' } as const

/** Symbols stand side by side; anything longer is set apart by "times" and pauses. */
function productWords(items: readonly Item[]): string {
  let text = ''
  items.forEach((item, n) => {
    const { form } = item
    const before = items[n - 1]?.form
    const wide = compound(form)
    const number = before?.f === 'num'
    const spoken = !wide ? words(form) : number ? `, ${words(form)},` : `the quantity ${words(form)},`
    if (!before) text = spoken
    else if (item.op === '' && !number && short(before) && short(form)) text += ` ${spoken}`
    else text += `${short(before) || number ? '' : ','} ${OPERATORS[item.op]} ${spoken}`
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
  const whole = NUMBERS[n] ?? String(n)
  if (d === 1) return whole
  const part = PARTS[d]
  return part ? `${whole} ${n === 1 ? part[0] : part[1]}` : `${whole} over ${NUMBERS[d] ?? d}`
}

function nameWords(name: string): string {
  return name.replaceAll('_', ' sub ')
}

function sizeWords(dim: Dim): string {
  return String(dim).replaceAll('*', ' times ').replaceAll('+', ' plus ')
}

function axesWords(axes: readonly (readonly Dim[])[]): string {
  return axes.map(a => a.map(sizeWords).join(' times ') || 'one').join(' by ')
}

function powerWords(exponent: Form): string {
  if (exponent.f === 'num' && exponent.value.equals(2)) return 'squared'
  if (exponent.f === 'num' && exponent.value.equals(3)) return 'cubed'
  return `to the power ${words(exponent)}`
}

function entryWords(form: Form & { f: 'entry' }): string {
  if (form.at.length === 2 && form.at[1] === ':') return `row ${nameWords(form.at[0]!)} of ${argument(form.of)}`
  if (form.at.length === 2 && form.at[0] === ':') return `column ${nameWords(form.at[1]!)} of ${argument(form.of)}`
  return `${held(form.of)} sub ${form.at.map(nameWords).join(' ')}`
}

function callWords(form: Form & { f: 'call' }): string {
  if (form.fn === 'kron') return form.args.map(held).join(' kron ')
  const name = `${CALLS[form.fn] ?? nameWords(form.fn)}${' prime'.repeat(form.primes)}`
  return `${name} of ${form.args.map(argument).join(' and ')}`
}

function derivativeWords(form: Form & { f: 'derivative' }): string {
  const sub = (on: readonly string[]): string => (on.length ? ` sub ${on.map(nameWords).join(' ')}` : '')
  const at = (name: string, on: readonly string[]): string => `${form.vec ? 'vec ' : ''}${nameWords(name)}${sub(on)}`
  const by = form.by.map((b, n) => at(b, form.byAt[n] ?? [])).join(' and by ')
  return `the derivative of ${at(form.of, form.ofAt)} by ${by}`
}
