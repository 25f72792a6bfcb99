/** Hints that give the answer away. */
import type { Exercise, Part } from '../pack.ts'
import type { PackProblem } from '../problem.ts'
import { verdictOf } from './ask.ts'
import type { Asking } from './ask.ts'
import { piecesIn } from './prose.ts'
import { placeIn } from './safety.ts'
import { hintProse } from './texts.ts'
import { sidesOf } from './sides.ts'
import { words } from './words.ts'

/** A warning for each hint one of whose formulas, or one side of one, the checker accepts as an answer. */
export function* tellingHints(exercise: Exercise, part: Part): Asking<PackProblem[]> {
  if (part.question.kind === 'choice' || part.question.kind === 'derivation') return []
  const problems: PackProblem[] = []
  for (const { path, prose } of hintProse(part)) {
    const { formulas, code } = piecesIn(exercise, prose)
    const whole = { from: 0, to: prose.length }
    for (const { text, at } of [...formulas.map(f => ({ of: f.tex, at: f })), ...code.map(of => ({ of, at: whole }))].flatMap(({ of, at }) => tellingSides(of, part.question.kind === 'number').map(text => ({ text, at })))) {
      if ((yield* verdictOf(part.question, text)).verdict !== 'correct') continue
      problems.push(exercise.source.problem('hint-tells', words.hintTells(text), placeIn(exercise.source, path, prose, at), { severity: 'warning' }))
      break
    }
  }
  return problems
}

/** `\frac{\partial f}{\partial x}` by itself: what is asked, not what it is. */
const loneAtom = /^\\frac\{\\(partial|mathrm\{d\})[^+-]*\}\{\\(partial|mathrm\{d\})[^+-]*\}$/

/** What of a formula could be copied. A lone name, number or derivative tells nothing, unless a number is asked: it may well be part of the question. */
function tellingSides(formula: string, numbers: boolean): string[] {
  return sidesOf(formula).filter(text => (numbers || !/^(\\?[A-Za-z]+|\d+)('|\^T)?$/.test(text)) && !loneAtom.test(text))
}
