/** Points modulo a prime. */
import type { Symbols } from '../tensors/symbols.ts'
import type { Expr } from '../tensors/expr.ts'
import type { Budget } from './budget.ts'
import type { Modulus } from './modulus.ts'
import { Point } from './point.ts'
import { mix, Stream } from './random.ts'
import type { Residues } from './residuering.ts'
import type { Env } from './ring.ts'
import type { Sizes } from './sizes.ts'
import type { Field } from './structured.ts'

/** A point with residues from 1 to p - 1; symmetric, orthogonal, triangular … hold exactly. `turn`: the number of the draw. */
export function residuePoint(symbols: Symbols, sizes: Sizes, seed: number, turn: number, m: Modulus, budget: Budget): Point {
  const field = (own: number): Field => {
    const stream = new Stream(own)
    const draw = (): number => 1 + stream.below(m.p - 1)
    return {
      draw, drawScalar: draw, drawPositive: draw,
      keyed: key => 1 + mix(own, key) % (m.p - 1),
      // A sampler adds small whole numbers of either sign; all else are residues already.
      add: (a, b) => m.add(a, b), mul: (a, b) => m.mul(m.whole(a), m.whole(b)), neg: a => m.neg(m.whole(a)), inv: a => m.inv(m.whole(a)),
      shift: 0,
      turned: turn % 2 === 1,
    }
  }
  return new Point(symbols, sizes, mix(seed, turn), field, budget)
}

/** The env over such a point. */
export function residueEnv(point: Point, budget: Budget): Env<Residues> {
  const known = new Map<string, Residues>()
  const value = (name: string, derivs: readonly string[]): Residues => {
    const key = derivs.length ? `${name}/${derivs.join('/')}` : name
    let array = known.get(key)
    if (!array) known.set(key, array = { v: point.array(name, derivs) })
    return array
  }
  return { sizes: point.sizes, budget, value, memo: new Map<Expr, Residues>() }
}
