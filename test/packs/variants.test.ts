import { describe, expect, it } from 'vitest'
import { check } from '../../src-main/checking/check.ts'
import { readPack } from '../../src-main/packs/index.ts'
import { lintPack } from '../../src-main/packs/lint/index.ts'
import type { Exercise } from '../../src-main/packs/pack.ts'
import { combinations, drawsOf } from '../../src-main/packs/variants/draw.ts'
import { fillText } from '../../src-main/packs/variants/fill.ts'
import { drawOf, listedVariants, variantCount, variantOf } from '../../src-main/packs/variants/variant.ts'
import { packText } from './samples.ts'

const text = `id: scaled
title: A scaled form
outcomes: [compute]
vary:
  c: [2, 3, 5]
  A: [A, B, W]
  n: [N, K]
  fn: [{ name: sin, slope: cos }, { name: exp, slope: exp }]
intro: All of $\\mathbb{R}^{{n} \\times {n}}$.
given: { '{A}': '{n} x {n}', x: '{n}' }
parts:
  - id: form
    prompt: Differentiate $f = {c} x^{\\mathsf T} {A} x$ by $x$.
    kind: derivative
    f: '{c} x^T {A} x'
    wrt: x
    hints: ['Both $x$ count, and $\\frac{c}{1}$ stays.']
    mistakes: [{ when: '{c} x^T {A}', say: 'Only one $x$ of $f = {c} x^{\\mathsf T} {A} x$ is done.' }]
    solution: '$f_k = {c} x^{\\mathsf T} ({A} + {A}^{\\mathsf T})$'
    tests:
      right: ['{c} x^T ({A} + {A}^T)']
      wrong: [{ answer: '{c} x^T {A}', diagnosis: mistake }, { answer: '{c} ({A} + {A}^T) x', diagnosis: layout }]
  - id: entrywise
    prompt: By $x$.
    kind: derivative
    f: '{fn.name}(x)'
    wrt: x
    tests: { right: ['diag({fn.slope}(x))'] }
`

function read(exercise: string): { exercise: Exercise | undefined; problems: string[]; pack: ReturnType<typeof readPack>['pack'] } {
  const { pack, problems } = readPack(new Map([['pack.yaml', packText], ['a.yaml', exercise]]))
  return { pack, exercise: pack?.exercises[0], problems: problems.filter(p => p.code !== 'no-exercises').map(p => `${p.line}:${p.column} ${p.severity} ${p.code}: ${p.message}`) }
}
const change = (from: string, to: string): string => {
  expect(text).toContain(from)
  return text.replace(from, to)
}

describe('what is drawn', () => {
  const vary = { c: [2, 3, 5], A: ['A', 'B', 'W'], n: ['N', 'K'] }

  it('is the same for ever for one id and one seed', () => {
    const { all, listed } = drawsOf('scaled', vary)
    expect(all.slice(0, 6).map(d => Object.values(d).join(' '))).toEqual(['5 A K', '3 B N', '2 W K', '3 W K', '5 B N', '3 A N'])
    expect([all.length, listed]).toEqual([18, 3])
    expect(drawsOf('other', vary).all[0]).not.toEqual(all[0])
  })

  it('has each combination once, and every value among the listed ones', () => {
    const { all, listed } = drawsOf('any', vary)
    expect(new Set(all.map(d => JSON.stringify(d))).size).toBe(combinations(vary))
    for (const [name, values] of Object.entries(vary)) expect(new Set(all.slice(0, listed).map(d => d[name]))).toEqual(new Set(values.map(String)))
  })

  it('gives no two names the same word, unless there is no other way', () => {
    const { all } = drawsOf('pair', { A: ['A', 'B'], B: ['B', 'A'], c: [1, 2] })
    expect(all.map(d => `${d['A']}${d['B']}${d['c']}`).sort()).toEqual(['AB1', 'AB2', 'BA1', 'BA2'])
    expect(drawsOf('pair', { A: ['A'], B: ['A'] }).all).toHaveLength(1)
    expect(drawsOf('numbers', { a: [2], b: [2, 3] }).all).toHaveLength(2)
  })

  it('is listed as often as the author says', () => {
    expect(drawsOf('scaled', vary, 7).listed).toBe(7)
    expect(drawsOf('scaled', vary, 100).listed).toBe(18)
    expect(drawsOf('scaled', { c: [2] }).listed).toBe(1)
  })
})

