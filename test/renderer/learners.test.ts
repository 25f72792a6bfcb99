import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Api, CallOutput } from '../../src-main/app/contract.ts'
import { keepAppearance, takeAppearance } from '../../src-renderer/learners/appearance.ts'
import { People } from '../../src-renderer/learners/people.svelte.ts'
import { againMs, StoreWatch } from '../../src-renderer/learners/store-watch.svelte.ts'
import type { Appearance } from '../../src-renderer/state/settings.svelte.ts'

function learnersHost(names: string[], asked = false) {
  let current = names[0]!
  const calls: string[] = []
  const host = {
    learners: async () => ({ asked, learners: names.map(name => ({ name, current: name === current, last: null })) }),
    chooseLearner: async ({ name }: { name: string }) => {
      calls.push(`choose ${name}`)
      if (!names.includes(name)) throw { message: `There is no learner “${name}”.` }
      current = name
      return { name }
    },
    createLearner: async ({ name }: { name: string }) => {
      calls.push(`create ${name}`)
      if (names.includes(name)) throw { message: `There is a learner “${name}” already.` }
      names.push(name)
      return { name }
    },
    renameLearner: async ({ name, to }: { name: string; to: string }) => {
      calls.push(`rename ${name} ${to}`)
      names[names.indexOf(name)] = to
      if (current === name) current = to
      return { name: to }
    },
  } as unknown as Api
  return { host, calls, go: (name: string) => (current = name) }
}
function memory() {
  const kept = new Map<string, string>()
  return { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) }
}

describe('learners', () => {
  it('are asked for at the start where there are several, none was named, and it was not asked before', async () => {
    const asked = memory()
    const begun = async (names: string[], named = false, with_ = memory()) => {
      const people = new People(learnersHost(names, named).host, with_)
      await people.begin()
      return [people.settled, people.choosing]
    }
    expect(await begun(['Ada'])).toEqual([true, false])
    expect(await begun(['Ada', 'Grace'])).toEqual([true, true])
    expect(await begun(['Ada', 'Grace'], true)).toEqual([true, false])
    const people = new People(learnersHost(['Ada', 'Grace']).host, asked)
    await people.begin()
    await people.choose('Ada')
    expect([people.choosing, people.turn]).toEqual([false, 1])
    expect(await begun(['Ada', 'Grace'], false, asked)).toEqual([true, false])
  })
  it('keep nobody from working where they cannot be asked for', async () => {
    const people = new People({ learners: async () => { throw { message: 'No.' } } } as unknown as Api, memory())
    await people.begin()
    expect([people.settled, people.choosing, people.current]).toEqual([true, false, undefined])
  })
  it('are made and gone over to; what cannot be is told, and nothing changes', async () => {
    const { host, calls } = learnersHost(['Ada'])
    const people = new People(host, memory())
    await people.begin()
    expect(await people.create('Grace')).toBe(true)
    expect([calls, people.current?.name, people.turn]).toEqual([['create Grace', 'choose Grace'], 'Grace', 1])
    expect(await people.create('Ada')).toBe(false)
    expect([people.trouble, people.current?.name, people.turn]).toEqual(['There is a learner “Ada” already.', 'Grace', 1])
    expect(await people.rename('Grace', 'Grace H.')).toBe(true)
    expect([people.trouble, people.current?.name]).toEqual([null, 'Grace H.'])
  })
  it('are noticed where another window has gone over to one', async () => {
    const { host, go } = learnersHost(['Ada', 'Grace'])
    const people = new People(host, memory())
    await people.begin()
    await people.look()
    expect(people.turn).toBe(0)
    go('Grace')
    await people.look()
    expect([people.turn, people.current?.name]).toEqual([1, 'Grace'])
  })
})

const usual: Appearance = { theme: 'system', contrast: false, lessMotion: false, size: 100 }
function looks() {
  let now: Appearance = usual
  const listeners = new Set<(part: Partial<Appearance>) => void>()
  return {
    get now() { return now },
    onChange: (listener: (part: Partial<Appearance>) => void) => (listeners.add(listener), () => void listeners.delete(listener)),
    take: (kept: unknown) => void (now = kept as Appearance),
    change: (part: Partial<Appearance>) => { now = { ...now, ...part }; for (const each of listeners) each(part) },
    listeners,
  }
}

describe('appearance', () => {
  it('is kept with the learner, each change by itself', () => {
    const sent: unknown[] = []
    const own = looks()
    const stop = keepAppearance({ saveSettings: async (input: unknown) => (sent.push(input), { settings: {} }) } as unknown as Api, own)
    own.change({ theme: 'dark' })
    own.change({ size: 125, contrast: true })
    stop()
    own.change({ size: 150 })
    expect(sent).toEqual([{ set: { 'appearance.theme': 'dark' } }, { set: { 'appearance.contrast': true, 'appearance.size': 125 } }])
  })
  it('is taken over from the learner, unless the reader was faster', async () => {
    const settings = { 'appearance.theme': 'dark', 'appearance.size': 150, 'review.daily-load': 3 }
    const own = looks()
    await takeAppearance({ settings: async () => ({ settings }) } as unknown as Api, own)
    expect(own.now).toEqual({ theme: 'dark', contrast: undefined, lessMotion: undefined, size: 150 })
    const quick = looks()
    const taking = takeAppearance({ settings: async () => ({ settings }) } as unknown as Api, quick)
    quick.change({ theme: 'light' })
    await taking
    expect([quick.now.theme, quick.now.size, quick.listeners.size]).toEqual(['light', 100, 0])
    const refused = looks()
    await takeAppearance({ settings: async () => { throw { message: 'No.' } } } as unknown as Api, refused)
    expect(refused.now).toEqual(usual)
  })
})

describe('the store', () => {
  const fine: CallOutput<'storeState'> = { learner: 'Ada', folder: '/data', waiting: 0, notices: [], backups: [], failure: null }
  beforeEach(() => { vi.useFakeTimers() })
  afterEach(() => { vi.useRealTimers() })

  it('is tried again from time to time while something waits, and only then', async () => {
    let state: CallOutput<'storeState'> = fine
    let tries = 0
    const watch = new StoreWatch({ storeState: async () => state, tryAgain: async () => { tries++; if (tries === 2) state = fine; return { waiting: 0, failure: null } } } as unknown as Api)
    const stop = watch.keepTrying()
    await watch.look()
    await vi.advanceTimersByTimeAsync(3 * againMs)
    expect([tries, watch.failing]).toEqual([0, false])
    state = { ...fine, waiting: 2, failure: { kind: 'disk-full', message: 'The disk is full.' } }
    await watch.look()
    expect(watch.failing).toBe(true)
    await vi.advanceTimersByTimeAsync(2 * againMs + 10)
    expect([tries, watch.failing]).toEqual([2, false])
    await vi.advanceTimersByTimeAsync(3 * againMs)
    expect(tries).toBe(2)
    stop()
  })
  it('has news until they were seen', async () => {
    const watch = new StoreWatch({ storeState: async () => ({ ...fine, notices: ['It was put together from a backup.'] }) } as unknown as Api)
    await watch.look()
    expect(watch.news).toBe(true)
    watch.seen = true
    expect(watch.news).toBe(false)
    await watch.lookAnew()
    expect(watch.news).toBe(true)
  })
  it('says why it cannot be asked', async () => {
    const watch = new StoreWatch({ storeState: async () => { throw { message: 'Gone.' } } } as unknown as Api)
    await watch.look()
    expect([watch.trouble, watch.failing, watch.news]).toEqual(['Gone.', false, false])
  })
})
