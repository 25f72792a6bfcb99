/** A language is a setting of the thread: it changes words, and nothing else. */
import { afterEach, describe, expect, test } from 'vitest'
import { declare, KeptInTongue, print, read, speak, spoken, typeset } from '../../src-main/calculus/index.ts'
import { check, report } from '../../src-main/checking/check.ts'
import { questionSchema, type QuestionInput } from '../../src-main/checking/question.ts'
import { solutionProse } from '../../src-main/checking/solution/markdown.ts'
import { workedSolution } from '../../src-main/checking/solution/solution.ts'
import { createChecker } from '../../src-main/checking/worker/pool.ts'

afterEach(() => speak('en'))

const linear: QuestionInput = { kind: 'derivative', given: { A: 'M x N', x: 'N' }, f: 'A x', wrt: 'x' }
const question = (input: QuestionInput) => questionSchema.parse(input)
/** All of a verdict but its words. */
const bare = (verdict: ReturnType<typeof check>) => ({ ...verdict, sentence: '', notes: verdict.notes.length, diagnosis: verdict.diagnosis.map(({ message: _, ...rest }) => rest) })

describe('messages with their places', () => {
  test.each([
    ['2 (A x', 'syntax', 2, 3, 'Dieses „(“ wird nicht geschlossen: Ein „)“ fehlt.'],
    ['A + B', 'unknown-name', 4, 5, 'Den Namen „B“ gibt es hier nicht.'],
    ['A + x', 'ill-shaped', 4, 5, 'Addieren lässt sich nur, was dieselbe Form hat: „A“ hat die Form M x N, aber „x“ hat die Form N.'],
    ['x A', 'ill-shaped', 0, 3, 'Das passt in einem Matrixprodukt nicht zusammen: „x“ hat die Form N und „A“ hat die Form M x N; 1 Spalte träfe auf M Zeilen.'],
    ['A_{ij}', 'unbound-index', 3, 4, 'Der Index i ist nicht gebunden: Er kommt einmal vor, steht unter keiner Summe, und die Aufgabe nennt ihn nicht.'],
    ['', 'syntax', 0, 0, 'Hier steht noch keine Antwort: Schreib einen Ausdruck, zum Beispiel 2 A x.'],
  ])('“%s”', (answer, code, from, to, message) => {
    speak('de')
    const { verdict, sentence, diagnosis: [first] } = check(question(linear), answer)
    expect([verdict, sentence]).toEqual(['invalid', 'Das lässt sich noch nicht lesen und zählt deshalb nicht.'])
    expect(first).toMatchObject({ code, from, to, message })
  })

  test.each([
    ['A', 'Richtig.', null],
    ['A^T', 'Noch nicht richtig. Richtig im Nennerlayout, gefragt ist aber das Jacobi-Layout mit der Form M x N.', 'layout'],
    ['-A', 'Noch nicht richtig. Bis auf das Vorzeichen richtig.', 'sign'],
    ['2 A', 'Noch nicht richtig. Bis auf einen konstanten Faktor richtig: Deine Antwort ist 2 mal das, was gefragt ist.', 'factor'],
    ['x', 'Noch nicht richtig. Deine Antwort hat die Form N, gefragt ist aber die Form M x N.', 'shape'],
  ])('the verdict on “%s”', (answer, sentence, code) => {
    speak('de')
    const verdict = check(question(linear), answer)
    expect([verdict.sentence, verdict.diagnosis[0]?.code ?? null]).toEqual([sentence, code])
  })
})

