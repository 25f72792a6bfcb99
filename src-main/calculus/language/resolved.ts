/**
 * The resolved tree: what was written, with every name told apart. Runs of letters are split, calls and sums have their reach, subscripts
 * are indices or parts of a name, `f/g` of differentials is a derivative atom. It still knows no shapes, and it keeps how a thing was
 * written as far as typesetting needs it. Spans are in the learner's own source.
 */
import type { Span } from '../problem.ts'
import type { Axis } from '../tensors/typed.ts'

/** One place of a subscript: an index letter, a fixed position, `:`, or something already reported. */
export type IndexItem =
  | (Span & { readonly k: 'letter'; readonly name: string })
  | (Span & { readonly k: 'fixed'; readonly text: string })
  | (Span & { readonly k: 'all' })
  | (Span & { readonly k: 'broken' })

/** The length of an axis as an argument: `N`, `3`, `M*N`. `axis` is null where it was not understood (already reported). */
export interface SizeArg extends Span { readonly axis: Axis | null; readonly text: string }

export interface Numeral extends Span { readonly k: 'number'; readonly text: string }
export interface PiSign extends Span { readonly k: 'pi' }
/** A declared or defined array. `applied`: written with its arguments, `f(B)`. */
export interface Name extends Span { readonly k: 'name'; readonly name: string; readonly applied?: string }
/** An axis name as a number: its size. */
export interface SizeOf extends Span { readonly k: 'size'; readonly name: string }
/** A name that is not declared; already reported, or the fresh name on the left of an equation. */
export interface Unknown extends Span { readonly k: 'unknown'; readonly text: string }
/** An operand is missing; already reported. */
export interface Hole extends Span { readonly k: 'hole' }

export interface Terms extends Span { readonly k: 'terms'; readonly terms: readonly ResolvedTerm[] }
export interface ResolvedTerm { readonly sign: '+' | '-'; readonly node: Resolved }
/** How a factor joins what stands before it. `*` covers juxtaposition and all signs of the product. */
export type FactorOp = '*' | '/' | '.*' | './' | 'kron'
/** Factors, read from left to right; at least two. The op of the first is `*`. */
export interface Factors extends Span { readonly k: 'factors'; readonly items: readonly Factor[] }
export interface Factor { readonly op: FactorOp; readonly node: Resolved }
export interface Fraction extends Span { readonly k: 'fraction'; readonly num: Resolved; readonly den: Resolved }
export interface Minus extends Span { readonly k: 'minus'; readonly node: Resolved }
/** Brackets that only group. `brace` is invisible. */
export interface Bracketed extends Span { readonly k: 'bracketed'; readonly kind: 'paren' | 'brace' | 'bracket'; readonly node: Resolved }
/** `|a|`: absolute value, 2-norm or determinant, by the shape. */
export interface Bars extends Span { readonly k: 'bars'; readonly node: Resolved }
/** `||a||`, `norm(a)`; `sub` is what was hung on it (`2`, `F`), with its span. */
export interface NormOf extends Span { readonly k: 'norm'; readonly node: Resolved; readonly sub: (Span & { readonly text: string }) | null }

/** An entry or a slice. `square`: written `A[i,j]`. */
export interface Entry extends Span { readonly k: 'entry'; readonly base: Resolved; readonly indices: readonly IndexItem[]; readonly square: boolean; readonly subSpan: Span }
export interface Transposed extends Span { readonly k: 'transposed'; readonly base: Resolved }
/** `A^-T` */
export interface InverseTransposed extends Span { readonly k: 'inverse-transposed'; readonly base: Resolved }
export interface Powered extends Span { readonly k: 'powered'; readonly base: Resolved; readonly exponent: Resolved }
/** `x .^ 2` */
export interface EntryPowered extends Span { readonly k: 'entry-powered'; readonly base: Resolved; readonly exponent: Resolved }

/** A function of arrays. `order`: how many primes. `args` in order. `bracketed`: false for `tr A B`. */
export interface Call extends Span {
  readonly k: 'call'
  readonly fn: string
  readonly fnSpan: Span
  readonly order: number
  readonly args: readonly Resolved[]
  readonly bracketed: boolean
}
/** `sum_{i,j} body`. `upper`: the limit of `\sum_{k=1}^{N}`. `unequal`: pairs told apart, `sum_{k≠i}`. */
export interface SumOver extends Span {
  readonly k: 'sum-over'
  readonly indices: readonly (Span & { readonly name: string })[]
  readonly upper: SizeArg | null
  readonly unequal: readonly (readonly [string, string])[]
  readonly body: Resolved
}
/** `I`, `I_N`, `eye(N)` */
export interface Identity extends Span { readonly k: 'identity'; readonly size: SizeArg | null }
/** `1_N`, `ones(M,N)`, `zeros(M,N)` */
export interface Filled extends Span { readonly k: 'filled'; readonly value: 0 | 1; readonly sizes: readonly SizeArg[]; readonly short: boolean }
/** `e_i`, `unit(i,N)`, `unit(i,j;M,N)`: one index and one size for each axis; a size that is null is open. */
export interface UnitArray extends Span { readonly k: 'unit'; readonly indices: readonly IndexItem[]; readonly sizes: readonly (SizeArg | null)[]; readonly short: boolean }
export interface KroneckerDelta extends Span { readonly k: 'delta'; readonly indices: readonly IndexItem[] }
/** `[i = j]`, `[i ≠ j]` */
export interface Indicator extends Span { readonly k: 'indicator'; readonly op: '=' | '≠'; readonly left: IndexItem; readonly right: IndexItem }
/** `comm(M,N)` */
export interface Commutation extends Span { readonly k: 'comm'; readonly sizes: readonly SizeArg[] }
export interface Literal extends Span { readonly k: 'literal'; readonly rows: readonly (readonly Resolved[])[] }
export interface EinsumCall extends Span { readonly k: 'einsum'; readonly formula: string; readonly formulaSpan: Span; readonly args: readonly Resolved[] }

/** One side of a derivative atom. `name` is null where it is not declared (already reported). */
export interface Differentiated extends Span { readonly name: string | null; readonly text: string; readonly indices: readonly IndexItem[] | null }
/** `df/dA`, `∂f_{pq}/∂B_{rs}`, `dvec(f)/dvec(B)`, `∂^2 f/∂x∂y`: `by` in the order in which it was differentiated (the last written first). */
export interface DerivativeAtom extends Span {
  readonly k: 'derivative'
  readonly mode: 'partial' | 'total'
  readonly vec: boolean
  readonly target: Differentiated
  readonly by: readonly Differentiated[]
}

export type Resolved =
  | Numeral | PiSign | Name | SizeOf | Unknown | Hole | Terms | Factors | Fraction | Minus | Bracketed | Bars | NormOf | Entry | Transposed
  | InverseTransposed | Powered | EntryPowered | Call | SumOver | Identity | Filled | UnitArray | KroneckerDelta | Indicator | Commutation
  | Literal | EinsumCall | DerivativeAtom
