import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { draftDelay, DraftKeeper } from '../../src-renderer/state/drafts.svelte.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function keeper(saved = '') {
  const box = { text: saved }
  const writes: string[] = []
  let fail = false
  const drafts = new DraftKeeper(saved, () => box.text, async text => {
    if (fail) throw new Error('the disk is full')
    writes.push(text)
  })
  return { drafts, writes, type: (text: string) => { box.text = text; drafts.touch() }, break: (on: boolean) => (fail = on) }
}

describe('drafts', () => {
  it('saves half a second after the last key, once', async () => {
    expect(draftDelay).toBe(500)
    const { drafts, writes, type } = keeper()
    type('x')
    await vi.advanceTimersByTimeAsync(499)
    type('x y')
    await vi.advanceTimersByTimeAsync(499)
    expect(writes).toEqual([])
    expect(drafts.kept).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(writes).toEqual(['x y'])
    expect(drafts.kept).toBe(true)
  })
  it('saves at once on leaving, and nothing that is saved already', async () => {
    const { drafts, writes, type } = keeper('x')
    await drafts.flush()
    expect(writes).toEqual([])
    type('x y')
    await drafts.flush()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(writes).toEqual(['x y'])
  })
  it('saves an answer that was emptied', async () => {
    const { drafts, writes, type } = keeper('x')
    type('')
    await drafts.flush()
    expect(writes).toEqual([''])
  })
  it('tells why it could not save, keeps the text for the next try, and forgets the trouble then', async () => {
    const { drafts, writes, type, break: breakIt } = keeper()
    breakIt(true)
    type('x')
    await vi.advanceTimersByTimeAsync(500)
    expect(drafts.trouble).toBe('the disk is full')
    expect(drafts.kept).toBe(false)
    breakIt(false)
    await drafts.flush()
    expect(writes).toEqual(['x'])
    expect(drafts.trouble).toBeNull()
  })
  it('never lets an older text overwrite a newer one', async () => {
    const order: string[] = []
    const box = { text: '' }
    const drafts = new DraftKeeper('', () => box.text, async text => {
      await new Promise(resolve => setTimeout(resolve, text === 'old' ? 300 : 10))
      order.push(text)
    })
    box.text = 'old'
    const first = drafts.flush()
    await vi.advanceTimersByTimeAsync(1)
    box.text = 'new'
    const second = drafts.flush()
    await vi.advanceTimersByTimeAsync(1_000)
    await Promise.all([first, second])
    expect(order).toEqual(['old', 'new'])
  })
})
