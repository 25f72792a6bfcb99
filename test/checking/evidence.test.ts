import { describe, expect, it } from 'vitest'
import { check } from '../../src-main/checking/check.ts'
import { questionSchema } from '../../src-main/checking/question.ts'

const question = questionSchema.parse({ kind: 'derivative', given: { A: 'M x N', x: 'N', y: 'M' }, f: '||A x - y||^2', wrt: 'A' })
const example = (answer: string) => check(question, answer).evidence?.example

describe('the small example of an answer in another shape', () => {
  it('has the same numbers where the answer is right but for its layout', () => {
    const { shape, other, differ } = example('2 x (A x - y)^T')!
    expect(other?.shape).toEqual([...shape].reverse())
    expect(differ).toEqual([])
  })
  it('tells the entries that differ where it is wrong besides, by their place in the reference', () => {
    const { shape: [rows, columns], truth, yours, differ } = example('3 x (A x - y)^T')!
    expect(differ.length).toBeGreaterThan(0)
    const turned = truth.map((_, at) => yours[(at % columns!) * rows! + Math.floor(at / columns!)]!)
    const wrong = truth.flatMap((value, at) => (Math.abs(value! - turned[at]!) > 1e-9 ? [at] : []))
    expect(differ).toEqual(wrong)
  })
})
