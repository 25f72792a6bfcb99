/** What makes a pack unsafe to use, whoever wrote it and whatever it teaches. Needs no checker and sets no formula, so that it is quick. */
import { words } from '../archive/words.ts'
import type { Exercise, Pack, Part } from '../pack.ts'
import type { PackProblem } from '../problem.ts'
import { brokenVariant, mergeVariants } from '../variants/lint.ts'
import { listedVariants } from '../variants/variant.ts'
import type { SourceFile } from '../yaml/document.ts'
import { valueAt } from '../yaml/places.ts'
import type { Path, Place } from '../yaml/places.ts'
import { texDanger } from './danger.ts'
import { piecesIn, piecesOf } from './prose.ts'
import type { Foreign, ProsePieces, Stretch } from './prose.ts'
import { proseOf } from './texts.ts'

/** Characters of one expression of a question, and how deep its brackets may be nested: far beyond what a student could read. */
const most = { characters: 2_000, depth: 60 }

/** Everything in a pack that keeps it from being installed. */
export function unsafe(pack: Pack): PackProblem[] {
  const about = pack.source ? lookAt({ source: pack.source, ...piecesOf(pack.about), path: ['about'], prose: pack.about }, texDanger) : []
  return [...about, ...pack.exercises.flatMap(unsafeVariants)].filter(problem => problem.severity === 'error')
}

/** What is filled in by another variant may make a harmless text a harmful one. */
function unsafeVariants(exercise: Exercise): PackProblem[] {
  const found = listedVariants(exercise).map(({ seed, exercise: variant }) =>
    variant ? [...lookAtProse(variant, texDanger), ...oversized(variant)] : [brokenVariant(exercise, seed)])
  return mergeVariants(exercise, found)
}

/** A text with its place, looked into. */
interface Looked extends ProsePieces {
  readonly source: SourceFile
  readonly path: Path
  readonly prose: string
}

/** Where a stretch of a text stands in its file; the text as a whole where a variant has filled it in. */
export function placeIn(source: SourceFile, path: Path, prose: string, { from, to }: Stretch): Place {
  return valueAt(source.value, path) === prose ? source.within(path, from, to) : source.place(path)
}

/** The formulas and the foreign matter of an exercise. `formula`: what is wrong with a formula, or null. */
export function lookAtProse(exercise: Exercise, formula: (tex: string, display: boolean) => string | null): PackProblem[] {
  return proseOf(exercise).flatMap(({ path, prose }) => lookAt({ source: exercise.source, path, prose, ...piecesIn(exercise, prose) }, formula))
}

function lookAt({ source, path, prose, formulas, foreign }: Looked, formula: (tex: string, display: boolean) => string | null): PackProblem[] {
  return [
    ...formulas.flatMap(({ tex, display, from, to }) => {
      const fault = formula(tex, display)
      return fault === null ? [] : [source.problem('tex', fault, placeIn(source, path, prose, { from, to }))]
    }),
    ...foreign.map(each => foreignProblem(source, placeIn(source, path, prose, each), each)),
  ]
}

function foreignProblem(source: SourceFile, place: Place, { kind, text }: Foreign): PackProblem {
  switch (kind) {
    case 'html':
      return source.problem('html', words.html(text), place)
    case 'picture':
      return source.problem('link', words.remotePicture(text), place)
    case 'link':
      return source.problem('link', words.link(text), place)
    case 'marks':
      return source.problem('markdown', words.marks(text as Parameters<typeof words.marks>[0]), place)
    case 'blank':
      return source.problem('picture', words.blankInName(text, text.trim().replaceAll(/\s/g, '%20')), place, { severity: 'warning' })
    case 'dollar':
      return source.problem('tex', words.dollar(text), place, { severity: 'warning' })
  }
}

/** Expressions that are too long, or too deep, to be worth reading. */
export function oversized(exercise: Exercise): PackProblem[] {
  return exercise.parts.flatMap(part =>
    expressionsOf(exercise, part).flatMap(({ path, text }) => {
      const fault = sizeFault(text)
      return fault === null ? [] : [exercise.source.problem('too-long', fault, exercise.source.place(path))]
    }),
  )
}

function sizeFault(text: string): string | null {
  if (text.length > most.characters) return words.longExpression(text.length, most.characters)
  let depth = 0
  for (const c of text) {
    if ('([{'.includes(c) && ++depth > most.depth) return words.deepExpression(most.depth)
    if (')]}'.includes(c)) depth--
  }
  return null
}

/** Every expression that is read to ask a part, once: what the exercise declares is looked at with its first part. */
function expressionsOf(exercise: Exercise, part: Part): { readonly path: Path; readonly text: string }[] {
  const { question } = part
  const found: { path: Path; text: string }[] = []
  for (const field of ['f', 'wrt', 'value', 'of', 'start', 'goal'] as const) {
    const text = question[field]
    if (typeof text === 'string') found.push({ path: [...part.path, field], text })
  }
  for (const field of ['given', 'define'] as const) {
    for (const [name, text] of Object.entries(question[field])) {
      const shared = exercise[field][name] === text
      if (!shared) found.push({ path: [...part.path, field, name], text })
      else if (part === exercise.parts[0]) found.push({ path: [field, name], text })
    }
  }
  question.mistakes.forEach((mistake, i) => found.push({ path: [...part.path, 'mistakes', i, 'when'], text: mistake.when }))
  return found
}
