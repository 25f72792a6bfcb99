/**
 * The semantic pass over a pack that could be read: what only the checker and the typesetter can tell. For authors and tests, not for students:
 * it runs every test of the pack.
 */
import { leftOut } from '../drafts.ts'
import type { Draft } from '../drafts.ts'
import type { Exercise, Pack, Part } from '../pack.ts'
import { byPlace } from '../problem.ts'
import type { PackProblem } from '../problem.ts'
import { runInThreads, runNow } from './ask.ts'
import type { Asking, LintChecker, LintCheckerInThreads, Reference } from './ask.ts'
import { tellingHints } from './hints.ts'
import { idleMistakes } from './mistakes.ts'
import { Introduced } from './introduced.ts'
import { idlePictures, lintPictures, lintProse } from './page.ts'
import { Taught } from './prerequisites.ts'
import { questionFaults } from './question.ts'
import { referenceProblems } from './reference.ts'
import { astraySolution } from './solution.ts'
import { oversized } from './safety.ts'
import { runTests } from './tests.ts'
import { brokenVariant, mergeVariants } from '../variants/lint.ts'
import { strayNames } from '../variants/stray.ts'
import { unreachable } from '../variants/unreachable.ts'
import { listedVariants } from '../variants/variant.ts'

export type { LintChecker, LintCheckerInThreads } from './ask.ts'
export { lintProse } from './page.ts'

/** Which passes are made; `tests` alone runs the tests of questions that can be asked. */
export type Passes = 'all' | 'tests'

/** What a pass over one part found, and what its question asks for, where that could be derived. */
interface Linted {
  readonly problems: readonly PackProblem[]
  readonly reference: Reference | null
}

/**
 * All problems, in the order of files and lines. `drafts`: exercises that are in no pack, and are looked into as far as they can be. Ids, outcomes and chapters were looked at when
 * the pack was read.
 */
export function lintPack(pack: Pack, checker: LintChecker, passes: Passes = 'all', drafts: readonly Draft[] = []): PackProblem[] {
  const all = looksOf(pack, drafts)
  const found = all.map(look => look.exercise.parts.map((part, j) => runNow(lintVariants(look, part, j, passes), checker)))
  return together(pack, all, found, passes, drafts.length === 0)
}

/** The same, by checkers in threads: each has two parts under way, and all that is asked of a part goes to one, which prepares its question once. */
export async function lintPackInThreads(pack: Pack, checkers: readonly LintCheckerInThreads[], passes: Passes = 'all', drafts: readonly Draft[] = []): Promise<PackProblem[]> {
  const all = looksOf(pack, drafts)
  const found: Linted[][] = all.map(() => [])
  const jobs = all.flatMap((look, i) => look.exercise.parts.map((part, j) => ({ look, part, i, j }))).values()
  const work = async (checker: LintCheckerInThreads): Promise<void> => {
    for (const { look, part, i, j } of jobs) found[i]![j] = await runInThreads(lintVariants(look, part, j, passes), checker)
  }
  await Promise.all(checkers.flatMap(checker => [work(checker), work(checker)]))
  return together(pack, all, found, passes, drafts.length === 0)
}

/** An exercise that is looked into: as a whole, or as far as it is in order. */
type Look = Draft & { readonly exercise: Exercise }

function looksOf(pack: Pack, drafts: readonly Draft[]): readonly Look[] {
  return [...pack.exercises.map(leftOut), ...drafts].filter((draft): draft is Look => draft.exercise !== null)
}

/** Exercise by exercise, with what needs no checker, and with what needs the whole course: nobody can say what a file that is broken would have shown. */
function together(pack: Pack, looks: readonly Look[], found: readonly (readonly Linted[])[], passes: Passes, whole: boolean): PackProblem[] {
  const taught = new Taught()
  const introduced = new Introduced(pack)
  const idle = passes === 'all' && whole ? idlePictures(pack) : []
  return [...idle, ...looks.flatMap(({ exercise, shown, echoes }, i) => {
    const parts = found[i]!
    const page = passes === 'all' && shown ? [...lintPages(exercise), ...lintPictures(exercise, pack), ...oversized(exercise), ...unreachable(exercise), ...strayNames(exercise)] : []
    const order = passes === 'all' && whole ? [...taught.problemsOf(exercise, parts.map(part => part.reference)), ...introduced.problemsOf(exercise)] : []
    return [...page, ...order, ...parts.flatMap(part => part.problems)].filter(problem => !echoes(problem)).toSorted(byPlace)
  })]
}

/** Whether what lint tells may only follow from a field that stands twice, or from TeX that was read as something else. */
export function inDoubt({ file }: PackProblem, read: readonly PackProblem[]): boolean {
  return read.some(problem => problem.file === file && (problem.code === 'duplicate-field' || problem.code === 'escape'))
}

/** The prose of every listed variant. */
function lintPages(exercise: Exercise): PackProblem[] {
  return mergeVariants(exercise, listedVariants(exercise).map(v => (v.exercise ? lintProse(v.exercise) : [brokenVariant(exercise, v.seed)])))
}

/** A part in every listed variant; what it asks for is told of the first. */
function* lintVariants({ exercise, asks }: Look, part: Part, position: number, passes: Passes): Asking<Linted> {
  if (!asks(position)) return { problems: [], reference: null }
  const first = yield* lintPart(exercise, part, passes)
  const found = [first.problems]
  for (const { exercise: other } of listedVariants(exercise).slice(1)) {
    const own = other?.parts.find(p => p.id === part.id)
    found.push(other && own ? (yield* lintPart(other, own, passes)).problems : [])
  }
  return { problems: mergeVariants(exercise, found), reference: first.reference }
}

function* lintPart(exercise: Exercise, part: Part, passes: Passes): Asking<Linted> {
  const faults = yield* questionFaults(exercise, part)
  // Nothing that is asked of a broken question would tell the author more.
  if (faults.length > 0) return { problems: faults, reference: null }
  const tests = yield* runTests(exercise, part)
  if (passes === 'tests') return { problems: tests, reference: null }
  const { problems, reference } = yield* referenceProblems(exercise, part)
  return {
    problems: [...tests, ...problems, ...(yield* tellingHints(exercise, part)), ...(yield* idleMistakes(exercise, part)), ...(yield* astraySolution(exercise, part))],
    reference,
  }
}
