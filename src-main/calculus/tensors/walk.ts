/**
 * Walking an expression. Sub-expressions are shared (a norm holds its inside twice), so that a plain recursion over `children` can take
 * exponentially long: these visit every node once.
 */
import { children, withChildren } from './build.ts'
import type { Expr } from './expr.ts'

/** All distinct nodes, an expression before what it holds. */
export function nodesIn(...exprs: readonly Expr[]): Set<Expr> {
  const found = new Set<Expr>()
  const todo = [...exprs].reverse()
  while (todo.length > 0) {
    const e = todo.pop()!
    if (found.has(e)) continue
    found.add(e)
    const kids = children(e)
    for (let n = kids.length - 1; n >= 0; n--) todo.push(kids[n]!)
  }
  return found
}

/** Does some node pass the test? */
export function someNode(e: Expr, test: (node: Expr) => boolean): boolean {
  for (const node of nodesIn(e)) if (test(node)) return true
  return false
}

/** The expression with nodes taken by others: `change` gives what stands in the place of a node, or null to keep it and look inside. Shared nodes stay shared. */
export function replaceNodes(e: Expr, change: (node: Expr) => Expr | null): Expr {
  const memo = new Map<Expr, Expr>()
  const go = (x: Expr): Expr => {
    let made = memo.get(x)
    if (made === undefined) memo.set(x, made = change(x) ?? inside(x, go))
    return made
  }
  return go(e)
}

function inside(x: Expr, go: (kid: Expr) => Expr): Expr {
  const kids = children(x)
  const made = kids.map(go)
  return made.every((m, n) => m === kids[n]) ? x : withChildren(x, made)
}

/** How many nodes an expression has when it is written out, every shared one as often as it stands; not counted beyond `most`. */
export function writtenOut(e: Expr, most: number): number {
  const memo = new Map<Expr, number>()
  const count = (x: Expr): number => {
    let n = memo.get(x)
    if (n === undefined) memo.set(x, n = Math.min(most, children(x).reduce((sum, kid) => sum + count(kid), 1)))
    return n
  }
  return count(e)
}
