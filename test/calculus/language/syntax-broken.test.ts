import { describe, expect, test } from 'vitest'
import { syntaxMessages } from '../../../src-main/calculus/language/messages/syntax.ts'
import { LONGEST, parse } from '../../../src-main/calculus/language/parse.ts'
import type { Problem } from '../../../src-main/calculus/problem.ts'
import { corpus } from './syntax-corpus.ts'
import { print } from './syntax-print.ts'

const entries = corpus('syntax-broken.txt')

const mended = (source: string, { mend }: Problem): string =>
  mend === undefined ? '' : ` | ${(source.slice(0, mend.from) + mend.text + source.slice(mend.to)).replaceAll('\n', '⏎')}`.trimEnd()

describe('the corpus of what cannot be read', () => {
  test.each(entries)('line $line: $source', ({ source, expected }) => {
    const { node, problems } = parse(source)
    const said = problems.map((p) => `${p.id} ${p.from}..${p.to} | ${p.message}${mended(source, p)}`)
    expect([...said, node === null ? 'nothing' : print(node)]).toEqual(expected)
  })

  test('is of decent size, and one slip is one problem in nearly all of it', () => {
    expect(entries.length).toBeGreaterThan(150)
    expect(entries.filter(({ source }) => parse(source).problems.length > 1).length).toBeLessThanOrEqual(3)
  })

  test('has an example of every message', () => {
    const shown = new Set(entries.flatMap(({ source }) => parse(source).problems.map((p) => p.id)))
    // These need a text too long for a corpus; the last is proved impossible, as far as a search can, by the property tests.
    const elsewhere = ['too-long', 'too-deep', 'unreadable']
    expect(Object.keys(syntaxMessages).filter((id) => !shown.has(id) && !elsewhere.includes(id))).toEqual([])
  })
})

describe('limits', () => {
  test(`a text of ${LONGEST} characters is read, a longer one is not`, () => {
    expect(parse('x '.repeat(LONGEST / 2)).problems).toEqual([])
    const long = 'x'.repeat(LONGEST + 1)
    expect(parse(long)).toEqual({
      node: null,
      problems: [{ code: 'syntax', id: 'too-long', message: 'An answer may have 20000 characters at most; this one has 20001.', from: 0, to: LONGEST + 1 }],
    })
  })

  test('brackets 200 deep are read, deeper ones are not', () => {
    const deep = (n: number): string => '('.repeat(n) + 'x' + ')'.repeat(n)
    expect(parse(deep(200)).problems).toEqual([])
    const { node, problems } = parse(deep(201))
    expect(node).toEqual({ k: 'missing', from: 0, to: 403 })
    expect(problems).toEqual([{
      code: 'syntax', id: 'too-deep', message: 'Brackets may stand inside each other 200 deep at most. From here on the text is not read.', from: 200, to: 201,
    }])
  })

  test('of many problems, forty are told', () => {
    expect(parse('# x '.repeat(100)).problems.length).toBe(40)
  })
})
