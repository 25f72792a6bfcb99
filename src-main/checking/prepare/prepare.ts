/** From a question to what answers are held against: the scope they are read in, and the reference, derived from the author's function. */
import { permute, slots } from '../../calculus/tensors/build.ts'
import { writtenOut } from '../../calculus/tensors/walk.ts'
import type { Expr } from '../../calculus/tensors/expr.ts'
import type { Symbols } from '../../calculus/tensors/symbols.ts'
import type { Axis, Typed } from '../../calculus/tensors/typed.ts'
import { canonicalName, declare, differentiate, expand, readFree, type Scope } from '../../calculus/index.ts'
import type { Question } from '../question.ts'
import { words } from '../words.ts'
import { QuestionError } from './fault.ts'
import { componentLayout, componentNames, matrixLayout, sides, vecLayout, type Arrangement, type Layout } from './layout.ts'

/** A derivative before it is laid out. */
export interface DerivativeOf {
  /** The author's function, defined names written out except `wrt`. */
  readonly f: Typed
  /** The same as it was written, defined names standing. */
  readonly written: Typed
  readonly wrt: string
  readonly input: readonly Axis[]
  /** ∂f/∂wrt, slots those of f and then those of the input; all defined names written out. */
  readonly jacobian: Expr
  readonly arrangement: Arrangement
}

/** A question, ready for answers. */
export interface Prepared {
  readonly question: Question
  /** What answers are read against: `component` names are bound. */
  readonly scope: Scope
  readonly symbols: Symbols
  /** The reference, in the layout and form that is asked; defined names written out. */
  readonly truth: Typed
  readonly derivative: DerivativeOf | null
  /** How many leading axes of the reference belong to the target. */
  readonly targetAxes: number
  /** A seed for random points, made of the question. */
  readonly seed: number
}

/** Nodes of the largest derivative that is worked with; those of the course have some dozens. */
const LARGEST = 20_000
const MOST_GIVEN = 200
const MOST_DEFINED = 100

/** The scope of a question, without its components. Throws `QuestionError` for what the author must mend. */
export function scopeOf(question: Question): Scope {
  const { given, define, f } = question
  if (Object.keys(given).length > MOST_GIVEN) throw new QuestionError('given', words.faults.manySymbols(MOST_GIVEN))
  if (Object.keys(define).length > MOST_DEFINED) throw new QuestionError('define', words.faults.manyNames(MOST_DEFINED))
  const names = componentNames(question.component) ?? []
  const { scope, problems } = declare({ given, define, ...(f === undefined ? {} : { f }), component: names })
  const [first] = problems
  if (first) throw new QuestionError(first.where, first.message, first)
  return { ...scope, summation: question.summation, layout: question.layout }
}

/** A text of the author's, in which component names may stand free. */
export function readAuthor(field: string, source: string, scope: Scope, names: readonly string[]): Typed {
  const { value, problems } = readFree(source, scope, names)
  const [first] = problems
  if (first) throw new QuestionError(field, first.message, first)
  if (!value) throw new QuestionError(field, words.faults.unreadable)
  return value
}

/** The derivative of f by `wrt` in one layout. */
export function derivativeOf(f: Typed, wrt: string, scope: Scope, arrangement: (input: readonly Axis[]) => Arrangement): { truth: Typed; derivative: DerivativeOf } {
  const info = scope.symbols.get(wrt)
  if (info?.kind === 'elementwise') throw new QuestionError('wrt', words.faults.byFunction(wrt))
  if (!info) throw new QuestionError('wrt', words.faults.undeclared(wrt))
  const own: Typed = { ...f, expr: expand(f.expr, scope, wrt) }
  const jacobian = expand(differentiate(own.expr, wrt, scope.symbols), scope)
  const laid = arrangement(info.axes)
  if (writtenOut(jacobian, LARGEST) >= LARGEST) throw new QuestionError('f', words.faults.tooLarge)
  const truth = arranged(jacobian, laid)
  return { truth, derivative: { f: own, written: f, wrt, input: info.axes, jacobian, arrangement: laid } }
}

