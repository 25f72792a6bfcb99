/** The faults in small; `npm run torture` runs them in full. */
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { damageRound, makeBase, targets } from './faults/damage.ts'
import { killRounds } from './faults/kill.ts'
import { newFolder } from './helpers.ts'

describe('kill -9', () => {
  it('at random moments loses no attempt and no draft that was acknowledged', async () => {
    const report = await killRounds(newFolder(), 24, 20261103)
    expect(report.wrong).toEqual([])
    expect(report.attempts).toBeGreaterThan(5)
    expect(report.drafts).toBeGreaterThan(5)
  }, 300_000)
})

describe('damage to files', () => {
  it.each(targets)('(%s) never crashes, never overwrites, and leaves a way back', (target) => {
    const dir = newFolder()
    const base = makeBase(join(dir, 'base'))
    const wrong = Array.from({ length: 8 }, (_, i) => damageRound(base, join(dir, 'round'), target, 7000 + i * 5)).flat()
    expect(wrong).toEqual([])
  }, 300_000)
})
