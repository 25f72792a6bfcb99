/** A derivative or an expression: read the answer, hold it against the reference, and say what is wrong. */
import { someNode } from '../../calculus/tensors/walk.ts'
import { expand, KeptInTongue, numericCompare, read, showAxes, slotsCount, type Axis, type Expr, type Reading } from '../../calculus/index.ts'
import { diagnose } from '../diagnose/diagnose.ts'
import { sizeFault } from '../diagnose/indices.ts'
import { evidenceOf, turnedToFit } from '../evidence/evidence.ts'
import { alignFree, judge, numericTruth, type Judgement } from '../judges/judge.ts'
import { bridged, sameLengths } from '../prepare/bridge.ts'
import type { Prepared } from '../prepare/prepare.ts'
import type { Diagnosis, Verdict } from '../verdict.ts'
import { words } from '../words.ts'

/** An answer that could be read, against its question. */
export interface Read {
  readonly prepared: Prepared
  readonly text: string
  readonly reading: Reading
  readonly axes: readonly Axis[]
  /** Defined names written out; free indices in the order of the reference. */
  readonly raw: Expr
  /** The same laid over the slots of the reference, where it fits. */
  readonly expr: Expr
  /** The axes have the lengths of those of the reference. */
  readonly fits: boolean
  readonly shape: string
}

/** The answer that was read last for a question: what was printed is read again to be confirmed, and then judged as it was read. */
const latest = new KeptInTongue<Prepared, { text: string; reading: Reading }>()

/** Reads an answer in the scope of its question. */
export function readAnswer(prepared: Prepared, text: string): Reading {
  const make = (): { text: string; reading: Reading } => ({ text, reading: read(text, prepared.scope, { expected: prepared.truth.axes }) })
  const kept = latest.get(prepared, make)
  return kept.text === text ? kept.reading : Object.assign(kept, make()).reading
}

/** The whole span of an answer, without the space around it. */
export function wholeSpan(text: string): { from: number; to: number } {
  return { from: text.length - text.trimStart().length, to: text.trimEnd().length }
}

/** The verdict on an answer to a `derivative` or an `expression`. `diagnosed`: whether a wrong answer is told what is wrong with it. */
export function checkExpression(prepared: Prepared, text: string, evidence: boolean, diagnosed = true): Verdict {
  const reading = readAnswer(prepared, text)
  if (!reading.value) {
    const size = reading.problems.every(p => p.code === 'component-size') ? sizeFault(prepared, text, reading) : null
    return size ?? invalid(reading)
  }
  const found = toRead(prepared, text, reading)
  if (!found.fits) return diagnosed ? otherShape(found, evidence) : wrong(found, [], {}, evidence, null)
  const judgement = judge(prepared, found.expr)
  if (judgement.outcome === 'undecided') return undecided(found, judgement)
  if (judgement.outcome === 'equal') return formFault(found) ?? right(found, judgement, evidence)
  if (judgement.outcome === 'domain') {
    return wrong(found, [{ code: 'domain', message: judgement.numeric ? words.domain : words.domainNowhere, ...wholeSpan(text) }], judgement, evidence, judgement)
  }
  return wrong(found, diagnosed ? diagnose(found) : [], judgement, evidence, judgement)
}

/** An answer of another shape. Where it is the transpose of what is asked, the numeric Jacobian has its say about that. */
function otherShape(found: Read, evidence: boolean): Verdict {
  const { prepared } = found
  const diagnosis = diagnose(found)
  const verdict = wrong(found, diagnosis, {}, evidence, null)
  const turned = diagnosis[0]?.code === 'layout' ? turnedToFit(found) : null
  if (!turned) return verdict
  const float = numericCompare(numericTruth(prepared), turned, { symbols: prepared.symbols, seed: prepared.seed })
  return float.outcome === 'equal' ? { ...verdict, notes: [...verdict.notes, words.transposedAgrees(float.points)] } : verdict
}

/** An answer with a value, its free indices put in the order of the reference. */
export function toRead(prepared: Prepared, text: string, reading: Reading): Read {
  const value = reading.value!
  const { truth, scope } = prepared
  const expr = alignFree(expand(value.expr, scope), slotsCount(value.axes), value.free.map(i => i.name), truth.free)
  const fits = sameLengths(value.axes, truth.axes)
  return { prepared, text, reading, axes: value.axes, raw: expr, expr: fits ? bridged(expr, value.axes, truth.axes) : expr, fits, shape: showAxes(value.axes) }
}

function invalid(reading: Reading): Verdict {
  // An index of the asked entry on an axis of another size is no fault of reading: the others are told.
  const diagnosis = reading.problems.flatMap(({ code, message, from, to, mend }): Diagnosis[] => (code === 'component-size' ? [] : [{ code, message, from, to, ...(mend && { mend }) }]))
  return { verdict: 'invalid', diagnosis, sentence: words.invalid, notes: notesOf(reading) }
}

function notesOf(reading: Reading): string[] {
  return reading.notes.map(n => n.message)
}

/** Right, but in a notation that the question does not want. */
function formFault(found: Read): Verdict | null {
  const { question } = found.prepared
  const { reading, text } = found
  const wrongForm = question.form === 'matrix' ? reading.hasIndices : question.form === 'index' && !reading.hasIndices && !needsNoIndex(found)
  if (!wrongForm) return null
  const message = question.form === 'matrix' ? words.formMatrix : words.formIndex
  return { verdict: 'invalid', diagnosis: [{ code: 'form', message, ...wholeSpan(text) }], sentence: message, notes: notesOf(reading), shape: found.shape }
}

/** A number, or an entry that depends on no array, needs no index. */
function needsNoIndex(found: Read): boolean {
  return found.axes.length === 0 && found.reading.value!.free.length === 0 && !someNode(found.expr, e => e.k === 'var' && e.dims.length > 0)
}

function right(found: Read, j: Judgement, evidence: boolean): Verdict {
  return {
    verdict: 'correct', proof: j.proof!, diagnosis: [], sentence: j.proof === 'numeric' ? words.correctNumeric : words.correct, notes: notesOf(found.reading), shape: found.shape,
    ...(j.numeric && { numeric: j.numeric }), ...(evidence && { evidence: evidenceOf(found, j) }),
  }
}

function wrong(found: Read, diagnosis: readonly Diagnosis[], j: Partial<Judgement>, evidence: boolean, judged: Judgement | null): Verdict {
  return {
    verdict: 'incorrect', proof: 'counterexample', diagnosis, sentence: diagnosis[0]?.message ? `${words.incorrect} ${diagnosis[0].message}` : words.incorrect,
    notes: notesOf(found.reading), shape: found.shape, ...(j.numeric && { numeric: j.numeric }), ...(evidence && { evidence: evidenceOf(found, judged) }),
  }
}

function undecided(found: Read, j: Judgement): Verdict {
  return {
    verdict: 'undecided', diagnosis: [], sentence: j.contradiction ? words.contradiction : words.undecided,
    notes: [...notesOf(found.reading), ...(j.contradiction ? [j.contradiction] : [])], shape: found.shape, ...(j.numeric && { numeric: j.numeric }),
  }
}
