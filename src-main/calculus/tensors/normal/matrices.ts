/** Inverses and determinants of polynomials with 2n slots, rows first. Both distribute over products of square factors and over Kronecker products. */
import Fraction from 'fraction.js'
import type { Dim } from '../expr.ts'
import type { Algebra } from './algebra.ts'
import { number, reslot, scale, single } from './arith.ts'
import { expPoly, logPoly } from './exponentials.ts'
import { BudgetError, ONE, asConstant, type Edge, type Graph, type Poly, type Term } from './poly.ts'
import { NoValueError, powPoly, soleKind } from './powers.ts'
import { smallDeterminant, smallInverse } from './thorough/entries.ts'

const MINUS = new Fraction(-1)

export function inverse(alg: Algebra, p: Poly): Poly {
  if (p.dims.length === 0) return powPoly(alg, p, MINUS)
  if (p.terms.length === 0) throw new NoValueError('the inverse of 0')
  const small = smallInverse(alg, p)
  if (small) return small
  const blocks = p.terms.length === 1 ? splitBlocks(alg, p, p.terms[0]!) : null
  if (!blocks) return inverseAtom(alg, p)
  const made = [number(alg, p.terms[0]!.c.inverse()), ...blocks.scalars.map(s => powPoly(alg, s, MINUS)), ...blocks.blocks.map(b => inverseBlock(alg, b))]
  const n = p.dims.length / 2
  const wires = [[], ...blocks.scalars.map(() => []), ...blocks.blocks.map((_, k) => [k, n + k])]
  return alg.product(made, wires, p.dims, p.dims.map((_, s) => s))
}

export function determinant(alg: Algebra, p: Poly): Poly {
  if (p.dims.length === 0) return p
  if (p.terms.length === 0) return number(alg, new Fraction(0))
  const small = smallDeterminant(alg, p)
  if (small) return small
  const blocks = p.terms.length === 1 ? splitBlocks(alg, p, p.terms[0]!) : null
  const rows = p.dims.slice(0, p.dims.length / 2)
  if (!blocks) {
    const c = p.terms[0]!.c
    return multiply(alg, [numberTo(alg, c, volume(alg, rows)), detAtom(alg, scale(alg, c.inverse(), p))])
  }
  const factors = [numberTo(alg, p.terms[0]!.c, volume(alg, rows)), ...blocks.scalars.map(s => symbolicPower(alg, s, volume(alg, rows)))]
  blocks.blocks.forEach((b, k) => factors.push(symbolicPower(alg, determinantBlock(alg, b), volume(alg, rows.filter((_, m) => m !== k)))))
  return multiply(alg, factors)
}

function multiply(alg: Algebra, factors: readonly Poly[]): Poly {
  return alg.product(factors, factors.map(() => []), [], [])
}

/** The number of rows, as a scalar polynomial. */
function volume(alg: Algebra, dims: readonly Dim[]): Poly {
  return alg.collect([], [{ c: ONE, g: { size: [...dims], free: [], edges: [] } }])
}

function symbolicPower(alg: Algebra, base: Poly, exponent: Poly): Poly {
  const e = asConstant(exponent)
  if (e) return powPoly(alg, base, e)
  return expPoly(alg, multiply(alg, [exponent, logPoly(alg, base)]))
}

/** c to a symbolic power: the sign is a parity, the size an exponential. */
export function numberTo(alg: Algebra, c: Fraction, exponent: Poly): Poly {
  const e = asConstant(exponent)
  if (e) return powPoly(alg, number(alg, c), e)
  const size = c.abs().equals(ONE) ? number(alg, ONE) : symbolicPower(alg, number(alg, c.abs()), exponent)
  if (c.compare(0) > 0) return size
  return multiply(alg, [size, parityPoly(alg, exponent)])
}

/** (-1) to the power of a whole number of sizes, of which only the remainder by 2 counts. */
export function parityPoly(alg: Algebra, whole: Poly): Poly {
  const left = alg.merge([], whole.terms.map(t => ({ ...t, c: t.c.mod(2).add(2).mod(2) })))
  const isOne = (t: Term): boolean => t.g.size.length === 0 && t.g.edges.length === 0
  const sign = number(alg, new Fraction(left.terms.some(isOne) ? -1 : 1))
  const exponent = alg.merge([], left.terms.filter(t => !isOne(t)))
  if (exponent.terms.length === 0) return sign
  return multiply(alg, [sign, single(alg, { label: alg.name(`parity(${exponent.key})`), symmetry: 'none', kind: { t: 'parity', exponent } }, [])])
}

