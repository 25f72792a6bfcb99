/** Names under `vary`, used wrongly in every way that was thought of: what an author is told by reading and by lint. */
import { describe, expect, it } from 'vitest'
import { numbersOf } from '../../src-main/packs/schema/range.ts'
import { readCorpus } from './corpus.ts'
import { problemsOf, told } from './told.ts'

describe('names under `vary`', () => {
  const cases = readCorpus(new URL('corpus/vary-names.txt', import.meta.url))
  it.each(cases.map(each => [each.name, each] as const))('%s', (_, { text, expected }) => {
    expect(problemsOf(text).map(told)).toEqual(expected)
  })

  it.each(cases.filter(({ expected }) => expected.some(line => line.includes(' ⇒ '))).map(each => [each.name, each.text] as const))('%s: each mend takes its problem away', (_, text) => {
    const problems = problemsOf(text)
    for (const { mend, message } of problems) {
      if (!mend) continue
      const left = problemsOf(text.slice(0, mend.from) + mend.text + text.slice(mend.to))
      expect(left.filter(problem => problem.message === message).length).toBeLessThan(problems.filter(problem => problem.message === message).length)
    }
  })
})

it('a range is read either way round, and not without end', () => {
  expect([numbersOf('2..5'), numbersOf('5 … 2'), numbersOf('-1 to 1'), numbersOf('1..1000000'), numbersOf('3..3'), numbersOf('x..y'), numbersOf('1.5')])
    .toEqual([[2, 3, 4, 5], [2, 3, 4, 5], [-1, 0, 1], null, null, null, null])
})
