/** Brackets: grouping, bars, norms, inner products, literals, indicators. */
import type { Group, Node } from '../../ast.ts'
import type { IndexItem, Resolved } from '../../resolved.ts'
import { indexOf } from './subscripts.ts'
import { resolve } from './resolve.ts'
import { textOf, type Resolving } from './context.ts'

/** A group as an operand. Its posts are hung on it by the caller. */
export function resolveGroup(r: Resolving, group: Group): Resolved {
  const span = { from: group.from, to: group.to }
  const cells = group.rows.flat()
  const only = (): Resolved => {
    if (cells.length > 1) r.faults.problem('too-many-cells', group, [textOf(r, group)])
    return cells[0] ? resolve(r, cells[0]) : { k: 'hole', ...span }
  }
  switch (group.kind) {
    case 'paren': case 'brace': return bracketed(r, group)
    case 'bar': return { k: 'bars', node: only(), ...span }
    case 'norm': return { k: 'norm', node: only(), sub: null, ...span }
    case 'angle': return inner(r, group, cells)
    case 'bracket': case 'matrix': return literal(r, group)
  }
}

/** Round brackets that group. */
export function bracketed(r: Resolving, group: Group): Resolved {
  const span = { from: group.from, to: group.to }
  const cells = group.rows.flat()
  if (cells.length !== 1) {
    const array = `[${r.source.slice(group.from + 1, group.to - 1)}]`
    if (cells.length > 1) r.faults.problem('tuple', group, [textOf(r, group)], [{ ...span, text: array }])
    else r.faults.problem('empty-brackets', group, [])
    return { k: 'hole', ...span }
  }
  return { k: 'bracketed', kind: group.kind === 'brace' ? 'brace' : 'paren', node: resolve(r, cells[0]!), ...span }
}

function inner(r: Resolving, group: Group, cells: readonly Node[]): Resolved {
  const span = { from: group.from, to: group.to }
  if (cells.length !== 2) {
    r.faults.problem('argument-count', group, ['<x, y>', 2, 2, cells.length])
    return { k: 'hole', ...span }
  }
  const fnSpan = { from: group.from, to: group.from + 1 }
  return { k: 'call', fn: 'dot', fnSpan, order: 0, args: cells.map(c => resolve(r, c)), bracketed: true, ...span }
}

function literal(r: Resolving, group: Group): Resolved {
  const span = { from: group.from, to: group.to }
  const cells = group.rows.flat()
  const first = cells[0]
  if (!first) {
    r.faults.problem('empty-brackets', group, [])
    return { k: 'hole', ...span }
  }
  if (cells.length === 1 && first.k === 'relation') {
    const [left, right] = [first.left, first.right].map(side => single(r, side))
    r.usesIndex(span)
    return { k: 'indicator', op: first.op, left: left!, right: right!, ...span }
  }
  return { k: 'literal', rows: group.rows.map(row => row.map(c => resolve(r, c))), ...span }
}

function single(r: Resolving, node: Node): IndexItem {
  const found = indexOf(r, node)
  if (found?.length === 1 && found[0]!.k !== 'all') return found[0]!
  r.faults.problem('bad-index', node, [textOf(r, node)])
  return { k: 'broken', from: node.from, to: node.to }
}

/** Is this `[…]` behind something a list of indices? After a space, only where it could be nothing else. */
export function looksLikeIndex(r: Resolving, group: Group, spaced: boolean): boolean {
  const cells = group.rows.flat()
  const newLetter = (c: Node): boolean => c.k === 'word' && c.units.length === 1 && r.vocabulary.kindOf(c.units[0]!.text) === null
  if (spaced && !cells.some(c => c.k === 'colon' || newLetter(c))) return false
  return group.rows.length === 1 && cells.length > 0 && cells.every(c => ['colon', 'num', 'word', 'missing'].includes(c.k) || shifted(r, c))
}

/** `-1`, `i+1`: no index of the language, but meant as one. */
function shifted(r: Resolving, cell: Node): boolean {
  const isLetter = (n: Node): boolean => n.k === 'num' || (n.k === 'word' && n.units.length === 1 && !r.vocabulary.declares(n.units[0]!.text))
  return cell.k === 'sum' && cell.terms.every(t => isLetter(t.node))
}

/** Words by which NumPy adds an axis. */
const newAxis: ReadonlySet<string> = new Set(['None', 'newaxis'])

export function squareIndices(r: Resolving, group: Group): readonly IndexItem[] {
  return group.rows[0]!.flatMap((cell): readonly IndexItem[] => {
    const found = newAxis.has(textOf(r, cell)) ? null : indexOf(r, cell)
    if (found) return found
    r.faults.problem('bad-index', cell, [textOf(r, cell)])
    return [{ k: 'broken', from: cell.from, to: cell.to }]
  })
}
