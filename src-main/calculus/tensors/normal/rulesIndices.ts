/** Rules on single indices: sizes, unit vectors, blocks. */
import Fraction from 'fraction.js'
import type { Dim } from '../expr.ts'
import type { Algebra } from './algebra.ts'
import { change } from './arith.ts'
import { incidences, type Term } from './poly.ts'

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

/** Two unit vectors on one index; a sum over a unit vector alone. */
export function units(alg: Algebra, t: Term): Term[] | null {
  const at = new Map<number, { edge: number; position: number }>()
  for (const [n, e] of t.g.edges.entries()) {
    if (e.atom.kind.t !== 'unit') continue
    const v = e.at[0]!
    const other = at.get(v)
    if (other) return other.position === e.atom.kind.at ? change(alg, t, { remove: new Set([n]) }) : []
    at.set(v, { edge: n, position: e.atom.kind.at })
    const alone = !t.g.free.includes(v) && t.g.edges.every((f, m) => m === n || !f.at.includes(v))
    if (alone) return change(alg, t, { remove: new Set([n]), drop: [v] })
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
    const alone = !t.g.free.includes(v) && t.g.edges.every((f, k) => k === n || !f.at.includes(v))
    if (alone) return change(alg, t, { remove: new Set([n]), drop: [v] })
  }
  return null
}
