/** Subscripts in square brackets on what is no array by itself: `delta[i,j]`, `e[i]`, `df[p,q]/dB[r,s]`. */
import type { Group, Item, Node, Sub, SubItem, Unit } from '../../ast.ts'
import { looksLikeIndex } from './groups.ts'
import { marksDifferential } from './marks.ts'
import type { Resolving } from './context.ts'

/** The factors, in which these brackets are subscripts. */
export function withSquareSubs(r: Resolving, items: readonly Item[]): readonly Item[] {
  if (!items.some(i => groupOf(i.node)?.kind === 'bracket')) return items
  const out: Item[] = []
  for (const item of items) {
    const before = out.at(-1)
    const sub = before && item.op === 'juxt' && !item.spaced && takesSub(r, before.node) ? subOf(r, item.node) : null
    if (!before || !sub) out.push(item)
    else out[out.length - 1] = { ...before, node: { k: 'chain', base: before.node, posts: [sub, ...(item.node.k === 'chain' ? item.node.posts : [])], from: before.node.from, to: item.node.to } }
  }
  return out
}

function takesSub(r: Resolving, node: Node): boolean {
  if (node.k !== 'word') return false
  const text = node.units.map(u => u.text).join('')
  if (marksDifferential(r, node.units)) return node.units.length > 1
  return (text === 'e' || text.endsWith('delta')) && r.vocabulary.kindOf(text) === null
}

/** The brackets that a factor is, or begins with. */
function groupOf(node: Node): Group | null {
  return node.k === 'group' ? node : node.k === 'chain' && node.base.k === 'group' ? node.base : null
}

/** The brackets as a subscript; null where they hold anything but indices. */
function subOf(r: Resolving, node: Node): Sub | null {
  const group = groupOf(node)
  if (group === null || group.kind !== 'bracket' || !looksLikeIndex(r, group, false)) return null
  const items = group.rows[0]!.flatMap((cell, n): readonly (SubItem | null)[] => {
    const own: readonly (SubItem | null)[] = cell.k === 'word' ? cell.units.map(letter) : cell.k === 'num' ? [{ k: 'number', text: cell.text, from: cell.from, to: cell.to }]
      : cell.k === 'colon' ? [{ k: 'mark', text: ':', from: cell.from, to: cell.to }] : [null]
    return n === 0 ? own : [{ k: 'mark', text: ',', from: cell.from, to: cell.from }, ...own]
  })
  return items.some(i => i === null) ? null : { k: 'sub', braced: true, items: items.map(i => i!), from: group.from, to: group.to }
}

function letter(unit: Unit): SubItem {
  return { k: 'letter', unit, from: unit.from, to: unit.to }
}