describe('placeholders', () => {
  const draw = { c: '10', A: 'W', s: '-', fn: { name: 'sin', slope: 'cos' } }
  it.each([
    ['{c} {A} x', '10 W x'],
    ['x {s} {A}y', 'x - Wy'],
    ['$x^{c} + y_{c} = \\frac{c}{A}$', '$x^{10} + y_{10} = \\frac{10}{W}$'],
    ['\\mathbf{A}^{\\mathsf T}', '\\mathbf{W}^{\\mathsf T}'],
    ['{c}{A}', '10W'],
    ['$\\sqrt{2}{c}$ and {fn.name}, {fn.slope}', '$\\sqrt{2}{10}$ and sin, cos'],
    ['{fn} {c.x} {other} {}', '{fn} {c.x} {other} {}'],
    ['A_{ij} {Ax}', 'A_{ij} {Ax}'],
  ])('%s', (from, to) => expect(fillText(from, draw)).toBe(to))
})

describe('an exercise that varies', () => {
  it('is read as its first variant, and every text follows the seed', () => {
    const { exercise, problems } = read(text)
    expect(problems).toEqual([])
    expect(variantCount(exercise!)).toBe(3)
    const seen = listedVariants(exercise!).map(({ seed, exercise: v }) => {
      const { c, A, n, fn } = drawOf(exercise!, seed) as { c: string; A: string; n: string; fn: { name: string; slope: string } }
      const [form, entrywise] = v!.parts
      expect(v!.intro).toBe(`All of $\\mathbb{R}^{${n} \\times ${n}}$.\n`.trim())
      expect(v!.given).toEqual({ [A]: `${n} x ${n}`, x: n })
      expect(form!.prompt).toBe(`Differentiate $f = ${c} x^{\\mathsf T} ${A} x$ by $x$.`)
      expect(form!.question.f).toBe(`${c} x^T ${A} x`)
      expect(form!.question.mistakes[0]!.when).toBe(`${c} x^T ${A}`)
      expect(form!.question.given).toEqual({ [A]: `${n} x ${n}`, x: n })
      expect(form!.hints[0]!.say).toBe(`Both $x$ count, and $\\frac{${c}}{1}$ stays.`)
      expect(form!.solution).toBe(`$f_k = ${c} x^{\\mathsf T} (${A} + ${A}^{\\mathsf T})$`)
      expect(form!.tests!.right).toEqual([`${c} x^T (${A} + ${A}^T)`])
      expect(entrywise!.question.f).toBe(`${fn.name}(x)`)
      expect(v!.seed).toBe(seed)
      return v
    })
    expect(seen[0]).toBe(exercise)
    expect(variantOf(exercise!, 1)).toBe(seen[1])
    const total = drawsOf('scaled', { c: [2, 3, 5], A: ['A', 'B', 'W'], n: ['N', 'K'], fn: [{ a: 1 }, { a: 2 }] }).all.length
    expect(variantOf(exercise!, total + 1)).toBe(seen[1])
    expect(() => variantOf(exercise!, -1)).toThrow('no seed: -1')
  })

  it('needs none of the fields that may be left out', () => {
    const { exercise, problems } = read("id: short\ntitle: 'Times {c}'\noutcomes: [compute]\nvary: { c: [2, 3] }\ngiven: { x: N }\nparts: [{ id: a, prompt: By x., kind: derivative, f: '{c} x', wrt: x }]\n")
    expect(problems).toEqual([])
    expect(listedVariants(exercise!).map(v => [v.exercise!.title, v.exercise!.parts[0]!.question.f]).toSorted()).toEqual([['Times 2', '2 x'], ['Times 3', '3 x']])
  })

  it('has one variant where nothing varies', () => {
    const { exercise } = read(text.replace(/vary:[\s\S]*?intro/, 'intro').replaceAll('{A}', 'A').replaceAll('{n}', 'N').replaceAll('{c}', '2').replaceAll('{fn.name}', 'sin').replaceAll('{fn.slope}', 'cos'))
    expect(variantCount(exercise!)).toBe(1)
    expect(variantOf(exercise!, 5)).toBe(exercise)
    expect(drawOf(exercise!, 0)).toBeNull()
  })

  it('has the tests of every listed seed run', () => {
    const lint = (t: string): string[] => {
      const { pack, problems } = read(t)
      expect(problems).toEqual([])
      return lintPack(pack!, { check }).map(p => `${p.code}: ${p.message}`)
    }
    expect(lint(text)).toEqual([])
    expect(lint(change("right: ['{c} x^T", "right: ['2 x^T")).filter(m => m.startsWith('failed-test'))).toEqual([
      expect.stringMatching(/^failed-test: With c = [35], .*: The test `2 x\^T \([ABW] \+ [ABW]\^T\)` fails: it should be right, and is wrong \(factor\)\./),
    ])
    expect(lint(change("'diag({fn.slope}(x))'", "'diag(exp(x))'")).filter(m => m.startsWith('failed-test'))).toEqual([
      expect.stringMatching(/^failed-test: With .*fn = sin\/cos: The test `diag\(exp\(x\)\)` fails/),
    ])
    expect(lint(change("right: ['{c} x^T ({A} + {A}^T)']", "right: ['0']")).filter(m => m.startsWith('failed-test'))).toHaveLength(1)
  })
})

