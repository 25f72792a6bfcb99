/**
 * The derivative of a typed expression by one symbol, one rule a kind. Slots of the result: those of the expression, then those of the symbol.
 * All entries of the symbol are independent, whatever it is declared to be: d(xᵀ S x)/dS is x xᵀ also for a symmetric S.
 */
import { InternalError, unknownKind } from '../problem.ts'
import { add, constant, derivativeSlots, einsum, isZero, one, power, slots, times, zeros } from './pieces.ts'
import { apply } from '../tensors/build.ts'
import { derivativeOf } from '../tensors/functions.ts'
import { slotsOf, type Symbols } from '../tensors/symbols.ts'
import type { Dim, Einsum, Expr, MapFn, Pow, Var } from '../tensors/expr.ts'

export interface DerivativeOptions {
  /** Only by the direct occurrences: what a symbol depends on by `of` is held fixed. */
  readonly partial?: boolean
  /** Only by the places where the symbol itself stands: every other symbol is held fixed, whatever it depends on. */
  readonly direct?: boolean
  /** Only the occurrence with this number (from 0, in reading order): the product rule, half done. */
  readonly only?: number
}

/** The derivative of `e` by the symbol `wrt`. Throws where a symbol is not declared. */
export function differentiate(e: Expr, wrt: string, symbols: Symbols, options: DerivativeOptions = {}): Expr {
  return new Differentiation(wrt, symbols, options).of(e)
}

/** How many places of `e` there are at which the product rule differentiates when deriving by `wrt`. */
export function occurrences(e: Expr, wrt: string, symbols: Symbols): number {
  const run = new Differentiation(wrt, symbols, { only: -1 })
  run.of(e)
  return run.seen
}

class Differentiation {
  /** Occurrences passed so far. */
  seen = 0
  private readonly input: readonly Dim[]
  private readonly dependent = new Map<string, boolean>()
  private readonly memo = new Map<Expr, Expr>()
  private readonly known = new Map<string, Expr>()
  /** Differentiates what symbols depend on: all of it, whatever the options. */
  private readonly inner: Differentiation
  private readonly wrt: string
  private readonly symbols: Symbols
  private readonly options: DerivativeOptions

  constructor(wrt: string, symbols: Symbols, options: DerivativeOptions) {
    this.wrt = wrt
    this.symbols = symbols
    this.options = options
    this.inner = options.partial || options.only !== undefined ? new Differentiation(wrt, symbols, {}) : this
    this.input = slotsOf(this.symbol(wrt))
  }

  of(e: Expr): Expr {
    if (this.options.only !== undefined) return this.rule(e)
    const known = this.memo.get(e)
    if (known) return known
    const d = this.rule(e)
    this.memo.set(e, d)
    return d
  }

  private rule(e: Expr): Expr {
    switch (e.k) {
      case 'const': case 'pi': case 'delta': case 'unit': case 'inject': case 'reshape': return this.nothing(e)
      case 'var': return this.variable(e)
      case 'einsum': return this.product(e)
      case 'add': return add(e.terms.map(t => this.of(t)), [...e.dims, ...this.input])
      case 'map': return this.map(e)
      case 'pow': return this.pow(e)
      case 'inverse': return this.inverse(e.arg)
      case 'det': return this.determinant(e.arg)
      default: return unknownKind(e)
    }
  }

  private nothing(e: Expr): Expr {
    return zeros([...slots(e), ...this.input])
  }

  private symbol(name: string) {
    const info = this.symbols.get(name)
    if (!info) throw new InternalError(`no symbol ${name}`)
    return info
  }

  /** Does this symbol reach `wrt` along `of`? */
  private reaches(name: string): boolean {
    if (name === this.wrt) return true
    const known = this.dependent.get(name)
    if (known !== undefined) return known
    this.dependent.set(name, false)
    const found = this.symbol(name).of.some(a => this.reaches(a))
    this.dependent.set(name, found)
    return found
  }

  /** ∂x_s/∂x_t is a product of deltas; for f of B, the chain rule through each argument that reaches the symbol. */
  private variable(e: Var): Expr {
    if (e.name === this.wrt && e.derivs.length === 0) return this.counted() ? derivativeSlots(this.input) : this.nothing(e)
    if (this.options.direct) return this.nothing(e)
    const own = e.dims.map((_, n) => n)
    const terms = this.symbol(e.name).of.filter(a => (this.options.partial ? a === this.wrt : this.reaches(a))).map(a => {
      if (!this.counted()) return this.nothing(e)
      const inner = slotsOf(this.symbol(a))
      const outer: Var = { ...e, derivs: [...e.derivs, a], dims: [...e.dims, ...inner] }
      if (a === this.wrt) return outer
      const mid = inner.map((_, n) => own.length + n)
      const last = this.input.map((_, n) => own.length + mid.length + n)
      const d = this.through(a)
      return einsum([outer, d], [[...own, ...mid], [...mid, ...last]], [...own, ...last])
    })
    return add(terms, [...e.dims, ...this.input])
  }

