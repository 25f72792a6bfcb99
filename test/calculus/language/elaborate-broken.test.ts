/** The golden corpus of answers without meaning: exact codes, spans, messages and mends. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { read } from '../../../src-main/calculus/language/read.ts'
import type { Scope } from '../../../src-main/calculus/language/scope.ts'
import { mended, scopeOf, withComponents } from './elaborate-kit.ts'

interface Case { readonly line: number; readonly answer: string; readonly expected: readonly string[]; readonly scope: Scope }

function corpus(): readonly Case[] {
  const cases: Case[] = []
  let scope: Scope | null = null
  let expected: string[] = []
  readFileSync(new URL('./elaborate-broken.txt', import.meta.url), 'utf8').split('\n').forEach((text, n) => {
    const setting = /^@(\w+)\s*(.*)$/.exec(text)
    if (setting) {
      const [, name, value] = setting as unknown as [string, string, string]
      if (name === 'given') scope = scopeOf(Object.fromEntries(value.split(';').map(p => p.split(':').map(s => s.trim()))) as Record<string, string>)
      else if (name === 'component') scope = withComponents(scope!, value)
      else if (name === 'summation') scope = { ...scope!, summation: value as Scope['summation'] }
      else if (name === 'asked') scope = { ...scope!, asked: { names: [value.split('/')[0]!], wrt: value.split('/')[1]! } }
      else throw new Error(`line ${n + 1}: @${name} is not known`)
    } else if (text.startsWith('==> ') || text.startsWith('    ')) expected.push(text)
    else if (text.trim() !== '' && !text.startsWith('#')) {
      expected = []
      cases.push({ line: n + 1, answer: text, expected, scope: scope! })
    }
  })
  return cases
}

function found(answer: string, scope: Scope): readonly string[] {
  const { problems } = read(answer, scope)
  if (problems.length === 0) return ['==> fine']
  return problems.flatMap(p => [
    `==> ${p.code} ${p.id} ${p.from}-${p.to} ${JSON.stringify(answer.slice(p.from, p.to))}`, `    ${p.message}`,
    ...(p.mend ? [`    mend: ${mended(answer, p.mend)}`] : []),
  ])
}

describe('answers without meaning', () => {
  const cases = corpus()
  it('holds at least 150 answers', () => expect(cases.length).toBeGreaterThanOrEqual(150))
  it.each(cases.map(c => [c.line, c.answer, c] as const))('line %i: %s', (_, answer, c) => {
    expect(found(answer, c.scope)).toEqual(c.expected)
  })
  it('offers only mends that leave fewer problems', () => {
    for (const c of cases) {
      const { problems } = read(c.answer, c.scope)
      for (const p of problems) if (p.mend) expect(read(mended(c.answer, p.mend), c.scope).problems.length, c.answer).toBeLessThan(problems.length)
    }
  })
})
