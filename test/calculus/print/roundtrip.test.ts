import katex from 'katex'
import { describe, expect, it } from 'vitest'
import { differentiate } from '../../../src-main/calculus/derivative/differentiate.ts'
import { print } from '../../../src-main/calculus/print/print.ts'
import type { Axis, Typed } from '../../../src-main/calculus/tensors/typed.ts'
import { randomExpr, stock, stream } from '../support/randomExpr.ts'
import { equalAt, readBack } from './kit.ts'

/** How many random cases; `PRINT_CASES=100000 vitest run test/calculus/print` for the long run. */
const CASES = Number(process.env.PRINT_CASES ?? 1500)
const TIME = 30_000 + CASES * 20

const sizes = new Map([['M', 3], ['N', 4]])
const shapes: readonly (readonly Axis[])[] = [
  [], [['N']], [['M']], [[], ['N']], [['M'], ['N']], [['N'], ['N']], [['N'], ['M']], [['M'], ['N'], ['N']], [['N'], ['N'], ['N'], ['N']],
  [['N', 'M']], [['N', 'M'], ['N']], [['M'], ['N', 'M']], [['M', 'N'], ['N', 'M']], [['N', 'N'], ['N', 'N']],
]

interface Count { matrices: number; compared: number; readonly bad: string[] }

/** Prints, reads back and compares at a random point. */
function tryOut(typed: Typed, seed: number, count: Count): void {
  const p = print(typed, stock)
  for (const [notation, text] of [['matrix', p.matrix], ['index', p.index]] as const) {
    if (text === null) continue
    if (notation === 'matrix') count.matrices++
    const back = readBack(text, notation, p.names, typed, stock)
    const same = typeof back === 'string' ? false : equalAt(typed.expr, back, stock, sizes, seed)
    if (same === false) count.bad.push(`seed ${seed} ${notation}: ${text}${typeof back === 'string' ? ` | ${back}` : ''}`)
    if (same) count.compared++
  }
  for (const tex of [p.latex, p.indexLatex]) katex.renderToString(tex, { throwOnError: true, strict: 'error' })
  expect(p.speech).not.toBe('')
}

describe('printed forms read back to what was printed', () => {
  it('random expressions of every kind and shape', () => {
    const count: Count = { matrices: 0, compared: 0, bad: [] }
    for (let seed = 1; seed <= CASES; seed++) {
      const rnd = stream(seed)
      const axes = shapes[rnd(shapes.length)]!
      const expr = randomExpr(rnd, axes.flat(), 1 + rnd(3), { functions: rnd(3) > 0, inverses: rnd(2) > 0 })
      tryOut({ expr, axes, free: [] }, seed, count)
    }
    expect(count.bad.slice(0, 20)).toEqual([])
    expect(count.compared).toBeGreaterThan(CASES)
    expect(count.matrices).toBeGreaterThan(CASES / 2)
  }, TIME)

  it('derivatives of random scalars and vectors', () => {
    const count: Count = { matrices: 0, compared: 0, bad: [] }
    for (let seed = 1; seed <= CASES; seed++) {
      const rnd = stream(seed + 1_000_000)
      const target: readonly Axis[] = rnd(3) ? [] : [['N']]
      const f = randomExpr(rnd, target.flat(), 1 + rnd(2), { functions: rnd(2) > 0, inverses: rnd(2) > 0 })
      const wrt = ['x', 'y', 'A', 'B', 'S', 's', 'u'][rnd(7)]!
      const axes = [...target, ...stock.get(wrt)!.axes]
      tryOut({ expr: differentiate(f, wrt, stock), axes, free: [] }, seed, count)
    }
    expect(count.bad.slice(0, 20)).toEqual([])
    expect(count.compared).toBeGreaterThan(CASES)
  }, TIME)
})
