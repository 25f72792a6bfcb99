/** Names in braces and names under `vary` that an author most likely means otherwise: warnings, for lint alone. */
import type { Exercise } from '../pack.ts'
import type { PackProblem } from '../problem.ts'
import { proseOf } from '../lint/texts.ts'
import type { ExerciseFile } from '../schema/exercise.ts'
import { valueAt } from '../yaml/places.ts'
import { placeholdersIn } from './fill.ts'
import { declaredIn } from './names.ts'
import { words } from './words.ts'

/** A value name that is declared as well, one that has a single value, and braces in prose around what has no values. */
export function strayNames(exercise: Exercise): PackProblem[] {
  const { source } = exercise
  const vary = (source.value as Pick<ExerciseFile, 'vary'>).vary
  return [...(vary ? doubtful(exercise, vary) : []), ...proseOf(exercise).flatMap(({ path }) => {
    const text = valueAt(source.value, path)
    return typeof text === 'string' ? strayIn(exercise, path, text, vary) : []
  })]
}

function doubtful({ source }: Exercise, vary: NonNullable<ExerciseFile['vary']>): PackProblem[] {
  const file = source.value as ExerciseFile
  const declared = declaredIn({ given: file.given ?? {}, define: file.define ?? {}, parts: file.parts.map(part => ({ ...part, given: part.given ?? {}, define: part.define ?? {} })) })
  const warn = (name: string, message: string): PackProblem => source.problem('vary', message, source.place(['vary', name], 'name'), { severity: 'warning' })
  return Object.entries(vary).flatMap(([name, list]) => {
    if (declared.has(name)) return [warn(name, words.declared(name))]
    // A value that is made of others varies with them.
    return list.length === 1 && !JSON.stringify(list).includes('{', 2) ? [warn(name, words.oneValue(name))] : []
  })
}

/** In an exercise that does not vary, braces within formulas are TeX. */
function strayIn({ source, given, define }: Exercise, path: readonly (string | number)[], text: string, vary: ExerciseFile['vary']): PackProblem[] {
  const found: PackProblem[] = []
  const looked = vary ? text : text.replace(/\$[^$]*\$|`[^`]*`/g, piece => ' '.repeat(piece.length))
  placeholdersIn(looked, { has: name => vary !== undefined && Object.hasOwn(vary, name) }, ({ name, field, from, to }) => {
    if (!Object.hasOwn(given, name) && !Object.hasOwn(define, name))
      found.push(source.problem('vary', words.stray(field === null ? name : `${name}.${field}`), source.within(path, from, to), { severity: 'warning' }))
  })
  return found
}
