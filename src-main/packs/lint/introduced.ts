/** Whether a course is in order: what a part asks for has been introduced, here or before. */
import type { Exercise, Pack, Part } from '../pack.ts'
import type { PackProblem } from '../problem.ts'
import { partSkills, skillOf, skills, type Skill, type SkillId } from '../skills.ts'
import { listedVariants } from '../variants/variant.ts'
import { words } from './words.ts'

/** Goes through a pack in teaching order and keeps what its exercises have introduced so far. */
export class Introduced {
  readonly #known: Set<string>
  /** A pack whose exercises introduce nothing is not held to an order. */
  readonly #held: boolean

  constructor(pack: Pack) {
    this.#known = new Set([...skills.filter((skill: Skill) => skill.school).map(skill => skill.id), ...pack.assumes])
    this.#held = pack.exercises.some(exercise => exercise.introduces.length > 0)
  }

  /** A warning for each skill that a part of this exercise uses and that neither it nor an earlier one introduces; once for a pack. */
  problemsOf(exercise: Exercise): PackProblem[] {
    if (!this.#held) return []
    for (const id of exercise.introduces) this.#known.add(id)
    return exercise.parts.flatMap(part => skillsOf(exercise, part).flatMap(id => {
      if (this.#known.has(id)) return []
      this.#known.add(id)
      const { source } = exercise
      const message = words.notIntroduced(id, skillOf(id)!.title)
      return [source.problem('prerequisite', message, source.place([...part.path, 'id']), { severity: 'warning' })]
    }))
  }
}

/** What a part asks for in any listed variant. */
function skillsOf(exercise: Exercise, part: Part): readonly SkillId[] {
  return [...new Set(listedVariants(exercise).flatMap(({ exercise: variant }) => {
    const own = variant?.parts.find(each => each.id === part.id)
    return own ? partSkills(own.question) : []
  }))]
}
