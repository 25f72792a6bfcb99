import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openStore } from '../../src-main/progress/index.ts'
import { attempt, clockAt, event, newFolder, opened, options, place, right, valueOf, wrong } from './helpers.ts'

describe('an attempt', () => {
  it('is found again after a restart, as it was given', () => {
    const dir = newFolder()
    const first = opened(options(dir))
    const recorded = valueOf(first.recordAttempt(attempt({ seed: '17', detail: { from: 'desk' } })))
    first.close()
    const again = opened(options(dir))
    expect(again.event(recorded.uuid)).toEqual({
      ...place, uuid: recorded.uuid, kind: 'attempt', stamp: Date.parse('2026-11-03T10:00:00Z'), at: Date.parse('2026-11-03T10:00:00Z'), learner: 'Learner', packVersion: '1.0.0', seed: '17',
      question: { kind: 'derivative', f: '||A x - y||^2', wrt: 'A' }, answer: '2(Ax-y)x^T', verdict: right, ms: 1500, appVersion: '0.1.0', repeats: null,
      detail: { from: 'desk' }, counts: true, damaged: false,
    })
  })

  it('is on the disk before the call returns', () => {
    const dir = newFolder()
    const store = opened(options(dir))
    valueOf(store.recordAttempt(attempt({ answer: 'a very particular answer' })))
    expect(readFileSync(join(store.folder, 'progress.db-wal')).includes('a very particular answer')).toBe(true)
  })

  it.each([
    ['correct', undefined, true], ['incorrect', undefined, true], ['invalid', undefined, false], ['undecided', undefined, false],
    ['correct', 'repeat', false], ['incorrect', 'repeat', false],
  ] as const)('judged %s (%s) counts: %s', (verdict, repeat, counts) => {
    const store = opened(options(newFolder()))
    const earlier = valueOf(store.recordAttempt(attempt({ exercise: 'another', verdict: wrong })))
    const recorded = valueOf(store.recordAttempt(attempt({ verdict: { verdict, diagnosis: [] }, ...(repeat === undefined ? {} : { repeats: earlier.uuid }) })))
    expect(recorded.counts).toBe(counts)
    expect(store.partState(place)).toBe(!counts ? 'new' : verdict === 'correct' ? 'right' : 'tried')
    expect(store.lastAttempt(place)?.counts).toBe(counts)
  })

  it('keeps any text: nothing, zeros, half a surrogate pair, a hundred thousand characters', () => {
    const store = opened(options(newFolder()))
    for (const [given, kept] of [['', ''], ['a\0b', 'a\0b'], ['x\ud800y', 'x\ufffdy'], ['δ𝛿'.repeat(50_000), 'δ𝛿'.repeat(50_000)]] as const) {
      valueOf(store.recordAttempt(attempt({ answer: given })))
      expect(store.lastAttempt(place)?.answer).toBe(kept)
    }
    expect(valueOf(store.doctor())).toEqual([])
  })

  it('with a UUID that was given out before is a bug, and is not recorded', () => {
    const store = opened(options(newFolder(), { random: () => '00000000-0000-4000-8000-000000000001' }))
    valueOf(store.recordAttempt(attempt()))
    expect(() => store.recordAttempt(attempt())).toThrow('an event cannot be recorded: its UUID was given out before')
    expect(store.history().events).toHaveLength(1)
  })
})

