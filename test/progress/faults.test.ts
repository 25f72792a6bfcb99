/** The faults in small; `npm run torture` runs them in full. */
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { clockRound } from './faults/clock.ts'
import { damageRound, makeBase, targets } from './faults/damage.ts'
import { fullDiskRound, mountSmall, unmount } from './faults/full-disk.ts'
import { killRounds } from './faults/kill.ts'
import { migrationRound, nearSteps } from './faults/migrations.ts'
import { readOnlyRound, shuttable } from './faults/read-only.ts'
import { twoRound } from './faults/two.ts'
import { newFolder } from './helpers.ts'

describe('kill -9', () => {
  it('at random moments loses no attempt and no draft that was acknowledged', async () => {
    const report = await killRounds(newFolder(), 16, 20261103)
    expect(report.wrong).toEqual([])
    expect(report.attempts).toBeGreaterThan(20)
    expect(report.drafts).toBeGreaterThan(20)
  }, 300_000)

  it.each(nearSteps)('in a migration from format $from, $step that to $at, leaves a whole format, a backup, and goes on', (step) => {
    expect(migrationRound(newFolder(), step)).toEqual([])
  }, 60_000)

  it('with three processes at once: one has the folder, and nothing is gone', async () => {
    expect(await twoRound(newFolder(), 1, 3)).toEqual([])
  }, 60_000)
})

describe('damage to files', () => {
  it.each(targets)('(%s) never crashes, never overwrites, and leaves a way back', (target) => {
    const dir = newFolder()
    const base = makeBase(join(dir, 'base'))
    const wrong = Array.from({ length: 6 }, (_, i) => damageRound(base, join(dir, 'round'), target, 7000 + i * 5)).flat()
    expect(wrong).toEqual([])
  }, 300_000)
})

describe('a disk that is full', () => {
  it('at any moment loses nothing that was acknowledged', (context) => {
    const disk = join(newFolder(), 'disk')
    if (!mountSmall(disk, 2500)) return context.skip('no file system can be mounted here')
    try {
      expect([31, 32, 33].flatMap((seed) => fullDiskRound(disk, seed))).toEqual([])
    } finally {
      unmount(disk)
    }
  }, 120_000)
})

describe('a folder that can only be read', () => {
  it('is refused in plain words, and nothing in it is changed', (context) => {
    const disk = shuttable(join(newFolder(), 'disk'))
    if (disk === null) return context.skip('no folder can be made read-only here')
    try {
      expect([51, 52, 53].flatMap((seed) => readOnlyRound(disk, seed))).toEqual([])
    } finally {
      disk.remove()
    }
  }, 60_000)
})

describe('a clock', () => {
  it('that jumps back and forward, or reads nonsense, harms neither the order nor the dates', () => {
    expect([41, 42, 43].flatMap((seed) => clockRound(join(newFolder(), 'clock'), seed))).toEqual([])
  }, 120_000)
})
