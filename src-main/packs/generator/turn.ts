/** What becomes of a question once its answer is known: a harder one about the same function, or the same one asked otherwise. */
import { questionSchema, type Question, type QuestionInput } from '../../checking/question.ts'
import { slotNames } from './axes.ts'
import type { Turn } from './draft.ts'
import type { Tools } from './tools.ts'

export interface Turned {
  readonly question: Question
  /** The function that the first question was about, where the new one no longer shows it. */
  readonly origin: string | null
}

/** The question to be asked in place of one whose answer is `answer`; null where there is none. */
export function turnedBy(turn: Turn, question: Question, answer: string, tools: Tools): Turned | null {
  switch (turn) {
    case 'again': return again(question, tools)
    case 'entries': return entries(question, tools)
    case 'matrix': return { question: changed(question, { value: answer, form: 'matrix' }), origin: null }
    case 'lines': return lines(question, answer)
  }
}

function changed(question: Question, more: Partial<QuestionInput>): Question {
  return questionSchema.parse({ ...question, ...more })
}

/** The gradient, as a column, is differentiated once more. */
function again(question: Question, tools: Tools): Turned | null {
  const column = tools.derive(changed(question, { layout: 'denominator' }), 'matrix')
  return column === null ? null : { question: changed(question, { f: column, layout: 'jacobian' }), origin: question.f! }
}

/** The function is given by its entries. */
function entries(question: Question, tools: Tools): Turned | null {
  const target = slotNames(question).target
  const { f, given, define } = question
  const value = target.length === 0 ? f! : `(${f!})_{${target.join('')}}`
  const index = tools.derive(questionSchema.parse({ kind: 'expression', given, define, value, form: 'index', ...(target.length > 0 ? { component: target } : {}) }), 'index')
  // A function that has no other entries than itself is the same question.
  if (index === null || index === f) return null
  // The sums of the function have names of their own.
  const taken = new Set((index.match(/_(\{[^}]*\}|[a-z])/g) ?? []).join(''))
  // All entries may be one: x ./ (x ||x||) has the same at each index, which then stands nowhere.
  if (!target.every(name => taken.has(name))) return null
  const input = [...'ijklpqrmnstuv'].filter(name => !taken.has(name) && !target.includes(name) && given[name] === undefined).slice(0, slotNames(question).input.length)
  return input.length < slotNames(question).input.length ? null : { question: changed(question, { f: index, component: [...target, ...input] }), origin: null }
}

/** From `df` to the derivative times the differential of the input, line by line. */
function lines({ given, define, f, wrt }: Question, answer: string): Turned {
  const inputAxes = given[wrt!]!.split(',')[0]!.split(' of ')[0]!
  const matrix = inputAxes.includes(' x ')
  const sum = / [-+] /.test(answer.replace(/\([^()]*(\([^()]*\)[^()]*)*\)/g, '')) || answer.startsWith('-')
  const whole = sum ? `(${answer})` : answer
  const goal = matrix ? `tr(${sum || / /.test(answer) ? `(${answer})` : answer}^T d${wrt!})` : `${whole} d${wrt!}`
  return { question: questionSchema.parse({ kind: 'derivation', given, define, f, wrt, start: 'df', goal }), origin: null }
}
