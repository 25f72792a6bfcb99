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

it('a hint in lines that holds the answer is told of', () => {
  expect(about('hint', "$$\n\\begin{aligned}\nf' &= x^{\\mathsf T} A \\\\\n   &\\quad + x^{\\mathsf T} A^{\\mathsf T}\n\\end{aligned}\n$$", ...quadratic)).toEqual([
    '14:9 warning: This hint gives the answer away: `x^{\\mathsf T} A \\quad + x^{\\mathsf T} A^{\\mathsf T}` is accepted.',
  ])
})
