/** Laws of reading that hold for every text. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { read } from '../../../src-main/calculus/language/read.ts'
import { meaning } from '../../../src-main/calculus/language/messages/english/meaning.ts'
import { typeset } from '../../../src-main/calculus/language/typeset/typeset.ts'
import { slots } from '../../../src-main/calculus/tensors/build.ts'
import { mended, scope, scopeOf, textOf, withComponents } from './elaborate-kit.ts'

const at = withComponents(scope, 'i:M, j:N')
const pieces = [
  'A', 'x', 'y', 't', 'C', 'S', 'T', 'X', 'w', '2', '0', '1', '^T', "'", '^-1', '^2', '_i', '_{ij}', '_{k}', '_k', '_{i,:}', '[i,j]', '(', ')', '[', ']', ',', ';', '+', '-', '*', '/', '.*', './', '.^2',
  ' ', ' ', '||', '|', 'tr ', 'det', 'sin', 'exp', 'vec(', 'diag(', 'sum_k ', 'sum_{ij}', 'kron(', 'I', 'I_N', '1_N', 'e_i', 'delta_{ik}', '[i=k]', 'df/dG', '∂f_{pq}/∂G_{rs}', 'dvec(f)/dvec(G)',
  'einsum("ij,j->i",', 'softmax(', 'log', 'sigma', '\\frac{', '}{', '}', '=', 'zz', 'lambda', 'A_1', 'b_l', 'max(', 'unit(i,N)', 'comm(M,N)', 'N', 'π', '^t', ':', '<', '>', 'g', '_', '^', '\\sum_{k=1}^{N}', 'e^t',
]
const soup = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 14 }).map(p => p.join(''))

function laws(text: string): void {
  const { value, problems, parts, relation, ...rest } = read(text, at, { expected: [['M'], ['N']] })
  for (const p of [...problems, ...parts, ...rest.notes]) expect(0 <= p.from && p.from <= p.to && p.to <= text.length).toBe(true)
  for (const p of problems) {
    expect(p.message).not.toMatch(/undefined|null|NaN|\[object/)
    // A mend of the grammar may let a slip be seen that was hidden; a mend of the meaning may not.
    if (p.mend && p.id in meaning) expect(read(mended(text, p.mend), at, { expected: [['M'], ['N']] }).problems.length).toBeLessThan(problems.length)
  }
  expect(value !== null || problems.length > 0 || relation?.right.value === null).toBe(true)
  if (value) {
    expect(slots(value.expr)).toEqual([...value.axes.flat(), ...value.free.map(f => f.dim)])
    expect(textOf(value.expr)).not.toContain('"?')
  }
  typeset(rest)
}

describe('for every text', () => {
  it('of pieces of the language', () => { fc.assert(fc.property(soup, laws), { numRuns: 3_000, seed: 1 }) })
  it('of any characters', () => { fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), laws), { numRuns: 500, seed: 2 }) })
  it('that is the beginning of a good one', () => {
    const good = ['2 (A x - y) x^T', '\\sum_{k=1}^{N} A_{ik} x_k x_j', 'tr(C^-1 S) + log det C', 'einsum("ij,j->i", A, x)', '[C, x; x^T, t]', 'dvec(f)/dvec(G)', "sigma'(A x) .* y", '\\frac{x^\\top C x}{\\|x\\|^2}']
    for (const text of good) for (let n = 0; n <= text.length; n++) laws(text.slice(0, n))
  })
})

/** Texts that have a meaning, by shape: scalars, columns of N, square matrices. */
const terms = fc.letrec<{ scalar: string; column: string; square: string }>(tie => ({
  scalar: fc.oneof({ depthSize: 'small' }, fc.constantFrom('t', 'c', '2', 'pi', 'N', 'x_1', 'C_{12}'), bin(tie('scalar'), tie('scalar'), '+', '-', ' ', '*', '/'),
    fc.tuple(tie('column'), tie('column')).map(([a, b]) => `(${a})^T (${b})`), tie('square').map(m => `tr(${m})`), tie('column').map(v => `||${v}||^2`), tie('scalar').map(s => `exp(${s})`)),
  column: fc.oneof({ depthSize: 'small' }, fc.constantFrom('x', 'w', '1_N', 'b_l', '(x - e_1)'), bin(tie('column'), tie('column'), '+', '-', '.*', './'), fc.tuple(tie('square'), tie('column')).map(([m, v]) => `(${m}) (${v})`),
    fc.tuple(tie('scalar'), tie('column')).map(([s, v]) => `(${s}) (${v})`), tie('column').map(v => `sigma(${v})`), tie('square').map(m => `diag(${m})`), tie('column').map(v => `softmax(${v})`)),
  square: fc.oneof({ depthSize: 'small' }, fc.constantFrom('C', 'S', 'I_N', '(C + t I)'), bin(tie('square'), tie('square'), '+', '-', ' ', '.*'), fc.tuple(tie('column'), tie('column')).map(([a, b]) => `(${a}) (${b})^T`),
    tie('square').map(m => `(${m})^T`), tie('square').map(m => `(${m})^-1`), tie('column').map(v => `diag(${v})`), tie('square').map(m => `(${m})^2`)),
}))

