/** Do two answers to one question say the same? Then the second is no new attempt. */
import { equalByNormalForm } from '../calculus/index.ts'
import { readAnswer, toRead } from './kinds/expression.ts'
import { prepareOnce } from './prepared.ts'
import { sameAxes } from './prepare/bridge.ts'
import { check } from './check.ts'
import type { Question } from './question.ts'

/** `true` where both can be read and are proved equal; an answer of another kind of question only where its verdict has the same shape and slip. */
export function sameAnswer(question: Question, a: string, b: string): boolean {
  if (question.kind === 'derivative' || question.kind === 'expression') {
    const p = prepareOnce(question)
    const [x, y] = [readAnswer(p, a), readAnswer(p, b)]
    if (!x.value || !y.value) return false
    const [left, right] = [toRead(p, a, x), toRead(p, b, y)]
    return sameAxes(left.axes, right.axes) && equalByNormalForm(left.raw, right.raw, p.symbols) === 'equal'
  }
  if (question.kind === 'shape') {
    const [x, y] = [check(question, a), check(question, b)]
    return x.shape !== undefined && x.shape === y.shape
  }
  if (question.kind === 'choice') {
    const ids = (text: string) => [...new Set(text.split(',').map(t => t.trim()).filter(t => t !== ''))].sort().join()
    return ids(a) === ids(b)
  }
  return a.trim() === b.trim()
}
