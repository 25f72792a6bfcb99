/** The entries in which a derivative is worked out: a name for each axis of the function and of the input. */
import { slotsOf, type FreeIndex, type Symbols, type Typed } from '../../calculus/index.ts'
import { latexName } from '../../calculus/print/forms/latex.ts'
import { Names } from '../../calculus/print/index/names.ts'
import { componentNames } from '../prepare/layout.ts'
import type { Question } from '../question.ts'

export interface Entries {
  /** Names of the slots of f, and of those of the input. */
  readonly target: readonly FreeIndex[]
  readonly input: readonly FreeIndex[]
  /** As the field `component` wants them. */
  readonly component: readonly string[]
}

/** Null where an axis is a product of sizes, so that one name would not do for it. */
export function entriesOf(question: Question, f: Typed, wrt: string, symbols: Symbols): Entries | null {
  const info = symbols.get(wrt)!
  const axes = [...f.axes, ...info.axes]
  if (axes.some(a => a.length > 1) || (f.free.length > 0 && f.axes.some(a => a.length > 0))) return null
  const asked = componentNames(question.component)
  const own = f.free.map(i => i.name)
  const dims = f.free.length > 0 ? f.free.map(i => i.dim) : f.axes.flat()
  const by = slotsOf(info)
  const supply = new Names(symbols)
  const taken = new Set<string>([...own, ...(asked ?? [])])
  const fresh = (): string => {
    const name = supply.fresh(taken)
    taken.add(name)
    return name
  }
  const targets = own.length > 0 ? own : (asked?.slice(0, dims.length) ?? dims.map(fresh))
  const inputs = asked ? asked.filter(n => !own.includes(n)).slice(own.length > 0 ? 0 : dims.length) : by.map(fresh)
  if (targets.length !== dims.length || inputs.length !== by.length) return null
  return {
    target: targets.map((name, n) => ({ name, dim: dims[n]! })), input: inputs.map((name, n) => ({ name, dim: by[n]! })),
    component: asked ?? [...targets, ...inputs],
  }
}

/** `f_{ij}` */
export function entryLatex(name: string, at: readonly FreeIndex[]): string {
  const letters = at.map(i => latexName(i.name))
  return at.length === 0 ? latexName(name) : `${latexName(name)}_{${letters.join(letters.every(l => l.length === 1) ? '' : ', ')}}`
}

/** `\frac{\partial f_{ij}}{\partial X_{pq}}` */
export function derivativeLatex(f: string, wrt: string, target: readonly FreeIndex[] = [], input: readonly FreeIndex[] = []): string {
  return `\\frac{\\partial ${entryLatex(f, target)}}{\\partial ${entryLatex(wrt, input)}}`
}
