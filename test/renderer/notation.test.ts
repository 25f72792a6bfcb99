import katex from 'katex'
import { describe, expect, it } from 'vitest'
import { askedIn, inNotation } from '../../src-renderer/mathematics/notation.ts'

const primed = (tex: string) => inNotation(tex, { transpose: 'prime' })

describe('the notation that the reader likes', () => {
  it.each([
    ['x^{\\mathsf{T}} A', 'x^{{\\prime}} A'],
    ['x^\\top y', 'x^{\\prime} y'],
    ['C^{-\\mathsf{T}}', 'C^{-1\\prime}'],
    ['\\mathsf T', '{\\prime}'],
    ['{x^{\\mathsf{T}}}^{\\mathsf{T}}', '{x^{{\\prime}}}^{{\\prime}}'],
  ])('writes %s with a prime', (tex, expected) => {
    expect(primed(tex)).toBe(expected)
    expect(() => katex.renderToString(primed(tex), { throwOnError: true })).not.toThrow()
  })
  it('leaves a name T and other commands alone', () => {
    for (const tex of ['T^T', '\\mathsf{TA}', '\\topinset', 'A^T']) expect(primed(tex)).toBe(tex)
    expect(inNotation('x^{\\mathsf{T}}', { transpose: 'T' })).toBe('x^{\\mathsf{T}}')
  })
  it('asks with a plain d where that is all that is meant', () => {
    expect(askedIn('\\frac{\\partial f}{\\partial A} = {?}', { derivative: 'd' })).toBe('\\frac{\\mathrm{d} f}{\\mathrm{d} A} = {?}')
    expect(askedIn('\\frac{\\partial f}{\\partial A}', { derivative: 'partial' })).toBe('\\frac{\\partial f}{\\partial A}')
    const both = '\\frac{\\mathrm{d} f}{\\mathrm{d} x} + \\frac{\\partial f}{\\partial x}'
    expect(askedIn(both, { derivative: 'd' })).toBe(both)
  })
})
