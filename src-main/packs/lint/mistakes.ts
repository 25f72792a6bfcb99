/** Mistakes that an author foresaw and that no learner will ever be told of. */
import type { Exercise, Part } from '../pack.ts'
import type { PackProblem } from '../problem.ts'
import { verdictOf } from './ask.ts'
import type { Asking } from './ask.ts'
import { words } from './words.ts'

/** A warning for each mistake that is right, cannot be read, or is told otherwise. One that is no judgement may stand beside any verdict. */
export function* idleMistakes({ source }: Exercise, part: Part): Asking<PackProblem[]> {
  const problems: PackProblem[] = []
  for (const [n, { when, say, graded }] of part.question.mistakes.entries()) {
    if (!graded) continue
    const { verdict, diagnosis: [first], sentence } = yield* verdictOf(part.question, when)
    const told = ended(first?.message ?? sentence)
    const message = verdict === 'correct' ? words.idleRight
      : verdict === 'invalid' ? words.idleUnreadable(told)
        : verdict === 'undecided' || first?.message === say ? null
          : first?.code === 'mistake' ? words.idleRepeated : words.idleOtherwise(told)
    if (message === null) continue
    problems.push(source.problem('idle-mistake', message, source.place([...part.path, 'mistakes', n, 'when']), { severity: 'warning' }))
  }
  return problems
}

/** With a full stop, where it has no end of its own. */
function ended(sentence: string): string {
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`
}
