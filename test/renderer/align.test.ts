import { describe, expect, it } from 'vitest'
import { align } from '../../src-renderer/verdict/align.ts'

const rows = (yours: string[], truth: string[]) => align(yours, truth).map(row => `${row.yours || '.'} ${row.truth || '.'}`)

describe('terms beside each other', () => {
  it('stand in one row where they are equal', () => {
    expect(rows(['a', 'b'], ['a', 'b'])).toEqual(['a a', 'b b'])
    expect(rows([], [])).toEqual([])
  })
  it('leave a gap where a term is missing or too many', () => {
    expect(rows(['b'], ['a', 'b'])).toEqual(['. a', 'b b'])
    expect(rows(['a', 'b', 'c'], ['a', 'c'])).toEqual(['a a', 'b .', 'c c'])
    expect(rows([], ['a'])).toEqual(['. a'])
  })
  it('pair what differs as it comes', () => {
    expect(rows(['a', '2b', 'c'], ['a', 'b', 'c'])).toEqual(['a a', '2b b', 'c c'])
    expect(rows(['x', 'y'], ['z'])).toEqual(['x z', 'y .'])
  })
  it('lose no term of either side, whatever stands in them', () => {
    const yours = Array.from({ length: 300 }, (_, at) => `t${at % 7}`)
    const truth = Array.from({ length: 250 }, (_, at) => `t${at % 5}`)
    const all = align(yours, truth)
    expect(all.map(row => row.yours).filter(term => term !== '')).toEqual(yours)
    expect(all.map(row => row.truth).filter(term => term !== '')).toEqual(truth)
  })
})
