/** The length of an axis as a polynomial in the axis names, so that `M*N` and `N*M`, `6` and `2*3` are seen to be equally long. */
import type { Dim } from '../../tensors/expr.ts'
import type { Axis } from '../../tensors/typed.ts'

/** Coefficient of each monomial; a monomial is its sorted names, joined by `*`. */
export type Length = ReadonlyMap<string, bigint>

/** The product of the sizes. A unification variable counts as a name. */
export function lengthOf(axis: Axis): Length {
  return axis.reduce<Length>((product, dim) => multiply(product, sizeOf(dim)), new Map([['', 1n]]))
}

export function sameLength(a: Axis, b: Axis): boolean {
  if (a.length === b.length && a.every((d, n) => d === b[n])) return true
  const [x, y] = [lengthOf(a), lengthOf(b)]
  return x.size === y.size && [...x].every(([m, c]) => y.get(m) === c)
}

/** The whole number that an axis is long, where it is one. */
export function fixedLength(axis: Axis): bigint | null {
  const length = lengthOf(axis)
  return length.size === 1 && length.has('') ? length.get('')! : null
}

function sizeOf(dim: Dim): Length {
  if (typeof dim === 'number') return new Map([['', BigInt(dim)]])
  const sum = new Map<string, bigint>()
  for (const piece of dim.split('+')) {
    let coefficient = 1n
    const names: string[] = []
    for (const part of piece.split('*')) /^\d+$/.test(part) ? (coefficient *= BigInt(part)) : names.push(part)
    const key = names.sort().join('*')
    sum.set(key, (sum.get(key) ?? 0n) + coefficient)
  }
  return sum
}

function multiply(a: Length, b: Length): Length {
  const product = new Map<string, bigint>()
  for (const [m, c] of a) {
    for (const [n, d] of b) {
      const key = [...m.split('*'), ...n.split('*')].filter(Boolean).sort().join('*')
      product.set(key, (product.get(key) ?? 0n) + c * d)
    }
  }
  return product
}

/** One axis in words: `N`, `M*N`, `1`; open sizes are `?`. */
export function showAxis(axis: Axis): string {
  if (axis.length === 0) return '1'
  const number = axis.reduce<number>((p, d) => (typeof d === 'number' ? p * d : p), 1)
  const names = axis.filter((d): d is string => typeof d === 'string').map(d => (d.startsWith('?') ? '?' : d)).sort()
  const parts = [...(number === 1 ? [] : [String(number)]), ...names]
  return parts.length === 1 ? parts[0]! : parts.map(p => (p.includes('+') ? `(${p})` : p)).join('*')
}

/** A shape in the style of the contract: `scalar`, `N`, `1 x N`, `M x N`, `M*N x P`. */
export function showAxes(axes: readonly Axis[]): string {
  return axes.length === 0 ? 'scalar' : axes.map(showAxis).join(' x ')
}
