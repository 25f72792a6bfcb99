/** Every piece of prose in an exercise, with its place. */
import type { Exercise, Part } from '../pack.ts'
import type { Path } from '../yaml/places.ts'

export interface PlacedProse {
  readonly path: Path
  readonly prose: string
}

export function proseOf(exercise: Exercise): PlacedProse[] {
  return [{ path: ['intro'], prose: exercise.intro }, ...exercise.parts.flatMap(partProse)].filter(each => each.prose !== '')
}

function partProse(part: Part): PlacedProse[] {
  const at = (...path: Path): Path => [...part.path, ...path]
  return [
    { path: at('prompt'), prose: part.prompt },
    ...(part.question.options ?? []).map((option, i) => ({ path: at('options', i, 'text'), prose: option.text })),
    ...hintProse(part),
    ...(part.solution === null ? [] : [{ path: at('solution'), prose: part.solution }]),
    ...part.question.mistakes.map((mistake, i) => ({ path: at('mistakes', i, 'say'), prose: mistake.say })),
  ]
}

/** The hints of a part, with their places. */
export function hintProse(part: Part): PlacedProse[] {
  return part.hints.map((hint, i) => ({ path: [...part.path, 'hints', i, ...(hint.for === null ? [] : ['say'])], prose: hint.say }))
}
