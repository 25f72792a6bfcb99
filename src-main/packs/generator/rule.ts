/** What a rule of the grammar says: one row of a table. */
import type { Grammar } from './grammar.ts'
import { ATOM, type Piece } from './node.ts'
import type { Shape, Size } from './world.ts'

/** Sizes of the part (`n`, or `m` x `n`) and of the whole (`M`, or `M` x `N`); empty where there is none. */
export interface Sizes { readonly m: Size; readonly n: Size; readonly M: Size; readonly N: Size }
/** A constant that a rule declares: its shape, or its shape with a property that it has in so many cases of a hundred (always where not told). */
export type Symbol = Shape | { readonly shape: Shape; readonly is: string; readonly chance?: number }

export interface Rule {
  /** Structures are told apart by it. */
  readonly name: string
  /** From which level on it is asked. */
  readonly level: number
  /** Steps that differentiating it takes. */
  readonly cost: number
  /** What it is applied to. */
  readonly on: 'number' | 'vector' | 'matrix' | 'square'
  readonly write: (part: Piece, more: readonly Piece[], g: Grammar, sizes: Sizes) => string
  /** How tightly what it writes holds together. */
  readonly holds: Piece['holds']
  readonly needs?: (sizes: Sizes) => readonly Symbol[]
  /** The part has the length, or is square of the size, of the whole. */
  readonly same?: boolean
  /** The sides of a matrix that it is applied to, by the shape of the whole; null for a side that is free. */
  readonly sides?: (whole: Shape) => readonly (Size | null)[]
  /** Rules that must not stand outermost in the part. */
  readonly not: readonly string[]
  /** Applied to two different parts; the second of this shape, or of that of the first. */
  readonly twice?: boolean
  readonly second?: (sizes: Sizes) => Shape
  /** A property that the part must have. */
  readonly is?: 'invertible' | 'posdef' | 'positive'
  /** For the input itself and nothing else. */
  readonly plain?: boolean
  /** Only for a whole of the shape of the input. */
  readonly own?: boolean
  /** Only for a square whole. */
  readonly square?: boolean
  /** Numbers of axes of the input for which it makes sense; all where not told. */
  readonly inputs?: readonly (0 | 1 | 2)[]
}

/** One row: name, level, cost, what it is applied to, what it writes, and what else is to be said. */
export function rule(name: string, level: number, cost: number, on: Rule['on'], write: Rule['write'], more: Partial<Rule> = {}): Rule {
  return { name, level, cost, on, write, holds: ATOM, not: [], ...more }
}
