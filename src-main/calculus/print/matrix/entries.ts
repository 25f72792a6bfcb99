/** Unit vectors on a symbol: an entry `A_{21}`, a column `A_{:,1}`, a row `A_{1,:}`. */
import { nameForm, transposeForm, type Form } from '../forms/form.ts'
import { closed, degrees, type Factor, type Mono } from '../simplify/mono.ts'
import type { Net } from './net.ts'
import { scalar } from './scalar.ts'

/** Factors that are written as one entry or slice, and the vertices that are used up by it. */
export interface Picked {
  readonly factors: readonly Factor[]
  readonly vertices: readonly number[]
  lay(net: Net): void
}

/** The symbols of a monomial of which a unit vector picks one entry, one row or one column. */
export function entries(m: Mono): Picked[] {
  const inner = closed(m)
  const degree = degrees(m)
  const single = (v: number): boolean => inner.has(v) && degree[v] === 2
  const unitAt = (v: number): Factor | undefined => (single(v) ? m.factors.find(f => f.e.k === 'unit' && f.on[0] === v) : undefined)
  return m.factors.flatMap((f): Picked[] => {
    if (f.e.k !== 'var' || f.e.derivs.length > 0 || f.on.length < 1 || f.on.length > 2) return []
    const units = f.on.map(unitAt)
    const left = f.on.filter((_, s) => !units[s])
    if (left.length > 1 || left.length === f.on.length) return []
    const at = units.map(u => (u?.e.k === 'unit' ? String(u.e.at) : ':'))
    const form: Form = { f: 'entry', of: nameForm(f.e.name), at }
    const used = units.filter(u => u !== undefined)
    return [{
      factors: [f, ...used], vertices: used.map(u => u.on[0]!),
      lay: net => {
        const [v] = left
        if (v === undefined) net.scalars.push(scalar(form))
        else net.column(v, [at[0] === ':' ? { a: form, b: transposeForm(form) } : { a: transposeForm(form), b: form }])
      },
    }]
  })
}
