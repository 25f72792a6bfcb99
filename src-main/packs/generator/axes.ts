/** How the names of a question's component are shared out between the function and the input. */
import type { Question } from '../../checking/question.ts'

/** `component` of a generated derivative: first the names of the function's axes, then those of the input. */
export function slotNames({ given, wrt = '', component }: Question): { readonly target: readonly string[]; readonly input: readonly string[] } {
  const names = component === undefined ? [] : [...component]
  const shape = (given[wrt] ?? '').split(',')[0]!.split(' of ')[0]!.trim()
  const inputs = shape === 'scalar' ? 0 : shape.split(' x ').length
  return { target: names.slice(0, names.length - inputs), input: names.slice(names.length - inputs) }
}
