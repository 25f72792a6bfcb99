/** Putting a stream of factors together: the reach of sums and of functions, indices in square brackets, plain factors. */
import type { Item } from '../../ast.ts'
import type { Factor, Resolved } from '../../resolved.ts'
import type { Span } from '../../../problem.ts'
import { OverBudget } from '../faults.ts'
import { call } from './calls.ts'
import { bracketed, looksLikeIndex, resolveGroup, squareIndices } from './groups.ts'
import { entry, takePosts } from './posts.ts'
import { resolve } from './resolve.ts'
import { textOf, type Resolving } from './context.ts'
import { beside, tokensOf, wordBodies, type Binder, type Head, type Hung, type Token } from './tokens.ts'

/** A product, or the one factor that there is. */
export function resolveFactors(r: Resolving, items: readonly Item[]): Resolved {
  const run = new Stream(r, tokensOf(r, items))
  return run.product(false) ?? { k: 'hole', from: items[0]!.node.from, to: items.at(-1)!.node.to }
}

/** Round brackets hold arguments; so do LaTeX's braces and square ones of a single cell, right behind the name: `\exp{x}`, `tr[A B]`. */
function isArgument(token: Token & { k: 'group' }): boolean {
  if (token.group.kind === 'paren') return true
  const cells = token.group.rows.flat()
  return !token.spaced && cells.length === 1 && cells[0]!.k !== 'relation'
}

/** How many sums and calls without brackets may stand in each other. */
const deepest = 200

/** Of these it does not matter whether they reach over a division by a scalar. */
const linear: ReadonlySet<string> = new Set(['tr', 'trace', 'sum', 'vec', 'diag', 'transpose'])

class Stream {
  private at = 0
  private depth = 0
  private readonly r: Resolving
  private readonly tokens: Token[]

  constructor(r: Resolving, tokens: readonly Token[]) {
    this.r = r
    this.tokens = [...tokens]
  }

  /** Factors up to the end or, inside a call without brackets, up to the next function or sum. Null where there are none. */
  product(inCall: boolean): Resolved | null {
    const items: Factor[] = []
    if (++this.depth > deepest) throw new OverBudget()
    while (this.at < this.tokens.length) {
      const token = this.tokens[this.at]!
      if (inCall && items.length > 0 && (token.k === 'function' || token.k === 'binder')) break
      items.push({ op: items.length === 0 ? '*' : token.op, node: this.factor() })
    }
    this.depth--
    if (items.length < 2) return items[0]?.node ?? null
    return { k: 'factors', items, from: items[0]!.node.from, to: items.at(-1)!.node.to }
  }

  private factor(): Resolved {
    const token = this.tokens[this.at++]!
    switch (token.k) {
      case 'minus': {
        if (this.at >= this.tokens.length) return { k: 'hole', from: token.to, to: token.to }
        const node = this.factor()
        return { k: 'minus', node, from: token.from, to: node.to }
      }
      case 'function': return this.square(this.call(token.head))
      case 'binder': return this.sum(token.binder)
      case 'group': return this.square(this.group(token))
      case 'atom': return this.square(this.applied(token.node))
    }
  }

  private sum(binder: Binder): Resolved {
    const body = this.product(false)
    if (!body && binder.indices.length > 0) this.r.faults.problem('sum-without-body', binder, [textOf(this.r, binder)])
    const node = body ?? { k: 'hole' as const, from: binder.to, to: binder.to }
    return { k: 'sum-over', indices: binder.indices, upper: binder.upper, unequal: binder.unequal, body: node, from: binder.from, to: node.to }
  }

  private call(head: Head): Resolved {
    const next = this.tokens[this.at]
    if (next?.k === 'group' && next.juxt && isArgument(next)) {
      this.at++
      return this.hang(call(this.r, head, next.group), next)
    }
    if (next?.k === 'atom' && next.juxt && this.inBraces(head, next)) {
      this.at++
      return call(this.r, head, next.node)
    }
    const reach = next?.juxt || next?.k === 'minus' ? this.product(true) : null
    if (!reach || reach.k === 'hole') {
      // A formula of einsum without brackets is told by the grammar.
      if (reach) return reach
      this.r.faults.problem('function-alone', head, [head.fn, textOf(this.r, head)])
      return { k: 'hole', from: head.from, to: head.to }
    }
    this.noteReach(head, reach)
    return call(this.r, head, reach)
  }

