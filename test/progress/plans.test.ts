/** The plans of the queries that run at each keystroke, submission and page: none may read a whole table. */
import { describe, expect, it } from 'vitest'
import { historyQuery } from '../../src-main/progress/history.ts'
import { attempt, event, newFolder, opened, options, place, valueOf } from './helpers.ts'

function plan(db: { prepare(sql: string): { all(...values: unknown[]): unknown[] } }, sql: string, values: object): string[] {
  return (db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(values) as { detail: string }[]).map(({ detail }) => detail)
}

/** Whether a plan sorts: the few events that share a stamp may be put in order, never more than those. */
const sorts = (detail: string): boolean => detail.includes('TEMP B-TREE') && detail !== 'USE TEMP B-TREE FOR LAST 2 TERMS OF ORDER BY'

const all = { ...place, kind: 'attempt', limit: 51, stamp: 1, uuid: 'x', digest: '00' }

describe('query plans', () => {
  it.each([
    [{}, 'event_by_time', ''],
    [{ pack: 'p' }, 'event_by_pack', 'pack=?'],
    [{ pack: 'p', exercise: 'e' }, 'event_by_exercise', 'pack=? AND exercise=?'],
    [{ pack: 'p', exercise: 'e', part: 'a' }, 'event_by_exercise', 'pack=? AND exercise=?'],
  ])('of a page of history for %j', (filter, index, by) => {
    const { connection } = opened(options(newFolder()))
    const after = { stamp: 1, uuid: 'x', digest: '00' }
    for (const given of [filter, { ...filter, kind: 'attempt' as const }, { ...filter, after }]) {
      const details = plan(connection, historyQuery(given), all)
      // Without a filter the first page walks the index from its end and stops at the limit.
      const walks = index === 'event_by_time' && !('after' in given)
      expect(details[0]).toMatch(walks ? /^SCAN event USING INDEX event_by_time$/ : new RegExp(`^SEARCH event USING INDEX ${index} \\(${by.replaceAll('?', '\\?')}`))
      expect(details.slice(1).filter((detail) => !detail.startsWith('USE TEMP')).every((detail) => detail.startsWith('SEARCH'))).toBe(true)
      expect(details.filter(sorts)).toEqual([])
    }
  })

  it.each([
    [{ judged: 'incorrect' as const, mistake: 'sign' }, 'event_by_mistake', 'judged=? AND mistake=?'],
    [{ judged: 'incorrect' as const, mistake: null }, 'event_by_mistake', 'judged=? AND mistake=?'],
    [{ judged: 'incorrect' as const, mistake: 'sign', since: 1, before: 2 }, 'event_by_mistake', 'judged=? AND mistake=? AND stamp>? AND stamp<?'],
    [{ since: 1, before: 2 }, 'event_by_time', 'stamp>? AND stamp<?'],
    [{ pack: 'p', since: 1 }, 'event_by_pack', 'pack=? AND stamp>?'],
  ])('of a page of history for %j', (filter, index, by) => {
    const { connection } = opened(options(newFolder()))
    const details = plan(connection, historyQuery({ ...filter, kind: 'attempt' }), { ...all, ...filter })
    expect(details[0]).toBe(`SEARCH event USING INDEX ${index} (${by})`)
    expect(details.filter((detail) => sorts(detail) || detail.includes('SCAN'))).toEqual([])
  })

  it('of the attempts that are undecided, few as they are', () => {
    const { connection } = opened(options(newFolder()))
    expect(plan(connection, historyQuery({ judged: 'undecided', kind: 'attempt' }), { ...all, judged: 'undecided' })[0]).toBe('SEARCH event USING INDEX event_by_mistake (judged=?)')
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
    const tags = { family: 'f', outcomes: ['compute'], skills: ['trace'] }
    valueOf(store.recordAttempt(attempt({ tags })))
    valueOf(store.review.saveSettings({ theme: 'dark', old: null }))
    valueOf(store.review.recordRechecks([{ of: uuid, verdict: { verdict: 'undecided', diagnosis: [] } }]))
    valueOf(store.saveDraft(place, 'x'))
    store.draft(place)
    store.standing(place)
    store.standing(place, '1')
    store.standings({ pack: 'matrix', exercise: 'least-squares' })
    store.lastAttempt(place)
    store.lastAttempt(place, '1')
    store.event(uuid)
    store.review.examples('sign', 3)
    store.review.examples(null, 3)
    store.review.recheckOf(uuid)
    store.review.judgedAfter(0, 500)
    store.review.helpBefore(store.event(uuid)!)
    valueOf(store.review.freshen())
    store.review.rechecks(100)
    expect(seen.size).toBeGreaterThan(25)
    // What review shows comes from small tables, which are read as a whole: states, days, and the last of the rechecks; a page of the log walks an index from its end.
    const whole = ['SCAN derived', 'SCAN tally', 'SCAN rechecked USING INDEX rechecked_by_time', 'SCAN rechecked USING COVERING INDEX rechecked_by_time', 'SCAN event USING INDEX event_by_time']
    for (const sql of seen) {
      const details = (prepare(`EXPLAIN QUERY PLAN ${sql}`) as unknown as { all(...values: unknown[]): { detail: string }[] })
        .all(...(sql.includes('@') ? [new Proxy({}, { has: () => true, get: () => null, getOwnPropertyDescriptor: () => ({ value: null, enumerable: true, configurable: true }) })] : Array.from(sql.matchAll(/\?/g), () => null)))
        .map(({ detail }) => detail)
      const scans = details.filter((detail) => /^SCAN/.test(detail) && !whole.includes(detail))
      expect([sql, scans]).toEqual([sql, []])
      expect([sql, details.filter(sorts)]).toEqual([sql, []])
    }
  })
})
