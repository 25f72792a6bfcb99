/** Axes of equal length whose slots stand in another order: vec of a matrix against vec of its transpose. */
import { einsum, slots } from '../../calculus/tensors/build.ts'
import type { Axis, Dim, Expr } from '../../calculus/index.ts'

/** The same axis, slot by slot. */
export function sameAxes(a: readonly Axis[], b: readonly Axis[]): boolean {
  return a.length === b.length && a.every((axis, n) => sameAxis(axis, b[n]!))
}

function sameAxis(a: Axis, b: Axis): boolean {
  return a.length === b.length && a.every((d, s) => d === b[s])
}

/** Axes of equal length for all sizes: the same factors in any order. */
export function sameLengths(a: readonly Axis[], b: readonly Axis[]): boolean {
  return a.length === b.length && a.every((axis, n) => lengthKey(axis) === lengthKey(b[n]!))
}

function lengthKey(axis: Axis): string {
  let number = 1
  const names: string[] = []
  for (const d of axis) {
    if (typeof d === 'number') number *= d
    else names.push(d)
  }
  return `${number}|${names.sort().join('*')}`
}

/** An array over `from` as one over `to` (equal lengths), position by position; slots after the axes stay. */
export function bridged(e: Expr, from: readonly Axis[], to: readonly Axis[]): Expr {
  if (sameAxes(from, to)) return e
  let next = slots(e).length
  let at = 0
  const bridges: Expr[] = []
  const wires: number[][] = []
  const dims: Record<number, Dim> = {}
  const out: number[] = []
  from.forEach((axis, n) => {
    const own = axis.map(() => at++)
    const other = to[n]!
    if (sameAxis(axis, other)) return void out.push(...own)
    const fresh = other.map(() => next++)
    bridges.push({ k: 'reshape', from: axis, to: other })
    wires.push([...own, ...fresh])
    fresh.forEach((v, s) => { dims[v] = other[s]! })
    out.push(...fresh)
  })
  const all = slots(e).map((_, s) => s)
  return einsum([e, ...bridges], [all, ...wires], [...out, ...all.slice(at)], dims)
}