function bin(a: fc.Arbitrary<string>, b: fc.Arbitrary<string>, ...signs: readonly string[]): fc.Arbitrary<string> {
  return fc.tuple(a, fc.constantFrom(...signs), b).map(([x, s, y]) => `(${x}) ${s} (${y})`)
}

describe('for every text with a meaning', () => {
  const named = scopeOf({ x: 'N', w: 'N', b_l: 'N', t: 'scalar', c: 'scalar', C: 'N x N', S: 'N x N', sigma: 'elementwise' })
  it.each([['scalar', []], ['column', [['N']]], ['square', [['N'], ['N']]]] as const)('a %s is read as one', (kind, axes) => {
    fc.assert(fc.property(terms[kind], text => {
      const { value, problems } = read(text, named, { expected: axes })
      expect([text, problems.map(p => p.message)]).toEqual([text, []])
      expect(value!.axes).toEqual(axes)
    }), { numRuns: 300, seed: 3 })
  })
  it('brackets around the whole change nothing', () => {
    fc.assert(fc.property(terms.square, text => {
      expect(textOf(read(`(${text})`, named, { expected: [['N'], ['N']] }).value!.expr)).toBe(textOf(read(text, named, { expected: [['N'], ['N']] }).value!.expr))
    }), { numRuns: 200, seed: 4 })
  })
})

describe('budgets', () => {
  it.each([
    ['powers of powers', '((C^64)^64)^64', 'too-long'], ['many factors', Array(3_000).fill('C').join(' '), 'too-long'], ['nested calls', `${'sin '.repeat(500)}t`, 'too-long'],
    ['nested sums', `${'sum_i '.repeat(500)}x_i`, 'too-long'], ['digits', '9'.repeat(1_500), 'too-many-digits'], ['an exponent', '1e999', 'too-many-digits'], ['a matrix power', 'C^65', 'power-too-high'],
    ['a long word', 'q'.repeat(5_000), 'unknown-name'], ['deep brackets', `${'('.repeat(5_000)}x${')'.repeat(5_000)}`, 'too-deep'],
  ])('%s ends with a clear word', (_, text, id) => {
    const { problems, value } = read(text, scope)
    expect([value, problems[0]!.id]).toEqual([null, id])
  })
  it.each([['factors', Array(999).fill('C').join(' ')], ['terms', Array(4_000).fill('x').join(' + ')], ['a power', 't^1000000'], ['nested brackets', `${'('.repeat(190)}x${')'.repeat(190)}`], ['2^1000', '2^1000'], ['9^999999', '9^999999']])('%s are read', (_, text) => {
    expect(read(text, scope).problems).toEqual([])
  })
})
