/** Slots along which a sum does not change: ones in every term. They are taken off what they would only hide in. */
import { restrict, type Mono } from './mono.ts'

/** The slots along which some term changes, in order. */
export function livelySlots(terms: readonly Mono[], count: number): number[] {
  return Array.from({ length: count }, (_, s) => s).filter(s => terms.some(m => {
    const v = m.out[s]!
    return m.factors.some(f => f.on.includes(v)) || m.out.indexOf(v) !== m.out.lastIndexOf(v)
  }))
}

/** The terms with the slots `kept` alone; the others must be ones in every term. */
export function onlySlots(terms: readonly Mono[], kept: readonly number[]): Mono[] {
  return terms.map(m => {
    if (kept.length === m.out.length) return m
    const gone = new Set(m.out.filter((_, s) => !kept.includes(s)))
    return restrict({ ...m, out: kept.map(s => m.out[s]!) }, m.dims.map((_, v) => v).filter(v => !gone.has(v)))
  })
}
