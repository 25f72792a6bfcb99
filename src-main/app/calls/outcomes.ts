/** Outcomes and skills, how secure each is, and the evidence. */
import { dayOf, estimateNow, hows, modelName, modelSource, needsOf, stageOf } from '../../progress/index.ts'
import type { How, Mastery } from '../../progress/index.ts'
import { partSkills, skills, type Skill } from '../../packs/skills.ts'
import type { CallInput, CallOutput } from '../contract.ts'
import type { Desk } from '../desk.ts'
import { iso, titlesOf } from '../show/attempts.ts'
import { library } from './library.ts'
import { skillTitle } from '../words/skills.ts'

type Outcomes = CallOutput<'outcomes'>
type OutcomeReview = Outcomes['outcomes'][number]

export function outcomes(desk: Desk, _: CallInput<'outcomes'>): Outcomes {
  const { keeper, clock } = desk
  const now = clock()
  const states = keeper.review(store => store.review.masteries('outcome'), new Map<string, Mastery>())
  const ofSkills = keeper.review(store => store.review.masteries('skill'), new Map<string, Mastery>())
  return {
    learner: keeper.learner, at: iso(now), model: { name: modelName, source: modelSource },
    outcomes: library(desk, {}).outcomes.map(({ id, title, parts, right }): OutcomeReview => {
      const mastery = states.get(id) ?? null
      const estimate = estimateNow(mastery, now)
      return {
        ...common(mastery, now), id, title, parts, right, mixed: mastery?.mixed ?? 0, mixedDays: mastery?.days.length ?? 0, needs: [...needsOf(mastery, estimate)], evidence: evidenceOf(desk, mastery),
        skills: skillsOf(desk, id).map(skill => ({ ...common(ofSkills.get(skill.id) ?? null, now), id: skill.id, title: skillTitle(skill) })),
      }
    }),
  }
}

function common(mastery: Mastery | null, now: number): Pick<OutcomeReview, 'mastery' | 'estimate' | 'hows' | 'last'> {
  const estimate = estimateNow(mastery, now)
  const last = mastery?.last.at(-1)
  return {
    mastery: stageOf(mastery, estimate), estimate, last: last === undefined ? null : iso(last.at),
    hows: Object.fromEntries(hows.map(how => [how, mastery?.hows[how] ?? 0])) as Record<How, number>,
  }
}

/** Newest first. An attempt that is no longer in the log has nothing to show. */
function evidenceOf({ keeper, shelf }: Desk, mastery: Mastery | null): OutcomeReview['evidence'] {
  return (mastery?.last ?? []).toReversed().flatMap(({ uuid, at, how, mixed }) => {
    const event = keeper.review(store => store.event(uuid), null)
    if (!event) return []
    const { pack, exercise, part } = event
    return [{ attempt: uuid, at: iso(at), pack, exercise, part, title: titlesOf(shelf, pack, exercise, part).title, how, mixed }]
  })
}

/** Under an outcome of the catalogue stand its skills; under one that it does not know, the skills that its parts ask for. */
function skillsOf({ shelf }: Desk, outcome: string): readonly Skill[] {
  const own = skills.filter(skill => skill.outcome === outcome)
  if (own.length > 0) return own
  const asked = new Set<string>(shelf.exercises.flatMap(({ exercise }) => exercise.parts.filter(part => part.outcomes.includes(outcome)).flatMap(part => partSkills(part.question))))
  return skills.filter(skill => asked.has(skill.id))
}

/** The day of the learner now, counted from 1970-01-01. */
export const today = ({ clock, zone }: Desk): number => {
  const now = clock()
  return dayOf(now, zone(now))
}
