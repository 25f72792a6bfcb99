/** What lint says of things in a pack that come to nothing: mistakes that are never told, solutions that go astray, values that are never drawn. */
import { describe, expect, it } from 'vitest'
import { check } from '../../src-main/checking/check.ts'
import { readPack } from '../../src-main/packs/index.ts'
import { lintPack } from '../../src-main/packs/lint/index.ts'
import { packText } from './samples.ts'
import { png } from './zip.ts'

const head = `id: sample
title: Sample
outcomes: [compute]
given: { A: N x N, x: N }
`
const part = `parts:
  - id: a
    prompt: Differentiate.
    kind: derivative
    f: x^T A x
    wrt: x
    tests: { right: [x^T (A + A^T)] }
`
/** What reading and lint say, of an exercise and of pictures beside it. */
function told(exercise: string, pictures: readonly string[] = []): string[] {
  const read = readPack(new Map<string, string | Uint8Array>([['pack.yaml', packText], ['a.yaml', exercise], ...pictures.map((name): [string, Uint8Array] => [name, png(3, 2)])]))
  return [...read.problems, ...lintPack(read.pack!, { check })].map(p => `${p.file}:${p.line}:${p.column} ${p.severity} ${p.code}: ${p.message}`)
}

describe('a mistake that an author foresaw', () => {
  const mistakes = (...when: string[]): string => `${head}${part}    mistakes:\n${when.map(answer => `      - { when: '${answer}', say: 'Said of ${answer}.' }\n`).join('')}`
  it('is silent where it will be said', () => expect(told(mistakes('x^T A', '2 x^T A'))).toEqual([]))
  it('is told where it is right, unreadable, or the same as another', () => {
    expect(told(mistakes('x^T A + x^T A^T', 'x^T B', 'x^T A', '(A^T x)^T'))).toEqual([
      'a.yaml:13:17 warning idle-mistake: What you foresee here is never said, because this answer is right.',
      expect.stringMatching(/^a\.yaml:14:17 warning idle-mistake: What you foresee here is never said, because this answer cannot be read: .*B.*\.$/),
      'a.yaml:16:17 warning idle-mistake: What you foresee here is never said, because a mistake before it is the same answer.',
    ])
  })
})

describe('a worked solution', () => {
  const astray = 'a.yaml:12:15 warning solution-astray: No formula in this solution is the answer, so that nothing holds the two together. Write the answer as a formula of its own, or as one side of an equation.'
  it.each([
    'It is $x^\\top (A + A^\\top)$.', 'So $\\frac{\\mathrm{d} f}{\\mathrm{d} x} = ((A + A^\\top) x)^\\top$, a row.', "Type `x' A + x' A'`.",
  ])('comes to the answer: %s', text => expect(told(`${head}${part}    solution: "${text.replaceAll('\\', '\\\\')}"\n`)).toEqual([]))
  it.each(['It is $2 x^\\top A$.', 'Add the two.'])('goes astray: %s', text => expect(told(`${head}${part}    solution: '${text}'\n`)).toEqual([astray]))
})

describe('a number', () => {
  const asked = (hint: string): string[] => told(`${head}parts:\n  - id: a\n    prompt: How many?\n    kind: number\n    value: 43\n    tests: { right: ['43'] }\n    hints: ['${hint}']\n`)
  it('is not to stand in a hint', () => {
    expect(asked('It is more than $40$, with $5$ shifts.')).toEqual([])
    expect(asked('It is $43$.')).toEqual(['a.yaml:11:20 warning hint-tells: This hint gives the answer away: `43` is accepted.'])
    expect(asked('It is $25 + 18$.')).toEqual(['a.yaml:11:20 warning hint-tells: This hint gives the answer away: `25 + 18` is accepted.'])
  })
})

describe('values that vary', () => {
  const varied = (vary: string, more = ''): string[] => told(`${head}vary: { ${vary} }\n${more}${part.replace('prompt: Differentiate.', 'prompt: Differentiate {a} and {b}.')}`)
  it('that all come up are fine', () => expect(varied('a: [2, 3], b: [u, v]')).toEqual([]))
  it('that never come up are told', () => {
    const single = (column: number, name: string): string => `a.yaml:5:${column} warning vary: \`${name}\` has one value alone, so that it varies nothing. Give it another one, or write the value itself into the texts.`
    expect(varied('a: [u], b: [u, v]')).toEqual([single(9, 'a'), 'a.yaml:5:21 warning vary: `b` is never `u`: wherever it could be, another name has the same word.'])
    expect(varied('a: [2, 3, 2], b: [u, v]')).toEqual(['a.yaml:5:19 warning vary: `2` stands here a second time.'])
    expect(varied('a: [2], b: [u]', 'variants: 4\n')).toEqual([single(9, 'a'), single(17, 'b'), 'a.yaml:6:11 warning vary: There is only one variant.'])
  })
  it('that come up, but in no listed variant, are told', () => {
    const [first, ...others] = varied('a: [2, 3, 5], b: [u, v]', 'variants: 2\n')
    expect(first).toMatch(/^a\.yaml:5:\d+ warning vary: No listed variant has `[235]` for `a`, so that its tests are never run\. Let `variants` be at least 3\.$/)
    expect(others).toEqual([])
  })
})

describe('a picture', () => {
  it('that nothing shows is told', () => {
    expect(told(`${head}intro: '![one](one.png)'\n${part}`, ['one.png', 'two.png'])).toEqual(['two.png:1:1 warning picture: No text of this pack shows this picture.'])
    expect(told(`${head}vary: { n: [one, two] }\nintro: '![a picture]({n}.png)'\n${part}`, ['one.png', 'two.png'])).toEqual([])
  })
})
