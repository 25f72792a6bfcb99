import { describe, expect, it } from 'vitest'
import { readPack } from '../../src-main/packs/index.ts'
import type { PackProblem } from '../../src-main/packs/index.ts'
import { readCorpus } from './corpus.ts'
import { exerciseText, packText } from './samples.ts'

const told = (p: PackProblem): string => `${p.line}:${p.column} ${p.message}${p.mend ? ` ⇒ ${p.mend.text}` : ''}`
const problemsOf = (exercise: string): readonly PackProblem[] =>
  readPack(
    new Map([
      ['pack.yaml', packText],
      ['broken.yaml', exercise],
      ['whole.yaml', exerciseText],
    ]),
  ).problems.filter(p => p.file === 'broken.yaml')

describe('broken exercise files', () => {
  const cases = readCorpus(new URL('corpus/broken-exercises.txt', import.meta.url))
  it.each(cases.map(c => [c.name, c] as const))('%s', (_, { text, expected }) => {
    expect(expected.length).toBeGreaterThan(0)
    expect(problemsOf(text).map(told)).toEqual(expected)
  })
  it.each(cases.map(c => [c.name, c] as const))('%s: each mend takes its problem away', (_, { text }) => {
    for (const { mend, message } of problemsOf(text)) {
      if (!mend) continue
      const mended = text.slice(0, mend.from) + mend.text + text.slice(mend.to)
      expect(
        problemsOf(mended)
          .map(p => p.message)
          .filter(m => m === message).length,
      ).toBeLessThan(problemsOf(text).filter(p => p.message === message).length)
    }
  })
  it.each(cases.map(c => [c.name, c] as const))('%s: the other exercise is there', (_, { text }) => {
    const { pack } = readPack(
      new Map([
        ['pack.yaml', packText],
        ['broken.yaml', text],
        ['whole.yaml', exerciseText],
      ]),
    )
    expect(pack!.exercises.map(e => e.id)).toContain('whole')
  })
})

