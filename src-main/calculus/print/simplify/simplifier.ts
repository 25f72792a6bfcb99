/**
 * The light simplification before printing: every expression as a sum of monomials over factors that stand as they are. It never multiplies out
 * what an author wrote as a sum, save where that is shorter, and never reorders.
 */
import Fraction from 'fraction.js'
import { constant, slots } from '../../tensors/build.ts'
import { functions } from '../../tensors/functions.ts'
import { unknownKind } from '../../problem.ts'
import { Unsayable } from '../unsayable.ts'
import type { Expr, Inverse, MapFn } from '../../tensors/expr.ts'
import type { Symbols } from '../../tensors/symbols.ts'
import { livelySlots, onlySlots } from './constant.ts'
import { atomKey, collect, monoKey, symmetryOf } from './keys.ts'
import { baseOf, raise, tidy } from './meet.ts'
import { inverseOfKron } from './inverses.ts'
import { monoExpr, ONE, sumExpr, type Mono } from './mono.ts'
import { atom, on, powerTerms } from './powers.ts'
import { product } from './product.ts'
import type { Rules } from './rules.ts'
import { Sheet } from './sheet.ts'

/** Monomials that one simplifier works on. The answers of a course take some hundreds. */
const MOST = 6_000
/** And factors of one monomial. */
const FACTORS = 300
/** Keys longer than this get a short name: within functions of functions they would double at each level. */
const LONGEST_KEY = 400

/** Simplifies expressions over one set of symbols; remembers what it has seen. */
export class Simplifier implements Rules {
  private readonly symbols: Symbols
  private readonly known = new Map<Expr, readonly Mono[]>()
  private readonly keys = new Map<Expr, string>()
  private readonly atoms = new Map<Expr, string>()
  private readonly turns = new Map<Expr, 'none' | 'sym' | 'skew'>()
  private readonly short = new Map<string, string>()
  private left = MOST

  constructor(symbols: Symbols) {
    this.symbols = symbols
  }

  terms(e: Expr): readonly Mono[] {
    return remembered(this.known, e, () => {
      this.spend(1)
      const made = this.find(e)
      if (made.some(t => t.factors.length > FACTORS)) throw new Unsayable('a product too long to be written')
      return made
    })
  }

  expr(e: Expr): Expr {
    return sumExpr(this.terms(e), slots(e))
  }

  key(e: Expr): string {
    return remembered(this.keys, e, () => this.shortened(this.terms(e).map(t => {
      const { key, sign } = monoKey(t, this)
      return `${t.coef.mul(sign).toFraction()}·${key}`
    }).sort().join(' + ')))
  }

  /** The same short text for the same long one. */
  private shortened(text: string): string {
    if (text.length <= LONGEST_KEY) return text
    let short = this.short.get(text)
    if (short === undefined) this.short.set(text, short = `«${this.short.size}»`)
    return short
  }

  spend(monomials: number): void {
    this.left -= monomials
    if (this.left < 0) throw new Unsayable('an expression too long to be written')
  }

  atom(e: Expr): string {
    return remembered(this.atoms, e, () => atomKey(e, this))
  }

  symmetry(e: Expr): 'none' | 'sym' | 'skew' {
    return remembered(this.turns, e, () => symmetryOf(e, this.symbols, this))
  }

  has(name: string, property: 'orthogonal'): boolean {
    return this.symbols.get(name)?.properties.has(property) ?? false
  }

  private find(e: Expr): readonly Mono[] {
    switch (e.k) {
      case 'const': return e.value.equals(0) ? [] : [{ coef: e.value, factors: [], dims: [], out: [] }]
      case 'delta': return [{ coef: ONE, factors: [], dims: [e.dim], out: [0, 0] }]
      case 'pi': case 'var': case 'unit': case 'inject': return [atom(e, slots(e).length, slots(e))]
      case 'reshape': return this.reshape(e)
      case 'add': return collect(e.terms.flatMap(t => this.terms(t)), this)
      case 'einsum': return product(e, this)
      case 'map': return this.map(e)
      case 'pow': return powerTerms(e, this)
      case 'inverse': return this.inverse(e)
      case 'det': return this.det(e.arg)
      default: return unknownKind(e)
    }
  }

