/** A slip in the form of a file does not hide what else is wrong with it, and is not told twice. */
import { describe, expect, it } from 'vitest'
import { check } from '../../src-main/checking/check.ts'
import { readPack } from '../../src-main/packs/index.ts'
import { lintPack } from '../../src-main/packs/lint/index.ts'
import { exerciseText, packText } from './samples.ts'
import { holdsToCorpus } from './told-corpus.ts'
import { problemsOf, told } from './told.ts'

describe('an exercise with a slip in its form', () => {
  holdsToCorpus('at-once')

  it('is no part of its pack, and is told where another has its id', () => {
    const { pack, problems, rest } = readPack(new Map([['pack.yaml', packText], ['a.yaml', exerciseText], ['b.yaml', exerciseText.replace('title: Whole', 'title: 3')]]))
    expect(pack!.exercises.map(each => each.source.file)).toEqual(['a.yaml'])
    expect(rest!.drafts).toHaveLength(1)
    expect(problems.map(each => `${each.file}:${told(each)}`)).toEqual([
      'b.yaml:1:5 The exercise id `whole` is taken by a.yaml. This file is left out.',
      "b.yaml:2:8 `title` must be text, and is a number. Put it in quotes: `'3'`. ⇒ '3'",
    ])
  })

  it('says nothing of the order of the course: what it would have shown is not known', () => {
    const asks = (id: string): string => `id: ${id}\ntitle: T\noutcomes: [compute]\ngiven: { A: N x N }\nparts:\n  - { id: a, prompt: By A., kind: derivative, f: tr(A A), wrt: A, tests: { right: [2 A^T] } }\n`
    const introduces = asks('first').replace('given', 'introduces: [trace, derivative-by-matrix]\ngiven')
    const lint = (first: string): string[] => {
      const { pack, rest } = readPack(new Map([['pack.yaml', packText], ['1.yaml', first], ['2.yaml', asks('second')], ['picture.yaml', asks('third')]]))
      return lintPack(pack!, { check }, 'all', rest?.drafts).map(each => each.code)
    }
    expect(lint(introduces.replace('title: T\n', ''))).toEqual([])
    expect(lint(introduces)).toContain('prerequisite')
  })
})

describe('a pack.yaml with a slip in its form', () => {
  const header = packText.replace('version: 1.0.0', 'version: one')
  it('does not hide what is wrong with its exercises, and gives no pack', () => {
    const { pack, rest } = readPack(new Map([['pack.yaml', header], ['a.yaml', exerciseText]]))
    expect([pack, rest!.pack!.exercises.length]).toEqual([null, 1])
    expect(problemsOf(exerciseText.replace('outcomes: [shapes]', 'outcomes: [shaps]').replace('right: [2 x^T]', 'right: [x^T]').replace('diagnosis: shape', 'diagnosis: layout'), header).map(told)).toEqual([
      '14:16 warning: `shaps` is no outcome of this pack. Did you mean `shapes`? ⇒ shapes',
      '4:10 `version` must be three numbers, such as `1.0.0`.',
      '12:22 The test `x^T` fails: it should be right, and is wrong (factor). Right up to a constant factor: yours is 1/2 times what is asked for.',
      expect.stringMatching(/^26:11 The test `2 g` fails/),
    ])
  })

  it('says of no outcome that there is none where those that there are cannot be read', () => {
    const broken = packText.replace('{ id: compute, title: Compute }', '{ id: Compute it, title: Compute }')
    expect(problemsOf(exerciseText.replace('diagnosis: shape', 'diagnosis: layout').replace('2 g,', '2 A^T g,'), broken).map(told)).toEqual([
      '6:11 `id` of item 1 of `outcomes` may hold only lower-case letters and digits, in words joined by single hyphens, such as `compute-it`. ⇒ compute-it',
    ])
  })
})
