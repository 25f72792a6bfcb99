import { describe, expect, it } from 'vitest'
import type { DiagnosisCode } from '../../src-main/checking/verdict.ts'
import { plainWords } from '../../src-renderer/mathematics/markdown.ts'
import { mistakeWords } from '../../src-renderer/review/kinds.ts'
import { entryText, errorText } from '../../src-renderer/verdict/numbers.ts'
import { messagePieces, sentencePieces } from '../../src-renderer/verdict/sentence.ts'
import { say, sayCount, shapesIn, shapeText, when } from '../../src-renderer/words/index.ts'

describe('words', () => {
  it('fills slots, and throws for one without a value', () => {
    expect(say('sheet.part', { number: 2, count: 4 })).toBe('Part 2 of 4')
    expect(() => say('sheet.part', { number: 2 })).toThrow('no value for {count} in sheet.part')
  })
  it('counts', () => {
    expect([0, 1, 2].map(count => sayCount('desk.hints.left', count))).toEqual(['none left', '1 left', '2 left'])
    expect(sayCount('library.parts', 1)).toBe('1 part')
    expect(sayCount('library.parts', 3)).toBe('3 parts')
  })
  it('writes shapes with the sign of multiplication, and leaves a name with an x alone', () => {
    expect(shapeText('M x (M x N)')).toBe('M × (M × N)')
    expect(shapeText('max x 2')).toBe('max × 2')
    expect(shapeText('scalar')).toBe('scalar')
  })
  it('writes the shapes in a sentence so too, and leaves what was typed alone', () => {
    expect(shapesIn('Right in another layout: yours is M x (M x N), and (M x N) x M is asked for.')).toBe('Right in another layout: yours is M × (M × N), and (M × N) × M is asked for.')
    expect(shapesIn('Only arrays of one shape can be added: “A x” is M, but “A x B” is 1 x N*K.')).toBe('Only arrays of one shape can be added: “A x” is M, but “A x B” is 1 × N*K.')
    expect(shapesIn('„A x B“ ist M x N, „C x C“ aber 2 x 3 x 4.')).toBe('„A x B“ ist M × N, „C x C“ aber 2 × 3 × 4.')
    expect(shapesIn('Write `M x N`; or "N x M".')).toBe('Write `M x N`; or "N x M".')
    for (const formula of ['yours is 2 x times what is asked for', 'A^T A x - y', 'A x B^T', 'a x b', 'f(x) x A_{ij}', '2^2 x 3']) expect(shapesIn(formula)).toBe(formula)
  })
  it('says of a verdict what it says, but for the words of an author', () => {
    const message = 'yours is N x M'
    expect(sentencePieces({ sentence: `Not right yet. ${message}`, diagnosis: [{ code: 'layout', message }] })).toEqual([{ text: 'Not right yet. yours is N × M', authored: false }])
    expect(sentencePieces({ sentence: 'Not right yet. It is $2 x A$.', diagnosis: [{ code: 'mistake', message: 'It is $2 x A$.' }] })).toEqual([{ text: 'Not right yet. ', authored: false }, { text: 'It is $2 x A$.', authored: true }])
    expect([messagePieces({ code: 'shape', message }), messagePieces({ code: 'mistake', message })]).toEqual([[{ text: 'yours is N × M', authored: false }], [{ text: message, authored: true }]])
  })
  it('leaves a date that is none as it is', () => {
    expect(when('never')).toBe('never')
    expect(when('2026-11-02T10:20:00.000Z')).toContain('2026')
  })
})

describe('numbers', () => {
  it('writes entries to four digits, and the dust of rounding as zero', () => {
    expect([0, 1, -1.3, 0.123456, 123456.7, 2e-16].map(entryText)).toEqual(['0', '1', '−1.3', '0.1235', '123500', '0'])
    expect([1.5e-7, -2.5e9].map(entryText)).toEqual(['1.5e−7', '−2.5e9'])
  })
  it('writes differences by their size', () => {
    expect([0, 0.5, 1.23e-15, 12345].map(errorText)).toEqual(['0', '0.5', '1.2e−15', '1.2e4'])
  })
})

describe('kinds of mistake', () => {
  /** All that an answer that counts can be told. */
  const counted: Readonly<Record<Exclude<DiagnosisCode, 'syntax' | 'unknown-name' | 'ill-shaped' | 'unbound-index'>, true>> = {
    form: true, line: true, shape: true, layout: true, factor: true, sign: true, 'symmetric-only': true, 'missing-term': true, 'extra-term': true,
    chain: true, 'index-swap': true, order: true, domain: true, mistake: true,
  }
  it('have a name each', () => {
    expect(Object.keys(counted).map(mistakeWords).filter(words => words.includes('Kind'))).toEqual([])
    expect(mistakeWords('newer')).toBe('Kind “newer”')
  })
})

describe('names of options', () => {
  it('reads formulas without their dress', () => {
    expect(plainWords('$M \\times N$')).toBe('M × N')
    expect(plainWords('the row $x^{\\top}$ of *one* **entry**, `A_11`')).toBe('the row x^ ᵀ of one entry, A_11')
    expect(plainWords('$\\frac{a}{b}$')).toBe('fraction ab')
  })
})
