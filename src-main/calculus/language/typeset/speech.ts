/** The resolved tree in spoken English: "two times open bracket A x minus y close bracket times x transpose". */
import { unknownKind } from '../../problem.ts'
import type { Call, DerivativeAtom, Factors, IndexItem, Resolved, SizeArg, SumOver } from '../resolved.ts'
import { spokenName, spokenNumber } from './names.ts'

const names: Readonly<Record<string, string>> = {
  tr: 'trace', det: 'determinant', logdet: 'log determinant', inv: 'inverse', vec: 'vec', diag: 'diagonal', exp: 'exponential', log: 'logarithm',
  sqrt: 'square root', abs: 'absolute value', sin: 'sine', cos: 'cosine', tan: 'tangent', sinh: 'hyperbolic sine', cosh: 'hyperbolic cosine',
  tanh: 'hyperbolic tangent', sum: 'sum of all entries', relu: 're-lu', dot: 'inner product', kron: 'Kronecker product', outer: 'outer product',
  max: 'maximum', min: 'minimum', softmax: 'soft-max', softplus: 'soft-plus', norm: 'norm',
}

export function speechOf(node: Resolved): string {
  switch (node.k) {
    case 'number': return spokenNumber(node.text)
    case 'pi': return 'pi'
    case 'name': return node.applied === undefined ? spokenName(node.name) : `${spokenName(node.name)} of ${node.applied}`
    case 'size': return spokenName(node.name)
    case 'unknown': return node.text
    case 'hole': return 'something missing'
    case 'terms': return node.terms.map((t, n) => `${n === 0 ? (t.sign === '-' ? 'minus ' : '') : t.sign === '-' ? ' minus ' : ' plus '}${speechOf(t.node)}`).join('')
    case 'factors': return factors(node)
    case 'fraction': return `${grouped(node.num)} over ${grouped(node.den)}`
    case 'minus': return `minus ${speechOf(node.node)}`
    case 'bracketed': return node.kind === 'brace' ? speechOf(node.node) : `open bracket ${speechOf(node.node)} close bracket`
    case 'bars': return `bar ${speechOf(node.node)} bar`
    case 'norm': return `norm of ${spanned(node.node, 'norm')}`
    case 'entry': return `${speechOf(node.base)} sub ${indices(node.indices)}`
    case 'transposed': return `${speechOf(node.base)} transpose`
    case 'inverse-transposed': return `${speechOf(node.base)} inverse transpose`
    case 'powered': return power(node.base, node.exponent)
    case 'entry-powered': return `${speechOf(node.base)} to the entrywise power ${grouped(node.exponent)}`
    case 'call': return call(node)
    case 'sum-over': return sum(node)
    case 'identity': return node.size ? `identity of size ${size(node.size)}` : 'identity'
    case 'filled': return `${node.value === 1 ? 'ones' : 'zeros'} of size ${node.sizes.map(size).join(' by ')}`
    case 'unit': return `${node.indices.length > 1 ? 'unit matrix' : 'unit vector'} ${indices(node.indices)}`
    case 'delta': return `delta ${indices(node.indices)}`
    case 'indicator': return `one if ${indices([node.left])} ${node.op === '=' ? 'equals' : 'differs from'} ${indices([node.right])}`
    case 'comm': return `commutation matrix of ${node.sizes.map(size).join(' by ')}`
    case 'literal': return literal(node.rows)
    case 'einsum': return `einsum ${node.formula.replace('->', ' to ')} of ${node.args.map(grouped).join(' and ')}`
    case 'derivative': return derivative(node)
    default: return unknownKind(node)
  }
}

/** One thing that needs no mark of its end. */
function isPlain(node: Resolved): boolean {
  return ['number', 'pi', 'name', 'size', 'unknown', 'hole', 'entry', 'transposed', 'inverse-transposed', 'identity', 'delta', 'unit', 'bracketed'].includes(node.k)
}

function grouped(node: Resolved): string {
  return isPlain(node) ? speechOf(node) : `open bracket ${speechOf(node)} close bracket`
}

/** What stands in bars or under a root, with its end told where that is not plain. */
function spanned(node: Resolved, what: string): string {
  return isPlain(node) ? speechOf(node) : `${speechOf(node)} end ${what}`
}

