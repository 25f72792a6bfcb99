import { describe, expect, it } from 'vitest'
import type { Store } from '../../src-main/progress/index.ts'
import { attempt, event, newFolder, opened, options, place, valueOf, wrong } from './helpers.ts'

/** Runs what the triggers would refuse, as damage does. */
function force(store: Store, sql: string): void {
  const triggers = store.connection.prepare('SELECT name, sql FROM sqlite_schema WHERE type = \'trigger\'').all() as { name: string; sql: string }[]
  for (const { name } of triggers) store.connection.exec(`DROP TRIGGER ${name}`)
  store.connection.exec(sql)
  for (const trigger of triggers) store.connection.exec(trigger.sql)
}

function written(): Store {
  const store = opened(options(newFolder()))
  valueOf(store.recordAttempt(attempt({ answer: 'first', verdict: wrong })))
  valueOf(store.recordHint(event()))
  valueOf(store.recordAttempt(attempt({ answer: 'second' })))
  valueOf(store.saveDraft(place, 'draft'))
  return store
}

describe('doctor', () => {
  it('finds nothing in a good store', () => {
    expect(valueOf(written().doctor())).toEqual([])
  })

  it.each([
    ['an answer', 'UPDATE event SET answer = \'something else\' WHERE answer = \'first\''],
    ['a verdict', 'UPDATE event SET verdict = \'{}\' WHERE answer = \'first\''],
    ['what is drawn from a verdict', 'UPDATE event SET judged = \'correct\' WHERE answer = \'first\''],
    ['a UUID', 'UPDATE event SET uuid = \'x\' WHERE answer = \'first\''],
    ['a digest', 'UPDATE event SET digest = zeroblob(32) WHERE answer = \'first\''],
    ['the question of all', 'UPDATE question SET json = \'{}\''],
    ['evidence', 'UPDATE evidence SET json = \'{}\''],
    ['evidence that is gone', 'DELETE FROM evidence'],
  ])('finds damage to %s, and takes it from a backup again', (_, sql) => {
    const store = written()
    const before = store.history()
    valueOf(store.backup())
    force(store, sql)
    const found = valueOf(store.doctor()).filter(({ code }) => code === 'event-damaged')
    expect(found.map(({ mended }) => mended)).toEqual([true])
    expect(valueOf(store.doctor())).toEqual([])
    expect(store.history()).toEqual(before)
    expect(() => store.connection.exec('DELETE FROM event')).toThrow('the log is append-only')
  })

  it('says what it cannot mend, the same each time', () => {
    const store = written()
    force(store, 'UPDATE event SET answer = \'something else\' WHERE answer = \'first\'')
    store.connection.exec('UPDATE draft SET text = \'another\'')
    const first = valueOf(store.doctor())
    expect(first.map(({ code, message, mended }) => [code, message, mended])).toEqual([
      ['event-damaged', 'One event of the log is damaged, and no backup has them in good order.', false],
      ['draft-damaged', 'One draft is not as it was saved. Look at it before you hand it in.', false],
    ])
    expect(valueOf(store.doctor())).toEqual(first)
  })

  it('leaves the same after the second run as after the first, whatever it found', () => {
    const store = written()
    valueOf(store.backup())
    valueOf(store.recordAttempt(attempt({ answer: 'third', repeats: 'ffffffff-0000-4000-8000-000000000000' })))
    force(store, 'UPDATE event SET answer = \'x\' WHERE answer IN (\'first\', \'third\'); UPDATE draft SET text = \'another\'; UPDATE part_standing SET tries = 99; DELETE FROM derived; UPDATE tally SET count = 7')
    const tables = store.connection.prepare('SELECT name FROM sqlite_schema WHERE type = \'table\' ORDER BY name').pluck().all() as string[]
    const image = (): unknown => tables.map((name) => [name, store.connection.prepare(`SELECT * FROM "${name}"`).all()])
    const first = valueOf(store.doctor())
    expect(first.some(({ mended }) => mended)).toBe(true)
    const after = image()
    // What was mended is told once; what is left is told again, in the same words.
    expect(valueOf(store.doctor())).toEqual(first.filter(({ mended }) => !mended))
    expect(image()).toEqual(after)
  })

  it('works out standings again that do not fit the log', () => {
    const store = written()
    const before = store.standings()
    store.connection.exec('UPDATE part_standing SET tries = 99; DELETE FROM variant_standing')
    expect(valueOf(store.doctor())).toEqual([{ code: 'standing', message: 'The standings did not fit the log and were worked out again.', count: 1, mended: true }])
    expect(store.standings()).toEqual(before)
    expect(valueOf(store.doctor())).toEqual([])
  })

  it('tells of a repeat whose first attempt is not there', () => {
    const store = written()
    valueOf(store.recordAttempt(attempt({ repeats: 'ffffffff-0000-4000-8000-000000000000' })))
    expect(valueOf(store.doctor()).map(({ code }) => code)).toEqual(['repeat-unknown'])
  })
})
