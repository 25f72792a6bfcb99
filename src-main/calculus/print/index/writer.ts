/** Index notation: every slot of an expression has a name, sums are Einstein's where that is plain to see and written out otherwise. */
import Fraction from 'fraction.js'
import { slots } from '../../tensors/build.ts'
import { unknownKind } from '../../problem.ts'
import type { Dim, Expr } from '../../tensors/expr.ts'
import { callForm, numberForm, powerForm, productForm, sumForm, type Form, type Item, type Signed } from '../forms/form.ts'
import { literals } from '../matrix/blockwise.ts'
import { chainForm } from '../matrix/chain.ts'
import type { MatrixWriter } from '../matrix/writer.ts'
import { pretty } from '../pretty.ts'
import type { Factor, Mono } from '../simplify/mono.ts'
import { sameFactor } from '../simplify/keys.ts'
import { baseOf } from '../simplify/meet.ts'
import { onDiagonals } from './diagonals.ts'
import { component, entry, unsayable, variable } from './entries.ts'
import { Names } from './names.ts'
import { arrange, type Piece } from './product.ts'

export { Unsayable } from './entries.ts'

/** `einstein`: a sum sign only where it is needed. `explicit`: one for every sum. */
export type Summation = 'einstein' | 'explicit'

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
    const named = this.matrix.fold.of(e)
    if (named) return variable(named, at, this.matrix)
    const { rules } = this.matrix
    const start = rules.terms(e)
    const { blocks, others } = this.literals(start, at)
    const sayable = (arg: Expr): boolean => this.matrix.sum(arg, [0], []) !== null
    const monos = others.map(m => onDiagonals(pretty(m, rules, sayable), rules)).filter(m => !m.coef.equals(0))
    const [first] = monos
    if (!first) return blocks.length ? sumForm(blocks) : numberForm(0)
    const common = first.coef.abs()
    const bare = monos.every(m => m.coef.abs().equals(common) && m.factors.every(f => f.e.k === 'var'))
    const drawn = bare && monos.length > 1 && blocks.length === 0 && !common.equals(1)
    const before = new Set([...taken, ...at])
    const terms = monos.map((m): Signed => {
      const own = new Set(before)
      const form = this.term(drawn ? { ...m, coef: m.coef.div(common) } : m, at, own)
      own.forEach(n => taken.add(n))
      return { minus: m.coef.s < 0n, form }
    })
    const sum = sumForm([...terms, ...blocks])
    return drawn ? productForm([{ op: '', form: numberForm(common) }, { op: '', form: sum }]) : sum
  }

  /** Terms that stand in blocks of the axes, as entries of one array literal. */
  private literals(monos: readonly Mono[], at: readonly string[]): { readonly blocks: readonly Signed[]; readonly others: readonly Mono[] } {
    const some = at.length > 0 && at.length <= 2 && monos.some(m => m.factors.some(f => f.e.k === 'inject' && m.out.includes(f.on[0]!)))
    const { blocks, others } = some ? literals(monos, [0], at.length === 2 ? [1] : [], this.matrix) : { blocks: [], others: monos }
    const entries = blocks.map((t): Signed => {
      const entry: Form = { f: 'entry', of: chainForm(t.chain!), at }
      const number = t.coef.abs()
      const items: Item[] = [...(number.equals(1) ? [] : [{ op: '' as const, form: numberForm(number) }]), { op: '', form: entry }]
      return { minus: t.coef.s < 0n, form: productForm(items) }
    })
    return { blocks: entries, others }
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
        if (this.vertexHasSize(m, v)) this.unsized.delete(name[v])
        else this.unsized.set(name[v], m.dims[v]!)
      }
    })
    const whole = unsayable(m, this.matrix)
    for (const g of whole) {
      pieces.push(component(m, g, name, this.matrix))
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
      case 'add': case 'einsum': return this.matrix.rules.terms(e).some(m => this.vertexHasSize(m, m.out[slot]!))
      case 'map': return this.tellsSize(e.arg, slot)
      case 'pow': return this.tellsSize(e.base, slot) || (slots(e.exponent).length > 0 && this.tellsSize(e.exponent, slot))
      default: return true
    }
  }

  private vertexHasSize(m: Mono, v: number): boolean {
    return m.factors.some(f => f.on.some((u, s) => u === v && this.tellsSize(f.e, s)))
  }

  private delta(a: string, b: string): Form {
    const size = this.unsized.get(a) ?? this.unsized.get(b)
    if (size !== undefined) return { f: 'entry', of: this.matrix.eye([size]), at: [a, b] }
    // Where delta is another symbol, the bracket of Iverson says the same.
    return this.matrix.symbols.has('delta') ? { f: 'indicator', left: a, right: b } : { f: 'delta', a, b }
  }

  /** A factor in its own words, and on which side of the fraction it stands. */
  private piece(f: Factor, at: readonly string[], taken: Set<string>): Piece {
    const { base, exponent } = baseOf(f)
    const under = exponent.s < 0n
    const plain = this.factor(base, at, taken)
    // Under a power or a fraction line a trace is not read as summed by itself.
    const own = plain.f === 'entry' && !exponent.equals(1) ? plain.at.filter((n, k) => plain.at.indexOf(n) !== k && !at.includes(n)) : []
    const form = powerForm(own.length ? { f: 'over', names: [...new Set(own)], body: plain } : plain, exponent.abs(), false)
    return { form, vertices: new Set(f.on), seen: f.on, under }
  }

  private factor(e: Expr, at: readonly string[], taken: Set<string>): Form {
    const named = this.matrix.fold.of(e)
    if (named) return variable(named, at, this.matrix)
    switch (e.k) {
      case 'const': return e.value.s < 0n ? sumForm([{ minus: true, form: numberForm(e.value.abs()) }]) : numberForm(e.value)
      case 'pi': return { f: 'pi' }
      case 'var': return variable(e, at, this.matrix)
      case 'unit':
        if (this.unsized.has(at[0]!)) return { f: 'entry', of: this.matrix.unit(e.at, e.dim), at }
        return { f: 'indicator', left: at[0]!, right: String(e.at) }
      case 'delta': return this.delta(at[0]!, at[1]!)
      case 'add': case 'einsum': return this.sum(e, at, taken)
      case 'map': {
        if (e.fn === 'softmax') return entry(e, at, this.matrix)
        if (e.fn === 'log' && e.order === 0 && e.arg.k === 'det') return entry(e, at, this.matrix)
        return callForm(e.fn, [this.sum(e.arg, at, taken)], e.order)
      }
      case 'pow': {
        const base = this.sum(e.base, at, taken)
        const exponent = this.sum(e.exponent, slots(e.exponent).length ? at : [], taken)
        return { f: 'power', of: base, exponent, entrywise: false }
      }
      case 'inverse': case 'det': case 'inject': case 'reshape': return entry(e, at, this.matrix)
      default: return unknownKind(e)
    }
  }

}

/** Summed vertices on which a unit vector lies: the index has one value. */
function fixedPositions(m: Mono): Map<number, number> {
  const open = new Set(m.out)
  const found = new Map<number, number>()
  for (const f of m.factors) if (f.e.k === 'unit' && !open.has(f.on[0]!)) found.set(f.on[0]!, f.e.at)
  return found
}

