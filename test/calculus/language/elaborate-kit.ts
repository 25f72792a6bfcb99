/** What the tests of reading share: a question with many symbols, and expressions as comparable text. */
import { declare } from '../../../src-main/calculus/language/declare.ts'
import { read, type Reading, type ReadOptions } from '../../../src-main/calculus/language/read.ts'
import type { Scope } from '../../../src-main/calculus/language/scope.ts'
import type { Expr } from '../../../src-main/calculus/tensors/expr.ts'

export const given = {
  A: 'M x N', B: 'N x M', x: 'N', w: 'N', y: 'M', t: 'scalar', c: 'scalar', lambda: 'scalar', theta: 'scalar', S: 'N x N, symmetric', C: 'N x N',
  T: 'I x J x K', sigma: 'elementwise', f: 'P x Q of G', G: 'R x S of X', X: 'M x N', h: 'scalar of x', A_1: 'M x N', b_l: 'N', x_0: 'N', Sigma: 'N x N', p: '3', D: '2 x 3',
}
export const scope: Scope = scopeOf(given, { g: 'A x - y' })

export function scopeOf(symbols: Readonly<Record<string, string>>, define: Readonly<Record<string, string>> = {}): Scope {
  const { scope: made, problems } = declare({ given: symbols, define })
  if (problems.length > 0) throw new Error(JSON.stringify(problems))
  return made
}

/** `i:M, j:N` as components. */
export function withComponents(base: Scope, list: string): Scope {
  const components = list.split(',').filter(p => p.trim() !== '').map(p => {
    const [name, dim] = p.split(':').map(s => s.trim())
    return { name: name!, dim: /^\d+$/.test(dim!) ? Number(dim) : dim! }
  })
  return { ...base, components }
}

/** Reads a text that must be fine. */
export function fine(text: string, at: Scope = scope, options: ReadOptions = {}): Reading & { readonly value: NonNullable<Reading['value']> } {
  const reading = read(text, at, options)
  if (!reading.value) throw new Error(`${text}: ${reading.problems.map(p => p.message).join(' ') || 'no value'}`)
  return { ...reading, value: reading.value }
}

/** An expression as text: equal texts are equal expressions. */
export function textOf(e: Expr): string {
  return JSON.stringify(e, (_, v: unknown) => (typeof v === 'object' && v !== null && 'toFraction' in v ? (v as { toFraction: () => string }).toFraction() : v))
}

/** The answer with its first problem mended. */
export function mended(text: string, mend: { readonly from: number; readonly to: number; readonly text: string }): string {
  return text.slice(0, mend.from) + mend.text + text.slice(mend.to)
}
