/** Solutions and hints in several lines, in frames and with remarks: what of them is the answer. */
import { describe, expect, it } from 'vitest'
import { sidesOf } from '../../src-main/packs/lint/sides.ts'
import { problemsOf, told } from './told.ts'

describe('the sides of a formula', () => {
  it.each([
    ['x', ['x']],
    ["\\begin{aligned} f' &= a \\\\[4pt] &= b, \\tag{1} \\end{aligned}", ["\\begin{aligned} f' &= a \\\\[4pt] &= b, \\tag{1} \\end{aligned}", "f'", 'a', 'b']],
    ['J = \\begin{bmatrix} 1 & t \\\\ 0 & 2 \\end{bmatrix}', ['J = \\begin{bmatrix} 1 & t \\\\ 0 & 2 \\end{bmatrix}', 'J', '\\begin{bmatrix} 1 & t \\\\ 0 & 2 \\end{bmatrix}']],
    ['f(x, y) = [a, b; c, d]', ['f(x, y) = [a, b; c, d]', 'f(x, y)', '[a, b; c, d]']],
    ['\\sum_{i=1}^N a_i = \\boxed{\\frac{a}{b} = c}', ['\\sum_{i=1}^N a_i = \\boxed{\\frac{a}{b} = c}', '\\sum_{i=1}^N a_i', '\\frac{a}{b}', 'c']],
    ['\\begin{alignat}{2} a &\\equiv b \\end{alignat}', ['\\begin{alignat}{2} a &\\equiv b \\end{alignat}', 'a', 'b']],
    ['\\begin{gathered} a = b, \\\\ c \\implies d \\end{gathered}', ['\\begin{gathered} a = b, \\\\ c \\implies d \\end{gathered}', 'a', 'b', 'b, c', 'd', 'c']],
    ['f = a \\quad\\text{for all } t', ['f = a \\quad\\text{for all } t', 'f', 'a', 'a \\quad\\text{for all } t']],
    ['}}=)\\', ['}}=)\\', '}}', ')\\']],
  ])('%s', (formula, sides) => expect(sidesOf(formula)).toEqual(sides))

  it('are found where there are many', () => expect(sidesOf('a = '.repeat(5_000))).toHaveLength(2))
})

/** What is told of a part that asks for `f` by `wrt`, with this field in lines of its own. */
function about(field: 'solution' | 'hint', text: string, f: string, wrt: string, right: string): string[] {
  const lines = text.split('\n').map(line => `        ${line}`).join('\n')
  return problemsOf(`id: sides\ntitle: T\noutcomes: [compute]\ngiven: { A: N x N, x: N, a: scalar, b: scalar, t: scalar }\nparts:\n  - id: p\n    prompt: P\n    kind: derivative\n    f: ${f}\n    wrt: ${wrt}\n    tests: { right: ['${right}'] }\n${field === 'hint' ? `    hints:\n      - |\n${lines}` : `    solution: |\n${lines}`}\n`).map(told)
}
const quadratic = ['x^T A x', 'x', 'x^T (A + A^T)'] as const
const rows = ["'[a + b t; 2 b]'", 't', '[b; 0]'] as const

describe('a solution in lines', () => {
  const answer = 'x^{\\mathsf T} (A + A^{\\mathsf T})'
  it.each([
    `$$\n\\begin{aligned}\nf' &= x^{\\mathsf T} A + (A x)^{\\mathsf T} \\\\\n   &= ${answer}\n\\end{aligned}\n$$`,
    `$$\n\\begin{align*}\nf' &= ${answer} \\tag{1} \\\\[4pt]\n   &= 2 x^{\\mathsf T} B \\text{ with } B = (A + A^{\\mathsf T})/2.\n\\end{align*}\n$$`,
    `$$\n\\begin{gathered}\nf' = x^{\\mathsf T} A + 1, \\\\\nf' = ${answer}.\n\\end{gathered}\n$$`,
    "$$\n\\begin{aligned}\nf' &= x^{\\mathsf T} A \\\\\n   &\\quad + x^{\\mathsf T} A^{\\mathsf T}\n\\end{aligned}\n$$",
    `$$\nf' = \\begin{cases} ${answer} & \\text{always} \\\\ 0 & \\text{never} \\end{cases}\n$$`,
    `$$f' = \\boxed{${answer}}$$`,
    `$f = x^{\\mathsf T} A x \\Rightarrow ${answer}$`,
    `$$f' = ${answer},\\qquad f'' = A + A^{\\mathsf T}$$`,
  ])('comes to the answer: case %#', text => expect(about('solution', text, ...quadratic)).toEqual([]))

  it('keeps the lines of a matrix', () => {
    expect(about('solution', "$$\nf' = \\begin{bmatrix} b \\\\ 0 \\end{bmatrix}\n$$", ...rows)).toEqual([])
    expect(about('solution', "$$\n\\begin{aligned}\nf' &= \\frac{\\mathrm d}{\\mathrm d t} \\begin{bmatrix} a + b t \\\\ 2 b \\end{bmatrix} \\\\\n   &= \\begin{bmatrix} b \\\\ 0 \\end{bmatrix}\n\\end{aligned}\n$$", ...rows)).toEqual([])
  })

  it('that comes to something else is told', () => {
    const astray = [expect.stringMatching(/^12:15 warning: No formula in this solution is the answer/)]
    expect(about('solution', "$$\n\\begin{aligned}\nf' &= x^{\\mathsf T} A \\\\\n   &= 2 x^{\\mathsf T} A\n\\end{aligned}\n$$", ...quadratic)).toEqual(astray)
    expect(about('solution', "$$\nf' = \\begin{bmatrix} 0 \\\\ b \\end{bmatrix}\n$$", ...rows)).toEqual(astray)
  })
})

