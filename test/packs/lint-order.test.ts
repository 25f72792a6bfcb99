/** The order of a course by what its exercises introduce. */
import { describe, expect, it } from 'vitest'
import { check } from '../../src-main/checking/check.ts'
import { readPack } from '../../src-main/packs/index.ts'
import { lintPack } from '../../src-main/packs/lint/index.ts'
import { packText } from './samples.ts'

interface Written { readonly f: string; readonly right: string; readonly top?: string }

/** What is said of a pack with an exercise of one part for each, line 4 of which is `top`. */
function told(exercises: readonly Written[], pack = packText): string[] {
  const files = exercises.map(({ f, right, top = '' }, i): [string, string] => [
    `${i}.yaml`, `id: e${i}\ntitle: E\noutcomes: [compute]\n${top}\ngiven: { A: N x N, B: N x N, x: N }\nparts:\n  - id: a\n    prompt: Do it with \`kron tr\`.\n    kind: derivative\n    f: '${f}'\n    wrt: A\n    tests: { right: ['${right}'] }\n`,
  ])
  const read = readPack(new Map([['pack.yaml', pack], ...files]))
  return [...read.problems, ...lintPack(read.pack!, { check })].map(p => `${p.file}:${p.line}:${p.column} ${p.severity} ${p.code}: ${p.message}`)
}
const trace: Written = { f: 'tr(B A)', right: 'B^T' }
const inverse: Written = { f: 'tr(B A^-1)', right: '-(A^-1 B A^-1)^T' }
const missing = (file: string, id: string, title: string): string =>
  `${file}:7:9 warning prerequisite: This part uses \`${id}\` (${title}), which no exercise before it introduces. Explain it here or earlier, and add \`${id}\` to \`introduces\` there.`

describe('what exercises introduce', () => {
  it('is not asked of a pack that says nothing of it', () => expect(told([trace, inverse])).toEqual([]))

  it('must come before it is used, or with it', () => {
    const first = { ...trace, top: 'introduces: [derivative-by-matrix, trace]' }
    expect(told([first, inverse])).toEqual([missing('1.yaml', 'inverse', 'Inverse matrices')])
    expect(told([first, { ...inverse, top: 'introduces: [inverse]' }])).toEqual([])
    expect(told([{ ...first, top: 'introduces: [derivative-by-matrix, trace, inverse]' }, inverse])).toEqual([])
    expect(told([inverse, { ...trace, top: 'introduces: [derivative-by-matrix, trace, inverse]' }])).toEqual([
      missing('0.yaml', 'derivative-by-matrix', 'Derivatives by a matrix'), missing('0.yaml', 'trace', 'Traces'), missing('0.yaml', 'inverse', 'Inverse matrices'),
    ])
  })

  it('is told once for a pack, and not of what students know from school or bring along', () => {
    const first = { ...trace, top: 'introduces: [derivative-by-matrix, trace]' }
    expect(told([first, inverse, inverse, { f: 'tr(A)^2', right: '2 tr(A) I' }])).toEqual([missing('1.yaml', 'inverse', 'Inverse matrices'), missing('3.yaml', 'chain-rule', 'The chain rule')])
    expect(told([first, inverse], `${packText}assumes: [inverse]\n`)).toEqual([])
  })

  it('is looked at in every listed variant', () => {
    const varied: Written = { f: '{f}', right: '{f}', top: "introduces: [derivative-by-matrix, trace]\nvary: { f: ['tr(B A)', 'det(A)'] }" }
    expect(told([varied]).filter(line => line.includes('prerequisite')).map(line => line.slice(0, 55))).toEqual(['0.yaml:8:9 warning prerequisite: This part uses `invers', '0.yaml:8:9 warning prerequisite: This part uses `determ'])
  })

  it('must be a skill', () => {
    expect(told([{ ...trace, top: 'introduces: [derivative-by-matrix, traces]' }])[0]).toBe('0.yaml:4:36 warning unknown-skill: `traces` is no skill. Did you mean `trace`?')
    expect(told([{ ...trace, top: 'introduces: [cooking, derivative-by-matrix, trace]' }])[0]).toMatch(/^0\.yaml:4:14 warning unknown-skill: `cooking` is no skill\. The skills are `value-shape`, .*`einsum`\.$/)
    expect(told([trace], `${packText}assumes: [kro]\n`)[0]).toMatch(/^pack\.yaml:\d+:11 warning unknown-skill: `kro` is no skill\. Did you mean `kron`\?$/)
  })
})
