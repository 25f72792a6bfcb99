/** Which rules of differentiation a step takes. */
import type { Expr, Symbols } from '../../calculus/index.ts'
import { children } from '../../calculus/tensors/build.ts'
import { functions } from '../../calculus/tensors/functions.ts'
import { dependsOn } from './surgery.ts'

export type Rule =
  | { readonly k: 'constant' | 'linear' | 'sum' | 'product' | 'square' | 'power' | 'exponent' | 'inverse' | 'det' | 'logdet' | 'inner' | 'told' }
  | { readonly k: 'map'; readonly fn: string; readonly declared: boolean }

/** The rules that differentiating `e` by the symbol takes, outer ones first, each once. */
export function rulesOf(e: Expr, wrt: string, symbols: Symbols): Rule[] {
  const found = new Map<string, Rule>()
  const tell = (rule: Rule): void => void found.set(rule.k === 'map' ? rule.fn : rule.k, rule)
  const moves = (x: Expr): boolean => dependsOn(x, wrt, symbols)
  const go = (x: Expr): void => {
    if (!moves(x)) return
    switch (x.k) {
      case 'var':
        if (x.name !== wrt) tell({ k: symbols.get(x.name)!.of.length === 1 && symbols.get(x.name)!.of[0] === wrt ? 'inner' : 'told' })
        return
      case 'add': if (x.terms.filter(moves).length > 1) tell({ k: 'sum' }); break
      case 'einsum': {
        const moving = x.factors.filter(moves)
        if (moving.length === 2 && moving[0] === moving[1] && x.out.length === 0) tell({ k: 'square' })
        else if (moving.length > 1) tell({ k: 'product' })
        break
      }
      case 'map':
        if (x.arg.k === 'det' && x.fn === 'log') {
          tell({ k: 'logdet' })
          return go(x.arg.arg)
        }
        tell({ k: 'map', fn: x.fn, declared: !functions.has(x.fn) || x.order > 0 })
        break
      case 'pow':
        if (moves(x.base)) tell({ k: 'power' })
        if (moves(x.exponent)) tell({ k: 'exponent' })
        break
      case 'inverse': tell({ k: 'inverse' }); break
      case 'det': tell({ k: 'det' }); break
      default:
    }
    children(x).forEach(go)
  }
  go(e)
  const rules = [...found.values()]
  if (rules.length > 0) return rules
  return [{ k: moves(e) ? 'linear' : 'constant' }]
}
