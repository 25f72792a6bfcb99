/** Showing the worked solution. */
import type { Question } from '../../checking/question.ts'
import { solutionProse } from '../../checking/solution/markdown.ts'
import { workedSolution } from '../../checking/solution/solution.ts'
import type { CallInput, CallOutput } from '../contract.ts'
import type { Desk } from '../desk.ts'
import { Refusal } from '../refusal.ts'
import { refusalWords } from '../words/index.ts'
import { placeOf } from '../show/place.ts'
import { tagsFor } from '../tags.ts'

/** The author's, else a derivative's own derivation. Refuses where there is neither; otherwise it is written down that it was shown. */
export function solution(desk: Desk, input: CallInput<'solution'>): CallOutput<'solution'> {
  const placed = desk.shelf.part(input)
  const shown = placed.part.solution ?? derivation(placed.part.question)
  if (shown === null) throw new Refusal(refusalWords.noSolution)
  const { seed = '', ...place } = placeOf(placed)
  if (input.again && desk.keeper.history({ ...place, kind: 'solution', limit: 100 }).some(event => event.seed === seed)) return { solution: shown }
  const written = desk.keeper.solution({ ...placeOf(placed), packVersion: placed.pack.version, question: placed.part.question, ms: 0, tags: tagsFor(placed, desk.zone(desk.clock())) })
  return { solution: shown, ...('notSaved' in written ? { notSaved: written.notSaved } : {}) }
}

/** Worked out by the core, each line checked. */
function derivation(question: Question): string | null {
  return question.kind === 'derivative' ? solutionProse(workedSolution(question)) : null
}
