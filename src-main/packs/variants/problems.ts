/** What is wrong with `vary`, told when a pack is read. */
import type { PackProblem } from '../problem.ts'
import { exerciseSchema } from '../schema/exercise.ts'
import type { ExerciseFile, ExerciseInput } from '../schema/exercise.ts'
import { explainSchema } from '../schema/explain.ts'
import type { SourceFile } from '../yaml/document.ts'
import type { Path } from '../yaml/places.ts'
import { combinations, drawsOf, mostCombinations, mostNames } from './draw.ts'
import { fillExercise, Met, placeholdersIn } from './fill.ts'
import { words } from './words.ts'

/** The first variant of an exercise file, and what is wrong with how it varies; null where there can be none. */
export function firstVariant(source: SourceFile, file: ExerciseFile): { readonly file: ExerciseFile | null; readonly problems: readonly PackProblem[] } {
  const { vary } = file
  if (!vary) return { file, problems: [] }
  const names = Object.keys(vary).length
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
  const right = !met.misused && Object.keys(vary).every(name => met.names.has(name))
  const problems = [...unlike(source, vary), ...(right ? [] : misused(source, file))]
  if (problems.some(p => p.severity === 'error')) return { file: null, problems }
  // Filling changes texts and nothing else: with none grown, what was checked before still holds.
  if (!met.grown) return { file: filledFile, problems }
  const filled = explainSchema(seenAs(source, fillExercise(source.value as ExerciseInput, first)), exerciseSchema, 'exercise')
  if (filled.value) return { file: filled.value, problems }
  const [{ message, line, column }] = filled.problems as [PackProblem]
  return { file: null, problems: [...problems, { ...source.problem('vary', words.grown(message), source.place([])), line, column }] }
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

/** A name that no text has in braces; `{fn}` where `fn` has fields, `{fn.x}` where it has no such field. */
function misused(source: SourceFile, file: ExerciseFile): PackProblem[] {
  const vary = file.vary!
  const names = new Set(Object.keys(vary))
  const used = new Set<string>()
  const found: PackProblem[] = []
  for (const { path, text } of textsOf(file)) {
    for (const { name, field, from, to } of placeholdersIn(text, names)) {
      used.add(name)
      const first = vary[name]![0]!
      const fields = typeof first === 'object' ? Object.keys(first) : []
      if (field === null ? fields.length === 0 : fields.includes(field)) continue
      found.push(source.problem('vary', fields.length === 0 ? words.noFields(name) : words.hasFields(name, fields), source.within(path, from, to)))
    }
  }
  const idle = [...names].filter(name => !used.has(name)).map(name =>
    source.problem('vary', words.idle(name), source.place(['vary', name], 'name'), { severity: 'warning' }),
  )
  return [...idle, ...found]
}

/** Every text of the file that is filled, names of fields included, with its place. */
function textsOf(file: ExerciseFile): { readonly path: Path; readonly text: string }[] {
  const found: { path: Path; text: string }[] = []
  const walk = (value: unknown, path: Path): void => {
    if (typeof value === 'string') {
      if (value.includes('{')) found.push({ path, text: value })
    }
    else if (Array.isArray(value)) value.forEach((v, n) => walk(v, [...path, n]))
    else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        found.push({ path, text: key })
        walk(inner, [...path, key])
      }
    }
  }
  const { id: _, vary, ...texts } = file
  walk(texts, [])
  walk(vary, ['vary'])
  return found
}
