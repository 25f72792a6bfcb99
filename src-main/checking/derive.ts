/** The reference answer of a question, printed. */
import { canonicalName, differentiate, equalByNormalForm, expand, KeptInTongue, print, Unsayable, read, showAxes, type FreeIndex, type Printed, type Typed } from '../calculus/index.ts'
import { expandDerivatives } from '../calculus/derivative/atom.ts'
import { isTooDeep } from '../calculus/problem.ts'
import { fastestFirst } from '../calculus/print/index/index.ts'
import { writtenOut } from '../calculus/tensors/walk.ts'
import { bridged, sameLengths } from './prepare/bridge.ts'
import { alignFree } from './judges/judge.ts'
import { arranged } from './prepare/prepare.ts'
import { prepareOnce } from './prepared.ts'
import type { Prepared } from './prepare/prepare.ts'
import { QuestionError } from './prepare/fault.ts'
import type { Question } from './question.ts'
import { readAnswer } from './kinds/expression.ts'
import { shapeReference } from './kinds/shape.ts'
import { words } from './words.ts'

export interface Derived {
  /** Plain matrix notation, null where none was found. */
  readonly matrix: string | null
  readonly index: string | null
  readonly latex: string
  readonly speech: string
  readonly shape: string
}

const known = new KeptInTongue<Question, Derived>()

/** The derived answer in every notation; each was read again and compared. Throws `QuestionError` where the question is at fault. */
export function derive(question: Question): Derived {
  return known.get(question, () => make(question))
}

function make(question: Question): Derived {
  if (question.kind === 'shape') {
    const shape = shapeReference(question)
    return { matrix: shape, index: null, latex: shape.replaceAll(' x ', ' \\times '), speech: shape, shape }
  }
  if (question.kind === 'choice') {
    const text = Array.isArray(question.value) ? question.value.join(', ') : String(question.value ?? '')
    return { matrix: text, index: null, latex: `\\text{${text}}`, speech: text, shape: '' }
  }
  return printed(question, told)
}

function printed<T>(question: Question, take: (p: Prepared, form: Printed) => T, within = Infinity): T {
  const p = prepareOnce(question)
  const tooLong = (): QuestionError => new AnswerTooLong(p.derivative ? 'f' : 'value', words.faults.tooLong)
  if (writtenOut(p.truth.expr, LONGEST) >= LONGEST) throw tooLong()
  try {
    return take(p, printTruth(p, within))
  } catch (error) {
    throw error instanceof Unsayable || isTooDeep(error) ? tooLong() : error
  }
}

/**
 * The derived answer in one notation, without the work on the others; null where it has none in it. Throws as `derive` does.
 * For a `derivative` or an `expression`; any other kind has the one answer that `derive` gives. Where it has more than `within` characters, it is too long.
 */
export function deriveIn(question: Question, notation: 'matrix' | 'index', within = Infinity): string | null {
  if (question.kind !== 'derivative' && question.kind !== 'expression') return derive(question)[notation]
  const text = printed(question, (p, form) => (notation === 'index' ? indexOf(form) : p.truth.free.length > 0 ? null : form.matrix), within)
  if (text !== null && text.length > within) throw new AnswerTooLong(question.kind === 'derivative' ? 'f' : 'value', words.faults.tooLong)
  return text
}

/** A question with an answer that no one would read. */
export class AnswerTooLong extends QuestionError {
  override name = 'AnswerTooLong'
}

/** Nodes, each shared one as often as it stands, of a reference that is still written out; those of the course have some dozens. */
const LONGEST = 2_000

function told(p: Prepared, printed: Printed): Derived {
  return { matrix: p.truth.free.length > 0 ? null : printed.matrix, index: indexOf(printed), latex: printed.latex, speech: printed.speech, shape: showAxes(p.truth.axes) }
}

/** The index form; null for the few things that index notation has no words for. */
function indexOf(printed: Printed): string | null {
  try {
    return printed.index
  } catch (error) {
    if (error instanceof Unsayable) return null
    throw error
  }
}

/**
 * The reference, printed and confirmed by reading it again. Names that the author gave to expressions stand for them. What has more than `within`
 * characters is of no use to the caller, and is not confirmed.
 */
export function printTruth(p: Prepared, within = Infinity): Printed {
  const own = Object.keys(p.question.define).map(n => canonicalName(n.trim()) ?? n).filter(n => p.scope.bodies.has(n))
  const named = new Map(own.map(name => [name, expand(p.scope.bodies.get(name)!.expr, p.scope)]))
  const made = (truth: Typed): Printed => print(truth, p.symbols, {
    names: p.truth.free.map(i => i.name), ...namingOf(p), summation: p.question.summation, layout: p.question.layout, named,
    confirm: (text, notation, names) => text.length > within || confirms(p, text, notation === 'index' ? names : []),
  })
  const plain = made(p.truth)
  const kept = own.length > 0 ? withNames(p) : null
  return kept ? shorterOf(plain, made(kept)) : plain
}

/** The derivative in which defined names were never written out; null where that is too much. */
function withNames({ derivative, scope }: Prepared): Typed | null {
  if (!derivative) return null
  const expr = expandDerivatives(differentiate(derivative.written.expr, derivative.wrt, scope.symbols), scope)
  return writtenOut(expr, LONGEST) >= LONGEST ? null : arranged(expr, derivative.arrangement)
}

/** What is shorter in matrices, or in indices where one of them has no matrix form; the first where they are equal. */
function shorterOf(p: Printed, q: Printed): Printed {
  try {
    const [a, b] = [p.matrix, q.matrix]
    if (a !== null && b !== null) return b.length < a.length ? q : p
    if (a !== null || b !== null) return a === null ? q : p
    return q.index.length < p.index.length ? q : p
  } catch (error) {
    if (error instanceof Unsayable) return p
    throw error
  }
}

/** Indices are named as `component` names them, target first and then input, whatever the layout. */
function namingOf(p: Prepared): { readonly order?: readonly number[] } {
  if (!p.derivative || p.truth.free.length > 0) return {}
  const { f, input, arrangement } = p.derivative
  const wanted = fastestFirst([...f.axes, ...f.free.map(i => [i.dim]), ...input])
  return { order: wanted.map(s => arrangement.order.indexOf(s)) }
}

/** Does a text, with these names for its slots, read back to the reference? */
function confirms(p: Prepared, text: string, names: readonly FreeIndex[]): boolean {
  const asAnswers = names.length === 0 || (p.truth.axes.length === 0 && sameNames(names, p.scope.components))
  const reading = asAnswers ? readAnswer(p, text) : read(text, { ...p.scope, components: names }, { expected: [] })
  if (!reading.value) return false
  const { value } = reading
  if (names.length === 0) {
    return sameLengths(value.axes, p.truth.axes) && equalByNormalForm(bridged(expand(value.expr, p.scope), value.axes, p.truth.axes), p.truth.expr, p.symbols) === 'equal'
  }
  return value.axes.length === 0 && equalByNormalForm(alignFree(expand(value.expr, p.scope), 0, value.free.map(i => i.name), names), p.truth.expr, p.symbols) === 'equal'
}

function sameNames(a: readonly FreeIndex[], b: readonly FreeIndex[]): boolean {
  return a.length === b.length && a.every(({ name, dim }, n) => name === b[n]!.name && dim === b[n]!.dim)
}
