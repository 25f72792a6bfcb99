/** What is wrong with `vary`, told when a pack is read. */
import type { PackProblem } from '../problem.ts'
import { exerciseSchema } from '../schema/exercise.ts'
import type { ExerciseFile, ExerciseInput } from '../schema/exercise.ts'
import { explainSchema } from '../schema/explain.ts'
import type { SourceFile } from '../yaml/document.ts'
import { numbersOf } from '../schema/range.ts'
import { combinations, written as textOf, drawsOf, mostCombinations, mostNames } from './draw.ts'
import { fillExercise, Met } from './fill.ts'
import { misusedNames } from './names.ts'
import { looseValues } from './signs.ts'
import { words } from './words.ts'

/**
 * The first variant of an exercise file, and what is wrong with how it varies; null where there can be none. `written`: the file with all its texts, also
 * where what is looked at is only what is left of it.
 */
export function firstVariant(source: SourceFile, file: ExerciseFile, written: unknown = source.value): { readonly file: ExerciseFile | null; readonly problems: readonly PackProblem[] } {
  const { vary } = file
  if (!vary) return { file, problems: file.variants === undefined ? [] : [source.problem('misplaced-field', words.nothingVaries, source.place(['variants'], 'name'), { severity: 'warning' })] }
  const names = Object.keys(vary).length
  if (names === 0) return { file: null, problems: [source.problem('empty', words.noNames, source.place(['vary'], 'name'))] }
  if (names > mostNames) return { file: null, problems: [source.problem('vary', words.manyNames(names, mostNames), source.place(['vary'], 'name'))] }
  const count = combinations(vary)
  if (count > mostCombinations) {
    const message = count > 1e9 ? words.farTooMany(mostCombinations) : words.manyCombinations(count, mostCombinations)
    return { file: null, problems: [source.problem('vary', message, source.place(['vary'], 'name'))] }
  }
  const { first } = drawsOf(file.id, vary, file.variants)
  const met = new Met()
  const filledFile = fillExercise(file, first, met)
  // Where every name is used as it should be there is nothing to be searched for.
  const right = !met.misused && !met.strange && !Object.values(vary).flat().some(namesValues) && Object.keys(vary).every(name => met.names.has(name))
  const problems = [...unlike(source, vary), ...ranges(source, vary), ...looseValues(source, file), ...(right ? [] : misusedNames(source, file, written))]
  if (problems.some(p => p.severity === 'error')) return { file: null, problems }
  // Filling changes texts and nothing else: with none grown, what was checked before still holds.
  if (!met.grown) return { file: filledFile, problems }
  const filled = explainSchema(seenAs(source, fillExercise(source.value as ExerciseInput, first)), exerciseSchema, 'exercise')
  if (filled.value) return { file: filled.value, problems }
  const [{ message, line, column }] = filled.problems as [PackProblem]
  return { file: null, problems: [...problems, { ...source.problem('vary', words.grown(message), source.place([])), line, column }] }
}

/** Whether a value is made of others. */
function namesValues(value: NonNullable<ExerciseFile['vary']>[string][number]): boolean {
  const made = textOf(value)
  return (typeof made === 'string' ? [made] : Object.values(made)).some(text => text.includes('{'))
}

/** The file with another value in it: what is told of it is placed where it was filled in. */
function seenAs(source: SourceFile, value: unknown): SourceFile {
  const { file, place, within, problem } = source
  return { file, text: source.text, value, place, within, problem }
}

/** Values of one name must be of one build: all text, or all with the same fields. */
function unlike(source: SourceFile, vary: NonNullable<ExerciseFile['vary']>): PackProblem[] {
  const build = (v: unknown): string => (typeof v === 'object' && v !== null ? Object.keys(v).sort().join(', ') : '')
  return Object.entries(vary).flatMap(([name, list]) =>
    list.flatMap((value, n) => {
      const [own, first] = [build(value), build(list[0])]
      if (own === first) return []
      const message = first === '' ? words.likeFirst(n + 1, name) : words.fieldsOfFirst(n + 1, name, first)
      return [source.problem('vary', message, source.place(['vary', name, n]))]
    }),
  )
}

/** `2..5` among the values: one text, and no range. */
function ranges(source: SourceFile, vary: NonNullable<ExerciseFile['vary']>): PackProblem[] {
  return Object.entries(vary).flatMap(([name, list]) =>
    list.flatMap((value, n) => {
      const numbers = typeof value === 'string' && value.includes('.') ? numbersOf(value) : null
      if (!numbers) return []
      const place = source.place(['vary', name, n])
      return [source.problem('vary', words.noRange(String(value), numbers), place, { mend: { from: place.from, to: place.to, text: numbers.join(', ') } })]
    }),
  )
}
