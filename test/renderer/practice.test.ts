import { describe, expect, it } from 'vitest'
import type { Api } from '../../src-main/app/contract.ts'
import { addressOf, ask, levelWords, outcomeWords, reasonOf, reviewAddress } from '../../src-renderer/practice/run.ts'
import { parseRoute } from '../../src-renderer/state/route.ts'
import { say } from '../../src-renderer/words/index.ts'

const made = { pack: 'endless-practice', exercise: 'compute-2-77', seed: 0, outcome: 'compute', level: 2 }

describe('a practice', () => {
  it('asks for what was chosen, and for what fits where nothing was', async () => {
    const asked: unknown[] = []
    const host = { practice: async (input: unknown) => (asked.push(input), made) } as unknown as Api
    for (const choice of [{ outcome: null, level: null }, { outcome: 'shapes', level: 4 }, { outcome: 'of another version', level: null }]) await ask(host, choice)
    expect(asked).toEqual([{}, { outcome: 'shapes', level: 4 }, {}])
  })
  it('has its question, its choice and the level before in its address', () => {
    const choice = { outcome: null, level: null }
    const run = (address: string) => parseRoute(address)
    expect(run(addressOf(made, choice))).toEqual({ at: 'exercise', pack: 'endless-practice', id: 'compute-2-77', part: null, run: { outcome: null, level: null, now: 2 } })
    expect(run(addressOf(made, choice, { outcome: 'compute', level: 1 }))).toMatchObject({ run: { now: 2, before: 1 } })
    // The level of another outcome explains nothing.
    expect(run(addressOf(made, choice, { outcome: 'shapes', level: 1 }))).toMatchObject({ run: { now: 2 } })
    expect(run(addressOf(made, { outcome: 'compute', level: 2 }))).toMatchObject({ run: { outcome: 'compute', level: 2, now: 2 } })
  })
  it('says why the level is what it is', () => {
    const why = (run: { level?: number; now: number; before?: number }) => reasonOf({ outcome: null, level: null, ...run }).replace('practice.why.', '')
    expect(why({ level: 3, now: 3, before: 3 })).toBe('chosen')
    expect(why({ now: 3, before: 2 })).toBe('up')
    expect(why({ now: 5, before: 4 })).toBe('up')
    expect(why({ now: 2, before: 3 })).toBe('down')
    expect(why({ now: 3, before: 3 })).toBe('same')
    expect(why({ now: 5, before: 5 })).toBe('highest')
    expect(why({ now: 1 })).toBe('first')
    expect(why({ now: 4 })).toBe('left')
  })
  it('has words for every level of every outcome, and for those of another version', () => {
    for (const outcome of ['shapes', 'compute', 'abstract', 'indices', null, 'of another version']) {
      const words = [1, 2, 3, 4, 5].map(level => say(levelWords(outcome, level)))
      expect(new Set(words).size, String(outcome)).toBe(5)
      expect(say(outcomeWords(outcome))).not.toBe('')
    }
    expect(levelWords('compute', 9)).toBe('practice.level.compute.1')
  })
})

describe('the next review', () => {
  it('is a fresh variant from now on, and the library once there is none', async () => {
    const host = (next: unknown) => ({ nextReview: async () => ({ next, left: 0 }) }) as unknown as Api
    expect(parseRoute(await reviewAddress(host({ pack: 'p', exercise: 'e', seed: 4, since: 1_764_000_000_000, title: 'E' })))).toEqual({ at: 'exercise', pack: 'p', id: 'e', part: null, seed: 4, since: 1_764_000_000_000 })
    expect(parseRoute(await reviewAddress(host(null)))).toEqual({ at: 'library' })
  })
})
