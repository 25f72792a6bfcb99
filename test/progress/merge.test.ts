import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { derivedImage } from '../../src-main/progress/derived.ts'
import { rowOf } from '../../src-main/progress/event.ts'
import { openProgressFile } from '../../src-main/progress/index.ts'
import { append } from '../../src-main/progress/log.ts'
import { schemaOf } from '../../src-main/progress/migrate.ts'
import type { Store, VerdictRecord } from '../../src-main/progress/index.ts'
import { attempt, clockAt, event, newFolder, opened, options, right, uuids, valueOf, wrong } from './helpers.ts'

interface Deed {
  readonly after: number
  readonly part: string
  readonly seed: string
  readonly what: 'right' | 'wrong' | 'undecided' | 'hint' | 'solution' | 'skip' | 'repeat' | 'recheck'
  readonly text: string
  readonly more: unknown
}

const deed: fc.Arbitrary<Deed> = fc.record({
  after: fc.integer({ min: -5000, max: 5000 }), part: fc.constantFrom('a', 'b'), seed: fc.constantFrom('', '1', '2'),
  what: fc.constantFrom('right', 'wrong', 'undecided', 'hint', 'solution', 'skip', 'repeat', 'recheck'),
  text: fc.string({ unit: 'binary', maxLength: 12 }), more: fc.jsonValue({ maxDepth: 2 }),
})
const machines = fc.array(fc.array(deed, { maxLength: 8 }), { minLength: 3, maxLength: 3 })

function machine(deeds: readonly Deed[], number: number): Store {
  const clock = clockAt('2026-11-03T10:00:00Z')
  const store = opened(options(newFolder(), { clock, random: uuids(number) }))
  let last: string | undefined
  for (const { after, part, seed, what, text, more } of deeds) {
    clock.now += after
    if (what === 'hint') valueOf(store.recordHint(event({ part, seed, detail: more })))
    else if (what === 'solution') valueOf(store.recordSolution(event({ part, seed })))
    else if (what === 'skip') valueOf(store.recordSkip(event({ part, seed })))
    else if (what === 'recheck') {
      if (last !== undefined) valueOf(store.review.recordRechecks([{ of: last, verdict: text.length % 2 === 0 ? right : { verdict: 'undecided', diagnosis: [], note: more } as VerdictRecord }]))
    }
    else {
      const verdict = what === 'undecided' ? { verdict: what, diagnosis: [], evidence: more } as const : what === 'wrong' ? { ...wrong, 2: more, __proto__: null } : { z: more, ...right }
      last = valueOf(store.recordAttempt(attempt({ part, seed, answer: text, verdict, question: more, ...(what === 'repeat' && last !== undefined ? { repeats: last } : {}) }))).uuid
    }
  }
  return store
}

let files = 0
function exported(store: Store): string {
  const path = join(newFolder(), `${++files}.nabla`)
  valueOf(store.exportTo(path))
  return path
}

/** A new machine that has taken in these files in this order. */
function merged(...paths: readonly string[]): Store {
  const store = opened(options(newFolder()))
  for (const path of paths) valueOf(store.mergeFrom(path))
  return store
}

function image(store: Store): unknown {
  valueOf(store.review.freshen())
  return [readFileSync(exported(store), 'utf8'), store.standings(), store.connection.prepare('SELECT * FROM variant_standing').all(), derivedImage(store.connection)]
}

