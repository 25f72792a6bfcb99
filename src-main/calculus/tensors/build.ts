/** Making typed expressions: the constructors that keep slots right, and the questions that one asks of an expression. */
import Fraction from 'fraction.js'
import { InternalError, unknownKind } from '../problem.ts'
import type { Const, Dim, Expr } from './expr.ts'

export const zero: Const = { k: 'const', value: new Fraction(0) }
export const one: Const = { k: 'const', value: new Fraction(1) }

export function constant(value: Fraction | number | string): Const {
  return { k: 'const', value: new Fraction(value) }
}

/** The sizes of the slots of an expression, in order. */
export function slots(e: Expr): readonly Dim[] {
  switch (e.k) {
    case 'const': case 'pi': case 'det': return []
    case 'var': case 'add': return e.dims
    case 'delta': return [e.dim, e.dim]
    case 'unit': return [e.dim]
    case 'inject': return [e.dim, ...e.parts]
    case 'reshape': return [...e.from, ...e.to]
    case 'einsum': return e.out.map(v => e.dims[v]!)
    case 'map': return slots(e.arg)
    case 'pow': return slots(e.base)
    case 'inverse': return slots(e.arg)
    default: return unknownKind(e)
  }
}

/**
 * A product with contractions; see `Einsum`. Throws where two slots of unequal size lie on one vertex.
 * `dims` gives the size of vertices that lie on no factor.
 */
export function einsum(factors: readonly Expr[], wires: readonly (readonly number[])[], out: readonly number[], dims: Readonly<Record<number, Dim>> = {}): Expr {
  const size: (Dim | undefined)[] = []
  for (const v in dims) size[Number(v)] = dims[v as unknown as number]!
  for (let n = 0; n < factors.length; n++) {
    const own = slots(factors[n]!)
    const wire = wires[n]
    if (own.length !== wire?.length) throw new InternalError(`factor ${n} has ${own.length} slots and ${wire?.length} wires`)
    for (let s = 0; s < own.length; s++) {
      const v = wire[s]!
      if (size[v] !== undefined && size[v] !== own[s]) throw new InternalError(`vertex ${v} is ${size[v]} and ${own[s]}`)
      size[v] = own[s]!
    }
  }
  for (const v of out) if (size[v] === undefined) throw new InternalError(`vertex ${v} has no size`)
  if (factors.length === 1 && isWhole(wires[0]!, out, size)) return factors[0]!
  // The vertices that occur, numbered without gaps in their order.
  const to: number[] = []
  const used: Dim[] = []
  for (let v = 0; v < size.length; v++) if (size[v] !== undefined) to[v] = used.push(size[v]!) - 1
  return { k: 'einsum', factors, dims: used, wires: wires.map(w => w.map(v => to[v]!)), out: out.map(v => to[v]!) }
}

/** Do the slots of a single factor lie on distinct vertices, in order, and is there no other vertex? */
function isWhole(wire: readonly number[], out: readonly number[], size: readonly (Dim | undefined)[]): boolean {
  if (out.length !== wire.length || !out.every((v, s) => v === wire[s])) return false
  const on = new Set(wire)
  return on.size === out.length && size.every((d, v) => d === undefined || on.has(v))
}

/** Sum of terms with the same slots. Terms that are zero go; a single term is itself. */
export function add(terms: readonly Expr[], dims: readonly Dim[] = terms.length ? slots(terms[0]!) : []): Expr {
  for (const t of terms) {
    const own = slots(t)
    if (own.length !== dims.length || own.some((d, n) => d !== dims[n])) throw new InternalError(`term of [${own}] in a sum of [${dims}]`)
  }
  const kept = terms.filter(t => !isZero(t)).flatMap(t => (t.k === 'add' ? t.terms : [t]))
  return kept.length === 1 ? kept[0]! : { k: 'add', terms: kept, dims }
}

/** Zero with the slots told. */
export function zeros(dims: readonly Dim[]): Expr {
  return dims.length === 0 ? zero : { k: 'add', terms: [], dims }
}

/** Known at sight to be zero. */
export function isZero(e: Expr): boolean {
  return (e.k === 'const' && e.value.equals(0)) || (e.k === 'add' && e.terms.length === 0)
    || (e.k === 'einsum' && e.factors.some(isZero))
}

/** Outer product: the slots of the factors one after the other. */
export function outer(...factors: readonly Expr[]): Expr {
  let n = 0
  const wires = factors.map(f => slots(f).map(() => n++))
  return einsum(factors, wires, wires.flat())
}

/** A scalar expression times any expression. */
export function times(scalar: Expr, e: Expr): Expr {
  if (scalar.k === 'const' && scalar.value.equals(1)) return e
  return outer(scalar, e)
}

export function negate(e: Expr): Expr {
  return e.k === 'const' ? constant(e.value.neg()) : times(constant(-1), e)
}

/** Slots in another order: slot n of the result is slot `order[n]` of `e`. */
export function permute(e: Expr, order: readonly number[]): Expr {
  return einsum([e], [slots(e).map((_, n) => n)], order)
}

/** An array of ones. */
export function ones(dims: readonly Dim[]): Expr {
  return dims.length === 0 ? one : einsum([], [], dims.map((_, n) => n), Object.fromEntries(dims.map((d, n) => [n, d])))
}

/** The number of values of an index of this size, as a scalar. */
export function size(dim: Dim): Expr {
  return typeof dim === 'number' ? constant(dim) : einsum([], [], [], { 0: dim })
}

/** Entry by entry product of expressions with the same slots. */
export function entrywise(...factors: readonly Expr[]): Expr {
  const wire = slots(factors[0]!).map((_, n) => n)
  return einsum(factors, factors.map(() => wire), wire)
}

export function power(base: Expr, exponent: Expr | number | Fraction): Expr {
  const e = typeof exponent === 'number' || exponent instanceof Fraction ? constant(exponent) : exponent
  return { k: 'pow', base, exponent: e }
}

export function apply(fn: string, arg: Expr, order = 0): Expr {
  return { k: 'map', fn, order, arg }
}

/** The direct sub-expressions of an expression. */
export function children(e: Expr): readonly Expr[] {
  switch (e.k) {
    case 'const': case 'pi': case 'var': case 'delta': case 'unit': case 'inject': case 'reshape': return []
    case 'einsum': return e.factors
    case 'add': return e.terms
    case 'map': case 'inverse': case 'det': return [e.arg]
    case 'pow': return [e.base, e.exponent]
    default: return unknownKind(e)
  }
}

/** The same kind over other sub-expressions (same number, same slots). */
export function withChildren(e: Expr, kids: readonly Expr[]): Expr {
  switch (e.k) {
    case 'const': case 'pi': case 'var': case 'delta': case 'unit': case 'inject': case 'reshape': return e
    case 'einsum': return { ...e, factors: kids }
    case 'add': return { ...e, terms: kids }
    case 'map': case 'inverse': case 'det': return { ...e, arg: kids[0]! }
    case 'pow': return { ...e, base: kids[0]!, exponent: kids[1]! }
    default: return unknownKind(e)
  }
}
