/** What makes a pack unsafe to use, whoever wrote it and whatever it teaches. Needs no checker and sets no formula, so that it is quick. */
import type { Exercise, Part } from '../pack.ts'
import type { PackProblem } from '../problem.ts'
import type { Path } from '../yaml/places.ts'
import { unsafeProse } from './page.ts'

/** Characters of one expression of a question, and how deep its brackets may be nested: far beyond what a student could read. */
const most = { characters: 2_000, depth: 60 }

/** Everything in an exercise that keeps it from being installed. */
export function unsafe(exercise: Exercise): PackProblem[] {
  return [...unsafeProse(exercise), ...oversized(exercise)]
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
  if (text.length > most.characters) return `This expression has ${text.length} characters. An expression in a pack has at most ${most.characters}.`
  let depth = 0
  for (const c of text) {
    if ('([{'.includes(c) && ++depth > most.depth) return `The brackets of this expression are nested more than ${most.depth} deep.`
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
