/** Names that an author gave to expressions, put back where the same expression is to be written. */
import { slots } from '../tensors/build.ts'
import type { Expr, Var } from '../tensors/expr.ts'
import { slotsOf, type Symbols } from '../tensors/symbols.ts'
import { pretty } from './pretty.ts'
import { Unsayable } from './unsayable.ts'
import type { Rules } from './simplify/rules.ts'

/** Defined names and what they stand for, all defined names in it written out. */
export type Named = ReadonlyMap<string, Expr>

export class Fold {
  private readonly names = new Map<string, Var>()
  private readonly rules: Rules

  constructor(named: Named, symbols: Symbols, rules: Rules) {
    this.rules = rules
    for (const [name, body] of named) {
      const info = symbols.get(name)
      if (!info || info.axes.length > 2 || info.axes.some(a => a.length > 1)) continue
      const own: Var = { k: 'var', name, derivs: [], dims: slotsOf(info) }
      for (const key of this.keysOf(body)) if (!this.names.has(key)) this.names.set(key, own)
    }
  }

  /** As it stands, and as the writers see it: softmax under its name. */
  private keysOf(body: Expr): string[] {
    try {
      const [only, ...more] = this.rules.terms(body)
      // A symbol under another name is better known by its own.
      if (!only || (more.length === 0 && only.factors.length <= 1 && only.factors.every(f => f.e.k === 'var'))) return []
      const shown = more.length === 0 ? pretty(only, this.rules) : null
      const [factor] = shown?.factors ?? []
      const alone = shown && factor && shown.factors.length === 1 && shown.coef.equals(1) && shown.dims.length === shown.out.length
      return [this.rules.key(body), ...(alone && shown.out.every((v, s) => factor.on[s] === v) ? [this.rules.key(factor.e)] : [])]
    } catch (error) {
      if (error instanceof Unsayable) return []
      throw error
    }
  }

  /** The symbol for an expression that has a name. */
  of(e: Expr): Var | null {
    if (this.names.size === 0 || e.k === 'var' || e.k === 'const') return null
    const found = this.names.get(this.rules.key(e))
    return found && found.dims.length === slots(e).length && found.dims.every((d, s) => d === slots(e)[s]) ? found : null
  }
}
