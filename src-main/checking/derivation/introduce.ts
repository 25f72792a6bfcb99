/** New names in a derivation: `g = A x - y` introduces g for the lines after it. */
import { canonicalName, expand, read, readFree, type FreeIndex, type Reading, type Scope, type SymbolInfo, type Typed } from '../../calculus/index.ts'
import { permute } from '../../calculus/tensors/build.ts'
import { nodesIn } from '../../calculus/tensors/walk.ts'
import type { Expr } from '../../calculus/tensors/expr.ts'
import type { Diagnosis } from '../verdict.ts'
import { words } from '../words.ts'
import { withDifferential } from './differentials.ts'
import type { Piece } from './split.ts'

/** `\mathbf{r}` is r. */
const DRESS = /^\\(?:mathbf|boldsymbol|bm|mathrm|mathit|mathsf|vec|hat|tilde|bar)\{(\\?\w+)\}/
/** `r_i`, `R_{ij}`, `R_{i,j}`: a name with letters that may be its indices. */
const INDEXED = /^(\\?[A-Za-zα-ωΑ-Ω]+)_(?:\{([a-z](?:[\s,]*[a-z])*)\}|([a-z]))$/u

export interface Introduced { readonly scope: Scope; readonly value: Typed }

/**
 * The scope with a new name, where `left` is a name that nothing has yet, and what it stands for; what is wrong with its body; or null where `left` is
 * no new name. A name whose body holds itself is told. `r_i = A_{ij} x_j - y_i` introduces the vector r.
 */
export function introduce(scope: Scope, left: Piece, right: Piece): Introduced | { readonly diagnosis: readonly Diagnosis[] } | null {
  const plain = left.text.replace(DRESS, '$1')
  const name = newName(scope, plain)
  if (name === null) return null
  const reading = read(right.text, scope)
  if (reading.value) return declared(scope, name, { ...reading.value, expr: expand(reading.value.expr, scope) })
  return byEntries(scope, plain, right) ?? { diagnosis: problemsOf(reading, name, right) }
}

function newName(scope: Scope, text: string): string | null {
  if (!/^\\?[A-Za-zα-ωΑ-Ω]+(?:_(?:\{[\w,\s]+\}|\w))?$/u.test(text)) return null
  const name = canonicalName(text)
  if (name === null || scope.symbols.has(name)) return null
  const alone = read(text, scope)
  return !alone.value && alone.problems.some(p => p.code === 'unknown-name') ? name : null
}

/** The value of a text that is a defined name or a derivative atom alone: a line may speak of it for a while. */
export function spokenOf(scope: Scope, text: string): Typed | null {
  const { value, resolved } = read(text, scope)
  const speaks = resolved?.k === 'derivative' || (resolved?.k === 'name' && scope.bodies.has(resolved.name))
  return value && speaks ? { ...value, expr: expand(value.expr, scope) } : null
}

function declared(scope: Scope, name: string, body: Typed): Introduced {
  const info: SymbolInfo = { name, kind: 'array', axes: body.axes, properties: new Set(), of: namesIn(body.expr) }
  const made: Scope = { ...scope, symbols: new Map([...scope.symbols, [name, info]]), bodies: new Map([...scope.bodies, [name, body]]) }
  return { scope: withDifferential(made, name), value: body }
}

/** A new array given by its entries; null where it is not. */
function byEntries(scope: Scope, left: string, right: Piece): Introduced | null {
  const [, base, braced, single] = INDEXED.exec(left) ?? []
  const name = base === undefined ? null : canonicalName(base)
  const letters = (braced ?? single ?? '').match(/[a-z]/g) ?? []
  if (name === null || scope.symbols.has(name) || new Set(letters).size !== letters.length) return null
  const { value } = readFree(right.text, scope, letters)
  const order = value ? letters.map(l => value.free.findIndex((f: FreeIndex) => f.name === l)) : []
  if (!value || value.axes.length > 0 || value.free.length !== letters.length || order.includes(-1)) return null
  const axes = order.map(n => [value.free[n]!.dim])
  return declared(scope, name, { expr: permute(expand(value.expr, scope), order), axes, free: [] })
}

function problemsOf(reading: Reading, name: string, right: Piece): Diagnosis[] {
  const circular = new RegExp(`(^|[^A-Za-z])${name.replace(/[{}]/g, '\\$&')}([^A-Za-z]|$)`).test(right.text)
  return reading.problems.map(({ code, message, from, to }): Diagnosis => ({
    code: code === 'component-size' ? 'ill-shaped' : code, message: circular && code === 'unknown-name' ? words.circular(name) : message, from: from + right.from, to: to + right.from,
  }))
}

function namesIn(e: Expr): string[] {
  return [...new Set([...nodesIn(e)].flatMap(x => (x.k === 'var' ? [x.name] : [])))]
}