/** The slots of a derivative put in the order of an arrangement. */
export function arranged(jacobian: Expr, laid: Arrangement): Typed {
  const same = laid.order.every((s, n) => s === n) && laid.order.length === slots(jacobian).length
  return { expr: same ? jacobian : permute(jacobian, laid.order), axes: laid.axes, free: laid.free }
}

/** The arrangement a question asks for. */
export function arrangementOf(question: Question, f: Typed, input: readonly Axis[], layout: Layout = question.layout): Arrangement {
  const names = componentNames(question.component)
  if (names) return componentLayout(f, input, names)
  return question.form === 'vec' ? vecLayout(f, input, layout) : matrixLayout(f, input, layout)
}

/** Prepares a `derivative` or an `expression`. */
export function prepare(question: Question): Prepared {
  const scope = scopeOf(question)
  const names = componentNames(question.component) ?? []
  const seed = seedOf(question)
  if (question.kind === 'derivative') {
    if (question.f === undefined) throw new QuestionError('f', words.faults.noFunction)
    if (question.wrt === undefined) throw new QuestionError('wrt', words.faults.noSymbol)
    const wrt = nameOf(question.wrt, scope)
    const f = asDeclared(question, scope) ?? readAuthor('f', question.f, scope, names)
    const { truth, derivative } = derivativeOf(f, wrt, scope, input => arrangementOf(question, f, input))
    const bound = { ...scope, components: truth.free, ...askedAtom(f, wrt, scope) }
    return { question, scope: bound, symbols: scope.symbols, truth, derivative, targetAxes: sides(f, derivative.input).target.length, seed }
  }
  return prepareExpression(question)
}

/** The author's function as it was read with the declarations, where that was done in the very scope of the question; null where it was not. */
function asDeclared({ define, component, summation, layout }: Question, scope: Scope): Typed | null {
  if (component !== undefined || summation !== 'einstein' || layout !== 'jacobian') return null
  // Where `given` has an f, there is no body of that name.
  return Object.keys(define).some(key => canonicalName(key) === 'f') ? null : scope.bodies.get('f') ?? null
}

/** The derivative that is asked, as an atom: of f, and of a symbol that f is no more than a name for. */
function askedAtom(f: Typed, wrt: string, scope: Scope): Pick<Scope, 'asked'> {
  const names = [...(scope.bodies.has('f') ? ['f'] : []), ...(f.expr.k === 'var' && f.expr.derivs.length === 0 ? [f.expr.name] : [])]
  return names.length === 0 ? {} : { asked: { names, wrt } }
}

/** Prepares a question whose reference is `value`. */
export function prepareExpression(question: Question): Prepared {
  const scope = scopeOf(question)
  const names = componentNames(question.component) ?? []
  if (typeof question.value !== 'string' && typeof question.value !== 'number') throw new QuestionError('value', words.faults.noValue)
  const value = readAuthor('value', String(question.value), scope, names)
  const truth = { ...value, expr: expand(value.expr, scope) }
  const missing = names.find(n => !truth.free.some(i => i.name === n))
  if (missing !== undefined) throw new QuestionError('component', words.faults.indexNotInValue(missing))
  return { question, scope: { ...scope, components: truth.free }, symbols: scope.symbols, truth, derivative: null, targetAxes: truth.axes.length + truth.free.length, seed: seedOf(question) }
}

/** A declared name in the spelling of the scope: `\theta` and `θ` are `theta`. */
export function nameOf(text: string, scope: Scope): string {
  const plain = text.trim()
  if (scope.symbols.has(plain)) return plain
  const { value } = readFree(plain, scope, [])
  if (value?.expr.k === 'var' && value.expr.derivs.length === 0) return value.expr.name
  throw new QuestionError('wrt', words.faults.undeclared(plain))
}

/** A seed from the text of the question (FNV-1a, 32 bits). */
export function seedOf(question: Question): number {
  let hash = 0x811c9dc5
  for (const c of JSON.stringify([question.given, question.define, question.kind, question.f, question.wrt, question.value])) {
    hash = Math.imul(hash ^ c.codePointAt(0)!, 0x01000193)
  }
  return hash >>> 0
}
