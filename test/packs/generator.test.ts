import { describe, expect, it } from 'vitest'
import { check, derive } from '../../src-main/checking/check.ts'
import { fromId, generate, levels, outcomes, structureOf, structureOfId } from '../../src-main/packs/generator/generate.ts'
import { readPack } from '../../src-main/packs/index.ts'
import { lintPack } from '../../src-main/packs/lint/index.ts'
import { workedSolution } from '../../src-main/checking/solution/solution.ts'
import { confirm } from '../checking/solution-kit.ts'
import { faultsOf, lookAt, tools } from './generator-kit.ts'
import { packText } from './samples.ts'

const kinds = outcomes.flatMap(outcome => levels.map(level => ({ outcome, level })))
const brief = (id: string): string => {
  const { question, tests } = fromId(tools, id)!.parts[0]!
  return `${question.f ?? question.value ?? question.of} by ${question.wrt ?? ''} => ${tests!.right[0]}`
}

describe('practice', () => {
  it.each(kinds)('$outcome at level $level: well-typed, derivable, printable, and in agreement with the Jacobian', { timeout: 60_000 }, ({ outcome, level }) => {
    expect(Array.from({ length: 15 }, (_, n) => (n < 4 ? faultsOf(n, outcome, level) : lookAt(n, outcome, level).faults)).flat()).toEqual([])
  })

  it.each([['compute', 5, 7606], ['compute', 5, 12965], ['compute', 5, 13091], ['indices', 5, 21541], ['indices', 5, 27671], ['compute', 4, 31064], ['compute', 4, 31441]] as const)('%s at level %d, seed %d, which once had a fault, has none', (outcome, level, seed) => {
    expect(faultsOf(seed, outcome, level)).toEqual([])
  })

  it('has nothing that lint would tell an author', () => {
    const { pack } = readPack(new Map([['pack.yaml', packText]]))
    const exercises = kinds.map(({ outcome, level }) => generate(tools, 7, { outcome, level }))
    const found = lintPack({ ...pack!, exercises }, { check, derive } as never).filter(p => p.code !== 'prerequisite')
    expect(found.map(p => `${p.file} ${p.code}: ${p.message}`)).toEqual([])
  })

  it('is hard to exhaust', { timeout: 60_000 }, () => {
    const seen = (outcome: (typeof outcomes)[number], level: (typeof levels)[number]): number =>
      new Set(Array.from({ length: 20 }, (_, n) => structureOfId(tools, `${outcome}-${level}-${1000 + n}-3`))).size
    expect(kinds.map(({ outcome, level }) => [outcome, level, seen(outcome, level)]).filter(([, , n]) => Number(n) < 14)).toEqual([])
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
    expect(['shapes-2-3-3', 'compute-2-1-3', 'compute-4-0-3', 'abstract-1-1-3', 'indices-1-1-3', 'compute-1-6-3'].map(brief)).toEqual([
      'dz/dx by  => N x I',
      'tr(A^T A) + b^T A a by A => 2 A + b a^T',
      '2 log(sum(exp(sigma(u))))^3 by u => 6 log(sum(exp(sigma(u))))^2 (softmax(sigma(u)) .* sigma\'(u))^T',
      'b^T (z + a) by x => b^T dz/dx',
      '(X A + B)_{ij} by  => X_{ik} A_{kj} + B_{ij}',
      'A^T u by u => A^T',
    ])
  })

  it('knows no id but its own, and none of the generator that was before it', () => {
    const foreign = ['compute-6-1-3', 'compute-0-1-3', 'cooking-1-1-3', 'compute-1-1', 'compute-1-1-2', 'compute-1-1-4', 'compute-1--3', 'compute-1-4294967296-3', 'compute-1--1-3', '']
    for (const id of foreign) {
      expect(fromId(tools, id)).toBeNull()
      expect(structureOfId(tools, id)).toBeNull()
    }
  })

  it('says what is asked, and hints at it rule by rule', () => {
    const part = fromId(tools, 'compute-3-25-3')!.parts[0]!
    expect(part.prompt).toBe('Differentiate $f = \\tanh\\left(\\left(A^{\\mathsf{T}} \\, x\\right) \\oslash a\\right)$ by $x$. $a$ has no entry that is zero.')
    expect(part.hints.map(h => h.say)).toEqual([
      'Give the argument of tanh a name, $z$, so that each rule can be taken by itself. $z = \\left(A^{\\mathsf{T}} \\, x\\right) \\oslash a$',
      'Written with entries. $f_{i} = \\tanh\\left(z_{i}\\right)$',
      "Chain rule: $\\tanh' = 1 - \\tanh^2$, times the derivative of its argument.",
      'Now the derivative of $z$. This is linear in $x$: all the rest is constant and stays as it is.',
      'The derivative of one entry of $x$ by another is 1 where they are the same entry and 0 otherwise: a delta.',
      'Each delta puts one index in the place of another, and its sum is gone.',
    ])
  })

  it('says what stands for each name in the question', { timeout: 60_000 }, () => {
    expect(fromId(tools, 'abstract-1-20-3')!.parts[0]!.prompt).toBe(
      'Differentiate $f$ with $z = a - s \\, A \\, x$ by $x$. Here $f$ depends on $z$, in ways that are not told: write their derivatives as they are.')
    for (const level of levels) for (let seed = 0; seed < 5; seed++) {
      const { prompt, question } = generate(tools, seed, { outcome: 'abstract', level }).parts[0]!
      for (const name of Object.keys(question.define)) expect(prompt).toContain(`$${name} = `)
    }
  })

  it('has words for every kind of question that it asks', () => {
    const prompt = (id: string): string => fromId(tools, id)!.parts[0]!.prompt
    expect(prompt('compute-4-29-3')).toMatch(/^The gradient of \$h = .*\$ by \$v\$, as a column, is \$f = .*\$\. Differentiate it once more by \$v\$: the result is the Hessian of \$h\$\.$/)
    expect(prompt('compute-4-23-3')).toMatch(/^Let \$f = .*\$\. Show line by line that \$\\mathrm\{d\}f = .*\\mathrm\{d\}X\\right\)\$, where \$\\mathrm\{d\}X\$ is a small change of \$X\$, typed `dX`\. \$X\$ has an inverse\.$/)
    expect(prompt('indices-2-1-3')).toBe('Write the entry $f_{jk}$ of `einsum("ij,ik->jk", A, B)` with entries: every sum either written or by Einstein’s convention.')
    expect(prompt('indices-2-2-3')).toMatch(/^Write \$f = .*\$ without indices, as a product of arrays\. An index that occurs twice is summed\.$/)
    expect(prompt('shapes-3-2-3')).toBe('$h$ is a number. What is the shape of $\\partial^2 h / \\partial x^2$?')
    expect(prompt('shapes-3-0-3')).toBe('What is the shape of $\\partial F / \\partial X$? Here $z$ depends on $X$, and $F$ depends on $z$.')
  })

  it('works each derivative out in lines that the checker finds right', { timeout: 60_000 }, () => {
    const few: string[] = []
    for (const { outcome, level } of kinds) for (let seed = 300; seed < 303; seed++) {
      const { question } = generate(tools, seed, { outcome, level }).parts[0]!
      if (question.kind !== 'derivative') continue
      const solution = workedSolution(question)
      expect(confirm(question, solution)).toEqual([])
      if (solution.lines.length < 2) few.push(`${outcome} ${level} ${seed}: ${question.f!}`)
    }
    expect(few).toEqual([])
  })
})
