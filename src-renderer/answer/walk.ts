/** Going through the pieces of an answer by keys: out to the piece around, in to the first piece inside, on to the next one, back to the one before. */
import type { Span } from './editor.ts'

export type Step = 'out' | 'in' | 'next' | 'before' | 'first' | 'last'

/** Where a step leads among `parts`, which lie inside or beside each other; the piece itself where there is nothing in that direction. From null: the first piece of all. */
export function walk<Part extends Span>(parts: readonly Part[], at: Span | null, step: Step): Part | null {
  const ordered = parts.filter(part => part.from < part.to).toSorted((a, b) => a.from - b.from || b.to - a.to)
  const here = at === null ? undefined : ordered.find(part => part.from === at.from && part.to === at.to)
  if (here === undefined) return ordered[0] ?? null
  switch (step) {
    case 'out': return around(ordered, here) ?? here
    case 'in': return inside(ordered, here)[0] ?? here
    case 'next': return onward(ordered, here, 1) ?? here
    case 'before': return onward(ordered, here, -1) ?? here
    case 'first': case 'last': return siblings(ordered, here).at(step === 'first' ? 0 : -1) ?? here
  }
}

const holds = (outer: Span, inner: Span) => outer.from <= inner.from && inner.to <= outer.to && outer.to - outer.from > inner.to - inner.from

/** The smallest piece around one. */
function around<Part extends Span>(parts: readonly Part[], here: Part): Part | undefined {
  return parts.filter(part => holds(part, here)).reduce<Part | undefined>((best, part) => (best === undefined || holds(best, part) ? part : best), undefined)
}

/** The pieces directly inside one; without one, those that lie in no other. */
function inside<Part extends Span>(parts: readonly Part[], outer: Part | undefined): readonly Part[] {
  return parts.filter(part => part !== outer && around(parts, part) === outer)
}

function siblings<Part extends Span>(parts: readonly Part[], here: Part): readonly Part[] {
  return inside(parts, around(parts, here))
}

/** The neighbour in one direction; past the last one, the neighbour of the piece around. */
function onward<Part extends Span>(parts: readonly Part[], here: Part, by: 1 | -1): Part | undefined {
  for (let from: Part | undefined = here; from !== undefined; from = around(parts, from)) {
    const beside = siblings(parts, from)
    const found = beside[beside.indexOf(from) + by]
    if (found !== undefined) return found
  }
  return undefined
}
