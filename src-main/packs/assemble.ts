/** From files whose form is right to a pack: what is shared is merged, what is named must exist, and all stands in teaching order. */
import { questionSchema } from '../checking/question.ts'
import type { Question } from '../checking/question.ts'
import { nearest } from './nearest.ts'
import type { Exercise, Hint, Outcome, Pack, Part, Tests } from './pack.ts'
import type { PackProblem } from './problem.ts'
import type { ExerciseFile, PartFile } from './schema/exercise.ts'
import type { PackFile } from './schema/pack.ts'
import { skills } from './skills/catalogue.ts'
import { words } from './words.ts'
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

/**
 * Puts exercises in order and checks what they name. An exercise whose id is taken, or whose parts share an id, is left out; an unknown
 * outcome or chapter is dropped; both are told.
 */
export function assemble(
  source: SourceFile,
  file: PackFile,
  exercises: readonly Exercise[],
  pictures: Pack['pictures'] = new Map(),
): { readonly pack: Pack; readonly problems: PackProblem[] } {
  const problems = [...repeated(file.outcomes, 'outcome', 'outcomes', source), ...repeated(file.chapters, 'chapter', 'chapters', source)]
  const kept = new Map<string, Exercise>()
  for (const exercise of exercises) {
    const other = kept.get(exercise.id)
    if (other) {
      problems.push(
        exercise.source.problem(
          'duplicate-id',
          words.idTaken(exercise.id, other.source.file),
          exercise.source.place(['id']),
        ),
      )
      continue
    }
    const twice = repeated(exercise.parts, 'part', 'parts', exercise.source)
    problems.push(...twice)
    if (twice.length > 0) continue
    const known = withKnownNames(exercise, file, problems)
    kept.set(known.id, known)
  }
  const own = file.prerequisites.indexOf(file.id)
  if (own >= 0) problems.push(source.problem('wrong-value', words.needsItself, source.place(['prerequisites', own])))
  if (kept.size === 0)
    problems.push(source.problem('no-exercises', words.noExercises, source.place([]), { severity: 'warning' }))
  const rank = (exercise: Exercise): number => file.chapters.findIndex(c => c.id === exercise.chapter) >>> 0
  return {
    problems,
    pack: {
      id: file.id,
      title: file.title,
      version: file.version,
      about: file.about ?? '',
      authors: file.authors,
      licence: file.licence ?? null,
      prerequisites: file.prerequisites,
      assumes: skillsIn(file.assumes, 'assumes', source, problems),
      outcomes: file.outcomes,
      chapters: file.chapters,
      exercises: [...kept.values()].toSorted((a, b) => rank(a) - rank(b)),
      pictures,
      source,
    },
  }
}

function repeated(items: readonly { readonly id: string }[], what: keyof typeof words.idTwice, field: string, source: SourceFile): PackProblem[] {
  return items.flatMap((item, i) =>
    items.findIndex(other => other.id === item.id) < i
      ? [source.problem('duplicate-id', words.idTwice[what](item.id), source.place([field, i, 'id']))]
      : [],
  )
}

function withKnownNames(exercise: Exercise, pack: PackFile, problems: PackProblem[]): Exercise {
  const outcomes = (ids: readonly string[], path: Path): string[] =>
    ids.filter((id, i) => known(id, pack.outcomes, 'outcome', exercise.source, [...path, i], problems))
  const chapter =
    exercise.chapter !== null &&
    known(exercise.chapter, pack.chapters, 'chapter', exercise.source, ['chapter'], problems)
      ? exercise.chapter
      : null
  const told = problems.length
  const own = outcomes(exercise.outcomes, ['outcomes'])
  const introduces = skillsIn(exercise.introduces, 'introduces', exercise.source, problems)
  const ofParts = exercise.parts.map(part => (part.outcomes === exercise.outcomes ? own : outcomes(part.outcomes, [...part.path, 'outcomes'])))
  // Where all names are known it stays as it is: an exercise that is read later would be read by being copied.
  if (problems.length === told && chapter === exercise.chapter) return exercise
  return { ...exercise, introduces, chapter, outcomes: own, parts: exercise.parts.map((part, n) => ({ ...part, outcomes: ofParts[n]! })) }
}

/** The skills of a list that there are. */
function skillsIn(ids: readonly string[], field: string, source: SourceFile, problems: PackProblem[]): string[] {
  return ids.filter((id, i) => known(id, skills, 'skill', source, [field, i], problems))
}

function known(
  id: string,
  ids: readonly Outcome[],
  what: keyof typeof words.unknown,
  source: SourceFile,
  path: Path,
  problems: PackProblem[],
): boolean {
  const names = ids.map(o => o.id)
  if (names.includes(id)) return true
  const near = nearest(id, names)
  const place = source.place(path)
  const more = near ? words.near(near) : names.length > 0 ? words.known[what](names) : words.knowsNone
  problems.push(
    source.problem(`unknown-${what}`, `${words.unknown[what](id)} ${more}`, place, {
      severity: 'warning',
      ...(near ? { mend: { from: place.from, to: place.to, text: near } } : {}),
    }),
  )
  return false
}
