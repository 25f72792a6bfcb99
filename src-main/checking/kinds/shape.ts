/** Questions for a shape, with its grouping: (target) × (input). */
import { read, slotsOf, type Axis, type Scope, type Typed } from '../../calculus/index.ts'
import { QuestionError } from '../prepare/fault.ts'
import { matrixLayout, sides, vecLayout } from '../prepare/layout.ts'
import { readAuthor, scopeOf } from '../prepare/prepare.ts'
import type { Question } from '../question.ts'
import type { Diagnosis, ReadingReport, Verdict } from '../verdict.ts'
import { words } from '../words.ts'
import { axisKey, flat, isTuple, readShape, ShapeFault, type ShapeNode } from './shapeText.ts'

/** Groups of axes, and all axes in order with those of size 1 that may be written or left out. */
interface Reference { readonly groups: readonly (readonly Axis[])[]; readonly padded: readonly Axis[]; readonly text: string }

/** The verdict on a shape. */
export function checkShape(question: Question, answer: string): Verdict {
  const scope = scopeOf(question)
  const reference = referenceOf(question, scope)
  let yours: ShapeNode
  try {
    yours = readShape(answer, axisNames(scope))
  } catch (error) {
    if (!(error instanceof ShapeFault)) throw error
    return { verdict: 'invalid', diagnosis: [error.fault], sentence: words.invalid, notes: [] }
  }
  const fault = mismatch(yours, reference, question.grouping)
  const shape = showNode(yours)
  if (!fault) return { verdict: 'correct', proof: 'symbolic', diagnosis: [], sentence: words.correct, notes: [], shape }
  const foreseen = question.mistakes.find(m => sameShapeText(m.when, shape, axisNames(scope)))
  const message = foreseen?.say ?? fault
  const diagnosis: Diagnosis = { code: foreseen ? 'mistake' : 'shape', message, from: answer.length - answer.trimStart().length, to: answer.trimEnd().length }
  return { verdict: 'incorrect', proof: 'counterexample', diagnosis: [diagnosis], sentence: `${words.incorrect} ${message}`, notes: [], shape }
}

function axisNames(scope: Scope): Set<string> {
  const names = new Set<string>()
  for (const s of scope.symbols.values()) for (const d of slotsOf(s)) if (typeof d === 'string') for (const n of d.split(/[+*]/)) if (!/^\d+$/.test(n)) names.add(n)
  return names
}

/** The reference, as text; the author's tests and the library show it. */
export function shapeReference(question: Question): string {
  return referenceOf(question, scopeOf(question)).text
}

function referenceOf(question: Question, scope: Scope): Reference {
  if (question.of !== undefined) return fromOf(question, question.of, scope)
  if (typeof question.value !== 'string' && typeof question.value !== 'number') throw new QuestionError('value', words.faults.noShape)
  try {
    const node = readShape(String(question.value), axisNames(scope))
    const groups = 'axis' in node ? [[node.axis]] : node.group.some(g => !('axis' in g)) || !node.tuple ? node.group.map(flat) : node.group.map(g => flat(g))
    return made(groups)
  } catch (error) {
    if (error instanceof ShapeFault) throw new QuestionError('value', error.fault.message, error.fault)
    throw error
  }
}

/** The shape of an expression, or of a derivative: target × input. */
function fromOf(question: Question, of: string, scope: Scope): Reference {
  const asked = derivativeIn(question, of, scope)
  if (!asked) {
    const value = readAuthor('of', of, scope, [])
    const axes = value.axes.length === 0 ? [[], []] : value.axes.length === 1 ? [value.axes[0]!, []] : value.axes
    return made(axes.map(a => [a]))
  }
  const { f, input } = asked
  if (asked.vec || question.form === 'vec') {
    const laid = vecLayout(f, input, question.layout).axes
    return made([[laid[0] ?? []], [laid[1] ?? []]])
  }
  const { target, input: by } = sides(f, input)
  const laid = matrixLayout(f, input, question.layout).axes
  if (target.length <= 1 && by.length <= 1) return made([[laid[0] ?? []], [laid[1] ?? []]])
  const dims = (groups: typeof target): Axis[] => (groups.length === 0 ? [[]] : groups.map(g => g.map(s => s.dim)))
  // Beside an input of two axes, a scalar is also 1 x 1; a vector is a column on either side.
  const column = (groups: typeof target): Axis[] => [...groups.map(g => g.map(s => s.dim)), ...Array.from({ length: Math.max(0, 2 - groups.length) }, (): Axis => [])]
  if (target.length === 0) return made([[[]], laid.map(a => a)], [[], [], ...laid])
  return made([dims(target), dims(by)], [...column(target), ...column(by)])
}

const mark = String.raw`(?:d|∂|\\partial\b|\\mathrm\s*\{d\})\s*`
const overSlash = new RegExp(String.raw`^\s*${mark}(.+?)\s*/\s*${mark}(.+?)\s*$`, 'ds')
const inFraction = new RegExp(String.raw`^\s*\\[dt]?frac\s*\{\s*${mark}(.+)\}\s*\{\s*${mark}(.+?)\s*\}\s*$`, 'ds')
const stacked = /^\s*(?:vec|\\(?:operatorname|mathrm)\s*\{vec\})\s*\(([^]*)\)\s*$/d

