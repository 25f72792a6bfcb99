/** Hints that give the answer away. */
import type { Exercise, Part } from '../pack.ts'
import type { PackProblem } from '../problem.ts'
import type { LintChecker } from './index.ts'
import { piecesOf } from './prose.ts'
import { hintProse } from './texts.ts'

/** A warning for each hint one of whose formulas, or one side of one, the checker accepts as an answer. */
export function tellingHints({ source }: Exercise, part: Part, checker: LintChecker): PackProblem[] {
  if (part.question.kind === 'choice' || part.question.kind === 'derivation') return []
  return hintProse(part).flatMap(({ path, prose }) => {
    const { formulas, code } = piecesOf(prose)
    const told = [...formulas.map(f => f.tex), ...code]
      .flatMap(sidesOf)
      .find(text => checker.check(part.question, text).verdict === 'correct')
    return told === undefined
      ? []
      : [
          source.problem('hint-tells', `This hint gives the answer away: \`${told}\` is accepted.`, source.place(path), {
            severity: 'warning',
          }),
        ]
  })
}

/** `\frac{\partial f}{\partial x}` by itself: what is asked, not what it is. */
const loneAtom = /^\\frac\{\\(partial|mathrm\{d\})[^+-]*\}\{\\(partial|mathrm\{d\})[^+-]*\}$/

/** A formula and each side of its equations. A lone name, number or derivative tells nothing: it may well be part of the question. */
function sidesOf(formula: string): string[] {
  const sides = formula.split('=').map(side => side.trim().replace(/[.,;]$/, ''))
  return [...new Set([formula, ...sides])].filter(text => text !== '' && !/^(\\?[A-Za-z]+|\d+)('|\^T)?$/.test(text) && !loneAtom.test(text))
}
