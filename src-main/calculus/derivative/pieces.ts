/** What the rules of differentiation are built from. */
import { einsum } from '../tensors/build.ts'
import type { Dim, Expr } from '../tensors/expr.ts'

export { add, constant, einsum, isZero, one, power, slots, times, zeros } from '../tensors/build.ts'

/** ∂x_s/∂x_t for a symbol with these slots: the product of one delta for each slot, slots [...own, ...own]. */
export function derivativeSlots(own: readonly Dim[]): Expr {
  const deltas: Expr[] = own.map(dim => ({ k: 'delta', dim }))
  const wires = own.map((_, n) => [n, own.length + n])
  return einsum(deltas, wires, [...own, ...own].map((_, n) => n))
}
