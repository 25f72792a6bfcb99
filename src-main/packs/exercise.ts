/** From an exercise file whose form is right to an exercise: every part with what it shares with the others. */
import { questionSchema } from '../checking/question.ts'
import type { Question } from '../checking/question.ts'
import type { Exercise, Hint, Part, Tests } from './pack.ts'
import type { ExerciseFile, PartFile } from './schema/exercise.ts'
import type { SourceFile } from './yaml/document.ts'
import type { Path } from './yaml/places.ts'

/** An exercise file whose form is right. */
export interface ReadExercise {
  readonly source: SourceFile
  /** Its texts those of one variant. */
  readonly file: ExerciseFile
  /** The seed of this variant; 0 where not given. */
  readonly seed?: number
}

/** An exercise of its file: every part with the declarations that it shares. */
export function exerciseOf({ source, file, seed = 0 }: ReadExercise): Exercise {
  return {
    id: file.id,
    title: file.title,
    chapter: file.chapter ?? null,
    outcomes: file.outcomes,
    rows: file.rows,
    introduces: file.introduces,
    intro: file.intro,
    given: file.given,
    define: file.define,
    parts: file.parts.map((part, i) => partOf(part, file, ['parts', i])),
    seed,
    source,
  }
}

function partOf(part: PartFile, exercise: ExerciseFile, path: Path): Part {
  return {
    id: part.id,
    title: part.title ?? '',
    prompt: part.prompt,
    outcomes: part.outcomes ?? exercise.outcomes,
    question: questionOf(part, exercise),
    hints: part.hints.map((hint): Hint => (typeof hint === 'string' ? { for: null, say: hint } : hint)),
    solution: part.solution ?? null,
    tests: part.tests ? testsOf(part.tests) : null,
    path,
  }
}

function testsOf(tests: NonNullable<PartFile['tests']>): Tests {
  const answers = (list: typeof tests.wrong): Tests['wrong'] =>
    list.map(t => (typeof t === 'string' ? { answer: t, diagnosis: null } : { answer: t.answer, diagnosis: t.diagnosis ?? null }))
  return { right: tests.right, wrong: answers(tests.wrong), unreadable: answers(tests.unreadable) }
}

/** The part's own fields, with its declarations over those of the exercise. */
function questionOf(part: PartFile, exercise: ExerciseFile): Question {
  const own = Object.fromEntries(
    Object.keys(questionSchema.shape).flatMap(key => {
      const value = part[key as keyof Question]
      return value === undefined ? [] : [[key, value]]
    }),
  ) as unknown as Question
  return { ...own, given: { ...exercise.given, ...part.given }, define: { ...exercise.define, ...part.define } }
}