/** A single term as a Kronecker product of blocks on the slots (k, n + k), and scalars; `null` where it is not of this form. Coefficient left out. */
function splitBlocks(alg: Algebra, p: Poly, t: Term): { scalars: Poly[]; blocks: Poly[] } | null {
  const n = p.dims.length / 2
  const group = t.g.size.map((_, v) => v)
  const find = (v: number): number => (group[v] === v ? v : find(group[v]!))
  for (const e of t.g.edges) for (const v of e.at) group[find(v)] = find(e.at[0]!)
  const roots = [...new Set([...t.g.size.keys()].map(find))]
  const blocks: Poly[] = []
  const scalars: Poly[] = t.g.edges.filter(e => e.at.length === 0).map(e => alg.rekey([], [{ c: ONE, g: { size: [], free: [], edges: [e] } }]))
  for (const root of roots) {
    const vertices = [...t.g.size.keys()].filter(v => find(v) === root)
    const own = t.g.free.flatMap((v, s) => (vertices.includes(v) ? [s] : []))
    const place = new Map(vertices.map((v, k) => [v, k]))
    const edges = t.g.edges.filter(e => e.at.length > 0 && place.has(e.at[0]!)).map(e => ({ atom: e.atom, at: e.at.map(v => place.get(v)!) }))
    const g: Graph = { size: vertices.map(v => t.g.size[v]!), free: own.map(s => place.get(t.g.free[s]!)!), edges }
    if (own.length === 0) scalars.push(alg.rekey([], [{ c: ONE, g }]))
    else if (own.length === 2 && own[1] === own[0]! + n) blocks[own[0]!] = alg.rekey(own.map(s => p.dims[s]!), [{ c: ONE, g }])
    else return null
  }
  return { scalars, blocks }
}

/** A chain of square factors from the row to the column of a block; `null` where it is no chain. */
function chain(block: Poly): { graph: Graph; links: Edge[]; pointwise: Map<number, Edge[]> } | null {
  const g = block.terms[0]!.g
  const [row, col] = g.free as [number, number]
  const links: Edge[] = []
  const pointwise = new Map<number, Edge[]>()
  const left = new Set(g.edges)
  const visited = new Set<number>()
  for (let v = row; ;) {
    visited.add(v)
    const here = [...left].filter(e => e.at.includes(v))
    const own = here.filter(e => e.at.every(u => u === v))
    if (own.length) pointwise.set(v, own)
    own.forEach(e => left.delete(e))
    if (v === col) return left.size === 0 && visited.size === g.size.length ? { graph: g, links, pointwise } : null
    const on = here.filter(e => !own.includes(e))
    const [e] = on
    if (on.length !== 1 || e!.at.length !== 2) return null
    const next = e!.at[0] === v ? e!.at[1]! : e!.at[0]!
    if (visited.has(next) || g.size[next] !== g.size[v]) return null
    left.delete(e!)
    links.push(e!)
    v = next
  }
}

/** The inverse of a chain: every link inverted, and the row and the column exchanged. */
function inverseBlock(alg: Algebra, block: Poly): Poly {
  const found = chain(block)
  if (!found || (found.links.length === 1 && found.pointwise.size === 0 && isPlain(found.links[0]!))) return inverseAtom(alg, block)
  const { graph: g, links, pointwise } = found
  const dims = g.size
  const factors: Poly[] = []
  const wires: number[][] = []
  for (const e of links) {
    factors.push(inverseOfEdge(alg, e, dims))
    wires.push([e.at[1]!, e.at[0]!])
  }
  for (const [v, edges] of pointwise) {
    factors.push(powPoly(alg, pointwisePoly(alg, edges, dims[v]!), MINUS))
    wires.push([v])
  }
  return alg.product(factors, wires, dims, [g.free[1]!, g.free[0]!])
}

