import { describe, expect, it } from 'vitest'
import { slots } from '../../../src-main/calculus/tensors/build.ts'
import { sumExpr } from '../../../src-main/calculus/print/simplify/mono.ts'
import { expandAll } from '../../../src-main/calculus/print/simplify/product.ts'
import { Simplifier } from '../../../src-main/calculus/print/simplify/simplifier.ts'
import type { Dim, Expr } from '../../../src-main/calculus/tensors/expr.ts'
import { floatsAt } from '../support/floats.ts'
import { randomExpr, stock, stream } from '../support/randomExpr.ts'

const sizes = new Map([['M', 3], ['N', 4]])
const shapes: readonly (readonly Dim[])[] = [[], ['N'], ['M'], ['M', 'N'], ['N', 'N'], ['M', 'N', 'N'], ['N', 'N', 'N', 'N']]

/** Equal where the first has a value: a rewritten form may have values where the first has none, never other ones. */
function agree(p: Expr, q: Expr, seed: number): number {
  const [a, b] = floatsAt(stock, [p, q], sizes, seed)
  let compared = 0
  for (const [n, x] of a!.v.entries()) {
    if (!Number.isFinite(x) || Math.abs(x) > 1e8 || !(a!.s[n]! <= 1e8)) continue
    compared++
    const scale = Math.max(1, a!.s[n]!, b!.s[n]!)
    if (!(Math.abs(x - b!.v[n]!) <= 1e-6 * scale)) return -1
  }
  return compared
}

describe('simplification', () => {
  it('keeps the value of random expressions', () => {
    let compared = 0
    for (let seed = 1; seed <= 3000; seed++) {
      const rnd = stream(seed)
      const dims = shapes[rnd(shapes.length)]!
      const e = randomExpr(rnd, dims, 1 + rnd(3))
      const rules = new Simplifier(stock)
      const simple = rules.expr(e)
      expect(slots(simple), `slots, seed ${seed}`).toEqual(slots(e))
      const same = agree(e, simple, seed)
      expect(same, `value, seed ${seed}: ${JSON.stringify(e, (_, v: unknown) => (typeof v === 'bigint' ? Number(v) : v))}`).toBeGreaterThanOrEqual(0)
      compared += same
      const all = expandAll(rules.terms(e), rules)
      if (all) expect(agree(e, sumExpr(all, slots(e)), seed), `expanded, seed ${seed}`).toBeGreaterThanOrEqual(0)
    }
    expect(compared).toBeGreaterThan(20_000)
  })

  it('is idempotent: what is simple stays as it is', () => {
    for (let seed = 1; seed <= 1000; seed++) {
      const rnd = stream(seed)
      const e = randomExpr(rnd, shapes[rnd(shapes.length)]!, 1 + rnd(3))
      const once = new Simplifier(stock)
      const simple = once.expr(e)
      expect(new Simplifier(stock).key(simple), `seed ${seed}`).toBe(once.key(e))
    }
  })
})
