/** Small questions that callers of the core ask of its values. */
import type { Span } from './problem.ts'
import type { Resolved } from './language/resolved.ts'
import type { Axis } from './tensors/typed.ts'

/** The number of slots of some axes. */
export function slotsCount(axes: readonly Axis[]): number {
  return axes.reduce((n, a) => n + a.length, 0)
}

/** The stretch of a text that a span names. */
export function sliceText(text: string, span: Span): string {
  return text.slice(span.from, span.to)
}

/** All nodes of a resolved tree, outer ones first; none for null. */
export function nodesOf(tree: Resolved | null): Resolved[] {
  const found: Resolved[] = []
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(walk)
    if (typeof value !== 'object' || value === null) return
    if ('k' in value && 'from' in value) found.push(value as Resolved)
    for (const inner of Object.values(value)) walk(inner)
  }
  walk(tree)
  return found
}
