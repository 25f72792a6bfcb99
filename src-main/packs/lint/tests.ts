/** Runs an author's tests: answers whose verdicts are known. */
import type { DiagnosisCode, Verdict, VerdictKind } from '../../checking/verdict.ts'
import type { Exercise, Part } from '../pack.ts'
import type { PackProblem } from '../problem.ts'
import type { Path } from '../yaml/places.ts'
import type { LintChecker } from './index.ts'

const wanted = { right: 'correct', wrong: 'incorrect', unreadable: 'invalid' } as const satisfies Record<string, VerdictKind>
const words: Readonly<Record<VerdictKind, string>> = { correct: 'right', incorrect: 'wrong', invalid: 'unreadable', undecided: 'undecided' }

/** A problem for each test that fails, and one for a part that has none. */
export function runTests({ source }: Exercise, part: Part, checker: LintChecker): PackProblem[] {
  const { tests } = part
  if (!tests || tests.right.length + tests.wrong.length === 0) {
    return [
      source.problem(
        'no-tests',
        'This part has no tests. Give some answers that must be right and some that must be wrong.',
        source.place([...part.path, 'id']),
        { severity: 'warning' },
      ),
    ]
  }
  const run = (list: keyof typeof wanted, answer: string, diagnosis: DiagnosisCode | null, path: Path): PackProblem[] => {
    const failure = failureOf(wanted[list], diagnosis, checker.check(part.question, answer))
    return failure === null
      ? []
      : [
          source.problem(
            'failed-test',
            `The test \`${answer.trim()}\` fails: it should be ${failure}`,
            source.place([...part.path, 'tests', ...path]),
          ),
        ]
  }
  return [
    ...tests.right.flatMap((answer, i) => run('right', answer, null, ['right', i])),
    ...tests.wrong.flatMap(({ answer, diagnosis }, i) => run('wrong', answer, diagnosis, ['wrong', i])),
    ...tests.unreadable.flatMap(({ answer, diagnosis }, i) => run('unreadable', answer, diagnosis, ['unreadable', i])),
  ]
}

/** What was expected and what came instead; null where both agree. */
function failureOf(kind: VerdictKind, diagnosis: DiagnosisCode | null, verdict: Verdict): string | null {
  const first = verdict.diagnosis[0]?.code ?? null
  if (verdict.verdict === kind && (diagnosis === null || diagnosis === first)) return null
  const said = `${words[verdict.verdict]}${first === null ? '' : ` (${first})`}`
  return `${words[kind]}${diagnosis === null ? '' : ` (${diagnosis})`}, and is ${said}. ${verdict.diagnosis[0]?.message ?? verdict.sentence}`
}
