/** What form an answer should have, in words: shown by the question. */
import type { Question } from '../../checking/question.ts'
import { unknownKind } from '../../calculus/problem.ts'
import { componentNames } from '../../checking/prepare/layout.ts'

/** One or two short sentences. */
export function asksOf(question: Question): string {
  switch (question.kind) {
    case 'derivative':
      return sentences(layoutOf(question), formOf(question))
    case 'expression':
      return sentences(entryOf(question), formOf(question))
    case 'shape':
      return question.grouping
        ? 'A shape, such as K x L, (K, L) or K x (L x K), with its groups.'
        : 'A shape, such as K x L or (K, L). Groups do not matter.'
    case 'derivation':
      return sentences('Line by line, each equal to the one before. The first line may be left out.', formOf(question))
    case 'number':
      return 'A number, or an expression that gives it.'
    case 'choice':
      return severalRight(question) ? 'Choose all that are right.' : 'Choose one.'
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
    return `Columns stacked${question.layout === 'denominator' ? ', input by target (denominator layout)' : ', target by input'}.`
  switch (question.layout) {
    case 'jacobian':
      return 'Layout: target by input (Jacobian).'
    case 'numerator':
      return 'Layout: numerator.'
    case 'denominator':
      return 'Layout: denominator.'
    default:
      return unknownKind(question.layout)
  }
}

function entryOf(question: Question): string {
  const names = componentNames(question.component) ?? []
  return names.length === 0 ? '' : `One entry, with ${names.length === 1 ? 'the index' : 'the indices'} ${names.join(', ')}.`
}

function formOf(question: Question): string {
  const sums = question.summation === 'explicit' ? 'Write every sum out.' : ''
  switch (question.form) {
    case 'any':
      return sums
    case 'matrix':
      return sentences('Without indices.', sums)
    case 'index':
      return sentences(entryOf(question) ? '' : 'With indices.', sums)
    case 'vec':
      return sums
    default:
      return unknownKind(question.form)
  }
}
