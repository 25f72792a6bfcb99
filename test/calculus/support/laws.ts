/** The laws that the core is held against, each as a check of one seed; shared by the short run of the tests and the long one of the fuzzer. */
import { differentiate, equalByMoreWork, equalByNormalForm, exactTest, normalForm, numericCompare, slotsOf, toExpr, valueTruth, jacobianTruth } from '../../../src-main/calculus/index.ts'
import { add, einsum, negate, slots } from '../../../src-main/calculus/tensors/build.ts'
import type { Dim, Expr } from '../../../src-main/calculus/tensors/expr.ts'
import { Algebra } from '../../../src-main/calculus/tensors/normal/index.ts'
import { attempt } from '../../../src-main/calculus/tensors/normal/attempt.ts'
import { holdsKink, randomExpr, small, smallStock, stock, stream } from './randomExpr.ts'

const shapes: readonly (readonly Dim[])[] = [[], [], ['N'], ['M'], ['M', 'N'], ['N', 'N']]
const budget = 4000

/** What a law found: it holds, it does not (with what was seen), or this seed shows nothing (no value, too much work). */
export type Finding = 'holds' | 'nothing' | { readonly broken: string; readonly exprs: readonly Expr[] }
export type Law = (seed: number) => Finding

function draw(seed: number, functions: boolean): { rnd: (n: number) => number; e: Expr } {
  const rnd = stream(seed)
  return { rnd, e: randomExpr(rnd, shapes[rnd(6)]!, 1 + rnd(4), { functions, inverses: true }) }
}

/** Equal by floats, as judge 3 sees it; kinks at structural zeros have no value that the rules promise. */
function agrees(a: Expr, b: Expr, seed: number): 'yes' | 'no' | 'unknown' {
  const c = numericCompare(valueTruth(a), b, { symbols: stock, seed, budget: 2_000_000 })
  return c.outcome === 'equal' ? 'yes' : c.outcome === 'different' ? 'no' : 'unknown'
}

/** The normal form of an expression has its values. */
export const normalFormKeepsValues: Law = seed => {
  const { e } = draw(seed, seed % 3 !== 0)
  const p = normalForm(e, stock, budget)
  if (!p || holdsKink(e)) return 'nothing'
  const q = toExpr(p)
  const verdict = agrees(e, q, seed)
  return verdict === 'unknown' ? 'nothing' : verdict === 'yes' ? 'holds' : { broken: 'the normal form has other values', exprs: [e, q] }
}

/** So have its other forms: sums of angles, and all entries written out where the axes have two and three of them. */
export const otherFormsKeepValues: Law = seed => {
  const { e } = draw(seed, true)
  if (holdsKink(e)) return 'nothing'
  const [own, symbols] = seed % 2 ? [e, stock] as const : [small(e), smallStock] as const
  const q = attempt(() => toExpr(new Algebra(symbols, budget, { angles: true, entries: seed % 2 === 0 }).normal(own)))
  if (!q) return 'nothing'
  const c = numericCompare(valueTruth(own), q, { symbols, seed, budget: 2_000_000 })
  return c.outcome === 'undecided' || c.outcome === 'domain' ? 'nothing' : c.outcome === 'equal' ? 'holds' : { broken: 'a form with angles or entries has other values', exprs: [own, q] }
}

/** What is proved by more work is equal. */
export const moreWorkProvesWhatIsEqual: Law = seed => {
  const { rnd, e } = draw(seed, seed % 3 !== 0)
  const other = mutated(e, rnd)
  if (holdsKink(e) || !equalByMoreWork(e, other, stock, [], budget / 4)) return 'nothing'
  return agrees(e, other, seed) === 'no' || exactTest(e, other, stock, seed, { budget: 2_000_000 }).outcome === 'different' ? { broken: 'more work proves what is not equal', exprs: [e, other] } : 'holds'
}

/** The normal form of a normal form is itself. */
export const normalFormIsStable: Law = seed => {
  const { e } = draw(seed, seed % 3 !== 0)
  const p = normalForm(e, stock, budget)
  if (!p) return 'nothing'
  const outcome = equalByNormalForm(e, toExpr(p), stock, 4 * budget)
  return outcome === 'budget' ? 'nothing' : outcome === 'equal' ? 'holds' : { broken: 'the normal form is not the normal form of itself', exprs: [e] }
}

/** Renaming vertices, turning factors and terms round, and regrouping changes nothing. */
export const renamingChangesNothing: Law = seed => {
  const { rnd, e } = draw(seed, seed % 3 !== 0)
  const other = shuffled(e, rnd)
  const outcome = equalByNormalForm(e, other, stock, 2 * budget)
  return outcome === 'budget' ? 'nothing' : outcome === 'equal' ? 'holds' : { broken: 'a renaming changes the normal form', exprs: [e, other] }
}

