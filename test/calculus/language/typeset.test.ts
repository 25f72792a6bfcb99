/** What the learner wrote, set and spoken. */
import katex from 'katex'
import { describe, expect, it } from 'vitest'
import { readFileSync } from 'node:fs'
import { read } from '../../../src-main/calculus/language/read.ts'
import { typeset, typesetParts } from '../../../src-main/calculus/language/typeset/typeset.ts'
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

describe('marks for the parts', () => {
  const marked = (text: string, by?: number) => typesetParts(read(text, scope), by)
  /** The text of each part, by its mark, in the order of the formula. */
  const texts = (text: string) => [...marked(text).matchAll(/span=(\d+)-(\d+)/g)].map(([, from, to]) => text.slice(Number(from), Number(to)))
  it('tell the place in the text', () => {
    expect(marked('A x - y')).toBe('\\htmlData{span=0-7}{\\htmlData{span=0-3}{\\htmlData{span=0-1}{A} \\, \\htmlData{span=2-3}{x}} - \\htmlData{span=6-7}{y}}')
    expect(texts('2(Ax-y)x^T')).toEqual(['2(Ax-y)x^T', '2', '(Ax-y)', 'Ax-y', 'Ax', 'A', 'x', 'y', 'x^T', 'x'])
  })
  it('count from where the text begins', () => expect(marked('y', 40)).toBe('\\htmlData{span=40-41}{y}'))
  it('are there for brackets that a fraction makes needless', () => expect(texts('(t + 1)/(t)')).toEqual(['(t + 1)/(t)', '(t + 1)', 't + 1', 't', '1', '(t)', 't']))
  it('leave what has no shape unmarked', () => expect(texts('q x')).toEqual(['x']))
  it('are nothing for a blank text', () => expect(marked(' ')).toBe(''))
  it.each([...rows.map(r => r[0]), 'tanh^2 x', 'sum_i x_i (A x)_i', 'inv(C)^-T', '-2 * -3 t', "x''"])('%s: without its marks it is the plain formula', text => {
    const plain = typeset(read(text, scope)).latex
    const kept = marked(text)
    expect(kept.replace(/\\htmlData\{span=\d+-\d+\}/g, '').replaceAll(/[{}]/g, '')).toBe(plain.replaceAll(/[{}]/g, ''))
    expect(plain).not.toMatch(/[\uE000-\uF8FF]|htmlData/)
    expect(() => katex.renderToString(kept, { throwOnError: true, strict: 'ignore', trust: context => context.command === '\\htmlData' })).not.toThrow()
  })
  it('cannot be brought in by a text', () => {
    const { latex } = typeset(read('einsum("\uE0009-9\uE001i->i", x) + \uE002q', scope))
    expect(latex).not.toMatch(/[\uE000-\uF8FF]/)
  })
})

describe('KaTeX', () => {
  const corpus = readFileSync(new URL('./elaborate-broken.txt', import.meta.url), 'utf8').split('\n').filter(l => l !== '' && !/^([#@ ]|==>)/.test(l))
  it.each([...rows.map(r => r[0]), ...corpus, 'x^2^2', "x''", 'inv(A x)', 'abs(t) .^ 2', 'sqrt(t)^2', "tanh'''''(x)", 'x_{\\pi}', 'sum_{k≠i} x_k', 'unit(1,2;M,N)', 'comm(M,N)', 'A \\% x', 'θ_q', '∂^2 h/∂x∂x', 'kron(A,C)^T'])('%s can be set', text => {
    const { latex, speech } = typeset(read(text, scope))
    expect(() => katex.renderToString(latex, { throwOnError: true, strict: 'error', trust: false })).not.toThrow()
    expect(speech).not.toMatch(/undefined|\[object/)
  })
})
