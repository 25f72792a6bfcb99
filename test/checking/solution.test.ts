import { describe, expect, it } from 'vitest'
import { questionSchema, type Question, type QuestionInput } from '../../src-main/checking/question.ts'
import { solutionProse } from '../../src-main/checking/solution/markdown.ts'
import { workedSolution } from '../../src-main/checking/solution/solution.ts'
import { texFault } from '../../src-main/packs/lint/tex.ts'
import { readCorpus } from './corpus.ts'
import { confirm } from './solution-kit.ts'

const ask = (fields: Omit<QuestionInput, 'kind'>): Question => questionSchema.parse({ kind: 'derivative', ...fields })

describe('worked solutions', () => {
  for (const block of readCorpus(new URL('./corpus/', import.meta.url))) {
    const { question } = block
    if (question.kind !== 'derivative') continue
    it(`has only lines that the checker finds right, and ends with the answer: ${block.where}`, () => {
      const s = workedSolution(question)
      expect(confirm(question, s)).toEqual([])
      expect(s.lines[0]!.text).toBe(question.f!.trim())
      expect(s.lines.at(-1)!.about).toBe('answer')
      expect(s.answer).toBe(s.lines.at(-1)!.text)
      const formulas = s.lines.flatMap(l => [l.latex, ...[...l.why.matchAll(/\$(.*?)\$/g)].map(m => m[1]!)])
      expect(formulas.map(tex => texFault(tex, true)).filter(fault => fault !== null)).toEqual([])
      expect(solutionProse(s).split('$$')).toHaveLength(2 * s.lines.length + 1)
    })
  }
})

describe('the steps of a student', () => {
  const texts = (q: Question): string[] => workedSolution(q).lines.map(l => l.text)

  it('names the inner function, differentiates from the outside in, and sums the deltas away', () => {
    expect(texts(ask({ given: { A: 'M x N', x: 'N', y: 'M' }, f: '||A x - y||^2', wrt: 'A' }))).toEqual([
      '||A x - y||^2',
      'r = A x - y',
      'r^T r',
      'r_i r_i',
      '2 r_k dr_k/dA_{ij}',
      '2 x_l dA_{kl}/dA_{ij} r_k',
      '2 delta_{ki} r_k delta_{lj} x_l',
      '2 r_i x_j',
      '2 (A_{ik} x_k - y_i) x_j',
      '2 (A x - y) x^T',
    ])
  })

  it('has one line for each layer of a network', () => {
    expect(texts(ask({ given: { W: 'P x M', V: 'M x N', x: 'N', y: 'P' }, f: '||W tanh(V x) - y||^2', wrt: 'V' })).slice(0, 8)).toEqual([
      '||W tanh(V x) - y||^2',
      'z = V x',
      'r = W tanh(z) - y',
      'r^T r',
      'r_i r_i',
      '2 r_k dr_k/dV_{ij}',
      "2 sum_l W_{kl} dz_l/dV_{ij} tanh'(z_l) r_k",
      "2 sum_l W_{kl} dV_{lm}/dV_{ij} x_m r_k tanh'(z_l)",
    ])
  })

  it('keeps the names that the author gave, and tells the rule of each step', () => {
    const { lines } = workedSolution(ask({ given: { A: 'M x N', x: 'N' }, define: { g: 'A x' }, f: '||g||^2', wrt: 'A' }))
    expect(lines.map(l => [l.about, l.text])).toEqual([
      ['function', '||g||^2'],
      ['function', 'g_i g_i'],
      ['entry', '2 g_k dg_k/dA_{ij}'],
      ['entry', '2 x_l dA_{kl}/dA_{ij} g_k'],
      ['entry', '2 delta_{ki} g_k delta_{lj} x_l'],
      ['entry', '2 g_i x_j'],
      ['answer', '2 g x^T'],
    ])
    expect(lines[2]!.why).toMatch(/^Product rule for a square/)
    expect(lines[3]!.why).toBe('Now the derivative of $g$. This is linear in $A$: all the rest is constant and stays as it is.')
    expect(lines[6]!.why).toBe('In matrix notation: these are the entries of an array of shape M × N.')
  })

  it('takes the rules of inverses and determinants', () => {
    const inverse = workedSolution(ask({ given: { A: 'N x N', X: 'N x N, invertible' }, f: 'tr(A X^-1)', wrt: 'X' }))
    expect(inverse.lines.map(l => l.text)).toContain('-A_{kl} (X^-1)_{lm} dX_{mn}/dX_{ij} (X^-1)_{nk}')
    expect(inverse.answer).toBe('-X^-T A^T X^-T')
    const det = workedSolution(ask({ given: { X: 'N x N' }, f: 'det(X)', wrt: 'X' }))
    expect(det.lines.find(l => l.about === 'entry')!.why).toMatch(/^Jacobi’s rule/)
  })

  it('ends in the notation and the layout that are asked', () => {
    const given = { A: 'M x N', x: 'N' }
    expect(workedSolution(ask({ given, f: 'A x', wrt: 'x', layout: 'denominator' })).answer).toBe('A^T')
    expect(workedSolution(ask({ given, f: 'A x', wrt: 'A', component: 'ipq' })).answer).toBe('delta_{ip} x_q')
    expect(workedSolution(ask({ given: { A: 'M x M', X: 'M x N' }, f: 'A X', wrt: 'X', form: 'vec' })).answer).toBe('kron(I_N, A)')
    expect(workedSolution(ask({ given: { t: 'scalar' }, f: 'log(1 + t^2)', wrt: 't' })).answer).toBe('2 t / (1 + t^2)')
  })

  it('writes every sum where the question wants them written', () => {
    const { lines } = workedSolution(ask({ given: { A: 'M x N', x: 'N' }, f: 'sum_k A_{ik} x_k', wrt: 'A', component: 'ipq', summation: 'explicit' }))
    expect(lines.map(l => l.text)).toEqual(['sum_k A_{ik} x_k', 'sum_j A_{ij} x_j', 'sum_j x_j dA_{ij}/dA_{pq}', 'delta_{ip} sum_j delta_{jq} x_j', 'delta_{ip} x_q'])
  })

  it('refuses another kind of question', () => {
    expect(() => workedSolution(questionSchema.parse({ kind: 'number', value: 1 }))).toThrow('a number has no worked solution')
  })
})
