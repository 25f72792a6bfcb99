/** A form in English words, as one would read it out. */
import type Fraction from 'fraction.js'
import { unknownKind } from '../../problem.ts'
import type { Dim } from '../../tensors/expr.ts'
import { level, PRODUCT, SUM, type Form, type Item } from './form.ts'

const NUMBERS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
const PARTS: Readonly<Record<string, readonly [string, string]>> = { 2: ['half', 'halves'], 3: ['third', 'thirds'], 4: ['quarter', 'quarters'] }
const CALLS: Readonly<Record<string, string>> = {
  tr: 'the trace', det: 'the determinant', logdet: 'the log determinant', sqrt: 'the square root', abs: 'the absolute value', sum: 'the sum of all entries',
  exp: 'exp', vec: 'vec', diag: 'diag', log: 'log',
}

/** The form in words. Commas mark where a reader pauses. */
export function speech(form: Form): string {
  return words(form).replace(/(, )+/g, ', ').replace(/,\s*,/g, ',').replace(/\s+/g, ' ').replace(/[,\s]+$/, '').replace(/ ,/g, ',')
}

function words(form: Form): string {
  switch (form.f) {
    case 'num': return numberWords(form.value)
    case 'pi': return 'pi'
    case 'name': return nameWords(form.name)
    case 'size': return sizeWords(form.dim)
    case 'ones': return form.axes.length > 1 ? `the matrix of ones, ${axesWords(form.axes)}` : `the vector of ones of length ${axesWords(form.axes)}`
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
    case 'entry': return `${held(form.of)} sub ${form.at.map(nameWords).join(' ')}`
    case 'over': return `the sum over ${form.names.map(nameWords).join(' and ')} of ${words(form.body)}`
    case 'delta': return `delta ${nameWords(form.a)} ${nameWords(form.b)}`
    case 'indicator': return `one where ${nameWords(form.left)} is ${nameWords(form.right)}, else zero`
    case 'derivative': return derivativeWords(form)
    case 'literal': return `the array with rows ${form.rows.map(r => r.map(words).join(', ')).join('; ')}`
    case 'einsum': return `einsum of ${form.args.map(words).join(', ')}`
    default: return unknownKind(form)
  }
}

function held(form: Form): string {
  return level(form) > PRODUCT ? words(form) : `the quantity ${words(form)},`
}

function argument(form: Form): string {
  return level(form) > PRODUCT ? words(form) : `${words(form)},`
}

function productWords(items: readonly Item[]): string {
  let text = ''
  let pause = false
  let number = false
  items.forEach((item, n) => {
    const { form } = item
    const compound = level(form) <= SUM || (form.f === 'product' && items.length > 1)
    const join = item.op === '.*' ? 'entrywise times' : item.op === './' ? 'entrywise over' : item.op === '/' ? 'over' : pause || number ? 'times' : ''
    const spoken = compound ? (n === 0 || !number ? `the quantity ${words(form)},` : `${words(form)},`) : words(form)
    const before = n === 0 ? '' : pause && join ? `, ${join} ` : join ? ` ${join} ` : ' '
    text += compound && number ? `${before.trimEnd()}, ${spoken}` : `${before}${spoken}`
    pause = compound
    number = form.f === 'num'
  })
  return text
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

function callWords(form: Form & { f: 'call' }): string {
  if (form.fn === 'kron') return form.args.map(held).join(' kron ')
  const name = `${CALLS[form.fn] ?? nameWords(form.fn)}${' prime'.repeat(form.primes)}`
  return `${name} of ${form.args.map(argument).join(' and ')}`
}

function derivativeWords(form: Form & { f: 'derivative' }): string {
  const at = (name: string, on: readonly string[]): string => `${form.vec ? 'vec ' : ''}${nameWords(name)}${on.length ? ` sub ${on.map(nameWords).join(' ')}` : ''}`
  const by = form.by.map((b, n) => at(b, form.byAt[n] ?? [])).join(' and by ')
  return `the derivative of ${at(form.of, form.ofAt)} by ${by}`
}
