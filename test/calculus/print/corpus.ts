/** Reads `derivatives.txt`: derivatives and how they are to be printed. */
import { readFileSync } from 'node:fs'
import { declare } from '../../../src-main/calculus/language/declare.ts'
import { read } from '../../../src-main/calculus/language/read.ts'
import type { Scope } from '../../../src-main/calculus/language/scope.ts'
import { differentiate } from '../../../src-main/calculus/derivative/differentiate.ts'
import { permute, slots } from '../../../src-main/calculus/tensors/build.ts'
import type { Typed } from '../../../src-main/calculus/tensors/typed.ts'

export interface Case {
  readonly line: number
  readonly source: string
  readonly scope: Scope
  readonly typed: Typed
  readonly matrix: string | null
  readonly index: string
}

/** The derivative as it is shaped for printing: `row`, `vec`, `hessian` (twice by the same), or by target and input. */
function shaped(f: Typed, wrt: string, mode: string | undefined, scope: Scope): Typed {
  const once = differentiate(f.expr, wrt, scope.symbols)
  const expr = mode === 'hessian' ? differentiate(once, wrt, scope.symbols) : once
  const one = scope.symbols.get(wrt)!.axes
  const input = mode === 'hessian' ? [...one, ...one] : one
  const own = f.axes.filter(a => a.length > 0)
  if (mode === 'row') return { expr, axes: [[], ...input], free: [] }
  if (mode !== 'vec') return { expr, axes: [...own, ...input], free: [] }
  const [n, k] = [own.flat().length, input.flat().length]
  const back = (from: number, count: number): number[] => Array.from({ length: count }, (_, s) => from + count - 1 - s)
  return { expr: permute(expr, [...back(0, n), ...back(n, k)]), axes: [own.flat().toReversed(), input.flat().toReversed()], free: [] }
}

/** The cases of a corpus. Throws on a line that cannot be read. */
export function cases(text: string): Case[] {
  let scope: Scope | undefined
  return text.split('\n').flatMap((line, n): Case[] => {
    if (/^\s*(#|$)/.test(line)) return []
    const fail = (why: string): Error => new Error(`line ${n + 1}: ${why}: ${line}`)
    if (line.startsWith('given ')) {
      const given = Object.fromEntries(line.slice(6).split(';').map(d => d.split(/:(.*)/s).slice(0, 2).map(s => s.trim())))
      const made = declare({ given: given as Record<string, string> })
      if (made.problems.length) throw fail(made.problems[0]!.message)
      scope = made.scope
      return []
    }
    const [source, matrix, index] = line.split('==>').map(s => s.trim())
    const [, mode, f, wrt] = /^(?:(row|vec|hessian) )?(.*) by (\S+)$/.exec(source!) ?? []
    if (!scope || !f || !wrt) throw fail('no case')
    const reading = read(f, scope)
    if (!reading.value) throw fail(reading.problems[0]?.message ?? 'no value')
    const typed = shaped(reading.value, wrt, mode, scope)
    if (slots(typed.expr).length !== typed.axes.flat().length) throw fail('shape')
    return [{ line: n + 1, source: source!, scope, typed, matrix: matrix === undefined || matrix === '-' ? null : matrix, index: index ?? '' }]
  })
}

export const corpus = (name: string): Case[] => cases(readFileSync(new URL(name, import.meta.url), 'utf8'))
