/** Showing the worked solution. */
import type { Question } from '../../checking/question.ts'
import { solutionProse } from '../../checking/solution/markdown.ts'
import { workedSolution } from '../../checking/solution/solution.ts'
import type { CallInput, CallOutput } from '../contract.ts'
import type { Desk } from '../desk.ts'
import { Refusal } from '../refusal.ts'
import { placeOf } from '../show/place.ts'

/** The author's, else a derivative's own derivation. Refuses where there is neither; otherwise it is written down that it was shown. */
export function solution(desk: Desk, input: CallInput<'solution'>): CallOutput<'solution'> {
  const placed = desk.shelf.part(input)
  const shown = placed.part.solution ?? derivation(placed.part.question)
  if (shown === null) throw new Refusal('This part has no worked solution.')
  const written = desk.keeper.solution({ ...placeOf(placed), packVersion: placed.pack.version, ms: 0 })
  return { solution: shown, ...('notSaved' in written ? { notSaved: written.notSaved } : {}) }
}

/** Worked out by the core, each line checked. */
function derivation(question: Question): string | null {
  return question.kind === 'derivative' ? solutionProse(workedSolution(question)) : null
}
