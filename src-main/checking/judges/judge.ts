/** The three judges on one pair of expressions, and the rule by which they agree. */
import { add, children, einsum, negate, permute, slots } from '../../calculus/tensors/build.ts'
import type { Expr } from '../../calculus/tensors/expr.ts'
import { functions } from '../../calculus/tensors/functions.ts'
import { someNode } from '../../calculus/tensors/walk.ts'
import { differenceForm, differInSizes, equalByMoreWork, equalByNormalForm, exactTest, jacobianName, jacobianTruth, leastResolution, normalForm, numericCompare, remainder, slotsOf, valueTruth } from '../../calculus/index.ts'
import type { NumericComparison, Remainder, Scope, Symbols, Truth } from '../../calculus/index.ts'
import type { Prepared } from '../prepare/prepare.ts'
import type { NumericResult, Proof } from '../verdict.ts'
import { words } from '../words.ts'

export interface Judgement {
  /** `undecided`: no judge came to an end, or two contradict each other (`contradiction` says which). */
  readonly outcome: 'equal' | 'different' | 'domain' | 'undecided'
  readonly proof?: Proof
  readonly contradiction?: string
  readonly numeric?: NumericResult
  readonly exact?: { readonly draws: number; readonly chance: number }
  readonly witness?: NumericComparison['witness']
}

const truths = new WeakMap<Prepared, Truth>()

/** The numeric reference of a question: the dual-number Jacobian of f, laid out as asked, or the value of the reference. */
export function numericTruth(p: Prepared): Truth {
  let truth = truths.get(p)
  if (!truth) truths.set(p, truth = makeTruth(p))
  return truth
}

function makeTruth(p: Prepared): Truth {
  const d = p.derivative
  // A defined name as the input has no value of its own to be moved: there the derived expression is the reference.
  // Nor has an untold function of a defined name: its argument moves as the body says.
  if (!d || p.scope.bodies.has(d.wrt) || holdsToldArgument(d.f.expr, p.scope)) return valueTruth(p.truth.expr)
  const input = slotsOf(p.symbols.get(d.wrt)!)
  const whole: Expr = { k: 'var', name: jacobianName, derivs: [], dims: [...slots(d.f.expr), ...input] }
  return jacobianTruth(d.f.expr, d.wrt, input, permute(whole, d.arrangement.order))
}

/** Is there a symbol in the expression that depends, in whatever way, on a defined name? */
function holdsToldArgument(e: Expr, scope: Scope): boolean {
  const seen = new Set<string>()
  const told = (name: string): boolean => {
    if (seen.has(name)) return false
    seen.add(name)
    return (scope.symbols.get(name)?.of ?? []).some(a => scope.bodies.has(a) || told(a))
  }
  return e.k === 'var' ? told(e.name) : children(e).some(c => holdsToldArgument(c, scope))
}

/** Judges an answer whose slots are those of the reference. */
export function judge(p: Prepared, answer: Expr): Judgement {
  const form = equalByNormalForm(answer, p.truth.expr, p.symbols)
  const exact = form === 'equal' ? null : exactTest(answer, p.truth.expr, p.symbols, p.seed)
  const float = numericCompare(numericTruth(p), answer, { symbols: p.symbols, seed: p.seed })
  const numeric = float.points > 0 ? { numeric: { points: float.points, maxError: float.maxError } } : {}
  const witness = float.witness ? { witness: float.witness } : {}
  const symbolic = form === 'equal' ? 'equal' : exact!.outcome === 'equal' ? 'equal' : exact!.outcome === 'different' ? 'different' : null
  const proof = form === 'equal' ? 'symbolic' : 'exact'
  const draws = exact?.outcome === 'equal' ? { exact: { draws: exact.draws, chance: exact.chance } } : {}
  // An answer that has no value wherever the reference has one is as wrong as one that has none at some points.
  const nowhere = float.outcome === 'undecided' && float.reason === 'answer-without-value'
  if (float.outcome === 'domain' || nowhere) return { outcome: 'domain', proof: 'counterexample', ...numeric, ...witness }
  if (symbolic === 'equal') {
    if (float.outcome === 'different') return { outcome: 'undecided', contradiction: words.contradictionOf(proof), ...numeric, ...draws, ...witness }
    // Found equal by residues: a proof for all sizes and values is worth more, and worth some work.
    if (form !== 'equal' && proved(p, answer)) return { outcome: 'equal', proof: 'symbolic', ...numeric, ...draws }
    return { outcome: 'equal', proof, ...numeric, ...draws }
  }
  // Numbers at a few sizes see nothing of a factor such as (N - 3)(N - 4); the normal form does, and is complete there.
  if (float.outcome !== 'different' && differInSizes(answer, p.truth.expr, p.symbols)) return { outcome: 'different', proof: 'counterexample' }
  // Two sums may agree to nine digits and differ all the same: what is left of their difference is looked at by itself.
  const close = float.outcome === 'equal' || (float.outcome === 'undecided' && float.reason === 'unsure')
  if (close && symbolic === null && proved(p, answer)) return { outcome: 'equal', proof: 'symbolic', ...numeric }
  const left = close ? leftOver(answer, p.truth.expr, p.symbols, p.seed, domainOf(p)) : null
  if (left === 'something') return { outcome: 'different', proof: 'counterexample' }
  if (symbolic === 'different') {
    if (float.outcome === 'equal' && !float.oneSided && float.resolution >= leastResolution) return { outcome: 'undecided', contradiction: words.contradictionExact, ...numeric }
    return { outcome: 'different', proof: 'counterexample', ...numeric, ...witness }
  }
  if (!close && float.outcome !== 'different' && proved(p, answer)) return { outcome: 'equal', proof: 'symbolic', ...numeric }
  if (float.outcome === 'equal' && left !== 'unclear' && isEvidence(float) && !isNothing(answer, p.symbols)) return { outcome: 'equal', proof: 'numeric', ...numeric }
  if (float.outcome === 'different') return { outcome: 'different', proof: 'counterexample', ...numeric, ...witness }
  return { outcome: 'undecided', ...numeric }
}

