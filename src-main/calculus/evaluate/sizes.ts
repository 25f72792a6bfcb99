/** Sizes of dimensions as numbers. */
import { InternalError } from '../problem.ts'
import type { Dim } from '../tensors/expr.ts'

/** The size of each dimension symbol, for one evaluation. */
export type Sizes = ReadonlyMap<string, number>

const parsed = new Map<string, readonly (readonly (string | number)[])[]>()

/** The summands of a dimension, each a list of factors: `M*N+2` is `[['M','N'],[2]]`. */
export function piecesOf(dim: Dim): readonly (readonly (string | number)[])[] {
  if (typeof dim === 'number') return [[dim]]
  const known = parsed.get(dim)
  if (known) return known
  const pieces = dim.split('+').map(p => p.split('*').map(f => (/^\d+$/.test(f) ? Number(f) : f)))
  if (parsed.size > 10_000) parsed.clear()
  parsed.set(dim, pieces)
  return pieces
}

/** The number that a dimension stands for. Throws where it names something that has no size. */
export function sizeOf(dim: Dim, sizes: Sizes): number {
  if (typeof dim === 'number') return dim
  const plain = sizes.get(dim)
  if (plain !== undefined) return plain
  let total = 0
  for (const piece of piecesOf(dim)) {
    let product = 1
    for (const factor of piece) {
      const n = typeof factor === 'number' ? factor : sizes.get(factor)
      if (n === undefined) throw new InternalError(`dimension ${factor} of ${dim} has no size`)
      product *= n
    }
    total += product
  }
  return total
}

/** The number of entries of an array with these slots. */
export function lengthOf(dims: readonly Dim[], sizes: Sizes): number {
  let n = 1
  for (const d of dims) n *= sizeOf(d, sizes)
  return n
}

/** The logarithm of a typical size of a dimension, for choosing an order of work that does not depend on the sizes drawn. */
export function weightOf(dim: Dim): number {
  if (typeof dim === 'number') return Math.log(dim)
  return Math.log(piecesOf(dim).reduce((sum, piece) => sum + piece.reduce<number>((n, f) => n * (typeof f === 'number' ? f : 3), 1), 0))
}
