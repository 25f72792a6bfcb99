/** Choices from a seed: the same seed makes the same exercise. */
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** A stream of choices. */
export class Choices {
  readonly #next: () => number

  /** `seed`: a whole number; its lowest 32 bits count. */
  constructor(seed: number) {
    const stream = xoroshiro128plus(seed | 0)
    this.#next = () => stream.next() >>> 0
  }

  /** 0 to `n` less 1. */
  below(n: number): number {
    return this.#next() % n
  }

  /** True in so many cases of a hundred. */
  percent(chance: number): boolean {
    return this.below(100) < chance
  }

  pick<T>(items: readonly T[]): T {
    if (items.length === 0) throw new RangeError('nothing to pick from')
    return items[this.below(items.length)]!
  }

  /** Up to so many different ones, in any order. */
  some<T>(items: readonly T[], most: number): T[] {
    const left = [...items]
    const made: T[] = []
    while (made.length < most && left.length > 0) {
      const at = this.below(left.length)
      made.push(left[at]!)
      left[at] = left.at(-1)!
      left.pop()
    }
    return made
  }

  shuffled<T>(items: readonly T[]): T[] {
    const made = [...items]
    for (let i = made.length - 1; i > 0; i--) {
      const j = this.below(i + 1)
      ;[made[i], made[j]] = [made[j]!, made[i]!]
    }
    return made
  }
}

/** A seed from another and a text (FNV-1a, 32 bits): levels and outcomes of one seed have nothing in common. */
export function seedWith(seed: number, text: string): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0
  for (let n = 0; n < text.length; n++) hash = Math.imul(hash ^ text.charCodeAt(n), 0x01000193) >>> 0
  return hash
}
