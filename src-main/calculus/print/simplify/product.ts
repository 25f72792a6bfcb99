/** Products: nested ones are laid flat, deltas unite vertices, and a sum stays one factor unless the product is shorter without it. */
import type { Dim, Einsum, Expr } from '../../tensors/expr.ts'
import { slots } from '../../tensors/build.ts'
import { livelySlots, onlySlots } from './constant.ts'
import { collect } from './keys.ts'
import { openInverses } from './inverses.ts'
import { tidy } from './meet.ts'
import { monoExpr, ONE, weight, type Factor, type Mono } from './mono.ts'
import type { Rules } from './rules.ts'
import { Sheet, sheetOf } from './sheet.ts'

/** How many terms a product may be multiplied out to. */
const TERMS = 120

/** The terms of a product. */
export function product(e: Einsum, rules: Rules): readonly Mono[] {
  const sheet = new Sheet()
  for (const d of e.dims) sheet.vertex(d)
  for (const [n, f] of e.factors.entries()) {
    const terms = rules.terms(f)
    if (terms.length === 0) return []
    if (terms.length === 1) sheet.paste(terms[0]!, e.wires[n]!)
    else pasteSum(sheet, terms, slots(f), e.wires[n]!, rules)
  }
  const m = tidy(sheet.mono(e.out), rules)
  return m ? settle(m, rules) : []
}

/** A sum as one factor; a minus before its every term, a number and scalars that are the same in all come out of it. */
export function pasteSum(sheet: Sheet, terms: readonly Mono[], dims: readonly Dim[], on: readonly number[], rules: Rules): void {
  const negative = terms.every(t => t.coef.s < 0n)
  const size = terms[0]!.coef.abs()
  const content = (terms.every(t => t.coef.abs().equals(size)) ? size : ONE).mul(negative ? -1 : 1)
  sheet.coef = sheet.coef.mul(content)
  const shared = sharedScalars(terms, rules)
  for (const e of shared) sheet.factor(e, [])
  const kept = livelySlots(terms, dims.length)
  const bare = onlySlots(terms, kept).map(t => monoExpr({ ...t, coef: t.coef.div(content), factors: without(t.factors, shared, rules) }))
  sheet.factor({ k: 'add', dims: kept.map(s => dims[s]!), terms: bare }, kept.map(s => on[s]!))
}

/** The scalar factors that every term has. */
function sharedScalars(terms: readonly Mono[], rules: Rules): Expr[] {
  let shared = terms[0]!.factors.filter(f => f.on.length === 0).map(f => f.e)
  for (const t of terms.slice(1)) {
    const left = t.factors.filter(f => f.on.length === 0).map(f => rules.atom(f.e))
    shared = shared.filter(e => {
      const n = left.indexOf(rules.atom(e))
      if (n >= 0) left.splice(n, 1)
      return n >= 0
    })
  }
  return shared
}

function without(factors: readonly Factor[], gone: readonly Expr[], rules: Rules): Factor[] {
  const left = gone.map(e => rules.atom(e))
  return factors.filter(f => {
    const n = f.on.length === 0 ? left.indexOf(rules.atom(f.e)) : -1
    if (n >= 0) left.splice(n, 1)
    return n < 0
  })
}

/** Multiplies out what must be (sums of three and more slots, a sum alone), and what gets shorter by it. */
export function settle(m: Mono, rules: Rules): readonly Mono[] {
  for (const [k, f] of m.factors.entries()) {
    if (f.e.k !== 'add') continue
    const alone = m.factors.length === 1 && m.coef.abs().equals(1) && m.dims.length === f.on.length && new Set(m.out).size === m.out.length
    const must = f.on.length > 2 || alone
    const made = multiplyOut(m, k, rules)
    if (!made) continue
    if (must || total(made) < weight(monoExpr(m))) return collect(made.flatMap(t => settle(t, rules)), rules)
  }
  const opened = openInverses(m, rules)
  return opened ? settle(opened, rules) : [m]
}

function total(terms: readonly Mono[]): number {
  return terms.reduce((s, t) => s + weight(monoExpr(t)), 0)
}

/** The terms of a monomial with its factor number `k`, a sum, multiplied out; null where they are too many. */
export function multiplyOut(m: Mono, k: number, rules: Rules): Mono[] | null {
  const f = m.factors[k]!
  const terms = rules.terms(f.e)
  if (terms.length > TERMS) return null
  const made = terms.flatMap(t => {
    const sheet = sheetOf(m, g => g !== f)
    sheet.paste(t, f.on)
    const next = tidy(sheet.mono(m.out), rules)
    return next ? [next] : []
  })
  return collect(made, rules)
}

/** All sums multiplied out, through and through within each term; null where there are too many terms. */
export function expandAll(terms: readonly Mono[], rules: Rules): readonly Mono[] | null {
  let todo = [...terms]
  const done: Mono[] = []
  while (todo.length) {
    const m = todo.shift()!
    const k = m.factors.findIndex(f => f.e.k === 'add')
    const made = k < 0 ? null : multiplyOut(m, k, rules)
    if (k >= 0 && !made) return null
    if (made) todo = [...made, ...todo]
    else done.push(m)
    if (todo.length + done.length > TERMS) return null
  }
  return collect(done, rules)
}
