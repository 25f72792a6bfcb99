import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { learnerName, listLearners, openStore } from '../../src-main/progress/index.ts'
import { learnerSlug } from '../../src-main/progress/learners.ts'
import { attempt, newFolder, opened, options, place, valueOf } from './helpers.ts'

describe('learners', () => {
  it('each have a database of their own, and are listed by name', () => {
    const dir = newFolder()
    for (const learner of ['Zoë Müller', 'ada', '山田', 'Zoe Muller']) {
      const store = opened(options(dir, { learner }))
      expect(store.partState(place)).toBe('new')
      valueOf(store.recordAttempt(attempt({ answer: learner })))
      store.close()
    }
    expect(listLearners(dir)).toEqual(['ada', 'Zoe Muller', 'Zoë Müller', '山田'])
    const again = opened(options(dir, { learner: ' Zoë  Müller ' }))
    expect(again.history().events.map(({ answer, learner }) => [answer, learner])).toEqual([['Zoë Müller', 'Zoë Müller']])
    expect(listLearners(newFolder())).toEqual([])
  })

  it.each([
    ['', 'A learner needs a name.'], [' \t ', 'A learner needs a name.'], ['x'.repeat(61), 'A learner\'s name can have 60 characters at most.'],
    ['../../etc', 'A learner\'s name can hold letters, digits, spaces and . , \' _ @ + ( ) - only.'], ['a\0b', 'A learner\'s name can hold letters, digits, spaces and . , \' _ @ + ( ) - only.'],
    ['C:\\x', 'A learner\'s name can hold letters, digits, spaces and . , \' _ @ + ( ) - only.'], ['..', 'A learner\'s name needs at least one letter or digit.'],
  ])('refuse the name %j', (name, message) => {
    const refused = openStore(options(newFolder(), { learner: name }))
    expect(refused.ok ? '' : refused.failure).toMatchObject({ kind: 'bad-name', message })
  })

  it('have folder names that any file system takes, two names never the same one', () => {
    expect(['ada', 'Ada', 'a b', 'a-b', 'con', 'é', '...a'].map(learnerSlug)).toEqual(['ada', 'ada', 'a-b', 'a-b-cef932ea', 'con-4723a8d2', 'e-4a992877', 'a-58dc8c96'].map((slug, i) => (i < 3 ? slug : expect.stringMatching(new RegExp(`^${slug.slice(0, -8)}[0-9a-f]{8}$`)))))
    // The name that is another's folder.
    for (const name of ['con', 'é', 'a-b']) expect(learnerSlug(learnerSlug(name).replaceAll('-', ' '))).not.toBe(learnerSlug(name))
    fc.assert(fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 70 }), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 70 }), (one, other) => {
      const names = [one, other].map(learnerName)
      const slugs = names.map((name) => (name.ok ? learnerSlug(name.value) : null))
      for (const slug of slugs) expect(slug === null || /^[a-z0-9][a-z0-9-]{0,60}$/.test(slug)).toBe(true)
      const [a, b] = names
      if (a?.ok && b?.ok && a.value.toLowerCase() !== b.value.toLowerCase()) expect(slugs[0]).not.toBe(slugs[1])
    }), { numRuns: 200 })
  })
})
