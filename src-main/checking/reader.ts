/**
 * How an answer reads, from no more than what stands on the sheet of its question: so it can be read where it is typed, key by key, and the
 * reference stays with the checker. Never a judgement.
 */
import { declare, read, showAxes, typeset, typesetParts, type Axis, type FreeIndex, type Scope } from '../calculus/index.ts'
import type { Prepared } from './prepare/prepare.ts'
import { componentNames } from './prepare/layout.ts'
import type { Question } from './question.ts'
import type { Diagnosis, ReadingReport } from './verdict.ts'

/** What answers to a question are read against, as plain data: its declarations, the names that it binds, and the shape that it asks for. No reference. */
export interface ReadingScope {
  readonly given: Question['given']
  readonly define: Question['define']
  readonly f?: string
  /** The names in `component`: free indices of `f`. */
  readonly names: readonly string[]
  readonly summation: Question['summation']
  readonly layout: Question['layout']
  /** The free indices of an answer with the size of each. */
  readonly components: readonly FreeIndex[]
  /** The axes of an answer. */
  readonly expected: readonly Axis[]
  /** The derivative that is asked, which no answer may name. */
  readonly asked?: NonNullable<Scope['asked']>
}

/** What the answers to a prepared question are read against. */
export function readingScopeOf({ question, scope, truth }: Prepared): ReadingScope {
  const { given, define, f, summation, layout } = question
  return {
    given, define, ...(f === undefined ? {} : { f }), names: componentNames(question.component) ?? [], summation, layout, components: scope.components, expected: truth.axes,
    ...(scope.asked && { asked: scope.asked }),
  }
}

/** Reads answers against this, in the language that is spoken when one is read. */
export function readerOf(reading: ReadingScope): (answer: string) => ReadingReport {
  const { given, define, f, names, summation, layout, components, expected, asked } = reading
  const declared = declare({ given, define, ...(f === undefined ? {} : { f }), component: names }).scope
  const scope: Scope = { ...declared, summation, layout, components, ...(asked && { asked }) }
  return answer => readIn(scope, expected, answer)
}

/** How an answer reads in a scope. `expected`: the axes that are asked for. */
export function readIn(scope: Scope, expected: readonly Axis[], answer: string): ReadingReport {
  if (answer.trim() === '') return { problems: [], notes: [], parts: [] }
  const reading = read(answer, scope, { expected })
  const problems = reading.problems.map(({ code, message, from, to, mend }): Diagnosis => ({
    code: code === 'component-size' ? 'shape' : code, message, from, to, ...(mend && { mend }),
  }))
  const { latex, speech } = typeset(reading)
  return {
    problems, notes: reading.notes.map(n => n.message), latex, speech, parts: reading.parts, latexMarked: typesetParts(reading),
    ...(reading.value && { shape: showAxes(reading.value.axes) }),
  }
}
