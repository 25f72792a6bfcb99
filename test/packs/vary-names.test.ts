/** Names under `vary`, used wrongly in every way that was thought of: what an author is told by reading and by lint. */
import { describe, expect, it } from 'vitest'
import { numbersOf } from '../../src-main/packs/schema/range.ts'
import { holdsToCorpus } from './told-corpus.ts'

describe('names under `vary`', () => holdsToCorpus('vary-names'))

it('a range is read either way round, and not without end', () => {
  expect([numbersOf('2..5'), numbersOf('5 … 2'), numbersOf('-1 to 1'), numbersOf('1..1000000'), numbersOf('3..3'), numbersOf('x..y'), numbersOf('1.5')])
    .toEqual([[2, 3, 4, 5], [2, 3, 4, 5], [-1, 0, 1], null, null, null, null])
})
