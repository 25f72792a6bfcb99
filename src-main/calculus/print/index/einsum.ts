/** What neither matrices nor entries can name, as `einsum("ijk,i->jk", T, y)`: the inside of an inverse, of a determinant. */
import { slots } from '../../tensors/build.ts'
import type { Expr } from '../../tensors/expr.ts'
import { callForm, nameForm, numberForm, powerForm, productForm, sumForm, type Form } from '../forms/form.ts'
import { axesOf, linkOf } from '../matrix/atoms.ts'
import type { MatrixWriter } from '../matrix/writer.ts'
import { baseOf } from '../simplify/meet.ts'
import type { Factor, Mono } from '../simplify/mono.ts'

const LETTERS = 'ijklmnpqrstuvwabcdefgho'

/** An array of any number of axes, one for each slot, as a sum of einsum calls; null where a factor has no name. */
export function einsumForm(e: Expr, w: MatrixWriter): Form | null {
  const terms = w.rules.terms(e).map(m => ({ minus: m.coef.s < 0n, form: term(m, w) }))
  return terms.every((t): t is { minus: boolean; form: Form } => t.form !== null) ? sumForm(terms) : null
}

function term(m: Mono, w: MatrixWriter): Form | null {
  if (m.dims.length > LETTERS.length) return null
  const letter = (v: number): string => LETTERS[v]!
  const scalars: Form[] = []
  const args: { form: Form; at: string }[] = []
  for (const f of m.factors) {
    if (f.on.length === 0) {
      const s = w.scalar(f)
      if (!s) return null
      scalars.push(powerForm(s.form, s.exponent, false))
      continue
    }
    const form = array(f, w)
    if (!form) return null
    args.push({ form, at: f.on.map(letter).join('') })
  }
  const used = new Set(args.flatMap(a => [...a.at]))
  // NumPy has no letter twice on the right, and none there that is nowhere on the left.
  const out = m.out.map((v, s) => {
    const first = m.out.indexOf(v)
    if (first === s) return letter(v)
    const twin = LETTERS[m.dims.length + s]
    if (twin) args.push({ form: w.eye([m.dims[v]!]), at: letter(v) + twin })
    used.add(letter(v))
    return twin ?? '?'
  })
  m.dims.forEach((d, v) => { if (!used.has(letter(v))) args.push({ form: { f: 'ones', axes: [[d]] }, at: letter(v) }) })
  if (out.includes('?')) return null
  const formula = `${args.map(a => a.at).join(',')}->${out.join('')}`
  const factors: Form[] = [...scalars, ...(args.length ? [{ f: 'einsum' as const, formula, args: args.map(a => a.form) }] : [])]
  if (!m.coef.abs().equals(1) || factors.length === 0) factors.unshift(numberForm(m.coef.abs()))
  return productForm(factors.map(form => ({ op: '' as const, form })))
}

/** A factor as an array with one axis for each slot. */
function array(f: Factor, w: MatrixWriter): Form | null {
  const { base, exponent } = baseOf(f)
  if (!exponent.equals(1)) {
    const form = array({ e: base, on: f.on }, w)
    return form && powerForm(form, exponent, true)
  }
  const { e } = f
  if (axesOf(e, w).some(a => a.length > 1)) return null
  if (f.on.length <= 2) return linkOf(e, f.on.length === 1 ? [[0], []] : [[0], [1]], w)?.a ?? (e.k === 'add' ? einsumForm(e, w) : null)
  switch (e.k) {
    case 'var': return e.derivs.length ? null : nameForm(e.name)
    case 'add': return einsumForm(e, w)
    case 'map': {
      const arg = einsumForm(e.arg, w)
      return arg && callForm(e.fn, [arg], e.order)
    }
    case 'pow': {
      const form = einsumForm(e.base, w)
      const power = slots(e.exponent).length ? einsumForm(e.exponent, w) : w.sum(e.exponent, [], [])
      return form && power && { f: 'power', of: form, exponent: power, entrywise: true }
    }
    default: return null
  }
}
