/** Whether a draft is worth asking: it can be asked and answered, the answer is proved, and neither is trivial or a monster. */
import type { Question } from '../../checking/question.ts'
import type { Level } from './draft.ts'
import type { Tools } from './tools.ts'

/** Why a draft is thrown away. `unconfirmed` is a fault of the checker or the printer; the others are the lot of a draft. */
export type Refused = 'drafted' | 'long-function' | 'long-answer' | 'no-answer' | 'trivial' | 'unconfirmed'
export interface Worth { readonly answer: string }

/** Characters that function and answer may have, by level. */
const longest: Readonly<Record<Level, readonly [number, number]>> = { 1: [28, 44], 2: [34, 58], 3: [42, 74], 4: [48, 88], 5: [56, 100] }

/** The answer of a question that is worth asking, or why it is not. Whatever a tool throws is thrown: the draft should not have been made. */
export function worthOf(question: Question, level: Level, tools: Tools): Worth | Refused {
  const [function_, answer_] = longest[level]
  const f = String(question.f ?? question.value ?? (question.kind === 'shape' ? question.of : ''))
  if (f.length > function_) return 'long-function'
  const most = answer_ + (question.kind === 'derivation' ? 12 : 0)
  const answer = question.kind === 'derivation' ? question.goal! : printed(question, tools, most)
  if (answer === null) return 'no-answer'
  if (answer === tooLong || answer.length > most) return 'long-answer'
  if (question.kind !== 'shape' && (!holdsSymbol(answer, question) || answer === question.value || answer === f)) return 'trivial'
  if ((question.component !== undefined || question.form === 'index') && !answer.includes('_')) return 'trivial'
  const verdict = tools.check(question, answer)
  // What cancels is zero in disguise: the direction of a vector that only grows.
  if (/ - /.test(answer) && tools.isZero(question)) return 'trivial'
  const compared = question.kind === 'shape' || question.kind === 'derivation' || (verdict.numeric?.points ?? 0) > 0
  return verdict.verdict === 'correct' && compared ? { answer } : 'unconfirmed'
}

const tooLong = Symbol('an answer that is too long')

function printed(question: Question, tools: Tools, most: number): string | null | typeof tooLong {
  try {
    return tools.derive(question, question.component !== undefined || question.form === 'index' ? 'index' : 'matrix', most)
  } catch (error) {
    if (error instanceof Error && error.name === 'AnswerTooLong') return tooLong
    throw error
  }
}

/** A derivative that is a number, an identity or made of ones says nothing of the function. */
function holdsSymbol(answer: string, question: Question): boolean {
  const names = new Set([...Object.keys(question.given), ...Object.keys(question.define)])
  const plain = answer.replace(/\b(delta|[1I])_(\{[^}]*\}|\w)|"[^"]*"/g, ' ').replace(/_(\{[^}]*\}|[A-Za-z])/g, ' ')
  return (plain.match(/[A-Za-z]+/g) ?? []).some(word => names.has(word) || [...names].some(n => word === `d${n}` || word === n))
}
