/** Small words for building expressions in the evaluator's tests, and an oracle for products. */
import { add, constant, einsum, entrywise, negate, power, times } from '../../src-main/calculus/tensors/build.ts'
import type { Dim, Einsum, Expr } from '../../src-main/calculus/tensors/expr.ts'
import { slotsOf, type Property, type SymbolInfo, type Symbols } from '../../src-main/calculus/tensors/symbols.ts'
import { Budget } from '../../src-main/calculus/evaluate/budget.ts'
import { Modulus, primes } from '../../src-main/calculus/evaluate/modulus.ts'
import { residueEnv, residuePoint } from '../../src-main/calculus/evaluate/residuepoint.ts'
import { ResidueRing } from '../../src-main/calculus/evaluate/residuering.ts'
import { evaluate } from '../../src-main/calculus/evaluate/evaluate.ts'
import { courseAt, type Course } from '../../src-main/calculus/evaluate/truth.ts'
import { styles } from '../../src-main/calculus/evaluate/styles.ts'

/** `A: M N`, `x: N`, `t:`, `S: N N, symmetric`, `f: P Q of B`, `s: elementwise`: one slot for each name. */
export function declare(...lines: string[]): Symbols {
  return new Map(lines.map(line => {
    const [name, rest] = line.split(':') as [string, string]
    const [shape, ...properties] = rest.split(',').map(s => s.trim()) as [string, ...Property[]]
    const [axes, of] = ` ${shape}`.split(' of ').map(s => s.trim())
    const info: SymbolInfo = {
      name, kind: axes === 'elementwise' ? 'elementwise' : 'array', properties: new Set(properties), of: of ? of.split(' ') : [],
      axes: axes === 'elementwise' ? [] : axes!.split(' ').filter(Boolean).map(d => [/^\d+$/.test(d) ? Number(d) : d]),
    }
    return [name, info]
  }))
}

export function variable(symbols: Symbols, name: string, ...derivs: string[]): Expr {
  const dims = [name, ...derivs].flatMap(n => slotsOf(symbols.get(n)!))
  return { k: 'var', name, derivs, dims }
}

/** `sum('ij,j->i', A, x)`: einsum in NumPy's notation, one letter for each slot; an empty piece is a scalar. */
export function sum(formula: string, ...factors: Expr[]): Expr {
  const [from, to] = formula.split('->') as [string, string]
  const letters = [...new Set([...from.replaceAll(',', ''), ...to])]
  const wires = (piece: string): number[] => [...piece].map(c => letters.indexOf(c))
  return einsum(factors, factors.length ? from.split(',').map(wires) : [], wires(to))
}

export const mm = (a: Expr, b: Expr): Expr => sum('ij,jk->ik', a, b)
export const mv = (a: Expr, b: Expr): Expr => sum('ij,j->i', a, b)
export const dot = (a: Expr, b: Expr): Expr => sum('i,i->', a, b)
export const tr = (a: Expr): Expr => sum('ii->', a)
export const transpose = (a: Expr): Expr => sum('ij->ji', a)
export const plus = (...terms: Expr[]): Expr => add(terms)
export const minus = (a: Expr, b: Expr): Expr => add([a, negate(b)])
export const scale = (c: number | string, e: Expr): Expr => times(constant(c), e)
export const inv = (arg: Expr): Expr => ({ k: 'inverse', arg })
export const det = (arg: Expr): Expr => ({ k: 'det', arg })
export const eye = (dim: Dim): Expr => ({ k: 'delta', dim })
export const pi: Expr = { k: 'pi' }
export const norm = (x: Expr): Expr => power(dot(x, x), constant('1/2'))
export const square = (e: Expr): Expr => entrywise(e, e)

export const plenty = (): Budget => new Budget(1e9)

export function course(symbols: Symbols, sizes: Record<string, number>, seed = 1, style = 0): Course {
  return courseAt(symbols, new Map(Object.entries(sizes)), { seed, turn: seed, style: styles[style]! }, plenty())
}

/** The value of an expression modulo the first prime, and whether it is opaque. */
export function modulo(e: Expr, symbols: Symbols, sizes: Record<string, number>, seed = 1): { v: number[]; opaque: boolean; p: number } {
  const m = new Modulus(primes[0])
  const point = residuePoint(symbols, new Map(Object.entries(sizes)), seed, seed, m, plenty())
  const ring = new ResidueRing(m, seed)
  return { v: [...evaluate(e, residueEnv(point, plenty()), ring).v], opaque: ring.opaque, p: m.p }
}

/** The definition of an einsum, word for word: a sum over all assignments of its vertices. */
export function einsumOracle(e: Einsum, arrays: readonly ArrayLike<number>[], size: (d: Dim) => number): number[] {
  const n = e.dims.map(size)
  const at = (wire: readonly number[], index: readonly number[]): number => wire.reduce((flat, v) => flat * n[v]! + index[v]!, 0)
  const out = new Array<number>(e.out.reduce((l, v) => l * n[v]!, 1)).fill(0)
  const index = n.map(() => 0)
  const walk = (v: number): void => {
    if (v === n.length) {
      out[at(e.out, index)]! += e.factors.reduce((product, _, f) => product * arrays[f]![at(e.wires[f]!, index)]!, 1)
      return
    }
    for (index[v] = 0; index[v]! < n[v]!; index[v]!++) walk(v + 1)
  }
  walk(0)
  return out
}
