/** From exercises to a pack: what is named must exist, and all stands in teaching order. */
import { leftOut } from './drafts.ts'
import type { Draft } from './drafts.ts'
import { nearest } from './nearest.ts'
import type { Exercise, Outcome, Pack } from './pack.ts'
import type { PackProblem } from './problem.ts'
import type { PackFile } from './schema/pack.ts'
import { skills } from './skills/catalogue.ts'
import { words } from './words.ts'
import type { SourceFile } from './yaml/document.ts'
import type { Path } from './yaml/places.ts'

/** Names of which nobody can say whether there are any. */
export type Unknowable = ReadonlySet<keyof typeof words.unknown>

/** What stands around the exercises of a pack. `drafts`: those that cannot be used; what they name is looked at, too. */
interface Around {
  readonly pictures?: Pack['pictures']
  readonly unshown?: Pack['unshown']
  readonly drafts?: readonly Draft[]
  readonly unknowable?: Unknowable
}

/**
 * Puts exercises in order and checks what they name. An exercise whose id is taken, or whose parts share an id, is left out; an unknown
 * outcome or chapter is dropped; both are told.
 */
export function assemble(
  source: SourceFile,
  file: PackFile,
  exercises: readonly Exercise[],
  { pictures = new Map(), unshown, drafts = [], unknowable = new Set() }: Around = {},
): { readonly pack: Pack; readonly problems: PackProblem[]; readonly drafts: readonly Draft[] } {
  const left: Draft[] = []
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
      left.push(leftOut(exercise))
      continue
    }
    const twice = repeated(exercise.parts, 'part', 'parts', exercise.source)
    problems.push(...twice)
    if (twice.length > 0) left.push(leftOut(exercise))
    const known = withKnownNames(exercise, file, problems, unknowable)
    if (twice.length === 0) kept.set(known.id, known)
  }
  for (const { exercise, echoes } of drafts) {
    if (!exercise) continue
    const found = repeated(exercise.parts, 'part', 'parts', exercise.source)
    const other = kept.get(exercise.id)
    if (other) found.push(exercise.source.problem('duplicate-id', words.idTaken(exercise.id, other.source.file), exercise.source.place(['id'])))
    withKnownNames(exercise, file, found, unknowable)
    problems.push(...found.filter(problem => !echoes(problem)))
  }
  const own = file.prerequisites.indexOf(file.id)
  if (own >= 0) problems.push(source.problem('wrong-value', words.needsItself, source.place(['prerequisites', own])))
  if (kept.size === 0)
    problems.push(source.problem('no-exercises', words.noExercises, source.place([]), { severity: 'warning' }))
  const rank = (exercise: Exercise): number => file.chapters.findIndex(c => c.id === exercise.chapter) >>> 0
  return {
    problems,
    drafts: [...drafts, ...left],
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
      ...(unshown && { unshown }),
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

function withKnownNames(exercise: Exercise, pack: PackFile, problems: PackProblem[], unknowable: Unknowable): Exercise {
  const outcomes = (ids: readonly string[], path: Path): string[] =>
    ids.filter((id, i) => unknowable.has('outcome') || known(id, pack.outcomes, 'outcome', exercise.source, [...path, i], problems))
  const chapter =
    exercise.chapter !== null &&
    (unknowable.has('chapter') || known(exercise.chapter, pack.chapters, 'chapter', exercise.source, ['chapter'], problems))
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
