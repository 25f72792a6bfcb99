/** Random typed expressions of every kind, for property tests. */
import { add, apply, children, constant, einsum, entrywise, negate, ones, outer, permute, power, size, slots, times, withChildren } from '../../../src-main/calculus/tensors/build.ts'
import type { Dim, Expr } from '../../../src-main/calculus/tensors/expr.ts'
import { slotsOf, type Property, type SymbolInfo, type Symbols } from '../../../src-main/calculus/tensors/symbols.ts'
import type { Axis } from '../../../src-main/calculus/tensors/typed.ts'

const info = (name: string, axes: readonly Axis[], ...properties: Property[]): SymbolInfo => ({ name, kind: 'array', axes, properties: new Set(properties), of: [] })

/** A stock of symbols with every property, and one untold function of each sort. */
export const stock: Symbols = new Map([
  info('A', [['M'], ['N']]), info('B', [['N'], ['N']]), info('C', [['N'], ['N']]), info('S', [['N'], ['N']], 'symmetric'),
  info('K', [['N'], ['N']], 'skew'), info('D', [['N'], ['N']], 'diagonal'), info('Q', [['N'], ['N']], 'orthogonal'), info('P', [['N'], ['N']], 'posdef'),
  info('x', [['N']]), info('y', [['M']]), info('z', [['N']], 'positive'), info('s', []), info('t', []), info('u', [], 'positive'),
  info('T', [['M'], ['N'], ['N']]),
  { name: 'sigma', kind: 'elementwise', axes: [], properties: new Set<Property>(), of: [] } satisfies SymbolInfo,
  { ...info('h', [['N']]), of: ['x'] }, { ...info('G', [['M'], ['N']]), of: ['B'] },
].map(s => [s.name, s]))

const smallSizes: Readonly<Record<string, number>> = { M: 3, N: 2 }

function smallDim(d: Dim): Dim {
  return smallSizes[d] ?? d
}

/** The stock with axes of two and three entries in the place of N and M. */
export const smallStock: Symbols = new Map([...stock].map(([name, s]) => [name, { ...s, axes: s.axes.map(a => a.map(smallDim)) }]))

/** An expression over the stock as one over the small stock. */
export function small(e: Expr): Expr {
  const own = withChildren(e, children(e).map(small))
  switch (own.k) {
    case 'var': case 'add': return { ...own, dims: own.dims.map(smallDim) }
    case 'einsum': return { ...own, dims: own.dims.map(smallDim) }
    case 'delta': case 'unit': return { ...own, dim: smallDim(own.dim) }
    default: return own
  }
}

/** Whole numbers below n from a seed: a linear congruential stream, good enough to shape test cases. */
export function stream(seed: number): (n: number) => number {
  let state = (seed * 2654435761 + 12345) >>> 0
  return n => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * n)
  }
}

export interface Options { readonly functions: boolean; readonly inverses: boolean }

/** A random expression with slots `dims`. */
export function randomExpr(rnd: (n: number) => number, dims: readonly Dim[], depth: number, options: Options = { functions: true, inverses: true }): Expr {
  const sub = (d: readonly Dim[]): Expr => randomExpr(rnd, d, depth - 1, options)
  if (depth <= 0) return leaf(rnd, dims)
  switch (rnd(options.functions ? 12 : 7)) {
    case 0: case 1: return network(rnd, dims, sub)
    case 2: return add([sub(dims), sub(dims)], dims)
    case 3: return add([sub(dims), negate(sub(dims))], dims)
    case 4: return times(constant(['2', '-1', '1/2', '-3', '2/3'][rnd(5)]!), sub(dims))
    case 5: return dims.length === 2 && dims[0] === 'N' && dims[1] === 'N' && options.inverses ? inverseOf(rnd, sub) : dims.length >= 2 ? permute(sub([...dims].reverse()), dims.map((_, n) => dims.length - 1 - n)) : entrywise(sub(dims), sub(dims))
    case 6: return dims.length === 0 && options.inverses ? { k: 'det', arg: sub(['N', 'N']) } : outerOf(dims, sub)
    case 7: return apply(['exp', 'log', 'sin', 'cos', 'tanh', 'sigmoid', 'softplus', 'relu', 'abs', 'sign', 'step', 'sinh', 'cosh', 'tan'][rnd(14)]!, sub(dims), rnd(6) === 0 ? 1 : 0)
    case 8: return apply('sigma', sub(dims), rnd(2))
    case 9: return power(sub(dims), constant(['-1', '2', '1/2', '-1/2', '3', '-2', '3/2'][rnd(7)]!))
    case 10: return power(apply('exp', sub(dims)), sub([]))
    default: return dims.length === 0 ? power(einsumSquare(sub([rnd(2) ? 'N' : 'M'])), constant(rnd(2) ? '1/2' : '-1/2')) : network(rnd, dims, sub)
  }
}

