import { describe, expect, it } from 'vitest'
import { columnsOf, wraps } from '../../src-renderer/answer/fitting.ts'

describe('wrapping an answer', () => {
  it('is left out while every line has room to spare', () => {
    expect(wraps('', 40)).toBe(false)
    expect(wraps('a'.repeat(38), 40)).toBe(false)
    expect(wraps(`${'a'.repeat(38)}\n= ${'b'.repeat(36)}`, 40)).toBe(false)
  })
  it('begins before one of them would run out of the box', () => {
    expect(wraps('a'.repeat(39), 40)).toBe(true)
    expect(wraps(`a\n${'b'.repeat(39)}`, 40)).toBe(true)
  })
  it('counts a sign that may be wider twice', () => {
    expect(wraps('∂'.repeat(19), 40)).toBe(false)
    expect(wraps('∂'.repeat(20), 40)).toBe(true)
  })
  it('is given up for a text that would take seconds', () => expect(wraps('a'.repeat(4_001), 40)).toBe(false))
  it('goes by the room that the scroll bar leaves', () => expect(columnsOf({ contentWidth: 408, verticalScrollbarWidth: 8 }, 10)).toBe(40))
})
