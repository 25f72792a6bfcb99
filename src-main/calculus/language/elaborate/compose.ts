/** Products with contractions by named axes. One product inside another is laid flat; lists of slots that differ are bridged. */
import Fraction from 'fraction.js'
import { constant, einsum, slots, zeros } from '../../tensors/build.ts'
import { InternalError } from '../../problem.ts'
import type { Dim, Expr } from '../../tensors/expr.ts'
import type { Axis } from '../../tensors/typed.ts'
import { OverBudget } from './faults.ts'

/** One axis of a factor: axes of the same key lie on each other. */
export interface Label { readonly key: string; readonly axis: Axis }
export interface Operand { readonly expr: Expr; readonly labels: readonly Label[] }

const mostFactors = 2_000
/** Indices of one array: a product of more Kronecker factors is no answer. */
const mostSlots = 100

/**
 * The product of the operands with the axes `out`. A key that is not in `out` is summed over; a key in `out` that no operand has is
 * constant along its axis; a key twice in `out` is a diagonal. `also`: keys that are summed over even where no operand has them.
 */
export function compose(operands: readonly Operand[], out: readonly Label[], also: readonly Label[] = []): Expr {
  const net = new Net()
  for (const o of operands) net.operand(o)
  for (const label of also) net.label(label)
  const ends = out.flatMap(label => net.label(label))
  return net.close(ends)
}

class Net {
  private readonly factors: Expr[] = []
  private readonly wires: (readonly number[])[] = []
  private readonly dims: Dim[] = []
  private readonly parent: number[] = []
  private readonly known = new Map<string, { axis: Axis; vertices: readonly number[] }>()
  private coefficient = new Fraction(1)

  private vertex(dim: Dim): number {
    this.dims.push(dim)
    this.parent.push(this.parent.length)
    return this.parent.length - 1
  }

  private root(v: number): number {
    let n = v
    while (this.parent[n] !== n) n = this.parent[n]!
    return n
  }

  /** The vertices of an axis; another list of slots for the same axis gets vertices of its own and a bridge. */
  label({ key, axis }: Label): readonly number[] {
    const known = this.known.get(key)
    if (!known) {
      const vertices = axis.map(d => this.vertex(d))
      this.known.set(key, { axis, vertices })
      return vertices
    }
    if (known.axis.length === axis.length && known.axis.every((d, n) => d === axis[n])) return known.vertices
    return this.bridge(known, axis)
  }

  /** Slots in front and at the end that both lists have are the same positions; what lies between needs a bridge. */
  private bridge(known: { readonly axis: Axis; readonly vertices: readonly number[] }, axis: Axis): readonly number[] {
    const shorter = Math.min(known.axis.length, axis.length) - 1
    let front = 0
    while (front < shorter && known.axis[front] === axis[front]) front++
    let back = 0
    while (back < shorter - front && known.axis.at(-1 - back) === axis.at(-1 - back)) back++
    const inside = axis.slice(front, axis.length - back).map(d => this.vertex(d))
    this.factors.push({ k: 'reshape', from: known.axis.slice(front, known.axis.length - back), to: axis.slice(front, axis.length - back) })
    this.wires.push([...known.vertices.slice(front, known.vertices.length - back), ...inside])
    return [...known.vertices.slice(0, front), ...inside, ...known.vertices.slice(known.vertices.length - back)]
  }

  operand({ expr, labels }: Operand): void {
    const ends = labels.flatMap(l => this.label(l))
    if (ends.length !== slots(expr).length) throw new InternalError(`operand of ${slots(expr).length} slots with ${ends.length} labels`)
    this.factor(expr, ends)
    if (this.factors.length > mostFactors) throw new OverBudget()
  }

  private factor(expr: Expr, ends: readonly number[]): void {
    if (expr.k === 'const') this.coefficient = this.coefficient.mul(expr.value)
    else if (expr.k === 'einsum') this.inline(expr, ends)
    else {
      this.factors.push(expr)
      this.wires.push(ends)
    }
  }

  private inline(expr: Extract<Expr, { k: 'einsum' }>, ends: readonly number[]): void {
    const to: number[] = []
    expr.out.forEach((v, n) => {
      if (to[v] === undefined) to[v] = ends[n]!
      else this.parent[this.root(ends[n]!)] = this.root(to[v])
    })
    expr.dims.forEach((d, v) => { to[v] ??= this.vertex(d) })
    expr.factors.forEach((f, n) => this.factor(f, expr.wires[n]!.map(v => to[v]!)))
  }

  close(ends: readonly number[]): Expr {
    if (ends.length > mostSlots) throw new OverBudget()
    const out = ends.map(v => this.root(v))
    if (this.coefficient.equals(0)) return zeros(out.map(v => this.dims[v]!))
    const plain = this.coefficient.equals(1)
    const factors = plain ? this.factors : [constant(this.coefficient), ...this.factors]
    const wires = this.wires.map(w => w.map(v => this.root(v)))
    const roots = this.parent.map((_, v) => this.root(v))
    const dims = Object.fromEntries(roots.map(v => [v, this.dims[v]!]))
    if (factors.length === 0 && roots.length === 0) return constant(1)
    return einsum(factors, plain ? wires : [[], ...wires], out, dims)
  }
}
