/** Mistakes that the author of the question foresaw: answers that are matched up to equality. */
import { readAnswer, toRead } from '../kinds/expression.ts'
import { sameAxes } from '../prepare/bridge.ts'
import type { Diagnosis } from '../verdict.ts'
import type { Wrong } from './wrong.ts'

export function mistake(w: Wrong): Diagnosis | null {
  const { prepared, axes, expr } = w.found
  for (const { when, say, graded } of prepared.question.mistakes) {
    const reading = readAnswer(prepared, when)
    if (!reading.value) continue
    const foreseen = toRead(prepared, when, reading)
    if (sameAxes(foreseen.axes, axes) && w.is(expr, foreseen.expr)) return { ...w.say('mistake', say), ...(graded ? {} : { ungraded: true as const }) }
  }
  return null
}
