/** Sizes for the dimension symbols of one draw. */
import type { DimensionUse } from './dimensions.ts'
import { mix } from './random.ts'
import { piecesOf, sizeOf, type Sizes } from './sizes.ts'

/** `drawSizes` comes to at least this many sizes of one name. */
const mostSizes = 7

/** Keeps account of the sizes that were compared. */
export class SizesSeen {
  readonly #wanted: ReadonlyMap<string, number>
  readonly #seen = new Map<string, Set<number>>()

  constructor(use: DimensionUse) {
    this.#wanted = new Map([...use.powers].map(([name, n]) => [name, Math.min(n + 1, mostSizes)]))
  }

  note(sizes: Sizes): void {
    for (const name of this.#wanted.keys()) {
      const seen = this.#seen.get(name)
      if (seen) seen.add(sizes.get(name)!)
      else this.#seen.set(name, new Set([sizes.get(name)!]))
    }
  }

  /** Every dimension has had more sizes than its power as a number. */
  enough(): boolean {
    for (const [name, n] of this.#wanted) if ((this.#seen.get(name)?.size ?? 0) < n) return false
    return true
  }
}

/** Up to this draw sizes follow a plan; those after it are only drawn where the first ones served for nothing, and are shuffled. */
const plannedDraws = 8

/**
 * Sizes for draw number `draw`: distinct for distinct names, never 1, small, and in the first eight draws each another one than in the draw
 * before; they rise with the names in even draws and fall in odd ones, so that a tall and a wide matrix come up. Later draws come to every
 * order of the names. `least` bounds single names from below.
 */
export function drawSizes(use: DimensionUse, draw: number, least: ReadonlyMap<string, number> = new Map()): Sizes {
  const { names } = use
  // An even pool: a place counted up in one draw and down in the next is never the same, since the two sum to an odd number.
  const pool = 2 * Math.ceil(Math.max(4, names.length + 1) / 2)
  const planned = draw < plannedDraws
  const lift = planned ? 2 * Math.floor(draw / pool) : 0
  const sizes = new Map<string, number>()
  const taken = new Set<number>(use.numbers)
  const settle = (name: string, from: number): void => {
    let size = from
    while (taken.has(size)) size++
    taken.add(size)
    sizes.set(name, size)
  }
  const rising = draw % 2 === 0 || names.length === 1
  const first = names.length === 1 ? draw + 1 : draw
  const shuffled = planned ? [] : names.map((_, n) => n).sort((a, b) => mix(draw, a) - mix(draw, b))
  const place = (n: number): number => {
    if (!planned) return shuffled[n]! + (names.length === 1 ? draw % pool : draw % 2)
    return (((rising ? first + n : first - n) % pool) + pool) % pool + lift
  }
  const places = names.map((name, n) => ({ name, place: place(n) }))
  places.sort((a, b) => (least.get(a.name) ?? 0) - (least.get(b.name) ?? 0))
  for (const { name, place } of places) settle(name, Math.max(allowed(place, use.numbers), (least.get(name) ?? 0) + draw % 3))
  for (const { dim, at } of use.positions) {
    const parts = piecesOf(dim).flat().filter(f => typeof f === 'string')
    // A position far out is left to the budget: one part of a compound axis grows step by step only as long as that is quick.
    for (let n = 0; parts.length > 0 && sizeOf(dim, sizes) < at; n++) {
      const name = parts[n % parts.length]!
      settle(name, parts.length === 1 || at > 10_000 ? at : sizes.get(name)! + 1)
    }
  }
  return sizes
}

/** The number at a place among 2, 3, 4, …, with those left out that stand for dimensions themselves. */
function allowed(place: number, numbers: ReadonlySet<number>): number {
  let size = 2
  for (let left = place; left > 0 || numbers.has(size); size++) if (!numbers.has(size)) left--
  return size
}

/** Sizes as one text, for telling draws apart. */
export function sizeKey(sizes: Sizes): string {
  return [...sizes].map(([name, n]) => `${name}=${n}`).sort().join(' ')
}
