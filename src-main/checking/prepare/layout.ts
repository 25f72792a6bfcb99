/**
 * How the entries of a derivative are laid out: the contract's table of layouts, the one entry that `component` names, and the column-stacked
 * dvec(f)/dvec(X).
 */
import { canonicalName } from '../../calculus/index.ts'
import type { Dim } from '../../calculus/tensors/expr.ts'
import type { Axis, FreeIndex, Typed } from '../../calculus/tensors/typed.ts'
import type { Question } from '../question.ts'
import { words } from '../words.ts'
import { QuestionError } from './fault.ts'

export type Layout = Question['layout']

/** An arrangement of the slots of a derivative, which come as those of f and then those of the input. */
export interface Arrangement {
  readonly axes: readonly Axis[]
  readonly free: readonly FreeIndex[]
  /** Slot n of the arranged derivative is slot `order[n]` of [f, input]. */
  readonly order: readonly number[]
}

/** One side of a derivative: an axis is a list of slots with their numbers in [f, input]; axes of size 1 are left out. */
interface Side { readonly slot: number; readonly dim: Dim }
type Group = readonly Side[]

/** The sides of a derivative of `f` by an input with these axes: the axes of each that are longer than 1. */
export function sides(f: Typed, input: readonly Axis[]): { target: Group[]; input: Group[] } {
  let slot = 0
  const take = (axis: Axis): Group => axis.map(dim => ({ slot: slot++, dim }))
  const target = [...f.axes.map(take), ...f.free.map(i => take([i.dim]))].filter(g => g.length > 0)
  return { target, input: input.map(take).filter(g => g.length > 0) }
}

function arrange(groups: readonly (Group | null)[], free: readonly FreeIndex[] = []): Arrangement {
  const axes = groups.map(g => (g ?? []).map(s => s.dim))
  return { axes: free.length > 0 ? [] : axes, free, order: groups.flatMap(g => (g ?? []).map(s => s.slot)) }
}

/** The contract's table. An array of three and more axes has the target's axes first, whatever the layout. */
export function matrixLayout(f: Typed, input: readonly Axis[], layout: Layout): Arrangement {
  const { target, input: by } = sides(f, input)
  const [t, i] = [target.length, by.length]
  if (t === 0 && i === 0) return arrange([])
  if (t === 0 && i === 1) return arrange(layout === 'denominator' ? [by[0]!] : [null, by[0]!])
  if (t === 1 && i === 0) return arrange(layout === 'denominator' ? [null, target[0]!] : [target[0]!])
  if (t === 1 && i === 1) return arrange(layout === 'denominator' ? [by[0]!, target[0]!] : [target[0]!, by[0]!])
  if (t === 0 && i === 2) return arrange(layout === 'numerator' ? [by[1]!, by[0]!] : by)
  return arrange([...target, ...by])
}

/** dvec(f)/dvec(X): columns stacked, so that the first index of each side moves fastest. `denominator` is its transpose. */
export function vecLayout(f: Typed, input: readonly Axis[], layout: Layout): Arrangement {
  const { target, input: by } = sides(f, input)
  const stack = (groups: readonly Group[]): Group => [...groups].reverse().flat()
  const [rows, cols] = layout === 'denominator' ? [stack(by), stack(target)] : [stack(target), stack(by)]
  return cols.length === 0 ? arrange(rows.length === 0 ? [] : [rows]) : arrange([rows, cols])
}

/** One entry of the derivative: `names` for the axes of the target, then of the input. */
export function componentLayout(f: Typed, input: readonly Axis[], names: readonly string[]): Arrangement {
  const { target, input: by } = sides(f, input)
  const own = f.free.map(i => i.name)
  const ordered = own.length > 0 ? byName(target, own, names) : target
  const groups = [...ordered, ...by]
  if (groups.length !== names.length) {
    throw new QuestionError('component', words.faults.otherAxes(groups.length, target.length, by.length, names.length))
  }
  if (new Set(names).size !== names.length) throw new QuestionError('component', words.faults.sameNames)
  const free = groups.map((g, n): FreeIndex => {
    if (g.length !== 1) throw new QuestionError('component', words.faults.productAxis(names[n]!))
    return { name: names[n]!, dim: g[0]!.dim }
  })
  return arrange(groups, free)
}

function byName(target: readonly Group[], own: readonly string[], names: readonly string[]): Group[] {
  for (const name of own) if (!names.includes(name)) throw new QuestionError('f', words.faults.indexNotNamed(name))
  return names.filter(n => own.includes(n)).map(n => target[own.indexOf(n)]!)
}

/**
 * `component` as a list: a string holds single letters, or names with commas or spaces between. Greek letters in any of their three spellings. Throws
 * `QuestionError` for what is no name.
 */
export function componentNames(component: Question['component']): string[] | null {
  if (component === undefined) return null
  const named = typeof component !== 'string' ? component : /[\s,\\]/.test(component.trim()) ? component.match(/\\[A-Za-z]+|[^\s,\\]+/g) ?? [] : [...component.trim()]
  return named.map(n => {
    const name = canonicalName(n.trim())
    if (name === null) throw new QuestionError('component', words.faults.noIndex(n))
    return name
  })
}
