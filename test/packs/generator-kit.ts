/** The generator with the real checker, and what must hold of whatever it makes. */
import { check, derive } from '../../src-main/checking/check.ts'
import { workedSolution } from '../../src-main/checking/solution/solution.ts'
import { fromId, generate, structureOf, type Level, type PracticeOutcome, type Tools } from '../../src-main/packs/generator/generate.ts'
import { exerciseSchema } from '../../src-main/packs/schema/exercise.ts'
import type { Exercise } from '../../src-main/packs/pack.ts'

export const tools: Tools = { check: (question, answer) => check(question, answer, { evidence: false }), derive, solve: workedSolution }

/** Characters that may ever be asked of a learner. */
const readable = { function: 60, answer: 110, hints: 14 }

/** What is wrong with the exercise of a seed; nothing where all is well. */
export function faultsOf(seed: number, outcome: PracticeOutcome, level: Level): string[] {
  const faults: string[] = []
  let exercise: Exercise
  try {
    exercise = generate(tools, seed, { outcome, level, refused: (why, question) => { if (why === 'unconfirmed') faults.push(`unconfirmed: ${JSON.stringify(question)}`) } })
  } catch (error) {
    return [...faults, (error as Error).stack ?? String(error)]
  }
  const part = exercise.parts[0]!
  const { question } = part
  const answer = part.tests!.right[0]!
  const tell = (holds: boolean, what: string): void => void (holds || faults.push(`${what}: ${JSON.stringify(question)} ${answer}`))
  const verdict = check(question, answer, { evidence: false })
  tell(verdict.verdict === 'correct', 'its answer is not right')
  tell(verdict.proof !== 'numeric', 'its answer is not proved')
  if (question.kind !== 'shape') {
    tell((verdict.numeric?.points ?? 0) > 0, 'its answer was compared at no point')
    tell(check(question, '0', { evidence: false }).verdict !== 'correct', 'it is zero')
  }
  tell(String(question.f ?? question.value ?? '').length <= readable.function, 'its function is a monster')
  tell(answer.length <= readable.answer, 'its answer is a monster')
  tell(part.hints.length > 0 && part.hints.length <= readable.hints, `it has ${part.hints.length} hints`)
  tell(part.solution !== null, 'it has no solution')
  tell(exerciseSchema.safeParse(exercise.source.value).success, 'it is no exercise of the format')
  const again = fromId(tools, exercise.id)
  tell(JSON.stringify(again?.source.value) === JSON.stringify(exercise.source.value), 'its id makes another')
  tell(structureOf(exercise) === structureOf(again!), 'its structure is another')
  return faults
}
