/** What joins two bundles: Kronecker products, vec, outer products, commutation matrices. */
import { callForm, transposeForm } from '../forms/form.ts'
import { ONE, restrict, type Mono } from '../simplify/mono.ts'
import { chainForm, flip, type Chain, type Link } from './chain.ts'
import { sides } from './scalar.ts'
import { scaled } from './term.ts'
import type { Made, MatrixWriter } from './writer.ts'

type Bundle = readonly number[]

/** What lies between two bundles (the second may be empty), rows first. */
export function between(m: Mono, rows: Bundle, cols: Bundle, w: MatrixWriter): Made | null {
  if (rows.length <= 1 && cols.length <= 1) return w.reduce(m, rows, cols)
  const chain = block(m, rows, cols, w, true)
  return chain && { coef: ONE, chain, scalars: [] }
}

function block(m: Mono, rows: Bundle, cols: Bundle, w: MatrixWriter, turn: boolean): Chain | null {
  if (rows.length <= 1 && cols.length <= 1) {
    const made = w.reduce(m, rows, cols)
    if (!made?.chain) return null
    const { over, under } = sides(made.scalars)
    if (made.coef.equals(1) && over.length + under.length === 0) return made.chain
    return [scaled({ coef: made.coef, over, under, chain: made.chain })]
  }
  return split(m, rows, cols, w) ?? vec(m, rows, cols, w) ?? (turn ? commuted(m, rows, cols, w) : null)
}

/** Which vertices hang together. */
function connected(m: Mono): (v: number) => number {
  const root = m.dims.map((_, v) => v)
  const find = (v: number): number => {
    while (root[v] !== v) v = root[v]!
    return v
  }
  for (const f of m.factors) for (const v of f.on) root[find(v)] = find(f.on[0]!)
  return find
}

/** The first rows and columns apart from the others: a Kronecker product; all rows apart from all columns: an outer product. */
function split(m: Mono, rows: Bundle, cols: Bundle, w: MatrixWriter): Chain | null {
  const find = connected(m)
  for (let i = 0; i <= rows.length; i++) {
    for (let j = 0; j <= cols.length; j++) {
      if (i + j === 0 || i + j === rows.length + cols.length) continue
      const first = new Set([...rows.slice(0, i), ...cols.slice(0, j)].map(find))
      if ([...rows.slice(i), ...cols.slice(j)].some(v => first.has(find(v)))) continue
      const left = half(m, v => first.has(find(v)), rows.slice(0, i), cols.slice(0, j), w)
      const right = half(m, v => !first.has(find(v)), rows.slice(i), cols.slice(j), w)
      if (!left || !right) continue
      if (i === rows.length && j === 0) return [...left, ...right]
      if (i === 0 && j === cols.length) return [...right, ...left]
      return [kron(left, right)]
    }
  }
  return null
}

/** The chain of what lies on some vertices of a monomial, apart from the rest. */
function half(m: Mono, keep: (v: number) => boolean, rows: Bundle, cols: Bundle, w: MatrixWriter): Chain | null {
  const kept = m.dims.map((_, v) => v).filter(keep)
  const part = restrict({ ...m, factors: m.factors.filter(f => f.on.every(keep)), out: [...rows, ...cols] }, kept)
  return block(part, part.out.slice(0, rows.length), part.out.slice(rows.length), w, true)
}

/** The Kronecker product of two chains. */
export function kron(p: Chain, q: Chain): Link {
  return { a: callForm('kron', [chainForm(p), chainForm(q)]), b: callForm('kron', [chainForm(flip(p)), chainForm(flip(q))]) }
}

/** A bundle with nothing beside it: vec of the matrix of its vertices, which has the slowest ones as its columns. */
function vec(m: Mono, rows: Bundle, cols: Bundle, w: MatrixWriter): Chain | null {
  if (rows.length > 0 && cols.length > 0) return null
  const list = rows.length ? rows : cols
  for (let k = 1; k < list.length; k++) {
    const inside = block(m, list.slice(k), list.slice(0, k), w, true)
    if (!inside) continue
    const column = callForm('vec', [chainForm(inside)])
    return [rows.length ? { a: column, b: transposeForm(column) } : { a: transposeForm(column), b: column }]
  }
  return null
}

/** With the vertices of a bundle of two exchanged, and a commutation matrix that sets it right. */
function commuted(m: Mono, rows: Bundle, cols: Bundle, w: MatrixWriter): Chain | null {
  const [r, c] = [rows.toReversed(), cols.toReversed()]
  const left: Link[] = rows.length === 2 ? [comm(m, rows[0]!, rows[1]!)] : []
  const right: Link[] = cols.length === 2 ? [comm(m, cols[1]!, cols[0]!)] : []
  const simple = (chain: Chain): Chain => chain.filter(l => !identity(l))
  if (right.length) {
    const made = block(m, rows, c, w, false)
    if (made) return [...simple(made), ...right]
  }
  if (left.length) {
    const made = block(m, r, cols, w, false)
    if (made) return [...left, ...simple(made)]
  }
  if (!left.length || !right.length) return null
  const made = block(m, r, c, w, false)
  return made && [...left, ...simple(made), ...right]
}

function comm(m: Mono, p: number, q: number): Link {
  const form = { f: 'comm', rows: m.dims[p]!, cols: m.dims[q]! } as const
  return { a: form, b: transposeForm(form) }
}

/** kron(I, I), which is the identity. */
function identity(l: Link): boolean {
  return l.a.f === 'eye' || (l.a.f === 'call' && l.a.fn === 'kron' && l.a.args.every(a => a.f === 'eye'))
}
