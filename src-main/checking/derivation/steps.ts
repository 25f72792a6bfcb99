/** One step of a derivation against the one before it; a claim by itself. */
import { expand, read, type Reading, type Scope, type Typed } from '../../calculus/index.ts'
import { judgeStep } from '../judges/judge.ts'
import { checkExpression, toRead } from '../kinds/expression.ts'
import { nodesIn, someNode } from '../../calculus/tensors/walk.ts'
import { matrixLayout } from '../prepare/layout.ts'
import { derivativeOf, seedOf, type Prepared } from '../prepare/prepare.ts'
import type { Question } from '../question.ts'
import type { Diagnosis } from '../verdict.ts'
import { words } from '../words.ts'
import type { Judged } from './base.ts'
import { readClaim } from './claims.ts'
import { splitEquals, type Piece } from './split.ts'

const nothing: Typed = { expr: { k: 'add', terms: [], dims: [] }, axes: [], free: [] }

/** A reference that a line or a claim is held against, as if it were an expression that was asked for. */
export function prepared(question: Question, scope: Scope, truth: Typed): Prepared {
  const { mistakes: _, form: __, ...rest } = question
  return { question: { ...rest, kind: 'expression', form: 'any', mistakes: [] }, scope, symbols: scope.symbols, truth, derivative: null, targetAxes: truth.axes.length, seed: seedOf(question) }
}

/**
 * A step after `last`; null where nothing stands before it. `explain`: say what is wrong with a wrong one, in so many words where `diagnosed`. Where both have the same normal form,
 * that is enough: the floats are asked where it does not decide, or where the step may have no value.
 */
export function judgeLine(question: Question, scope: Scope, last: Typed | null, text: string, explain: boolean, diagnosed: boolean): Judged {
  const reading = read(text, scope, last ? { expected: last.axes } : {})
  const whole = { from: 0, to: text.length }
  if (!reading.value) {
    return { state: 'unreadable', value: null, diagnosis: checkExpression(prepared(question, scope, last ?? nothing), text, false).diagnosis }
  }
  const value: Typed = { ...reading.value, expr: expand(reading.value.expr, scope) }
  if (!last) return { state: 'start', value, diagnosis: [] }
  const p = prepared(question, scope, last)
  if (isProved(p, text, reading)) return { state: 'equal', value, diagnosis: [] }
  const differs: Diagnosis = { code: 'line', message: words.lineDiffers, ...whole }
  if (!explain) return { state: 'wrong', value, diagnosis: [differs] }
  const v = checkExpression(p, text, false, diagnosed)
  if (v.verdict === 'correct') return { state: 'equal', value, diagnosis: [] }
  if (v.verdict === 'undecided') return { state: 'undecided', value, diagnosis: [] }
  return { state: 'wrong', value, diagnosis: v.diagnosis.length > 0 ? v.diagnosis : [differs] }
}

/**
 * The gradient that a differential gives: G of `tr(G^T dA)`, laid out as the question asks. Null where the value is no differential of one symbol alone.
 */
export function gradientOf(question: Question, scope: Scope, last: Typed): Typed | null {
  const moving = new Set([...nodesIn(last.expr)].flatMap(e => (e.k === 'var' && scope.symbols.get(e.name)?.differential && !scope.bodies.has(e.name) ? [e.name] : [])))
  const [name, ...more] = moving
  if (name === undefined || more.length > 0 || last.free.length > 0) return null
  const { truth } = derivativeOf(last, name, scope, input => matrixLayout(last, input, question.layout))
  return someNode(truth.expr, e => e.k === 'var' && e.name === name) ? null : truth
}

function isProved(p: Prepared, text: string, reading: Reading): boolean {
  const found = toRead(p, text, reading)
  return found.fits && judgeStep(p, found.expr)
}

/** `since a = b`: both sides are held against each other. Places count from the beginning of the claim. */
export function judgeClaim(question: Question, scope: Scope, piece: Piece): Judged {
  const [left, right, ...more] = splitEquals(piece.text)
  const whole = { from: 0, to: piece.text.length }
  const unreadable = (diagnosis: readonly Diagnosis[]): Judged => ({ state: 'unreadable', value: null, diagnosis })
  if (!left || !right || more.length > 0) return unreadable([{ code: 'syntax', message: words.claimForm, ...whole }])
  const { scope: own, left: reading } = readClaim(scope, left.text, right.text)
  if (!reading.value) return unreadable(moved(reading.problems.map(p => ({ code: 'syntax', message: p.message, from: p.from, to: p.to })), left.from))
  const truth: Typed = { ...reading.value, expr: expand(reading.value.expr, own) }
  const v = checkExpression(prepared(question, own, truth), right.text, false)
  if (v.verdict === 'correct') return { state: 'claim', value: null, diagnosis: [] }
  if (v.verdict === 'undecided') return { state: 'undecided', value: null, diagnosis: [] }
  if (v.verdict === 'invalid') return unreadable(moved(v.diagnosis, right.from))
  return { state: 'wrong', value: null, diagnosis: [{ code: v.diagnosis[0]?.code ?? 'line', message: words.claimFalse, ...whole }] }
}

/** Diagnoses in a text that begins `by` further on. */
export function moved(list: readonly Diagnosis[], by: number): Diagnosis[] {
  return list.map(({ mend, ...d }) => ({ ...d, from: d.from + by, to: d.to + by, ...(mend && { mend: { ...mend, from: mend.from + by, to: mend.to + by } }) }))
}
