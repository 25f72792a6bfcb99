/** Exercise files that cannot be used, and what of them can still be looked into: one slip must not hide the next. For authors alone. */
import { questionSchema } from '../checking/question.ts'
import { exerciseOf } from './exercise.ts'
import type { Exercise } from './pack.ts'
import type { PackProblem } from './problem.ts'
import { exerciseSchema } from './schema/exercise.ts'
import type { ExerciseFile } from './schema/exercise.ts'
import { kindProblems } from './schema/kinds.ts'
import { salvage } from './schema/salvage.ts'
import type { Salvaged } from './schema/salvage.ts'
import { standInOfExercise } from './schema/stand-ins.ts'
import { firstVariant } from './variants/problems.ts'
import type { SourceFile } from './yaml/document.ts'
import { valueAt } from './yaml/places.ts'
import type { Path } from './yaml/places.ts'

/** An exercise that is not in its pack. */
export interface Draft {
  /** With something harmless where its file is broken; null where nothing of the file can be looked into. */
  readonly exercise: Exercise | null
  /** Whether its question, tests and hints can be looked into, by the position of the part. */
  asks(part: number): boolean
  /** Whether its texts can: not where it varies in a way that cannot be. */
  readonly shown: boolean
  /** Whether a problem only follows from what was told of the form of the file. */
  echoes(problem: PackProblem): boolean
}

/** An exercise file of which nothing is left. */
export const nothingLeft: Draft = { exercise: null, asks: () => false, shown: false, echoes: () => true }

/** An exercise that is left out of its pack as a whole. */
export function leftOut(exercise: Exercise): Draft {
  return { exercise, asks: () => true, shown: true, echoes: () => false }
}

/** What is broken here makes it another question, or none. What is foreseen and said stands beside it. */
const asking = new Set(['kind', ...Object.keys(questionSchema.shape)].filter(field => field !== 'mistakes'))

/** What is left of a file whose form is not right. */
export function draftOf(source: SourceFile, problems: PackProblem[]): Draft {
  const salvaged = salvage(source, exerciseSchema, standInOfExercise)
  return salvaged ? lookInto(source, salvaged, problems) : nothingLeft
}

/** The exercise of a file: what its kinds of questions and its `vary` lack is told. A draft where anything is wrong. */
export function lookInto(source: SourceFile, { file, value, holes }: Salvaged<ExerciseFile>, problems: PackProblem[]): Draft & { readonly whole: Exercise | null } {
  // Of a broken field nothing more is told, neither of its value nor of its name.
  const places = holes.flatMap(path => [source.place(path), source.place(path, 'name')])
  const echoes = ({ line, column }: PackProblem): boolean => places.some(place => place.line === line && place.column === column)
  const seen = seenAs(source, value)
  const broken = (...path: Path): boolean => holes.some(hole => path.every((step, n) => hole[n] === step))
  const wrong = file.parts.map((part, i) => {
    const written = valueAt(source.value, ['parts', i])
    if (broken('parts', i, 'kind') || holes.some(hole => hole[0] === 'parts' && hole.length < 3 && (hole[1] ?? i) === i)) return []
    const meant = holes.filter(hole => hole[0] === 'parts' && hole[1] === i && hole.length === 3).map(hole => [hole[2], null])
    return kindProblems(source, ['parts', i], { ...(written as object), ...Object.fromEntries(meant) as object }, part)
  })
  const varies = !broken('vary') && !broken('variants')
  const first = varies ? firstVariant(seen, file, source.value) : { file: null, problems: [] }
  problems.push(...[...wrong.flat(), ...first.problems].filter(problem => !echoes(problem)))
  const exercise = exerciseOf({ source: seen, file: first.file ?? file })
  const shared = broken('given') || broken('define')
  const asks = (i: number): boolean =>
    first.file !== null && !shared && wrong[i]!.length === 0 && !holes.some(hole => hole[0] === 'parts' && (hole[1] ?? i) === i && (hole.length < 3 || asking.has(String(hole[2]))))
  return { exercise, asks, shown: first.file !== null, echoes, whole: first.file !== null && holes.length === 0 && wrong.every(each => each.length === 0) ? exercise : null }
}

/** The file with another value in it. */
function seenAs(source: SourceFile, value: unknown): SourceFile {
  if (source.value === value) return source
  const { file, place, within, problem } = source
  return { file, text: source.text, value, place, within, problem }
}
