/** Which indices a node sums over by Einstein's convention, and over how many values an index runs. */
import type { Resolved } from '../../../src-main/calculus/index.ts'
import type { IndexItem } from '../../../src-main/calculus/language/resolved.ts'
import { Unsupported } from './array.ts'
import { sizeOf } from './world.ts'
import type { Indices, Machine } from './machine.ts'

interface Letters { readonly free: ReadonlySet<string>; readonly summed: readonly string[] }
const memo = new WeakMap<Resolved, Letters>()

/** `summed`: stand twice in the product that this node is; `free`: stand in it once. */
export function indicesIn(e: Resolved): Letters {
  let known = memo.get(e)
  if (!known) memo.set(e, known = find(e))
  return known
}

function find(e: Resolved): Letters {
  if (e.k === 'factors') return joined(e.items.map(i => [...indicesIn(i.node).free]))
  if (e.k === 'fraction') return joined([[...indicesIn(e.num).free], [...indicesIn(e.den).free]])
  const own = lettersOf(e)
  if (own) return joined([...e.k === 'entry' ? [[...indicesIn(e.base).free]] : [], ...own.map(l => [l])])
  const free = new Set(kids(e).flatMap(k => [...indicesIn(k).free]))
  if (e.k === 'sum-over') for (const i of e.indices) free.delete(i.name)
  return { free, summed: [] }
}

function joined(lists: readonly (readonly string[])[]): Letters {
  const times = new Map<string, number>()
  for (const l of lists) for (const i of l) times.set(i, (times.get(i) ?? 0) + 1)
  return { free: new Set([...times].flatMap(([i, n]) => (n === 1 ? [i] : []))), summed: [...times].flatMap(([i, n]) => (n > 1 ? [i] : [])) }
}

function lettersOf(e: Resolved): string[] | null {
  const names = (items: readonly IndexItem[]): string[] => items.flatMap(i => (i.k === 'letter' ? [i.name] : []))
  switch (e.k) {
    case 'entry': case 'unit': case 'delta': return names(e.indices)
    case 'indicator': return names([e.left, e.right])
    case 'derivative': return names([...e.target.indices ?? [], ...e.by.flatMap(b => b.indices ?? [])])
    default: return null
  }
}

/** The nodes right below a node. */
export function kids(e: Resolved): Resolved[] {
  switch (e.k) {
    case 'terms': return e.terms.map(t => t.node)
    case 'factors': return e.items.map(i => i.node)
    case 'fraction': return [e.num, e.den]
    case 'minus': case 'bracketed': case 'bars': case 'norm': return [e.node]
    case 'entry': case 'transposed': case 'inverse-transposed': return [e.base]
    case 'powered': case 'entry-powered': return [e.base, e.exponent]
    case 'call': case 'einsum': return [...e.args]
    case 'sum-over': return [e.body]
    case 'literal': return e.rows.flat()
    default: return []
  }
}

/** How many values an index runs over, by the axis on which it stands below `e`. */
export function letterSize(index: string, e: Resolved, m: Machine, at: Indices): number {
  const found = search(index, e, m, at, new Set([index]))
  if (found === null) throw new Unsupported(`the size of the index ${index}`)
  return found
}

function search(index: string, e: Resolved, m: Machine, at: Indices, tried: Set<string>): number | null {
  const { components, scope, sizes } = m.setting
  const known = components.get(index)
  if (known !== undefined) return known
  const mates: string[] = []
  const look = (x: Resolved): number | null => {
    if (x.k === 'entry') {
      const k = x.indices.findIndex(i => i.k === 'letter' && i.name === index)
      if (k >= 0) {
        const inner = new Map(at)
        for (const i of indicesIn(x.base).free) if (!inner.has(i)) inner.set(i, 0)
        const s = m.value(x.base, inner).s
        return s.length === 2 && s[0] === 1 && x.indices.length === 1 ? s[1]! : s[k] ?? null
      }
    }
    if (x.k === 'derivative') {
      for (const side of [x.target, ...x.by]) {
        const k = (side.indices ?? []).findIndex(i => i.k === 'letter' && i.name === index)
        const info = side.name === null ? undefined : scope.symbols.get(side.name)
        const axes = info?.axes.filter(a => a.length > 0)
        if (k >= 0 && axes) return axes[k]!.reduce<number>((n, d) => n * sizeOf(d, sizes), 1)
      }
    }
    if (x.k === 'unit') {
      const k = x.indices.findIndex(i => i.k === 'letter' && i.name === index)
      const axis = k >= 0 ? x.sizes[k]?.axis : null
      if (axis) return axis.reduce<number>((n, d) => n * sizeOf(d, sizes), 1)
    }
    if (x.k === 'delta' || x.k === 'indicator') {
      const names = lettersOf(x)!
      if (names.includes(index)) mates.push(...names)
    }
    for (const c of kids(x)) {
      const n = look(c)
      if (n !== null) return n
    }
    return null
  }
  const direct = look(e)
  if (direct !== null) return direct
  for (const mate of mates) {
    if (tried.has(mate)) continue
    tried.add(mate)
    const n = search(mate, e, m, at, tried)
    if (n !== null) return n
  }
  return null
}

/** All letters that stand as indices below a node. */
export function lettersBelow(e: Resolved): Set<string> {
  const found = new Set(lettersOf(e) ?? [])
  for (const k of kids(e)) for (const i of lettersBelow(k)) found.add(i)
  return found
}
