/** Questions for numbers: arrays typed as literals, compared entry by entry within a tolerance. */
import { someNode } from '../../calculus/tensors/walk.ts'
import { Probe, read, showAxes, type Expr } from '../../calculus/index.ts'
import { QuestionError } from '../prepare/fault.ts'
import { bridged, sameLengths } from '../prepare/bridge.ts'
import { prepareExpression } from '../prepare/prepare.ts'
import type { Question } from '../question.ts'
import type { Diagnosis, Verdict } from '../verdict.ts'
import { words } from '../words.ts'
import { wholeSpan } from './expression.ts'

const usual = 1e-6

export function checkNumber(question: Question, answer: string): Verdict {
  const prepared = prepareExpression(question)
  const truth = numbers(prepared.truth.expr)
  if (!truth || !truth.every(Number.isFinite)) throw new QuestionError('value', words.faults.noNumber)
  const reading = read(answer, prepared.scope, { expected: prepared.truth.axes })
  const notes = reading.notes.map(n => n.message)
  if (!reading.value) {
    const diagnosis = reading.problems.map(({ code, message, from, to, mend }): Diagnosis => ({ code: code === 'component-size' ? 'ill-shaped' : code, message, from, to, ...(mend && { mend }) }))
    return { verdict: 'invalid', diagnosis, sentence: words.invalid, notes }
  }
  const { axes, expr } = reading.value
  const shape = showAxes(axes)
  const wrong = (code: Diagnosis['code'] | null, message: string): Verdict => ({
    verdict: 'incorrect', proof: 'counterexample', diagnosis: code ? [{ code, message, ...wholeSpan(answer) }] : [], sentence: `${words.incorrect} ${message}`.trim(), notes, shape,
  })
  if (!sameLengths(axes, prepared.truth.axes)) return wrong('shape', words.shape(shape, showAxes(prepared.truth.axes)))
  const yours = numbers(bridged(expr, axes, prepared.truth.axes))
  if (!yours || !yours.every(Number.isFinite)) {
    return { verdict: 'invalid', diagnosis: [{ code: 'form', message: words.noSingleValue, ...wholeSpan(answer) }], sentence: words.invalid, notes, shape }
  }
  const within = question.tolerance ?? usual
  const close = (y: number, t: number) => Math.abs(y - t) <= within * Math.max(Math.abs(t), t === 0 ? 1 : 0)
  if (truth.every((t, n) => close(yours[n]!, t))) return { verdict: 'correct', proof: 'numeric', diagnosis: [], sentence: words.correct, notes, shape }
  const foreseen = question.mistakes.find(m => {
    const when = read(m.when, prepared.scope, { expected: axes }).value
    const array = when && sameLengths(when.axes, axes) ? numbers(bridged(when.expr, when.axes, prepared.truth.axes)) : null
    return array?.every((v, n) => close(yours[n]!, v))
  })
  if (foreseen) return wrong('mistake', foreseen.say)
  if (truth.every((t, n) => close(-yours[n]!, t))) return wrong('sign', words.sign)
  const off = truth.filter((t, n) => !close(yours[n]!, t)).length
  return wrong(null, truth.length === 1 ? '' : words.entriesOff(off, truth.length))
}

/** The entries of an expression without symbols; null where it holds one. */
function numbers(e: Expr): Float64Array | null {
  if (someNode(e, x => x.k === 'var')) return null
  const probe = new Probe([e], new Map(), 0, 1)
  return probe.at(e)?.[0] ?? null
}