describe('merging', () => {
  it('is commutative, associative and idempotent, and loses nothing', () => {
    fc.assert(fc.property(machines, (all) => {
      const stores = all.map(machine)
      const [a, b, c] = stores.map(exported) as [string, string, string]
      const whole = image(merged(a, b, c))
      expect(image(merged(c, b, a))).toEqual(whole)
      expect(image(merged(b, exported(merged(c, a))))).toEqual(whole)
      expect(image(merged(exported(merged(a, b)), c, b, a, exported(merged(a, c))))).toEqual(whole)
      const store = merged(c, a, b)
      const log = (own: Store): string[] => own.connection.prepare('SELECT uuid FROM event ORDER BY uuid').pluck().all() as string[]
      for (const own of stores) for (const uuid of log(own)) expect(store.event(uuid)).toEqual(own.event(uuid))
      expect(log(store)).toEqual(stores.flatMap(log).sort())
      expect(valueOf(store.doctor())).toEqual([])
      for (const used of [...stores, store]) used.close()
    }), { numRuns: 5 })
  }, 120_000)

  it('gives the standings that rebuilding from the log gives', () => {
    fc.assert(fc.property(machines, (all) => {
      const store = machine(all[0]!, 0)
      valueOf(store.mergeFrom(exported(machine(all[1]!, 1))))
      const before = image(store)
      valueOf(store.rebuild())
      expect(image(store)).toEqual(before)
    }), { numRuns: 12 })
  }, 120_000)

  it('goes on with the order after what came from the other machine', () => {
    const clock = clockAt('2030-01-01T00:00:00Z')
    const other = opened(options(newFolder(), { clock, random: uuids(1) }))
    valueOf(other.recordAttempt(attempt({ answer: 'theirs' })))
    const store = opened(options(newFolder()))
    expect(valueOf(store.mergeFrom(exported(other)))).toEqual({ events: 1, added: 1 })
    expect(valueOf(store.mergeFrom(exported(other)))).toEqual({ events: 1, added: 0 })
    valueOf(store.recordAttempt(attempt({ answer: 'mine, after it' })))
    expect(store.history().events.map(({ answer }) => answer)).toEqual(['mine, after it', 'theirs'])
  })

  it('makes a backup first, where it brings anything new', () => {
    const store = machine([{ after: 0, part: 'a', seed: '', what: 'right', text: 'x', more: 1 }], 1)
    valueOf(store.mergeFrom(exported(store)))
    expect(store.backups()).toEqual([])
    valueOf(store.mergeFrom(exported(machine([{ after: 0, part: 'a', seed: '', what: 'right', text: 'y', more: 1 }], 2))))
    expect(store.backups().map(({ reason }) => reason)).toEqual(['before-merge'])
  })

  it('keeps both of two events that have one UUID and disagree, whichever comes first', () => {
    const one = exported(machine([{ after: 0, part: 'a', seed: '', what: 'right', text: 'one', more: 1 }], 1))
    const other = exported(machine([{ after: 0, part: 'a', seed: '', what: 'wrong', text: 'other', more: 1 }], 1))
    const store = merged(one, other)
    expect(image(store)).toEqual(image(merged(other, one)))
    expect(store.history().events).toHaveLength(2)
    expect(valueOf(store.doctor()).map(({ code, message }) => [code, message])).toEqual([['uuid-twice', 'One event stands in the log in two forms, from two files that disagreed. Both were kept.']])
  })

  it('of another learner\'s file is refused unless it is asked for', () => {
    const other = opened(options(newFolder(), { learner: 'Ada', random: uuids(1) }))
    valueOf(other.recordAttempt(attempt()))
    const path = exported(other)
    const store = opened(options(newFolder()))
    const refused = store.mergeFrom(path)
    expect(refused.ok ? '' : refused.failure.message).toBe(`${path} holds the progress of Ada, and this is the progress of Learner. Nothing was changed. Merge it only if both are the same person.`)
    expect(store.history().events).toEqual([])
    expect(valueOf(store.mergeFrom(path, { anyLearner: true })).added).toBe(1)
  })
})

describe('merging many events at once', () => {
  /** A long log, written in one go. */
  function long(events: number): Store {
    const store = opened(options(newFolder()))
    const random = uuids(9)
    store.connection.transaction(() => {
      for (let i = 0; i < events; i++) {
        const given = attempt({ part: `p${i % 700}`, answer: `${i}`, verdict: i % 3 === 0 ? wrong : right, tags: { family: `f${i % 7}`, outcomes: ['compute'], skills: ['trace'] } })
        append(store.connection, rowOf('attempt', given, { uuid: random(), stamp: i * 60_000, at: i * 60_000, learner: store.learner, appVersion: '0.1.0' }))
      }
    })()
    valueOf(store.rebuild())
    return store
  }

  it('leaves the same as having done it all here, with every index in its place', () => {
    const store = long(6000)
    const other = merged(exported(store))
    expect(image(other)).toEqual(image(store))
    expect(schemaOf(other.connection)).toBe(schemaOf(store.connection))
    expect(other.connection.pragma('foreign_keys', { simple: true })).toBe(1)
    expect(valueOf(other.doctor())).toEqual([])
  }, 60_000)

  it('of a file that has not the order of the log gives the same', () => {
    const store = long(60)
    const lines = readFileSync(exported(store), 'utf8').trimEnd().split('\n')
    const content = `${[...lines.slice(0, 2), ...lines.slice(2, -1).toReversed()].join('\n')}\n`
    const path = join(newFolder(), 'turned')
    writeFileSync(path, `${content}${JSON.stringify({ sha256: createHash('sha256').update(content).digest('hex') })}\n`)
    const other = merged(path)
    expect(image(other)).toEqual(image(store))
    expect(valueOf(other.doctor())).toEqual([])
  })

  it('that is interrupted leaves everything as it was', () => {
    const path = exported(long(6000))
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n')
    // Well signed, and wrong in its last event.
    const content = `${[...lines.slice(0, -2), '{"uuid":"nought"}'].join('\n')}\n`
    writeFileSync(path, `${content}${JSON.stringify({ sha256: createHash('sha256').update(content).digest('hex') })}\n`)
    const store = opened(options(newFolder()))
    valueOf(store.recordAttempt(attempt({ answer: 'mine' })))
    const before = [image(store), schemaOf(store.connection)]
    const refused = store.mergeFrom(path)
    expect(refused.ok ? '' : refused.failure.message).toContain('line 6002 is not an event.')
    expect([image(store), schemaOf(store.connection)]).toEqual(before)
    expect(store.connection.pragma('foreign_keys', { simple: true })).toBe(1)
    expect(valueOf(store.doctor())).toEqual([])
  }, 60_000)
})

