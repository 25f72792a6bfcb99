import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openStore, recover, restoreBackup, startFresh } from '../../src-main/progress/index.ts'
import { keepers } from '../../src-main/progress/thinning.ts'
import { moment } from '../../src-main/progress/words/moment.ts'
import { attempt, clockAt, newFolder, opened, options, uuids, valueOf } from './helpers.ts'

const answers = (store: { history(): { events: readonly { answer: string | null }[] } }): (string | null)[] => store.history().events.map(({ answer }) => answer)

describe('backups', () => {
  it('are made once a day, at opening or closing, where there is something to keep', () => {
    const dir = newFolder()
    const clock = clockAt('2026-11-03T10:00:00Z')
    const run = (write: boolean, n = 0): string[] => {
      const store = opened(options(dir, { clock, random: uuids(n) }))
      if (write) valueOf(store.recordAttempt(attempt()))
      store.close()
      return store.backups().map(({ name }) => name)
    }
    expect(run(false)).toEqual([])
    expect(run(true, 1)).toEqual(['2026-11-03T10-00-00-000Z.daily.db'])
    expect(run(true, 2)).toHaveLength(1)
    clock.now = Date.parse('2026-11-04T11:00:00Z')
    expect(run(false)).toEqual(['2026-11-04T11-00-00-000Z.daily.db', '2026-11-03T10-00-00-000Z.daily.db'])
    clock.now = Date.parse('2020-01-01T00:00:00Z')
    expect(run(true, 3)).toHaveLength(3)
  })

  it('are thinned to days, weeks and months, and the newest always stay', () => {
    const day = 86_400_000
    const now = Date.parse('2026-11-03T10:00:00Z')
    const daily = Array.from({ length: 800 }, (_, i) => now - i * day)
    const kept = [...keepers(daily, now)].map((at) => (now - at) / day).sort((a, b) => a - b)
    expect(kept.slice(0, 14)).toEqual(Array.from({ length: 14 }, (_, i) => i))
    expect(kept.filter((age) => age >= 14 && age < 70).length).toBeLessThanOrEqual(9)
    expect(kept.filter((age) => age >= 70).length).toBeLessThanOrEqual(26)
    expect(kept.at(-1)).toBe(799)
    const byDay = new Set<number>()
    for (let at = now - 800 * day; at <= now; at += day) {
      const left = keepers([...byDay, at], at)
      byDay.clear()
      for (const time of left) byDay.add(time)
    }
    const ages = [...byDay].map((at) => (now - at) / day).sort((a, b) => a - b)
    expect(ages.length).toBeLessThan(60)
    expect(Math.max(...ages.slice(1).map((age, i) => age - ages[i]!))).toBeLessThanOrEqual(62)
    const future = [now + 5 * day, now + 6 * day]
    expect([...keepers([...future, ...daily], now)]).toEqual(expect.arrayContaining(future))
    expect(keepers(daily.slice(0, 3), now + 100_000 * day).size).toBe(3)
  })
})

describe('restoring', () => {
  it('goes back to a backup, and the restore can itself be undone', () => {
    const dir = newFolder()
    const given = options(dir)
    const store = opened(given)
    valueOf(store.recordAttempt(attempt({ answer: 'one' })))
    const { name } = valueOf(store.backup())
    valueOf(store.recordAttempt(attempt({ answer: 'two' })))
    store.close()
    const back = valueOf(restoreBackup(given, name))
    expect(answers(back)).toEqual(['one'])
    expect(back.notices).toEqual([`This is the progress of the backup of ${moment(Date.parse('2026-11-03T10:00:00Z'), 'en')}. What was there before is kept and can be restored in the same way.`])
    const undo = back.backups().find(({ reason }) => reason === 'before-restore')
    back.close()
    const forth = valueOf(restoreBackup(given, undo?.name ?? ''))
    expect(answers(forth)).toEqual(['two', 'one'])
    forth.close()
  })

  it('refuses a name that is no backup, whatever it points at', () => {
    const given = options(newFolder())
    opened(given).close()
    for (const name of ['nothing', '../progress.db', '../../../etc/passwd', '']) {
      const refused = restoreBackup(given, name)
      expect(refused.ok ? '' : refused.failure).toMatchObject({ kind: 'not-found', message: `There is no backup named ${name}.` })
    }
    expect(openStore(given).ok).toBe(true)
  })
})

