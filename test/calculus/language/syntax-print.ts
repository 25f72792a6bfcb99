/** The tree as one line of text, for the corpora: every node with its span, `from-to`. */
import type { Item, Node, Post, SubItem, Unit } from '../../../src-main/calculus/language/ast.ts'

const at = (span: { from: number; to: number }): string => `${span.from}-${span.to}`

/** A letter of a run as it is; a whole unit in braces, the sum sign with an exclamation mark. */
function unit(u: Unit): string {
  return u.whole ? `{${u.text}${u.sumSign === true ? '!' : ''}}` : u.text
}

function item(i: Item, first: boolean): string {
  const op = first ? '' : i.op === 'juxt' ? (i.spaced ? '_ ' : '. ') : `${i.op} `
  return op + print(i.node)
}

function subItem(i: SubItem): string {
  return i.k === 'letter' ? unit(i.unit) : i.text
}

function post(p: Post): string {
  switch (p.k) {
    case 'sub': return `(_${p.braced ? 'b' : ''}@${at(p)} ${p.items.map(subItem).join(' ')})`
    case 'sup': return `(^${p.braced ? 'b' : ''}@${at(p)} ${print(p.body)})`
    case 'dotsup': return `(.^@${at(p)} ${print(p.body)})`
    case 'prime': return `${"'".repeat(p.count)}@${at(p)}`
    case 'dotT': return `.T@${at(p)}`
  }
}

/** Spaces between factors: `_` where white space stood before the factor, `.` where none did. */
export function print(node: Node): string {
  switch (node.k) {
    case 'num': return `${node.text}@${at(node)}`
    case 'word': return `${node.units.map(unit).join('')}@${at(node)}`
    case 'str': return `"${node.text}"@${at(node)}`
    case 'missing': return `?@${at(node)}`
    case 'colon': return `:@${at(node)}`
    case 'sum': return `(sum@${at(node)} ${node.terms.map((t) => `${t.signSpan === null ? '' : t.sign}${print(t.node)}`).join(' ')})`
    case 'product': return `(prod@${at(node)} ${node.items.map((i, k) => item(i, k === 0)).join(' ')})`
    case 'neg': return `(neg@${at(node)} ${print(node.node)})`
    case 'chain': return `(chain@${at(node)} ${print(node.base)} ${node.posts.map(post).join(' ')})`
    case 'group': return `(${node.kind}@${at(node)} ${node.rows.map((row) => row.map(print).join(' , ')).join(' ; ')})`
    case 'frac': return `(frac@${at(node)} ${print(node.num)} ${print(node.den)})`
    case 'relation': return `(${node.op}@${at(node)} ${print(node.left)} ${print(node.right)})`
  }
}
