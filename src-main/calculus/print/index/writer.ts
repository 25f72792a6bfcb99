/** Index notation: every slot of an expression has a name, sums are Einstein's where that is plain to see and written out otherwise. */
import Fraction from 'fraction.js'
import { slots } from '../../tensors/build.ts'
import { InternalError, unknownKind } from '../../problem.ts'
import type { Dim, Expr, Var } from '../../tensors/expr.ts'
import { callForm, nameForm, numberForm, powerForm, productForm, sumForm, type Form } from '../forms/form.ts'
import type { MatrixWriter } from '../matrix/writer.ts'
import { pretty } from '../pretty.ts'
import { closed, ONE, restrict, type Factor, type Mono } from '../simplify/mono.ts'
import { sameFactor } from '../simplify/keys.ts'
import { baseOf } from '../simplify/meet.ts'
import { onDiagonals } from './diagonals.ts'
import { einsumForm } from './einsum.ts'
import { Names } from './names.ts'
import { arrange, type Piece } from './product.ts'

/** `einstein`: a sum sign only where it is needed. `explicit`: one for every sum. */
export type Summation = 'einstein' | 'explicit'

/** Thrown where index notation has no word: two orders of one axis that is a product of sizes. */
export class Unsayable extends InternalError {
  override name = 'Unsayable'
}

export class IndexWriter {
  private readonly names: Names
  readonly matrix: MatrixWriter
  private readonly summation: Summation
  /** Summed indices that stand nowhere but in deltas and indicators, with their sizes. */
  private readonly unsized = new Map<string, Dim>()

  constructor(matrix: MatrixWriter, summation: Summation) {
    this.matrix = matrix
    this.names = new Names(matrix.symbols)
    this.summation = summation
  }

  /** The expression with its slots named. `taken`: names that mean something where this stands; it grows by those used within. */
  sum(e: Expr, at: readonly string[], taken: Set<string>): Form {
    const { rules } = this.matrix
    const start = rules.terms(e)
    const blocks = at.length <= 2 && start.some(m => m.factors.some(f => f.e.k === 'inject')) ? this.matrix.sumOfMonos(start, [0].slice(0, at.length), [1].slice(0, at.length - 1)) : null
    if (blocks) return at.length ? { f: 'entry', of: blocks, at } : blocks
    const monos = start.map(m => onDiagonals(pretty(m, rules, arg => this.matrix.sum(arg, [0], []) !== null), rules)).filter(m => !m.coef.equals(0))
    const [first] = monos
    if (!first) return numberForm(0)
    const common = first.coef.abs()
    const drawn = monos.length > 1 && !common.equals(1) && monos.every(m => m.coef.abs().equals(common) && m.factors.every(f => f.e.k === 'var'))
    const before = new Set([...taken, ...at])
    const sum = sumForm(monos.map(m => {
      const own = new Set(before)
      const form = this.term(drawn ? { ...m, coef: m.coef.div(common) } : m, at, own)
      own.forEach(n => taken.add(n))
      return { minus: m.coef.s < 0n, form }
    }))
    return drawn ? productForm([{ op: '', form: numberForm(common) }, { op: '', form: sum }]) : sum
  }

  /** One monomial without its sign. */
  private term(m: Mono, at: readonly string[], taken: Set<string>): Form {
    const name: string[] = []
    const pieces: Piece[] = []
    m.out.forEach((v, s) => {
      if (name[v] === undefined) name[v] = at[s]!
      else if (name[v] !== at[s]) pieces.push({ form: this.delta(name[v], at[s]!), vertices: new Set([v]), seen: [v], under: false })
    })
    const fixed = fixedPositions(m)
    const bound = new Set<number>()
    const met = new Set(m.factors.flatMap(f => f.on))
    m.dims.forEach((dim, v) => {
      if (name[v] !== undefined) return
      if (!met.has(v)) {
        pieces.push({ form: { f: 'size', dim }, vertices: new Set(), seen: [], under: false })
        return
      }
      const unit = fixed.get(v)
      if (unit !== undefined) name[v] = String(unit)
      else {
        name[v] = this.names.fresh(taken)
        taken.add(name[v])
        bound.add(v)
        if (m.factors.some(f => f.on.some((u, s) => u === v && this.tellsSize(f.e, s)))) this.unsized.delete(name[v])
        else this.unsized.set(name[v], m.dims[v]!)
      }
    })
    const whole = wholes(m, f => this.nameless(f))
    for (const g of whole) {
      pieces.push(this.component(m, g, name))
      for (const f of g) for (const v of f.on) bound.delete(v)
    }
    const rest = m.factors.filter(f => !(f.e.k === 'unit' && fixed.has(f.on[0]!)) && !whole.some(g => g.includes(f)))
    for (const { f, count } of this.counted(rest, bound)) {
      const piece = this.piece(f, this.turned(f, m.out).map(v => name[v]!), taken)
      pieces.push(count === 1 ? piece : { ...piece, form: powerForm(piece.form, new Fraction(count), false) })
    }
    return arrange({ coef: m.coef.abs(), pieces, bound, name, dims: m.dims, out: m.out, explicit: this.summation === 'explicit' })
  }

