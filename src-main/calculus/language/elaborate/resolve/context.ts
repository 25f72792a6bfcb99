/** What the steps of resolving share: the names, the source, and where to put what is wrong. */
import type { Faults } from '../faults.ts'
import type { Resolved } from '../../resolved.ts'
import type { Span } from '../../../problem.ts'
import type { Symbols } from '../../../tensors/symbols.ts'
import type { Vocabulary } from './vocabulary.ts'

export interface Resolving {
  readonly source: string
  readonly vocabulary: Vocabulary
  readonly symbols: Symbols
  readonly faults: Faults
  /** How many indices this takes: its axes longer than 1; null where it has no known shape. */
  readonly rank: (node: Resolved) => number | null
  /** Called at each place where the text uses index notation. */
  readonly usesIndex: (at: Span) => void
}

/** The source of a span. */
export function textOf(r: { readonly source: string }, at: Span): string {
  return r.source.slice(at.from, at.to)
}
