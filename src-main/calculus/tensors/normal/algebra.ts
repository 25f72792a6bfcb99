/** One run of normal forms: what is declared, how much work is left, and the operations that make polynomials. */
import Fraction from 'fraction.js'
import type { Dim, Expr } from '../expr.ts'
import type { Symbols } from '../symbols.ts'
import { contract } from './arith.ts'
import { certificate } from './canon.ts'
import { BudgetError, ONE, type Graph, type KeyedTerm, type Poly, type Term } from './poly.ts'
import { rewrite } from './rules.ts'
import { toPoly } from './toPoly.ts'

export class Algebra {
  readonly symbols: Symbols
  private left: number
  private memo = new Map<Expr, Poly>()
  /** The polynomials of symbols, by their label and sizes. */
  variables = new Map<string, Poly>()
  /** Long labels and keys get a short name for the time of this run. */
  private short = new Map<string, string>()

  /** Products of sines and cosines become sums of angles (see `thorough/angles.ts`). */
  readonly angles: boolean
  /** Axes of a few entries, and those made of blocks, are written out (see `thorough/entries.ts`). */
  readonly entries: boolean
  /** Keys of polynomials that are positive wherever it matters (see `thorough/assumptions.ts`). */
  readonly positive = new Set<string>()

  /** `budget` bounds the work, in units of one small monomial: some 20 to 40 microseconds. */
  constructor(symbols: Symbols, budget = 8_000, how: { readonly angles?: boolean; readonly entries?: boolean } = {}) {
    this.symbols = symbols
    this.left = budget
    this.angles = how.angles ?? false
    this.entries = how.entries ?? false
  }

  /** A run that goes on from here: it knows what this one has worked out, and has as much work left. This one stays as it is. */
  fork(): Algebra {
    const own = new Algebra(this.symbols, this.left, this)
    own.memo = new Map(this.memo)
    own.variables = new Map(this.variables)
    own.short = new Map(this.short)
    return own
  }

  spend(n: number): void {
    this.left -= n
    if (this.left < 0) throw new BudgetError('the normal form needs more work than its budget')
  }

  /** Pays for one monomial that is put together. A monomial of very many factors is given up on: it would double with every square. */
  spendOn(edges: number): void {
    if (edges > MOST_FACTORS) throw new BudgetError('a monomial with too many factors')
    this.spend(1 + edges / 16)
  }

  /** The normal form of an expression. */
  normal(e: Expr): Poly {
    const known = this.memo.get(e)
    if (known) return known
    const made = toPoly(this, e)
    this.memo.set(e, made)
    return made
  }

  /** Normal forms are worked out anew: what is known has changed. */
  forget(): void {
    this.memo.clear()
  }

  /** A polynomial from monomials that may still be rewritten. */
  collect(dims: readonly Dim[], terms: readonly Term[]): Poly {
    return this.rekey(dims, rewrite(this, terms))
  }

  /** A polynomial from monomials that no rule rewrites. */
  rekey(dims: readonly Dim[], terms: readonly Term[]): Poly {
    const keyed: KeyedTerm[] = []
    for (const t of terms) {
      const { key, sign } = this.certificate(t.g)
      if (sign === 1) keyed.push({ ...t, key })
      else if (sign === -1) keyed.push({ c: t.c.neg(), g: turned(t.g), key })
    }
    return this.merge(dims, keyed)
  }

  /** Like terms brought together. */
  merge(dims: readonly Dim[], terms: readonly KeyedTerm[]): Poly {
    if (terms.length === 1 && terms[0]!.c.n !== 0n) return { dims, terms, key: this.name(`[${dims.join()}]${written(terms[0]!)}`) }
    const by = new Map<string, KeyedTerm>()
    for (const t of terms) {
      const known = by.get(t.key)
      by.set(t.key, known ? { ...known, c: known.c.add(t.c) } : t)
    }
    const kept = [...by.values()].filter(t => t.c.n !== 0n).sort((a, b) => (a.key < b.key ? -1 : 1))
    return { dims, terms: kept, key: this.name(`[${dims.join()}]${kept.map(written).join(' + ')}`) }
  }

  /** A polynomial laid on the slots `at` of a larger array, constant along the other slots. */
  lay(p: Poly, at: readonly number[], dims: readonly Dim[]): Poly {
    const all = dims.map((_, s) => s)
    return at.length === dims.length && at.every((s, n) => s === n) ? p : contract(this, [p], [at], dims, all)
  }

  product(factors: readonly Poly[], wires: readonly (readonly number[])[], dims: readonly Dim[], out: readonly number[]): Poly {
    return contract(this, factors, wires, dims, out)
  }

  private certificate(g: Graph) {
    this.spend(1)
    const { key, sign } = certificate(g, n => this.spend(n))
    return { key: this.name(key), sign }
  }

  /** A name for a text, equal for equal texts within this run. */
  name(text: string): string {
    if (text.length < 120) return text
    let short = this.short.get(text)
    if (!short) {
      short = `«${this.short.size}»`
      this.short.set(text, short)
    }
    return short
  }

  /** Rational numbers are exact, and bounded: a tower of powers must not eat the memory. */
  checked(c: Fraction): Fraction {
    if (c.n > HUGE || c.d > HUGE) throw new BudgetError('a number with too many digits')
    return c
  }
}

const HUGE = 10n ** 400n
/** Of one monomial. */
export const MOST_FACTORS = 400

function written(t: KeyedTerm): string {
  return t.c === ONE ? `1·${t.key}` : `${t.c.toFraction()}·${t.key}`
}

/** The graph with one skew edge turned round: its negative. */
function turned(g: Graph): Graph {
  const n = g.edges.findIndex(e => e.atom.symmetry === 'skew')
  return { ...g, edges: g.edges.with(n, { ...g.edges[n]!, at: [...g.edges[n]!.at].reverse() }) }
}
