import { describe, expect, it } from 'vitest'
import { pieceAt } from '../../src-renderer/answer/lens.svelte.ts'
import { lineReports, nextLine } from '../../src-renderer/answer/steps.ts'
import { walk } from '../../src-renderer/answer/walk.ts'
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
  const states = (steps: Parameters<typeof lineReports>[1]) => lineReports(text, steps).map(line => `${line.number} ${line.from}-${line.to} ${line.state}${line.message === null ? '' : ` ${line.message}`}`)

  it('are right where each step in them is, empty ones left out', () => {
    expect(states([{ from: 0, to: 1, state: 'start' }, { from: 3, to: 8, state: 'equal' }, { from: 9, to: 14, state: 'introduced' }])).toEqual(['1 0-1 right', '3 3-8 right', '4 9-14 right'])
  })
  it('are as bad as their worst step, and tell of it', () => {
    const steps: Parameters<typeof lineReports>[1] = [
      { from: 0, to: 1, state: 'start' }, { from: 3, to: 8, state: 'unreadable', message: 'What is q?' }, { from: 9, to: 10, state: 'equal' }, { from: 13, to: 14, state: 'wrong', message: 'Its sign.' },
    ]
    expect(states(steps)).toEqual(['1 0-1 right', '3 3-8 unreadable What is q?', '4 9-14 wrong Its sign.'])
    expect(lineReports(text, steps).at(-1)?.at).toMatchObject({ from: 13, to: 14 })
  })
  it('are open where a step could not be decided', () => expect(states([{ from: 3, to: 8, state: 'undecided' }])).toEqual(['3 3-8 open']))
  it('have no report before anything is said of them', () => expect(states([{ from: 0, to: 1, state: 'start' }])).toEqual(['1 0-1 right']))
})

describe('Enter in a derivation', () => {
  const enter = (marked: string) => {
    const caret = marked.indexOf('|')
    const text = marked.replace('|', '')
    const put = nextLine(text, caret)
    return `${text.slice(0, put.from)}${put.text}|${text.slice(put.to)}`
  }
  it('goes on with the sign', () => {
    expect(enter('a|')).toBe('a\n= |')
    expect(enter('a\n= b|\n= c')).toBe('a\n= b\n= |\n= c')
    expect(enter('a + | b')).toBe('a + \n= |b')
  })
  it('brings no second sign', () => expect(enter('a |= b')).toBe('a \n|= b'))
  it('makes a plain line where nothing stands before it', () => {
    expect(enter('|')).toBe('\n|')
    expect(enter('|a')).toBe('\n|a')
  })
  it('takes back the sign of a line that has got no further', () => expect(enter('a\n= |')).toBe('a\n|'))
})

describe('walking through the pieces', () => {
  const source = '2(Ax-y)x^T'
  const parts = [[0, 10], [0, 1], [1, 7], [2, 6], [2, 4], [2, 3], [3, 4], [5, 6], [7, 10], [7, 8]].map(([from = 0, to = 0]) => ({ from, to }))
  const go = (text: string, ...steps: Parameters<typeof walk>[2][]) => {
    let at = parts.find(part => source.slice(part.from, part.to) === text) ?? null
    for (const step of steps) at = walk(parts, at, step)
    return at === null ? null : source.slice(at.from, at.to)
  }
  it('begins with the whole', () => expect(walk(parts, null, 'next')).toEqual({ from: 0, to: 10 }))
  it('goes in to the first piece, and out again', () => {
    expect(go(source, 'in')).toBe('2')
    expect(go('(Ax-y)', 'in', 'in', 'in')).toBe('A')
    expect(go('A', 'out', 'out', 'out', 'out', 'out')).toBe(source)
  })
  it('goes on to the next piece, past the last one to that after the piece around', () => {
    expect(go('2', 'next', 'next')).toBe('x^T')
    expect(go('y', 'next')).toBe('x^T')
    expect(go('x^T', 'next')).toBe('x^T')
    expect(go('x^T', 'before', 'before', 'before')).toBe('2')
  })
  it('goes to the first and the last beside it', () => {
    expect(go('(Ax-y)', 'last')).toBe('x^T')
    expect(go('y', 'first')).toBe('Ax')
  })
  it('is nowhere where there are none', () => expect(walk([], null, 'in')).toBeNull())
})
