/** The search behind `bars.ts`, over places alone: it knows no tokens. */

/** One undirected bar in a cell. */
export interface BarPlace {
  /** Typed as `‖` or `\|`: a norm for sure. */
  readonly double: boolean
  /** The next bar follows at once, so that the two may be `||`. */
  readonly touches: boolean
  /** What stands before it: the end of an operand, another bar, or anything else (an operator, the edge of the cell). */
  readonly before: 'operand' | 'bar' | 'other'
  /** What stands after it can start an operand. */
  readonly mayOpen: boolean
  /** White space before it and none after it: `x |y`, which looks like an opening. */
  readonly leansRight: boolean
}

/** What a bar is. `takes` 2 where it is `||`; a `slip` where the text had to be repaired. */
export interface Role {
  readonly bar: number
  readonly does: 'open' | 'close'
  readonly takes: 1 | 2
  readonly norm: boolean
  /** `half`: one bar where two were needed; `extra`: a bar that pairs with nothing. */
  readonly slip?: 'half' | 'extra'
}

/** A chain of choices, shared between the branches of the search. */
interface Path { readonly role: Role; readonly before: Path | null }

/**
 * The roles of all bars from left to right, or `null` where no more than one slip explains them or the budget of steps is spent.
 * A reading without slips is preferred; then one with a missing bar; then one with a bar too many. Of several readings, each bar
 * closes if it can (`|A||X||B|` is three pairs), and two bars that open are a norm.
 */
export function searchBars(places: readonly BarPlace[], budget: { steps: number }): readonly Role[] | null {
  for (const slips of [0, 1, 2]) {
    const path = new Search(places, budget).go(0, '', true, slips, null)
    if (path !== undefined) return unroll(path)
  }
  return null
}

function unroll(path: Path | null): readonly Role[] {
  const roles: Role[] = []
  for (let p = path; p !== null; p = p.before) roles.push(p.role)
  return roles.reverse()
}

/** The deepest nesting and the most bars that are searched for: recursion goes one level a bar. */
const MOST_BARS = 400

class Search {
  readonly #places: readonly BarPlace[]
  readonly #budget: { steps: number }
  readonly #failed = new Set<string>()

  constructor(places: readonly BarPlace[], budget: { steps: number }) {
    this.#places = places
    this.#budget = budget
  }

  /**
   * Goes on at bar `n` with the open bars `stack` (`S` single, `D` norm). `fresh`: the bar before, if it stands at once before, was an
   * opening. `slips`: how much may still be repaired: 1 for a missing bar, 2 for a bar too many. Gives `undefined` where nothing fits.
   */
  go(n: number, stack: string, fresh: boolean, slips: number, path: Path | null): Path | null | undefined {
    if (n === this.#places.length) return stack === '' || (stack.length === 1 && slips === 1) ? path : undefined
    if (this.#places.length > MOST_BARS || this.#budget.steps-- <= 0) return undefined
    const key = `${n} ${stack} ${fresh} ${slips}`
    if (this.#failed.has(key)) return undefined
    for (const [role, stackAfter, slipsAfter] of this.#choices(n, stack, fresh, slips)) {
      const freshAfter = role.slip === 'extra' ? !operandBefore(this.#places[n]!, fresh) : role.does === 'open'
      const found = this.go(n + role.takes, stackAfter, freshAfter, slipsAfter, { role, before: path })
      if (found !== undefined) return found
    }
    this.#failed.add(key)
    return undefined
  }

  #choices(n: number, stack: string, fresh: boolean, slips: number): readonly (readonly [Role, string, number])[] {
    const place = this.#places[n]!
    const pair = place.touches && n + 1 < this.#places.length
    const after = pair ? this.#places[n + 1]! : place
    const mayClose = operandBefore(place, fresh)
    const top = stack.at(-1)
    const closes: (readonly [Role, string, number])[] = []
    const opens: (readonly [Role, string, number])[] = []
    const role = (does: 'open' | 'close', takes: 1 | 2, norm: boolean, slip?: 'half' | 'extra'): Role =>
      slip === undefined ? { bar: n, does, takes, norm } : { bar: n, does, takes, norm, slip }
    if (mayClose && top === 'D' && (pair || place.double)) closes.push([role('close', place.double ? 1 : 2, true), stack.slice(0, -1), slips])
    if (mayClose && top === 'S' && !place.double) closes.push([role('close', 1, false), stack.slice(0, -1), slips])
    if ((pair || place.double) && after.mayOpen) opens.push([role('open', place.double ? 1 : 2, true), `${stack}D`, slips])
    if (place.mayOpen && !place.double) opens.push([role('open', 1, false), `${stack}S`, slips])
    const choices = place.leansRight && mayClose ? [...opens, ...closes] : [...closes, ...opens]
    if (slips === 1 && !place.double) {
      if (mayClose && top === 'D') choices.push([role('close', 1, true, 'half'), stack.slice(0, -1), 0])
      if (place.mayOpen) choices.push([role('open', 1, true, 'half'), `${stack}D`, 0])
    }
    if (slips === 2) choices.push([role('close', 1, false, 'extra'), stack, 0])
    return choices
  }
}

function operandBefore(place: BarPlace, fresh: boolean): boolean {
  return place.before === 'operand' || (place.before === 'bar' && !fresh)
}
