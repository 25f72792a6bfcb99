/** A disk that is full: what review shows is what was worked out before, and the rest once there is room; a backup leaves nothing half done behind. */
import { readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Store } from '../../src-main/progress/index.ts'
import { markStale } from '../../src-main/progress/derived.ts'
import { mountSmall, unmount } from './faults/full-disk.ts'
import { attempt, newFolder, opened, options, valueOf } from './helpers.ts'

const tagged = (answer: string): ReturnType<typeof attempt> => attempt({ answer, tags: { family: 'f', outcomes: ['compute'], skills: ['trace'] } })
const seen = (store: Store): number => [...store.review.masteries('outcome').values()].reduce((sum, { hows }) => sum + hows.unaided, 0)

/** Runs on a store in a small file system, which `fill` leaves no room in `but` some bytes; `null` where none can be mounted here. */
function onSmallDisk<T>(run: (store: Store, disk: { fill(but?: number): void; free(): void }) => T): T | null {
  const disk = join(newFolder(), 'disk')
  if (!mountSmall(disk, 2500)) return null
  const ballast = join(disk, 'ballast')
  try {
    const store = opened(options(join(disk, 'data')))
    try {
      return run(store, {
        fill(but = 0) {
          const { bavail, bsize } = statfsSync(disk)
          writeFileSync(ballast, Buffer.alloc(bavail * bsize - but))
        },
        free: () => rmSync(ballast),
      })
    } finally {
      store.close()
    }
  } finally {
    unmount(disk)
  }
}

describe('what review shows, on a disk that is full', () => {
  it('is what was worked out before; nothing that was recorded is lost, and it is taken on once there is room', (context) => {
    const done = onSmallDisk((store, disk) => {
      valueOf(store.recordAttempt(tagged('one')))
      expect(valueOf(store.review.freshen())).toBe('taken on')
      valueOf(store.recordAttempt({ ...tagged('two'), seed: '2' }))
      disk.fill()
      const refused = store.recordAttempt(tagged('three'))
      expect(refused.ok ? 'recorded' : refused.failure.kind).toBe('disk-full')
      expect(valueOf(store.review.freshen())).toBe('behind')
      expect(seen(store)).toBe(1)
      expect(store.history().events.map(({ answer }) => answer)).toEqual(['two', 'one'])
      disk.free()
      expect(valueOf(store.review.freshen())).toBe('taken on')
      expect(valueOf(store.review.freshen())).toBe('fresh')
      expect(seen(store)).toBe(2)
      expect(valueOf(store.doctor())).toEqual([])
      return true
    })
    if (done === null) context.skip('no file system can be mounted here')
  })

  it('is a failure in plain words where nothing was worked out before that would hold', (context) => {
    const done = onSmallDisk((store, disk) => {
      valueOf(store.recordAttempt(tagged('one')))
      markStale(store.connection)
      disk.fill()
      const refused = store.review.freshen()
      expect(refused.ok ? refused.value : refused.failure).toMatchObject({ kind: 'disk-full', message: expect.stringContaining('Free some space') })
      disk.free()
      expect(valueOf(store.review.freshen())).toBe('afresh')
      expect(seen(store)).toBe(1)
      return true
    })
    if (done === null) context.skip('no file system can be mounted here')
  })
})

describe('a backup on a disk that is full', () => {
  it('fails in plain words, and takes no room', (context) => {
    const done = onSmallDisk((store, disk) => {
      for (let n = 0; n < 40; n++) valueOf(store.recordAttempt({ ...tagged('x'.repeat(4000)), seed: `${n}` }))
      disk.fill(100_000)
      const refused = store.backup()
      expect(refused.ok ? 'made' : refused.failure).toMatchObject({ kind: 'disk-full', message: expect.stringContaining('All that was saved before is safe.') })
      expect(readdirSync(join(store.folder, 'backups'))).toEqual([])
      expect(store.backups()).toEqual([])
      disk.free()
      expect(valueOf(store.backup()).reason).toBe('by-hand')
      return true
    })
    if (done === null) context.skip('no file system can be mounted here')
  })
})
