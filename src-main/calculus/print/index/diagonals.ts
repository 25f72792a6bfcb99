/** A function of a matrix on its diagonal, sigma(A)_{jj}, is written by the diagonal of its inside: sigma(A_{jj}), sigma(1) for sigma(I). */
import { slots } from '../../tensors/build.ts'
import type { Expr } from '../../tensors/expr.ts'
import { baseOf, tidy } from '../simplify/meet.ts'
import type { Mono } from '../simplify/mono.ts'
import { pasteSum } from '../simplify/product.ts'
import type { Rules } from '../simplify/rules.ts'
import { sheetOf } from '../simplify/sheet.ts'

/** The monomial with functions, powers and sums that lie on one vertex twice replaced by those of their diagonal. */
export function onDiagonals(m: Mono, rules: Rules): Mono {
  const f = m.factors.find(x => ['map', 'pow', 'add', 'einsum'].includes(baseOf(x).base.k) && new Set(x.on).size < x.on.length)
  if (!f) return m
  const vertices = [...new Set(f.on)]
  const e = diagonal(f.e, f.on.map(v => vertices.indexOf(v)))
  const terms = rules.terms(e)
  const sheet = sheetOf(m, g => g !== f)
  if (terms.length === 0) return { ...m, coef: m.coef.mul(0), factors: [] }
  if (terms.length === 1) sheet.paste(terms[0]!, vertices)
  else pasteSum(sheet, terms, slots(e), vertices, rules)
  const made = tidy(sheet.mono(m.out), rules)
  return made ? onDiagonals(made, rules) : { ...m, coef: m.coef.mul(0), factors: [] }
}

/** The expression with its slot s on slot `to[s]` of the result. */
function diagonal(e: Expr, to: readonly number[]): Expr {
  const out = Array.from({ length: Math.max(...to) + 1 }, (_, n) => n)
  switch (e.k) {
    case 'map': return { ...e, arg: diagonal(e.arg, to) }
    case 'pow': return { ...e, base: diagonal(e.base, to), exponent: slots(e.exponent).length ? diagonal(e.exponent, to) : e.exponent }
    case 'add': return { ...e, terms: e.terms.map(t => diagonal(t, to)), dims: out.map(n => slots(e)[to.indexOf(n)]!) }
    default: return { k: 'einsum', factors: [e], wires: [to], dims: out.map(n => slots(e)[to.indexOf(n)]!), out }
  }
}
