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

describe('reading in the window', () => {
  it('reads at once, and sends nothing', () => {
    const { asked, ask } = slow()
    const reader = new Reader(ask)
    reader.use(text => reading(`here ${text}`))
    reader.read('x')
    expect([reader.reading?.speech, reader.of]).toEqual(['here x', 'x'])
    expect(asked).toEqual([])
  })
  it('lets a reply that comes late go by, and its refusal too', async () => {
    const { asked, ask } = slow()
    const reader = new Reader(ask)
    reader.read('x')
    reader.read('x y')
    reader.use(text => reading(`here ${text}`))
    reader.read('x y z')
    asked[0]!.refuse('no answer')
    await settled()
    expect(asked).toHaveLength(1)
    expect([reader.reading?.speech, reader.of, reader.trouble]).toEqual(['here x y z', 'x y z', null])
  })
  it('asks where it cannot read a text itself, or fails to', async () => {
    const { asked, ask } = slow()
    const reader = new Reader(ask)
    reader.use(text => {
      if (text === 'broken') throw new Error('a fault')
      return null
    })
    reader.read('long')
    asked[0]!.answer()
    await settled()
    expect(reader.reading?.speech).toBe('long')
    reader.read('broken')
    asked[1]!.answer()
    await settled()
    expect(reader.reading?.speech).toBe('broken')
  })
  it('forgets the reading of an answer that was emptied', () => {
    const reader = new Reader(slow().ask)
    reader.use(text => reading(text))
    reader.read('x')
    reader.read(' ')
    expect([reader.reading, reader.of]).toEqual([null, ' '])
  })
})
