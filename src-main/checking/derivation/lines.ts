/**
 * Judging a derivation: every expression against the one before it, claims by themselves, new names as they come. A wrong line does not spoil those
 * after it: each is held against what stands before it, right or wrong.
 */
import { expand, type Scope, type Typed } from '../../calculus/index.ts'
import { checkExpression } from '../kinds/expression.ts'
import { sameAxes } from '../prepare/bridge.ts'
import type { Question } from '../question.ts'
import type { Diagnosis, LineState, Verdict } from '../verdict.ts'
import { words } from '../words.ts'
import { baseOf, type Base, type Judged } from './base.ts'
import { sameForm } from './form.ts'
import { introduce, spokenOf } from './introduce.ts'
import { MOST_LINES, splitLines, type Line, type Piece } from './split.ts'
import { gradientOf, judgeClaim, judgeLine, moved, prepared } from './steps.ts'

/** What became of one line. */
export interface LineResult extends LineState { readonly diagnosis: readonly Diagnosis[] }

/** A value that the next line may go on from. */
interface Value { readonly value: Typed; readonly text: string }

interface State {
  scope: Scope
  /** The introductions so far, as text. */
  names: string
  /** Where the derivation stands. */
  last: Value | null
  /** Where a line that speaks of a name stands, as long as the lines after it go on from it. */
  aside: Value | null
  /** How many wrong lines may still be explained: a learner mends the first few. */
  explain: number
  /** Whether what is explained is also diagnosed, which is most of the work on a wrong line. */
  readonly diagnosed: boolean
  readonly results: LineResult[]
}

const EXPLAINED = 10

/** The verdict on a derivation, `from..to` of each diagnosis in the whole answer. */
export function checkLines(question: Question, answer: string, diagnosed: boolean): Verdict {
  const lines = splitLines(answer)
  const empty = (): Verdict => invalid([{ code: 'syntax', message: words.empty, from: 0, to: answer.length }])
  if (lines.length === 0) return empty()
  if (lines.length > MOST_LINES) return invalid([{ code: 'syntax', message: words.tooManyLines(MOST_LINES), from: lines[MOST_LINES]!.from, to: answer.length }])
  const base = baseOf(question)
  const state = walk(question, base, lines, diagnosed)
  return state.results.length === 0 ? empty() : verdict(question, state, base.goal)
}

/** What became of each step so far, with what is wrong with it; none where there are too many lines. */
export function lineResults(question: Question, answer: string): readonly LineResult[] {
  const lines = splitLines(answer)
  return lines.length === 0 || lines.length > MOST_LINES ? [] : walk(question, baseOf(question), lines, true).results
}

function walk(question: Question, base: Base, lines: readonly Line[], diagnosed: boolean): State {
  const state: State = { scope: base.scope, names: '', last: base.start && { value: base.start, text: question.start! }, aside: null, explain: EXPLAINED, diagnosed, results: [] }
  for (const line of lines) {
    if (line.claim) claim(question, base, state, line.claim)
    if (!line.goesOn) state.aside = null
    const steps = named(question, base, state, line)
    if (!line.goesOn && !state.aside && steps[0] === line.steps[0]) passToGradient(question, base, state, steps[0])
    for (const piece of steps) step(question, base, state, piece)
  }
  // Where nothing else was said, what was said of a name is the derivation: f = … = ….
  if (!base.start && !state.last) state.last = state.aside
  return state
}

/** What is left of a line when a name that it introduces, or speaks of, was taken note of. */
function named(question: Question, base: Base, state: State, line: Line): readonly Piece[] {
  const [first, second, ...more] = line.steps
  if (!first || !second || line.goesOn) return line.steps
  const name = introduce(state.scope, first, second)
  if (name) {
    const span = { from: first.from, to: second.from + second.text.length }
    if ('diagnosis' in name) state.results.push({ ...span, state: 'unreadable', diagnosis: name.diagnosis })
    else {
      state.scope = name.scope
      state.names += `${first.text}=${second.text}\n`
      state.results.push({ ...span, state: 'introduced', diagnosis: [] })
      setOff(question, base, state, { value: name.value, text: second.text })
    }
    return more
  }
  const known = spokenOf(state.scope, first.text)
  if (!known || (state.last && follows(question, base, state, state.last, first.text))) return line.steps
  if (passToGradient(question, base, state, first)) return line.steps
  if (state.last) {
    state.results.push({ from: first.from, to: first.from + first.text.length, state: 'start', diagnosis: [] })
    state.aside = { value: known, text: first.text }
    return [second, ...more]
  }
  return line.steps
}

/** Where the gradient is the goal, a line of its own may give it after `df = tr(G^T dA)`, and the derivation goes on from there. Tells whether it does. */
function passToGradient(question: Question, base: Base, state: State, piece: Piece | undefined): boolean {
  const { last } = state
  if (!piece || !last || follows(question, base, state, last, piece.text)) return false
  const gradient = gradientOf(question, state.scope, last.value)
  const text = `${last.text} // gradient`
  if (!gradient || !sameAxes(gradient.axes, base.goal.axes) || !follows(question, base, state, { value: gradient, text }, piece.text, false)) return false
  state.last = { value: gradient, text }
  return true
}

/** A line that begins with a name of its own goes on by itself, or, where the name stands for what was reached, with the derivation. */
function setOff(question: Question, base: Base, state: State, value: Value): void {
  if (state.last && follows(question, base, state, state.last, value.text)) state.last = value
  else state.aside = value
}

function judged(question: Question, base: Base, state: State, last: Value | null, text: string, explain: boolean, diagnosed = state.diagnosed): Judged {
  const key = JSON.stringify([state.names, last?.text ?? null, text, explain, diagnosed])
  return base.known.get(key, () => judgeLine(question, state.scope, last?.value ?? null, text, explain, diagnosed))
}

function follows(question: Question, base: Base, state: State, last: Value, text: string, diagnosed = state.diagnosed): boolean {
  return judged(question, base, state, last, text, true, diagnosed).state === 'equal'
}

function step(question: Question, base: Base, state: State, { text, from }: Piece): void {
  const explain = state.explain > 0
  let found = judged(question, base, state, state.aside ?? state.last, text, explain)
  // After an aside the derivation itself may go on.
  const back = state.aside && state.last && found.state === 'wrong' ? judged(question, base, state, state.last, text, explain) : null
  if (back && (back.state === 'equal' || (isShape(found) && !isShape(back)))) {
    found = back
    state.aside = null
  }
  state.results.push({ from, to: from + text.length, state: found.state, diagnosis: moved(found.diagnosis, from) })
  if (found.state === 'wrong') state.explain--
  if (!found.value) return
  if (state.aside) state.aside = { value: found.value, text }
  else state.last = { value: found.value, text }
}

function isShape({ diagnosis }: Judged): boolean {
  return diagnosis.some(d => d.code === 'shape')
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
  const v = checkExpression(prepared(question, state.scope, expanded), state.last.text, false, false)
  if (v.verdict === 'undecided') return undecided
  if (v.verdict !== 'correct') return bad([{ code: 'missing-term', message: words.goalMissing, ...span }], words.goalMissing)
  if (!sameForm(state.last.text, question.goal!, state.scope)) return bad([{ code: 'form', message: words.goalForm, ...span }], words.goalForm)
  return { verdict: 'correct', proof: v.proof!, diagnosis: [], sentence: words.correct, ...rest }
}

function statesOf(results: readonly LineResult[]): LineState[] {
  return results.map(({ from, to, state }) => ({ from, to, state }))
}