/** What is differentiated by an array of which axes. `vec`: both sides stand in vec. */
interface Asked { readonly f: Typed; readonly input: readonly Axis[]; readonly vec: boolean }

/** `df/dA`, `d(A x)/dA`, `dvec(A x)/dvec(A)`; null where it is no derivative by a declared array. Throws `QuestionError` for what cannot be read above it. */
function derivativeIn(question: Question, of: string, scope: Scope): Asked | null {
  const found = overSlash.exec(of) ?? inFraction.exec(of)
  if (!found || scope.symbols.has('d')) return null
  const [above, below] = [stacked.exec(found[1]!), stacked.exec(found[2]!)]
  const vec = above !== null && below !== null
  const input = read(vec ? below[1]! : found[2]!, scope).value
  if (input?.expr.k !== 'var' || input.expr.derivs.length > 0 || input.free.length > 0) return null
  const source = vec ? above[1]! : found[1]!
  if (source.trim() === 'f' && question.f !== undefined) return { f: readAuthor('f', question.f, scope, []), input: input.axes, vec }
  const { value, problems } = read(source, scope)
  const from = found.indices![1]![0] + (vec ? above.indices![1]![0] : 0)
  const [first] = problems
  if (first) throw new QuestionError('of', first.message, { from: first.from + from, to: first.to + from })
  return value && { f: value, input: input.axes, vec }
}

function made(groups: readonly (readonly Axis[])[], padded: readonly Axis[] = groups.flat()): Reference {
  return { groups, padded, text: showGroups(groups) }
}

function sameShapeText(when: string, shape: string, names: ReadonlySet<string>): boolean {
  try {
    return showNode(readShape(when, names)) === shape
  } catch (error) {
    if (error instanceof ShapeFault) return false
    throw error
  }
}

/** How a shape reads so far. */
export function shapeReport(question: Question, answer: string): ReadingReport {
  try {
    const shape = showNode(readShape(answer, axisNames(scopeOf(question))))
    const latex = shape.replaceAll(' x ', ' \\times ').replaceAll('*', ' ')
    return { problems: [], notes: [], parts: [], latex, speech: shape.replaceAll(' x ', words.shapeBy), shape }
  } catch (error) {
    if (error instanceof ShapeFault) return { problems: [error.fault], notes: [], parts: [] }
    throw error
  }
}

/** Why an answer is not the reference; null where it is. */
function mismatch(yours: ShapeNode, reference: Reference, grouping: boolean): string | null {
  const own = flat(yours).map(axisKey)
  const wanted = reference.groups.flat().map(axisKey)
  const long = (keys: readonly string[]) => keys.filter(k => k !== '1')
  if (long(own).join(' ') !== long(wanted).join(' ')) {
    return [...long(own)].sort().join(' ') === [...long(wanted)].sort().join(' ') ? words.axesOrder : words.axesOther
  }
  if (!isSubsequence(own, reference.padded.map(axisKey))) return words.axisOfOne
  if (!grouping) return null
  const groups = reference.groups.map(g => long(g.map(axisKey))).filter(g => g.length > 0)
  const yourGroups = groupsOf(yours)
  if (splits(yours, groups)) return words.groupedOtherwise
  if (isTuple(yours)) return null
  if (groups.length <= 1 || groups.every(g => g.length === 1)) return yourGroups.length <= 1 || yourGroups.every(g => g.length === 1) ? null : words.groupedOtherwise
  return JSON.stringify(groups) === JSON.stringify(yourGroups) ? null : words.groupingMissing
}

/** Does a bracket of several axes hold neither a whole group nor everything: ((M, M), N), (1 x M) x N? */
function splits(yours: ShapeNode, groups: readonly (readonly string[])[]): boolean {
  if ('axis' in yours) return false
  const whole = [groups.flat(), ...groups].map(g => g.join(' '))
  return yours.group.some(g => {
    const own = flat(g).map(axisKey)
    const long = own.filter(k => k !== '1').join(' ')
    return own.length > 1 && long !== '' && !whole.includes(long)
  })
}

function groupsOf(yours: ShapeNode): string[][] {
  const parts = 'axis' in yours ? [yours] : yours.group
  return parts.map(p => flat(p).map(axisKey).filter(k => k !== '1')).filter(g => g.length > 0)
}

/** `own` arises from `all` by leaving out axes of size 1. */
function isSubsequence(own: readonly string[], all: readonly string[]): boolean {
  let at = 0
  for (const k of own) {
    while (at < all.length && all[at] !== k) {
      if (all[at] !== '1') return false
      at++
    }
    if (at++ >= all.length) return own.every(x => x === '1') && all.every(x => x === '1')
  }
  return true
}

function showGroups(groups: readonly (readonly Axis[])[]): string {
  return groups.map(g => (g.length > 1 ? `(${g.map(axisKey).join(' x ')})` : axisKey(g[0] ?? []))).join(' x ')
}

function showNode(s: ShapeNode): string {
  if ('axis' in s) return axisKey(s.axis)
  return s.group.map(g => ('axis' in g ? axisKey(g.axis) : `(${showNode(g)})`)).join(' x ')
}