describe('the log', () => {
  it.each([
    'UPDATE event SET answer = \'x\'', 'DELETE FROM event', 'UPDATE question SET json = \'x\'', 'DELETE FROM question', 'UPDATE evidence SET json = \'x\'', 'DELETE FROM evidence',
    'INSERT OR REPLACE INTO event SELECT * FROM event', 'UPDATE OR REPLACE event SET uuid = uuid', 'INSERT OR REPLACE INTO evidence SELECT * FROM evidence',
  ])('refuses %s', (sql) => {
    const store = opened(options(newFolder()))
    valueOf(store.recordAttempt(attempt()))
    const before = store.history()
    expect(() => store.connection.exec(sql)).toThrow('the log is append-only')
    expect(store.history()).toEqual(before)
  })

  it('keeps a question once, however often it is tried', () => {
    const store = opened(options(newFolder()))
    for (let i = 0; i < 5; i++) valueOf(store.recordAttempt(attempt()))
    expect(store.connection.prepare('SELECT count(*) FROM question').pluck().get()).toBe(1)
  })

  it('has an order of its own that grows whatever the clock does', () => {
    const clock = clockAt('2026-11-03T10:00:00Z')
    const store = opened(options(newFolder(), { clock }))
    const recorded = ['2026-11-03T10:00:00Z', '2026-11-03T10:00:00Z', '2031-01-01T00:00:00Z', '2020-01-01T00:00:00Z', '2026-11-03T10:00:01Z'].map((now) => {
      clock.now = Date.parse(now)
      return valueOf(store.recordAttempt(attempt({ answer: now })))
    })
    const stamps = recorded.map(({ stamp }) => stamp)
    expect(stamps).toEqual([...stamps].sort((a, b) => a - b))
    expect(new Set(stamps).size).toBe(5)
    expect(recorded.map(({ at }) => new Date(at).getUTCFullYear())).toEqual([2026, 2026, 2031, 2020, 2026])
    expect(store.history().events.map(({ uuid }) => uuid)).toEqual(recorded.map(({ uuid }) => uuid).reverse())
  })

  it('takes a clock that reads nonsense', () => {
    for (const now of [NaN, Infinity, -Infinity, -1, 1e300]) {
      const store = opened(options(newFolder(), { clock: () => now }))
      expect(store.recordAttempt(attempt({ ms: now })).ok).toBe(true)
      expect(store.backup().ok).toBe(true)
      store.close()
    }
  })
})

describe('the connection', () => {
  it('is opened as a store that loses nothing has to be', () => {
    const { connection } = opened(options(newFolder()))
    const read = (pragma: string): unknown => connection.pragma(pragma, { simple: true })
    expect({
      journal: read('journal_mode'), synchronous: read('synchronous'), keys: read('foreign_keys'), trusted: read('trusted_schema'), cells: read('cell_size_check'),
      recursive: read('recursive_triggers'), locking: read('locking_mode'), page: read('page_size'),
    }).toEqual({ journal: 'wal', synchronous: 2, keys: 1, trusted: 0, cells: 1, recursive: 1, locking: 'exclusive', page: 4096 })
    const lax = connection.prepare('SELECT name FROM pragma_table_list WHERE type = \'table\' AND schema = \'main\' AND NOT strict AND name NOT LIKE \'sqlite_%\'').all()
    expect(lax).toEqual([])
  })
})

describe('a draft', () => {
  it('is kept apart from the attempts, one a part and variant, and survives a restart', () => {
    const dir = newFolder()
    const first = opened(options(dir))
    valueOf(first.saveDraft(place, '2(Ax'))
    valueOf(first.saveDraft(place, '2(Ax-y'))
    valueOf(first.saveDraft({ ...place, seed: '4' }, 'other'))
    first.close()
    const again = opened(options(dir))
    expect(again.draft(place)?.text).toBe('2(Ax-y')
    expect(again.draft({ ...place, seed: '4' })?.text).toBe('other')
    expect(again.draft({ ...place, part: 'b' })).toBeNull()
    expect(again.history().events).toEqual([])
    expect(again.partState(place)).toBe('new')
    valueOf(again.saveDraft(place, ''))
    expect(again.draft(place)?.text).toBe('')
  })
})

