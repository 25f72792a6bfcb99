/** LaTeX for KaTeX, with nothing in it that needs trust or a macro. */
import { unknownKind } from '../../problem.ts'
import type { Dim } from '../../tensors/expr.ts'
import { ATOM, level, PRODUCT, SUM, type Form, type Item } from './form.ts'
import { greek } from './greek.ts'

const OWN = new Set(['exp', 'log', 'sin', 'cos', 'tan', 'sinh', 'cosh', 'tanh', 'det'])

/** The form as LaTeX for math mode. */
export function latex(form: Form): string {
  switch (form.f) {
    case 'num': return form.value.d === 1n ? String(form.value.n) : `\\frac{${form.value.n}}{${form.value.d}}`
    case 'pi': return '\\pi'
    case 'name': return latexName(form.name)
    case 'size': return latexSize(form.dim)
    case 'ones': return signOrWord('\\mathbf{1}', 'ones', form.axes)
    case 'zeros': return signOrWord('\\mathbf{0}', 'zeros', form.axes)
    case 'eye': return signOrWord('I', 'eye', [form.axis], form.word)
    case 'nought': return '0'
    case 'unit': return form.word ? `\\operatorname{unit}(${form.at}, ${latexSize(form.dim)})` : `e_{${form.at}}`
    case 'comm': return `\\operatorname{comm}(${latexSize(form.rows)}, ${latexSize(form.cols)})`
    case 'call': return call(form)
    case 'transpose': return `${held(form.of, ATOM)}^{\\mathsf T}`
    case 'inverse': return `${held(form.of, ATOM)}^{${form.transposed ? '-\\mathsf T' : '-1'}}`
    case 'power': return `${held(form.of, ATOM)}^{${form.entrywise ? `\\circ ${held(form.exponent, SUM + 1)}` : latex(form.exponent)}}`
    case 'norm': return `\\lVert ${latex(form.of)} \\rVert`
    case 'product': return product(form.items)
    case 'sum': return form.terms.map((t, n) => `${t.minus ? (n ? ' - ' : '-') : n ? ' + ' : ''}${held(t.form, PRODUCT)}`).join('')
    case 'entry': return `${entryBase(form.of)}_{${indices(form.at)}}`
    case 'over': return `\\sum_{${indices(form.names)}} ${held(form.body, PRODUCT)}`
    case 'delta': return `\\delta_{${indices([form.a, form.b])}}`
    case 'indicator': return `[${latexName(form.left)} = ${latexName(form.right)}]`
    case 'derivative': return derivative(form)
    case 'literal': return `\\begin{bmatrix} ${form.rows.map(r => r.map(latex).join(' & ')).join(' \\\\ ')} \\end{bmatrix}`
    case 'einsum': return `\\operatorname{einsum}(\\text{"${form.formula}"}, ${form.args.map(latex).join(', ')})`
    default: return unknownKind(form)
  }
}

/** What a subscript is hung on: a name with a subscript of its own goes into brackets. */
function entryBase(form: Form): string {
  const bare = form.f === 'call' || (form.f === 'name' && !form.name.includes('_'))
  return bare ? latex(form) : brackets(latex(form))
}

function held(form: Form, atLeast: number): string {
  return tight(form) >= atLeast ? latex(form) : brackets(latex(form))
}

/** As `level`, for what LaTeX writes otherwise: kron stands between its operands, a number over a line is an atom. */
function tight(form: Form): number {
  if (form.f === 'call' && form.fn === 'kron') return PRODUCT
  if (form.f === 'call' && form.fn === 'logdet') return PRODUCT
  return level(form)
}

function brackets(text: string): string {
  return /\\frac|\\sum|\\begin/.test(text) ? `\\left( ${text} \\right)` : `(${text})`
}

const SIGNS = { '': '', '.*': '\\odot ', './': '\\oslash ', '/': '/ ' } as const

