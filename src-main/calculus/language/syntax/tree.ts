/** From the grammar's tree over token letters to the tree of `ast.ts`, with spans in the learner's source. */
import type { SyntaxNode, Tree } from '@lezer/common'
import type { Group, Item, Node, Post, Term } from '../ast.ts'
import * as T from './grammar/terms.ts'
import { nestedList } from './lists.ts'
import type { Report } from './report.ts'
import type { Token } from './token.ts'

/**
 * Reads the whole tree. The passes before the grammar see to it that it can read whatever comes; should it fail all the same, that is
 * reported, and the text is one hole.
 */
export function readTree(tree: Tree, tokens: readonly Token[], report: Report): Node {
  const cell = tree.topNode.firstChild
  if (cell === null || hasError(tree)) {
    const whole = { from: 0, to: report.source.length }
    report.add('unreadable', whole, [])
    return { k: 'missing', ...whole }
  }
  return new TreeReader(tokens).node(cell)
}

function hasError(tree: Tree): boolean {
  for (const cursor = tree.cursor(); cursor.next();) if (cursor.type.isError) return true
  return false
}

class TreeReader {
  readonly #tokens: readonly Token[]

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  #first(node: SyntaxNode): Token {
    return this.#tokens[node.from]!
  }

  node(node: SyntaxNode): Node {
    const token = this.#first(node)
    const { from, to } = token
    switch (node.type.id) {
      case T.Word: return { k: 'word', from, to, units: token.units! }
      case T.Number: return { k: 'num', from, to, text: token.text! }
      case T.String: return { k: 'str', from, to, text: token.text! }
      case T.Colon: return { k: 'colon', from, to }
      case T.Group: return letGo(this.#group(node))
      case T.Chain: return this.#chain(node)
      case T.Product: return this.#product(node)
      case T.Sum: return this.#sum(node)
      case T.Negated:
      case T.NegatedExponent: {
        const inner = this.node(node.lastChild!)
        return { k: 'neg', from, to: inner.to, node: inner }
      }
      case T.Frac: {
        const [num, den] = [node.firstChild!.nextSibling!, node.lastChild!].map((part) => this.#argument(part))
        return { k: 'frac', from, to: this.#tokens[node.to - 1]!.to, num: num!, den: den! }
      }
      case T.Relation: {
        const [left, right] = [this.node(node.firstChild!), this.node(node.lastChild!)]
        const sign = this.#first(node.firstChild!.nextSibling!)
        const op = sign.text === '≠' ? '≠' : '='
        return { k: 'relation', from: left.from, to: right.to, op, opSpan: { from: sign.from, to: sign.to }, left, right }
      }
      default: return { k: 'missing', from, to }
    }
  }

  #sum(node: SyntaxNode): Node {
    const terms: Term[] = []
    let sign: Token | null = null
    for (let child = node.firstChild; child !== null; child = child.nextSibling) {
      if (child.type.id === T.Sign) sign = this.#first(child)
      else {
        const minus = sign?.kind === '-'
        terms.push({ sign: minus ? '-' : '+', signSpan: sign === null ? null : { from: sign.from, to: sign.to }, node: this.node(child) })
      }
    }
    return { k: 'sum', from: terms[0]!.signSpan?.from ?? terms[0]!.node.from, to: terms.at(-1)!.node.to, terms }
  }

  #product(node: SyntaxNode): Node {
    const items: Item[] = []
    let times: Token | null = null
    for (let child = node.firstChild; child !== null; child = child.nextSibling) {
      if (child.type.id === T.Times) {
        times = this.#first(child)
        continue
      }
      const factor = this.node(child)
      const opSpan = times === null ? { from: factor.from, to: factor.from } : { from: times.from, to: times.to }
      items.push({ op: times?.op ?? 'juxt', opSpan, spaced: this.#first(child).spaced, node: factor })
      times = null
    }
    return { k: 'product', from: items[0]!.node.from, to: items.at(-1)!.node.to, items }
  }

  #chain(node: SyntaxNode): Node {
    const base = this.node(node.firstChild!)
    const posts: Post[] = []
    for (let child = node.firstChild!.nextSibling; child !== null; child = child.nextSibling) posts.push(this.#post(child))
    return { k: 'chain', from: base.from, to: posts.at(-1)!.to, base, posts }
  }

  #post(node: SyntaxNode): Post {
    const token = this.#first(node)
    const { from, to } = token
    switch (node.type.id) {
      case T.Sub: return { k: 'sub', from, to, braced: token.braced!, items: token.items! }
      case T.Prime: return { k: 'prime', from, to, count: token.count! }
      case T.DotT: return { k: 'dotT', from, to }
      default: return this.#power(node)
    }
  }

  #power(node: SyntaxNode): Post {
    const { from } = this.#first(node)
    const last = node.lastChild!
    const to = this.#tokens[node.to - 1]!.to
    const body = this.#argument(last)
    if (node.type.id === T.DotSup) return { k: 'dotsup', from, to, body }
    const braced = last.type.id === T.Group && this.#first(last).group === 'brace'
    return (braced ? primes(body, from, to) : null) ?? { k: 'sup', from, to, braced, body }
  }

  /** What a command or a power takes: without its braces, and with the span of what is in them. */
  #argument(node: SyntaxNode): Node {
    const body = node.type.id === T.Group ? this.#group(node) : this.node(node)
    return body.k === 'group' ? braceContent(body) ?? body : body
  }

  #group(node: SyntaxNode): Group {
    const [open, close] = [this.#first(node), this.#tokens[node.to - 1]!]
    const rows: Node[][] = [[]]
    for (let child = node.firstChild!.nextSibling; child !== null; child = child.nextSibling) {
      if (child.type.id === T.RowEnd) rows.push([])
      else if (child.type.id !== T.Comma && child.type.id !== T.Close) rows.at(-1)!.push(this.node(child))
    }
    return nestedList({ k: 'group', from: open.from, to: close.to, kind: open.group!, rows })
  }
}

/** What stands between LaTeX's own braces, or `null` for anything else. */
function braceContent(group: Group): Node | null {
  return group.kind === 'brace' ? group.rows[0]?.[0] ?? null : null
}

/** Braces around one letter, name, number or bracket change nothing: the thing itself, with the span of the braces. */
function letGo(group: Group): Node {
  const inner = braceContent(group)
  if (inner === null) return group
  const single = inner.k === 'group' || inner.k === 'num' || inner.k === 'missing' || (inner.k === 'word' && inner.units.length === 1)
  return single ? { ...inner, from: group.from, to: group.to } : group
}

/** `x^{\prime}` is `x'`: the grammar reads the prime in the braces as hung on nothing. */
function primes(inner: Node, from: number, to: number): Post | null {
  if (inner.k !== 'chain' || inner.base.k !== 'missing' || inner.posts.length !== 1 || inner.posts[0]!.k !== 'prime') return null
  return { k: 'prime', from, to, count: inner.posts[0]!.count }
}
