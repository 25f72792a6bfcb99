/** The order in which an einsum is contracted: pair by pair, found once for each node, whatever the sizes. */
import { constant } from '../tensors/build.ts'
import type { Const, Dim, Einsum, Expr } from '../tensors/expr.ts'
import { weightOf } from './sizes.ts'

/** One contraction. Operands are numbered: first those of the plan, then the result of each step. */
export interface Step {
  readonly a: number
  /** -1: only `a`. */
  readonly b: number
  /** The vertex on which each slot of an operand lies. */
  readonly aWires: readonly number[]
  readonly bWires: readonly number[]
  /** The distinct vertices of the result. */
  readonly loop: readonly number[]
  /** The vertex of each slot of the result; a vertex twice is a delta. */
  readonly out: readonly number[]
  /** The vertices that are summed over. */
  readonly sum: readonly number[]
}

export interface Plan {
  readonly operands: readonly Expr[]
  readonly steps: readonly Step[]
  /** The product of the factors that are rational numbers. */
  readonly coefficient: Const
  /** The coefficient is 1. */
  readonly plain: boolean
  /** Sizes by which the product is multiplied: vertices that are summed over and lie on no factor. */
  readonly counted: readonly Dim[]
  readonly dims: readonly Dim[]
  /** The distinct vertices that are left when deltas have joined theirs. */
  readonly vertices: readonly number[]
  /** The vertex of each slot of the result, for a product without operands. */
  readonly out: readonly number[]
}

const plans = new WeakMap<Einsum, Plan>()

/** The plan of a node, made at its first use. */
export function planOf(e: Einsum): Plan {
  let plan = plans.get(e)
  if (!plan) plans.set(e, plan = makePlan(e))
  return plan
}

interface Live { readonly id: number; readonly wires: readonly number[]; readonly vertices: readonly number[] }

function makePlan(e: Einsum): Plan {
  const vertexOf = mergeDeltas(e)
  const operands: Expr[] = []
  const live: Live[] = []
  let coefficient = constant(1)
  e.factors.forEach((f, n) => {
    if (f.k === 'delta') return
    if (f.k === 'const') coefficient = coefficient.value.equals(1) ? f : { k: 'const', value: coefficient.value.mul(f.value) }
    else {
      const wires = e.wires[n]!.map(vertexOf)
      live.push({ id: operands.length, wires, vertices: [...new Set(wires)] })
      operands.push(f)
    }
  })
  const out = e.out.map(vertexOf)
  const covered = new Set([...out, ...live.flatMap(f => f.vertices)])
  const vertices = [...new Set(e.dims.map((_, v) => vertexOf(v)))]
  const counted = vertices.filter(v => !covered.has(v)).map(v => e.dims[v]!)
  const steps = contractAll(live, out, e.dims.map(weightOf), operands.length)
  return { operands, steps, coefficient, plain: coefficient.value.equals(1), counted, dims: e.dims, vertices, out }
}

/** A delta among the factors makes its two vertices one: sums, free indices and sizes come out right by themselves. */
function mergeDeltas(e: Einsum): (v: number) => number {
  const parent = e.dims.map((_, v) => v)
  const find = (v: number): number => {
    while (parent[v] !== v) v = parent[v] = parent[parent[v]!]!
    return v
  }
  e.factors.forEach((f, n) => {
    if (f.k === 'delta') parent[find(e.wires[n]![1]!)] = find(e.wires[n]![0]!)
  })
  return find
}

/** Eliminates the cheapest summed vertex first, then multiplies what is left, smallest first. */
function contractAll(operands: readonly Live[], out: readonly number[], weight: readonly number[], firstId: number): Step[] {
  const live = new Set(operands)
  const kept = new Set(out)
  const on: Set<Live>[] = weight.map(() => new Set())
  for (const f of operands) for (const v of f.vertices) on[v]!.add(f)
  /** What eliminating a vertex costs; `undefined`: not known since its neighbourhood changed. */
  const price: (number | undefined)[] = weight.map(() => undefined)
  const steps: Step[] = []
  const cost = (vertices: Iterable<number>): number => {
    let total = 0
    for (const v of vertices) total += weight[v]!
    return total
  }
  const contract = (a: Live, b: Live | null): Live => {
    const union = b ? [...new Set([...a.vertices, ...b.vertices])] : a.vertices
    for (const f of b ? [a, b] : [a]) {
      live.delete(f)
      for (const v of f.vertices) on[v]!.delete(f)
    }
    const loop = union.filter(v => kept.has(v) || on[v]!.size > 0)
    const result = { id: firstId + steps.length, wires: loop, vertices: loop }
    steps.push({ a: a.id, b: b ? b.id : -1, aWires: a.wires, bWires: b ? b.wires : [], loop, out: loop, sum: union.filter(v => !loop.includes(v)) })
    live.add(result)
    for (const v of loop) on[v]!.add(result)
    for (const v of union) price[v] = undefined
    return result
  }
  const bySize = (f: Live, g: Live): number => cost(f.vertices) - cost(g.vertices) || f.id - g.id
  for (;;) {
    let best = -1
    for (let v = 0; v < on.length; v++) {
      if (on[v]!.size === 0 || kept.has(v)) continue
      const p = price[v] ??= cost(new Set([...on[v]!].flatMap(f => f.vertices)))
      if (best < 0 || p < price[best]!) best = v
    }
    if (best < 0) break
    const [first, ...others] = [...on[best]!].sort(bySize)
    if (others.length === 0) contract(first!, null)
    else others.reduce((product, f) => contract(product, f), first!)
  }
  const [first, ...others] = [...live].sort(bySize)
  const last = first && others.reduce((product, f) => contract(product, f), first)
  finish(last, out, steps)
  return steps
}

/** Lets the last step write the result as it is asked for: in order, with deltas and with ones along free vertices. */
function finish(last: Live | undefined, out: readonly number[], steps: Step[]): void {
  if (!last) return
  // A vertex twice in `out` is a delta: an operand whose own slots lie twice on it still has entries off the diagonal.
  if (last.wires.length === out.length && new Set(out).size === out.length && last.wires.every((v, s) => v === out[s])) return
  const loop = [...new Set(out)]
  const step = steps.at(-1)
  if (step) steps[steps.length - 1] = { ...step, loop, out }
  else steps.push({ a: last.id, b: -1, aWires: last.wires, bWires: [], loop, out, sum: last.vertices.filter(v => !loop.includes(v)) })
}
