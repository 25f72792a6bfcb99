/** How shapes join in products, sums and entry by entry, without building anything. */
import type { Axis } from '../../tensors/typed.ts'
import { rowsAndColumns, trimmed } from './meaning.ts'
import type { Sizes } from './sizes.ts'

/** Makes two shapes the same; false where they cannot be. */
export function sameShape(sizes: Sizes, a: readonly Axis[], b: readonly Axis[]): boolean {
  if (a.length !== b.length) return false
  const pairs = a.map((axis, n) => [axis, b[n]!] as const)
  if (pairs.some(([x, y]) => (x.length === 0) !== (y.length === 0))) return false
  const unify = (): boolean => pairs.every(([x, y]) => x.length === 0 || sizes.unify(x, y))
  return sizes.attempt(unify) && unify()
}

/** The shape of a matrix product or a scaling; null where the shapes do not fit. */
export function productShape(sizes: Sizes, a: readonly Axis[], b: readonly Axis[]): readonly Axis[] | null {
  if (a.length === 0) return b
  if (b.length === 0) return a
  if (a.length > 2 || b.length > 2) return null
  const [rows, inner] = rowsAndColumns(a)
  const [same, columns] = rowsAndColumns(b)
  if (inner.length === 0 || same.length === 0) return inner.length === same.length ? trimmed([rows, columns]) : null
  return sizes.unify(inner, same) ? trimmed([rows, columns]) : null
}
