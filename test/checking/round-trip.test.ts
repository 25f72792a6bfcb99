/** What the app sets in mathematics can be typed back: a learner who copies the typeset line means what it says. */
import { describe, expect, it } from 'vitest'
import { check, derive, report } from '../../src-main/checking/check.ts'
import { questionSchema } from '../../src-main/checking/question.ts'
import { readCorpus } from './corpus.ts'

describe('typeset answers, typed back', () => {
  it('mean the same, for every right answer and every reference of the corpus', { timeout: 120_000 }, () => {
    const wrong: string[] = []
    let tried = 0
    for (const { question, cases } of readCorpus(new URL('./corpus/', import.meta.url))) {
      if (question.kind !== 'derivative' && question.kind !== 'expression') continue
      const right = cases.filter(c => c.mark === '=' || c.mark === '~').map(c => ({ where: c.where, latex: report(question, c.answer).latex }))
      const printed = derive(question)
      // Of a question that names no indices, an index form names its own.
      const reference = printed.matrix === null && question.component === undefined ? [] : [{ where: 'reference', latex: printed.latex }]
      for (const { where, latex } of [...right, ...reference]) {
        if (latex === undefined) continue
        tried++
        const verdict = check(question, latex, { evidence: false })
        if (verdict.verdict !== 'correct' && verdict.diagnosis[0]?.code !== 'form') wrong.push(`${where}: ${latex}: ${verdict.verdict}: ${verdict.sentence}`)
      }
    }
    expect(wrong).toEqual([])
    expect(tried).toBeGreaterThan(1_500)
  })

  it.each([
    ['ones(M,N)', '\\mathbf{1}_{M \\times N}'], ['zeros(M,N)', '\\mathbf{0}_{M \\times N}'], ['x .^ 2', 'x^{\\circ 2}'], ['x .^ -1', 'x^{\\circ -1}'], ['A .^ 3', 'A^{∘3}'], ['A .^ 2', 'A^{\\odot 2}'],
    ['abs(A)', '\\operatorname{abs}\\left(A\\right)'],
  ])('%s from %s', (value, latex) => {
    const question = questionSchema.parse({ kind: 'expression', given: { A: 'M x N', x: 'N' }, value })
    expect(check(question, latex, { evidence: false })).toMatchObject({ verdict: 'correct', proof: 'symbolic' })
  })

  it('a dot between two sizes is still one axis', () => {
    const question = questionSchema.parse({ kind: 'expression', given: { A: 'M x N', v: 'M*N' }, value: 'ones(M*N)' })
    expect(check(question, '1_{M \\cdot N}', { evidence: false }).verdict).toBe('correct')
    expect(check(question, '1_{M \\times N}', { evidence: false }).verdict).toBe('incorrect')
  })
})
