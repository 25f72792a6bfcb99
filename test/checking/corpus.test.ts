import { describe, expect, test } from 'vitest'
import { check } from '../../src-main/checking/check.ts'
import { readCorpus } from './corpus.ts'

describe('golden verdicts', () => {
  for (const block of readCorpus(new URL('./corpus/', import.meta.url))) {
    test(block.where, () => {
      for (const c of block.cases) {
        const v = check(block.question, c.answer, { evidence: false })
        const got = { at: c.where, answer: c.answer, verdict: v.verdict, proof: v.proof, code: v.diagnosis[0]?.code ?? 'none', from: v.diagnosis[0]?.from, to: v.diagnosis[0]?.to }
        if (c.mark === '=') expect(got).toMatchObject({ verdict: 'correct', proof: 'symbolic' })
        else if (c.mark === '~') expect({ ...got, strong: v.proof === 'exact' || v.proof === 'numeric' }).toMatchObject({ verdict: 'correct', strong: true })
        else if (c.mark === '!') expect(got).toMatchObject({ verdict: 'incorrect', code: c.code })
        else expect(got).toMatchObject({ verdict: 'invalid', code: c.code, from: c.from, to: c.to })
      }
    })
  }
})
