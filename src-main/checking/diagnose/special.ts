/** Answers that are right only for special inputs: symmetric, orthogonal or diagonal matrices, or M = N. */
import { children, einsum, slots, withChildren } from '../../calculus/tensors/build.ts'
import { nodesIn } from '../../calculus/tensors/walk.ts'
import type { Dim, Expr } from '../../calculus/tensors/expr.ts'
import { equalByNormalForm, exactTest, type Property, type SymbolInfo, type Symbols } from '../../calculus/index.ts'
import type { Diagnosis } from '../verdict.ts'
import { words } from '../words.ts'
import type { Wrong } from './wrong.ts'

/** How many inputs are tried. */
const MOST = 6

/** Right only if a square input were symmetric. */
export function symmetricOnly(w: Wrong): Diagnosis | null {
  return specialInput(w, 'symmetric')
}

/** Right only if a square input were orthogonal or diagonal: a larger slip than one in a single place. */
export function specialOnly(w: Wrong): Diagnosis | null {
  return specialInput(w, 'orthogonal') ?? specialInput(w, 'diagonal')
}

function specialInput(w: Wrong, property: 'symmetric' | 'orthogonal' | 'diagonal'): Diagnosis | null {
  if (!w.found.fits) return null
  const used = [...namesIn([w.truth, w.found.expr])].map(n => w.symbols.get(n)!).filter(isSquare)
  for (const info of used.slice(0, MOST)) {
    const has = info.properties
    // A skew matrix that is symmetric is zero, and a positive definite one that is orthogonal is I: they tell nothing.
    if (has.has(property) || has.has('diagonal') || has.has('skew') || (has.has('posdef') && property !== 'diagonal')) continue
    if (property !== 'symmetric' && info.of.length > 0) continue
    // Points of two such properties at once come from one family only, so that they prove nothing.
    const proofOnly = has.has('orthogonal') || (property === 'orthogonal' && has.has('symmetric'))
    if (!equalWith(w, withProperty(w.symbols, info, property), proofOnly)) continue
    return w.say('symmetric-only', property === 'symmetric' ? words.symmetricOnly(info.name) : words.specialOnly(info.name, property))
  }
  return null
}

function equalWith(w: Wrong, symbols: Symbols, proofOnly: boolean): boolean {
  if (equalByNormalForm(w.found.expr, w.truth, symbols, 800) === 'equal') return true
  return !proofOnly && exactTest(w.found.expr, w.truth, symbols, w.seed, { budget: 500_000 }).outcome === 'equal'
}

/** Is this symbol a square matrix? */
export function isSquare(info: SymbolInfo | undefined): boolean {
  if (!info) return false
  const [a, b] = info.axes
  return info.kind === 'array' && info.axes.length === 2 && a!.length > 0 && a!.join() === b!.join()
}

function withProperty(symbols: Symbols, info: SymbolInfo, property: Property): Symbols {
  return new Map([...symbols, [info.name, { ...info, properties: new Set([...info.properties, property]) }]])
}

function namesIn(exprs: readonly Expr[]): Set<string> {
  return new Set([...nodesIn(...exprs)].flatMap(e => (e.k === 'var' ? [e.name] : [])))
}

/** Of another shape, but right where two sizes are the same. */
export function squareOnly(w: Wrong): Diagnosis | null {
  const [yours, asked] = [w.found.axes.flat(), w.found.prepared.truth.axes.flat()]
  if (w.found.fits || yours.length !== asked.length || w.found.axes.length !== w.found.prepared.truth.axes.length) return null
  const pair = yours.flatMap((d, n) => (d !== asked[n] && isName(d) && isName(asked[n]) ? [[d, asked[n]] as const] : []))[0]
  if (!pair) return null
  // Also inside an axis that is made of several: M+N, M*N.
  const merge = (d: Dim): Dim => (typeof d === 'string' ? d.split(/([+*])/).map(p => (p === pair[0] ? pair[1] : p)).join('') : d)
  const symbols: Symbols = new Map([...w.symbols].map(([n, s]) => [n, { ...s, axes: s.axes.map(a => a.map(merge)) }]))
  const [a, b] = [renamed(w.found.expr, merge), renamed(w.truth, merge)]
  const [p, q] = [slots(a), slots(b)]
  if (p.length !== q.length || p.some((d, n) => d !== q[n])) return null
  if (equalByNormalForm(a, b, symbols, 3000) !== 'equal') return null
  return w.say('shape', words.squareOnly(pair[1], pair[0]))
}

function isName(d: Dim | undefined): d is string {
  return typeof d === 'string' && !/[+*]/.test(d)
}

function renamed(e: Expr, to: (d: Dim) => Dim, memo = new Map<Expr, Expr>()): Expr {
  let made = memo.get(e)
  if (made === undefined) memo.set(e, made = renamedOver(e, children(e).map(k => renamed(k, to, memo)), to))
  return made
}

function renamedOver(e: Expr, kids: readonly Expr[], to: (d: Dim) => Dim): Expr {
  switch (e.k) {
    case 'var': return { ...e, dims: e.dims.map(to) }
    case 'delta': return { ...e, dim: to(e.dim) }
    case 'unit': return { ...e, dim: to(e.dim) }
    case 'inject': return { ...e, dim: to(e.dim), parts: e.parts.map(to) }
    case 'reshape': return { ...e, from: e.from.map(to), to: e.to.map(to) }
    case 'einsum': return einsum(kids, e.wires, e.out, Object.fromEntries(e.dims.map((d, v) => [v, to(d)])))
    case 'add': return { ...e, terms: kids, dims: e.dims.map(to) }
    default: return withChildren(e, kids)
  }
}
