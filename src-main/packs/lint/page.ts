/** What a page would show of an exercise, looked at without a checker: its prose, its mathematics, its pictures. */
import type { Exercise, Pack } from '../pack.ts'
import { nearest } from '../nearest.ts'
import type { PackProblem } from '../problem.ts'
import { wholeFile } from '../contents.ts'
import { listedVariants } from '../variants/variant.ts'
import { nameFrom, picturePath } from '../pictures.ts'
import { texDanger } from './danger.ts'
import { piecesIn, piecesOf } from './prose.ts'
import type { ProsePieces } from './prose.ts'
import { lookAtProse, placeIn } from './safety.ts'
import { texFault } from './tex.ts'
import { proseOf } from './texts.ts'
import type { PlacedProse } from './texts.ts'
import { words } from './words.ts'

/** What KaTeX cannot set, and what prose in a pack must not hold. */
export function lintProse(exercise: Exercise): PackProblem[] {
  return lookAtProse(exercise, (tex, display) => texDanger(tex) ?? setting(tex, display))
}

/** Pictures that the prose names and the pack has not. */
export function lintPictures(exercise: Exercise, pack: Pick<Pack, 'pictures' | 'unshown'>): PackProblem[] {
  return proseOf(exercise).flatMap(({ path, prose }) => piecesIn(exercise, prose).pictures.flatMap(picture => pictureProblems(exercise, { path, prose }, picture, pack)))
}

/** Pictures of the pack that no text shows. */
export function idlePictures(pack: Pack): PackProblem[] {
  if (pack.pictures.size === 0) return []
  const variants = pack.exercises.flatMap(exercise => listedVariants(exercise).flatMap(({ exercise: variant }) => (variant ? [variant] : [])))
  const shown = new Set(variants.flatMap(exercise => proseOf(exercise).flatMap(({ prose }) => namesIn(piecesIn(exercise, prose)).map(name => picturePath(exercise.source.file, name)))))
  for (const name of namesIn(piecesOf(pack.about))) shown.add(picturePath('pack.yaml', name))
  // What is nearly named somewhere is told of there.
  for (const path of [...shown]) if (path !== null && !pack.pictures.has(path)) shown.add(nearestPicture(path, pack.pictures))
  return [...pack.pictures.keys()].filter(path => !shown.has(path)).map(path => wholeFile('picture', path, words.idlePicture, 'warning'))
}

function setting(tex: string, display: boolean): string | null {
  const fault = texFault(tex, display)
  return fault === null ? null : words.cannotBeSet(tex, fault)
}

/** Names of pictures, those with blanks too: these are told of as such. */
function namesIn({ pictures, foreign }: ProsePieces): string[] {
  return [...pictures.map(({ name }) => name), ...foreign.filter(({ kind }) => kind === 'blank').map(({ text }) => text)]
}

/** Is a file meant of which it was told that it is no picture, and how it becomes one? Its name is read as a person does, to whom `spring.PNG` is `spring.png`. */
function isUnshown(path: string, unshown: Pack['unshown']): boolean {
  const plain = path.toLowerCase()
  return [...unshown ?? []].some(each => each.toLowerCase() === plain)
}

/** The picture of the pack that is most likely meant by a path; null where there is none like it. */
function nearestPicture(path: string, pictures: Pack['pictures']): string | null {
  const slashed = path.replaceAll('\\', '/')
  // The same name with another ending, or with none, comes before one that is only near.
  return [slashed, slashed.replace(/\.[A-Za-z]+$/, '.png'), `${slashed}.png`].find(each => pictures.has(each)) ?? nearest(path, pictures.keys())
}

function pictureProblems({ source }: Exercise, { path, prose }: PlacedProse, { name, from, to }: ProsePieces['pictures'][number], { pictures, unshown }: Pick<Pack, 'pictures' | 'unshown'>): PackProblem[] {
  const inside = picturePath(source.file, name)
  if (inside !== null && (pictures.has(inside) || isUnshown(inside, unshown))) return []
  const near = inside === null ? null : nearestPicture(inside, pictures)
  const at = prose.lastIndexOf(name, to)
  const place = placeIn(source, path, prose, at < from ? { from, to } : { from: at, to: at + name.length })
  if (near === null) return [source.problem('picture', /\.png$/.test(name) ? words.noPicture(name) : words.otherPicture(name), place, { severity: 'warning' })]
  const meant = nameFrom(source.file, near)
  const mend = source.text.slice(place.from, place.to) === name ? { mend: { from: place.from, to: place.to, text: meant } } : {}
  return [source.problem('picture', (name.toLowerCase() === meant.toLowerCase() ? words.pictureCase : words.pictureNear)(name, meant), place, { severity: 'warning', ...mend })]
}
