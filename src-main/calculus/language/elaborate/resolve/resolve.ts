/** From the syntax tree to the resolved tree: names, reaches and marks are told apart by what is declared. */
import type { Item, Node, Term } from '../../ast.ts'
import type { Resolved } from '../../resolved.ts'
import { unknownKind } from '../../../problem.ts'
import { derivativeOfFrac } from './derivatives.ts'
import { isSumSign } from './binders.ts'
import { resolveGroup } from './groups.ts'
import { resolveFactors } from './products.ts'
import { textOf, type Resolving } from './context.ts'

export function resolve(r: Resolving, node: Node): Resolved {
  const span = { from: node.from, to: node.to }
  switch (node.k) {
    case 'num': return { k: 'number', text: node.text, ...span }
    case 'missing': return { k: 'hole', ...span }
    case 'word': case 'chain': return resolveFactors(r, [{ op: 'juxt', opSpan: { from: node.from, to: node.from }, spaced: false, node }])
    case 'product': return resolveFactors(r, node.items)
    case 'neg': return { k: 'minus', node: resolve(r, node.node), ...span }
    case 'group': return resolveGroup(r, node)
    case 'sum': {
      const only = node.terms[0]!
      if (node.terms.length === 1) return only.sign === '-' ? { k: 'minus', node: resolve(r, only.node), ...span } : resolve(r, only.node)
      const terms = joined(r, node.terms)
      if (terms.length === 1) return resolve(r, terms[0]!.sign === '-' ? { k: 'sum', terms, ...span } : terms[0]!.node)
      return { k: 'terms', terms: terms.map(t => ({ sign: t.sign, node: resolve(r, t.node) })), ...span }
    }
    case 'frac': return derivativeOfFrac(r, node) ?? { k: 'fraction', num: resolve(r, node.num), den: resolve(r, node.den), ...span }
    // A quoted formula outside of einsum is told by the grammar.
    case 'str': return { k: 'hole', ...span }
    case 'colon': r.faults.problem('misplaced', node, [textOf(r, node)]); return { k: 'hole', ...span }
    case 'relation': {
      r.faults.problem('misplaced', { from: node.opSpan.from, to: node.opSpan.to }, [textOf(r, node.opSpan)])
      return resolve(r, node.left)
    }
    default: return unknownKind(node)
  }
}

/** `exp -x`, `sum_i -x_i`: a minus between a bare function or sum and what follows is a sign, not a difference. */
function joined(r: Resolving, terms: readonly Term[]): readonly Term[] {
  const out: Term[] = []
  for (const term of terms) {
    const before = out.at(-1)
    const sign = term.signSpan
    // `exp - x` is a function without its argument; `exp -x` is not.
    const close = sign && /\s/.test(r.source[sign.from - 1] ?? '') && !/\s/.test(r.source[sign.to] ?? ' ')
    if (!before || !sign || term.sign !== '-' || !(endsInSum(r, before.node) || (close && endsInFunction(r, before.node)))) {
      out.push(term)
      continue
    }
    const [first, ...rest] = itemsOf(term.node)
    const negative: Node = { k: 'neg', node: first!.node, from: sign.from, to: first!.node.to }
    const items: readonly Item[] = [...itemsOf(before.node), { ...first!, op: 'juxt', spaced: true, node: negative }, ...rest]
    out[out.length - 1] = { ...before, node: { k: 'product', items, from: before.node.from, to: term.node.to } }
  }
  return out
}

function itemsOf(node: Node): readonly Item[] {
  return node.k === 'product' ? node.items : [{ op: 'juxt', opSpan: { from: node.from, to: node.from }, spaced: false, node }]
}

function endsInSum(r: Resolving, node: Node): boolean {
  const last = node.k === 'product' ? node.items.at(-1)!.node : node
  if (last.k !== 'chain' || last.base.k !== 'word' || last.posts.length > 2) return false
  return last.posts.some(p => p.k === 'sub' && (p.braced || p.items.length === 1)) && isSumSign(r, last.base, last.posts)
}

function endsInFunction(r: Resolving, node: Node): boolean {
  const last = node.k === 'product' ? node.items.at(-1)!.node : node
  const word = last.k === 'chain' && last.posts.every(p => p.k === 'prime' || p.k === 'sup') ? last.base : last
  return word.k === 'word' && r.vocabulary.kindOf(word.units.map(u => u.text).join('')) === 'function'
}