describe('nothing but words depends on it', () => {
  const derivation: QuestionInput = { kind: 'derivation', given: { A: 'M x N', x: 'N' }, start: 'x^T A^T A x', goal: '||A x||^2' }
  test.each<[QuestionInput, string]>([
    [linear, 'A'], [linear, 'A^T'], [linear, '3 A + '], [linear, 'A_{ij}'], [{ ...linear, component: 'ij' }, 'A_{ji}'],
    [{ kind: 'shape', given: { A: 'M x N', x: 'N' }, of: 'A x' }, 'N'], [{ kind: 'shape', given: { A: 'M x N' }, of: 'A' }, '(M x'],
    [{ kind: 'number', value: '3' }, '4'], [{ kind: 'choice', value: ['a', 'b'], options: [{ id: 'a', text: 'A' }, { id: 'b', text: 'B' }] }, 'a'],
    [derivation, 'x^T A^T A x\n(A x)^T A x\n2 ||A x||^2'], [{ kind: 'derivative', given: { x: 'N' }, f: 'einsum("i,i->", x, x)', wrt: 'x' }, 'einsum("ij,j->i", x)'],
  ])('%j, %s', (input, answer) => {
    // The same object, so that what is kept with it is met again in the other language.
    const asked = question(input)
    const english = check(asked, answer)
    speak('de')
    const german = check(asked, answer)
    speak('en')
    expect(bare(german)).toEqual(bare(english))
    expect(german.sentence).not.toBe(english.sentence)
    expect(check(asked, answer)).toEqual(english)
    if (asked.kind !== 'choice') expect(report(asked, answer).problems.map(problem => problem.message).join()).not.toMatch(/\b(der|die|das|nicht)\b/)
  })

  test('a worked solution is made in each language by itself', () => {
    const asked = question({ kind: 'derivative', given: { A: 'M x N', x: 'N', y: 'M' }, f: '||A x - y||^2', wrt: 'x' })
    const english = workedSolution(asked)
    speak('de')
    const german = workedSolution(asked)
    expect(german.lines.map(({ latex, text, about }) => ({ latex, text, about }))).toEqual(english.lines.map(({ latex, text, about }) => ({ latex, text, about })))
    expect(german.lines[0]!.why).toBe('Die Funktion, wie sie gegeben ist.')
    expect(solutionProse(german)).not.toMatch(/\b(the|derivative|written|rule)\b/i)
    speak('en')
    expect(workedSolution(asked)).toBe(english)
  })
})

describe('spoken mathematics', () => {
  const { scope } = declare({ given: { A: 'N x N', x: 'N', y: 'N', t: 'scalar' } })
  test.each([
    ['2 (A x - y)^T', 'zwei mal Klammer auf A x minus y Klammer zu transponiert'],
    ['||A x||^2', 'Norm von A x Ende Norm Quadrat'],
    ['sum_{i} x_i y_i', 'Summe über i von x Index i y Index i'],
    ['tr(A^{-1}) / t', 'Spur von Klammer auf A invers Klammer zu durch t'],
    ['0.5 x .* y', '0 Punkt 5 mal x elementweise mal y'],
  ])('%s', (text, speech) => {
    speak('de')
    expect(typeset(read(text, scope)).speech).toBe(speech)
  })
  test('of what is printed', () => {
    speak('de')
    expect(print(read('2 tr(A) x', scope).value!, scope.symbols).speech).toBe('zwei mal die Spur von A, mal x')
  })
})

test('what is kept in one language is not given in another', () => {
  const kept = new KeptInTongue<object, string>()
  const key = {}
  const ask = () => kept.get(key, () => spoken())
  expect(ask()).toBe('en')
  speak('de')
  expect(ask()).toBe('de')
  speak('en')
  expect(ask()).toBe('en')
})

test('threads answer in the language that was spoken when they were asked', async () => {
  const checker = createChecker()
  try {
    const english = checker.check(linear, '2 A')
    speak('de')
    const german = checker.check(linear, '2 A')
    const reading = checker.read(linear, 'A +')
    speak('en')
    expect((await english).sentence).toMatch(/^Not right yet\./)
    expect((await german).sentence).toMatch(/^Noch nicht richtig\./)
    expect((await reading).problems[0]!.message).toBe('Nach „+“ muss etwas stehen: Rechts davon ist nichts.')
    expect((await checker.check(linear, '2 A')).sentence).toMatch(/^Not right yet\./)
  } finally {
    await checker.close()
  }
})
