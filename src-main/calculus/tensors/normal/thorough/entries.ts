/** Axes of a few entries written out entry by entry, and axes made of blocks block by block: [2 x₁, 2 x₂] is 2 xᵀ for an x of two entries. */
import Fraction from 'fraction.js'
import type { Dim } from '../../expr.ts'
import type { Algebra } from '../algebra.ts'
import { change, contract, entrywiseProduct, number, scale, single, sum } from '../arith.ts'
import { incidences, ONE, type Atom, type Poly, type Term } from '../poly.ts'
import { powPoly } from '../powers.ts'

/** Axes of at most so many entries are written out. */
const MOST_ENTRIES = 4
const none: ReadonlySet<number> = new Set()

/** Is an axis of few entries, or made of blocks? */
export function isSmall(dim: Dim): boolean {
  return typeof dim === 'number' ? dim <= MOST_ENTRIES : dim.includes('+')
}

/** An index on such an axis, of which nothing is picked yet, is the sum over what can be picked. */
export function smallAxes(alg: Algebra, t: Term): Term[] | null {
  const v = t.g.size.findIndex((dim, n) => isSmall(dim) && !t.g.edges.some(e => isPick(e.atom) && e.at[0] === n) && (incidences(t.g)[n]!.length > 0 || t.g.free.includes(n)))
  return v < 0 ? null : change(alg, t, { remove: none, insert: [{ poly: allPicks(alg, t.g.size[v]!), at: [v] }] })
}

function isPick(atom: Atom): boolean {
  return atom.kind.t === 'unit' || atom.kind.t === 'inject'
}

/** An array of ones, as the sum of its unit vectors or of its blocks. */
function allPicks(alg: Algebra, dim: Dim): Poly {
  if (typeof dim === 'number') return sum(alg, [dim], Array.from({ length: dim }, (_, n) => single(alg, unit(dim, n + 1), [dim])))
  return sum(alg, [dim], dim.split('+').map((piece, part) => {
    const parts = piece.split('*').filter(f => f !== '1').map((f): Dim => (/^\d+$/.test(f) ? Number(f) : f))
    const atom: Atom = { label: `block${part}of${dim}`, symmetry: 'none', kind: { t: 'inject', dim, part, parts } }
    return alg.collect([dim], [{ c: ONE, g: { size: [dim, ...parts], free: [0], edges: [{ atom, at: [0, ...parts.map((_, k) => k + 1)] }] } }])
  }))
}

function unit(dim: Dim, at: number): Atom {
  return { label: `e${at}`, symmetry: 'none', kind: { t: 'unit', dim, at } }
}

/** The determinant of a matrix of few entries, by the Leibniz formula; null for any other. */
export function smallDeterminant(alg: Algebra, p: Poly): Poly | null {
  const n = p.dims[0]
  if (!alg.entries || p.dims.length !== 2 || typeof n !== 'number' || n > MOST_ENTRIES) return null
  const at = entriesOf(alg, p, n)
  return minor(alg, at, range(n), range(n))
}

/** The inverse of a matrix of few entries, by its cofactors; null for any other. */
export function smallInverse(alg: Algebra, p: Poly): Poly | null {
  const n = p.dims[0]
  if (!alg.entries || p.dims.length !== 2 || typeof n !== 'number' || n > MOST_ENTRIES) return null
  const at = entriesOf(alg, p, n)
  const over = powPoly(alg, minor(alg, at, range(n), range(n)), new Fraction(-1))
  const terms = range(n).flatMap(i => range(n).map(j => {
    const cofactor = minor(alg, at, range(n).filter(r => r !== j), range(n).filter(c => c !== i))
    const place = contract(alg, [single(alg, unit(n, i + 1), [n]), single(alg, unit(n, j + 1), [n])], [[0], [1]], [n, n], [0, 1])
    return contract(alg, [place, scale(alg, new Fraction((i + j) % 2 ? -1 : 1), cofactor), over], [[0, 1], [], []], [n, n], [0, 1])
  }))
  return sum(alg, p.dims, terms)
}

const range = (n: number): number[] => Array.from({ length: n }, (_, k) => k)

/** The entries of a matrix, row by row. */
function entriesOf(alg: Algebra, p: Poly, n: number): Poly[][] {
  return range(n).map(i => range(n).map(j => contract(alg, [p, single(alg, unit(n, i + 1), [n]), single(alg, unit(n, j + 1), [n])], [[0, 1], [0], [1]], [n, n], [])))
}

/** The determinant of some rows and columns, developed by its first row. */
function minor(alg: Algebra, at: readonly (readonly Poly[])[], rows: readonly number[], columns: readonly number[]): Poly {
  const [first, ...rest] = rows
  if (first === undefined) return number(alg, ONE)
  return sum(alg, [], columns.map((c, k) => {
    const below = minor(alg, at, rest, columns.filter(x => x !== c))
    return scale(alg, new Fraction(k % 2 ? -1 : 1), entrywiseProduct(alg, [], [at[first]![c]!, below]))
  }))
}
