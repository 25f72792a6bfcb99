import { describe, expect, it } from 'vitest'
import { lineMarks, lineState, pieceAt } from '../../src-renderer/answer/marks.ts'
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
  const text = 'a\n\nb + c\nd'
  const looks = (verdict: Parameters<typeof lineMarks>[1]) => lineMarks(text, verdict).map(mark => `${mark.from}-${mark.to} ${mark.look}`)
  const at = (from: number, to: number) => ({ code: 'order', message: '', from, to })

  it('are all right in a right answer, empty ones left out', () => {
    expect(looks({ verdict: 'correct', diagnosis: [], notes: ['1: equal', '2: equal', '3: equal'] })).toEqual(['0-1 line-right', '3-8 line-right', '9-10 line-right'])
  })
  it('are wrong where a diagnosis lies, and right elsewhere', () => {
    expect(looks({ verdict: 'incorrect', diagnosis: [at(7, 8)], notes: ['1: equal', '2: wrong', '3: equal'] })).toEqual(['0-1 line-right', '3-8 line-wrong', '9-10 line-right'])
  })
  it('are right though the goal is still to come', () => {
    expect(looks({ verdict: 'incorrect', diagnosis: [at(9, 10)], notes: ['1: equal', '2: equal', '3: equal'] })).toEqual(['0-1 line-right', '3-8 line-right', '9-10 line-right'])
  })
  it('are only marked where they could not be read, if that is what went wrong', () => {
    expect(looks({ verdict: 'invalid', diagnosis: [at(3, 4)], notes: ['1: equal', '2: unreadable'] })).toEqual(['3-8 line-wrong'])
  })
  it('take notes in words for what they are', () => {
    expect(lineState('2: wrong')).toBe('wrong')
    expect(lineState('“k” is read as summed.')).toBeNull()
  })
})
