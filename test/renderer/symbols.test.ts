import { describe, expect, it } from 'vitest'
import { growing } from '../../src-renderer/answer/completions.ts'
import { learnt, placed, readUses, signsFor, usesText } from '../../src-renderer/answer/symbols.ts'
import type { Part } from '../../src-renderer/state/api-types.ts'

const part = (kind: Part['kind']): Part => ({
  id: 'p', title: '', prompt: '', kind, latex: '', asks: '', options: [], hintsLeft: 0, hintsShown: [], draft: '', state: 'new', completions: [],
})
const givens = [{ name: 'A', latex: 'A', shape: 'M x N', properties: '' }, { name: 'g', latex: 'g = A x', shape: 'M', properties: '' }]
const ids = (kind: Part['kind'], uses = {}) => signsFor(part(kind), givens, uses).map(sign => sign.id)

describe('the symbols offered', () => {
  it('begin with the names that are given, without what they stand for', () => {
    expect(ids('derivative').slice(0, 3)).toEqual(['name A', 'name g', 'transpose'])
    expect(signsFor(part('derivative'), givens, {})[1]?.tex).toBe('g')
  })
  it('go on with what was used most', () => {
    expect(ids('derivative', { kron: 2, delta: 3 }).slice(2, 5)).toEqual(['delta', 'kron', 'transpose'])
  })
  it('are axes for a shape, and none for a choice or a number', () => {
    expect(ids('shape')).toEqual(['name M', 'name N', 'by', 'group'])
    expect([ids('choice'), ids('number')]).toEqual([[], []])
  })
})

describe('what was used', () => {
  it('is found in an answer, however it is written', () => {
    expect(Object.keys(learnt({}, "2(Ax-y)x'"))).toEqual(['transpose'])
    expect(Object.keys(learnt({}, 'sum_k delta_{ik} A_{kj} / N'))).toEqual(['fraction', 'sum', 'entry', 'delta'])
    expect(Object.keys(learnt({}, 'kron(I, A^-1) .* vec(B)'))).toEqual(['identity', 'inverse', 'entrywise', 'kron', 'vec'])
  })
  it('fades', () => {
    let uses = learnt({}, 'tr(A)')
    for (let n = 0; n < 10; n++) uses = learnt(uses, 'x^T')
    expect(uses['transpose']).toBeGreaterThan(5)
    expect(uses['trace']).toBeLessThan(0.5)
    for (let n = 0; n < 40; n++) uses = learnt(uses, 'x^T')
    expect(uses['trace']).toBeUndefined()
  })
  it('is kept as text, and what is no such text is nothing', () => {
    expect(readUses(usesText({ sum: 2.5, delta: 1 }))).toEqual({ sum: 2.5, delta: 1 })
    expect(readUses('nonsense: sum:x __proto__:3 delta:-1')).toEqual({})
  })
})

describe('a sign typed at the caret', () => {
  const at = (marked: string, insert: string) => {
    const from = marked.indexOf('<') >= 0 ? marked.indexOf('<') : marked.indexOf('|')
    const text = marked.replace(/[<>|]/g, '')
    const to = marked.indexOf('>') >= 0 ? marked.indexOf('>') - 1 : from
    const put = placed(text, { from, to }, insert)
    const whole = text.slice(0, put.span.from) + put.text + text.slice(put.span.to)
    return `${whole.slice(0, put.caret)}|${whole.slice(put.caret)}`
  }
  it('keeps names apart', () => {
    expect(at('2|', 'A')).toBe('2 A|')
    expect(at('(|', 'A')).toBe('(A|')
    expect(at('A |x', 'y')).toBe('A y|x')
  })
  it('puts the caret into what is open', () => {
    expect(at('A |', 'tr(¦)')).toBe('A tr(|)')
    expect(at('|', 'sum_{¦} ')).toBe('sum_{|} ')
  })
  it('goes around what is selected, or behind it', () => {
    expect(at('2 <A x>', '||¦||')).toBe('2 ||A x|||')
    expect(at('<A>', '¦^T')).toBe('A^T|')
    expect(at('A|', '¦_{}')).toBe('A_{|}')
    expect(at('<a>', '(¦) / ()')).toBe('(a) / (|)')
    expect(at('|', '(¦) / ()')).toBe('(|) / ()')
  })
})

describe('names that complete', () => {
  const all = ['A', 'theta', 'delta', 'det', 'kron', 'tr', 'transpose', 'sum', 'dot'].map(label => ({ label, insert: `${label}(`, detail: '' }))
  const offered = (typed: string) => growing(all, typed).map(each => each.label)
  it('are found by their beginning, by command, by letter', () => {
    expect(offered('del')).toEqual(['delta'])
    expect(offered('\\del')).toEqual(['delta'])
    expect(offered('δ')).toEqual(['delta'])
    expect(offered('θ')).toEqual(['theta'])
    expect(offered('\\')).toHaveLength(all.length)
  })
  it('are found by another word for the same', () => {
    expect(offered('tra')).toEqual(['transpose', 'tr'])
    expect(offered('\\otimes')).toEqual(['kron'])
    expect(offered('⊗')).toEqual(['kron'])
    expect(offered('Σ')).toEqual(['sum'])
  })
  it('are not offered once they are complete', () => expect(offered('tr')).toEqual(['transpose']))
})
