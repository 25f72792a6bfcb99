/** Plain text in the answer language. */
import { unknownKind } from '../../problem.ts'
import type { Dim } from '../../tensors/expr.ts'
import { ATOM, level, PRODUCT, SIGN, SUM, type Form, type Item, type Signed } from './form.ts'
import { greek } from './greek.ts'

const written = new WeakMap<Form, string>()

/** The form as text that reads back to it. */
export function plain(form: Form): string {
  let text = written.get(form)
  if (text === undefined) written.set(form, (text = write(form)))
  return text
}

function write(form: Form): string {
  switch (form.f) {
    case 'num': return form.value.toFraction()
    case 'pi': return 'pi'
    case 'name': return form.name
    case 'size': return sizeText(form.dim)
    case 'ones': return filled(form.axes)
    case 'zeros': return `zeros(${form.axes.map(axisText).join(', ')})`
    case 'eye': return form.word ? `eye(${axisText(form.axis)})` : subscripted('I', 'eye', form.axis)
    case 'nought': return '0'
    case 'unit': return `unit(${form.at}, ${sizeText(form.dim)})`
    case 'comm': return `comm(${sizeText(form.rows)}, ${sizeText(form.cols)})`
    case 'call': return `${form.fn}${"'".repeat(form.primes)}(${form.args.map(plain).join(', ')})`
    case 'transpose': return `${held(form.of, ATOM)}^T`
    case 'inverse': return `${held(form.of, ATOM)}${form.transposed ? '^-T' : '^-1'}`
    case 'power': return `${held(form.of, ATOM)}${form.entrywise ? ' .^ ' : '^'}${exponentText(form.exponent)}`
    case 'norm': return `||${plain(form.of)}||`
    case 'product': return productText(form.items)
    case 'sum': return sumText(form.terms)
    case 'entry': return `${entryBase(form.of)}_${subscript(form.at)}`
    case 'over': return `sum_${subscript(form.names)} ${held(form.body, PRODUCT)}`
    case 'delta': return `delta_${subscript([form.a, form.b])}`
    case 'indicator': return `[${indexText(form.left)} = ${indexText(form.right)}]`
    case 'derivative': return derivativeText(form)
    case 'literal': return `[${form.rows.map(r => r.map(plain).join(', ')).join('; ')}]`
    case 'einsum': return `einsum("${form.formula}", ${form.args.map(plain).join(', ')})`
    default: return unknownKind(form)
  }
}

function held(form: Form, atLeast: number): string {
  return level(form) >= atLeast ? plain(form) : `(${plain(form)})`
}

function productText(items: readonly Item[]): string {
  let text = ''
  items.forEach((item, n) => {
    const last = n === items.length - 1
    const { form } = item
    const own = level(form)
    const bracket = own <= SUM || (own === PRODUCT && bracketed(form, n, last, item.op))
    const piece = bracket ? `(${plain(form)})` : plain(form)
    if (n === 0) text = piece
    else if (item.op === '') text += /^\d/.test(piece) && /\d$/.test(text) ? ` * ${piece}` : ` ${piece}`
    else text += ` ${item.op} ${piece}`
  })
  return text
}

/** Does a product within a product need brackets? One that stands first would do without, yet is easier read with them. */
function bracketed(form: Form, n: number, last: boolean, op: Item['op']): boolean {
  if (form.f === 'num' || form.f === 'size') return n > 0
  if (form.f === 'over') return !(last && op === '')
  if (form.f === 'derivative') return op !== ''
  return true
}

function sumText(terms: readonly Signed[]): string {
  return terms.map((t, n) => {
    const text = held(t.form, t.minus && n === 0 && t.form.f === 'sum' ? SIGN : PRODUCT)
    return n === 0 ? (t.minus ? `-${text}` : text) : `${t.minus ? ' - ' : ' + '}${text}`
  }).join('')
}

function exponentText(form: Form): string {
  const text = plain(form)
  const simple = form.f === 'name' || /^-?\d+$/.test(text)
  return simple ? text : `(${text})`
}

function entryBase(form: Form): string {
  if (form.f === 'name') return /_/.test(form.name) ? `(${form.name})` : form.name
  return form.f === 'literal' || form.f === 'call' ? plain(form) : `(${plain(form)})`
}

/** A Greek letter is written as one: its name would be read as several indices. */
function indexText(name: string): string {
  return greek.get(name)?.letter ?? name
}

/** Indices in braces; longer names than a letter are set apart by commas, Greek ones are written as letters. */
export function subscript(names: readonly string[]): string {
  const shown = names.map(indexText)
  if (shown.length === 1 && /^[A-Za-z0-9]$/.test(shown[0]!)) return shown[0]!
  return `{${shown.join(shown.every(s => s.length === 1 && s !== ':') ? '' : ',')}}`
}

/** A size as a number. */
export function sizeText(dim: Dim): string {
  return typeof dim === 'number' ? String(dim) : dim.replaceAll('+', ' + ').replaceAll('*', ' ')
}

/** The length of an axis as an argument of `ones`, `eye`, …. */
export function axisText(axis: readonly Dim[]): string {
  const part = (d: Dim): string => (String(d).includes('+') && axis.length > 1 ? `(${sizeText(d)})` : sizeText(d))
  return axis.length === 0 ? '1' : axis.map(part).join('*')
}

function filled(axes: readonly (readonly Dim[])[]): string {
  return axes.length === 1 ? subscripted('1', 'ones', axes[0]!) : `ones(${axes.map(axisText).join(', ')})`
}

function subscripted(sign: string, word: string, axis: readonly Dim[]): string {
  const [only] = axis
  return axis.length === 1 && typeof only === 'string' && /^[A-Za-z]$/.test(only) ? `${sign}_${only}` : `${word}(${axisText(axis)})`
}

/** The last derivative taken is written first: d^2 f/dy dx is what d/dy makes of df/dx. */
function derivativeText(form: Form & { f: 'derivative' }): string {
  const d = form.partial ? '∂' : 'd'
  // In an atom a name with a subscript takes its indices behind a comma: dA_{1,ij}/dt.
  const at = (name: string, on: readonly string[]): string => {
    const [head, ...own] = name.split('_')
    if (on.length === 0) return name
    return own.length ? `${head}_{${own.join('_')},${subscript(on).replace(/^\{|\}$/g, '')}}` : `${name}_${subscript(on)}`
  }
  const order = form.by.length
  const mark = form.partial ? `∂^${order} ` : `d^${order} `
  if (form.vec) return `${d}vec(${form.of})/${form.by.map(b => `${d}vec(${b})`).reverse().join(' ')}`
  return `${order > 1 ? mark : d}${at(form.of, form.ofAt)}/${form.by.map((b, n) => `${d}${at(b, form.byAt[n] ?? [])}`).reverse().join(' ')}`
}