describe('a pack', () => {
  it('is read whole, with declarations shared and overridden', () => {
    const { pack, problems } = readPack(
      new Map([
        ['pack.yaml', packText],
        ['a/whole.yaml', exerciseText],
      ]),
    )
    expect(problems).toEqual([])
    const part = pack!.exercises[0]!.parts[1]!
    expect(part.question).toEqual({
      given: { A: 'M x N', x: 'N', y: 'N' },
      define: { g: 'A x' },
      kind: 'derivative',
      f: 'g^T g',
      wrt: 'x',
      layout: 'jacobian',
      form: 'any',
      summation: 'einstein',
      grouping: true,
      mistakes: [],
    })
    expect(part.outcomes).toEqual(['shapes'])
    expect(part.hints).toEqual([
      { for: null, say: 'First.' },
      { for: 'sign', say: 'Signs.' },
    ])
    expect(part.tests).toEqual({
      right: ['2 g^T A'],
      wrong: [
        { answer: '2 g', diagnosis: 'shape' },
        { answer: '0', diagnosis: null },
      ],
      unreadable: [{ answer: '2 +', diagnosis: null }],
    })
  })
  it('stands in the order of its chapters, then of its file names', () => {
    const exercise = (id: string, chapter: string): string => exerciseText.replace('id: whole', `id: ${id}\nchapter: ${chapter}`)
    const { pack, problems } = readPack(
      new Map([
        ['pack.yaml', `${packText}chapters:\n  - { id: one, title: One }\n  - { id: two, title: Two }\n`],
        ['10.yaml', exercise('ten', 'one')],
        ['9.yaml', exercise('nine', 'one')],
        ['1.yaml', exercise('first', 'two')],
        ['0.yaml', exercise('stray', 'tow')],
      ]),
    )
    expect(pack!.exercises.map(e => e.id)).toEqual(['nine', 'ten', 'first', 'stray'])
    expect(problems.map(told)).toEqual(['2:10 `tow` is no chapter of this pack. Did you mean `two`? ⇒ two'])
  })
  it('tells ids that are taken, outcomes that are unknown, and parts that share an id', () => {
    const { pack, problems } = readPack(
      new Map([
        ['pack.yaml', packText],
        ['a.yaml', exerciseText],
        ['b.yaml', exerciseText.replace('Whole', 'Other')],
        ['c.yaml', exerciseText.replace('id: whole', 'id: c').replace('outcomes: [compute]', 'outcomes: [compute, abstract]')],
        ['d.yaml', exerciseText.replace('id: whole', 'id: d').replace('id: second', 'id: first')],
      ]),
    )
    expect(problems.map(p => `${p.file}:${told(p)}`)).toEqual([
      'b.yaml:1:5 The exercise id `whole` is taken by a.yaml. This file is left out.',
      'c.yaml:3:21 `abstract` is no outcome of this pack. It has `compute`, `shapes`.',
      'd.yaml:13:9 The part id `first` stands here a second time.',
    ])
    expect(pack!.exercises.map(e => e.id)).toEqual(['whole', 'c'])
  })
  it('without pack.yaml is no pack, and says what else is wrong too', () => {
    const { pack, problems } = readPack(
      new Map([
        ['a.yaml', 'id: a\n'],
        ['b.yml', ''],
        ['run.exe', ''],
      ]),
    )
    expect(pack).toBeNull()
    expect(problems.map(p => `${p.file}:${told(p)}`)).toEqual([
      'a.yaml:1:1 The exercise needs the field `title`.',
      'a.yaml:1:1 The exercise needs the field `outcomes`.',
      'a.yaml:1:1 The exercise needs the field `parts`.',
      'b.yml:1:1 Exercise files end in `.yaml`. Rename this one.',
      'pack.yaml:1:1 A pack needs a file `pack.yaml` with its id, title, version and outcomes.',
      'run.exe:1:1 A pack holds `.yaml`, `.md` and `.png` files. This one is ignored.',
    ])
  })
  it('of a newer format is told, and nothing else is complained of', () => {
    const { pack, problems } = readPack(new Map([['pack.yaml', 'format: 2\ntitel: x\n']]))
    expect(pack).toBeNull()
    expect(problems.map(told)).toEqual(['1:9 This pack has format 2. This version of Nabla reads formats up to 1: a newer one is needed.'])
  })
  it('tells a file in which the parser would run out of stack', () => {
    for (const levels of [1_000, 2_000, 4_000]) {
      const { problems } = readPack(new Map([['pack.yaml', packText], ['a.yaml', `a: ${'['.repeat(60)}${": '".repeat(levels)}\n`]]))
      expect(problems.filter(each => each.file === 'a.yaml' && each.severity === 'error').length).toBeGreaterThan(0)
    }
  })

  it('names the line that is not UTF-8, and refuses files without end', () => {
    const latin1 = Buffer.concat([Buffer.from('id: a\ntitle: Größe\n', 'utf8'), Buffer.from('intro: Größe\n', 'latin1')])
    const { problems } = readPack(
      new Map<string, Uint8Array | string>([
        ['pack.yaml', packText],
        ['a.yaml', latin1],
        ['b.yaml', `id: ${'x'.repeat(300_000)}`],
      ]),
    )
    expect(problems.map(p => `${p.file}:${told(p)}`)).toEqual([
      'a.yaml:3:10 This line is not UTF-8 text. Save the file with the encoding UTF-8.',
      "b.yaml:1:1 This file has 293 kB. A text file in a pack has at most 256 kB.",
    ])
  })
  it('may begin with a byte order mark and end its lines as Windows does', () => {
    const windows = (text: string): string => `\uFEFF${text.replaceAll('\n', '\r\n')}`
    const { pack, problems } = readPack(
      new Map([
        ['pack.yaml', windows(packText)],
        ['a.yaml', windows(exerciseText)],
      ]),
    )
    expect(problems).toEqual([])
    expect(pack!.exercises[0]!.title).toBe('Whole')
  })
})
