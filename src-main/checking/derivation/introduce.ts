/** New names in a derivation: `g = A x - y` introduces g for the lines after it. */
import { expand, read, type Scope, type SymbolInfo } from '../../calculus/index.ts'
import { nodesIn } from '../../calculus/tensors/walk.ts'
import type { Expr } from '../../calculus/tensors/expr.ts'
import type { Diagnosis } from '../verdict.ts'
import { words } from '../words.ts'
import type { Piece } from './split.ts'

const NAME = /^\\?[A-Za-zα-ωΑ-Ω]+(?:_(?:\{\w+\}|\w))?$/u

/**
 * The scope with a new name, where `left` is a name that nothing has yet; what is wrong with its body; or null where `left` is no new name.
 * A name whose body holds itself is told.
 */
export function introduce(scope: Scope, left: Piece, right: Piece): { readonly scope: Scope } | { readonly diagnosis: readonly Diagnosis[] } | null {
  const name = left.text.replace(/^\\/, '')
  if (!NAME.test(left.text) || scope.symbols.has(name)) return null
  const alone = read(left.text, scope)
  if (alone.value || !alone.problems.some(p => p.code === 'unknown-name')) return null
  const reading = read(right.text, scope)
  if (!reading.value) {
    const circular = new RegExp(`(^|[^A-Za-z])${name.replace(/[{}]/g, '\\$&')}([^A-Za-z]|$)`).test(right.text)
    const diagnosis = reading.problems.map(({ code, message, from, to }): Diagnosis => ({
      code: code === 'component-size' ? 'ill-shaped' : code, message: circular && code === 'unknown-name' ? words.circular(name) : message, from: from + right.from, to: to + right.from,
    }))
    return { diagnosis }
  }
  const { expr, axes } = reading.value
  const info: SymbolInfo = { name, kind: 'array', axes, properties: new Set(), of: namesIn(expr) }
  return { scope: { ...scope, symbols: new Map([...scope.symbols, [name, info]]), bodies: new Map([...scope.bodies, [name, { ...reading.value, expr: expand(expr, scope) }]]) } }
}

function namesIn(e: Expr): string[] {
  return [...new Set([...nodesIn(e)].flatMap(x => (x.k === 'var' ? [x.name] : [])))]
}
