/**
 * Judging a derivation: every expression against the one before it, claims by themselves, new names as they come. A wrong line does not spoil those
 * after it: each is held against what stands before it, right or wrong.
 */
import { expand, read, type Scope, type Typed } from '../../calculus/index.ts'
import { checkExpression } from '../kinds/expression.ts'
import { readAuthor, scopeOf, seedOf, type Prepared } from '../prepare/prepare.ts'
import { QuestionError } from '../prepare/fault.ts'
import type { Question } from '../question.ts'
import type { Diagnosis, LineState, Verdict } from '../verdict.ts'
import { words } from '../words.ts'
import { withDifferentials } from './differentials.ts'
import { sameForm } from './form.ts'
import { claimScope } from './claims.ts'
import { introduce } from './introduce.ts'
import { MOST_LINES, splitEquals, splitLines, type Piece } from './split.ts'

/** What became of one line. */
export interface LineResult extends LineState { readonly diagnosis: readonly Diagnosis[] }

interface State { scope: Scope; last: Typed | null; lastText: string; readonly results: LineResult[]; carried: boolean }

/** The verdict on a derivation, `from..to` of each diagnosis in the whole answer. */
export function checkLines(question: Question, answer: string): Verdict {
  const scope = withDifferentials(scopeOf(question), question)
  const goal = question.goal === undefined ? null : readAuthor('goal', question.goal, scope, [])
  const start = question.start === undefined ? null : readAuthor('start', question.start, scope, [])
  if (!goal) throw new QuestionError('goal', 'A derivation needs `goal`.')
  const lines = splitLines(answer)
  if (lines.length === 0) return invalid([{ code: 'syntax', message: words.empty, from: 0, to: answer.length }])
  if (lines.length > MOST_LINES) return invalid([{ code: 'syntax', message: words.tooManyLines(MOST_LINES), from: lines[MOST_LINES]!.from, to: answer.length }])
  const state: State = { scope, last: start && { ...start, expr: expand(start.expr, scope) }, lastText: question.start ?? '', results: [], carried: false }
  for (const line of lines) {
    if (line.claim) claim(question, state, line.claim)
    const [first, ...more] = line.steps
    const name = first && more.length > 0 && !line.goesOn ? introduce(state.scope, first, more[0]!) : null
    if (name) {
      if ('scope' in name) state.scope = name.scope
      state.results.push({ from: first!.from, to: more[0]!.from + more[0]!.text.length, state: 'scope' in name ? 'introduced' : 'unreadable', diagnosis: 'scope' in name ? [] : name.diagnosis })
      continue
    }
    for (const piece of line.steps) step(question, state, piece)
  }
  return verdict(question, state, goal)
}

function prepared(question: Question, scope: Scope, truth: Typed): Prepared {
  const { mistakes: _, form: __, ...rest } = question
  return { question: { ...rest, kind: 'expression', form: 'any', mistakes: [] }, scope, symbols: scope.symbols, truth, derivative: null, targetAxes: truth.axes.length, seed: seedOf(question) }
}

/** One expression: equal to the one before, or why not. */
function step(question: Question, state: State, piece: Piece): void {
  const { text, from } = piece
  const to = from + text.length
  const reading = read(text, state.scope, state.last ? { expected: state.last.axes } : {})
  if (!reading.value) {
    const verdict = checkExpression(prepared(question, state.scope, state.last ?? { expr: { k: 'add', terms: [], dims: [] }, axes: [], free: [] }), text, false)
    state.results.push({ from, to, state: 'unreadable', diagnosis: moved(verdict.diagnosis, from) })
    return
  }
  const value: Typed = { ...reading.value, expr: expand(reading.value.expr, state.scope) }
  if (!state.last) state.results.push({ from, to, state: 'start', diagnosis: [] })
  else {
    const v = checkExpression(prepared(question, state.scope, state.last), text, false)
    if (v.verdict === 'correct') state.results.push({ from, to, state: 'equal', diagnosis: [] })
    else {
      const found = moved(v.diagnosis, from)
      state.results.push({ from, to, state: 'wrong', diagnosis: found.length > 0 ? found : [{ code: 'order', message: words.lineDiffers, from, to }] })
      state.carried = true
    }
  }
  state.last = value
  state.lastText = text
}

