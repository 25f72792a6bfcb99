/** Reading a text against a scope: its value with every size known, or what is wrong with it. */
import { parse, reads } from './parse.ts'
import { Faults, OverBudget, type Fault } from './elaborate/faults.ts'
import { Elaboration, vocabularyOf } from './elaborate/elaboration.ts'
import { showAxes } from './elaborate/length.ts'
import { tell } from './messages/meaning.ts'
import { applied, mayBeOther, repairs } from './slips.ts'
import type { Resolved } from './resolved.ts'
import type { Scope } from './scope.ts'
import type { Mend, Note, Problem, Span } from '../problem.ts'
import type { Axis, Typed } from '../tensors/typed.ts'

export { showAxes }

/** One side of an equation. `name`: the side is a single name that nothing here has yet. */
export interface Side extends Span { readonly value: Typed | null; readonly text: string; readonly name?: string; readonly asked: boolean }

export interface Reading {
  /** Free indices in the order of the question's components, those only that occur. Null where there is any problem. Of an equation, the right side. */
  readonly value: Typed | null
  /** The two sides of a top-level `a = b`. */
  readonly relation?: { readonly left: Side; readonly right: Side }
  readonly problems: readonly Problem[]
  readonly notes: readonly Note[]
  /** The shape of each part that has one, outermost first. */
  readonly parts: readonly (Span & { readonly shape: string })[]
  /** Null only where the text is blank or too long. Of an equation, the right side. */
  readonly resolved: Resolved | null
  /** The left side of an equation. */
  readonly resolvedLeft?: Resolved
  /** Does the text use index notation? And where first. */
  readonly hasIndices: boolean
  readonly indexSpan?: Span
}

export interface ReadOptions {
  /** The shape that is asked: it gives a size to `I`, `0` and `e_i` where nothing else does. */
  readonly expected?: readonly Axis[]
  /** False where nobody will see the problems: their mends are then not tried out, which is most of the work on a text that is ill-shaped. */
  readonly mends?: boolean
}

/** Mends are tried out for texts up to this length, and for this many problems. */
const tried = { length: 2_000, problems: 4 }
/** How much is tried to mend all of a text with a single change: in texts up to this length, with up to this many problems. */
const repaired = { length: 300, problems: 8, changes: 100, readings: 12 }

/** Reads a learner's or an author's text. Never throws at a learner: what is wrong is told in `problems`, and all the rest is still read. */
export function read(source: string, scope: Scope, options: ReadOptions = {}): Reading {
  const once = readOnce(source, scope, options)
  if (options.mends === false) return { ...once.reading, problems: once.faults.map(({ mends: _, ...problem }) => problem) }
  const faults = asOneSlip(source, scope, options, once.faults)
  return { ...once.reading, problems: faults.map((f, n) => withMend(source, scope, options, f, n, faults)) }
}

function readOnce(source: string, scope: Scope, options: ReadOptions): { readonly reading: Reading; readonly faults: readonly Fault[] } {
  const { node, problems } = parse(source)
  const syntax = problems.map((p): Fault => ({ ...p, mends: p.mend ? [p.mend] : [] }))
  if (!node) return { faults: syntax, reading: { value: null, problems: [], notes: [], parts: [], resolved: null, hasIndices: false } }
  const run = (iIsSize: boolean): { readonly reading: Reading; readonly faults: readonly Fault[] } => {
    const faults = new Faults()
    const reading = new Elaboration(source, scope, faults, syntax, iIsSize).read(node, options.expected)
    // What overlaps with a slip that the grammar has told may only follow from it.
    const own = faults.problems.filter(p => !syntax.some(s => s.from < p.to && p.from < s.to))
    return { faults: inOrder([...syntax, ...own]), reading }
  }
  try {
    const plain = run(false)
    // `I` is the identity also where an axis has this name, unless only its size makes sense.
    if (plain.faults.length === 0 || !source.includes('I') || !vocabularyOf(scope, false).sizes.has('I')) return plain
    const other = run(true)
    return other.faults.length === 0 ? other : plain
  } catch (error) {
    // The walks are guarded by budgets; a stack that runs out all the same is a text that is too deep, not a fault of the caller.
    if (!(error instanceof OverBudget) && !(error instanceof RangeError && /call stack/i.test(error.message))) throw error
    const whole: Fault = { ...tell('too-long', []), id: 'too-long', from: 0, to: source.length, mends: [] }
    return { faults: [whole], reading: { value: null, problems: [], notes: [], parts: [], resolved: null, hasIndices: false } }
  }
}

/**
 * Several problems that one change mends are one slip: only the problem that goes with the change is told. The same for a lone bracket whose own mend does
 * not mend everything, where its mate at another place does. Where a change leaves other problems, but fewer than followed from the slip, these stay.
 */
function asOneSlip(source: string, scope: Scope, options: ReadOptions, all: readonly Fault[]): readonly Fault[] {
  const lone = all.length === 1 && mayBeOther(all[0]!)
  if (source.length > repaired.length || all.length > repaired.problems || !(all.length > 1 || lone)) return all
  let best: readonly Fault[] = all
  let left: number = repaired.readings
  for (const { problem, mend } of repairs(source, all).slice(0, repaired.changes)) {
    const text = applied(source, mend)
    if (left === 0) break
    if (text.trim() === '' || !reads(text)) continue
    left--
    const { faults } = readOnce(text, scope, options)
    const told: Fault = { ...problem, mend, mends: [] }
    if (faults.length === 0) return [told]
    const others = faults.map(f => asBefore(f, mend))
    if (others.length + 1 < best.length && others.every(f => all.some(g => g.id === f.id && g.from === f.from && g.to === f.to))) best = inOrder([told, ...others])
  }
  return best
}

/** A problem of a text that was changed, with its place in the text before the change. */
function asBefore({ mend: _, ...fault }: Fault, change: Mend): Fault {
  const back = (at: number): number => (at <= change.from ? at : Math.max(change.from, at - change.text.length + change.to - change.from))
  const moved = <T extends Span>(s: T): T => ({ ...s, from: back(s.from), to: back(s.to) })
  return { ...moved(fault), mends: fault.mends.map(moved) }
}

function inOrder(faults: readonly Fault[]): readonly Fault[] {
  return faults.toSorted((a, b) => a.from - b.from || a.to - b.to)
}

/** Keeps the mend that leaves the fewest problems, if any leaves fewer than there are. */
function withMend(source: string, scope: Scope, options: ReadOptions, fault: Fault, n: number, all: readonly Fault[]): Problem {
  const { mends, mend: _, ...problem } = fault
  if (fault.mend) return { ...problem, mend: fault.mend }
  if (source.length > tried.length || n >= tried.problems) return problem
  let best: { mend: Mend; left: number } | null = null
  for (const mend of mends) {
    const left = readOnce(applied(source, mend), scope, options).faults.length
    if (left < (best?.left ?? all.length)) best = { mend, left }
    if (left === 0) break
  }
  return best ? { ...problem, mend: best.mend } : problem
}