/** An edge with no inverse rule of its own. */
function isPlain(e: Edge): boolean {
  const k = e.atom.kind
  return k.t !== 'inverse' && !(k.t === 'var' && k.orthogonal)
}

/** The inverse of the matrix on an edge, slots [second, first] of the edge. */
function inverseOfEdge(alg: Algebra, e: Edge, size: readonly Dim[]): Poly {
  const dims = [size[e.at[0]!]!, size[e.at[1]!]!]
  const k = e.atom.kind
  if (k.t === 'inverse' && k.arg.dims.length === 2) return k.arg
  const own = single(alg, e.atom, dims)
  return k.t === 'var' && k.orthogonal ? reslot(alg, own, [1, 0]) : inverseAtom(alg, own)
}

function pointwisePoly(alg: Algebra, edges: readonly Edge[], dim: Dim): Poly {
  return alg.collect([dim], [{ c: ONE, g: { size: [dim], free: [0], edges: edges.map(e => ({ atom: e.atom, at: e.at.map(() => 0) })) } }])
}

function determinantBlock(alg: Algebra, block: Poly): Poly {
  const found = chain(block)
  if (!found) return detAtom(alg, block)
  const dets = found.links.map(e => detOfEdge(alg, e, found.graph.size))
  for (const [v, edges] of found.pointwise) {
    const dim = found.graph.size[v]!
    const diag = alg.product([pointwisePoly(alg, edges, dim)], [[0]], [dim], [0, 0])
    dets.push(detAtom(alg, diag))
  }
  return multiply(alg, [number(alg, ONE), ...dets])
}

function detOfEdge(alg: Algebra, e: Edge, size: readonly Dim[]): Poly {
  const k = e.atom.kind
  if (k.t === 'inverse' && k.arg.dims.length === 2) return powPoly(alg, determinant(alg, k.arg), MINUS)
  return detAtom(alg, single(alg, e.atom, [size[e.at[0]!]!, size[e.at[1]!]!]))
}

/** The transpose of a polynomial with leading coefficient 1, as c times such a polynomial. */
function transposed(alg: Algebra, p: Poly): { c: Fraction; poly: Poly } {
  const n = p.dims.length / 2
  const poly = reslot(alg, p, p.dims.map((_, s) => (s + n) % (2 * n)))
  const c = poly.terms[0]!.c
  return { c, poly: scale(alg, c.inverse(), poly) }
}

/** The inverse of a transpose is the transpose of the inverse: of the two the one with the lesser key is the atom. A numeric factor comes out. */
function inverseAtom(alg: Algebra, whole: Poly): Poly {
  const lead = whole.terms[0]!.c
  const p = scale(alg, lead.inverse(), whole)
  const other = transposed(alg, p)
  const turned = other.poly.key < p.key
  const n = p.dims.length / 2
  if (n > 4) throw new BudgetError('an inverse over too many axes')
  const at = p.dims.map((_, s) => (turned ? (s + n) % (2 * n) : s))
  const symmetry = n !== 1 || other.poly.key !== p.key ? 'none' : other.c.equals(1) ? 'sym' : 'skew'
  const arg = turned ? other.poly : p
  const atom = { label: alg.name(`inv(${arg.key})`), symmetry, kind: { t: 'inverse', arg } } as const
  const made = alg.collect(p.dims, [{ c: ONE, g: { size: [...p.dims], free: p.dims.map((_, s) => s), edges: [{ atom, at }] } }])
  return scale(alg, (turned ? lead.mul(other.c) : lead).inverse(), made)
}

/** det Pᵀ = det P: of the two the one with the lesser key. */
function detAtom(alg: Algebra, p: Poly): Poly {
  const other = transposed(alg, p)
  const turned = other.poly.key < p.key
  const arg = turned ? other.poly : p
  const kind = soleKind(p)
  const positive = kind?.t === 'var' && alg.symbols.get(kind.name)!.properties.has('posdef') && kind.derivs.length === 0
  const atom = single(alg, { label: alg.name(`det(${arg.key})`), symmetry: 'none', kind: { t: 'det', arg, positive } }, [])
  return turned ? multiply(alg, [numberTo(alg, other.c, volume(alg, p.dims.slice(0, p.dims.length / 2))), atom]) : atom
}
