import { expect, test } from 'vitest'
import { corpora, spliced } from './spliced.ts'

test('no text stops the checker', { timeout: 60_000 }, () => {
  const blocks = corpora()
  for (let seed = 0; seed < 1_500; seed++) expect(spliced(blocks, seed)).toBeNull()
})
