/** Array literals of blocks, and einsum, with plain loops. */
import { flat, positions, rc, sameShape, tidy, Unsupported, type Arr } from './array.ts'

/** Blocks put together row by row. */
export function blocks(rows: readonly (readonly Arr[])[]): Arr {
  const heights = rows.map(r => rc(r[0]!)[0])
  const widths = rows[0]!.map(c => rc(c)[1])
  const made = rows.flatMap((r, k) => Array.from({ length: heights[k]! }, (_, i) => r.flatMap((c, n) => {
    if (!sameShape(rc(c), [heights[k]!, widths[n]!])) throw new Unsupported('blocks')
    return Array.from({ length: widths[n]! }, (_, j) => c.v[i * widths[n]! + j]!)
  })))
  return tidy({ s: [made.length, made[0]!.length], v: made.flat() })
}

/** The formula as in NumPy, with an arrow. */
export function einsum(formula: string, args: readonly Arr[]): Arr {
  const [left, right] = formula.replace(/\s/g, '').split('->')
  if (right === undefined) throw new Unsupported('einsum without an arrow')
  const terms = left!.split(',')
  const size = new Map<string, number>()
  terms.forEach((t, n) => [...t].forEach((c, k) => size.set(c, (args[n]!.s.length === 2 && args[n]!.s[0] === 1 && t.length === 1 ? [args[n]!.s[1]!] : args[n]!.s)[k]!)))
  const inner = [...size.keys()].filter(c => !right.includes(c))
  const v = [...positions([...right].map(c => size.get(c)!))].map(p => {
    let sum = 0
    for (const q of positions(inner.map(c => size.get(c)!))) {
      const at = new Map([...[...right].map((c, n) => [c, p[n]!] as const), ...inner.map((c, n) => [c, q[n]!] as const)])
      sum += terms.map((t, n) => args[n]!.v[flat([...t].map(c => at.get(c)!), [...t].map(c => size.get(c)!))]!).reduce((a, b) => a * b, 1)
    }
    return sum
  })
  return { s: [...right].map(c => size.get(c)!), v }
}
