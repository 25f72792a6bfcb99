/** Which dimensions expressions use, and how. */
import { children, slots } from '../tensors/build.ts'
import type { Dim, Expr, Pow } from '../tensors/expr.ts'
import { slotsOf, type Symbols } from '../tensors/symbols.ts'
import { planOf } from './plan.ts'
import { piecesOf } from './sizes.ts'

export interface DimensionUse {
  /** Names of dimension symbols, sorted. */
  readonly names: readonly string[]
  /** Whole numbers that stand for a dimension; sizes keep clear of them. */
  readonly numbers: ReadonlySet<number>
  /** Positions that must exist: `A_{11}` needs 1 <= N. */
  readonly positions: readonly { readonly dim: Dim; readonly at: number }[]
  /** For each name, the largest number of indices of that dimension in one product of the expressions, multiplied out. */
  readonly indices: ReadonlyMap<string, number>
  /** For each name, its largest power as a plain number, as in N (N - 1): its sizes must be more than that many to tell such factors apart. */
  readonly powers: ReadonlyMap<string, number>
}

/** What the expressions use, and the symbols in them with all that those depend on. */
export function dimensionUse(exprs: readonly Expr[], symbols: Symbols): DimensionUse {
  const names = new Set<string>()
  const numbers = new Set<number>()
  const positions: { dim: Dim; at: number }[] = []
  const seen = new Set<Expr>()
  const symbolsSeen = new Set<string>()
  const take = (dims: readonly Dim[]): void => {
    for (const d of dims) {
      if (typeof d === 'number') numbers.add(d)
      else for (const piece of piecesOf(d)) for (const f of piece) if (typeof f === 'string') names.add(f)
    }
  }
  const symbol = (name: string): void => {
    if (symbolsSeen.has(name)) return
    symbolsSeen.add(name)
    const info = symbols.get(name)
    if (!info) return
    take(slotsOf(info))
    info.of.forEach(symbol)
  }
  const walk = (e: Expr): void => {
    if (seen.has(e)) return
    seen.add(e)
    switch (e.k) {
      case 'var': symbol(e.name); take(e.dims); break
      case 'einsum': case 'add': take(e.dims); break
      case 'unit': positions.push({ dim: e.dim, at: e.at }); take([e.dim]); break
      default: take(slots(e))
    }
    children(e).forEach(walk)
  }
  exprs.forEach(walk)
  const indices = new Map<string, number>()
  const powers = new Map<string, number>()
  const [indexMemo, powerMemo] = [new Map<Expr, Counts>(), new Map<Expr, Counts>()]
  for (const e of exprs) {
    merge(indices, countIndices(e, indexMemo))
    merge(powers, countPowers(e, powerMemo))
  }
  return { names: [...names].sort(), numbers, positions, indices, powers }
}

type Counts = ReadonlyMap<string, number>
const mostIndices = 1000

function merge(into: Map<string, number>, counts: Counts): void {
  for (const [name, n] of counts) into.set(name, Math.max(n, into.get(name) ?? 0))
}

function count(into: Map<string, number>, dims: readonly Dim[], times = 1): void {
  for (const d of dims) for (const piece of piecesOf(d)) for (const f of piece) {
    if (typeof f === 'string') into.set(f, Math.min(mostIndices, (into.get(f) ?? 0) + times))
  }
}

function include(into: Map<string, number>, counts: Counts, times = 1): void {
  for (const [name, n] of counts) into.set(name, Math.min(mostIndices, (into.get(name) ?? 0) + times * n))
}

/** How often the base of a power stands in a product. */
function repeats(e: Pow): number {
  return e.exponent.k === 'const' ? Math.min(20, Math.max(1, Math.abs(Math.ceil(e.exponent.value.valueOf())))) : 1
}

/** Indices of each dimension in the largest monomial: the slots of an atom, and for a product its vertices and what is inside its factors. */
function countIndices(e: Expr, memo: Map<Expr, Counts>): Counts {
  const known = memo.get(e)
  if (known) return known
  const counts = new Map<string, number>()
  const inside = (arg: Expr, times: number): void => {
    include(counts, countIndices(arg, memo), times)
    count(counts, slots(arg), -times)
  }
  if (e.k === 'add') {
    count(counts, e.dims)
    for (const t of e.terms) merge(counts, countIndices(t, memo))
  } else if (e.k === 'einsum') {
    const { vertices, operands } = planOf(e)
    count(counts, vertices.map(v => e.dims[v]!))
    for (const f of operands) inside(f, 1)
  } else {
    count(counts, slots(e))
    for (const kid of children(e)) inside(kid, e.k === 'pow' && kid === e.base ? repeats(e) : 1)
  }
  memo.set(e, counts)
  return counts
}

/** Sizes that stand as numbers in the largest monomial: vertices that are summed over and lie on no factor. */
function countPowers(e: Expr, memo: Map<Expr, Counts>): Counts {
  const known = memo.get(e)
  if (known) return known
  const counts = new Map<string, number>()
  if (e.k === 'add') for (const t of e.terms) merge(counts, countPowers(t, memo))
  else if (e.k === 'einsum') {
    const { counted, operands } = planOf(e)
    count(counts, counted)
    for (const f of operands) include(counts, countPowers(f, memo))
  } else for (const kid of children(e)) include(counts, countPowers(kid, memo), e.k === 'pow' && kid === e.base ? repeats(e) : 1)
  memo.set(e, counts)
  return counts
}
