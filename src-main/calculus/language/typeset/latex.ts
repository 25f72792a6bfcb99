/** The resolved tree as LaTeX, each piece with the mark of its place. Brackets are those of the learner; a call without brackets shows its reach by brackets. */
import { unknownKind } from '../../problem.ts'
import type { Call, DerivativeAtom, Factors, IndexItem, Resolved, SizeArg, UnitArray } from '../resolved.ts'
import { beginsAsNumber, endsInGroup, marked, unmarked } from './marks.ts'
import { escaped, latexName, latexNumber } from './names.ts'

const operators: ReadonlySet<string> = new Set(['exp', 'log', 'sin', 'cos', 'tan', 'sinh', 'cosh', 'tanh', 'det', 'max', 'min'])
const transposeMark = '\\mathsf{T}'

/** The LaTeX of a node with its marks: see `marks.ts` for how they are taken out or used. */
export function latexOf(node: Resolved): string {
  return marked(node, plainOf(node))
}

function plainOf(node: Resolved): string {
  switch (node.k) {
    case 'number': return latexNumber(node.text)
    case 'pi': return '\\pi'
    case 'name': return node.applied === undefined ? latexName(node.name) : `${latexName(node.name)}(${node.applied.split(', ').map(latexName).join(', ')})`
    case 'size': return latexName(node.name)
    case 'unknown': return node.text === '' ? '\\square' : latexName(node.text)
    case 'hole': return '\\square'
    case 'terms': return node.terms.map((t, n) => `${n === 0 ? (t.sign === '-' ? '-' : '') : ` ${t.sign} `}${latexOf(t.node)}`).join('')
    case 'factors': return factors(node)
    case 'fraction': return `\\frac{${bare(node.num)}}{${bare(node.den)}}`
    case 'minus': return `-${latexOf(node.node)}`
    case 'bracketed': return node.kind === 'brace' ? `{${latexOf(node.node)}}` : `\\left(${latexOf(node.node)}\\right)`
    case 'bars': return `\\left\\lvert ${latexOf(node.node)}\\right\\rvert`
    case 'norm': return `\\left\\lVert ${latexOf(node.node)}\\right\\rVert${node.sub ? `_{${escaped(node.sub.text)}}` : ''}`
    case 'entry': return `${indexable(node.base)}_{${indices(node.indices)}}`
    case 'transposed': return `${raisable(node.base)}^{${transposeMark}}`
    case 'inverse-transposed': return `${raisable(node.base)}^{-${transposeMark}}`
    case 'powered': return power(node.base, bare(node.exponent))
    case 'entry-powered': return `${raisable(node.base)}^{\\circ ${latexOf(node.exponent)}}`
    case 'call': return call(node)
    case 'sum-over': {
      const marks = node.indices.map(i => latexName(i.name)).join(',')
      const apart = node.unequal.map(([a, b]) => `${latexName(a)} \\ne ${latexName(b)}`).join(', ')
      return `\\sum_{${apart || marks || '\\square'}${node.upper ? '=1' : ''}}${node.upper ? `^{${size(node.upper)}}` : ''} ${latexOf(node.body)}`
    }
    case 'identity': return node.size ? `I_{${size(node.size)}}` : 'I'
    case 'filled': return `\\mathbf{${node.value}}_{${node.sizes.map(size).join(' \\times ')}}`
    case 'unit': return unit(node)
    case 'delta': return `\\delta_{${indices(node.indices)}}`
    case 'indicator': return `\\left[${indices([node.left])} ${node.op === '=' ? '=' : '\\ne'} ${indices([node.right])}\\right]`
    case 'comm': return `\\operatorname{comm}(${node.sizes.map(size).join(', ')})`
    case 'literal': return `\\begin{bmatrix}${node.rows.map(row => row.map(latexOf).join(' & ')).join(' \\\\ ')}\\end{bmatrix}`
    case 'einsum': return `\\operatorname{einsum}\\left(\\text{"${escaped(node.formula)}"}${node.args.map(a => `, ${latexOf(a)}`).join('')}\\right)`
    case 'derivative': return derivative(node)
    default: return unknownKind(node)
  }
}

/** Without brackets that only group, where the place itself groups. */
function bare(node: Resolved): string {
  return node.k === 'bracketed' ? marked(node, latexOf(node.node)) : latexOf(node)
}

/** A quotient is a fraction over all that stands before it in the product. */
function factors(node: Factors): string {
  const first = node.items[0]!.node
  let done = first.k === 'sum-over' ? `\\left(${latexOf(first)}\\right)` : latexOf(first)
  let above = bare(first)
  for (const { op, node: next } of node.items.slice(1)) {
    if (op === '/') {
      done = `\\frac{${above}}{${bare(next)}}`
    } else {
      const text = next.k === 'minus' ? `\\left(${latexOf(next)}\\right)` : latexOf(next)
      const sign = op === '.*' ? ' \\odot ' : op === './' ? ' \\oslash ' : op === 'kron' ? ' \\otimes ' : beginsAsNumber(text) ? ' \\cdot ' : ' \\, '
      done = `${done}${sign}${text}`
    }
    above = done
  }
  return done
}

