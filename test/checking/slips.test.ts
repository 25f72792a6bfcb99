/** One slip each: the code, the sentence that is said, and the place that it points at. */
import { describe, expect, test } from 'vitest'
import { check } from '../../src-main/checking/check.ts'
import { questionSchema, type QuestionInput } from '../../src-main/checking/question.ts'
import { english } from '../../src-main/checking/words/english.ts'

type Slip = readonly [answer: string, code: string, message: string, place: string]

function slips(question: Omit<QuestionInput, 'kind'>, rows: readonly Slip[]): void {
  test(`${question.f} by ${question.wrt}`, () => {
    const parsed = questionSchema.parse({ kind: 'derivative', ...question })
    for (const [answer, code, message, place] of rows) {
      const [d] = check(parsed, answer, { evidence: false }).diagnosis
      expect([answer, d?.code, d?.message, d && answer.slice(d.from, d.to)]).toEqual([answer, code, message, place])
    }
  })
}

describe('slips in one place', () => {
  slips({ given: { x: 'N' }, f: 'x / ||x||', wrt: 'x' }, [
    ['I / ||x|| - x x^T / ||x||^2', 'chain', english.exponentHere, '||x||^2'],
    ['I / ||x|| - 1/2 x x^T / ||x||^3', 'factor', english.factorOfTerm, '1/2 x x^T / ||x||^3'],
    ['I - x x^T / ||x||^3', 'chain', english.missingFactor, 'I - x x^T / ||x||^3'],
  ])
  slips({ given: { W: 'M x N', x: 'N', b: 'M', sigma: 'elementwise' }, f: 'sigma(W x + b)', wrt: 'x' }, [
    ["diag(sigma'(W x)) W", 'missing-term', english.missingInside, 'W x'],
    ["diag(sigma'(W x + b))", 'chain', english.chain, "diag(sigma'(W x + b))"],
  ])
  slips({ given: { a: 'N', x: 'N', b: 'scalar' }, f: 'sigmoid(a^T x + b)', wrt: 'x' }, [
    ['sigmoid(a^T x + b) (-sigmoid(a^T x + b)) a^T', 'missing-term', english.missingTermHere, '(-sigmoid(a^T x + b))'],
    ['sigmoid(a^T x + b) (1 - 2 sigmoid(a^T x + b)) a^T', 'factor', english.factorOfTerm, '2 sigmoid(a^T x + b)'],
  ])
  slips({ given: { a: 'N', x: 'N' }, f: 'exp(a^T x)', wrt: 'x' }, [
    ['(a^T x) a^T', 'chain', english.functionHere, '(a^T x)'],
    ['exp(-a^T x) a^T', 'sign', english.signOfTerm, '-a^T x'],
  ])
  slips({ given: { X: 'N x N, invertible' }, f: 'det(X)', wrt: 'X' }, [
    ['det(X) X^T', 'chain', english.inverseHere, 'X^T'],
    ['X^-T', 'chain', english.missingFactor, 'X^-T'],
  ])
  slips({ given: { x: 'N' }, f: 'x x^T x', wrt: 'x' }, [['x^T x I + 2 (x^T x) I', 'order', english.innerHere, 'x^T x']])
  slips({ given: { x: 'N' }, f: 'softmax(x)', wrt: 'x', component: 'ij' }, [['softmax(x)_i (delta_{ij} - softmax(x)_i)', 'index-swap', english.indexHere, 'i']])
  slips({ given: { A: 'M x N', B: 'N x K', x: 'K' }, f: '||A B x||^2', wrt: 'x' }, [
    ['2 (A B x)^T', 'chain', english.chain, '2 (A B x)^T'],
    ['2 (A B x)^T A', 'chain', english.chain, '2 (A B x)^T A'],
  ])
  slips({ given: { X: 'N x D', w: 'D', y: 'N', l: 'scalar' }, f: '||X w - y||^2 + l ||w||^2', wrt: 'w' }, [
    ['2 (X w - y)^T X + l w^T', 'factor', english.factorOfTerm, 'l w^T'],
    ['2 (X w - y)^T X + 2 w^T', 'chain', english.missingFactor, '2 (X w - y)^T X + 2 w^T'],
  ])
})
