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
  /** How many of them are listed. */
  readonly listed: number
}

/** More combinations than this are refused. */
export const mostCombinations = 10_000

/** How many combinations the lists have, the impossible ones included. */
export function combinations(vary: Vary): number {
  return Object.values(vary).reduce((n, list) => n * list.length, 1)
}

/** The variants of the exercise with this id. Throws where there are more than `mostCombinations`. */
export function drawsOf(id: string, vary: Vary, variants?: number): Draws {
  const names = Object.keys(vary)
  if (combinations(vary) > mostCombinations) throw new RangeError('too many combinations')
  let picks: number[][] = [[]]
  for (const name of names) picks = picks.flatMap(pick => vary[name]!.map((_, n) => [...pick, n]))
  const able = picks.filter(pick => distinct(pick.map((n, k) => vary[names[k]!]![n]!)))
  const shuffled = shuffle(able.length > 0 ? able : picks, id)
  const { order, needed } = coveringFirst(shuffled)
  const all = order.map((pick): Draw => Object.fromEntries(pick.map((n, k) => [names[k]!, written(vary[names[k]!]![n]!)])))
  return { all, listed: Math.min(all.length, variants ?? Math.max(2, needed)) }
}

type Value = Vary[string][number]

function written(value: Value): Draw[string] {
  return typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([k, v]) => [k, String(v)])) : String(value)
}

function distinct(values: readonly Value[]): boolean {
  const words = values.filter(v => typeof v === 'string' && /^[A-Za-z][A-Za-z0-9_]*$/.test(v))
  return new Set(words).size === words.length
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
  const missing = new Set(shuffled.flatMap(pick => pick.map((n, k) => `${k}.${n}`)))
  const left = [...shuffled]
  const order: (readonly number[])[] = []
  while (missing.size > 0) {
    let best = 0
    let most = 0
    left.forEach((pick, at) => {
      const fresh = pick.filter((n, k) => missing.has(`${k}.${n}`)).length
      if (fresh > most) [best, most] = [at, fresh]
    })
    const [pick] = left.splice(best, 1)
    pick!.forEach((n, k) => missing.delete(`${k}.${n}`))
    order.push(pick!)
  }
  return { order: [...order, ...left], needed: order.length }
}