  /** `log t / c` is log(t / c): brackets would end it. */
  private noteReach(head: Head, reach: Resolved): void {
    const cut = reach.k === 'factors' && !linear.has(head.fn) ? reach.items.findIndex(i => i.op === '/' || i.op === './') : -1
    if (reach.k !== 'factors' || cut < 0) return
    const at = { from: head.from, to: reach.items[cut - 1]!.node.to }
    const bracketed = `(${textOf(this.r, at)})`
    this.r.faults.note('call-reaches', { from: head.from, to: reach.to }, [head.fn, textOf(this.r, reach), bracketed], { ...at, text: bracketed })
  }

  /** `\exp{x}`: braces around a single name leave no trace in the tree. */
  private inBraces(head: Head, next: Token): boolean {
    return /^\s*\{\s*$/.test(this.r.source.slice(head.to, next.from)) && /^\s*\}/.test(this.r.source.slice(next.to, next.to + 4))
  }

  private group(token: Token & { k: 'group' }): Resolved {
    return this.hang(token.group.kind === 'bracket' ? resolveGroup(this.r, token.group) : bracketed(this.r, token.group), token)
  }

  /** Hangs the posts of a bracket on what the bracket came to; letters that they leave over come next in the stream. */
  private hang(node: Resolved, token: Token & { k: 'group' }): Resolved {
    return this.settle(takePosts(this.r, node, token.posts))
  }

  private settle(h: Hung): Resolved {
    if (h.left) {
      this.tokens.splice(this.at, 0, ...wordBodies(this.r, h.left.word, h.left.posts).map(beside))
    }
    return h.body.k === 'atom' ? h.body.node : { k: 'hole', from: h.body.from, to: h.body.to }
  }

  /** `A[i,j]` right after what it indexes. */
  private square(node: Resolved): Resolved {
    const next = this.tokens[this.at]
    if (next?.k !== 'group' || next.group.kind !== 'bracket' || !next.juxt || !looksLikeIndex(this.r, next.group, next.spaced)) return node
    if (this.r.rank(node) === 0) return node
    this.at++
    const at: Span = { from: next.group.from, to: next.group.to }
    return this.square(this.hang(entry(this.r, node, squareIndices(this.r, next.group), true, at, next.group.to), next))
  }

  /** `f(B)` for an f that is declared to depend on B is f itself; `foo(a, b)` is a single thing that is not known. */
  private applied(node: Resolved): Resolved {
    const next = this.tokens[this.at]
    if (node.k === 'unknown' && next?.k === 'group' && next.juxt && !next.spaced && next.group.kind === 'paren' && next.group.rows.flat().length > 1) {
      // An unknown function: nothing is known of what it gives, but what stands in its brackets is read.
      this.at++
      for (const cell of next.group.rows.flat()) if (cell.k !== 'str') resolve(this.r, cell)
      return { k: 'hole', from: node.from, to: next.group.to }
    }
    if (node.k !== 'name' || next?.k !== 'group' || next.spaced || !next.juxt || next.group.kind !== 'paren') return node
    const of = this.r.symbols.get(node.name)?.of ?? []
    const cells = next.group.rows.length === 1 ? next.group.rows[0]! : []
    if (of.length === 0 || cells.length === 0) return node
    const plain = cells.map(c => (c.k === 'word' ? c.units.map(u => u.text).join('') : c.k === 'chain' ? textOf(this.r, c) : ''))
    if (!plain.every(p => of.includes(p))) return node
    this.at++
    return this.hang({ ...node, applied: plain.join(', '), to: next.group.to }, next)
  }
}