function einsumSquare(v: Expr): Expr {
  return einsum([v, v], [[0], [0]], [])
}

function inverseOf(rnd: (n: number) => number, sub: (d: readonly Dim[]) => Expr): Expr {
  return { k: 'inverse', arg: rnd(2) ? sub(['N', 'N']) : add([{ k: 'delta', dim: 'N' }, sub(['N', 'N'])]) }
}

function outerOf(dims: readonly Dim[], sub: (d: readonly Dim[]) => Expr): Expr {
  const cut = Math.floor(dims.length / 2)
  return outer(sub(dims.slice(0, cut)), sub(dims.slice(cut)))
}

function leaf(rnd: (n: number) => number, dims: readonly Dim[]): Expr {
  const fit = [...stock.values()].filter(s => s.kind === 'array' && slotsOf(s).join() === dims.join())
  if (dims.length === 0 && rnd(4) === 0) return rnd(3) ? constant(rnd(5) - 2) : rnd(2) ? size(rnd(2) ? 'M' : 'N') : { k: 'pi' }
  if (dims.length === 1 && rnd(6) === 0) return rnd(2) ? ones(dims) : { k: 'unit', dim: dims[0]!, at: 1 + rnd(2) }
  if (dims.length === 2 && dims[0] === dims[1] && rnd(5) === 0) return { k: 'delta', dim: dims[0]! }
  if (fit.length === 0) return dims.length === 0 ? constant(2) : outer(...dims.map(d => leaf(rnd, [d])))
  const s = fit[rnd(fit.length)]!
  return { k: 'var', name: s.name, derivs: [], dims }
}

/** A product with contractions: two or three factors on a few vertices, wired at random. */
function network(rnd: (n: number) => number, dims: readonly Dim[], sub: (d: readonly Dim[]) => Expr): Expr {
  const size: Dim[] = [...dims, 'N', 'M', 'N']
  const shapes: readonly (readonly Dim[])[] = [['N'], ['M'], ['M', 'N'], ['N', 'N'], [], ['M', 'N', 'N']]
  const factors: Expr[] = []
  const wires: number[][] = []
  for (let n = 0; n < 2 + rnd(2); n++) {
    const f = sub(shapes[rnd(n === 0 ? 4 : 6)]!)
    factors.push(f)
    wires.push(slots(f).map(d => {
      const on = size.flatMap((e, v) => (e === d ? [v] : []))
      return on[rnd(on.length)]!
    }))
  }
  return einsum(factors, wires, dims.map((_, n) => n), Object.fromEntries(dims.map((d, n) => [n, d])))
}

/** Does a kink (abs, sign, relu, step) stand in it? At a kink's own zero, which structural zeros hit, no rule promises a value. */
export function holdsKink(e: Expr): boolean {
  return (e.k === 'map' && ['abs', 'sign', 'relu', 'step'].includes(e.fn)) || children(e).some(holdsKink)
}