/** A base for an exponent: TeX takes no second exponent without braces. */
function raisable(node: Resolved): string {
  const text = latexOf(node)
  switch (node.k) {
    case 'transposed': case 'inverse-transposed': case 'powered': case 'entry-powered': return `{${text}}`
    case 'call': return node.bracketed || endsInGroup(text) ? `{${text}}` : `\\left(${text}\\right)`
    case 'minus': case 'terms': case 'factors': case 'sum-over': case 'fraction': case 'derivative': return `\\left(${text}\\right)`
    default: return text
  }
}

/** A base for a subscript: a name with a subscript of its own, or a power, stands in brackets. */
function indexable(node: Resolved): string {
  const text = latexOf(node)
  switch (node.k) {
    // Without its own mark: TeX sets the subscript closer to a bare letter.
    case 'name': return node.name.includes('_') ? `\\left(${text}\\right)` : unmarked(text)
    case 'bracketed': case 'literal': return text
    case 'call': return `{${text}}`
    default: return `\\left(${text}\\right)`
  }
}

function power(base: Resolved, exponent: string): string {
  if (base.k === 'call' && !base.bracketed && base.args.length === 1) return `${head(base)}^{${exponent}} ${argument(base.args[0]!)}`
  return `${raisable(base)}^{${exponent}}`
}

function indices(items: readonly IndexItem[]): string {
  const parts = items.map(i => (i.k === 'letter' ? latexName(i.name) : i.k === 'fixed' ? i.text : i.k === 'all' ? ':' : '\\square'))
  const tight = parts.every(p => /^[A-Za-z]$/.test(p) || p.startsWith('\\')) || parts.every(p => /^\d$/.test(p))
  return tight ? parts.join(parts.some(p => p.startsWith('\\')) ? ' ' : '') : parts.join(',')
}

function size(arg: SizeArg): string {
  if (!arg.axis) return '\\square'
  const named = (d: string): string => d.split('+').map(p => p.split('*').map(latexName).join(' ')).join('+')
  return arg.axis.map(d => named(String(d))).join(' ') || '1'
}

function unit(node: UnitArray): string {
  if (node.indices.length > 1) return `\\operatorname{unit}(${node.indices.map(i => indices([i])).join(', ')}; ${node.sizes.map(s => (s ? size(s) : '\\square')).join(', ')})`
  return `e_{${indices(node.indices)}}`
}

function head(node: Call): string {
  const name = operators.has(node.fn) ? `\\${node.fn}` : latexFunction(node.fn)
  return `${name}${"'".repeat(Math.min(node.order, 4))}${node.order > 4 ? `^{(${node.order})}` : ''}`
}

/** Declared functions are set like names, those of the language upright. */
function latexFunction(fn: string): string {
  const name = latexName(fn)
  return name.startsWith('\\mathrm{') ? `\\operatorname{${name.slice('\\mathrm{'.length)}` : name
}

/** What a call without brackets reaches over: in brackets unless it is one thing. */
function argument(node: Resolved): string {
  return ['factors', 'terms', 'minus', 'fraction', 'call', 'sum-over'].includes(node.k) ? `\\left(${latexOf(node)}\\right)` : latexOf(node)
}

function call(node: Call): string {
  const [first, second] = node.args
  if (first && node.order === 0) {
    if (node.fn === 'sqrt') return `\\sqrt{${bare(first)}}`
    if (node.fn === 'transpose') return `${enclosed(first)}^{${transposeMark}}`
    if (node.fn === 'inv') return `${enclosed(first)}^{-1}`
    if (node.fn === 'dot' && second) return `\\left\\langle ${latexOf(first)}, ${latexOf(second)}\\right\\rangle`
  }
  if (node.fn === 'kron') return `\\left(${node.args.map(enclosed).join(' \\otimes ')}\\right)`
  if (!node.bracketed && first) return `${head(node)} ${argument(first)}`
  return `${head(node)}\\left(${node.args.map(latexOf).join(', ')}\\right)`
}

function enclosed(node: Resolved): string {
  return ['name', 'bracketed', 'identity', 'literal'].includes(node.k) ? latexOf(node) : `\\left(${latexOf(node)}\\right)`
}

function derivative(node: DerivativeAtom): string {
  const d = node.mode === 'partial' ? '\\partial' : '\\mathrm{d}'
  const what = (x: DerivativeAtom['target']): string => {
    const name = x.name === null ? `\\mathrm{${escaped(x.text)}}` : latexName(x.name)
    if (node.vec) return `\\operatorname{vec}(${name})`
    return x.indices ? `${x.name?.includes('_') ? `(${name})` : name}_{${indices(x.indices)}}` : name
  }
  const order = node.by.length > 1 ? `^{${node.by.length}}` : ''
  return `\\frac{${d}${order} ${what(node.target)}}{${node.by.toReversed().map(b => `${d} ${what(b)}`).join(' \\, ')}}`
}
