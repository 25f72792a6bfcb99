import { describe, expect, it } from 'vitest'
import { check, derive } from '../../src-main/checking/check.ts'
import { createChecker } from '../../src-main/checking/worker/pool.ts'
import { readPack } from '../../src-main/packs/index.ts'
import type { Pack } from '../../src-main/packs/index.ts'
import { lintPack, lintPackInThreads } from '../../src-main/packs/lint/index.ts'
import type { LintChecker } from '../../src-main/packs/lint/index.ts'
import { packText } from './samples.ts'

interface Asked {
  readonly f: string
  readonly wrt: string
  readonly right: string
  readonly intro?: string
  readonly more?: string
}
const given = 'given: { A: N x N, B: N x N, x: N, t: scalar }'

/** A pack with an exercise of one part for each question. */
function packOf(...asked: Asked[]): Pack {
  const files = asked.map(({ f, wrt, right, intro = 'Hello.', more = '' }, i): [string, string] => [
    `${i}.yaml`,
    `id: e${i}\ntitle: E\noutcomes: [compute]\nintro: '${intro}'\n${given}\nparts:\n  - id: a\n    prompt: Differentiate.\n    kind: derivative\n    f: '${f}'\n    wrt: ${wrt}\n    tests: { right: ['${right}'] }\n${more}`,
  ])
  const { pack, problems } = readPack(new Map([['pack.yaml', packText], ...files]))
  expect(problems).toEqual([])
  return pack!
}
const real: LintChecker = { check, derive }
const lint = (pack: Pack, checker = real): string[] => lintPack(pack, checker).map(p => `${p.file}:${p.line}:${p.column} ${p.severity} ${p.code}: ${p.message}`)

describe('the reference', () => {
  it('is derived and confirmed by the numeric Jacobian, without a word', () => {
    expect(lint(packOf({ f: 'x^T A x', wrt: 'x', right: 'x^T (A + A^T)' }))).toEqual([])
  })

  it('that the numbers contradict is told', () => {
    const wrong: LintChecker = { check, derive: () => ({ matrix: '2 x^T A', index: null }) }
    expect(lint(packOf({ f: 'x^T A x', wrt: 'x', right: 'x^T (A + A^T)' }), wrong)).toEqual([
      expect.stringMatching(/^0\.yaml:10:8 error reference: The derivative, `2 x\^T A`, and the numeric Jacobian of `f` contradict each other\. Do not hand out this question\. /),
    ])
  })

  it('that cannot be written down, or not be derived, is told', () => {
    const pack = packOf({ f: 'x^T A x', wrt: 'x', right: 'x^T (A + A^T)' })
    expect(lint(pack, { check, derive: () => ({ matrix: null, index: null }) })).toEqual(['0.yaml:10:8 error reference: The answer to this question could not be written down in matrix or index notation.'])
    const late: LintChecker = { check, derive: () => { throw new Error('The answer could not be derived: that took longer than 10 seconds.') } }
    expect(lint(pack, late)).toEqual(['0.yaml:10:8 error reference: The answer could not be derived: that took longer than 10 seconds.'])
    const long: LintChecker = { check, derive: () => { throw Object.assign(new Error('f: The answer is too long to be written out.'), { field: 'f' }) } }
    expect(lint(pack, long)).toEqual(['0.yaml:10:8 error reference: The answer to this question could not be derived: The answer is too long to be written out.'])
  })

  it('of a function that has no value anywhere is told', () => {
    const pack = packOf({ f: 'log(-x^T x - 1)', wrt: 'x', right: '2 x^T / (x^T x + 1)' })
    expect(lint(pack).join('\n')).toContain('0.yaml:10:8 error reference: ')
  })
})

describe('the order of a course', () => {
  const trace = { f: 'x^T A^T B x', wrt: 'A', right: 'B x x^T' }
  const delta = { f: 'A_{ij}', wrt: 'A', right: 'delta_{ip} delta_{jq}', more: '    component: [i, j, p, q]\n' }
  const told = 'The answer to this part is written with the Kronecker delta, `delta_{ij}`, and no prose before it shows that. Show it first, here or in an earlier exercise.'

  it('is broken by an answer in a notation that nothing has shown, and told once', () => {
    expect(lint(packOf(trace, delta, delta))).toEqual([`1.yaml:7:9 warning prerequisite: ${told}`])
  })

  it('is mended by showing it there, or earlier, in TeX or as it is typed', () => {
    expect(lint(packOf(trace, { ...delta, intro: 'Meet $\\delta_{ij}$.' }))).toEqual([])
    expect(lint(packOf({ ...trace, intro: 'Meet `delta_{ij}`.' }, delta))).toEqual([])
    expect(lint(packOf({ ...trace, more: '    solution: It is $B x x^{\\mathsf T}$, and has no $\\delta_{ip}$.\n' }, delta))).toEqual([])
    expect(lint(packOf({ ...delta, more: `${delta.more}    solution: It is $\\delta_{ip} \\delta_{jq}$.\n` }))).toEqual([`0.yaml:7:9 warning prerequisite: ${told}`])
  })
})

it('in threads the same is found, at the same places', { timeout: 60_000 }, async () => {
  const pack = packOf(
    { f: 'x^T A x', wrt: 'x', right: '2 x^T A' },
    { f: 'x^T z', wrt: 'x', right: 'x^T' },
    { f: 'x^T x', wrt: 'x', right: '2 x^T', more: '    hints: [It is $2 x^T$.]\n' },
  )
  const checkers = [createChecker({ deadlineMs: 10_000 }), createChecker({ deadlineMs: 10_000 })]
  try {
    const found = await lintPackInThreads(pack, checkers)
    expect(found).toEqual(lintPack(pack, real))
    expect(found.map(p => `${p.file}:${p.line}:${p.column} ${p.code}`)).toEqual(['0.yaml:12:22 failed-test', '1.yaml:10:13 question', '2.yaml:13:19 hint-tells'])
  } finally {
    await Promise.all(checkers.map(checker => checker.close()))
  }
})
