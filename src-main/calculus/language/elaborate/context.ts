/** What the rules of elaboration share. */
import type { Axis } from '../../tensors/typed.ts'
import type { Span } from '../../problem.ts'
import type { Scope } from '../scope.ts'
import type { Faults } from './faults.ts'
import type { Meaning } from './meaning.ts'
import type { Sizes } from './sizes.ts'

/** An index that a sum or the question binds. */
export interface Bound { readonly axis: Axis; readonly component: boolean; readonly at: Span | null }
/** The shape of one part of the text. */
export interface Part extends Span { readonly axes: readonly Axis[] }
/** A part whose size must be known at the end; `mend` says how it could be told. */
export interface Open extends Span { readonly axes: readonly Axis[]; readonly text: string; readonly mendFor: (size: string) => string }

export interface Context {
  readonly source: string
  readonly scope: Scope
  readonly sizes: Sizes
  readonly faults: Faults
  readonly bound: ReadonlyMap<string, Bound>
  readonly parts: Part[]
  readonly open: Open[]
  /** Axis names of the question, for mends. */
  readonly sizeNames: readonly string[]
  /** Indices of which two sizes have been told already. */
  readonly clashed: Set<Bound>
  /** Where an index was first met, for messages about two sizes: by index name. */
  readonly met: Map<string, Span & { readonly axis: Axis }>
}

/** The same with more bound indices. */
export function binding(c: Context, more: Iterable<readonly [string, Bound]>): Context {
  return { ...c, bound: new Map([...c.bound, ...more]) }
}

/** The source of a span, shortened in the middle where it is long. */
export function quote(c: { readonly source: string }, at: Span): string {
  const text = c.source.slice(at.from, at.to).replace(/\s+/g, ' ').trim()
  return text.length <= 40 ? text : `${text.slice(0, 24)} … ${text.slice(-12)}`
}

/** A meaning of known shape that is not built, because something is wrong: what stands around it goes on. */
export function broken(axes: readonly Axis[] | null = null, free: Meaning['free'] = []): Meaning {
  return { axes, free, unsure: true, build: () => { throw new Error('built in spite of a problem') } }
}