  /** Equal factors on which no index is summed, each once with its number: inside, their indices have other names each time. */
  private counted(factors: readonly Factor[], bound: ReadonlySet<number>): { f: Factor; count: number }[] {
    const made: { f: Factor; count: number }[] = []
    for (const f of factors) {
      const twin = f.on.some(v => bound.has(v)) ? undefined : made.find(x => sameFactor(x.f, f, this.matrix.rules))
      if (twin) twin.count++
      else made.push({ f, count: 1 })
    }
    return made
  }

  /** The vertices of a factor; those of a symmetric matrix with the free index first. */
  private turned(f: Factor, out: readonly number[]): readonly number[] {
    const [p, q] = f.on
    if (f.on.length !== 2 || this.matrix.rules.symmetry(baseOf(f).base) !== 'sym') return f.on
    const place = (v: number): number => (out.includes(v) ? out.indexOf(v) : Infinity)
    return place(q!) < place(p!) ? [q!, p!] : f.on
  }

  /** Is the size of a summed index told by this slot of a factor? A delta or an indicator alone does not tell it. */
  private tellsSize(e: Expr, slot: number): boolean {
    switch (e.k) {
      case 'unit': case 'delta': case 'const': return false
      case 'add': case 'einsum': return this.matrix.rules.terms(e).some(m => m.factors.some(f => f.on.some((v, s) => v === m.out[slot] && this.tellsSize(f.e, s))))
      case 'map': return this.tellsSize(e.arg, slot)
      case 'pow': return this.tellsSize(e.base, slot) || (slots(e.exponent).length > 0 && this.tellsSize(e.exponent, slot))
      default: return true
    }
  }

  private delta(a: string, b: string): Form {
    const size = this.unsized.get(a) ?? this.unsized.get(b)
    return size === undefined ? { f: 'delta', a, b } : { f: 'entry', of: { f: 'eye', axis: [size] }, at: [a, b] }
  }

  /** Is there no name for the entries of this factor: blocks, axes that are products of sizes? */
  private nameless(f: Factor): boolean {
    const { e } = f
    if (e.k === 'var') return [e.name, ...e.derivs].some(n => this.matrix.symbols.get(n)?.axes.some(a => a.length > 1))
    return e.k === 'inject' || e.k === 'reshape' || (e.k === 'inverse' && f.on.length > 2)
  }

  /** A part of a product that only matrix notation can say, as an entry of it. */
  private component(m: Mono, group: readonly Factor[], name: readonly string[]): Piece {
    const open = [...new Set(group.flatMap(f => f.on))].filter(v => m.out.includes(v)).sort((a, b) => m.out.indexOf(a) - m.out.indexOf(b))
    const inner = [...new Set(group.flatMap(f => f.on))].filter(v => !m.out.includes(v))
    const part = restrict({ coef: ONE, dims: m.dims, factors: group, out: open }, [...open, ...inner])
    const form = open.length > 2 ? null : this.matrix.sumOfMonos([part], open.length ? [0] : [], open.length === 2 ? [1] : [])
    if (!form) throw new Unsayable('an array that has no name in index notation')
    return { form: open.length ? { f: 'entry', of: form, at: open.map(v => name[v]!) } : form, vertices: new Set(open), seen: open, under: false }
  }

  /** A factor in its own words, and on which side of the fraction it stands. */
  private piece(f: Factor, at: readonly string[], taken: Set<string>): Piece {
    const { base, exponent } = baseOf(f)
    const under = exponent.s < 0n
    const plain = this.factor(base, at, taken)
    // Under a power or a fraction line a trace is not read as summed by itself.
    const own = exponent.equals(1) || plain.f !== 'entry' ? [] : [...new Set(plain.at.filter((n, k) => plain.at.indexOf(n) !== k && !at.includes(n)))]
    const form = powerForm(own.length ? { f: 'over', names: own, body: plain } : plain, exponent.abs(), false)
    return { form, vertices: new Set(f.on), seen: f.on, under }
  }

