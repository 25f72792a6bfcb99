/** Open sizes and how they come to be known: unification of axes, in which a variable may stand for a list of slots. */
import type { Dim } from '../../tensors/expr.ts'
import type { Axis } from '../../tensors/typed.ts'
import { sameLength } from './length.ts'

/** A variable. */
const isOpen = (d: Dim): d is string => typeof d === 'string' && d.startsWith('?') && !d.includes('+')
/** An axis made of blocks, with a variable in it: `?0+1`. */
const isOpenSum = (d: Dim): d is string => typeof d === 'string' && d.includes('+') && d.includes('?')
const isUnknown = (d: Dim): boolean => isOpen(d) || isOpenSum(d)
/** The blocks of an axis that is made of them, `N+1`, each with its slots. */
export const blocksOf = (sum: string): readonly Axis[] => sum.split('+').map(block => block.split('*').filter(f => f !== '1').map(f => (/^\d+$/.test(f) ? Number(f) : f)))

export class Sizes {
  private known: Map<string, Axis> = new Map()
  private count = 0

  /** An axis whose length is still open. */
  fresh(): Axis {
    return [`?${this.count++}`]
  }

  /** The axis with all that is known put in. */
  solve(axis: Axis): Axis {
    if (!axis.some(isUnknown)) return axis
    return axis.flatMap((d): Axis => {
      if (isOpenSum(d)) return [blocksOf(d).map(block => this.solve(block).join('*') || '1').join('+')]
      const found = isOpen(d) ? this.known.get(d) : undefined
      return found ? this.solve(found) : [d]
    })
  }

  /** Is the length of this axis known? */
  closed(axis: Axis): boolean {
    return !this.solve(axis).some(isUnknown)
  }

  /** Makes two axes equally long, if they can be; changes nothing if they cannot. */
  unify(a: Axis, b: Axis): boolean {
    const before = this.known
    this.known = new Map(before)
    if (this.same(this.solve(a), this.solve(b))) return true
    this.known = before
    return false
  }

  /** Tries something out and forgets what it has found. */
  attempt<T>(what: () => T): T {
    const before = this.known
    this.known = new Map(before)
    const result = what()
    this.known = before
    return result
  }

  private same(a: Axis, b: Axis): boolean {
    if (a.length === b.length && a.every((d, n) => d === b[n])) return true
    if (!a.some(isUnknown) && !b.some(isUnknown)) return sameLength(a, b)
    if (a.length === 1 && isOpen(a[0]!)) return this.bind(a[0], b)
    if (b.length === 1 && isOpen(b[0]!)) return this.bind(b[0], a)
    if (a.length > 1 && a.length === b.length && a.every((d, n) => this.same(this.solve([d]), this.solve([b[n]!])))) return true
    return this.quotient(a, b) || this.quotient(b, a) || this.byBlocks(a, b)
  }

  /** Two axes made of as many blocks. */
  private byBlocks(a: Axis, b: Axis): boolean {
    if (a.length !== 1 || b.length !== 1 || !a.concat(b).some(isOpenSum)) return false
    const [one, other] = [blocksOf(String(a[0])), blocksOf(String(b[0]))]
    return one.length === other.length && one.every((block, n) => this.same(this.solve(block), this.solve(other[n]!)))
  }

  private bind(name: string, axis: Axis): boolean {
    if (axis.length === 0 || axis.some(d => d === name || (isOpenSum(d) && blocksOf(d).flat().includes(name)))) return false
    this.known.set(name, axis)
    return true
  }

  /** One open size among known ones: what is left of the other axis when these are taken away, at both ends if that will do. */
  private quotient(a: Axis, b: Axis): boolean {
    const at = a.findIndex(isOpen)
    if (at < 0 || a.filter(isOpen).length > 1 || b.some(isUnknown)) return false
    const ends = b.slice(at, Math.max(at, b.length - (a.length - at - 1)))
    const rest = ends.length > 0 && this.fits(a, at, ends, b) ? ends : without(b, a.toSpliced(at, 1))
    return rest !== null && this.fits(a, at, rest, b) && this.bind(a[at] as string, rest)
  }

  private fits(a: Axis, at: number, rest: Axis, b: Axis): boolean {
    return sameLength([...a.slice(0, at), ...rest, ...a.slice(at + 1)], b)
  }
}

/** The slots of an axis that are left when these are taken away, in any order; null where one is not there. */
function without(axis: Axis, gone: Axis): Axis | null {
  const rest = [...axis]
  for (const d of gone) {
    const at = rest.indexOf(d)
    if (at < 0) return null
    rest.splice(at, 1)
  }
  return rest.length === 0 ? null : rest
}
