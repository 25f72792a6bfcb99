/** Entries: of symbols, of derivative atoms, and of what only matrix notation has a word for. */
import { slots } from '../../tensors/build.ts'
import type { Expr, Var } from '../../tensors/expr.ts'
import { callForm, nameForm, type Form } from '../forms/form.ts'
import type { MatrixWriter } from '../matrix/writer.ts'
import { closed, ONE, restrict, type Factor, type Mono } from '../simplify/mono.ts'
import { einsumForm } from './einsum.ts'
import { Unsayable } from '../unsayable.ts'
import type { Piece } from './product.ts'

export { Unsayable }

/** A symbol or a derivative atom with its indices. */
export function variable(e: Var, at: readonly string[], w: MatrixWriter): Form {
  if (e.derivs.length === 0) return at.length ? { f: 'entry', of: apart(e.name, at, w), at } : nameForm(e.name)
  const sizes = e.derivs.map(d => w.symbols.get(d)?.axes.flat().length ?? 0)
  let n = e.dims.length - sizes.reduce((s, k) => s + k, 0)
  const ofAt = at.slice(0, n)
  const byAt = sizes.map(k => at.slice(n, (n += k)))
  return { f: 'derivative', of: e.name, by: e.derivs, ofAt, byAt, vec: false, partial: w.partial(e) }
}

/** The name; in brackets where with this subscript it would be another one: `(b)_l` beside a symbol b_l. */
function apart(name: string, at: readonly string[], w: MatrixWriter): Form {
  const clash = [...w.symbols.keys()].some(s => s.startsWith(`${name}_`) && at.join('').startsWith(s.slice(name.length + 1)))
  return clash ? { f: 'product', items: [{ op: '', form: nameForm(name) }] } : nameForm(name)
}

/** An entry of an inverse, of a block, of softmax; a determinant. */
export function entry(e: Expr, at: readonly string[], w: MatrixWriter): Form {
  const of = e.k === 'map' && e.fn === 'softmax' ? softmax(e.arg, w) : whole(e, at.length, w)
  if (!of || at.length > 2) throw new Unsayable('an array that has no name in index notation')
  return at.length === 0 ? of : { f: 'entry', of, at }
}

/** In matrix notation; of an einsum where the inside has no matrix form. */
function whole(e: Expr, rank: number, w: MatrixWriter): Form | null {
  const form = w.sum(e, [0].slice(0, rank), [1].slice(0, rank - 1))
  if (form) return form
  const inside = e.k === 'map' ? (e.arg.k === 'det' ? e.arg.arg : null) : e.k === 'inverse' || e.k === 'det' ? e.arg : null
  const arg = inside && slots(inside).length === 2 ? einsumForm(inside, w) : null
  if (!arg) return null
  return e.k === 'inverse' ? { f: 'inverse', of: arg, transposed: false } : callForm(e.k === 'det' ? 'det' : 'logdet', [arg])
}

function softmax(arg: Expr, w: MatrixWriter): Form | null {
  const form = w.sum(arg, [0], [])
  return form && callForm('softmax', [form])
}

/** Is there no name for the entries of this factor: blocks, axes that are products of sizes? */
function nameless({ e, on }: Factor, w: MatrixWriter): boolean {
  if (e.k === 'var') return [e.name, ...e.derivs].some(n => w.symbols.get(n)?.axes.some(a => a.length > 1))
  return e.k === 'inject' || e.k === 'reshape' || (e.k === 'inverse' && on.length > 2)
}

/** The groups of factors that hang together by sums and have a factor without a name among them. */
export function unsayable(m: Mono, w: MatrixWriter): Factor[][] {
  const inner = closed(m)
  const groups: { factors: Factor[]; vertices: Set<number> }[] = []
  for (const f of m.factors) {
    const own = { factors: [f], vertices: new Set(f.on.filter(v => inner.has(v))) }
    for (let n = groups.length - 1; n >= 0; n--) {
      if (![...groups[n]!.vertices].some(v => own.vertices.has(v))) continue
      own.factors.unshift(...groups[n]!.factors)
      groups[n]!.vertices.forEach(v => own.vertices.add(v))
      groups.splice(n, 1)
    }
    groups.push(own)
  }
  return groups.filter(g => g.factors.some(f => nameless(f, w))).map(g => g.factors)
}

/** Such a group as an entry of its matrix form. `name`: the name of each vertex. Throws `Unsayable` where it has none. */
export function component(m: Mono, group: readonly Factor[], name: readonly string[], w: MatrixWriter): Piece {
  const all = [...new Set(group.flatMap(f => f.on))]
  const open = all.filter(v => m.out.includes(v)).sort((a, b) => m.out.indexOf(a) - m.out.indexOf(b))
  const part = restrict({ coef: ONE, dims: m.dims, factors: group, out: open }, [...open, ...all.filter(v => !open.includes(v))])
  const form = open.length > 2 ? null : w.sumOfMonos([part], open.length ? [0] : [], open.length === 2 ? [1] : [])
  if (!form) throw new Unsayable('an array that has no name in index notation')
  const named: Form = open.length ? { f: 'entry', of: form, at: open.map(v => name[v]!) } : form
  return { form: named, vertices: new Set(open), seen: open, under: false }
}
