/** The plans of the queries that run at each keystroke, submission and page: none may read a whole table. */
import { describe, expect, it } from 'vitest'
import { historyQuery } from '../../src-main/progress/history.ts'
import { attempt, event, newFolder, opened, options, place, valueOf } from './helpers.ts'

function plan(db: { prepare(sql: string): { all(...values: unknown[]): unknown[] } }, sql: string, values: object): string[] {
  return (db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(values) as { detail: string }[]).map(({ detail }) => detail)
}

const all = { ...place, kind: 'attempt', limit: 51, stamp: 1, uuid: 'x', digest: '00' }

describe('query plans', () => {
  it.each([
    [{}, 'event_by_time', ''],
    [{ pack: 'p' }, 'event_by_pack', 'pack=?'],
    [{ pack: 'p', exercise: 'e' }, 'event_by_exercise', 'pack=? AND exercise=?'],
    [{ pack: 'p', exercise: 'e', part: 'a' }, 'event_by_part', 'pack=? AND exercise=? AND part=?'],
  ])('of a page of history for %j', (filter, index, by) => {
    const { connection } = opened(options(newFolder()))
    const after = { stamp: 1, uuid: 'x', digest: '00' }
    for (const given of [filter, { ...filter, kind: 'attempt' as const }, { ...filter, after }]) {
      const details = plan(connection, historyQuery(given), all)
      // Without a filter the first page walks the index from its end and stops at the limit.
      const walks = index === 'event_by_time' && !('after' in given)
      expect(details[0]).toMatch(walks ? /^SCAN event USING INDEX event_by_time$/ : new RegExp(`^SEARCH event USING INDEX ${index} \\(${by.replaceAll('?', '\\?')}`))
      expect(details.slice(1).every((detail) => detail.startsWith('SEARCH'))).toBe(true)
      expect(details.join()).not.toContain('TEMP B-TREE')
    }
  })

  it('of everything that recording, drafts and an exercise page run', () => {
    const store = opened(options(newFolder()))
    const seen = new Set<string>()
    const { connection } = store
    const prepare = connection.prepare.bind(connection)
    connection.prepare = ((sql: string) => {
      seen.add(sql)
      return prepare(sql)
    }) as typeof connection.prepare
    const { uuid } = valueOf(store.recordAttempt(attempt({ seed: '1' })))
    valueOf(store.recordAttempt(attempt({ repeats: uuid })))
    valueOf(store.recordHint(event()))
    valueOf(store.saveDraft(place, 'x'))
    store.draft(place)
    store.standing(place)
    store.standing(place, '1')
    store.standings({ pack: 'matrix', exercise: 'least-squares' })
    store.lastAttempt(place)
    store.lastAttempt(place, '1')
    store.event(uuid)
    expect(seen.size).toBeGreaterThan(12)
    for (const sql of seen) {
      const details = (prepare(`EXPLAIN QUERY PLAN ${sql}`) as unknown as { all(...values: unknown[]): { detail: string }[] })
        .all(...(sql.includes('@') ? [new Proxy({}, { has: () => true, get: () => null, getOwnPropertyDescriptor: () => ({ value: null, enumerable: true, configurable: true }) })] : Array.from(sql.matchAll(/\?/g), () => null)))
        .map(({ detail }) => detail)
      const scans = details.filter((detail) => /^SCAN/.test(detail))
      expect([sql, scans]).toEqual([sql, []])
      expect([sql, details.filter((detail) => detail.includes('TEMP B-TREE'))]).toEqual([sql, []])
    }
  })
})
