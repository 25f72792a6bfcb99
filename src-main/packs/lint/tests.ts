/** Runs an author's tests: answers whose verdicts are known. */
import type { DiagnosisCode, Verdict, VerdictKind } from '../../checking/verdict.ts'
import type { Exercise, Part } from '../pack.ts'
import type { PackProblem } from '../problem.ts'
import type { Path } from '../yaml/places.ts'
import { verdictOf } from './ask.ts'
import type { Asking } from './ask.ts'
import { words } from './words.ts'

const wanted = { right: 'correct', wrong: 'incorrect', unreadable: 'invalid' } as const satisfies Record<string, VerdictKind>

interface Test {
  readonly list: keyof typeof wanted
  readonly answer: string
  readonly diagnosis: DiagnosisCode | null
  readonly path: Path
}

/** How many tests a part has. */
export function countTests(part: Part): number {
  return testsOf(part).length
}

function testsOf({ tests, path }: Part): Test[] {
  if (!tests) return []
  const at = (list: Test['list'], i: number): Path => [...path, 'tests', list, i]
  return [
    ...tests.right.map((answer, i): Test => ({ list: 'right', answer, diagnosis: null, path: at('right', i) })),
    ...tests.wrong.map((test, i): Test => ({ list: 'wrong', ...test, path: at('wrong', i) })),
    ...tests.unreadable.map((test, i): Test => ({ list: 'unreadable', ...test, path: at('unreadable', i) })),
  ]
}

/** A problem for each test that fails, and one for a part that has none. */
export function* runTests({ source }: Exercise, part: Part): Asking<PackProblem[]> {
  const tests = testsOf(part)
  if (!tests.some(test => test.list !== 'unreadable')) {
    return [source.problem('no-tests', words.noTests, source.place([...part.path, 'id']), { severity: 'warning' })]
  }
  const problems: PackProblem[] = []
  for (const { list, answer, diagnosis, path } of tests) {
    const failure = failureOf(answer.trim().replace(/\s*\n\s*/g, ' '), wanted[list], diagnosis, yield* verdictOf(part.question, answer))
    if (failure !== null) problems.push(source.problem('failed-test', failure, source.place(path)))
  }
  return problems
}

/** What to tell of a test that fails; null for one that does not. */
function failureOf(answer: string, kind: VerdictKind, diagnosis: DiagnosisCode | null, verdict: Verdict): string | null {
  const first = verdict.diagnosis[0]?.code ?? null
  if (verdict.verdict === kind && (diagnosis === null || diagnosis === first)) return null
  const named = (which: VerdictKind, why: DiagnosisCode | null): string => `${words.verdicts[which]}${why === null ? '' : ` (${why})`}`
  const why = verdict.verdict === 'correct' ? '' : (verdict.diagnosis[0]?.message ?? verdict.sentence)
  return words.failedTest(answer, named(kind, diagnosis), named(verdict.verdict, first), why).trimEnd()
}
