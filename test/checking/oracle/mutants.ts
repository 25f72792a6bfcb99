/** Slips made on purpose: right answers with one thing changed, and the codes that tell it truly. */
import { nodesOf, type Resolved } from '../../../src-main/calculus/index.ts'

export interface Mutant { readonly slip: string; readonly text: string; readonly codes: readonly string[] }

interface Place { readonly from: number; readonly to: number }

/** The answers that one slip makes of a right one. `names`: the components of the question. */
export function mutants(text: string, tree: Resolved, names: readonly string[]): Mutant[] {
  const of = (p: Place): string => text.slice(p.from, p.to)
  const put = (p: Place, by: string): string => text.slice(0, p.from) + by + text.slice(p.to)
  const made: Mutant[] = []
  const nodes = linear(tree)
  for (const node of nodes) {
    if (node.k === 'terms' && node.terms.length > 1) {
      const sum = (terms: typeof node.terms): string => `(${terms.map((t, n) => `${t.sign === '-' ? '- ' : n > 0 ? '+ ' : ''}(${of(t.node)})`).join(' ')})`
      node.terms.forEach((t, n) => {
        made.push({ slip: 'sign of a term', text: put(node, sum(node.terms.with(n, { ...t, sign: t.sign === '+' ? '-' : '+' }))), codes: ['sign', 'symmetric-only'] })
        made.push({ slip: 'term dropped', text: put(node, sum(node.terms.filter((_, m) => m !== n))), codes: ['missing-term', 'extra-term', 'factor', 'symmetric-only', 'chain'] })
      })
    }
    if (node.k === 'factors') {
      node.items.slice(1).forEach((b, n) => {
        const a = node.items[n]!
        if (b.op !== '*' || a.op === '/' || a.op === './') return
        made.push({ slip: 'factors exchanged', text: put({ from: a.node.from, to: b.node.to }, `(${of(b.node)}) (${of(a.node)})`), codes: ['order', 'layout', 'symmetric-only', 'index-swap', 'shape', 'sign'] })
      })
      for (const { node: factor } of node.items) if (factor.k === 'name') made.push({ slip: 'factor transposed', text: put(factor, `(${of(factor)}^T)`), codes: ['symmetric-only', 'layout', 'order', 'shape', 'sign'] })
      const [first] = node.items
      if (first!.node.k === 'number' && /^\d+$/.test(first!.node.text)) {
        made.push({ slip: 'coefficient', text: put(first!.node, String(Number(first!.node.text) + 1)), codes: ['factor', 'missing-term', 'extra-term', 'sign'] })
      }
    }
  }
  for (const node of nodesOf(tree)) {
    if (node.k === 'call' && node.order === 1) made.push({ slip: 'outer derivative', text: put({ from: node.fnSpan.from, to: node.args[0]!.from }, of({ from: node.fnSpan.from, to: node.args[0]!.from }).replace(/'|’|′/, '')), codes: ['chain', 'sign'] })
  }
  if (names.length > 1) {
    const [a, b] = names as [string, string]
    const letters = nodesOf(tree).filter(n => (n as { k: string }).k === 'letter') as unknown as (Place & { name: string })[]
    let swapped = text
    for (const l of [...letters].sort((x, y) => y.from - x.from)) if (l.name === a || l.name === b) swapped = swapped.slice(0, l.from) + (l.name === a ? b : a) + swapped.slice(l.to)
    if (swapped !== text) made.push({ slip: 'indices exchanged', text: swapped, codes: ['index-swap', 'symmetric-only', 'sign', 'shape'] })
  } else if (names.length === 0) made.push({ slip: 'whole transposed', text: `(${text})^T`, codes: ['layout', 'sign', 'symmetric-only', 'shape'] })
  return made
}

/** Nodes in which the whole is linear: only there is a slip with a term a slip with a term of the whole. */
function linear(e: Resolved): Resolved[] {
  switch (e.k) {
    case 'terms': return [e, ...e.terms.flatMap(t => linear(t.node))]
    case 'factors': return [e, ...e.items.flatMap(i => (i.op === '/' || i.op === './' ? [] : linear(i.node)))]
    case 'minus': case 'bracketed': return [e, ...linear(e.node)]
    case 'transposed': return [e, ...linear(e.base)]
    case 'sum-over': return [e, ...linear(e.body)]
    default: return [e]
  }
}
