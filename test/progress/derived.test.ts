/** What review is made of, in the database: kept up event by event, worked out afresh, and after a merge. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Store, StoreOptions } from '../../src-main/progress/index.ts'
import { derivedImage } from '../../src-main/progress/derived.ts'
import { attempt, clockAt, event, newFolder, opened, options, place, right, uuids, valueOf, wrong } from './helpers.ts'

interface Deed {
  readonly after: number
  readonly exercise: string
  readonly seed: string
  readonly what: 'right' | 'wrong' | 'undecided' | 'hint' | 'solution' | 'skip' | 'repeat'
  readonly tagged: boolean
  readonly level: number | undefined
  /** Whether review is looked at after it. */
  readonly look: boolean
}

const hour = 3_600_000
const deeds: fc.Arbitrary<readonly Deed[]> = fc.array(fc.record({
  after: fc.integer({ min: -2 * hour, max: 20 * hour }), exercise: fc.constantFrom('a', 'b', 'c'), seed: fc.constantFrom('', '1'),
  what: fc.constantFrom('right', 'wrong', 'undecided', 'hint', 'solution', 'skip', 'repeat'), tagged: fc.boolean(), level: fc.constantFrom(undefined, 1, 5), look: fc.boolean(),
}), { minLength: 1, maxLength: 30 })

const tagsOf: StoreOptions['tagsOf'] = ({ exercise }) => ({ family: `old ${exercise}`, outcomes: ['shapes'], skills: ['layout'] })

function worked(all: readonly Deed[], machine = 1): Store {
  const clock = clockAt('2026-11-03T10:00:00Z')
  const store = opened(options(newFolder(), { clock, random: uuids(machine), tagsOf: tagsOf! }))
  let last: string | undefined
  for (const { after, exercise, seed, what, tagged, level, look } of all) {
    clock.now += after
    const tags = { family: exercise, outcomes: exercise === 'b' ? ['compute', 'indices'] : ['compute'], skills: ['trace', exercise], zone: 60, ...(level === undefined ? {} : { level }) }
    const common = { exercise, seed, ...(tagged ? { tags } : {}) }
    if (what === 'hint') valueOf(store.recordHint(event({ ...common, detail: { say: 'x' } })))
    else if (what === 'solution') valueOf(store.recordSolution(event(common)))
    else if (what === 'skip') valueOf(store.recordSkip(event(common)))
    else {
      const verdict = what === 'undecided' ? { verdict: what, diagnosis: [] } as const : what === 'wrong' ? wrong : right
      last = valueOf(store.recordAttempt(attempt({ ...common, verdict, ...(what === 'repeat' && last !== undefined ? { repeats: last } : {}) }))).uuid
    }
    if (look) valueOf(store.review.freshen())
  }
  return store
}
function image(store: Store): unknown {
  valueOf(store.review.freshen())
  return derivedImage(store.connection)
}
let files = 0
function exported(store: Store): string {
  const path = join(newFolder(), `${++files}`)
  valueOf(store.exportTo(path))
  return path
}

describe('what review is made of', () => {
  it('is the same taken on, a few events at a time, and worked out afresh, for every log', () => {
    fc.assert(fc.property(deeds, (all) => {
      const store = worked(all)
      const before = image(store)
      valueOf(store.rebuild())
      expect(image(store)).toEqual(before)
      expect(valueOf(store.doctor())).toEqual([])
      store.close()
    }), { numRuns: 8 })
  }, 60_000)

  it('is the same after a merge, whichever way round', () => {
    fc.assert(fc.property(deeds, deeds, (one, other) => {
      const [a, b] = [worked(one, 1), worked(other, 2)]
      const [fileA, fileB] = [exported(a), exported(b)]
      valueOf(a.mergeFrom(fileB))
      valueOf(b.mergeFrom(fileA))
      expect(image(a)).toEqual(image(b))
      a.close()
      b.close()
    }), { numRuns: 4 })
  }, 60_000)

  it('is worked out where an older Nabla left none, at the first look', () => {
    const store = worked([{ after: 0, exercise: 'a', seed: '', what: 'right', tagged: true, level: undefined, look: true }])
    const before = image(store)
    store.connection.exec('DELETE FROM meta WHERE key = \'derived\'; DELETE FROM derived; DELETE FROM tally')
    expect(valueOf(store.review.freshen())).toBe('afresh')
    expect(image(store)).toEqual(before)
    expect(valueOf(store.review.freshen())).toBe('fresh')
    expect(store.review.masteries('outcome').get('compute')?.hows.unaided).toBe(1)
  })

  it('goes by what the packs say where an event says nothing itself', () => {
    const store = worked([{ after: 0, exercise: 'a', seed: '', what: 'right', tagged: false, level: undefined, look: true }])
    expect([...store.review.masteries('outcome').keys(), ...store.review.masteries('skill').keys()]).toEqual(['shapes', 'layout'])
    expect(store.review.families().map(({ pack, family, state }) => [pack, family, state.exercise])).toEqual([['matrix', 'old a', 'a']])
  })

  it.each(['{', '{"belief":1}', 'null'])('that was damaged (%s) is worked out again, and keeps nothing from being recorded or seen', (state) => {
    const deed: Deed = { after: 0, exercise: 'a', seed: '', what: 'wrong', tagged: true, level: undefined, look: true }
    const whole = worked([deed, { ...deed, what: 'right' }])
    for (const look of ['record', 'read'] as const) {
      const store = worked([deed])
      if (look === 'read') valueOf(store.recordAttempt(attempt({ exercise: 'a', tags: { family: 'a', outcomes: ['compute'], skills: ['trace', 'a'], zone: 60 } })))
      valueOf(store.review.freshen())
      store.connection.prepare('UPDATE derived SET state = ?').run(state)
      if (look === 'record') valueOf(store.recordAttempt(attempt({ exercise: 'a', tags: { family: 'a', outcomes: ['compute'], skills: ['trace', 'a'], zone: 60 } })))
      valueOf(store.review.freshen())
      expect(store.review.masteries('outcome')).toEqual(whole.review.masteries('outcome'))
      expect(store.review.families()).toEqual(whole.review.families())
      expect(valueOf(store.doctor())).toEqual([])
    }
  })

  it('that was damaged is found and mended by doctor, once', () => {
    const store = worked([{ after: 0, exercise: 'a', seed: '', what: 'wrong', tagged: true, level: undefined, look: true }])
    store.connection.exec('UPDATE tally SET count = 7')
    expect(valueOf(store.doctor()).map(({ code, mended }) => [code, mended])).toEqual([['review', true]])
    expect(valueOf(store.doctor())).toEqual([])
  })
})

