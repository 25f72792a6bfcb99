/**
 * mathjs on the part of the work that it can do: derivatives by a scalar, and whether two scalar expressions are equal. It has no derivative by an
 * array and no symbolic arrays, so that nothing else can be compared.
 */
import { derivative, parse, symbolicEqual } from 'mathjs'
import { check } from '../../src-main/checking/check.ts'
import { type Question, questionSchema } from '../../src-main/checking/question.ts'
import { type Figure, spread, times } from './figures.ts'

/** f, and right answers to its derivative by t, in the common notation of both. */
const scalars: readonly (readonly [string, string])[] = [
  ['t^3', '3 t^2'], ['2 t^2 + 3 t + 1', '4 t + 3'], ['sin(t)', 'cos(t)'], ['sin(t)^2', '2 sin(t) cos(t)'], ['t sin(t)', 'sin(t) + t cos(t)'], ['exp(2 t)', '2 exp(2 t)'], ['log(t)', '1 / t'],
  ['log(t^2 + 1)', '2 t / (1 + t^2)'], ['1 / t', '-1 / t^2'], ['sqrt(t)', '1 / (2 sqrt(t))'], ['t / (1 + t)', '1 / (1 + t)^2'], ['tanh(t)', '1 - tanh(t)^2'], ['exp(-t^2)', '-2 t exp(-t^2)'],
  ['cos(a t)', '-a sin(a t)'], ['a t^2 + b t', '2 a t + b'], ['(t + a) (t - a)', '2 t'], ['(t^2 + a)^3', '6 t (t^2 + a)^2'], ['exp(t) / (1 + exp(t))', 'exp(t) / (1 + exp(t))^2'], ['sin(t) cos(t)', 'cos(t)^2 - sin(t)^2'], ['log(a t)', '1 / t'],
]

/** Time for a derivative and a comparison, and how many right answers each knows to be right. */
export function besideMathjs(): readonly Figure[] {
  const asked = scalars.map(([f, answer]) => ({ f, answer, question: questionSchema.parse({ kind: 'derivative', given: { t: 'scalar', a: 'scalar', b: 'scalar' }, f, wrt: 't' }) }))
  const ours = ({ question, answer }: { question: Question; answer: string }): boolean => check({ ...question }, answer, { evidence: false }).verdict === 'correct'
  const theirs = ({ f, answer }: { f: string; answer: string }): boolean => {
    try {
      return symbolicEqual(derivative(f, 't'), parse(answer))
    } catch {
      return false
    }
  }
  const row = (who: string, is: (one: (typeof asked)[number]) => boolean): Figure => {
    const right = asked.filter(is).length
    return { name: `${asked.length} derivatives by a scalar, right answers checked by ${who}`, value: `${right} known to be right; ${spread(times(10 * asked.length, n => void is(asked[n % asked.length]!)))}` }
  }
  return [row('Nabla', ours), row('mathjs', theirs)]
}
