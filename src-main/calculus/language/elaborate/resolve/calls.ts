/** A function with its arguments. */
import type { Group, Node } from '../../ast.ts'
import type { IndexItem, Resolved, SizeArg } from '../../resolved.ts'
import type { Span } from '../../../problem.ts'
import { indexOf, indicesOf, sizeOfNode } from './subscripts.ts'
import { arrayFunctions } from './vocabulary.ts'
import { entry, normKind } from './posts.ts'
import { resolve } from './resolve.ts'
import { textOf, type Resolving } from './context.ts'
import type { Head } from './tokens.ts'

/** `args`: the round brackets after the name, or what a call without brackets reaches over. */
export function call(r: Resolving, head: Head, args: Group | Resolved): Resolved {
  const inBrackets = args.k === 'group'
  const span: Span = { from: head.from, to: args.to }
  let node = inBrackets ? withBrackets(r, head, args, span) : plain(r, head, [args], span, false)
  if (head.index && node.k === 'norm') node = normKind(node, head.index, span.to)
  else if (head.index) node = entry(r, node, indicesOf(r, head.index, null).value, false, head.index, span.to)
  return head.power ? { k: 'powered', base: node, exponent: head.power, ...span } : node
}

function withBrackets(r: Resolving, head: Head, group: Group, span: Span): Resolved {
  const cells = group.rows.flat()
  if (head.fn === 'unit') return unit(r, group, span)
  if (group.rows.length > 1) r.faults.problem('misplaced', group, [';'])
  if (cells.length === 0) {
    r.faults.problem('function-alone', span, [head.fn, textOf(r, span)])
    return { k: 'hole', ...span }
  }
  switch (head.fn) {
    case 'einsum': return einsum(r, cells, span)
    case 'eye': {
      const square = cells.length === 2 && textOf(r, cells[0]!) === textOf(r, cells[1]!) ? cells.slice(0, 1) : cells
      return counted(r, head, square, span) ? { k: 'identity', size: sizes(r, square)[0]!, ...span } : { k: 'hole', ...span }
    }
    case 'ones': case 'zeros': return { k: 'filled', value: head.fn === 'ones' ? 1 : 0, sizes: sizes(r, cells), short: false, ...span }
    case 'comm': return counted(r, head, cells, span) ? { k: 'comm', sizes: sizes(r, cells), ...span } : { k: 'hole', ...span }
    default: return plain(r, head, cells.map(c => resolve(r, c)), span, true)
  }
}

function sizes(r: Resolving, cells: readonly Node[]): readonly SizeArg[] {
  const only = cells.length === 1 && cells[0]!.k === 'group' && cells[0]!.kind === 'paren' ? cells[0]!.rows.flat() : cells
  return only.map(c => sizeOfNode(r, c))
}

function counted(r: Resolving, head: Head, cells: readonly unknown[], span: Span): boolean {
  const [least, most] = arrayFunctions.get(head.fn) ?? [1, 1]
  if (cells.length >= least && cells.length <= most) return true
  r.faults.problem('argument-count', span, [head.fn, least, most, cells.length])
  return false
}

function plain(r: Resolving, head: Head, args: readonly Resolved[], span: Span, bracketed: boolean): Resolved {
  if (!counted(r, head, args, span)) return { k: 'hole', ...span }
  if (['eye', 'ones', 'zeros', 'unit', 'comm', 'einsum'].includes(head.fn)) {
    r.faults.problem('function-alone', head, [head.fn, textOf(r, head)])
    return { k: 'hole', ...span }
  }
  if (head.order > 0 && arrayFunctions.has(head.fn)) {
    r.faults.problem('no-derivative-of', head, [head.fn])
    return { k: 'hole', ...span }
  }
  if (head.fn === 'norm') return { k: 'norm', node: args[0]!, sub: null, ...span }
  if (head.fn === 'transpose') return { k: 'call', fn: 'transpose', fnSpan: head, order: 0, args, bracketed, ...span }
  const fn = head.fn === 'trace' ? 'tr' : head.fn
  return { k: 'call', fn, fnSpan: { from: head.from, to: head.to }, order: head.order, args, bracketed, ...span }
}

/** `unit(i,N)` and `unit(i,j;M,N)`. */
function unit(r: Resolving, group: Group, span: Span): Resolved {
  const [first, second] = group.rows.length === 2 ? group.rows : [group.rows[0]?.slice(0, 1), group.rows[0]?.slice(1)]
  if (!first || !second || first.length === 0 || first.length !== second.length || group.rows.length > 2) {
    r.faults.problem('unit-arguments', span, [])
    return { k: 'hole', ...span }
  }
  const indices = first.map((cell): IndexItem => {
    const found = indexOf(r, cell)
    if (found?.length === 1 && found[0]!.k !== 'all') return found[0]!
    r.faults.problem('bad-index', cell, [textOf(r, cell)])
    return { k: 'broken', from: cell.from, to: cell.to }
  })
  if (indices.some(i => i.k === 'letter')) r.usesIndex(span)
  return { k: 'unit', indices, sizes: second.map(c => sizeOfNode(r, c)), short: false, ...span }
}

function einsum(r: Resolving, cells: readonly Node[], span: Span): Resolved {
  const [formula, ...args] = cells
  if (formula?.k === 'str' && !/["'“”‘`]/.test(r.source[formula.from] ?? '')) {
    r.faults.problem('einsum-formula', formula, [], [{ from: formula.from, to: formula.to, text: `"${formula.text}"` }])
    return { k: 'hole', ...span }
  }
  if (formula?.k !== 'str') {
    r.faults.problem('einsum-formula', formula ?? span, [])
    return { k: 'hole', ...span }
  }
  return { k: 'einsum', formula: formula.text, formulaSpan: { from: formula.from, to: formula.to }, args: args.map(a => resolve(r, a)), ...span }
}
