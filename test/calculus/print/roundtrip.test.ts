import { describe, expect, it } from 'vitest'
import { print } from '../../../src-main/calculus/print/print.ts'
import type { Typed } from '../../../src-main/calculus/tensors/typed.ts'
import { randomExpr, stock, stream } from '../support/randomExpr.ts'
import { equalAt, readBack } from './kit.ts'

const sizes = new Map([['M', 3], ['N', 4]])
const shapes: readonly Typed['axes'][] = [
  [], [['N']], [['M']], [[], ['N']], [['M'], ['N']], [['N'], ['N']], [['N'], ['M']], [['M'], ['N'], ['N']], [['N'], ['N'], ['N'], ['N']],
  [['N', 'M']], [['N', 'M'], ['N']], [['M'], ['N', 'M']], [['M', 'N'], ['N', 'M']], [['N', 'N'], ['N', 'N']],
]

describe('printed forms', () => {
  it('read back to what was printed, in both notations', () => {
    let matrices = 0
    let compared = 0
    const bad: string[] = []
    for (let seed = 1; seed <= Number(process.env.CASES ?? 3000); seed++) {
      const rnd = stream(seed)
      const axes = shapes[rnd(shapes.length)]!
      const expr = randomExpr(rnd, axes.flat(), 1 + rnd(3), { functions: rnd(3) > 0, inverses: rnd(2) > 0 })
      const typed: Typed = { expr, axes, free: [] }
      const p = print(typed, stock)
      for (const notation of ['matrix', 'index'] as const) {
        const text = notation === 'matrix' ? p.matrix : p.index
        if (text === null) continue
        if (notation === 'matrix') matrices++
        const back = readBack(text, notation, p.names, typed, stock)
        const same = typeof back === 'string' ? false : equalAt(expr, back, stock, sizes, seed)
        if (same === false) bad.push(`seed ${seed} ${notation}: ${text}${typeof back === 'string' ? ` | ${back}` : ''}`)
        if (same) compared++
      }
      expect(p.latex.length).toBeGreaterThan(0)
      expect(p.speech.length).toBeGreaterThan(0)
    }
    expect(bad.slice(0, 20)).toEqual([])
    expect(compared).toBeGreaterThan(3000)
    expect(matrices).toBeGreaterThan(1000)
  })
})