/** What judge 1 calls equal, judge 2 never calls different. */
export const judgesAgree: Law = seed => {
  const { rnd, e } = draw(seed, seed % 3 !== 0)
  const other = rnd(2) ? mutated(e, rnd) : shuffled(e, rnd)
  const form = equalByNormalForm(e, other, stock, budget)
  if (form === 'budget' || holdsKink(e)) return 'nothing'
  const exact = exactTest(e, other, stock, seed, { budget: 2_000_000 })
  if (form === 'equal' && exact.outcome === 'different') return { broken: 'judge 1 proves what judge 2 refutes', exprs: [e, other] }
  const floats = agrees(e, other, seed)
  if (form === 'equal' && floats === 'no') return { broken: 'judge 1 proves what judge 3 refutes', exprs: [e, other] }
  if (exact.outcome === 'equal' && floats === 'no') return { broken: 'judge 2 shows what judge 3 refutes', exprs: [e, other] }
  if (exact.outcome === 'different' && floats === 'yes') return { broken: 'judge 2 refutes what judge 3 shows', exprs: [e, other] }
  return exact.outcome === 'gave-up' && floats === 'unknown' ? 'nothing' : 'holds'
}

/** The symbolic derivative is the dual-number Jacobian. */
export const derivativeIsJacobian: Law = seed => {
  const { rnd, e } = draw(seed, seed % 3 !== 0)
  const wrt = ['x', 'A', 'B', 't', 'y', 'P', 'K'][rnd(7)]!
  const d = differentiate(e, wrt, stock)
  const c = numericCompare(jacobianTruth(e, wrt, slotsOf(stock.get(wrt)!)), d, { symbols: stock, seed, budget: 3_000_000 })
  return c.outcome === 'undecided' || c.outcome === 'domain' ? 'nothing' : c.outcome === 'equal' ? 'holds' : { broken: `the derivative by ${wrt} is not the Jacobian`, exprs: [e, d] }
}

export const laws: Readonly<Record<string, Law>> = { normalFormKeepsValues, otherFormsKeepValues, moreWorkProvesWhatIsEqual, normalFormIsStable, renamingChangesNothing, judgesAgree, derivativeIsJacobian }

/** The same expression, written in another way. */
function shuffled(e: Expr, rnd: (n: number) => number): Expr {
  switch (e.k) {
    case 'einsum': {
      const order = e.factors.map((_, n) => n).sort(() => rnd(3) - 1)
      const name = e.dims.map((_, v) => v + 3 * (e.dims.length - v))
      const names = name.map((_, v) => (rnd(2) ? name[v]! : 1000 + 7 * v + rnd(5)))
      return einsum(order.map(n => shuffled(e.factors[n]!, rnd)), order.map(n => e.wires[n]!.map(v => names[v]!)), e.out.map(v => names[v]!), Object.fromEntries(e.dims.map((d, v) => [names[v]!, d])))
    }
    case 'add': {
      if (e.terms.length === 0) return e
      const terms = e.terms.map(t => shuffled(t, rnd)).sort(() => rnd(3) - 1)
      const extra = terms[rnd(terms.length)]!
      return rnd(2) ? add(terms, e.dims) : add([...terms, extra, negate(extra)], e.dims)
    }
    case 'map': return { ...e, arg: shuffled(e.arg, rnd) }
    case 'inverse': case 'det': return { ...e, arg: shuffled(e.arg, rnd) }
    case 'pow': return { ...e, base: shuffled(e.base, rnd) }
    default: return e
  }
}

/** An expression with one small change, most often another one. */
function mutated(e: Expr, rnd: (n: number) => number): Expr {
  if (e.k === 'einsum' && e.factors.length > 0 && rnd(3)) {
    const n = rnd(e.factors.length)
    const swap = e.wires[n]!.length === 2 && e.dims[e.wires[n]![0]!] === e.dims[e.wires[n]![1]!]
    if (swap && rnd(2)) return { ...e, wires: e.wires.with(n, [...e.wires[n]!].reverse()) }
    return { ...e, factors: e.factors.with(n, mutated(e.factors[n]!, rnd)) }
  }
  if (e.k === 'add' && e.terms.length > 0) return rnd(2) ? { ...e, terms: e.terms.with(0, negate(e.terms[0]!)) } : { ...e, terms: e.terms.with(0, mutated(e.terms[0]!, rnd)) }
  if (e.k === 'map') return { ...e, arg: mutated(e.arg, rnd) }
  if (e.k === 'var') {
    const like = [...stock.values()].filter(s => s.kind === 'array' && slotsOf(s).join() === slots(e).join())
    return { k: 'var', name: like[rnd(like.length)]!.name, derivs: [], dims: e.dims }
  }
  return e
}
