import katex from 'katex'
import { describe, expect, it } from 'vitest'
import { print } from '../../../src-main/calculus/print/print.ts'
import { corpus } from './corpus.ts'
import { equalAt, readBack } from './kit.ts'

const sizes = new Map([...'MNPQRKDJSL'].map((name, n) => [name, [3, 4, 2, 5, 3, 2, 2, 2, 2, 3][n]!]))
const all = corpus('derivatives.txt')

describe('the corpus of derivatives', () => {
  it('holds at least two hundred', () => {
    expect(all.length).toBeGreaterThan(200)
  })

  it('is printed as a lecturer would write it', () => {
    const made = all.map(c => {
      const p = print(c.typed, c.scope.symbols)
      return `${c.line}: ${c.source} ==> ${p.matrix ?? '-'} ==> ${p.index}`
    })
    expect(made).toEqual(all.map(c => `${c.line}: ${c.source} ==> ${c.matrix ?? '-'} ==> ${c.index}`))
  })

  it('reads back to the derivative in both notations', () => {
    const bad: string[] = []
    let compared = 0
    for (const c of all) {
      const p = print(c.typed, c.scope.symbols)
      for (const [notation, text] of [['matrix', p.matrix], ['index', p.index]] as const) {
        if (text === null) continue
        const back = readBack(text, notation, p.names, c.typed, c.scope.symbols)
        const same = typeof back === 'string' ? back : equalAt(c.typed.expr, back, c.scope.symbols, sizes, 3)
        if (same === true) compared++
        else if (same !== null) bad.push(`${c.line}: ${text}: ${String(same)}`)
      }
    }
    expect(bad).toEqual([])
    expect(compared).toBeGreaterThan(400)
  })

  it('is LaTeX that KaTeX typesets, and words', () => {
    for (const c of all) {
      const p = print(c.typed, c.scope.symbols)
      for (const text of [p.latex, p.indexLatex]) expect(() => katex.renderToString(text, { throwOnError: true, strict: 'error' }), `${c.source}: ${text}`).not.toThrow()
      expect(p.speech, c.source).toMatch(/^[A-Za-z0-9 ,;]+$/)
    }
  })
})