describe('what is wrong with `vary`', () => {
  it.each([
    [change('c: [2, 3, 5]', 'c: [2, 3, 5]\n  q: [1, 2]'), ['6:3 warning vary: Nothing in this exercise has `{q}`, so that `q` varies nothing.']],
    [change('{ name: exp, slope: exp }', '{ name: exp }'), ['8:35 error vary: Item 2 of `fn` must have the fields of the first: name, slope.']],
    [change("'{fn.name}(x)'", "'{fn}(x)'"), ['26:9 error vary: `fn` has fields: write `{fn.name}` or `{fn.slope}`.']],
    [change("f: '{c} x^T {A} x'", "f: '{c.x} x^T {A} x'"), ['15:9 error vary: `c` has no fields: write `{c}`.']],
    [
      change('c: [2, 3, 5]', `c: [${Array.from({ length: 50 }, (_, n) => n).join(', ')}]\n  d: [${Array.from({ length: 50 }, (_, n) => n).join(', ')}]`),
      ['4:1 error vary: `vary` has 30000 combinations. 10000 is the most.'],
    ],
    [change('c: [2, 3, 5]', 'c: []'), ['5:6 error empty: `c` in `vary` must not be empty.']],
    [change('c: [2, 3, 5]', 'c: 2'), ['5:6 error wrong-type: `c` in `vary` must be a list, and is a number. Put it in brackets: `[2]`.']],
    [change('c: [2, 3, 5]', `c: [${'x'.repeat(201)}]`), ['5:7 error too-long: Item 1 of `c` is too long: at most 200 characters.']],
  ])('case %#', (broken, expected) => expect(read(broken).problems).toEqual(expected))

  it('refuses texts that grow beyond the limits of the format', () => {
    const { problems } = read(change('c: [2, 3, 5]', `c: [${'x'.repeat(200)}]`).replace('title: A scaled form', `title: '${'{c}'.repeat(60)}'`))
    expect(problems).toEqual([expect.stringMatching(/^2:8 error vary: With its values filled in, this breaks a limit: /)])
  })
})
