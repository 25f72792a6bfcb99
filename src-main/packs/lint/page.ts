/** What a page would show of an exercise, looked at without a checker: its prose, its mathematics, its pictures. */
import type { Exercise, Pack } from '../pack.ts'
import type { PackProblem } from '../problem.ts'
import type { Path } from '../yaml/places.ts'
import { wholeFile } from '../read.ts'
import { listedVariants } from '../variants/variant.ts'
import { picturePath } from '../pictures.ts'
import { texDanger } from './danger.ts'
import { piecesIn, piecesOf } from './prose.ts'
import { lookAtProse } from './safety.ts'
import { texFault } from './tex.ts'
import { proseOf } from './texts.ts'
import { words } from './words.ts'

/** What KaTeX cannot set, and what prose in a pack must not hold. */
export function lintProse(exercise: Exercise): PackProblem[] {
  return lookAtProse(exercise, (tex, display) => texDanger(tex) ?? setting(tex, display))
}

/** Pictures that the prose names and the pack has not. */
export function lintPictures(exercise: Exercise, pictures: Pack['pictures']): PackProblem[] {
  return proseOf(exercise).flatMap(({ path, prose }) => piecesIn(exercise, prose).pictures.flatMap(name => pictureProblems(exercise, path, name, pictures)))
}

/** Pictures of the pack that no text shows. */
export function idlePictures(pack: Pack): PackProblem[] {
  if (pack.pictures.size === 0) return []
  const variants = pack.exercises.flatMap(exercise => listedVariants(exercise).flatMap(({ exercise: variant }) => (variant ? [variant] : [])))
  const shown = new Set(variants.flatMap(exercise => proseOf(exercise).flatMap(({ prose }) => piecesIn(exercise, prose).pictures.map(name => picturePath(exercise.source.file, name)))))
  for (const name of piecesOf(pack.about).pictures) shown.add(picturePath('pack.yaml', name))
  return [...pack.pictures.keys()].filter(path => !shown.has(path)).map(path => wholeFile('picture', path, words.idlePicture, 'warning'))
}

function setting(tex: string, display: boolean): string | null {
  const fault = texFault(tex, display)
  return fault === null ? null : words.cannotBeSet(tex, fault)
}

function pictureProblems({ source }: Exercise, path: Path, name: string, pictures: Pack['pictures']): PackProblem[] {
  const inside = picturePath(source.file, name)
  return inside !== null && pictures.has(inside)
    ? []
    : [source.problem('picture', words.noPicture(name), source.place(path), { severity: 'warning' })]
}
