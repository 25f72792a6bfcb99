/** The inverse of a product of square matrices is opened where that lets something cancel: Aᵀ (A X B)⁻ᵀ Bᵀ is X⁻ᵀ. */
import { tidy } from './meet.ts'
import { degrees, monoExpr, ONE, restrict, weight, type Factor, type Mono } from './mono.ts'
import type { Rules } from './rules.ts'
import { Sheet, sheetOf } from './sheet.ts'

/** The monomial with an inverse opened, if that makes it shorter than it is. */
export function openInverses(m: Mono, rules: Rules): Mono | null {
  for (const f of m.factors) {
    const opened = inverseOf(f, rules)
    if (!opened) continue
    const sheet = sheetOf(m, g => g !== f)
    sheet.paste(opened, f.on)
    const made = tidy(sheet.mono(m.out), rules)
    if (made && weight(monoExpr(made)) < weight(monoExpr(m))) return made
  }
  return null
}

/** The inverse of a product as the product of the inverses; null where it is none of square factors. */
function inverseOf(f: Factor, rules: Rules): Mono | null {
  if (f.e.k !== 'inverse' || f.on.length !== 2) return null
  const [t, ...more] = rules.terms(f.e.arg)
  if (!t || more.length || t.factors.length < 2 || t.out[0] === t.out[1]) return null
  const size = t.dims[t.out[0]!]
  const square = t.factors.every(g => g.on.length === 2 && g.on[0] !== g.on[1] && g.on.every(v => t.dims[v] === size))
  const path = degrees(t).every((d, v) => d === (t.out.includes(v) ? 1 : 2))
  if (!square || !path || t.dims.length !== t.factors.length + 1) return null
  const sheet = new Sheet()
  sheet.coef = t.coef.inverse()
  const at = t.dims.map(d => sheet.vertex(d))
  for (const g of t.factors) {
    // A leads from p to q, its inverse back from q to p.
    const back = [at[g.on[1]!]!, at[g.on[0]!]!]
    sheet.factor(g.e.k === 'inverse' ? g.e.arg : { k: 'inverse', arg: g.e }, back)
  }
  return sheet.mono([at[t.out[1]!]!, at[t.out[0]!]!])
}

/** The inverse of a Kronecker product: its parts hang apart, each from one row to the column in the same place. Null where they do not. */
export function inverseOfKron(t: Mono, rules: Rules): readonly Mono[] | null {
  const n = t.out.length / 2
  if (new Set(t.out).size < t.out.length) return null
  const parts = Array.from({ length: n }, (_, s) => partOf(t, t.out[s]!))
  const apart = parts.every((p, s) => t.out.every((v, k) => p.has(v) === (k === s || k === s + n)))
  const covered = parts.reduce((sum, p) => sum + p.size, 0) === t.dims.length && t.factors.every(f => f.on.length > 0)
  if (!apart || !covered) return null
  const sheet = new Sheet()
  sheet.coef = t.coef.inverse()
  const at = t.out.map(v => sheet.vertex(t.dims[v]!))
  for (const [s, p] of parts.entries()) {
    const factors = t.factors.filter(f => p.has(f.on[0]!))
    const arg = monoExpr(restrict({ coef: ONE, dims: t.dims, factors, out: [t.out[s]!, t.out[s + n]!] }, [...p]))
    const [inverse, ...more] = rules.terms({ k: 'inverse', arg })
    if (!inverse || more.length) return null
    sheet.paste(inverse, [at[s]!, at[s + n]!])
  }
  const made = tidy(sheet.mono(at), rules)
  return made ? [made] : []
}

/** The vertices that hang together with one. */
function partOf(m: Mono, start: number): ReadonlySet<number> {
  const part = new Set([start])
  for (let size = 0; size < part.size;) {
    size = part.size
    for (const f of m.factors) if (f.on.some(v => part.has(v))) f.on.forEach(v => part.add(v))
  }
  return part
}
