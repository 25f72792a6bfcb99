/** What a page would show of an exercise, looked at without a checker: its prose, its mathematics, its pictures. */
import type { Exercise, Pack } from '../pack.ts'
import type { PackProblem } from '../problem.ts'
import type { Path } from '../yaml/places.ts'
import { piecesIn } from './prose.ts'
import type { Foreign } from './prose.ts'
import { texDanger, texFault } from './tex.ts'
import { proseOf } from './texts.ts'

/** What KaTeX cannot set, and what prose in a pack must not hold. */
export function lintProse(exercise: Exercise): PackProblem[] {
  return looked(exercise, (tex, display) => texDanger(tex) ?? setting(tex, display))
}

/** Pictures that the prose names and the pack has not. */
export function lintPictures(exercise: Exercise, pictures: Pack['pictures']): PackProblem[] {
  return proseOf(exercise).flatMap(({ path, prose }) => piecesIn(exercise, prose).pictures.flatMap(name => pictureProblems(exercise, path, name, pictures)))
}

/** Only what makes a pack unsafe to show: the same as `lintProse` without the typesetter, which takes most of its time. */
export function unsafeProse(exercise: Exercise): PackProblem[] {
  return looked(exercise, texDanger).filter(problem => problem.severity === 'error')
}

function setting(tex: string, display: boolean): string | null {
  const fault = texFault(tex, display)
  return fault === null ? null : `\`${tex}\` cannot be set: ${fault}`
}

function looked(exercise: Exercise, formula: (tex: string, display: boolean) => string | null): PackProblem[] {
  const { source } = exercise
  return proseOf(exercise).flatMap(({ path, prose }) => {
    const pieces = piecesIn(exercise, prose)
    return [
      ...pieces.formulas.flatMap(({ tex, display }) => {
        const fault = formula(tex, display)
        return fault === null ? [] : [source.problem('tex', fault, source.place(path))]
      }),
      ...pieces.foreign.map(each => foreignProblem(exercise, path, each)),
    ]
  })
}

function foreignProblem({ source }: Exercise, path: Path, { kind, text }: Foreign): PackProblem {
  const place = source.place(path)
  switch (kind) {
    case 'html':
      return source.problem('html', `HTML is not shown, and is not taken: \`${text}\`. Write it as Markdown.`, place)
    case 'picture':
      return source.problem('link', `Pictures from elsewhere are not fetched: \`${text}\`. Put the picture into the pack.`, place)
    case 'link':
      return source.problem('link', `Links are not opened: \`${text}\`. Say in words where it is found.`, place)
    case 'dollar':
      return source.problem('tex', `A dollar sign stands here that begins no formula: \`${text}\`. Write \\$ for the sign itself.`, place, { severity: 'warning' })
  }
}

function pictureProblems({ source }: Exercise, path: Path, name: string, pictures: Pack['pictures']): PackProblem[] {
  return picturePath(source.file, name) !== null && pictures.has(picturePath(source.file, name)!)
    ? []
    : [source.problem('picture', `There is no picture \`${name}\` beside this file. A picture is a PNG file of the pack.`, source.place(path), { severity: 'warning' })]
}

/** The path inside the pack of a picture that a file names: relative to the file. Null where it leads out of the pack. */
export function picturePath(file: string, name: string): string | null {
  const steps = file.split('/').slice(0, -1)
  let decoded: string
  try {
    decoded = decodeURIComponent(name)
  } catch {
    return null
  }
  for (const step of decoded.split('/')) {
    if (step === '..') {
      if (steps.pop() === undefined) return null
    } else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}