/** A proof that takes more than the normal form, of what holds wherever the author's function and its derivative have a value. */
function proved(p: Prepared, answer: Expr): boolean {
  return equalByMoreWork(answer, p.truth.expr, p.symbols, domainOf(p))
}

/** What must have a value where an answer is held against the reference. */
function domainOf(p: Prepared): Expr[] {
  return [p.truth.expr, ...(p.derivative ? [p.derivative.f.expr] : [])]
}

/** What is left of a difference in numbers, reduced by its normal form where that is not too much work. */
function leftOver(a: Expr, b: Expr, symbols: Symbols, seed: number, within: readonly Expr[], budget?: number): Remainder {
  return remainder(differenceForm(a, b, symbols, budget) ?? add([a, negate(b)]), symbols, seed, within)
}

/**
 * Is an answer proved equal to the reference by its normal form alone, and can it be trusted to have a value where the reference has one? For one line
 * of many, where asking the floats each time would cost too much.
 */
export function judgeStep(p: Prepared, answer: Expr): boolean {
  return !someNode(answer, isPartial) && equalByNormalForm(answer, p.truth.expr, p.symbols) === 'equal'
}

/** May this node lack a value on more than a thin set of points? */
function isPartial(e: Expr): boolean {
  if (e.k === 'map') return functions.get(e.fn)?.domain === 'positive'
  return e.k === 'inverse' || (e.k === 'pow' && (e.exponent.k !== 'const' || e.exponent.value.d !== 1n || e.exponent.value.s < 0n))
}

/** Zero, by its normal form: floats that are zero too may only have run out of digits, as tanh' does far out. */
function isNothing(e: Expr, symbols: Symbols): boolean {
  return normalForm(e, symbols, 3000)?.terms.length === 0
}

/** Is an equality of floats worth anything by itself? Not where a kink was seen from one side only, nor where both sides are lost in rounding. */
function isEvidence(float: NumericComparison): boolean {
  return !float.kinkOneSided && float.resolution >= leastResolution
}

/** Two expressions with the same slots, for diagnoses: equal by proof, by exact test or by floats. Not proved equal counts as different. */
export function same(a: Expr, b: Expr, symbols: Symbols, seed: number): boolean {
  if (equalByNormalForm(a, b, symbols, 2000) === 'equal') return true
  const exact = exactTest(a, b, symbols, seed, { budget: 1_000_000 })
  if (exact.outcome === 'equal') return true
  if (exact.outcome === 'different') return false
  const float = numericCompare(valueTruth(b), a, { symbols, seed, budget: 1_000_000 })
  return float.outcome === 'equal' && isEvidence(float) && !differInSizes(a, b, symbols, 3000) && leftOver(a, b, symbols, seed, [b], 3000) === 'nothing'
}

/** An expression with free indices in the order of the reference, constant along those that it does not hold. */
export function alignFree(e: Expr, matrixSlots: number, own: readonly string[], wanted: readonly { readonly name: string; readonly dim: string | number }[]): Expr {
  const base = Array.from({ length: matrixSlots }, (_, n) => n)
  const number = new Map(wanted.map((w, n) => [w.name, matrixSlots + n]))
  if (own.length === wanted.length && own.every((n, k) => n === wanted[k]!.name)) return e
  return einsum([e], [[...base, ...own.map(n => number.get(n)!)]], [...base, ...wanted.map((_, n) => matrixSlots + n)],
    Object.fromEntries(wanted.map((w, n) => [matrixSlots + n, w.dim])))
}
