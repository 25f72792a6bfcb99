import { describe, expect, it } from 'vitest'
import { check } from '../../src-main/checking/check.ts'
import { fromId, generate, levels, outcomes, structureOf } from '../../src-main/packs/generator/generate.ts'
import { readPack } from '../../src-main/packs/index.ts'
import { lintPack } from '../../src-main/packs/lint/index.ts'
import { faultsOf, tools } from './generator-kit.ts'
import { packText } from './samples.ts'

const kinds = outcomes.flatMap(outcome => levels.map(level => ({ outcome, level })))
const brief = (id: string): string => {
  const { question, tests } = fromId(tools, id)!.parts[0]!
  return `${question.f ?? question.value ?? question.of} by ${question.wrt ?? ''} => ${tests!.right[0]}`
}

describe('practice', () => {
  it.each(kinds)('$outcome at level $level: well-typed, derivable, printable, and in agreement with the Jacobian', ({ outcome, level }) => {
    expect(Array.from({ length: 8 }, (_, n) => faultsOf(n, outcome, level)).flat()).toEqual([])
  })

  it('has nothing that lint would tell an author', () => {
    const { pack } = readPack(new Map([['pack.yaml', packText]]))
    const exercises = kinds.map(({ outcome, level }) => generate(tools, 7, { outcome, level }))
    const found = lintPack({ ...pack!, exercises }, { check, derive: tools.derive } as never).filter(p => p.code !== 'prerequisite')
    expect(found.map(p => `${p.file} ${p.code}: ${p.message}`)).toEqual([])
  })

  it('is hard to exhaust', () => {
    const seen = (outcome: (typeof outcomes)[number], level: (typeof levels)[number]): number =>
      new Set(Array.from({ length: 20 }, (_, n) => structureOf(generate(tools, 1000 + n, { outcome, level })))).size
    expect(seen('compute', 3)).toBeGreaterThan(14)
    expect(seen('abstract', 4)).toBeGreaterThan(14)
    expect(seen('indices', 2)).toBeGreaterThan(12)
    expect(seen('shapes', 5)).toBeGreaterThan(12)
  })

  it('avoids what came last, and its id says which one came instead', () => {
    const options = { outcome: 'compute', level: 1 } as const
    const structures: string[] = []
    for (let n = 0; n < 8; n++) {
      const exercise = generate(tools, 0, { ...options, avoid: structures })
      expect(structures).not.toContain(structureOf(exercise))
      expect(fromId(tools, exercise.id)!.source.value).toEqual(exercise.source.value)
      structures.push(structureOf(exercise))
    }
  })

  it('makes the same exercise of the same seed, for ever', () => {
    expect(['shapes-2-3', 'compute-2-1', 'compute-4-0', 'abstract-1-1', 'indices-1-1'].map(brief)).toEqual([
      'dG/dx by  => (K x Q) x L',
      'u^T A u by u => u^T (A + A^T)',
      '3 det(X A) by X => 3 det(X A) X^-T',
      'f by v => df/dz dz/dv',
      'A W a by W => A_{ij} a_k',
    ])
  })

  it('knows no id but its own', () => {
    for (const id of ['compute-6-1', 'compute-0-1', 'cooking-1-1', 'compute-1-', 'compute-1-4294967296', 'compute-1--1', '']) expect(fromId(tools, id)).toBeNull()
  })

  it('says what is asked, and hints at it rule by rule', () => {
    const part = fromId(tools, 'compute-3-1')!.parts[0]!
    expect(part.prompt).toBe('Differentiate $f = \\exp\\left(A \\, \\left(w + a\\right)\\right)$ by $w$.')
    expect(part.hints.map(h => h.say)).toEqual([
      'Give the argument of exp a name, $z$, so that each rule can be taken by itself. $z = A \\, \\left(w + a\\right)$',
      'Written with entries. $f_{i} = \\exp\\left(z_{i}\\right)$',
      "Chain rule: $\\exp' = \\exp$, times the derivative of its argument.",
      'Now the derivative of $z$. This is linear in $w$: all the rest is constant and stays as it is.',
      'The derivative of one entry of $w$ by another is 1 where they are the same entry and 0 otherwise: a delta.',
      'Each delta puts one index in the place of another, and its sum is gone.',
    ])
  })
})
