import { afterEach, describe, expect, it } from 'vitest'
import { writeSums } from '../../src-main/calculus/index.ts'
import { check } from '../../src-main/checking/check.ts'
import { questionSchema } from '../../src-main/checking/question.ts'
import { workedSolution } from '../../src-main/checking/solution/solution.ts'
import { createChecker } from '../../src-main/checking/worker/pool.ts'

afterEach(() => writeSums('einstein'))

const asked = { kind: 'derivative', given: { A: 'M x N', x: 'N' }, f: '||A x||^2', wrt: 'x', component: ['k'] }
const question = (more: object = {}) => questionSchema.parse({ ...asked, ...more })
const answer = '2 sum_{i,j} A_{ij} x_j A_{ik}'
const solved = (more: object = {}) => workedSolution(question(more)).lines.map(line => line.latex).join('\n')

describe('sums in what is shown', () => {
  it('are left out where nothing was chosen', () => {
    const { verdict, evidence } = check(question(), answer)
    expect(verdict).toBe('correct')
    expect(evidence?.normalForms?.truth.join()).not.toContain('\\sum')
    expect(solved()).toContain('_{')
  })
  it('are written for a reader who likes them so, in the proof and in the worked solution, and the judgement stays', () => {
    const before = solved()
    writeSums('explicit')
    const { verdict, evidence } = check(question(), answer)
    expect(verdict).toBe('correct')
    expect(evidence?.normalForms?.truth.join()).toContain('\\sum')
    const after = solved()
    const signs = (text: string) => text.split('\\sum').length - 1
    expect(signs(after)).toBeGreaterThan(signs(before))
    writeSums('einstein')
    expect(solved()).toBe(before)
  })
  it('are always written where the question asks for them', () => {
    expect(check(question({ summation: 'explicit' }), answer).evidence?.normalForms?.truth.join()).toContain('\\sum')
  })
  it('are written by the thread that checks as where it was asked', async () => {
    const checker = createChecker()
    const shown = async () => (await checker.check(question(), answer)).evidence?.normalForms?.truth.join()
    try {
      writeSums('explicit')
      expect(await shown()).toContain('\\sum')
      writeSums('einstein')
      expect(await shown()).not.toContain('\\sum')
    } finally {
      await checker.close()
    }
  })
})
