/** How large a text may be: checked before anything walks it. */
import type { Node } from '../ast.ts'
import type { Resolved } from '../resolved.ts'
import { OverBudget } from './faults.ts'

const mostNodes = 20_000
const deepest = 800

/** Throws `OverBudget` where the tree is too large or too deep for the walks that follow. Walks without recursion itself. */
export function checkBudget(root: Node | Resolved): void {
  let count = 0
  const stack: { node: unknown; depth: number }[] = [{ node: root, depth: 0 }]
  while (stack.length > 0) {
    const { node, depth } = stack.pop()!
    if (node === null || typeof node !== 'object') continue
    const isNode = !Array.isArray(node) && 'k' in node
    if (isNode && (++count > mostNodes || depth > deepest)) throw new OverBudget()
    for (const child of Object.values(node)) if (typeof child === 'object') stack.push({ node: child, depth: depth + (isNode ? 1 : 0) })
  }
}
