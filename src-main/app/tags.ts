/** What each event says of its exercise: its family, its outcomes, its skills. */
import { z } from 'zod'
import { questionSchema } from '../checking/question.ts'
import { partSkills } from '../packs/skills.ts'
import type { Tags, TagsOf } from '../progress/index.ts'
import { practiceKind, practicePack } from './practice.ts'
import type { PlacedPart, Shelf } from './shelf.ts'

/** The family of an exercise: itself with all its variants; for a generated one, all of its outcome and level. */
export function familyOf(pack: string, exercise: string): string {
  const kind = pack === practicePack.id ? practiceKind(exercise) : null
  return kind ? `${kind.outcome}-${kind.level}` : exercise
}

/** `zone`: the learner's clock, in minutes east of UTC. */
export function tagsFor({ pack, exercise, part }: PlacedPart, zone: number): Tags {
  const level = pack.id === practicePack.id ? practiceKind(exercise.id)?.level : undefined
  return {
    family: familyOf(pack.id, exercise.id), outcomes: [...part.outcomes], skills: [...partSkills(part.question)], zone,
    ...(level === undefined ? {} : { level }),
  }
}

/** For events that were written before they said it themselves: the outcomes by the packs that are there, the skills by the question that was kept. */
export function tagsOfOld(shelf: () => Shelf): TagsOf {
  const skills = new Map<string, readonly string[]>()
  return ({ pack, exercise, part, question }) => {
    const kind = pack === practicePack.id ? practiceKind(exercise) : null
    const found = shelf().packs.find(each => each.id === pack)?.exercises.find(each => each.id === exercise)?.parts.find(each => each.id === part)
    if (question !== null && !skills.has(question)) skills.set(question, skillsIn(question))
    return {
      family: familyOf(pack, exercise), outcomes: kind ? [kind.outcome] : [...(found?.outcomes ?? [])],
      skills: question === null ? (found ? partSkills(found.question) : []) : skills.get(question)!,
      ...(kind ? { level: kind.level } : {}),
    }
  }
}

const json = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    context.addIssue({ code: 'custom', message: 'no JSON' })
    return z.NEVER
  }
})

/** None for a question that this version can no longer read. */
function skillsIn(question: string): readonly string[] {
  const read = json.pipe(questionSchema).safeParse(question)
  return read.success ? partSkills(read.data) : []
}
