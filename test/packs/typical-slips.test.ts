/** What teachers get wrong, and what they are told: one slip, one message, at its place, with what was most likely meant. */
import { describe, expect, it } from 'vitest'
import { readPack } from '../../src-main/packs/index.ts'
import { lintPack } from '../../src-main/packs/lint/index.ts'
import { nearest } from '../../src-main/packs/nearest.ts'
import { exerciseText as sampleText, packText } from './samples.ts'
import { holdsToCorpus } from './told-corpus.ts'
import { problemsOf, told } from './told.ts'
import { png } from './zip.ts'

const exerciseText = sampleText.replace('{ answer: 2 g, diagnosis: shape }', '{ answer: 3 g^T A, diagnosis: factor }')

describe('a slip in an exercise', () => holdsToCorpus('typical-slips'))

describe('a slip in pack.yaml', () => {
  it.each([
    [packText.replace('1.0.0', '1.0'), ['4:10 `version` must be three numbers, such as `1.0.0`. ⇒ 1.0.0']],
    [packText.replace('1.0.0', 'v1.2'), ['4:10 `version` must be three numbers, such as `1.0.0`. ⇒ 1.2.0']],
    [packText.replace('format: 1', "format: '1'"), ['1:9 `format` must be a number, and is text. Write `1`. ⇒ 1']],
    [`${packText}assumes: [trases, inverse matrix]\n`, [
      '8:11 warning: `trases` is no skill. Did you mean `trace`? ⇒ trace',
      '8:19 Item 2 of `assumes` may hold only lower-case letters and digits, in words joined by single hyphens, such as `inverse-matrix`. ⇒ inverse-matrix',
    ]],
    [`${packText}prerequisites: [My Pack]\n`, ['8:17 Item 1 of `prerequisites` may hold only lower-case letters and digits, in words joined by single hyphens, such as `my-pack`. ⇒ my-pack']],
  ])('case %#', (header, expected) => expect(problemsOf(exerciseText, header).map(told)).toEqual(expected))
})

describe('a file in another encoding', () => {
  const read = (bytes: Uint8Array | string): string[] => readPack(new Map<string, Uint8Array | string>([['pack.yaml', packText], ['a.yaml', bytes], ['b.yaml', exerciseText]])).problems.map(told)
  it('is told as what it is', () => {
    expect(read(Buffer.from(`\uFEFF${exerciseText}`, 'utf16le'))).toEqual(['1:1 This file is UTF-16 text, as its byte order mark tells. Save it with the encoding UTF-8.'])
    expect(read(Buffer.from(exerciseText, 'utf16le'))).toEqual(['1:1 This file looks like UTF-16 text. Save it with the encoding UTF-8.'])
    expect(read(Buffer.from(exerciseText, 'utf16le').swap16())).toEqual(['1:1 This file looks like UTF-16 text. Save it with the encoding UTF-8.'])
    expect(read(exerciseText.replaceAll('\n', '\r'))).toEqual(['1:1 The lines of this file end as on very old computers (CR alone), so that all of it is one line. Save it with ordinary line ends (LF or CRLF).'])
  })
})

describe('a file that is named otherwise', () => {
  const read = (...files: [string, string][]): string[] => readPack(new Map([...files, ['a.yaml', exerciseText] as const])).problems.map(problem => `${problem.file}:${told(problem)}`)
  it.each(['Pack.yaml', 'pack.yml', 'pack.yaml.txt', 'PACK.YAML'])('is told once where it is the pack itself: %s', name => {
    expect(read([name, packText])).toEqual([`${name}:1:1 The file that makes a folder a pack is named \`pack.yaml\`, in small letters. Rename this one.`])
  })

  it('is no exercise where it lies too deep', () => {
    expect(read(['one/pack.yaml', packText])).toEqual(['one/pack.yaml:1:1 A pack has its `pack.yaml` at its top, and there is none, but this one in a folder. Move it up, or take that folder for the pack.'])
    expect(read(['pack.yaml', packText], ['one/pack.yaml', packText])).toEqual(['one/pack.yaml:1:1 warning: A pack has one `pack.yaml`, at its top. This one is ignored.'])
  })

  it('is told of its hidden ending', () => {
    expect(read(['pack.yaml', packText], ['b.yaml.txt', exerciseText])).toEqual(['b.yaml.txt:1:1 warning: Exercise files end in `.yaml`, and this one in `.yaml.txt`; some systems hide the last ending. Rename it.'])
  })

  it('with a slip that makes the parser lose its way is told of that alone, however long it is', () => {
    const parts = exerciseText.slice(exerciseText.indexOf('parts:\n') + 7)
    const long = exerciseText + Array.from({ length: 30 }, (_, n) => parts.replaceAll(/^ {2}- id: (.*)$/gm, `  - id: $1-${n}`)).join('')
    const tabs = readPack(new Map([['pack.yaml', packText], ['a.yaml', long.replace(/^ {8}- /gm, '\t\t- ')]])).problems
    expect(tabs.map(told)).toEqual([expect.stringMatching(/^\d+:1 This line and \d+ more are indented with tabs\./)])
  })
})