const signs = { '*': 'times', '/': 'over', '.*': 'entrywise times', './': 'entrywise over', kron: 'Kronecker' } as const

/** Names side by side are said side by side; all else is joined by a word. */
function factors(node: Factors): string {
  const isLetter = (n: Resolved): boolean => ['name', 'entry', 'size', 'pi', 'transposed'].includes(n.k)
  const inQuotient = (n: Resolved): string => (n.k === 'sum-over' ? `open bracket ${speechOf(n)} close bracket` : speechOf(n))
  return node.items.map(({ op, node: next }, n) => {
    if (n === 0) return speechOf(next)
    const before = node.items[n - 1]!.node
    const bare = op === '*' && isLetter(before) && isLetter(next) && before.k !== 'transposed'
    return bare ? ` ${speechOf(next)}` : ` ${signs[op]} ${op === '/' ? inQuotient(next) : speechOf(next)}`
  }).join('')
}

function power(base: Resolved, exponent: Resolved): string {
  const inside = exponent.k === 'bracketed' ? exponent.node : exponent
  const text = speechOf(base)
  if (inside.k === 'number' && inside.text === '2') return `${text} squared`
  if (inside.k === 'number' && inside.text === '3') return `${text} cubed`
  if (inside.k === 'minus' && inside.node.k === 'number' && inside.node.text === '1') return `${text} inverse`
  return `${text} to the power ${speechOf(inside)}`
}

function indices(items: readonly IndexItem[]): string {
  return items.map(i => (i.k === 'letter' ? i.name : i.k === 'fixed' ? spokenNumber(i.text) : i.k === 'all' ? 'all' : 'something missing')).join(' ')
}

function size(arg: SizeArg): string {
  if (!arg.axis) return 'something missing'
  return arg.axis.map(d => spokenName(String(d)).replaceAll('*', ' times ').replaceAll('+', ' plus ')).join(' times ') || 'one'
}

function sum(node: SumOver): string {
  const over = node.indices.map(i => i.name)
  const list = over.length < 2 ? over.join('') || 'something missing' : `${over.slice(0, -1).join(', ')} and ${over.at(-1)}`
  const apart = node.unequal.map(([a, b]) => ` with ${a} different from ${b}`).join('')
  return `sum over ${list}${node.upper ? ` from one to ${size(node.upper)}` : ''}${apart} of ${speechOf(node.body)}`
}

function call(node: Call): string {
  const primes = node.order === 0 ? '' : node.order === 1 ? ' prime' : node.order === 2 ? ' double prime' : ` derivative of order ${node.order}`
  const name = names[node.fn] ?? spokenName(node.fn)
  if (node.order === 0 && node.fn === 'transpose') return `${grouped(node.args[0]!)} transpose`
  if (node.order === 0 && node.fn === 'inv') return `${grouped(node.args[0]!)} inverse`
  if (node.args.length > 1) return `${name} of ${node.args.map(grouped).join(' and ')}`
  return `${name}${primes} of ${node.args[0] ? grouped(node.args[0]) : 'something missing'}`
}

function literal(rows: readonly (readonly Resolved[])[]): string {
  const row = (cells: readonly Resolved[]): string => cells.map(speechOf).join(', ')
  if (rows.length === 1) return `row of ${row(rows[0]!)} end row`
  return `matrix of ${rows.length} rows: ${rows.map((r, n) => `row ${spokenNumber(String(n + 1))}: ${row(r)}`).join('; ')}; end matrix`
}

function derivative(node: DerivativeAtom): string {
  const d = node.mode === 'partial' ? 'partial' : 'd'
  const what = (x: DerivativeAtom['target']): string => `${node.vec ? 'vec ' : ''}${spokenName(x.name ?? x.text)}${x.indices ? ` sub ${indices(x.indices)}` : ''}`
  const order = node.by.length === 2 ? ' squared' : node.by.length > 2 ? ` to the ${node.by.length}` : ''
  return `${d}${order} ${what(node.target)} by ${node.by.toReversed().map(b => `${d} ${what(b)}`).join(' ')}`
}
