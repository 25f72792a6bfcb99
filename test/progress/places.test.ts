/** Folders that cannot be written, disks that are full. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openStore } from '../../src-main/progress/index.ts'
import type { Store } from '../../src-main/progress/index.ts'
import { attempt, newFolder, opened, options, place, valueOf } from './helpers.ts'

/** A file system of this size in memory, or null where one may not be mounted. */
function smallDisk(kilobytes: number, more = ''): string | null {
  const dir = newFolder()
  if (process.platform !== 'linux' || spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k${more}`, 'nabla-test', dir]).status !== 0) return null
  onTestFinished(() => { spawnSync('umount', ['-l', dir]) })
  return dir
}

/** Records until the disk is full; gives what was acknowledged. */
function fill(store: Store): string[] {
  const kept: string[] = []
  for (let i = 0; i < 10_000; i++) {
    const recorded = store.recordAttempt(attempt({ answer: `${i} ${'x'.repeat(2000)}` }))
    if (!recorded.ok) {
      expect(recorded.failure.kind).toBe('disk-full')
      expect(recorded.failure.message).toBe(`The disk is full, so nothing more could be saved in ${store.folder}. All that was saved before is safe. Free some space and try again.`)
      return kept
    }
    kept.push(recorded.value.uuid)
  }
  throw new Error('the disk never filled')
}

describe('a full disk', () => {
  it('refuses the attempt, keeps all that was acknowledged, and goes on once there is room', (context) => {
    const dir = smallDisk(2000)
    if (dir === null) return context.skip('no file system can be mounted here')
    const ballast = join(dir, 'ballast')
    writeFileSync(ballast, Buffer.alloc(500_000))
    const store = opened(options(dir))
    valueOf(store.saveDraft(place, 'a draft'))
    const kept = fill(store)
    expect(kept.length).toBeGreaterThan(10)
    expect(store.draft(place)?.text).toBe('a draft')
    writeFileSync(ballast, '')
    valueOf(store.recordAttempt(attempt({ answer: 'there is room' })))
    store.close()
    const again = opened(options(dir))
    expect(kept.filter((uuid) => again.event(uuid) === null)).toEqual([])
    expect(valueOf(again.doctor())).toEqual([])
  })

  it('at the start is said so, and nothing is lost by it', (context) => {
    const dir = smallDisk(4000)
    if (dir === null) return context.skip('no file system can be mounted here')
    const ballast = join(dir, 'ballast')
    writeFileSync(ballast, Buffer.alloc(3_000_000))
    const store = opened(options(dir))
    const kept = fill(store)
    store.close()
    const rest = spawnSync('dd', ['if=/dev/zero', `of=${join(dir, 'rest')}`, 'bs=1k'])
    expect(rest.stderr.toString()).toContain('No space left')
    const again = openStore(options(dir))
    expect(again.ok ? '' : again.failure.kind).toBe('disk-full')
    rmSync(ballast)
    rmSync(join(dir, 'rest'))
    const last = opened(options(dir))
    expect(kept.length).toBeGreaterThan(10)
    expect(kept.filter((uuid) => last.event(uuid) === null)).toEqual([])
  })

  it('within SQLite itself (no file system needed) is told in the same words', () => {
    const store = opened(options(newFolder()))
    const pages = store.connection.pragma('page_count', { simple: true }) as number
    store.connection.pragma(`max_page_count = ${pages + 20}`)
    const kept = fill(store)
    expect(kept.filter((uuid) => store.event(uuid) === null)).toEqual([])
    store.connection.pragma('max_page_count = 1000000')
    valueOf(store.recordAttempt(attempt()))
  })
})

describe('a folder that cannot be written', () => {
  it('because a file stands in its place', () => {
    const file = join(newFolder(), 'file')
    writeFileSync(file, 'x')
    const refused = openStore(options(join(file, 'below')))
    expect(refused.ok ? '' : refused.failure).toMatchObject({
      kind: 'cannot-write', path: join(file, 'below'),
      message: `Nabla cannot write in ${join(file, 'below')}. Check that the folder exists and that you may write in it, or choose another with --data.`,
    })
    expect(readFileSync(file, 'utf8')).toBe('x')
  })

  it('because the file system is read-only', (context) => {
    const dir = smallDisk(1000)
    if (dir === null) return context.skip('no file system can be mounted here')
    const first = opened(options(dir))
    const { uuid } = valueOf(first.recordAttempt(attempt()))
    first.close()
    expect(spawnSync('mount', ['-o', 'remount,ro', dir]).status).toBe(0)
    const refused = openStore(options(dir))
    expect(refused.ok ? '' : refused.failure.kind).toBe('cannot-write')
    expect(spawnSync('mount', ['-o', 'remount,rw', dir]).status).toBe(0)
    expect(opened(options(dir)).event(uuid)?.uuid).toBe(uuid)
  })

  it('because it may not be (for anyone but root)', (context) => {
    if (process.getuid?.() === 0) return context.skip('root may write anywhere')
    const dir = newFolder()
    mkdirSync(join(dir, 'shut'), { mode: 0o500 })
    const refused = openStore(options(join(dir, 'shut', 'data')))
    expect(refused.ok ? '' : refused.failure.kind).toBe('cannot-write')
    expect(existsSync(join(dir, 'shut', 'data'))).toBe(false)
  })
})