describe('a picture', () => {
  function shown(markdown: string, ...files: string[]): string[] {
    const { pack, problems } = readPack(new Map<string, Uint8Array | string>([['pack.yaml', packText], ['one/a.yaml', exerciseText.replace('title: Whole', `title: Whole\nintro: '${markdown}'`)], ...files.map((name): [string, Uint8Array] => [name, png(3, 2)])]))
    return [...problems, ...lintPack(pack!, { check: () => { throw Object.assign(new Error('f: no'), { field: 'nothing' }) } })].filter(problem => problem.code !== 'question').map(problem => `${problem.file}:${told(problem)}`)
  }
  it.each([
    ['![a spring](Spring.png)', ['one/spring.png'], ['one/a.yaml:3:21 warning: There is no picture `Spring.png`, but `spring.png`: small and capital letters are not the same. ⇒ spring.png']],
    ['![a spring](spring.png)', ['spring.png'], ['one/a.yaml:3:21 warning: There is no picture `spring.png`. Did you mean `../spring.png`? ⇒ ../spring.png']],
    ['![a spring](img\\\\spring.png)', ['one/img/spring.png'], [expect.stringMatching(/^one\/a\.yaml:3:\d+ warning: There is no picture `img\\spring\.png`\. Did you mean `img\/spring\.png`\?$/)]],
    ['![a spring](a spring.png)', ['one/a spring.png'], ['one/a.yaml:3:9 warning: The name of this picture holds a blank, so that it is not shown: `a spring.png`. Rename it, or write `a%20spring.png`.']],
    ['![a spring](a%20spring.png)', ['one/a spring.png'], []],
    ['![a spring](spring.jpg)', [], ['one/a.yaml:3:21 warning: `spring.jpg` is no PNG file. Save the picture as PNG, in small letters: `.png`.']],
    ['![a spring](spring.png)', [], ['one/a.yaml:3:21 warning: There is no picture `spring.png` beside this file. A picture is a PNG file of the pack.']],
    ['No picture.', ['one/B.PNG'], ['one/B.PNG:1:1 warning: The ending `.PNG` is written in small letters. Rename this file, and write it so where a text shows it.']],
    ['![a spring](spring.PNG)', ['one/spring.PNG'], ['one/spring.PNG:1:1 warning: The ending `.PNG` is written in small letters. Rename this file, and write it so where a text shows it.']],
    ['![a spring](spring.png)', ['one/spring.Png'], ['one/spring.Png:1:1 warning: The ending `.Png` is written in small letters. Rename this file, and write it so where a text shows it.']],
    ['![a spring](spring.jpg)', ['one/spring.jpg'], ['one/spring.jpg:1:1 warning: A picture is a PNG file. Save this one as PNG, and write it so where a text shows it. It is ignored.']],
    ['![a spring](spring.svg)', ['one/spring.svg'], ['one/spring.svg:1:1 SVG pictures are not taken, since they can hold programs. Save it as PNG.']],
    ['![a spring](spring)', ['one/spring.png'], ['one/a.yaml:3:21 warning: There is no picture `spring`. Did you mean `spring.png`? ⇒ spring.png']],
    ['![a spring](spring.jpeg)', ['one/spring.png'], ['one/a.yaml:3:21 warning: There is no picture `spring.jpeg`. Did you mean `spring.png`? ⇒ spring.png']],
  ])('%s', (markdown, files, expected) => expect(shown(markdown, ...files)).toEqual(expected))
})

it('a word that is cut short is known where there is one alone that begins so', () => {
  const known = ['quadratic-form', 'derivative', 'derivation', 'trace']
  expect(['quadratic', 'deriv', 'tra', 'traces-of', 'trcae'].map(word => nearest(word, known))).toEqual(['quadratic-form', null, null, 'trace', 'trace'])
})