describe('a damaged database', () => {
  const setUp = (): { given: ReturnType<typeof options>; home: string; damaged: Buffer } => {
    const given = options(newFolder())
    const store = opened(given)
    valueOf(store.recordAttempt(attempt({ answer: 'in the backup' })))
    valueOf(store.backup())
    valueOf(store.recordAttempt(attempt({ answer: 'after it' })))
    store.close()
    const path = join(store.folder, 'progress.db')
    const damaged = readFileSync(path)
    damaged.fill(0, 0, 100)
    writeFileSync(path, damaged)
    return { given, home: store.folder, damaged }
  }

  it('is moved aside whole, and the backups are offered at each start until a choice is made', () => {
    const { given, home, damaged } = setUp()
    for (let start = 0; start < 3; start++) {
      const refused = openStore(given)
      if (refused.ok) throw new Error('it opened')
      const quarantine = join(home, 'quarantine', '2026-11-03T10-00-00-000Z')
      expect(refused.failure).toMatchObject({
        kind: 'damaged', quarantine, backups: [{ reason: 'by-hand' }],
        message: `The progress file of Learner is damaged. It was moved, whole, to ${quarantine}. There is one backup. Nabla can put together what can still be read, go back to a backup, or begin afresh.`,
      })
      expect(readFileSync(join(quarantine, 'progress.db')).equals(damaged)).toBe(true)
    }
  })

  it('is put together again from the backup and what can still be read', () => {
    const { given, home, damaged } = setUp()
    const store = valueOf(recover(given))
    expect(answers(store)).toEqual(['after it', 'in the backup'])
    const quarantine = join(home, 'quarantine', '2026-11-03T10-00-00-000Z')
    expect(store.notices).toEqual([`The progress file was damaged and was put together again. The backup of ${moment(Date.parse('2026-11-03T10:00:00Z'), 'en')} was taken; 1 event more could be read from what was set aside in ${quarantine}, where it is kept.`])
    expect(readFileSync(join(quarantine, 'progress.db')).equals(damaged)).toBe(true)
    store.close()
    const next = opened(given)
    expect([next.notices, answers(next)]).toEqual([[], ['after it', 'in the backup']])
  })

  it('can be left for an empty one, which later restores cannot hurt', () => {
    const { given, home } = setUp()
    const store = valueOf(startFresh(given))
    expect(answers(store)).toEqual([])
    expect(existsSync(join(home, 'quarantine', '2026-11-03T10-00-00-000Z', 'progress.db'))).toBe(true)
    const names = store.backups().map(({ name }) => name)
    store.close()
    const restored = valueOf(restoreBackup(given, names.at(-1) ?? ''))
    expect(answers(restored)).toContain('in the backup')
    restored.close()
  })

  it('that is gone altogether is not taken for a new learner', () => {
    const { given, home } = setUp()
    renameSync(join(home, 'progress.db'), join(home, 'elsewhere'))
    const refused = openStore(given)
    expect(refused.ok ? '' : refused.failure.kind).toBe('missing')
    const store = valueOf(recover(given))
    expect(answers(store)).toEqual(['in the backup'])
    store.close()
  })

  it('whose quarantine was interrupted between any two moves loses nothing', () => {
    const { given, home, damaged } = setUp()
    const folder = join(home, 'quarantine', '2026-11-03T10-00-00-000Z')
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'why.json'), '{"reason":"x","at":"","open":true,"moves":["progress.db","progress.db-wal"]}')
    const refused = openStore(given)
    expect(refused.ok ? '' : refused.failure.kind).toBe('damaged')
    expect(readFileSync(join(folder, 'progress.db')).equals(damaged)).toBe(true)
    const store = valueOf(recover(given))
    expect(answers(store)).toEqual(['after it', 'in the backup'])
    store.close()
  })
})
