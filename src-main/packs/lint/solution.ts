/** Worked solutions of an author's own: whether they come to the answer. */
import type { Exercise, Part } from '../pack.ts'
import type { PackProblem } from '../problem.ts'
import { verdictOf } from './ask.ts'
import type { Asking } from './ask.ts'
import { piecesIn } from './prose.ts'
import { sidesOf } from './sides.ts'
import { words } from './words.ts'

/** A warning where no formula of the solution, and no side of one, is accepted as the answer. Says nothing of answers that are told in words. */
export function* astraySolution(exercise: Exercise, part: Part): Asking<PackProblem[]> {
  const { solution, question } = part
  if (solution === null || (question.kind !== 'derivative' && question.kind !== 'expression')) return []
  const { formulas, code } = piecesIn(exercise, solution)
  const sides = [...formulas.map(f => f.tex), ...code].flatMap(sidesOf)
  // The answer stands at the end, as a rule.
  for (const side of new Set(sides.toReversed())) {
    if ((yield* verdictOf(question, side)).verdict === 'correct') return []
  }
  return [exercise.source.problem('solution-astray', words.solutionAstray, exercise.source.place([...part.path, 'solution']), { severity: 'warning' })]
}
