/** What form an answer should have, in words: shown by the question. */
import type { Question } from '../../checking/question.ts'
import { unknownKind } from '../../calculus/problem.ts'
import { componentNames } from '../../checking/prepare/layout.ts'
import { askWords } from '../words/index.ts'

/** One or two short sentences. */
export function asksOf(question: Question): string {
  switch (question.kind) {
    case 'derivative':
      return sentences(layoutOf(question), formOf(question))
    case 'expression':
      return sentences(entryOf(question), formOf(question))
    case 'shape':
      return question.grouping
        ? askWords.shapeGrouped
        : askWords.shape
    case 'derivation':
      return sentences(askWords.derivation, formOf(question))
    case 'number':
      return askWords.number
    case 'choice':
      return severalRight(question) ? askWords.chooseAll : askWords.chooseOne
    default:
      return unknownKind(question.kind)
  }
}

/** Whether several options of a choice are right. */
export function severalRight(question: Question): boolean {
  return Array.isArray(question.value) && question.value.length > 1
}

const sentences = (...parts: readonly string[]): string => parts.filter(part => part !== '').join(' ')

function layoutOf(question: Question): string {
  const entry = entryOf(question)
  if (entry) return entry
  if (question.form === 'vec')
    return question.layout === 'denominator' ? askWords.stackedDenominator : askWords.stacked
  switch (question.layout) {
    case 'jacobian':
      return askWords.jacobian
    case 'numerator':
      return askWords.numerator
    case 'denominator':
      return askWords.denominator
    default:
      return unknownKind(question.layout)
  }
}

function entryOf(question: Question): string {
  const names = componentNames(question.component) ?? []
  return names.length === 0 ? '' : askWords.entry(names)
}

function formOf(question: Question): string {
  const sums = question.summation === 'explicit' ? askWords.sums : ''
  switch (question.form) {
    case 'any':
      return sums
    case 'matrix':
      return sentences(askWords.withoutIndices, sums)
    case 'index':
      return sentences(entryOf(question) ? '' : askWords.withIndices, sums)
    case 'vec':
      return sums
    default:
      return unknownKind(question.form)
  }
}
