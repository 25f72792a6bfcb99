/** A log that a program left in the middle of a write, at each of the writes that SQLite makes when it begins the log again from its front. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openStore, recover } from '../../src-main/progress/index.ts'
import { inspectWal } from '../../src-main/progress/wal.ts'
import { attempt, newFolder, opened, options, place, uuids, valueOf } from './helpers.ts'

const frame = 24 + 4096

/** A folder with a log that is all in the database, the log as it is then, and as the next commit leaves it. */
function restarted(last: 'attempt' | 'draft' = 'attempt'): { dir: string; log: string; before: Buffer; after: Buffer; known: string[] } {
  const dir = newFolder()
  const store = opened(options(dir))
  const known = Array.from({ length: 30 }, (_, i) => valueOf(store.recordAttempt(attempt({ answer: `${i} ${'x'.repeat(3000)}` }))).uuid)
  store.connection.pragma('wal_checkpoint(PASSIVE)')
  const log = join(store.folder, 'progress.db-wal')
  const before = readFileSync(log)
  const snapshot = newFolder()
  cpSync(store.folder, join(snapshot, 'learners', 'learner'), { recursive: true })
  if (last === 'draft') valueOf(store.saveDraft(place, `a draft ${'y'.repeat(9000)}`))
  else valueOf(store.recordAttempt(attempt({ answer: 'the first of the next round' })))
  const after = readFileSync(log)
  store.close()
  return { dir: snapshot, log: join(snapshot, 'learners', 'learner', 'progress.db-wal'), before, after, known }
}

describe('a log that is begun again', () => {
  it.each(['attempt', 'draft'] as const)('and was left at any of the writes of one %s opens without a word, and with all that was acknowledged', (last) => {
    const { dir, log, before, after, known } = restarted(last)
    expect(before.length).toBeGreaterThan(after.length + 2 * frame)
    // The header, then each frame's own header and its page, then the cut.
    const writes = [0, 32]
    for (let at = 32; at < after.length; at += frame) writes.push(at + 24, at + frame)
    for (const [n, at] of [...writes, after.length + 1].entries()) {
      const copy = newFolder()
      cpSync(dir, copy, { recursive: true })
      const cut = at > after.length
      writeFileSync(join(copy, 'learners', 'learner', 'progress.db-wal'), cut ? after : Buffer.concat([after.subarray(0, at), before.subarray(at)]))
      const store = opened(options(copy, { random: uuids(40 + n) }))
      expect([at, store.notices]).toEqual([at, []])
      for (const uuid of known) expect(store.event(uuid)).not.toBeNull()
      if (at >= after.length) expect(last === 'draft' ? store.draft(place)?.text.slice(0, 7) : store.history({ limit: 1 }).events[0]?.answer).toMatch(last === 'draft' ? 'a draft' : 'the first of the next round')
      expect(valueOf(store.doctor())).toEqual([])
      store.close()
    }
    expect(log).toContain('progress.db-wal')
  }, 60_000)

  it.each([0, 1, 511])('beside a database of %i bytes is kept whole, and there is a way back', (size) => {
    const { dir, log, before } = restarted()
    writeFileSync(join(dir, 'learners', 'learner', 'progress.db'), Buffer.alloc(size))
    const refused = openStore(options(dir))
    const folder = refused.ok ? '' : (refused.failure.quarantine ?? '')
    expect(refused.ok ? '' : refused.failure.kind).toBe('damaged')
    expect(readFileSync(join(folder, basename(log))).equals(before)).toBe(true)
    const store = valueOf(recover(options(dir)))
    expect(valueOf(store.doctor())).toEqual([])
    store.close()
    expect(readFileSync(join(folder, basename(log))).equals(before)).toBe(true)
  })

  it('is told from damage: a frame of this round that does not hold, with more of this round behind it', () => {
    const { before } = restarted()
    const path = join(newFolder(), 'wal')
    const look = (change: (bytes: Buffer) => void): ReturnType<typeof inspectWal> => {
      const bytes = Buffer.from(before)
      change(bytes)
      writeFileSync(path, bytes)
      return inspectWal(path)
    }
    expect(look(() => undefined)).toEqual({ good: before.length, size: before.length, leftOver: false, torn: false })
    // A flipped bit in a page, in a salt, in the header.
    const third = 32 + 2 * frame
    expect(look((bytes) => { bytes[third + 100]! ^= 4 })).toMatchObject({ good: third, leftOver: true, torn: false })
    expect(look((bytes) => { bytes[third + 9]! ^= 1 })).toMatchObject({ good: third, leftOver: true, torn: false })
    expect(look((bytes) => { bytes[third + 11]! ^= 1 })).toMatchObject({ good: third, leftOver: true, torn: false })
    expect(look((bytes) => { bytes[17]! ^= 1 })).toMatchObject({ good: 0, leftOver: true, torn: false })
    // Whole frames that no commit ended, as a transaction leaves them that was broken off, and over whose first frame another one was written.
    const unended = (bytes: Buffer, from = third): void => { for (let at = from; at < bytes.length; at += frame) bytes.writeUInt32BE(0, at + 4) }
    expect(look(unended)).toMatchObject({ good: third, leftOver: true, torn: true })
    expect(look((bytes) => { unended(bytes); bytes[third + 100]! ^= 4 })).toMatchObject({ good: third, leftOver: true, torn: true })
    expect(look((bytes) => { unended(bytes); bytes.writeUInt32BE(9, before.length - frame + 4) })).toMatchObject({ good: third, leftOver: true, torn: false })
    // Half a frame at the end.
    expect(look((bytes) => { bytes[before.length - 5]! ^= 1 })).toMatchObject({ good: before.length - frame, leftOver: true, torn: true })
  })
})

it('that holds the rest of a commit that was broken off, under a smaller one, opens without a word', () => {
  const logOf = (dir: string): string => join(dir, 'learners', 'learner', 'progress.db-wal')
  const dir = newFolder()
  const store = opened(options(dir))
  const { uuid } = valueOf(store.recordAttempt(attempt({ answer: 'before' })))
  valueOf(store.saveDraft(place, 'y'.repeat(40_000)))
  const broken = newFolder()
  cpSync(dir, broken, { recursive: true })
  const whole = readFileSync(logOf(dir))
  writeFileSync(logOf(broken), whole.subarray(0, whole.length - frame))
  const again = opened(options(broken, { random: uuids(77) }))
  const after = valueOf(again.recordAttempt(attempt({ answer: 'after' }))).uuid
  const killed = newFolder()
  cpSync(broken, killed, { recursive: true })
  // More than one frame of this round stands behind those that hold.
  const { good, size } = inspectWal(logOf(killed))
  expect(size - good).toBeGreaterThan(frame)
  const last = opened(options(killed, { random: uuids(78) }))
  expect(last.notices).toEqual([])
  for (const known of [uuid, after]) expect(last.event(known)).not.toBeNull()
  expect(valueOf(last.doctor())).toEqual([])
  for (const each of [store, again, last]) each.close()
})
