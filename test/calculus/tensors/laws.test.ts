import { describe, expect, test } from 'vitest'
import { laws } from '../support/laws.ts'

/** Seeds in the short run; `npm run fuzz` runs the same laws on many more. */
const seeds = 700

describe('laws of the core, on random expressions', () => {
  for (const [name, law] of Object.entries(laws)) {
    test(name, () => {
      let held = 0
      for (let seed = 1; seed <= seeds; seed++) {
        const found = law(seed)
        if (found === 'holds') held++
        else if (found !== 'nothing') expect.fail(`seed ${seed}: ${found.broken}: ${JSON.stringify(found.exprs)}`)
      }
      expect(held).toBeGreaterThan(seeds / 3)
    })
  }
})