  private factor(e: Expr, at: readonly string[], taken: Set<string>): Form {
    switch (e.k) {
      case 'const': return e.value.s < 0n ? sumForm([{ minus: true, form: numberForm(e.value.abs()) }]) : numberForm(e.value)
      case 'pi': return { f: 'pi' }
      case 'var': return this.variable(e, at)
      case 'unit': return this.unsized.has(at[0]!) ? { f: 'entry', of: { f: 'unit', at: e.at, dim: e.dim }, at } : { f: 'indicator', left: at[0]!, right: String(e.at) }
      case 'delta': return this.delta(at[0]!, at[1]!)
      case 'add': case 'einsum': return this.sum(e, at, taken)
      case 'map': {
        if (e.fn === 'softmax') return this.entry(e, at)
        if (e.fn === 'log' && e.order === 0 && e.arg.k === 'det') return this.entry(e, at)
        return callForm(e.fn, [this.sum(e.arg, at, taken)], e.order)
      }
      case 'pow': {
        const base = this.sum(e.base, at, taken)
        const exponent = this.sum(e.exponent, slots(e.exponent).length ? at : [], taken)
        return { f: 'power', of: base, exponent, entrywise: false }
      }
      case 'inverse': case 'det': case 'inject': case 'reshape': return this.entry(e, at)
      default: return unknownKind(e)
    }
  }

  /** An entry of something that only matrix notation has a word for. */
  private entry(e: Expr, at: readonly string[]): Form {
    const of = e.k === 'map' && e.fn === 'softmax' ? this.softmax(e.arg) : this.whole(e, at.length)
    if (!of || at.length > 2) throw new Unsayable('an array that has no name in index notation')
    return at.length === 0 ? of : { f: 'entry', of, at }
  }

  /** An inverse, a determinant, a block; of an einsum where its inside has no matrix form. */
  private whole(e: Expr, rank: number): Form | null {
    const form = this.matrix.sum(e, [0].slice(0, rank), [1].slice(0, rank - 1))
    if (form) return form
    const inside = e.k === 'map' ? (e.arg.k === 'det' ? e.arg.arg : null) : e.k === 'inverse' || e.k === 'det' ? e.arg : null
    const arg = inside && slots(inside).length === 2 ? einsumForm(inside, this.matrix) : null
    if (!arg) return null
    return e.k === 'inverse' ? { f: 'inverse', of: arg, transposed: false } : callForm(e.k === 'det' ? 'det' : 'logdet', [arg])
  }

  private softmax(arg: Expr): Form | null {
    const form = this.matrix.sum(arg, [0], [])
    return form && callForm('softmax', [form])
  }

  /** The name; in brackets where with this subscript it would be another one: `(b)_l` beside a symbol b_l. */
  private apart(name: string, at: readonly string[]): Form {
    const clash = [...this.matrix.symbols.keys()].some(s => s.startsWith(`${name}_`) && at.join('').startsWith(s.slice(name.length + 1)))
    return clash ? { f: 'product', items: [{ op: '', form: nameForm(name) }] } : nameForm(name)
  }

  private variable(e: Var, at: readonly string[]): Form {
    if (e.derivs.length === 0) return at.length ? { f: 'entry', of: this.apart(e.name, at), at } : nameForm(e.name)
    const sizes = e.derivs.map(d => this.matrix.symbols.get(d)?.axes.flat().length ?? 0)
    let n = e.dims.length - sizes.reduce((s, k) => s + k, 0)
    const ofAt = at.slice(0, n)
    const byAt = sizes.map(k => at.slice(n, (n += k)))
    return { f: 'derivative', of: e.name, by: e.derivs, ofAt, byAt, vec: false, partial: this.matrix.partial(e) }
  }
}

/** The groups of factors that hang together by sums, of those that have a factor in them for which `bad` holds. */
function wholes(m: Mono, bad: (f: Factor) => boolean): Factor[][] {
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
  return groups.filter(g => g.factors.some(bad)).map(g => g.factors)
}

/** Summed vertices on which a unit vector lies: the index has one value. */
function fixedPositions(m: Mono): Map<number, number> {
  const open = new Set(m.out)
  const found = new Map<number, number>()
  for (const f of m.factors) if (f.e.k === 'unit' && !open.has(f.on[0]!)) found.set(f.on[0]!, f.e.at)
  return found
}