describe('a progress file', () => {
  const full = (): string => exported(machine([1, 2, 3].map((n) => ({ after: n, part: 'a', seed: '', what: 'right', text: `answer ${n}`, more: { n } })), 1))

  it('can be read without a store', () => {
    const file = openProgressFile(full())
    expect([file.learner, file.count, [...file.events()].map(({ row }) => row.answer)]).toEqual(['Learner', 3, ['answer 1', 'answer 2', 'answer 3']])
  })

  it('with a single byte changed, cut or added anywhere is refused, and nothing is taken in', () => {
    const path = full()
    const bytes = readFileSync(path)
    const store = opened(options(newFolder()))
    fc.assert(fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), fc.constantFrom('flip', 'cut', 'add'), (at, by, way) => {
      const changed = way === 'cut' ? bytes.subarray(0, at) : way === 'add' ? Buffer.concat([bytes.subarray(0, at), Buffer.from([by]), bytes.subarray(at)]) : Buffer.from(bytes)
      if (way === 'flip') changed[at]! ^= by
      // White space about the last line, and a lost last line end, change nothing that is said.
      const lastLine = bytes.lastIndexOf(10, bytes.length - 2)
      if (at > lastLine && /^\s*$/.test(String.fromCharCode(way === 'cut' ? 10 : changed[at]!))) return
      if (at === bytes.length - 1 && way === 'cut') return
      const bad = join(newFolder(), 'bad')
      writeFileSync(bad, changed)
      const refused = store.mergeFrom(bad)
      expect(refused.ok ? `taken in at ${at}, ${way} ${by}` : refused.failure.kind).toBe('bad-file')
      expect(store.history().events).toEqual([])
    }), { numRuns: 150 })
  }, 120_000)

  it.each([
    ['', 'it is empty.'],
    ['hello\n', 'it is not a progress file.'],
    ['{"format":"nabla-progress","version":3,"learner":"Learner","events":0}\n', 'it has version 3 of the progress file, and this Nabla knows versions up to 2.'],
    ['{"format":"nabla-progress","version":1,"learner":"Learner","events":0}\n', 'its last line, with the checksum, is missing: the file was cut short.'],
  ])('such as %j is refused in plain words', (content, why) => {
    const path = join(newFolder(), 'x')
    writeFileSync(path, content)
    const refused = opened(options(newFolder())).mergeFrom(path)
    expect(refused.ok ? '' : refused.failure).toMatchObject({ kind: 'bad-file', message: `${path} cannot be taken in: ${why} Nothing was changed.` })
  })

  /** A file that is signed as it should be, with one event, changed at will. */
  function signed(change: (event: Record<string, unknown>) => void, learner = 'Learner'): string {
    const [head, question, line] = readFileSync(exported(machine([{ after: 0, part: 'a', seed: '', what: 'right', text: 'x', more: 1 }], 1)), 'utf8').split('\n') as [string, string, string]
    const event = JSON.parse(line) as Record<string, unknown>
    change(event)
    const content = `${JSON.stringify({ ...(JSON.parse(head) as object), learner })}\n${question}\n${JSON.stringify(event)}\n`
    const path = join(newFolder(), 'signed')
    writeFileSync(path, `${content}${JSON.stringify({ sha256: createHash('sha256').update(content).digest('hex') })}\n`)
    return path
  }

  it.each<[string, object]>([
    ['a proof that is no text', { verdict: { verdict: 'correct', diagnosis: [], proof: { a: 1 } } }],
    ['a code that is no text', { verdict: { verdict: 'incorrect', diagnosis: [{ code: 7 }] } }],
    ['a verdict that there is not', { verdict: { verdict: 'perhaps', diagnosis: [] } }],
    ['a kind that there is not', { kind: 'gift' }],
    ['an attempt without an answer', { answer: null }],
    ['a hint with an answer', { kind: 'hint' }],
    ['a time that is none', { at: 1e300 }],
    ['half a millisecond', { stamp: 0.5 }],
    ['time that ran backwards', { ms: -1 }],
    ['a UUID in capitals', { uuid: 'ABCDEF01-0000-4000-8000-000000000001' }],
    ['a question that does not stand before it', { question: 4 }],
    ['a name of a megabyte', { exercise: 'x'.repeat(1 << 20) }],
    ['a key that there is not', { more: 1 }],
  ])('with %s is refused, and nothing is taken in', (_, change) => {
    const store = opened(options(newFolder()))
    const refused = store.mergeFrom(signed((event) => void Object.assign(event, change)))
    expect(refused.ok ? 'taken in' : refused.failure).toMatchObject({ kind: 'bad-file' })
    expect(refused.ok ? '' : refused.failure.message).toContain('line 3 is not an event. Nothing was changed.')
    expect(store.history().events).toEqual([])
  })

  it.each<[string, unknown]>([
    ['nothing', null], ['a number', 5], ['no attempt', { verdict: { verdict: 'correct', diagnosis: [] } }], ['an attempt that is no text', { of: {}, verdict: { verdict: 'correct', diagnosis: [] } }],
    ['a verdict that there is not', { of: 'x', verdict: { verdict: 'perhaps', diagnosis: [] } }], ['a code that is no text', { of: 'x', verdict: { verdict: 'incorrect', diagnosis: [{ code: { a: 1 } }] } }],
    ['null for a diagnosis', { of: 'x', verdict: { verdict: 'incorrect', diagnosis: [null] } }],
  ])('with a recheck that says %s is taken in, and judges nothing', (_, detail) => {
    const store = opened(options(newFolder()))
    valueOf(store.mergeFrom(signed((event) => void Object.assign(event, { kind: 'recheck', answer: null, verdict: null, evidence: null, detail }))))
    expect(store.review.rechecks(5)).toEqual({ count: 0, last: [] })
    valueOf(store.rebuild())
    expect(valueOf(store.doctor())).toEqual([])
  })

  it.each<[string, unknown]>([
    ['are no list', { family: 'f', outcomes: 'compute', skills: [] }], ['are a prototype', JSON.parse('{"family":"f","outcomes":["__proto__"],"skills":["constructor"]}')], ['have a level of 9', { family: 'f', outcomes: [], skills: [], level: 9 }],
  ])('with tags that %s is taken in, and looked at', (_, tags) => {
    const store = opened(options(newFolder()))
    valueOf(store.mergeFrom(signed((event) => void Object.assign(event, { detail: { tags } }))))
    valueOf(store.review.freshen())
    expect(store.review.families()).toHaveLength(1)
    expect(valueOf(store.doctor())).toEqual([])
  })

  it('with texts that a disk or a terminal might mind keeps them as they are', () => {
    const store = opened(options(newFolder()))
    const odd = { pack: '../../etc', exercise: 'a\0b', part: '\u202Eabc', answer: '=cmd|calc', seed: '\r\n' }
    valueOf(store.mergeFrom(signed((event) => void Object.assign(event, odd))))
    expect(store.history().events[0]).toMatchObject(odd)
    expect(valueOf(store.doctor())).toEqual([])
    const other = merged(exported(store))
    expect(other.history().events[0]).toMatchObject(odd)
  })

  it('that is not there, or cannot be written, is told', () => {
    const store = opened(options(newFolder()))
    const missing = store.mergeFrom('/nowhere/at/all')
    expect(missing.ok ? '' : missing.failure.kind).toBe('cannot-write')
    const unwritten = store.exportTo('/nowhere/at/all')
    expect(unwritten.ok ? '' : unwritten.failure.kind).toBe('cannot-write')
  })
})