describe('standings', () => {
  it('tell apart a first try unaided, with a hint, after mistakes and after the solution', () => {
    const store = opened(options(newFolder()))
    const at = (part: string): { part: string } => ({ part })
    valueOf(store.recordAttempt(attempt(at('unaided'))))
    valueOf(store.recordHint(event(at('hint'))))
    valueOf(store.recordAttempt(attempt(at('hint'))))
    valueOf(store.recordAttempt(attempt({ ...at('mistake'), verdict: wrong })))
    valueOf(store.recordAttempt(attempt(at('mistake'))))
    valueOf(store.recordHint(event(at('mistake'))))
    valueOf(store.recordSolution(event(at('solution'))))
    valueOf(store.recordAttempt(attempt(at('solution'))))
    valueOf(store.recordSkip(event(at('skip'))))
    const seen = store.standings().map(({ part, standing: s }) => [part, s.tries, s.wrong, s.hints, s.hintsBefore, s.solutionsBefore, s.skips, s.firstTry, s.rightAt !== null])
    expect(seen).toEqual([
      ['hint', 1, 0, 1, 1, 0, 0, false, true],
      ['mistake', 2, 1, 1, 0, 0, 0, false, true],
      ['skip', 0, 0, 0, 0, 0, 1, null, false],
      ['solution', 1, 0, 0, 0, 1, 0, false, true],
      ['unaided', 1, 0, 0, 0, 0, 0, true, true],
    ])
  })

  it('are kept for each variant too', () => {
    const store = opened(options(newFolder()))
    valueOf(store.recordAttempt(attempt({ seed: '1', verdict: wrong })))
    valueOf(store.recordAttempt(attempt({ seed: '2' })))
    expect([store.partState(place, '1'), store.partState(place, '2'), store.partState(place, '3'), store.partState(place)]).toEqual(['tried', 'right', 'new', 'right'])
    expect(store.standing(place, '2')?.firstTry).toBe(true)
    expect(store.standing(place)?.firstTry).toBe(false)
  })

  it('give progress by outcome for the parts that the packs name', () => {
    const store = opened(options(newFolder()))
    valueOf(store.recordAttempt(attempt({ part: 'a' })))
    valueOf(store.recordAttempt(attempt({ part: 'b', verdict: wrong })))
    valueOf(store.recordAttempt(attempt({ part: 'b' })))
    valueOf(store.recordAttempt(attempt({ part: 'c', verdict: wrong })))
    const parts = ['a', 'b', 'c', 'd'].map((part) => ({ ...place, part, outcomes: part === 'a' ? ['chain', 'layout', 'chain'] : ['chain'] }))
    expect(store.outcomes(parts)).toEqual([
      { outcome: 'chain', parts: 4, tried: 3, right: 2, firstTry: 1 },
      { outcome: 'layout', parts: 1, tried: 1, right: 1, firstTry: 1 },
    ])
  })
})

describe('the history', () => {
  it('comes newest first, page by page, without gap or double, and by pack, exercise, part and kind', () => {
    const clock = clockAt('2026-11-03T10:00:00Z')
    const store = opened(options(newFolder(), { clock }))
    for (let i = 0; i < 23; i++) {
      clock.now += i % 3
      valueOf(store.recordAttempt(attempt({ pack: i % 2 === 0 ? 'matrix' : 'index', exercise: `e${i % 3}`, answer: String(i) })))
    }
    valueOf(store.recordHint(event({ pack: 'index', exercise: 'e0' })))
    const walk = (filter: object): (string | null)[] => {
      const seen: (string | null)[] = []
      for (let page = store.history({ ...filter, limit: 4 }); ; page = store.history({ ...filter, limit: 4, after: page.next })) {
        seen.push(...page.events.map(({ answer }) => answer))
        if (page.next === null) return seen
      }
    }
    const all = Array.from({ length: 23 }, (_, i) => String(22 - i))
    expect(walk({})).toEqual([null, ...all])
    expect(walk({ kind: 'attempt' })).toEqual(all)
    expect(walk({ kind: 'hint' })).toEqual([null])
    expect(walk({ pack: 'matrix' })).toEqual(all.filter((n) => Number(n) % 2 === 0))
    expect(walk({ pack: 'matrix', exercise: 'e1' })).toEqual(all.filter((n) => Number(n) % 2 === 0 && Number(n) % 3 === 1))
    expect(walk({ pack: 'matrix', exercise: 'e1', part: 'b' })).toEqual([])
  })
})

describe('a store on a folder that is taken', () => {
  it('is refused in the same process, and is free again after closing', () => {
    const dir = newFolder()
    const first = opened(options(dir))
    const second = openStore(options(dir))
    expect(second.ok ? null : [second.failure.kind, second.failure.holder?.pid]).toEqual(['locked', process.pid])
    first.close()
    expect(opened(options(dir)).notices).toEqual([])
  })
})
