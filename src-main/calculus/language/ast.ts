/**
 * The tree that the grammar yields: what was written, not yet what it means. It knows no declarations. Runs of letters are still
 * runs, a product is still a flat list, and whether `f(x)` is a call is still open; elaboration decides these by the declared
 * names. All spans are in the learner's own source.
 */
import type { Span } from '../problem.ts'

/** One letter of a run, or one Greek letter that was typed as `\theta` or `θ` (text `theta`), or the mark `∂` (text `∂`). */
export interface Unit extends Span {
  readonly text: string
  /** Typed as one symbol: `θ`, `\theta`, `\operatorname{tr}`, `∑`: it is not split and it is not a piece of a longer name, save for a name's
   * subscript. A plain letter of a run is not whole. */
  readonly whole: boolean
  /** `true` for `∑` and `\sum`, which are the sum sign whatever is declared (`Σ` and `\Sigma` are the Greek letter `Sigma`). */
  readonly sumSign?: boolean
}

export interface Num extends Span { readonly k: 'num'; readonly text: string }
/** A run of letters without space: `Ax`, `lambdaI`, `theta`, `θx`. At least one unit. */
export interface Word extends Span { readonly k: 'word'; readonly units: readonly Unit[] }
/** A quoted string, without its quotes: the formula of einsum. */
export interface Str extends Span { readonly k: 'str'; readonly text: string }
/** Nothing stands where an operand is needed. The problem is already reported; reads as "any value of any shape". */
export interface Missing extends Span { readonly k: 'missing' }

/** Terms with their signs: `-a + b - c`. At least one term; a single term only when it carries a sign `-` or `+`. */
export interface Sum extends Span { readonly k: 'sum'; readonly terms: readonly Term[] }
export interface Term { readonly sign: '+' | '-'; readonly signSpan: Span | null; readonly node: Node }

/** The operator that joins a factor to the one before it. `juxt` is juxtaposition. `*` stands for `*`, `·`, `@`, `\cdot`, `×`. */
export type ProductOp = 'juxt' | '*' | '/' | '.*' | './' | 'kron'
/** Factors left to right, flat. At least two items. The first item's op is `juxt`. */
export interface Product extends Span { readonly k: 'product'; readonly items: readonly Item[] }
export interface Item {
  readonly op: ProductOp
  /** Where the operator stands; for `juxt` the empty span before the factor. */
  readonly opSpan: Span
  /** White space stood before the factor (tells `A[i,j]` from `A [1,2;3,4]`). */
  readonly spaced: boolean
  readonly node: Node
}
/** A sign inside a product or after `^`: `A * -B`, `exp -x`. */
export interface Negated extends Span { readonly k: 'neg'; readonly node: Node }

/** A base and what is hung on it, in the order it was typed: `A_ikx_kx_j`, `x^T`, `sigma''`, `A.T`, `sum_{k=1}^{N}`. */
export interface Chain extends Span { readonly k: 'chain'; readonly base: Node; readonly posts: readonly Post[] }
export type Post = Sub | Sup | DotSup | Prime | DotT
/** `_i`, `_{i,:}`, `_{k=1}`. Unbraced: the run of letters or the number that follows at once. */
export interface Sub extends Span { readonly k: 'sub'; readonly braced: boolean; readonly items: readonly SubItem[] }
export type SubItem =
  | { readonly k: 'letter'; readonly unit: Unit; readonly from: number; readonly to: number }
  | { readonly k: 'number'; readonly text: string; readonly from: number; readonly to: number }
  | { readonly k: 'mark'; readonly text: ',' | ':' | '=' | '≠' | '+' | '-' | ';' | '(' | ')' | '*'; readonly from: number; readonly to: number }
/** `^2`, `^{-1}`, `^T`, `^{-\top}`, `²`, `⁻¹`, `ᵀ` (the last three as if typed with `^`). `^T` has the body `Word T`. */
export interface Sup extends Span { readonly k: 'sup'; readonly braced: boolean; readonly body: Node }
/** `.^2`, entrywise power. */
export interface DotSup extends Span { readonly k: 'dotsup'; readonly body: Node }
/** `'`, `''`, `\prime`: a transpose, or a derivative of an entrywise function. */
export interface Prime extends Span { readonly k: 'prime'; readonly count: number }
/** `.T` */
export interface DotT extends Span { readonly k: 'dotT' }

/**
 * Something in brackets. `rows` hold the cells: `;` (or `\\`) starts a new row, `,` (or `&`) a new cell. A plain bracket has one row of one
 * cell; `()` has no rows.
 * - paren `( )`, also `\left( \right)`; brace `{ }`, LaTeX's own grouping, invisible; bracket `[ ]`; matrix `\begin{bmatrix}…`;
 * - bar `|…|`; norm `‖…‖`, `||…||`; angle `<x, y>`, `⟨x, y⟩`.
 */
export interface Group extends Span {
  readonly k: 'group'
  readonly kind: 'paren' | 'brace' | 'bracket' | 'matrix' | 'bar' | 'norm' | 'angle'
  readonly rows: readonly (readonly Node[])[]
}
/** `\frac{a}{b}` */
export interface Frac extends Span { readonly k: 'frac'; readonly num: Node; readonly den: Node }
/** `a = b`, `i ≠ j`: inside `[ ]` an indicator; at the top a line of a derivation; `k = 1` in a call. `:` alone in `A[i, :]` is a `colon`. */
export interface Relation extends Span { readonly k: 'relation'; readonly op: '=' | '≠'; readonly opSpan: Span; readonly left: Node; readonly right: Node }
export interface Colon extends Span { readonly k: 'colon' }

export type Node = Num | Word | Str | Missing | Sum | Product | Negated | Chain | Group | Frac | Relation | Colon
