/** Questions with options: the answer is the ids of those chosen, by commas. */
import { QuestionError } from '../prepare/fault.ts'
import type { Question } from '../question.ts'
import type { Verdict } from '../verdict.ts'
import { words } from '../words.ts'

export function checkChoice(question: Question, answer: string): Verdict {
  const ids = (question.options ?? []).map(o => o.id)
  const wanted = Array.isArray(question.value) ? question.value : typeof question.value === 'string' ? split(question.value).map(p => p.text) : []
  if (ids.length === 0) throw new QuestionError('options', words.faults.noOptions)
  const stray = wanted.find(id => !ids.includes(id))
  if (stray !== undefined) throw new QuestionError('value', words.faults.noOption(stray))
  const chosen = split(answer)
  if (chosen.length === 0) return invalid('syntax', words.empty, 0, answer.length)
  const unknown = chosen.find(c => !ids.includes(c.text))
  if (unknown) return invalid('unknown-name', words.notAnOption(unknown.text, ids.join(', ')), unknown.from, unknown.to)
  const set = new Set(chosen.map(c => c.text))
  const right = set.size === new Set(wanted).size && wanted.every(id => set.has(id))
  if (right) return { verdict: 'correct', proof: 'symbolic', diagnosis: [], sentence: words.correct, notes: [] }
  const mistake = question.mistakes.find(m => {
    const when = new Set(split(m.when).map(p => p.text))
    return when.size === set.size && [...when].every(id => set.has(id))
  })
  const code = mistake ? 'mistake' : [...set].every(id => wanted.includes(id)) ? 'missing-term' : wanted.every(id => set.has(id)) ? 'extra-term' : null
  const message = mistake ? mistake.say : code === 'missing-term' ? words.choiceMissing : code === 'extra-term' ? words.choiceTooMuch : ''
  const diagnosis = code ? [{ code, message, from: 0, to: answer.length } as const] : []
  return { verdict: 'incorrect', proof: 'counterexample', diagnosis, sentence: `${words.incorrect} ${message}`.trim(), notes: [] }
}

function invalid(code: 'syntax' | 'unknown-name', message: string, from: number, to: number): Verdict {
  return { verdict: 'invalid', diagnosis: [{ code, message, from, to }], sentence: words.invalid, notes: [] }
}

/** The ids between commas, with their places. */
function split(text: string): { text: string; from: number; to: number }[] {
  return [...text.matchAll(/[^,]+/g)].flatMap(m => {
    const trimmed = m[0].trim()
    const from = m.index + m[0].indexOf(trimmed)
    return trimmed === '' ? [] : [{ text: trimmed, from, to: from + trimmed.length }]
  })
}
