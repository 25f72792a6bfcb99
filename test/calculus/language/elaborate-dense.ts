/** A plain dense evaluator for tests: an expression at given sizes and values, as a flat list with its shape. Written apart from the product's own. */
import { slots } from '../../../src-main/calculus/tensors/build.ts'
import type { Dim, Expr } from '../../../src-main/calculus/tensors/expr.ts'

export interface Dense { readonly shape: readonly number[]; readonly data: readonly number[] }
export interface Point { readonly sizes: Readonly<Record<string, number>>; readonly values: Readonly<Record<string, Dense>> }

export function lengthAt(dim: Dim, sizes: Readonly<Record<string, number>>): number {
  if (typeof dim === 'number') return dim
  return dim.split('+').reduce((sum, piece) => sum + piece.split('*').reduce((p, f) => p * (/^\d+$/.test(f) ? Number(f) : sizes[f]!), 1), 0)
}

/** All index tuples of a shape, the last index fastest. */
function tuples(shape: readonly number[]): number[][] {
  return shape.reduce<number[][]>((rows, n) => rows.flatMap(r => Array.from({ length: n }, (_, k) => [...r, k])), [[]])
}

function flat(index: readonly number[], shape: readonly number[]): number {
  return index.reduce((at, i, n) => at * shape[n]! + i, 0)
}

const functions: Readonly<Record<string, (u: number) => number>> = {
  exp: Math.exp, log: Math.log, sin: Math.sin, cos: Math.cos, tan: Math.tan, abs: Math.abs, tanh: Math.tanh, sigma: u => u ** 3 + 2 * u,
  relu: u => Math.max(u, 0), sigmoid: u => 1 / (1 + Math.exp(-u)),
}

export function dense(e: Expr, p: Point): Dense {
  const shape = slots(e).map(d => lengthAt(d, p.sizes))
  const fill = (f: (index: number[]) => number): Dense => ({ shape, data: tuples(shape).map(f) })
  switch (e.k) {
    case 'const': return { shape, data: [e.value.valueOf()] }
    case 'pi': return { shape, data: [Math.PI] }
    case 'var': return p.values[[e.name, ...e.derivs].join('/')]!
    case 'delta': return fill(([i, j]) => Number(i === j))
    case 'unit': return fill(([i]) => Number(i === e.at - 1))
    case 'inject': {
      const lengths = String(e.dim).split('+').map(x => lengthAt(x, p.sizes))
      const start = lengths.slice(0, e.part).reduce((a, b) => a + b, 0)
      return fill(([at, ...own]) => Number(at === start + flat(own, shape.slice(1))))
    }
    case 'reshape': {
      const n = e.from.length
      return fill(index => Number(flat(index.slice(0, n), shape.slice(0, n)) === flat(index.slice(n), shape.slice(n))))
    }
    case 'einsum': {
      const parts = e.factors.map(f => dense(f, p))
      const all = tuples(e.dims.map(d => lengthAt(d, p.sizes)))
      const data = new Array<number>(shape.reduce((a, b) => a * b, 1)).fill(0)
      for (const v of all) {
        const product = parts.reduce((x, part, n) => x * part.data[flat(e.wires[n]!.map(w => v[w]!), part.shape)]!, 1)
        data[flat(e.out.map(w => v[w]!), shape)]! += product
      }
      // A vertex twice in `out` leaves the entries off its diagonal at zero.
      return { shape, data }
    }
    case 'add': {
      const terms = e.terms.map(t => dense(t, p).data)
      return { shape, data: tuples(shape).map((_, n) => terms.reduce((sum, t) => sum + t[n]!, 0)) }
    }
    case 'map': {
      if (e.order > 0) throw new Error('derivatives of functions are not for this evaluator')
      return { shape, data: dense(e.arg, p).data.map(functions[e.fn]!) }
    }
    case 'pow': {
      const [base, exponent] = [dense(e.base, p).data, dense(e.exponent, p).data]
      return { shape, data: base.map((b, n) => b ** exponent[exponent.length === 1 ? 0 : n]!) }
    }
    case 'inverse': {
      const n = Math.sqrt(shape.reduce((a, b) => a * b, 1))
      return { shape, data: eliminate(dense(e.arg, p).data, n).inverse }
    }
    case 'det': {
      const arg = dense(e.arg, p)
      return { shape, data: [eliminate(arg.data, Math.sqrt(arg.data.length)).det] }
    }
  }
}

/** Gauss and Jordan with pivots. */
function eliminate(data: readonly number[], n: number): { inverse: number[]; det: number } {
  const rows = Array.from({ length: n }, (_, i) => [...data.slice(i * n, (i + 1) * n), ...Array.from({ length: n }, (_, j) => Number(i === j))])
  let det = 1
  for (let c = 0; c < n; c++) {
    const pivot = rows.reduce((best, r, i) => (i >= c && Math.abs(r[c]!) > Math.abs(rows[best]![c]!) ? i : best), c)
    if (pivot !== c) {
      [rows[c], rows[pivot]] = [rows[pivot]!, rows[c]!]
      det = -det
    }
    const head = rows[c]![c]!
    det *= head
    rows[c] = rows[c]!.map(x => x / head)
    rows.forEach((r, i) => { if (i !== c) rows[i] = r.map((x, k) => x - r[c]! * rows[c]![k]!) })
  }
  return { inverse: rows.flatMap(r => r.slice(n)), det }
}
