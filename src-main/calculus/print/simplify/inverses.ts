/** The inverse of a product of square matrices is the product of their inverses, where that lets something cancel: Aᵀ (A X B)⁻ᵀ Bᵀ is X⁻ᵀ. */
import { tidy } from './meet.ts'
import { degrees, monoExpr, weight, type Factor, type Mono } from './mono.ts'
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
  const square = t.factors.every(g => g.on.length === 2 && g.on[0] !== g.on[1] && t.dims[g.on[0]!] === t.dims[t.out[0]!] && t.dims[g.on[1]!] === t.dims[t.out[0]!])
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
