/** The chain rule left off: the derivative by an inner expression stands where the derivative by the variable belongs. */
import { children, slots, withChildren } from '../../calculus/tensors/build.ts'
import { differentiate, expand, type Expr, type SymbolInfo, type Symbols } from '../../calculus/index.ts'
import type { Diagnosis } from '../verdict.ts'
import { words } from '../words.ts'
import { reordered, type Wrong } from './wrong.ts'

const INNER = '∘'
const MOST = 12

/** Is the answer the derivative of f by some inner expression, without the derivative of that expression? */
export function innerMissing(w: Wrong): Diagnosis | null {
  const d = w.found.prepared.derivative
  if (!d) return null
  for (const inner of innerOf(d.f.expr, d.wrt).slice(0, MOST)) {
    const dims = slots(inner)
    const info: SymbolInfo = { name: INNER, kind: 'array', axes: dims.map(x => [x]), properties: new Set(), of: [] }
    const symbols: Symbols = new Map([...w.symbols, [INNER, info]])
    const outer = expand(back(differentiate(replaced(d.f.expr, inner, { k: 'var', name: INNER, derivs: [], dims }), INNER, symbols), inner), w.found.prepared.scope)
    if (slots(outer).length !== slots(w.found.expr).length) continue
    for (const order of fits(slots(outer), slots(w.found.expr))) if (w.is(w.found.expr, reordered(outer, order))) return w.say('chain', words.chain)
  }
  return null
}

/** Sub-expressions of f, below f itself, that hold the variable and are more than it. */
function innerOf(f: Expr, wrt: string): Expr[] {
  const found = new Set<Expr>()
  const holds = (e: Expr): boolean => (e.k === 'var' ? e.name === wrt : children(e).some(holds))
  const walk = (e: Expr): void => {
    for (const c of children(e)) {
      if (c.k !== 'var' && holds(c)) found.add(c)
      walk(c)
    }
  }
  walk(f)
  return [...found]
}

function replaced(e: Expr, what: Expr, by: Expr): Expr {
  if (e === what) return by
  const kids = children(e)
  return kids.length === 0 ? e : withChildren(e, kids.map(k => replaced(k, what, by)))
}

function back(e: Expr, inner: Expr): Expr {
  if (e.k === 'var' && e.name === INNER) return inner
  const kids = children(e)
  return kids.length === 0 ? e : withChildren(e, kids.map(k => back(k, inner)))
}

/** Orders of slots that turn sizes `from` into sizes `to`; at most a few. */
function fits(from: readonly (string | number)[], to: readonly (string | number)[]): number[][] {
  if (from.length > 4) return []
  const place = (chosen: number[]): number[][] => {
    if (chosen.length === to.length) return [chosen]
    return from.flatMap((d, n) => (d === to[chosen.length] && !chosen.includes(n) ? place([...chosen, n]) : []))
  }
  return place([])
}
