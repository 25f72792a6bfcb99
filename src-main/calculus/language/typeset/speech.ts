/** The resolved tree as it is said, in the language that is spoken: "two times open bracket A x minus y close bracket times x transpose". */
import { unknownKind } from '../../problem.ts'
import { readingWords as words } from '../messages/speech.ts'
import type { Call, DerivativeAtom, Factors, IndexItem, Resolved, SizeArg, SumOver } from '../resolved.ts'
import { spokenName, spokenNumber } from './names.ts'

export function speechOf(node: Resolved): string {
  switch (node.k) {
    case 'number': return spokenNumber(node.text)
    case 'pi': return words.pi
    case 'name': return node.applied === undefined ? spokenName(node.name) : words.of(spokenName(node.name), node.applied)
    case 'size': return spokenName(node.name)
    case 'unknown': return node.text
    case 'hole': return words.missing
    case 'terms': return node.terms.map((t, n) => `${n === 0 ? (t.sign === '-' ? `${words.minus} ` : '') : t.sign === '-' ? ` ${words.minus} ` : ` ${words.plus} `}${speechOf(t.node)}`).join('')
    case 'factors': return factors(node)
    case 'fraction': return words.over(grouped(node.num), grouped(node.den))
    case 'minus': return `${words.minus} ${speechOf(node.node)}`
    case 'bracketed': return node.kind === 'brace' ? speechOf(node.node) : words.bracketed(speechOf(node.node))
    case 'bars': return words.bars(speechOf(node.node))
    case 'norm': return words.normOf(speechOf(node.node), isPlain(node.node))
    case 'entry': return `${speechOf(node.base)} ${words.sub} ${indices(node.indices)}`
    case 'transposed': return words.transposed(speechOf(node.base))
    case 'inverse-transposed': return words.transposed(words.inverse(speechOf(node.base)))
    case 'powered': return power(node.base, node.exponent)
    case 'entry-powered': return words.entryPower(speechOf(node.base), grouped(node.exponent))
    case 'call': return call(node)
    case 'sum-over': return sum(node)
    case 'identity': return words.identity(node.size ? size(node.size) : null)
    case 'filled': return (node.value === 1 ? words.ones : words.zeros)(node.sizes.map(size).join(` ${words.by} `))
    case 'unit': return words.unit(indices(node.indices), node.indices.length > 1)
    case 'delta': return `delta ${indices(node.indices)}`
    case 'indicator': return words.oneIf(indices([node.left]), node.op === '=' ? words.equals : words.differs, indices([node.right]))
    case 'comm': return words.commutation(node.sizes.map(size).join(` ${words.by} `))
    case 'literal': return literal(node.rows)
    case 'einsum': return words.formula(node.formula, node.args.map(grouped).join(` ${words.and} `))
    case 'derivative': return derivative(node)
    default: return unknownKind(node)
  }
}

/** One thing that needs no mark of its end. */
function isPlain(node: Resolved): boolean {
  return ['number', 'pi', 'name', 'size', 'unknown', 'hole', 'entry', 'transposed', 'inverse-transposed', 'identity', 'delta', 'unit', 'bracketed'].includes(node.k)
}

function grouped(node: Resolved): string {
  return isPlain(node) ? speechOf(node) : words.bracketed(speechOf(node))
}

/** Names side by side are said side by side; all else is joined by a word. */
function factors(node: Factors): string {
  const isLetter = (n: Resolved): boolean => ['name', 'entry', 'size', 'pi', 'transposed'].includes(n.k)
  const inQuotient = (n: Resolved): string => (n.k === 'sum-over' ? words.bracketed(speechOf(n)) : speechOf(n))
  return node.items.map(({ op, node: next }, n) => {
    if (n === 0) return speechOf(next)
    const before = node.items[n - 1]!.node
    const bare = op === '*' && isLetter(before) && isLetter(next) && before.k !== 'transposed'
    return bare ? ` ${speechOf(next)}` : ` ${words.signs[op]} ${op === '/' ? inQuotient(next) : speechOf(next)}`
  }).join('')
}

function power(base: Resolved, exponent: Resolved): string {
  const inside = exponent.k === 'bracketed' ? exponent.node : exponent
  const text = speechOf(base)
  if (inside.k === 'number' && inside.text === '2') return words.squared(text)
  if (inside.k === 'number' && inside.text === '3') return words.cubed(text)
  if (inside.k === 'minus' && inside.node.k === 'number' && inside.node.text === '1') return words.inverse(text)
  return words.power(text, speechOf(inside))
}

function indices(items: readonly IndexItem[]): string {
  return items.map(i => (i.k === 'letter' ? i.name : i.k === 'fixed' ? spokenNumber(i.text) : i.k === 'all' ? words.all : words.missing)).join(' ')
}

function size(arg: SizeArg): string {
  if (!arg.axis) return words.missing
  return arg.axis.map(d => spokenName(String(d)).replaceAll('*', ` ${words.signs['*']} `).replaceAll('+', ` ${words.plus} `)).join(` ${words.signs['*']} `) || words.nothingLeft
}

function sum(node: SumOver): string {
  const over = node.indices.map(i => i.name)
  const list = over.length < 2 ? over.join('') || words.missing : `${over.slice(0, -1).join(', ')} ${words.and} ${over.at(-1)}`
  const apart = node.unequal.map(([a, b]) => words.apart(a, b)).join('')
  return words.sum(list, node.upper ? size(node.upper) : null, apart, speechOf(node.body))
}

function call(node: Call): string {
  const primes = node.order === 0 ? '' : words.primes(node.order)
  const name = (words.functions as Readonly<Record<string, string>>)[node.fn] ?? spokenName(node.fn)
  if (node.order === 0 && node.fn === 'transpose') return words.transposed(grouped(node.args[0]!))
  if (node.order === 0 && node.fn === 'inv') return words.inverse(grouped(node.args[0]!))
  if (node.args.length > 1) return words.of(name, node.args.map(grouped).join(` ${words.and} `))
  return words.of(`${name}${primes}`, node.args[0] ? grouped(node.args[0]) : words.missing)
}

function literal(rows: readonly (readonly Resolved[])[]): string {
  const row = (cells: readonly Resolved[]): string => cells.map(speechOf).join(', ')
  if (rows.length === 1) return words.row(row(rows[0]!))
  return words.matrix(rows.length, rows.map((r, n) => words.matrixRow(spokenNumber(String(n + 1)), row(r))).join('; '))
}

function derivative(node: DerivativeAtom): string {
  const d = node.mode === 'partial' ? words.partial : 'd'
  const what = (x: DerivativeAtom['target']): string => `${node.vec ? 'vec ' : ''}${spokenName(x.name ?? x.text)}${x.indices ? ` ${words.sub} ${indices(x.indices)}` : ''}`
  const order = node.by.length > 1 ? words.order(node.by.length) : ''
  return `${d}${order} ${what(node.target)} ${words.byWhich} ${node.by.toReversed().map(b => `${d} ${what(b)}`).join(' ')}`
}
