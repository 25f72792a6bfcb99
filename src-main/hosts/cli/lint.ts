/** `nabla lint` and `nabla test`: everything that is wrong with packs, for authors and their build servers. */
import { availableParallelism } from 'node:os'
import { createChecker } from '../../checking/worker/pool.ts'
import { inDoubt, lintPackInThreads } from '../../packs/lint/index.ts'
import type { LintCheckerInThreads } from '../../packs/lint/index.ts'
import { countTests } from '../../packs/lint/tests.ts'
import { byPlace } from '../../packs/problem.ts'
import type { PackProblem } from '../../packs/index.ts'
import { inLanguage, words } from './arguments.ts'
import { lineOf, packsAt } from './packs.ts'
import type { NamedPack } from './packs.ts'
import { told } from './words.ts'

interface Linted {
  readonly named: NamedPack
  readonly problems: readonly PackProblem[]
}

const options = { ...inLanguage, json: { type: 'boolean', default: false }, errors: { type: 'boolean', default: false } } as const

/** 0 where nothing is wrong, 1 where anything is told. With `--errors` warnings are neither told nor counted. */
export async function runLint(command: 'lint' | 'test', args: readonly string[]): Promise<number> {
  const { values, names } = words(command, args, options, { what: told.needs.pack, least: 1, most: Infinity })
  const checkers = Array.from({ length: Math.max(1, Math.min(8, availableParallelism())) }, () => createChecker({ deadlineMs: 10_000 }))
  try {
    const packs = (await Promise.all(names.map(packsAt))).flat()
    const linted: Linted[] = []
    for (const named of packs) {
      const pack = named.pack ?? named.rest?.pack
      const found = pack ? await lintPackInThreads(pack, checkers.map(quick), command === 'lint' ? 'all' : 'tests', named.rest?.drafts) : []
      const all = [...named.problems, ...found.filter(problem => !inDoubt(problem, named.problems))].filter(problem => !values.errors || problem.severity === 'error').toSorted(byPlace)
      linted.push({ named, problems: all })
      if (!values.json) tell(command, named, all)
    }
    if (values.json) process.stdout.write(`${JSON.stringify({ packs: linted.map(asJson) }, null, 2)}\n`)
    return linted.some(({ problems }) => problems.length > 0) ? 1 : 0
  } finally {
    await Promise.all(checkers.map(checker => checker.close()))
  }
}

/** The checker without the evidence, which nobody looks at here. */
function quick(checker: ReturnType<typeof createChecker>): LintCheckerInThreads {
  return { check: (question, answer) => checker.check(question, answer, { evidence: false }), derive: question => checker.derive(question) }
}

/** Problems on standard output, a line each; what was looked at on standard error. */
function tell(command: 'lint' | 'test', { path, pack }: NamedPack, problems: readonly PackProblem[]): void {
  for (const problem of problems) process.stdout.write(`${lineOf(path, problem)}\n`)
  if (!pack) return void process.stderr.write(`${told.unusable(path)}\n`)
  const failed = problems.filter(problem => problem.code === 'failed-test').length
  const outcome = command === 'test' ? told.failed(failed) : told.problems(problems.length)
  process.stderr.write(`${pack.id} ${pack.version}: ${told.exercises(pack.exercises.length)}, ${told.parts(pack.exercises.flatMap(exercise => exercise.parts).length)}, ${told.tests(tests(pack))}, ${outcome}.\n`)
}

function tests(pack: NonNullable<NamedPack['pack']>): number {
  return pack.exercises.flatMap(exercise => exercise.parts).reduce((sum, part) => sum + countTests(part), 0)
}

function asJson({ named: { path, pack }, problems }: Linted): object {
  return {
    path,
    pack: pack && {
      id: pack.id, title: pack.title, version: pack.version,
      exercises: pack.exercises.length, parts: pack.exercises.flatMap(exercise => exercise.parts).length, tests: tests(pack),
    },
    problems: problems.map(({ severity, code, file, line, column, message, mend }) => ({ severity, code, file, line, column, message, ...(mend ? { mend } : {}) })),
  }
}
