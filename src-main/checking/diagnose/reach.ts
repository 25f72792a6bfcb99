/** How far a sum reaches: `sum_j (A_{ij} x_j - y_i)` counts y_i once for each j. */
import { nodesOf, type Resolved, type Span } from '../../calculus/index.ts'
import { words } from '../words.ts'
import { cover, type Edit, type Maker } from './edits.ts'

/** The sum only before those terms in which its index occurs. */
export const reach: Maker = (w, node) => {
  if (node.k !== 'sum-over') return []
  return node.indices.flatMap(({ name }): Edit[] => {
    for (const sum of nodesOf(node.body)) {
      if (sum.k !== 'terms' || holds(node.body, name, sum)) continue
      const [own, others] = [sum.terms.filter(t => holds(t.node, name)), sum.terms.filter(t => !holds(t.node, name))]
      if (own.length === 0 || others.length === 0) continue
      const written = (terms: typeof own): string => terms.map(t => `${t.sign} ${cover(w.textOf(t.node))}`).join(' ')
      const terms = cover(`sum_{${name}} ${cover(`0 ${written(own)}`)} ${written(others)}`)
      const body = w.textOf(node.body)
      const left = node.indices.filter(i => i.name !== name).map(i => i.name)
      const inner = cover(body.slice(0, sum.from - node.body.from) + terms + body.slice(sum.to - node.body.from))
      const text = left.length === 0 ? inner : cover(`sum_{${left.join(',')}} ${inner}`)
      return [{ text: w.edited(node, text), code: 'extra-term', message: words.sumReachesTooFar(name), span: others[0]!.node }]
    }
    return []
  })
}

/** Does an index occur in a node, outside of `but`? */
function holds(node: Resolved, name: string, but?: Span): boolean {
  return nodesOf(node).some(n => {
    if (but && but.from <= n.from && n.to <= but.to) return false
    return (n.k === 'entry' || n.k === 'delta' || n.k === 'unit') && n.indices.some(i => i.k === 'letter' && i.name === name)
  })
}
