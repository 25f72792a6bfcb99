/** What the learner wrote, set and spoken. */
import katex from 'katex'
import { describe, expect, it } from 'vitest'
import { readFileSync } from 'node:fs'
import { read } from '../../../src-main/calculus/language/read.ts'
import { typeset } from '../../../src-main/calculus/language/typeset/typeset.ts'
import { scope } from './elaborate-kit.ts'

const rows: readonly (readonly [text: string, latex: string, speech: string])[] = [
  ['2(Ax-y)x^T', '2 \\, \\left(A \\, x - y\\right) \\, x^{\\mathsf{T}}', 'two times open bracket A x minus y close bracket times x transpose'],
  ['||A x - y||^2', '\\left\\lVert A \\, x - y\\right\\rVert^{2}', 'norm of A x minus y end norm squared'],
  ['A_ikx_kx_j', 'A_{ik} \\, x_{k} \\, x_{j}', 'A sub i k x sub k x sub j'],
  ['tr A B', '\\operatorname{tr} \\left(A \\, B\\right)', 'trace of open bracket A B close bracket'],
  ['1/N ||X w - y||^2', '\\frac{1}{N} \\, \\left\\lVert X \\, w - y\\right\\rVert^{2}', 'one over N times norm of X w minus y end norm squared'],
  ['\\sum_{k=1}^{N} x_k', '\\sum_{k=1}^{N} x_{k}', 'sum over k from one to N of x sub k'],
  ['C^-T', 'C^{-\\mathsf{T}}', 'C inverse transpose'],
  ['x^T^T', '{x^{\\mathsf{T}}}^{\\mathsf{T}}', 'x transpose transpose'],
  ["sigma'(A x)", "\\sigma'\\left(A \\, x\\right)", 'sigma prime of open bracket A x close bracket'],
  ['[C, 0; 0, I_N]', '\\begin{bmatrix}C & 0 \\\\ 0 & I_{N}\\end{bmatrix}', 'matrix of 2 rows: row one: C, zero; row two: zero, identity of size N; end matrix'],
  ['df_{pq}/dG_{rs}', '\\frac{\\mathrm{d} f_{pq}}{\\mathrm{d} G_{rs}}', 'd f sub p q by d G sub r s'],
  ['∂h/∂x', '\\frac{\\partial h}{\\partial x}', 'partial h by partial x'],
  ['lambdaI + C', '\\lambda \\, I + C', 'lambda times identity plus C'],
  ['A +', 'A + \\square', 'A plus something missing'],
  ['q x', 'q \\, x', 'q times x'],
  ['u = A x', 'u = A \\, x', 'u equals A x'],
  ['2 * 3 t', '2 \\cdot 3 \\, t', 'two times three times t'],
  ['x .* w', 'x \\odot w', 'x entrywise times w'],
  ['A_1_{12}', '\\left(A_{1}\\right)_{12}', 'A sub one sub one two'],
  ['A_{i,:} x', 'A_{i,:} \\, x', 'A sub i all x'],
  ['[i = j]', '\\left[i = j\\right]', 'one if i equals j'],
]

describe('reading aloud and in print', () => {
  it.each(rows)('%s', (text, latex, speech) => {
    expect(typeset(read(text, scope))).toEqual({ latex, speech })
  })
  it('is nothing for a blank text', () => expect(typeset(read('  ', scope))).toEqual({ latex: '', speech: '' }))
})

describe('KaTeX', () => {
  const corpus = readFileSync(new URL('./elaborate-broken.txt', import.meta.url), 'utf8').split('\n').filter(l => l !== '' && !/^([#@ ]|==>)/.test(l))
  it.each([...rows.map(r => r[0]), ...corpus, 'x^2^2', "x''", 'inv(A x)', 'abs(t) .^ 2', 'sqrt(t)^2', "tanh'''''(x)", 'x_{\\pi}', 'sum_{k≠i} x_k', 'unit(1,2;M,N)', 'comm(M,N)', 'A \\% x', 'θ_q', '∂^2 h/∂x∂x', 'kron(A,C)^T'])('%s can be set', text => {
    const { latex, speech } = typeset(read(text, scope))
    expect(() => katex.renderToString(latex, { throwOnError: true, strict: 'error', trust: false })).not.toThrow()
    expect(speech).not.toMatch(/undefined|\[object/)
  })
})
