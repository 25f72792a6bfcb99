/** Rules on single indices: sizes, unit vectors, blocks. */
import Fraction from 'fraction.js'
import type { Dim } from '../expr.ts'
import type { Algebra } from './algebra.ts'
import { change, contract, single } from './arith.ts'
import { mapPoly } from './maps.ts'
import { incidences, type AtomKind, type Edge, type Term } from './poly.ts'
import { powPoly } from './powers.ts'

const none: ReadonlySet<number> = new Set()

/** An index of a known size on nothing is that number; an index over blocks on nothing is the sum of the blocks' sizes. */
export function sizes(alg: Algebra, t: Term): Term[] | null {
  if (t.g.size.every(d => typeof d === 'string' && !isCompound(d))) return null
  const on = incidences(t.g)
  for (const [v, dim] of t.g.size.entries()) {
    if (on[v]!.length > 0 || t.g.free.includes(v) || (typeof dim === 'string' && !isCompound(dim))) continue
    if (typeof dim === 'number') return change(alg, t, { remove: none, drop: [v], c: new Fraction(dim) })
    return dim.split('+').flatMap(part => {
      const names: Dim[] = part.split('*').filter(p => !/^\d+$/.test(p))
      const c = part.split('*').filter(p => /^\d+$/.test(p)).reduce((a, b) => a * Number(b), 1)
      return change(alg, t, { remove: none, drop: [v], c: new Fraction(c) }).map(x => ({ c: x.c, g: { ...x.g, size: [...x.g.size, ...names] } }))
    })
  }
  return null
}

function isCompound(dim: string): boolean {
  return dim.includes('+') || dim.includes('*')
}

/** Two unit vectors on one index; a sum over a unit vector alone; what else stands at the position of a unit vector. */
export function units(alg: Algebra, t: Term): Term[] | null {
  const at = new Map<number, { edge: number; position: number }>()
  for (const [n, e] of t.g.edges.entries()) {
    if (e.atom.kind.t !== 'unit') continue
    const v = e.at[0]!
    const other = at.get(v)
    if (other) return other.position === e.atom.kind.at ? change(alg, t, { remove: new Set([n]) }) : []
    at.set(v, { edge: n, position: e.atom.kind.at })
    const made = picked(alg, t, n)
    if (made) return made
  }
  return null
}

/** Two blocks on one index of an axis made of blocks: the same block, or nothing. A sum over a block alone is a sum over its own indices. */
export function blocks(alg: Algebra, t: Term): Term[] | null {
  const at = new Map<number, number>()
  for (const [n, e] of t.g.edges.entries()) {
    if (e.atom.kind.t !== 'inject') continue
    const v = e.at[0]!
    const m = at.get(v)
    if (m !== undefined) {
      const other = t.g.edges[m]!
      if (other.atom.label !== e.atom.label) return []
      return change(alg, t, { remove: new Set([n]), unite: e.at.slice(1).map((u, k) => [u, other.at[k + 1]!] as const) })
    }
    at.set(v, n)
    const made = picked(alg, t, n)
    if (made) return made
  }
  return null
}

/**
 * An index that edge `n`, a unit vector or a block, picks positions of. Alone there, it goes; of several things on the index each is picked by itself,
 * so that (x ∘ y)₁ is x₁ y₁; and what is picked of a function, entry by entry, is the function of what is picked: exp(x)₁ is exp(x₁).
 */
function picked(alg: Algebra, t: Term, n: number): Term[] | null {
  const pick = t.g.edges[n]!
  const v = pick.at[0]!
  const others = t.g.edges.flatMap((e, m) => (m === n ? [] : e.at.flatMap((u, s) => (u === v ? [{ m, s }] : []))))
  const free = t.g.free.filter(u => u === v).length
  if (others.length + free === 0) return change(alg, t, { remove: new Set([n]), drop: [v] })
  const inner = others.find(o => isFunction(t.g.edges[o.m]!))
  if (inner) return entered(alg, t, n, inner.m, inner.s, others.length + free === 1)
  return others.length + free > 1 ? [split(t, n)] : null
}

function isFunction(e: Edge): boolean {
  return e.atom.kind.t === 'map' || e.atom.kind.t === 'pow'
}

/** Edge `m`, a function, with what edge `n` picks at its slot `s` as its inside. `last`: nothing else stands on the index, so that the pick goes too. */
function entered(alg: Algebra, t: Term, n: number, m: number, s: number, last: boolean): Term[] {
  const [pick, e] = [t.g.edges[n]!, t.g.edges[m]!]
  const k = e.atom.kind as AtomKind & { t: 'map' | 'pow' }
  const whole = k.t === 'map' ? k.arg : k.base
  const parts = pick.at.slice(1)
  const width = whole.dims.length
  const dims = [...whole.dims, ...parts.map(u => t.g.size[u]!)]
  const places = whole.dims.map((_, q) => q)
  const own = parts.map((_, q) => width + q)
  const out = [...places.slice(0, s), ...own, ...places.slice(s + 1)]
  const inner = contract(alg, [whole, single(alg, pick.atom, [t.g.size[pick.at[0]!]!, ...parts.map(u => t.g.size[u]!)])], [places, [s, ...own]], dims, out)
  const poly = k.t === 'map' ? mapPoly(alg, k.fn, k.order, inner) : powPoly(alg, inner, k.exponent)
  return change(alg, t, { remove: new Set(last ? [n, m] : [m]), drop: last ? [pick.at[0]!] : [], insert: [{ poly, at: [...e.at.slice(0, s), ...parts, ...e.at.slice(s + 1)] }] })
}

/** Each slot on the index of edge `n` gets an index of its own, with the same pick on it. */
function split(t: Term, n: number): Term {
  const pick = t.g.edges[n]!
  const v = pick.at[0]!
  const size = [...t.g.size]
  const picks: Edge[] = []
  let first = true
  const own = (u: number): number => {
    if (u !== v) return u
    const to = first ? v : size.push(t.g.size[v]!) - 1
    first = false
    picks.push({ atom: pick.atom, at: [to, ...pick.at.slice(1)] })
    return to
  }
  const free = t.g.free.map(own)
  const edges = t.g.edges.flatMap((e, m) => (m === n ? [] : [{ atom: e.atom, at: e.at.map(own) }]))
  return { c: t.c, g: { size, free, edges: [...edges, ...picks] } }
}
