import { describe, expect, it } from 'vitest'
import { check } from '../../src-main/checking/check.ts'
import { readPack } from '../../src-main/packs/index.ts'
import { lintPack } from '../../src-main/packs/lint/index.ts'
import { packText } from './samples.ts'

const head = `id: sample
title: Sample
outcomes: [compute]
given: { A: N x N, x: N }
parts:
  - id: a
    prompt: Differentiate.
    kind: derivative
`
/** What lint says of a part with these lines, which begin at line 9. */
function lint(lines: string, whole = head): string[] {
  const { pack, problems } = readPack(
    new Map([
      ['pack.yaml', packText],
      ['a.yaml', whole + lines],
    ]),
  )
  expect(problems).toEqual([])
  return lintPack(pack!, { check }).map(p => `${p.line}:${p.column} ${p.severity} ${p.code}: ${p.message}`)
}

const right = `    f: x^T A x
    wrt: x
    tests:
      right: [x^T (A + A^T)]
      wrong: [{ answer: 2 x^T A, diagnosis: symmetric-only }]
      unreadable: [x A, { answer: x^T B, diagnosis: unknown-name }]
`

describe('the semantic pass', () => {
  it('has nothing to say of a part that is in order', () => {
    expect(lint(right)).toEqual([])
  })

  it('runs every test, and says what was expected and what came', () => {
    expect(
      lint(`    f: x^T A x
    wrt: x
    tests:
      right: [x^T A, x^T (A + A^T), x^T B]
      wrong: [(A + A^T) x, { answer: (A + A^T) x, diagnosis: sign }, x^T (A + A^T)]
      unreadable: [x^T A, { answer: x^T B, diagnosis: ill-shaped }]
`),
    ).toEqual([
      expect.stringMatching(/^12:15 error failed-test: The test `x\^T A` fails: it should be right, and is wrong \(missing-term\)\. /),
      expect.stringMatching(
        /^12:37 error failed-test: The test `x\^T B` fails: it should be right, and is unreadable \(unknown-name\)\. .*B/,
      ),
      expect.stringMatching(
        /^13:28 error failed-test: The test `\(A \+ A\^T\) x` fails: it should be wrong \(sign\), and is wrong \(layout\)\. /,
      ),
      expect.stringMatching(/^13:70 error failed-test: The test `x\^T \(A \+ A\^T\)` fails: it should be wrong, and is right\.$/),
      expect.stringMatching(/^14:20 error failed-test: The test `x\^T A` fails: it should be unreadable, and is wrong \(missing-term\)\. /),
      expect.stringMatching(
        /^14:27 error failed-test: The test `x\^T B` fails: it should be unreadable \(ill-shaped\), and is unreadable \(unknown-name\)\. /,
      ),
    ])
  })

  it('says which field makes a question impossible, wherever that field stands', () => {
    expect(lint(right.replace('f: x^T A x', 'f: x^T A z'))).toEqual([
      expect.stringMatching(/^9:14 error question: This question cannot be asked\. .*z/),
    ])
    expect(lint(right.replace('wrt: x', 'wrt: t'))).toEqual([
      expect.stringMatching(/^10:10 error question: This question cannot be asked\. .*t/),
    ])
    expect(lint(right, head.replace('x: N }', 'x: N, y: N y }'))).toEqual([
      expect.stringMatching(/^4:29 error question: This question cannot be asked\. /),
    ])
    expect(lint(`    given: { y: N y }\n${right}`)).toEqual([
      expect.stringMatching(/^9:17 error question: This question cannot be asked\. /),
    ])
  })

  it('warns of a part without tests', () => {
    expect(lint('    f: x^T A x\n    wrt: x\n')).toEqual([
      '6:9 warning no-tests: This part has no tests. Give some answers that must be right and some that must be wrong.',
    ])
  })

  it('warns of a hint that gives the answer away, as a formula, as code, or as one side of an equation', () => {
    const hints = `    hints:
      - It is $x^{\\mathsf T}(A + A^{\\mathsf T})$.
      - Try \`x' A + x' A'\`.
      - $\\frac{\\mathrm{d} f}{\\mathrm{d} x} = x^\\top A + x^\\top A^\\top$
      - $x^{\\mathsf T} A x$ has two $x$ in it; by one of them, $x^{\\mathsf T} A$.
      - { for: layout, say: 'Write $((A + A^T) x)^T$.' }
`
    expect(lint(right + hints)).toEqual([
      '16:15 warning hint-tells: This hint gives the answer away: `x^{\\mathsf T}(A + A^{\\mathsf T})` is accepted.',
      "17:9 warning hint-tells: This hint gives the answer away: `x' A + x' A'` is accepted.",
      '18:9 warning hint-tells: This hint gives the answer away: `\\frac{\\mathrm{d} f}{\\mathrm{d} x} = x^\\top A + x^\\top A^\\top` is accepted.',
      '20:36 warning hint-tells: This hint gives the answer away: `((A + A^T) x)^T` is accepted.',
    ])
  })

  it('tells of mathematics that cannot be set, and of what prose does not show', () => {
    expect(
      lint(
        right +
          `    solution: |
      Good: $x^{\\mathsf T} (A + A^{\\mathsf T})$. Bad: $\\frac{1}{2$ and $\\undefined$.
    hints:
      - It costs 5$, <b>really</b>.
      - '![a picture](https://example.org/a.png)'
`,
      ),
    ).toEqual([
      '16:55 error tex: `\\frac{1}{2` cannot be set: it ends too early: a `}` is missing, or a command lacks what it is put to.',
      '16:72 error tex: `\\undefined` cannot be set: `\\undefined` is unknown, or cannot stand here.',
      '18:19 warning tex: A dollar sign stands here that begins no formula: `$, `. Write \\$ for the sign itself.',
      '18:22 error html: HTML is not shown, and is not taken: `<b>`. Write it as Markdown.',
      '19:10 error link: Pictures from elsewhere are not fetched: `https://example.org/a.png`. Put the picture into the pack.',
    ])
  })
})
