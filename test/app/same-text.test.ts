import { expect, it } from 'vitest'
import { sameText } from '../../src-main/app/same-text.ts'

it.each([
  ['2 (A x - y) x^T', ' 2(A x-y)x^T\n'],
  ['A  x', 'A x'],
  ['a = b\n\n c', 'a=b\r\nc'],
  ['σ (z)', 'σ(z)'],
])('%j is %j', (a, b) => expect(sameText(a, b)).toBe(true))

it.each([
  ['A x', 'Ax'],
  ['1 2', '12'],
  ['x_1 2', 'x_12'],
  ['sin x', 'sinx'],
  ['a\nb', 'a b'],
  ['θ x', 'θx'],
])('%j is not %j', (a, b) => expect(sameText(a, b)).toBe(false))
