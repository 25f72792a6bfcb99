/**
 * The typed expression: a multilinear-and-entrywise language over arrays with named sizes. Everything that a learner can write
 * desugars to these few kinds; differentiation, evaluation, the normal form and the printer are interpreters over them.
 *
 * An array here has a flat list of *slots*, each with a `Dim`. How slots are grouped into the axes of a matrix is told by `Typed`
 * in `typed.ts`; the kinds below know nothing of rows and columns.
 */
import type Fraction from 'fraction.js'

/**
 * The size of one slot: the name of a dimension symbol (`M`), an integer of at least 2, or, for an axis made of blocks, a sum of
 * products of these in one string: `M+N`, `M*N+2`. A size of 1 is no slot at all. During elaboration also a unification
 * variable `?7`; none is left in what elaboration returns.
 */
export type Dim = string | number

/** A rational number; no slots. */
export interface Const { readonly k: 'const'; readonly value: Fraction }
/** The number π; no slots. */
export interface Pi { readonly k: 'pi' }
/**
 * A declared symbol, or a derivative atom of one: `derivs` lists, innermost first, the names it was differentiated by. Slots: those of the
 * symbol, then those of each name in `derivs`. So ∂f/∂B for f of P x Q and B of R x S has slots [P, Q, R, S].
 */
export interface Var { readonly k: 'var'; readonly name: string; readonly derivs: readonly string[]; readonly dims: readonly Dim[] }
/** Kronecker's delta, slots [dim, dim]. */
export interface Delta { readonly k: 'delta'; readonly dim: Dim }
/** The unit vector that is 1 at position `at` (counted from 1), slots [dim]. */
export interface Unit { readonly k: 'unit'; readonly dim: Dim; readonly at: number }
/**
 * The injection of block number `part` (from 0) into an axis made of blocks: 1 where position `sum` is the entry `parts…` of that block.
 * Slots [dim, ...parts]; dim is the `+`-joined string whose piece number `part` is the `*`-joined parts (an empty list for size 1).
 * Within the block, the first of `parts` moves slowest.
 */
export interface Inject { readonly k: 'inject'; readonly dim: Dim; readonly part: number; readonly parts: readonly Dim[] }
/**
 * The identity between two enumerations of one axis of equal length, slots [...from, ...to]: 1 where both name the same linear position, the
 * first of each list moving slowest.
 */
export interface Reshape { readonly k: 'reshape'; readonly from: readonly Dim[]; readonly to: readonly Dim[] }
/**
 * A product with contractions. Vertex v has size `dims[v]`; slot s of factor f lies on vertex `wires[f][s]`; slot s of the result lies on vertex
 * `out[s]`. A vertex that is not in `out` is summed over, also one that lies on no factor (it gives its size). A vertex twice in
 * `out` is a delta; a vertex in `out` on no factor is an array of ones. With no factors the product is 1.
 */
export interface Einsum {
  readonly k: 'einsum'
  readonly factors: readonly Expr[]
  readonly wires: readonly (readonly number[])[]
  readonly dims: readonly Dim[]
  readonly out: readonly number[]
}
/** Terms of the same slots. No terms: zero, with the slots told. */
export interface Add { readonly k: 'add'; readonly terms: readonly Expr[]; readonly dims: readonly Dim[] }
/**
 * A function applied entry by entry; slots of `arg`. `order` is how often it was differentiated. `fn` is a name of `functions.ts`, or a name
 * declared `elementwise`.
 */
export interface MapFn { readonly k: 'map'; readonly fn: string; readonly order: number; readonly arg: Expr }
/** Entrywise power; `exponent` has no slots or the slots of `base`. Slots of `base`. Quotients are powers -1, roots powers 1/2. */
export interface Pow { readonly k: 'pow'; readonly base: Expr; readonly exponent: Expr }
/** Inverse of a square matrix: `arg` has 2n slots, the first n its rows, the others its columns; so has the inverse. */
export interface Inverse { readonly k: 'inverse'; readonly arg: Expr }
/** Determinant of a square matrix of 2n slots as in `Inverse`; no slots. */
export interface Det { readonly k: 'det'; readonly arg: Expr }

export type Expr = Const | Pi | Var | Delta | Unit | Inject | Reshape | Einsum | Add | MapFn | Pow | Inverse | Det
