/** Worked solutions of an author's own: whether they come to the answer. */
import type { Question } from '../../checking/question.ts'
import type { Verdict } from '../../checking/verdict.ts'
import type { Exercise, Part } from '../pack.ts'
import type { PackProblem } from '../problem.ts'
import { isQuestionFault, verdictOf } from './ask.ts'
import type { Asking } from './ask.ts'
import { piecesIn } from './prose.ts'
import type { Stretch } from './prose.ts'
import { placeIn } from './safety.ts'
import { sidesOf } from './sides.ts'
import { texFault } from './tex.ts'
import { words } from './words.ts'

/**
 * A warning where no formula of the solution, and no side of one, is accepted as the answer, or as its entries where the whole is asked. Where what
 * looks like the answer cannot be read, nobody knows whether it is right, and that is told instead. Says nothing of answers that are told in words.
 */
export function* astraySolution(exercise: Exercise, part: Part): Asking<PackProblem[]> {
  const { solution, question } = part
  if (solution === null || (question.kind !== 'derivative' && question.kind !== 'expression')) return []
  const { formulas, code } = piecesIn(exercise, solution)
  const whole = { from: 0, to: solution.length }
  const all = [...formulas.map(each => ({ text: each.tex, at: each as Stretch })), ...code.map(text => ({ text, at: whole }))]
  const sides = all.flatMap(({ text, at }) => sidesOf(text).map(side => ({ side, of: text, at })))
  const seen = new Map<string, Verdict>()
  // The answer stands at the end, as a rule.
  for (const { side, of } of sides.toReversed()) {
    if (seen.has(side)) continue
    const verdict = yield* verdictOf(question, side)
    seen.set(side, verdict)
    // What the checker could not decide is not told as astray.
    if (verdict.verdict === 'correct' || verdict.verdict === 'undecided' || (yield* isEntry(question, side, of, verdict))) return []
  }
  const { source } = exercise
  const path = [...part.path, 'solution']
  // What cannot be set is told as that.
  if (formulas.some(({ tex, display }) => texFault(tex, display) !== null)) return []
  const last = all.map(each => ({ ...each, side: lastSide(each.text) })).reduce<{ side: string; at: Stretch } | null>((a, b) => (a && a.side.length > b.side.length ? a : b), null)
  const why = last && unread(seen.get(last.side))
  if (!last || why === null) return [source.problem('solution-astray', words.solutionAstray, source.place(path), { severity: 'warning' })]
  return [source.problem('solution-astray', words.solutionUnread(last.side, why), placeIn(source, path, solution, last.at), { severity: 'warning' })]
}

/** What a formula ends with, without a remark: the longest such is the answer, if anything is. */
function lastSide(formula: string): string {
  const [before, last] = sidesOf(formula).slice(-2)
  return last === undefined ? before ?? '' : last.startsWith(before!) ? before! : last
}

/** Why an answer cannot be read; null where it can, or only has indices that the question does not name. */
function unread(verdict: Verdict | undefined): string | null {
  if (verdict?.verdict !== 'invalid') return null
  return verdict.diagnosis.find(({ code }) => code !== 'unbound-index' && code !== 'form')?.message ?? null
}

/**
 * Is this side of a formula the entry of a derivative that is asked for as a whole? Its indices are named in the order in which the formula has them:
 * on the left of `\frac{\partial f_i}{\partial x_j} = …` they stand as the target's and then the input's. Where they stand alone, the alphabet may tell.
 */
function* isEntry(question: Question, side: string, formula: string, { verdict, diagnosis }: Verdict): Asking<boolean> {
  if (question.kind !== 'derivative' || question.component !== undefined || verdict !== 'invalid') return false
  if (diagnosis.length === 0 || diagnosis.some(({ code }) => code !== 'unbound-index')) return false
  const names = [...new Set(diagnosis.map(({ from, to }) => side.slice(from, to)))]
  const inFormula = names.toSorted((a, b) => indexAt(formula, a) - indexAt(formula, b))
  const orders = names.length > 1 && sidesOf(formula).length === 1 ? [inFormula, names.toSorted()] : [inFormula]
  for (const component of orders) {
    try {
      if ((yield* verdictOf({ ...question, component, form: 'any', mistakes: [] }, side)).verdict === 'correct') return true
    } catch (error) {
      // The derivative has another number of axes than the side has indices.
      if (!isQuestionFault(error)) throw error
    }
  }
  return false
}

/** Where a name stands first as an index: in a subscript. */
function indexAt(formula: string, name: string): number {
  const found = [...formula.matchAll(/_(?:\{([^{}]*)\}|(\\[A-Za-z]+|[^\\{]))/g)].find(([, group, one]) => (group ?? one)!.includes(name))
  return found ? found.index + found[0].indexOf(name) : formula.length
}
