/**
 * Slips made on purpose in the right answers of the corpora. A plain evaluator, which shares nothing with the judges, says whether a mutant is
 * still right: no wrong one may pass, no right one may fail, and the first diagnosis must be a true name of the slip nearly always.
 */
import { describe, expect, test } from 'vitest'
import { check } from '../../src-main/checking/check.ts'
import { readAnswer } from '../../src-main/checking/kinds/expression.ts'
import { prepareOnce } from '../../src-main/checking/prepared.ts'
import { componentNames } from '../../src-main/checking/prepare/layout.ts'
import { readCorpus } from './corpus.ts'
import { mutants } from './oracle/mutants.ts'
import { examine } from './oracle/oracle.ts'

// In precision.txt answers differ by less than the finite differences of the oracle can tell.
const blocks = readCorpus(new URL('./corpus/', import.meta.url)).filter(b => (b.question.kind === 'derivative' || b.question.kind === 'expression') && !b.where.startsWith('precision.txt'))
const table = new Map<string, { told: number; all: number }>()
const missed: string[] = []

describe('mutants of right answers', () => {
  for (const file of new Set(blocks.map(b => b.where.split(':')[0]!))) {
    test(file, { timeout: 60_000 }, () => {
      for (const block of blocks.filter(b => b.where.startsWith(`${file}:`))) {
        const right = block.cases.find(c => c.mark === '=')
        const tree = right && readAnswer(prepareOnce(block.question), right.answer).resolved
        if (!tree) continue
        for (const m of mutants(right.answer, tree, componentNames(block.question.component) ?? [])) {
          const v = check(block.question, m.text, { evidence: false })
          if (v.verdict === 'invalid') continue
          const truth = examine(block.question, m.text)
          const seen = { where: right.where, slip: m.slip, mutant: m.text }
          if (truth.outcome === 'equal') expect({ ...seen, verdict: v.verdict }).not.toMatchObject({ verdict: 'incorrect' })
          if (truth.outcome === 'different' || truth.outcome === 'shape') expect({ ...seen, verdict: v.verdict }).toMatchObject({ verdict: 'incorrect' })
          if (v.verdict !== 'incorrect') continue
          const row = table.get(m.slip) ?? { told: 0, all: 0 }
          row.all++
          if (m.codes.includes(v.diagnosis[0]?.code ?? 'none')) row.told++
          else missed.push(`${right.where} ${m.slip}: ${m.text}  →  ${v.diagnosis[0]?.code ?? 'none'}`)
          table.set(m.slip, row)
        }
      }
    })
  }

  test('the slip is told nearly always', () => {
    const [told, all] = [...table.values()].reduce(([t, a], r) => [t + r.told, a + r.all], [0, 0])
    const lines = [...table].map(([slip, r]) => `${slip.padEnd(20)} ${String(r.told).padStart(4)} of ${String(r.all).padStart(4)}`)
    if (process.env['MUTANTS']) console.log([...lines, ...missed].join('\n'))
    expect(all).toBeGreaterThan(1000)
    expect(told / all, [...lines, ...missed].join('\n')).toBeGreaterThan(0.9)
  })
})