  /** Axes that agree one by one are deltas. */
  private reshape(e: Expr & { k: 'reshape' }): readonly Mono[] {
    if (e.from.length !== e.to.length || e.from.some((d, n) => d !== e.to[n])) return [atom(e, slots(e).length, slots(e))]
    const on = e.from.map((_, n) => n)
    return [{ coef: ONE, factors: [], dims: e.from, out: [...on, ...on] }]
  }

  private map(e: MapFn): readonly Mono[] {
    const own = slots(e.arg)
    const terms = this.terms(e.arg)
    const kept = livelySlots(terms, own.length)
    const arg = sumExpr(onlySlots(terms, kept), kept.map(s => own[s]!))
    const value = valueOf(e, arg)
    if (value === 0) return []
    const made = on({ ...e, arg }, kept, own)
    return [value === null ? made : { ...made, coef: new Fraction(value), factors: [] }]
  }

  /** (t Aᵀ)⁻¹ is 1/t A⁻ᵀ; (A⁻¹)⁻¹ is A; the inverse of the identity is itself. */
  private inverse(e: Inverse): readonly Mono[] {
    const own = slots(e.arg)
    const plain = (): readonly Mono[] => [atom({ k: 'inverse', arg: this.expr(e.arg) }, own.length, own)]
    const [t, ...more] = this.terms(e.arg)
    if (t && !more.length && own.length > 2) return inverseOfKron(t, this) ?? plain()
    if (!t || more.length || own.length !== 2) return plain()
    if (t.factors.length === 0 && t.dims.length === 1 && t.out[0] === t.out[1]) return [{ ...t, coef: t.coef.inverse() }]
    const [f, ...others] = t.factors.filter(g => g.on.length > 0)
    if (!f || others.length || t.dims.length !== 2 || f.on.length !== 2 || t.out[0] === t.out[1] || f.on[0] === f.on[1]) return plain()
    const sheet = new Sheet()
    sheet.coef = t.coef.inverse()
    for (const d of t.dims) sheet.vertex(d)
    for (const g of t.factors) {
      const { base, exponent } = baseOf(g)
      if (g === f) sheet.factor(f.e.k === 'inverse' ? f.e.arg : { k: 'inverse', arg: f.e }, f.on)
      else raise(sheet, base, [], exponent.neg(), this)
    }
    const made = tidy(sheet.mono(t.out), this)
    return made ? (f.e.k === 'inverse' ? this.terms(monoExpr(made)) : [made]) : []
  }

  private det(arg: Expr): readonly Mono[] {
    const [t, ...more] = this.terms(arg)
    if (!t) return []
    if (!more.length && t.factors.length === 0 && t.dims.length === 1 && t.coef.equals(1) && t.out.length === 2) return this.terms(constant(1))
    return [atom({ k: 'det', arg: this.expr(arg) }, 0, [])]
  }
}

/** The value of a function at 0, or of log at 1, where it is a whole number. */
function valueOf(e: MapFn, arg: Expr): number | null {
  const fn = functions.get(e.fn)
  if (arg.k !== 'const' || !fn || e.order > 0 || fn.domain === 'kink') return null
  if (e.fn === 'log' && arg.value.equals(1)) return 0
  const value = arg.value.equals(0) ? fn.value(0) : NaN
  return Number.isInteger(value) ? value : null
}

function remembered<V>(memory: Map<Expr, V>, e: Expr, make: () => V): V {
  const old = memory.get(e)
  if (old !== undefined) return old
  const made = make()
  memory.set(e, made)
  return made
}
