/** Figures of the calculus core: each of its steps by itself, how they grow, and a general computer algebra system beside them where it can do the work. */
import { type Derivation, derivations, product, sums, type Task, trace, walks } from './calculus-tasks.ts'
import { besideMathjs } from './mathjs.bench.ts'
import { differentiate, equalByNormalForm, exactTest, numericCompare, print, read } from '../../src-main/calculus/index.ts'
import { prepare } from '../../src-main/checking/prepare/prepare.ts'
import { check } from '../../src-main/checking/check.ts'
import { judge, numericTruth } from '../../src-main/checking/judges/judge.ts'
import { questionSchema } from '../../src-main/checking/question.ts'
import { readAnswer, toRead } from '../../src-main/checking/kinds/expression.ts'
import { type Figure, quantile, spread, times } from './figures.ts'

/** Reading, deriving, printing and each judge on derivatives from published tables; then growth; then mathjs. */
export function calculusBench(): readonly Figure[] {
  return [...steps(derivations), ...growth(), ...besideMathjs()]
}

function steps(tasks: readonly Derivation[]): Figure[] {
  const asked = tasks.map(({ answer, ...question }) => {
    const parsed = questionSchema.parse({ kind: 'derivative', ...question })
    const prepared = prepare(parsed)
    const { verdict, diagnosis } = check(parsed, answer, { evidence: false })
    if (verdict !== 'correct') throw new Error(`The bench asks for a right answer, and “${answer}” is ${verdict}: ${diagnosis[0]?.message}`)
    return { answer, question: parsed, prepared, found: toRead(prepared, answer, readAnswer(prepared, answer)) }
  })
  const rounds = 20
  /** All tasks, in turn, so many times. */
  const spent = (run: (one: (typeof asked)[number]) => void): string => {
    for (const one of asked) run(one)
    return spread(times(rounds * asked.length, n => run(asked[n % asked.length]!)))
  }
  const derived = asked.map(one => one.prepared.derivative!)
  return [
    { name: `${asked.length} derivatives from published tables: the answer read`, value: spent(({ answer, prepared }) => void read(answer, prepared.scope)), budget: 'p99 < 1 ms' },
    { name: 'the question prepared: read, differentiated, laid out', value: spent(({ question }) => void prepare({ ...question })) },
    { name: 'differentiated alone', value: spread(times(rounds * asked.length, n => void differentiate(derived[n % derived.length]!.f.expr, derived[n % derived.length]!.wrt, asked[n % asked.length]!.prepared.symbols))) },
    { name: 'judge 1: normal form', value: spent(({ found, prepared }) => void equalByNormalForm({ ...found.expr }, { ...prepared.truth.expr }, prepared.symbols)) },
    { name: 'judge 2: exact arithmetic', value: spent(({ found, prepared }) => void exactTest(found.expr, prepared.truth.expr, prepared.symbols, prepared.seed)) },
    { name: 'judge 3: Jacobian by dual numbers', value: spent(({ found, prepared }) => void numericCompare(numericTruth(prepared), found.expr, { symbols: prepared.symbols, seed: prepared.seed })) },
    { name: 'all three', value: spent(({ found, prepared }) => void judge(prepared, found.expr)) },
    { name: 'the reference printed', value: spent(({ prepared }) => void print(prepared.truth, prepared.symbols).latex) },
    { name: 'the whole check, the question new', value: spent(({ question, answer }) => void check({ ...question }, answer, { evidence: true })), budget: 'median < 2 ms, p95 < 20 ms' },
  ]
}

function growth(): Figure[] {
  const row = (name: string, sizes: readonly number[], task: (n: number) => Task, budget?: string): Figure => ({
    name, value: sizes.map(n => `${n}: ${milliseconds(task(n))}`).join(', '), ...(budget === undefined ? {} : { budget }),
  })
  return [
    row('tr((A Aᵀ)ⁿ) by A, ms by n', [1, 2, 3, 4, 6, 8, 12], trace, 'n = 6 under 10 ms'),
    row('a product of n matrices, ms by n', [4, 8, 16, 32, 64, 128], product),
    row('a sum of n terms in another order, ms by n', [4, 16, 64, 256, 512], sums),
    row('a contraction of two arrays of n axes, ms by n', [1, 2, 3, 4, 5, 6], walks),
  ]
}

/** The median of some whole checks of a question that is new each time. */
function milliseconds({ question, answer }: Task): string {
  const parsed = questionSchema.parse(question)
  const verdict = check({ ...parsed }, answer, { evidence: false })
  if (verdict.verdict !== 'correct') throw new Error(`The bench asks for a right answer, and “${answer.slice(0, 60)}” is ${verdict.verdict}.`)
  return quantile(times(7, () => void check({ ...parsed }, answer, { evidence: false })), 0.5).toFixed(2)
}
