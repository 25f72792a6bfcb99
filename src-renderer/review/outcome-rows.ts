/** Outcomes and skills as lines of a chart. */
import type { OutcomeReview } from '../state/api-types.ts'

type Judged = Pick<OutcomeReview, 'id' | 'title' | 'mastery' | 'estimate' | 'hows'>

/** How many exercises bore on it. */
export function exercisesOf({ hows }: Pick<OutcomeReview, 'hows'>): number {
  return hows.unaided + hows.hint + hows.mistakes + hows.solution + hows.open
}

export function rowOf(each: Judged) {
  const { id, title, mastery, estimate } = each
  return { id, title, mastery, estimate, exercises: exercisesOf(each) }
}

/** The estimate from which on an outcome can be secure, where one of these still falls short of it. */
export function targetOf(outcomes: readonly Pick<OutcomeReview, 'needs'>[]): number | null {
  return outcomes.flatMap(each => each.needs).find(need => need.code === 'chance')?.want ?? null
}
