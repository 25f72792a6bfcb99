/** One factor as a link of a chain: a symbol, a sum in brackets, a function, a power, an inverse, a unit vector, a block. */
import Fraction from 'fraction.js'
import { slots } from '../../tensors/build.ts'
import { unknownKind } from '../../problem.ts'
import type { Dim, Expr, Inject, Pow, Var } from '../../tensors/expr.ts'
import { callForm, nameForm, numberForm, powerForm, transposeForm, type Form } from '../forms/form.ts'
import { link, shorter, symmetricLink, type Chain, type Link } from './chain.ts'
import { gather, sumLink } from './gather.ts'
import { scalar, type Scalar } from './scalar.ts'
import type { Axis, MatrixWriter } from './writer.ts'

/** The axes of a factor, each with its slots: two of them at most have a place in matrix notation. */
export function axesOf(e: Expr, w: MatrixWriter): readonly Axis[] {
  switch (e.k) {
    case 'var': return e.derivs.length ? derivativeAxes(e, w) : groups(w.symbols.get(e.name)?.axes ?? e.dims.map(d => [d]))
    case 'inverse': {
      const n = slots(e).length / 2
      return [range(0, n), range(n, n)]
    }
    case 'inject': return e.parts.length ? [[0], range(1, e.parts.length)] : [[0]]
    case 'reshape': return [range(0, e.from.length), range(e.from.length, e.to.length)]
    default: return slots(e).map((_, n) => [n])
  }
}

function range(from: number, count: number): number[] {
  return Array.from({ length: count }, (_, n) => from + n)
}

function groups(axes: readonly (readonly Dim[])[]): Axis[] {
  let n = 0
  return axes.filter(a => a.length > 0).map(a => a.map(() => n++))
}

/** An atom of one derivative: by its axes where there are two at most, else as dvec(f)/dvec(X), first axes fastest. */
function derivativeAxes(e: Var, w: MatrixWriter): Axis[] {
  const own = groups(w.symbols.get(e.name)?.axes ?? [])
  const by = groups(e.derivs.flatMap(d => w.symbols.get(d)?.axes ?? []))
  const target = own.flat().length
  const shifted = by.map(a => a.map(s => s + target))
  if (own.length + by.length <= 2) return [...own, ...shifted]
  return [own.toReversed().flat(), shifted.toReversed().flat()].filter(a => a.length > 0)
}

/** A factor as a chain, and what number and scalars come out of it: a sum that was drawn together to one product needs no brackets. */
export interface Laid { readonly coef: Fraction; readonly scalars: readonly Scalar[]; readonly chain: Chain }

export function chainOf(e: Expr, [rows, cols]: readonly [Axis, Axis], w: MatrixWriter): Laid | null {
  if (e.k === 'add' && !w.fold.of(e)) {
    const terms = w.termsOf(e, rows, cols)
    const drawn = terms && gather(terms)
    const [only] = drawn ?? []
    if (drawn?.length === 1 && only!.chain) {
      const scalars = [...only!.over.map(f => scalar(f)), ...only!.under.map(f => scalar(f, new Fraction(-1)))]
      return { coef: only!.coef, scalars, chain: only!.chain }
    }
  }
  const made = linkOf(e, [rows, cols], w)
  return made && { coef: new Fraction(1), scalars: [], chain: [made] }
}

/** The factor with its axes as rows and columns (`[rows, []]` for a column); null where matrix notation has no word for it. */
export function linkOf(e: Expr, [rows, cols]: readonly [Axis, Axis], w: MatrixWriter): Link | null {
  const named = w.fold.of(e)
  if (named) return variable(named, w)
  switch (e.k) {
    case 'var': return variable(e, w)
    case 'add': case 'einsum': {
      const terms = w.termsOf(e, rows, cols)
      return terms && sumLink(terms)
    }
    case 'map': {
      if (rows.length > 1 || cols.length > 1) return null
      const arg = w.sum(e.arg, rows, cols)
      const turned = cols.length ? w.sum(e.arg, cols, rows) : null
      if (!arg) return null
      const a = callForm(e.fn, [arg], e.order)
      const b = transposeForm(a)
      return w.rules.symmetry(e) === 'sym' ? symmetricLink(a) : { a, b: turned ? shorter(b, callForm(e.fn, [turned], e.order)) : b }
    }
    case 'pow': return power(e, rows, cols, w)
    case 'inverse': {
      const arg = w.sum(e.arg, rows, cols)
      if (!arg) return null
      const a: Form = { f: 'inverse', of: arg, transposed: false }
      return w.rules.symmetry(e) === 'sym' ? symmetricLink(a) : link(a)
    }
    case 'unit': return link(w.unit(e.at, e.dim))
    case 'inject': return link(block(e, w))
    case 'reshape': case 'const': case 'pi': case 'delta': case 'det': return null
    default: return unknownKind(e)
  }
}

/** A symbol; a declared row is the transpose of a column. */
function variable(e: Var, w: MatrixWriter): Link | null {
  if (e.derivs.length > 1) return null
  if (e.derivs.length === 1) return derivative(e, w)
  const name = nameForm(e.name)
  const axes = w.symbols.get(e.name)?.axes ?? []
  if (axes.length > 2) return null
  if (axes.length === 2 && axes[0]!.length === 0) return { a: transposeForm(name), b: name }
  return w.rules.symmetry(e) === 'sym' ? symmetricLink(name) : link(name)
}

/** A derivative atom, which has the layout of the question. */
function derivative(e: Var, w: MatrixWriter): Link | null {
  const own = groups(w.symbols.get(e.name)?.axes ?? []).length
  const by = groups(w.symbols.get(e.derivs[0]!)?.axes ?? []).length
  const vec = own + by > 2
  const form: Form = { f: 'derivative', of: e.name, by: e.derivs, ofAt: [], byAt: [], vec, partial: w.partial(e) }
  const turned = { a: transposeForm(form), b: form }
  const { layout } = w
  if (vec) return layout === 'denominator' ? turned : link(form)
  if (own === 0 && by === 1) return layout === 'denominator' ? link(form) : turned
  if (own === 0 && by === 2) return layout === 'numerator' ? turned : link(form)
  if (own === 1) return layout === 'denominator' ? turned : link(form)
  return link(form)
}

function power(e: Pow, rows: Axis, cols: Axis, w: MatrixWriter): Link | null {
  if (rows.length > 1 || cols.length > 1) return null
  const base = w.sum(e.base, rows, cols)
  if (!base) return null
  if (e.exponent.k === 'const') return link(powerForm(base, e.exponent.value, true))
  const exponent = slots(e.exponent).length ? w.sum(e.exponent, rows, cols) : w.sum(e.exponent, [], [])
  return exponent && link({ f: 'power', of: base, exponent, entrywise: true })
}

/** The injection of a block as a column of blocks: zeros, the identity, zeros. */
function block(e: Inject, w: MatrixWriter): Form {
  const pieces = String(e.dim).split('+').map(p => (p === '1' ? [] : p.split('*').map(d => (/^\d+$/.test(d) ? Number(d) : d))))
  const own: Form = e.parts.length ? w.eye(e.parts) : numberForm(1)
  const blank = (p: readonly Dim[]): Form => (p.length + e.parts.length ? { f: 'zeros', axes: e.parts.length ? [p, e.parts] : [p] } : { f: 'nought' })
  return { f: 'literal', rows: pieces.map((p, n) => [n === e.part ? own : blank(p)]) }
}
