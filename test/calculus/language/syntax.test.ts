import { describe, expect, test } from 'vitest'
import type { Node } from '../../../src-main/calculus/language/ast.ts'
import { parse } from '../../../src-main/calculus/language/parse.ts'
import { corpus } from './syntax-corpus.ts'
import { print } from './syntax-print.ts'

describe('the corpus of what is read', () => {
  test.each(corpus('syntax-corpus.txt'))('line $line: $source', ({ source, expected }) => {
    const { node, problems } = parse(source)
    expect(problems).toEqual([])
    expect(expected).toEqual([print(node!)])
  })
})

describe('notations that are read alike', () => {
  /** The tree without its spans. */
  const shape = (source: string): string => {
    const { node, problems } = parse(source)
    expect(problems, source).toEqual([])
    return print(node!).replace(/@\d+-\d+/g, '').replaceAll('. ', '_ ')
  }

  test.each([
    ['2 (A x - y) x^T', '2 (\\mathbf A \\mathbf x - \\mathbf y) \\mathbf{x}^T', '$2\\,(A\\,x\\;-\\;y)~x^T$', '2 (𝐀 𝐱 − 𝐲) 𝐱^T', '2 \\left(A x - y\\right) x^\\mathrm{T}'],
    ['A x', 'A  x', 'A\\quad x', 'A\nx', '\\(A x\\)', '\\begin{equation}A x\\end{equation}', 'A\u00a0x', '\u200bA x\ufeff'],
    ['A * x', 'A · x', 'A ⋅ x', 'A @ x', 'A \\cdot x', 'A \\times x', 'A × x', 'A ∗ x'],
    ['x .* y', 'x ∘ y', 'x ⊙ y', 'x \\odot y', 'x \\circ y'],
    ['A ⊗ B', 'A \\otimes B'],
    ['a - b', 'a − b', 'a – b'],
    ['a / b', 'a ÷ b', 'a \\div b', 'a ∕ b'],
    ['θ', '\\theta', '𝜃', '\\boldsymbol{\\theta}', '\\boldsymbol\\theta', '\\vartheta', 'ϑ'],
    ['ε', '\\epsilon', '\\varepsilon', 'ϵ'],
    ['φ', '\\phi', '\\varphi', 'ϕ'],
    ['||x||', '‖x‖', '\\|x\\|', '\\lVert x\\rVert', '\\left\\|x\\right\\|', '\\Vert x\\Vert', '\\left\\lVert x\\right\\rVert', '\\bigl\\|x\\bigr\\|',
      '\\left|\\left|x\\right|\\right|', '\\left||x\\right||', '\\lvert\\lvert x\\rvert\\rvert', '\\big|\\big|x\\big|\\big|', '\\big||x\\big||'],
    ['|x|', '\\lvert x\\rvert', '\\left|x\\right|', '\\vert x\\vert', '∣x∣'],
    ['<x, y>', '⟨x, y⟩', '\\langle x, y\\rangle', '\\left<x, y\\right>', '\\left\\langle x, y\\right\\rangle'],
    ['A_{ij}', 'Aᵢⱼ', 'A_{i j}', 'A_(ij)'],
    ['[i ≠ j]', '[i != j]', '[i \\ne j]', '[i \\neq j]'],
    ['[i = j]', '[i == j]'],
    ["x'", 'x′', 'x’', 'x^\\prime', 'x^{\\prime}', "x^{'}"],
    ["x''", 'x″', 'x′′', 'x^{\\prime\\prime}'],
    ['\\frac{a}{b}', '\\dfrac{a}{b}', '\\tfrac ab', '\\frac ab', '\\frac{a} b'],
    ['½', '\\frac12', '\\frac{1}{2}', '\\frac 1 2'],
    ['[1, 2; 3, 4]', '[[1, 2], [3, 4]]', '[1, 2\\\\ 3, 4]', '[1, 2; 3, 4;]'],
    ['\\begin{bmatrix}a & b\\\\ c & d\\end{bmatrix}', '\\begin{pmatrix}a & b\\\\ c & d\\\\\\end{pmatrix}', '\\begin{array}{cc}a & b\\\\ c & d\\end{array}'],
    ['x ** 2', 'x ^ 2', 'x^2'],
    ['inv(A)', 'np.linalg.inv(A)', 'numpy.linalg.inv(A)', 'numpy.linalg.inv( A )'],
  ])('%s', (first, ...others) => {
    for (const other of others) expect(shape(other), other).toBe(shape(first))
  })
})

describe('what looks alike and is not', () => {
  test.each([
    ['|A||X||B|', '|A|·||X||·|B|'],
    ['x^TAx', 'x^{TAx}'],
    ['x^2y', 'x^{2y}'],
    ['-x^2', '(-x)^2'],
    ['2.*x', '2*x'],
    ['Σ_i x_i', '∑_i x_i'],
    ['Aᵢⱼxⱼ', 'A_ijx_j'],
    ['‖x‖²', '‖x‖2'],
    ['{Ax}^T', 'Ax^T'],
  ])('%s is not %s', (one, other) => {
    const [a, b] = [parse(one), parse(other)].map(({ node, problems }) => {
      expect(problems).toEqual([])
      return print(node!).replace(/@\d+-\d+/g, '')
    })
    expect(a).not.toBe(b)
  })
})

describe('spans inside nodes', () => {
  const node = (source: string): Node => parse(source).node!
  const text = (source: string, span: { from: number; to: number }): string => source.slice(span.from, span.to)

  test('a unit spans its letter, or all of the dress around it', () => {
    const source = 'A\\mathbf{x}\\theta𝐲'
    const product = node(source)
    const words = product.k === 'product' ? product.items.map((i) => i.node) : []
    expect(words.map((w) => (w.k === 'word' ? w.units.map((u) => [u.text, u.whole, text(source, u)]) : w))).toEqual([
      [['A', false, 'A']], [['x', false, '\\mathbf{x}']], [['theta', true, '\\theta'], ['y', false, '𝐲']],
    ])
  })

  test('a joined differential keeps the places of its parts', () => {
    const source = '\\mathrm{d} \\operatorname{vec}(X)'
    const product = node(source)
    const word = product.k === 'product' ? product.items[0]!.node : product
    expect(word.k === 'word' && word.units.map((u) => [u.text, u.whole, text(source, u)])).toEqual([
      ['d', false, '\\mathrm{d}'], ['vec', true, '\\operatorname{vec}'],
    ])
  })

  test('operators, signs and what parts a subscript have their own', () => {
    const source = 'a \\cdot b_{i, 12} - c'
    const sum = node(source)
    if (sum.k !== 'sum') throw new Error(sum.k)
    expect(sum.terms.map((t) => t.signSpan && text(source, t.signSpan))).toEqual([null, '-'])
    const product = sum.terms[0]!.node
    if (product.k !== 'product') throw new Error(product.k)
    expect(product.items.map((i) => text(source, i.opSpan))).toEqual(['', '\\cdot'])
    const chain = product.items[1]!.node
    const post = chain.k === 'chain' ? chain.posts[0] : undefined
    if (post?.k !== 'sub') throw new Error(chain.k)
    expect(post.items.map((i) => [i.k, text(source, i)])).toEqual([['letter', 'i'], ['mark', ','], ['number', '12']])
  })

  test('an equation knows where its sign stands', () => {
    const source = 'g == A x'
    const relation = node(source)
    expect(relation.k === 'relation' && [relation.op, text(source, relation.opSpan)]).toEqual(['=', '=='])
  })
})
