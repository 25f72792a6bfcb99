import { describe, expect, it } from 'vitest'
import { lineMarks, pieceAt } from '../../src-renderer/answer/marks.ts'
import type { Reading } from '../../src-renderer/state/api-types.ts'

// 2(Ax-y)x^T
const reading: Reading = {
  problems: [], notes: [],
  parts: [{ from: 0, to: 10, shape: 'M x N' }, { from: 1, to: 7, shape: 'M' }, { from: 2, to: 4, shape: 'M' }, { from: 2, to: 3, shape: 'M x N' }, { from: 7, to: 10, shape: '1 x N' }],
}

describe('the piece at the caret', () => {
  it('is the smallest around it, an edge counting as inside', () => {
    expect(pieceAt(reading, 0)?.shape).toBe('M x N')
    expect(pieceAt(reading, 2)).toEqual({ from: 2, to: 3, shape: 'M x N' })
    expect(pieceAt(reading, 4)).toEqual({ from: 2, to: 4, shape: 'M' })
    expect(pieceAt(reading, 6)).toEqual({ from: 1, to: 7, shape: 'M' })
    expect(pieceAt(reading, 10)).toEqual({ from: 7, to: 10, shape: '1 x N' })
  })
  it('is none without a reading, without a caret, or outside of all', () => {
    expect(pieceAt(null, 1)).toBeNull()
    expect(pieceAt(reading, null)).toBeNull()
    expect(pieceAt(reading, 11)).toBeNull()
  })
})

describe('the lines of a derivation', () => {
  const text = 'a\n\nb + c\nd = e'
  const looks = (steps: Parameters<typeof lineMarks>[1]) => lineMarks(text, steps).map(mark => `${mark.from}-${mark.to} ${mark.look}`)

  it('are right where each step in them is, empty ones left out', () => {
    expect(looks([{ from: 0, to: 1, state: 'start' }, { from: 3, to: 8, state: 'equal' }, { from: 9, to: 14, state: 'introduced' }])).toEqual(['0-1 line-right', '3-8 line-right', '9-14 line-right'])
  })
  it('are wrong where one step is wrong or cannot be read', () => {
    expect(looks([{ from: 0, to: 1, state: 'start' }, { from: 3, to: 8, state: 'unreadable' }, { from: 9, to: 10, state: 'equal' }, { from: 13, to: 14, state: 'wrong' }])).toEqual(['0-1 line-right', '3-8 line-wrong', '9-14 line-wrong'])
  })
  it('are not marked before anything is said of them', () => {
    expect(looks([{ from: 0, to: 1, state: 'start' }])).toEqual(['0-1 line-right'])
  })
})