/** `since a = b`: both sides are held against each other. */
function claim(question: Question, state: State, piece: Piece): void {
  const sides = splitEquals(piece.text)
  const [left, right] = sides
  const whole = { from: piece.from, to: piece.from + piece.text.length }
  if (!left || !right || sides.length > 2) return void state.results.push({ ...whole, state: 'unreadable', diagnosis: [{ code: 'syntax', message: words.claimForm, ...whole }] })
  const offset = piece.from + left.from
  const scope = claimScope(state.scope, left.text, right.text)
  const reading = read(left.text, scope)
  if (!reading.value) return void state.results.push({ ...whole, state: 'unreadable', diagnosis: moved(reading.problems.map(p => ({ code: 'syntax', message: p.message, from: p.from, to: p.to })), offset) })
  const truth: Typed = { ...reading.value, expr: expand(reading.value.expr, scope) }
  const v = checkExpression(prepared(question, scope, truth), right.text, false)
  const at = piece.from + right.from
  if (v.verdict === 'correct') state.results.push({ ...whole, state: 'claim', diagnosis: [] })
  else if (v.verdict === 'invalid') state.results.push({ ...whole, state: 'unreadable', diagnosis: moved(v.diagnosis, at) })
  else state.results.push({ ...whole, state: 'wrong', diagnosis: [{ code: v.diagnosis[0]?.code ?? 'order', message: words.claimFalse, ...whole }] })
}

function moved(list: readonly Diagnosis[], by: number): Diagnosis[] {
  return list.map(({ mend, ...d }) => ({ ...d, from: d.from + by, to: d.to + by, ...(mend && { mend: { ...mend, from: mend.from + by, to: mend.to + by } }) }))
}

function invalid(diagnosis: readonly Diagnosis[]): Verdict {
  return { verdict: 'invalid', diagnosis, sentence: words.invalid, notes: [] }
}

function verdict(question: Question, state: State, goal: Typed): Verdict {
  const rest = { notes: [], lines: statesOf(state.results) }
  const unreadable = state.results.filter(r => r.state === 'unreadable').flatMap(r => r.diagnosis)
  if (unreadable.length > 0) return { ...invalid(unreadable), ...rest }
  const wrong = state.results.filter(r => r.state === 'wrong').flatMap(r => r.diagnosis)
  const bad = (diagnosis: readonly Diagnosis[], sentence: string): Verdict => ({ verdict: 'incorrect', proof: 'counterexample', diagnosis, sentence: `${words.incorrect} ${sentence}`, ...rest })
  if (wrong.length > 0) return bad(wrong, wrong.length > 1 ? words.linesWrong(wrong.length) : words.lineWrong)
  const end = state.results.at(-1)!
  const span = { from: end.from, to: end.to }
  if (!state.last) return bad([{ code: 'missing-term', message: words.goalMissing, ...span }], words.goalMissing)
  const expanded: Typed = { ...goal, expr: expand(goal.expr, state.scope) }
  const v = checkExpression(prepared(question, state.scope, expanded), state.lastText, false)
  if (v.verdict !== 'correct') return bad([{ code: 'missing-term', message: words.goalMissing, ...span }], words.goalMissing)
  if (!sameForm(state.lastText, question.goal!, state.scope)) return bad([{ code: 'form', message: words.goalForm, ...span }], words.goalForm)
  return { verdict: 'correct', proof: v.proof!, diagnosis: [], sentence: words.correct, ...rest }
}

function statesOf(results: readonly LineResult[]): LineState[] {
  return results.map(({ from, to, state }) => ({ from, to, state }))
}
