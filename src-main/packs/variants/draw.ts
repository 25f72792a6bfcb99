/**
 * Which values the variants of an exercise have.
 *
 * The algorithm is part of the pack format: a seed means the same variant for ever, as long as `vary` and the exercise's id are the same.
 * 1. All combinations of values are made, the first name of `vary` moving slowest, each list in its order.
 * 2. Combinations in which two names have the same word (letters, digits and `_`, beginning with a letter) for a value are left out, unless none would
 *    be left: two symbols that are one make another exercise.
 * 3. They are shuffled: for i from the last down to 1, combination i changes places with number `r mod (i + 1)`, where r is the next 32 bits,
 *    unsigned, of xoroshiro128+ (pure-rand) seeded by the FNV-1a hash (32 bits) of the exercise's id in UTF-16 units.
 * 4. As long as there is a value that no combination chosen so far has, the one with most such values is chosen next, the earlier one of equals; then
 *    the others follow in their order. Seed s is number `s mod n` of these n.
 * The first ones, in which every value occurs, are listed, and at least two where there are two; `variants` says another number.
 */
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import type { Vary } from '../schema/vary.ts'

/** What stands for each name: text, or fields of text. */
export type Draw = Readonly<Record<string, string | Readonly<Record<string, string>>>>
export interface Draws {
  /** Seed s is number `s mod all.length`. */
  readonly all: readonly Draw[]
  /** That of seed 0. */
  readonly first: Draw
  /** How many of them are listed. */
  readonly listed: number
  /** How many of the first ones it takes until every value has occurred that ever does. */
  readonly needed: number
}

/** More combinations than this are refused, and more names: a combination holds a value of each, and compares each with all others. */
export const mostCombinations = 10_000
export const mostNames = 30

/** How many combinations the lists have, the impossible ones included. */
export function combinations(vary: Vary): number {
  return Object.values(vary).reduce((n, list) => n * list.length, 1)
}

/** The variants of the exercise with this id. Throws where there are more than `mostCombinations`. */
export function drawsOf(id: string, vary: Vary, variants?: number): Draws {
  const names = Object.keys(vary)
  if (combinations(vary) > mostCombinations) throw new RangeError('too many combinations')
  const lists = names.map(name => vary[name]!)
  let picks: number[][] = [[]]
  for (const list of lists) {
    const longer: number[][] = []
    for (const pick of picks) for (let n = 0; n < list.length; n++) longer.push([...pick, n])
    picks = longer
  }
  const words = lists.map(list => list.map(wordOf))
  const able = picks.filter(pick => distinct(pick, words))
  const shuffled = shuffle(able.length > 0 ? able : picks, id)
  const { order, needed } = coveringFirst(shuffled)
  // Combinations share their values: groups may have thousands of fields.
  const values = lists.map(list => list.map(written))
  const drawn = (pick: readonly number[]): Draw => Object.fromEntries(pick.map((n, k) => [names[k]!, values[k]![n]!]))
  let all: readonly Draw[] | undefined
  return {
    first: drawn(order[0]!), listed: Math.min(order.length, variants ?? Math.max(2, needed)), needed,
    // A pack is opened with its first variants alone.
    get all() { return (all ??= order.map(drawn)) },
  }
}

type Value = Vary[string][number]

/** A value as texts hold it. */
export function written(value: Value): Draw[string] {
  return typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([k, v]) => [k, String(v)])) : String(value)
}

/** A value that is a word, and so may be the name of something; null for any other. */
function wordOf(value: Value): string | null {
  return typeof value === 'string' && /^[A-Za-z][A-Za-z0-9_]*$/.test(value) ? value : null
}

function distinct(pick: readonly number[], words: readonly (readonly (string | null)[])[]): boolean {
  for (let k = 1; k < pick.length; k++) {
    const own = words[k]![pick[k]!]
    if (own === null) continue
    for (let j = 0; j < k; j++) if (words[j]![pick[j]!] === own) return false
  }
  return true
}

function shuffle<T>(items: readonly T[], id: string): T[] {
  const random = xoroshiro128plus(fnv(id))
  const made = [...items]
  for (let i = made.length - 1; i > 0; i--) {
    const j = (random.next() >>> 0) % (i + 1)
    ;[made[i], made[j]] = [made[j]!, made[i]!]
  }
  return made
}

function fnv(text: string): number {
  let hash = 0x811c9dc5
  for (let n = 0; n < text.length; n++) hash = Math.imul(hash ^ text.charCodeAt(n), 0x01000193)
  return hash | 0
}

/** The combinations with those first in which all values occur; how many these are. */
function coveringFirst(shuffled: readonly (readonly number[])[]): { readonly order: readonly (readonly number[])[]; readonly needed: number } {
  // Lists have at most 50 values.
  const key = (n: number, k: number): number => k * 64 + n
  const missing = new Set<number>()
  for (const pick of shuffled) for (let k = 0; k < pick.length; k++) missing.add(key(pick[k]!, k))
  const left = [...shuffled]
  const order: (readonly number[])[] = []
  while (missing.size > 0) {
    let best = 0
    let most = 0
    for (let at = 0; at < left.length && most < left[at]!.length; at++) {
      const pick = left[at]!
      let fresh = 0
      for (let k = 0; k < pick.length; k++) if (missing.has(key(pick[k]!, k))) fresh++
      if (fresh > most) [best, most] = [at, fresh]
    }
    const [pick] = left.splice(best, 1)
    pick!.forEach((n, k) => missing.delete(key(n, k)))
    order.push(pick!)
  }
  return { order: [...order, ...left], needed: order.length }
}
