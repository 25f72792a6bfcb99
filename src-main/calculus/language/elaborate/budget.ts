/** How large a text may be: checked before anything walks it. */
import type { Node } from '../ast.ts'
import type { Resolved } from '../resolved.ts'
import { OverBudget } from './faults.ts'

const mostNodes = 20_000
const deepest = 800

/** A character makes few nodes, so that a text of this length cannot be too large or too deep: most texts are spared the walk. */
const surelyWithin = 150

/** Throws `OverBudget` where the tree of a text of so many characters is too large or too deep for the walks that follow. Walks without recursion itself. */
export function checkBudget(root: Node | Resolved, characters: number): void {
  if (characters <= surelyWithin) return
  let count = 0
  const nodes: object[] = [root]
  const depths: number[] = [0]
  while (nodes.length > 0) {
    const node = nodes.pop()!
    let depth = depths.pop()!
    if (!Array.isArray(node) && 'k' in node) {
      if (++count > mostNodes || depth > deepest) throw new OverBudget()
      depth++
    }
    for (const key in node) {
      const child = (node as Record<string, unknown>)[key]
      if (typeof child !== 'object' || child === null) continue
      nodes.push(child)
      depths.push(depth)
    }
  }
}
