import { describe, expect, test } from 'vitest'
import { parser } from '../../../src-main/calculus/language/syntax/grammar/parser.ts'
import { Report } from '../../../src-main/calculus/language/syntax/report.ts'
import { KIND } from '../../../src-main/calculus/language/syntax/token.ts'
import type { Token } from '../../../src-main/calculus/language/syntax/token.ts'
import { readTree } from '../../../src-main/calculus/language/syntax/tree.ts'
import { committed, generate } from './syntax-generate.ts'

describe('the generated parser', () => {
  test.each([...generate()])('%s is what the grammar makes', (file, text) => {
    expect(committed(file)).toBe(text)
  })
})

test('a sequence of tokens outside the grammar is reported as a whole, and is a hole', () => {
  const tokens: readonly Token[] = [
    { kind: KIND.times, from: 0, to: 1, spaced: false, op: '*' },
    { kind: KIND.times, from: 1, to: 2, spaced: false, op: '*' },
  ]
  const report = new Report('**')
  expect(readTree(parser.parse('**'), tokens, report)).toEqual({ k: 'missing', from: 0, to: 2 })
  expect(report.problems()).toEqual([{ code: 'syntax', id: 'unreadable', message: 'This part cannot be read as a formula.', from: 0, to: 2 }])
})
