/**
 * Judging a derivation: every expression against the one before it, claims by themselves, new names as they come. A wrong line does not spoil those
 * after it: each is held against what stands before it, right or wrong.
 */
import { expand, type Scope, type Typed } from '../../calculus/index.ts'
import { checkExpression } from '../kinds/expression.ts'
import type { Question } from '../question.ts'
import type { Diagnosis, LineState, Verdict } from '../verdict.ts'
import { words } from '../words.ts'
import { baseOf, type Base } from './base.ts'
import { sameForm } from './form.ts'
import { introduce } from './introduce.ts'
import { MOST_LINES, splitLines, type Line, type Piece } from './split.ts'
import { judgeClaim, judgeLine, moved, prepared } from './steps.ts'

/** What became of one line. */
export interface LineResult extends LineState { readonly diagnosis: readonly Diagnosis[] }

interface State {
  scope: Scope
  /** The introductions so far, as text. */
  names: string
  last: Typed | null
  lastText: string
  /** How many wrong lines may still be explained: a learner mends the first few. */
  explain: number
  readonly results: LineResult[]
}

const EXPLAINED = 20

/** The verdict on a derivation, `from..to` of each diagnosis in the whole answer. */
export function checkLines(question: Question, answer: string): Verdict {
  const lines = splitLines(answer)
  const empty = (): Verdict => invalid([{ code: 'syntax', message: words.empty, from: 0, to: answer.length }])
  if (lines.length === 0) return empty()
  if (lines.length > MOST_LINES) return invalid([{ code: 'syntax', message: words.tooManyLines(MOST_LINES), from: lines[MOST_LINES]!.from, to: answer.length }])
  const base = baseOf(question)
  const state = walk(question, base, lines)
  return state.results.length === 0 ? empty() : verdict(question, state, base.goal)
}

/** What became of each step so far, with what is wrong with it; none where there are too many lines. */
export function lineResults(question: Question, answer: string): readonly LineResult[] {
  const lines = splitLines(answer)
  return lines.length === 0 || lines.length > MOST_LINES ? [] : walk(question, baseOf(question), lines).results
}

function walk(question: Question, base: Base, lines: readonly Line[]): State {
  const state: State = { scope: base.scope, names: '', last: base.start, lastText: question.start ?? '', explain: EXPLAINED, results: [] }
  for (const line of lines) {
    if (line.claim) claim(question, base, state, line.claim)
    const [first, ...more] = line.steps
    const name = first && more.length > 0 && !line.goesOn ? introduce(state.scope, first, more[0]!) : null
    if (name) {
      if ('scope' in name) {
        state.scope = name.scope
        state.names += `${first!.text}=${more[0]!.text}\n`
      }
      state.results.push({ from: first!.from, to: more[0]!.from + more[0]!.text.length, state: 'scope' in name ? 'introduced' : 'unreadable', diagnosis: 'scope' in name ? [] : name.diagnosis })
      continue
    }
    for (const piece of line.steps) step(question, base, state, piece)
  }
  return state
}

function step(question: Question, base: Base, state: State, { text, from }: Piece): void {
  const explain = state.explain > 0
  const key = JSON.stringify([state.names, state.last && state.lastText, text, explain])
  const { state: found, value, diagnosis } = base.known.get(key, () => judgeLine(question, state.scope, state.last, text, explain))
  state.results.push({ from, to: from + text.length, state: found, diagnosis: moved(diagnosis, from) })
  if (found === 'wrong') state.explain--
  if (!value) return
  state.last = value
  state.lastText = text
}

function claim(question: Question, base: Base, state: State, piece: Piece): void {
  const { state: found, diagnosis } = base.known.get(JSON.stringify([state.names, 'since', piece.text]), () => judgeClaim(question, state.scope, piece))
  state.results.push({ from: piece.from, to: piece.from + piece.text.length, state: found, diagnosis: moved(diagnosis, piece.from) })
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
  const undecided: Verdict = { verdict: 'undecided', diagnosis: [], sentence: words.undecided, ...rest }
  if (state.results.some(r => r.state === 'undecided')) return undecided
  const end = state.results.at(-1)!
  const span = { from: end.from, to: end.to }
  if (!state.last) return bad([{ code: 'missing-term', message: words.goalMissing, ...span }], words.goalMissing)
  const expanded: Typed = { ...goal, expr: expand(goal.expr, state.scope) }
  const v = checkExpression(prepared(question, state.scope, expanded), state.lastText, false)
  if (v.verdict === 'undecided') return undecided
  if (v.verdict !== 'correct') return bad([{ code: 'missing-term', message: words.goalMissing, ...span }], words.goalMissing)
  if (!sameForm(state.lastText, question.goal!, state.scope)) return bad([{ code: 'form', message: words.goalForm, ...span }], words.goalForm)
  return { verdict: 'correct', proof: v.proof!, diagnosis: [], sentence: words.correct, ...rest }
}

function statesOf(results: readonly LineResult[]): LineState[] {
  return results.map(({ from, to, state }) => ({ from, to, state }))
}
