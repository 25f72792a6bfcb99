/** When two lines are the same expression, up to the order of summands and of scalar factors and the bracketing of products. */
import { read, type Reading, type Resolved, type Scope } from '../../calculus/index.ts'

/** Has `text` the form of `goal`? Both read in the scope. */
export function sameForm(text: string, goal: string, scope: Scope): boolean {
  const [a, b] = [read(text, scope), read(goal, scope)]
  return a.resolved !== null && b.resolved !== null && formKey(a.resolved, a) === formKey(b.resolved, b)
}

interface Part { readonly minus: boolean; readonly key: string }

/** A text that is equal for expressions of the same form. */
export function formKey(node: Resolved, reading: Reading): string {
  const { minus, key } = signed(node, reading)
  return minus ? `-${key}` : key
}

function signed(node: Resolved, r: Reading): Part {
  switch (node.k) {
    case 'bracketed': return signed(node.node, r)
    case 'minus': {
      const inner = signed(node.node, r)
      return { minus: !inner.minus, key: inner.key }
    }
    case 'terms': {
      const parts = node.terms.flatMap(t => summands(t.node, t.sign === '-', r))
      if (parts.length === 1) return parts[0]!
      return { minus: false, key: `(${parts.map(p => `${p.minus ? '-' : '+'}${p.key}`).sort().join('')})` }
    }
    case 'factors': case 'fraction': return product(node, r)
    default: return { minus: false, key: leaf(node, r) }
  }
}

function summands(node: Resolved, minus: boolean, r: Reading): Part[] {
  if (node.k === 'bracketed') return summands(node.node, minus, r)
  if (node.k === 'terms') return node.terms.flatMap(t => summands(t.node, minus !== (t.sign === '-'), r))
  const part = signed(node, r)
  return [{ minus: minus !== part.minus, key: part.key }]
}

/** Scalars in any order, then everything else in its order. */
function product(node: Resolved, r: Reading): Part {
  const scalars: string[] = []
  const rest: string[] = []
  let minus = false
  const take = (n: Resolved, op: string): void => {
    if (n.k === 'bracketed' && (op === '*' || op === '/')) return take(n.node, op)
    if (n.k === 'minus') { minus = !minus; return take(n.node, op) }
    if (n.k === 'factors' && op === '*') return n.items.forEach(i => take(i.node, i.op))
    if (n.k === 'fraction' && op === '*') { take(n.num, '*'); return take(n.den, '/') }
    const part = signed(n, r)
    if (part.minus) minus = !minus
    const key = op === '*' ? part.key : `${op}${part.key}`
    if (isScalar(n, r) && (op === '*' || op === '/')) { if (part.key !== '1') scalars.push(key) } else rest.push(key)
  }
  take(node, '*')
  return { minus, key: [...scalars.sort(), ...rest].join('·') || '1' }
}

function isScalar(node: Resolved, r: Reading): boolean {
  if (node.k === 'number' || node.k === 'pi') return true
  return r.parts.some(p => p.from === node.from && p.to === node.to && p.shape === 'scalar')
}

function leaf(node: Resolved, r: Reading): string {
  switch (node.k) {
    case 'name': return node.name
    case 'number': return String(Number(node.text))
    case 'transposed': return `${inner(node.base, r)}ᵀ`
    case 'inverse-transposed': return `[${inner(node.base, r)}^-1]ᵀ`
    case 'powered': return `${inner(node.base, r)}^${formKey(node.exponent, r)}`
    case 'norm': return `‖${formKey(node.node, r)}‖`
    case 'bars': return `|${formKey(node.node, r)}|`
    case 'call': return spelled(node, r) ?? `${node.fn}${"'".repeat(node.order)}(${node.args.map(a => formKey(a, r)).join(',')})`
    default: return generic(node, r)
  }
}

/** A call that only spells what has a sign of its own, as the sign would be. */
function spelled({ fn, order, args }: Extract<Resolved, { k: 'call' }>, r: Reading): string | null {
  const [a, b] = args
  if (order > 0 || !a) return null
  switch (fn) {
    case 'inv': return `${inner(a, r)}^-1`
    case 'transpose': return `${inner(a, r)}ᵀ`
    case 'norm': return `‖${formKey(a, r)}‖`
    case 'det': return `|${formKey(a, r)}|`
    case 'kron': return b ? `${formKey(a, r)}·kron${formKey(b, r)}` : null
    case 'outer': return b ? `${formKey(a, r)}·${inner(b, r)}ᵀ` : null
    default: return null
  }
}

function inner(node: Resolved, r: Reading): string {
  const key = formKey(node, r)
  return node.k === 'name' ? key : `[${key}]`
}

/** Any other kind: its name and its parts, places left out. */
function generic(value: unknown, r: Reading): string {
  if (Array.isArray(value)) return `[${value.map(v => generic(v, r)).join(',')}]`
  if (typeof value !== 'object' || value === null) return String(value)
  return `{${Object.entries(value).filter(([k]) => !/^(from|to|.*Span|square|short|bracketed)$/.test(k)).map(([k, v]) => {
    const isNode = typeof v === 'object' && v !== null && 'k' in v && 'from' in v && ['node', 'base', 'body'].includes(k)
    return `${k}:${isNode ? formKey(v as Resolved, r) : generic(v, r)}`
  }).join(',')}}`
}