  /** The whole derivative of a symbol, made once: many ways may lead to it. */
  private through(name: string): Expr {
    let d = this.inner.known.get(name)
    if (d === undefined) this.inner.known.set(name, d = this.inner.of({ k: 'var', name, derivs: [], dims: slotsOf(this.symbol(name)) }))
    return d
  }

  private counted(): boolean {
    const n = this.seen++
    return this.options.only === undefined || this.options.only === n
  }

  /** The product rule. */
  private product(e: Einsum): Expr {
    const first = e.dims.length
    const fresh = this.input.map((_, n) => first + n)
    const dims = Object.fromEntries([...e.dims, ...this.input].map((d, n) => [n, d]))
    const terms = e.factors.flatMap((f, k) => {
      const d = this.of(f)
      if (isZero(d)) return []
      return [einsum(e.factors.with(k, d), e.wires.with(k, [...e.wires[k]!, ...fresh]), [...e.out, ...fresh], dims)]
    })
    return add(terms, [...slots(e), ...this.input])
  }

  /** The chain rule, entry by entry: `outer` has the slots of `arg`. */
  private chain(outer: () => Expr, arg: Expr): Expr {
    const d = this.of(arg)
    if (isZero(d)) return d
    const own = slots(arg).map((_, n) => n)
    const all = slots(d).map((_, n) => n)
    return einsum([outer(), d], [own, all], all)
  }

  private map(e: MapFn): Expr {
    return this.chain(() => derivativeOf(e.fn, e.order, e.arg), e.arg)
  }

  /** d(b^e) = e b^(e-1) db + log(b) b^e de. */
  private pow(e: Pow): Expr {
    const { base, exponent } = e
    const lower = exponent.k === 'const' ? constant(exponent.value.sub(1)) : add([exponent, this.minusOnes(exponent)])
    const left = this.chain(() => {
      const rest = lower.k === 'const' && lower.value.equals(1) ? base : lower.k === 'const' && lower.value.equals(0) ? null : power(base, lower)
      if (!rest) return exponentTimes(exponent, base, null)
      return exponentTimes(exponent, base, rest)
    }, base)
    const d = this.of(exponent)
    if (isZero(d)) return left
    const own = slots(base).map((_, n) => n)
    const input = this.input.map((_, n) => own.length + n)
    const onExponent = slots(exponent).length === 0 ? input : [...own, ...input]
    const right = einsum([apply('log', base), e, d], [own, own, onExponent], [...own, ...input])
    return add([left, right], [...slots(base), ...this.input])
  }

  private minusOnes(like: Expr): Expr {
    return times(constant(-1), exponentTimes(one, like, null))
  }

  /** d(A⁻¹) = -A⁻¹ dA A⁻¹. */
  private inverse(arg: Expr): Expr {
    const d = this.of(arg)
    if (isZero(d)) return d
    const n = slots(arg).length / 2
    const at = (block: number, count = n): number[] => Array.from({ length: count }, (_, s) => block * n + s)
    const [row, i, j, col, input] = [at(0), at(1), at(2), at(3), at(4, this.input.length)]
    const inv: Expr = { k: 'inverse', arg }
    return einsum([constant(-1), inv, d, inv], [[], [...row, ...i], [...i, ...j, ...input], [...j, ...col]], [...row, ...col, ...input])
  }

  /** Jacobi's formula, d det(A) = det(A) tr(A⁻¹ dA). */
  private determinant(arg: Expr): Expr {
    const d = this.of(arg)
    if (isZero(d)) return zeros(this.input)
    const n = slots(arg).length / 2
    const row = Array.from({ length: n }, (_, s) => s)
    const col = row.map(s => n + s)
    const input = this.input.map((_, s) => 2 * n + s)
    return einsum([{ k: 'det', arg }, { k: 'inverse', arg }, d], [[], [...col, ...row], [...row, ...col, ...input]], input)
  }
}

/** e · rest with the slots of `base`, where e is a scalar or has these slots, and rest is ones where null. */
function exponentTimes(exponent: Expr, base: Expr, rest: Expr | null): Expr {
  const own = slots(base).map((_, n) => n)
  const dims = Object.fromEntries(slots(base).map((d, n) => [n, d]))
  const onExponent = slots(exponent).length === 0 ? [] : own
  return rest ? einsum([exponent, rest], [onExponent, own], own, dims) : einsum([exponent], [onExponent], own, dims)
}
