/** What is kept of a question from one answer to the next changes nothing of what is said. */
import { describe, expect, test } from 'vitest'
import { check } from '../../src-main/checking/check.ts'
import { questionSchema, type Question } from '../../src-main/checking/question.ts'
import { readCorpus } from './corpus.ts'

const again = (question: Question): Question => questionSchema.parse({ ...question })

describe('a question that is answered many times', () => {
  test('says of each answer what it says of it alone', () => {
    const blocks = readCorpus(new URL('./corpus/', import.meta.url)).filter((_, n) => n % 40 === 0)
    expect(blocks.length).toBeGreaterThan(10)
    for (const { question, cases, where } of blocks) {
      const one = again(question)
      const answers = [...cases, ...cases.toReversed()].map(c => c.answer)
      for (const answer of answers) expect(check(one, answer, { evidence: true }), `${where} ${answer}`).toEqual(check(again(question), answer, { evidence: true }))
    }
  }, 120_000)

  test('finds a derivation right or wrong, whether or not it says what is wrong', () => {
    const question = questionSchema.parse({ kind: 'derivation', given: { A: 'N x N', x: 'N' }, f: 'x^T A x', wrt: 'x', start: 'df', goal: 'x^T (A + A^T) dx' })
    for (const answer of ['0', '= dx^T A x + x^T A dx\n= x^T (A + A^T) dx', '= 2 x^T A dx', '= x^T A dx +', '= x^T A^T dx + x^T A dx', '= A dx\n= x^T (A + A^T) dx']) {
      const [quiet, told] = [check(again(question), answer, { diagnose: false }), check(again(question), answer)]
      expect({ verdict: quiet.verdict, lines: quiet.lines }, answer).toEqual({ verdict: told.verdict, lines: told.lines })
    }
  })
})
