/** Mistakes that an author foresaw and that no learner will ever be told of. */
import type { Exercise, Part } from '../pack.ts'
import type { PackProblem } from '../problem.ts'
import { verdictOf } from './ask.ts'
import type { Asking } from './ask.ts'

/** A warning for each mistake that is right, cannot be read, or is told otherwise. One that is no judgement may stand beside any verdict. */
export function* idleMistakes({ source }: Exercise, part: Part): Asking<PackProblem[]> {
  const problems: PackProblem[] = []
  for (const [n, { when, say, graded }] of part.question.mistakes.entries()) {
    if (!graded) continue
    const { verdict, diagnosis: [first], sentence } = yield* verdictOf(part.question, when)
    const why = verdict === 'correct' ? 'this answer is right'
      : verdict === 'invalid' ? `this answer cannot be read: ${first?.message ?? sentence}`
        : verdict === 'undecided' || first?.message === say ? null
          : first?.code === 'mistake' ? 'a mistake before it is the same answer' : `what is said to this answer is: ${first?.message ?? sentence}`
    if (why === null) continue
    const message = `What you foresee here is never said, because ${why}${/[.!?]$/.test(why) ? '' : '.'}`
    problems.push(source.problem('idle-mistake', message, source.place([...part.path, 'mistakes', n, 'when']), { severity: 'warning' }))
  }
  return problems
}