describe('a solution with sums', () => {
  const tell = (formula: string, component = '', given = '{ A: M x N, x: N, y: M }'): string[] => problemsOf(
    `id: sums\ntitle: T\noutcomes: [compute]\ngiven: ${given}\nparts:\n  - id: p\n    prompt: P\n    kind: derivative\n    f: y^T A x\n    wrt: ${component.length > 1 ? 'A' : 'x'}\n${component ? `    component: ${component}\n` : ''}    tests: { right: ['${component.length > 1 ? 'y_p x_q' : component ? 'y_i A_{ik}' : 'y^T A'}'] }\n    solution: |\n      So $${formula}$.\n`,
  ).map(told)

  it.each([
    '\\sum_{i=1}^{M} y_i A_{ik}', '\\sum_{i=1}^M y_i A_{ik}', '\\sum_i y_i A_{ik}', '\\sum^{M}_{i=1} A_{ik}\\, y_i', '\\sum\\limits_{i = 1}^{M} \\left( y_i A_{i,k} \\right)',
    '\\displaystyle\\sum_{\\ell=1}^{M} y_\\ell A_{\\ell k}', '\\frac{\\partial f}{\\partial x_k} = \\sum_{i=1}^{M}\\sum_{j=1}^{N} y_i A_{ij} \\delta_{jk} = \\sum_{i=1}^{M} y_i A_{ik}', '\\sum_{i,j} y_i A_{ij} \\delta_{jk}',
    '\\frac{\\partial f}{\\partial x_k} = \\sum_{i=1}^{M} y_i A_{ik} \\quad (k = 1, \\dots, N)',
  ])('comes to the entry that is asked, and to the whole by its entry: %s', formula => {
    expect(tell(formula, 'k')).toEqual([])
    expect(tell(formula)).toEqual([])
  })

  it('comes to a number of terms', () => expect(tell('\\sum_{i=1}^{3} y_i A_{ik}', 'k', "{ A: 3 x 2, x: '2', y: '3' }")).toEqual([]))

  it('comes to an entry with two indices, in the order of its left side', () => {
    expect(tell('\\sum_{i=1}^{M}\\sum_{j=1}^{N} y_i \\delta_{ip}\\delta_{jq} x_j', '[p, q]')).toEqual([])
    const matrix = (formula: string): string[] => about('solution', `$${formula}$`, 'x^T A b x', 'A', 'b x x^T')
    expect(matrix('\\frac{\\partial f}{\\partial A_{qp}} = b \\sum_{i=1}^{N} x_i \\delta_{iq} x_p')).toEqual([])
    expect(about('solution', '$\\frac{\\partial f_j}{\\partial x_i} = \\sum_{k=1}^{N} A_{jk} \\delta_{ki} = A_{ji}$', 'A x', 'x', 'A')).toEqual([])
    expect(about('solution', '$\\frac{\\partial f_j}{\\partial x_i} = A_{ij}$', 'A x', 'x', 'A')).toEqual([expect.stringMatching(/^12:15 warning: No formula in this solution is the answer/)])
  })

  it('that cannot be read is not told as wrong, but as what it is, at its place', () => {
    expect(tell('\\frac{\\partial f}{\\partial x_k} = \\sum_{i=1}^{n} y_i A_{ik}', 'k')).toEqual([
      '14:10 warning: No formula in this solution that can be read is the answer, so that nothing holds the two together. `\\sum_{i=1}^{n} y_i A_{ik}` cannot be read: “n” is not the length of an axis. Use M or N, or a number.',
    ])
    expect(tell('\\sum_{i=0}^{M-1} y_i A_{ik}')).toEqual([expect.stringMatching(/cannot be read: A sum runs over a whole axis, from 1\. This one begins at 0\.$/)])
    // A letter in a remark is not the answer.
    expect(tell('2 \\sum_{i=1}^{M} y_i A_{ik}$, where $\\bar y$ is the mean of $y', 'k')).toEqual([expect.stringMatching(/^13:15 warning: No formula in this solution is the answer/)])
  })
})

it('a hint in lines that holds the answer is told of', () => {
  expect(about('hint', "$$\n\\begin{aligned}\nf' &= x^{\\mathsf T} A \\\\\n   &\\quad + x^{\\mathsf T} A^{\\mathsf T}\n\\end{aligned}\n$$", ...quadratic)).toEqual([
    '14:9 warning: This hint gives the answer away: `x^{\\mathsf T} A \\quad + x^{\\mathsf T} A^{\\mathsf T}` is accepted.',
  ])
})
