/** The generator with the real checker, and what must hold of whatever it makes. */
import { check, deriveIn } from '../../src-main/checking/check.ts'
import { workedSolution } from '../../src-main/checking/solution/solution.ts'
import { fromId, generate, questionFor, structureOf, structureOfId, type Level, type PracticeOutcome, type Tools } from '../../src-main/packs/generator/generate.ts'
import { exerciseSchema } from '../../src-main/packs/schema/exercise.ts'
import type { Question } from '../../src-main/checking/question.ts'
import type { Verdict } from '../../src-main/checking/verdict.ts'
import { texFault } from '../../src-main/packs/lint/tex.ts'
import { piecesOf } from '../../src-main/packs/lint/prose.ts'

/** What was found of a question: the generator asks of some, and `lookAt` of all. */
const zero = new WeakMap<Question, boolean>()

export const tools: Tools = {
  check: (question, answer) => check(question, answer, { evidence: false }),
  isZero: question => {
    let known = zero.get(question)
    if (known === undefined) zero.set(question, known = check(question, '0', { diagnose: false }).verdict === 'correct')
    return known
  },
  derive: deriveIn,
  solve: workedSolution,
}

/** Characters that may ever be asked of a learner. */
const readable = { function: 60, answer: 112, hints: 16 }

/** The question of a seed, with what is wrong with it; null where none could be made. */
export interface Look { readonly question: Question | null; readonly structure: string; readonly faults: readonly string[] }

/**
 * The question of a seed, with what is wrong with it; nothing where all is well: it can be asked, its answer was derived, printed, read again and
 * judged right, by proof and against the numeric Jacobian, and neither is trivial or a monster.
 */
export function lookAt(seed: number, outcome: PracticeOutcome, level: Level): Look {
  const faults: string[] = []
  let found: ReturnType<typeof questionFor>
  let verdict: Verdict | null = null
  // The generator itself holds the printed answer against the checker; here it is looked at what the checker said.
  const watched: Tools = { ...tools, check: (question, answer) => {
    const said = tools.check(question, answer)
    verdict = said
    return said
  } }
  try {
    found = questionFor(watched, seed, { outcome, level, refused: (why, question) => { if (why === 'unconfirmed') faults.push(`unconfirmed: ${JSON.stringify(question)}`) } })
  } catch (error) {
    return { question: null, structure: '', faults: [...faults, (error as Error).stack ?? String(error)] }
  }
  const { question, answer, structure } = found
  const { proof, numeric, verdict: kind } = verdict! as Verdict
  const tell = (holds: boolean, what: string): void => void (holds || faults.push(`${what}: ${JSON.stringify(question)} ${answer}`))
  tell(kind === 'correct', 'its answer is not right')
  tell(proof !== 'numeric', 'its answer is not proved')
  if (question.kind === 'derivative' || question.kind === 'expression') tell((numeric?.points ?? 0) > 0 && numeric!.maxError < 1e-6, 'its answer was compared at no point')
  if (question.kind !== 'shape') tell(!tools.isZero(question), 'it is zero')
  tell(String(question.f ?? question.value ?? '').length <= readable.function, 'its function is a monster')
  tell(answer.length <= readable.answer, 'its answer is a monster')
  return { question, structure, faults }
}

/** The same of the whole exercise, and that it has words, its file is one of the format, its mathematics can be set, and its id makes it again. */
export function faultsOf(seed: number, outcome: PracticeOutcome, level: Level): readonly string[] {
  const { question, faults } = lookAt(seed, outcome, level)
  if (!question) return faults
  const exercise = generate(tools, seed, { outcome, level })
  const part = exercise.parts[0]!
  const more: string[] = []
  const tell = (holds: boolean, what: string): void => void (holds || more.push(`${what}: ${JSON.stringify(part.question)}`))
  tell(part.hints.length > 0 && part.hints.length <= readable.hints, `it has ${part.hints.length} hints`)
  tell(part.solution !== null, 'it has no solution')
  tell(exerciseSchema.safeParse(exercise.source.value).success, 'it is no exercise of the format')
  for (const { tex, display } of [part.prompt, part.solution!, ...part.hints.map(h => h.say)].flatMap(text => piecesOf(text).formulas)) tell(texFault(tex, display) === null, `\`${tex}\` cannot be set`)
  const again = fromId(tools, exercise.id)
  tell(JSON.stringify(again?.source.value) === JSON.stringify(exercise.source.value), 'its id makes another')
  tell(structureOf(exercise) === structureOf(again!) && structureOfId(tools, exercise.id) === structureOf(exercise), 'its structure is another')
  return [...faults, ...more]
}