function product(items: readonly Item[]): string {
  const line = items.findIndex(i => i.op === '/')
  if (line >= 0 && items.length === line + 1) {
    const above = items.slice(0, line)
    return `\\frac{${above.length === 1 ? latex(above[0]!.form) : product(above)}}{${latex(items[line]!.form)}}`
  }
  let text = ''
  items.forEach((item, n) => {
    const { form } = item
    const own = tight(form)
    const last = n === items.length - 1
    const free = form.f === 'num' ? n === 0 : form.f === 'over' ? last : form.f === 'derivative' || (form.f === 'size' && own > PRODUCT)
    const piece = own > PRODUCT || (own > SUM && free) ? latex(form) : brackets(latex(form))
    const numbers = /^\d/.test(piece) || (n > 0 && items[n - 1]!.form.f === 'num' && piece.startsWith('\\frac'))
    text += n === 0 ? piece : ` ${item.op === '' && numbers ? '\\cdot ' : SIGNS[item.op]}${piece}`
  })
  return text
}

function call(form: Form & { f: 'call' }): string {
  // Before the arguments are written out: in krons within krons that would double the work at each level.
  if (form.fn === 'kron') return form.args.map(a => held(a, ATOM - 1)).join(' \\otimes ')
  const [first] = form.args
  const inside = form.args.map(latex).join(', ')
  if (form.fn === 'sqrt' && form.primes === 0) return `\\sqrt{${inside}}`
  if (form.fn === 'logdet') return `\\log \\det ${brackets(inside)}`
  const symbol = greek.has(form.fn) || form.fn.length === 1 || form.fn.includes('_')
  const name = OWN.has(form.fn) ? `\\${form.fn}` : symbol ? latexName(form.fn) : `\\operatorname{${form.fn}}`
  return `${name}${"'".repeat(form.primes)}${first ? brackets(inside) : '()'}`
}

/** A name: Greek by its command, one letter as it is, a word upright, what follows `_` as a subscript. */
export function latexName(name: string): string {
  const [head, ...rest] = name.split('_')
  const own = greek.get(head!)?.tex ?? (head!.length === 1 || /^\d+$/.test(head!) ? head! : `\\mathrm{${head}}`)
  return rest.length ? `${own}_{${rest.map(latexName).join('')}}` : own
}

function indices(names: readonly string[]): string {
  const shown = names.map(latexName)
  return shown.every(s => s.length === 1 && s !== ':') ? shown.join('') : shown.join(',')
}

function latexSize(dim: Dim): string {
  return typeof dim === 'number' ? String(dim) : dim.split('+').map(p => p.split('*').map(latexName).join(' ')).join(' + ')
}

/** A sign with its sizes as subscript; a size that is a sum stands in a subscript only for a single index, so then it is a word with arguments. */
function signOrWord(sign: string, word: string, axes: readonly (readonly Dim[])[], asWord = axes.flat().some(d => String(d).includes('+'))): string {
  const part = (d: Dim, axis: readonly Dim[]): string => (axis.length > 1 && String(d).includes('+') ? brackets(latexSize(d)) : latexSize(d))
  const shown = axes.map(a => a.map((d, n) => (n > 0 && typeof d === 'number' ? `\\cdot ${d}` : part(d, a))).join(' ') || '1')
  return asWord ? `\\operatorname{${word}}(${shown.join(', ')})` : `${sign}_{${shown.join(' \\times ')}}`
}

function derivative(form: Form & { f: 'derivative' }): string {
  // In an atom a name with a subscript takes its indices behind a comma, as in plain text.
  const at = (name: string, on: readonly string[]): string => {
    const [head, ...own] = name.split('_')
    return on.length && own.length ? `${latexName(head!)}_{${own.map(latexName).join('')},${indices(on)}}` : on.length ? `${latexName(name)}_{${indices(on)}}` : latexName(name)
  }
  const d = form.partial ? '\\partial' : '\\mathrm{d}'
  const wrap = (text: string): string => (form.vec ? `\\operatorname{vec}(${text})` : text)
  const order = form.by.length > 1 ? `^{${form.by.length}}` : ''
  const below = form.by.map((b, n) => `${d} ${wrap(at(b, form.byAt[n] ?? []))}`).reverse().join(' \\, ')
  return `\\frac{${d}${order} ${wrap(at(form.of, form.ofAt))}}{${below}}`
}