describe('answers that are judged again', () => {
  function judged(): { store: Store; first: string } {
    const store = opened(options(newFolder(), { clock: clockAt('2026-11-03T10:00:00Z') }))
    const tags = { family: 'least-squares', outcomes: ['compute'], skills: [] }
    const first = valueOf(store.recordAttempt(attempt({ verdict: wrong, tags }))).uuid
    return { store, first }
  }

  it('leave what was said as it was, and count as they are now', () => {
    const { store, first } = judged()
    const before = store.event(first)
    expect(store.partState(place)).toBe('tried')
    expect(valueOf(store.review.recordRechecks([{ of: first, verdict: right }]))).toBe(1)
    expect(store.event(first)).toEqual(before)
    expect(store.partState(place)).toBe('right')
    expect(store.standing(place)).toMatchObject({ tries: 1, wrong: 0, firstTry: true })
    valueOf(store.review.freshen())
    expect(store.review.masteries('outcome').get('compute')?.hows).toMatchObject({ unaided: 1, open: 0 })
    expect(store.review.tallies().map(({ what, count }) => [what, count])).toEqual([['right', 1]])
    expect(store.review.recheckOf(first)?.verdict).toMatchObject({ verdict: 'correct' })
    expect(store.review.rechecks(5)).toMatchObject({ count: 1, last: [{ attempt: { uuid: first }, verdict: { verdict: 'correct' } }] })
    expect(store.history().events.map(({ uuid }) => uuid)).toEqual([first])
    expect(valueOf(store.doctor())).toEqual([])
    valueOf(store.rebuild())
    expect(store.partState(place)).toBe('right')
  })

  it('go by the last word, on every machine', () => {
    const { store, first } = judged()
    const base = exported(store)
    const other = opened(options(newFolder(), { clock: clockAt('2026-11-05T10:00:00Z'), random: uuids(5) }))
    valueOf(other.mergeFrom(base))
    valueOf(store.review.recordRechecks([{ of: first, verdict: right }]))
    valueOf(other.review.recordRechecks([{ of: first, verdict: { verdict: 'undecided', diagnosis: [] } }]))
    const [a, b] = [exported(store), exported(other)]
    valueOf(store.mergeFrom(b))
    valueOf(other.mergeFrom(a))
    expect(image(store)).toEqual(image(other))
    expect(store.review.recheckOf(first)?.verdict.verdict).toBe('undecided')
    expect(store.standings()).toEqual(other.standings())
    expect(store.partState(place)).toBe('new')
    expect(readFileSync(exported(store), 'utf8')).toBe(readFileSync(exported(other), 'utf8'))
  })

  it('are given page by page, as the newest check has them', () => {
    const { store, first } = judged()
    valueOf(store.recordAttempt(attempt({ answer: 'second' })))
    valueOf(store.review.recordRechecks([{ of: first, verdict: right }]))
    const [one, ...others] = store.review.judgedAfter(0, 1)
    expect([one?.uuid, one?.judged, others.length]).toEqual([first, 'correct', 0])
    expect(store.review.judgedAfter(one!.seq, 10).map(({ answer }) => answer)).toEqual(['second'])
  })
})

describe('settings', () => {
  it('are kept, changed and taken away', () => {
    const given = options(newFolder())
    const store = opened(given)
    valueOf(store.review.saveSettings({ theme: 'dark', size: 1.25, quiet: true }))
    valueOf(store.review.saveSettings({ theme: null, size: 2 }))
    store.close()
    expect(opened(given).review.settings()).toEqual({ quiet: true, size: 2 })
  })
})
