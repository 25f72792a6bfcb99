import { describe, expect, it } from 'vitest'
import { Reader } from '../../src-renderer/state/reader.svelte.ts'
import type { Reading } from '../../src-renderer/state/api-types.ts'

const reading = (speech: string): Reading => ({ problems: [], notes: [], parts: [], speech })
const settled = () => new Promise(resolve => setTimeout(resolve, 0))

/** A main process that answers when it is told to. */
function slow() {
  const asked: { text: string; answer: () => void; refuse: (message: string) => void }[] = []
  const ask = (text: string) => new Promise<Reading>((resolve, reject) => {
    asked.push({ text, answer: () => resolve(reading(text)), refuse: message => reject({ message }) })
  })
  return { asked, ask }
}

describe('live reading', () => {
  it('has one request in flight, and of the texts typed meanwhile asks for the last alone', async () => {
    const { asked, ask } = slow()
    const reader = new Reader(ask)
    for (const text of ['2', '2(', '2(A']) reader.read(text)
    expect(asked.map(each => each.text)).toEqual(['2'])
    asked[0]!.answer()
    await settled()
    expect(reader.of).toBe('2')
    expect(asked.map(each => each.text)).toEqual(['2', '2(A'])
    asked[1]!.answer()
    await settled()
    expect(reader.of).toBe('2(A')
    expect(reader.reading?.speech).toBe('2(A')
  })
  it('does not send an empty answer, and forgets the last reading', async () => {
    const { asked, ask } = slow()
    const reader = new Reader(ask)
    reader.read('x')
    asked[0]!.answer()
    await settled()
    reader.read('  ')
    await settled()
    expect(asked).toHaveLength(1)
    expect(reader.reading).toBeNull()
  })
  it('tells a refusal in its own words, goes on with what was typed meanwhile, and forgets it once a reading comes', async () => {
    const { asked, ask } = slow()
    const reader = new Reader(ask)
    reader.read('x')
    reader.read('x y')
    asked[0]!.refuse('no answer')
    await settled()
    expect(reader.trouble).toBe('no answer')
    asked[1]!.answer()
    await settled()
    expect(reader.trouble).toBeNull()
    expect(reader.of).toBe('x y')
  })
})
