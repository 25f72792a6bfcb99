/**
 * Seeded randomness. A stream (pure-rand's xoroshiro128+) serves what is drawn in order; a mixed key serves what must be the same number
 * wherever it is asked for, as an entry of the derivative of an untold function.
 */
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** Mixes a key into a 32-bit state (the round and the finish of MurmurHash3, by Austin Appleby, public domain). */
export function mix(state: number, key: number): number {
  let k = Math.imul(key, 0xcc9e2d51)
  k = Math.imul((k << 15) | (k >>> 17), 0x1b873593)
  let h = state ^ k
  h = (Math.imul((h << 13) | (h >>> 19), 5) + 0xe6546b64) | 0
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** A seed made of a text, in 0..2^32-1. */
export function seedOf(text: string, seed = 0): number {
  let h = mix(seed, text.length)
  for (let n = 0; n < text.length; n++) h = mix(h, text.charCodeAt(n))
  return h
}

export class Stream {
  readonly #source: { next(): number }

  constructor(seed: number) {
    // The generator's first outputs are the bits of its seed, so that the seed is mixed and two outputs are dropped.
    this.#source = xoroshiro128plus(mix(seed, 0x9e3779b9) | 0)
    this.#source.next()
    this.#source.next()
  }

  /** 32 random bits, 0..2^32-1. */
  bits(): number {
    return this.#source.next() >>> 0
  }

  /** Uniform in [0, 1). */
  unit(): number {
    return this.bits() / 0x1_0000_0000
  }

  /** Uniform in 0..n-1, for n up to 2^26 (the bias is below 2^-6 of a percent). */
  below(n: number): number {
    return Math.floor(this.unit() * n)
  }
}
