/** An answer reads in the window, from what stands on its sheet alone, as it reads beside the reference. */
import { afterEach, describe, expect, test } from 'vitest'
import { speak, tongues } from '../../src-main/calculus/index.ts'
import { readingScope, report } from '../../src-main/checking/check.ts'
import { questionSchema, type QuestionInput } from '../../src-main/checking/question.ts'
import { readerOf, type ReadingScope } from '../../src-main/checking/reader.ts'
import { readCorpus } from './corpus.ts'

afterEach(() => speak('en'))

/** What arrives in the window: plain data. */
const sent = (scope: ReadingScope): ReadingScope => JSON.parse(JSON.stringify(scope)) as ReadingScope
const scopeOf = (input: QuestionInput) => readingScope(questionSchema.parse(input))

describe('every answer of the corpora, whole and half typed', () => {
  const blocks = readCorpus(new URL('./corpus/', import.meta.url)).filter(({ question }) => ['derivative', 'expression', 'number'].includes(question.kind))
  test.each(tongues)('reads the same, in the language that is spoken: %s', tongue => {
    speak(tongue)
    let read = 0
    for (const { where, question, cases } of blocks) {
      const here = readerOf(sent(readingScope(question)!))
      for (const [n, { answer }] of cases.entries()) {
        // A third of the places at which a learner may stop typing; a different one for each answer.
        const text = n % 3 === 0 ? answer : answer.slice(0, Math.ceil((answer.length * (n % 7 + 1)) / 8))
        expect(here(text), `${where}: ${text}`).toEqual(report(question, text))
        read++
      }
    }
    expect(read).toBeGreaterThan(3000)
  })
})

describe('what is read against', () => {
  test('binds what the question asks: its components, the sizes that are asked, the atom that no answer may name', () => {
    const scope = scopeOf({ kind: 'derivative', given: { A: 'M x N', x: 'N' }, f: 'A x', wrt: 'x', component: 'ij' })!
    expect(scope).toEqual({ given: { A: 'M x N', x: 'N' }, define: {}, f: 'A x', names: ['i', 'j'], summation: 'einstein', layout: 'jacobian', components: [{ name: 'i', dim: 'M' }, { name: 'j', dim: 'N' }], expected: [], asked: { names: ['f'], wrt: 'x' } })
    expect(readerOf(sent(scope))('d f_i / d x_j').problems).toMatchObject([{ code: 'form' }])
    expect(readerOf(sent(scope))('A_{ij}').problems).toEqual([])
  })

  test('holds no reference that was typed', () => {
    const scope = scopeOf({ kind: 'expression', given: { A: 'N x N' }, value: 'A + 41 A' })
    expect(JSON.stringify(scope)).not.toContain('41')
    expect(JSON.stringify(scopeOf({ kind: 'number', value: '4711' }))).not.toContain('4711')
  })

  test.each<[QuestionInput]>([
    [{ kind: 'shape', given: { A: 'M x N' }, of: 'A' }],
    [{ kind: 'derivation', given: { x: 'N' }, start: 'x^T x', goal: '||x||^2' }],
    [{ kind: 'choice', value: 'a', options: [{ id: 'a', text: 'A' }, { id: 'b', text: 'B' }] }],
  ])('is nothing for a kind whose reading takes more: %j', input => {
    expect(scopeOf(input)).toBeNull()
  })
})
