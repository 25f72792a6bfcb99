import { describe, expect, test } from 'vitest'
import { check, report } from '../../src-main/checking/check.ts'
import { questionSchema, type QuestionInput } from '../../src-main/checking/question.ts'

const given = { A: 'M x N', x: 'N', y: 'M' }
const expand = questionSchema.parse({ given, kind: 'derivation', start: '||A x - y||^2', goal: 'x^T A^T A x - 2 y^T A x + y^T y' } satisfies QuestionInput)
const differential = questionSchema.parse({ given, define: { f: '||A x - y||^2' }, wrt: 'A', kind: 'derivation', start: 'df', goal: 'tr(2 x (A x - y)^T dA)' } satisfies QuestionInput)

const judged = (question: typeof expand, lines: readonly string[]) => {
  const v = check(question, lines.join('\n'))
  return { verdict: v.verdict, codes: v.diagnosis.map(d => d.code), places: v.diagnosis.map(d => lines.join('\n').slice(d.from, d.to)) }
}

describe('derivations', () => {
  test('every line equal to the one before, and the goal reached', () => {
    expect(judged(expand, ['(A x - y)^T (A x - y)', '= x^T A^T A x - x^T A^T y - y^T A x + y^T y', '= x^T A^T A x - 2 y^T A x + y^T y'])).toEqual({ verdict: 'correct', codes: [], places: [] })
  })

  test('the start line may be given again, and a line may be in index notation', () => {
    expect(judged(expand, ['||A x - y||^2', '= sum_i (A_{ij} x_j - y_i)^2', '= x^T A^T A x - 2 y^T A x + y^T y']).verdict).toBe('correct')
  })

  test('a wrong line is named at its place and does not spoil those after it', () => {
    const found = judged(expand, ['(A x - y)^T (A x - y)', '= x^T A^T A x - 2 y^T A x - y^T y', '= x^T A^T A x - y^T y - 2 y^T A x'])
    expect(found.verdict).toBe('incorrect')
    expect(found.codes).toEqual(['sign'])
    expect(found.places[0]).toContain('y^T y')
  })

  test('a goal that is not reached, or not in its form', () => {
    expect(judged(expand, ['(A x - y)^T (A x - y)'])).toMatchObject({ verdict: 'incorrect', codes: ['form'] })
    expect(judged(questionSchema.parse({ ...expand, goal: 'x^T x' }), ['(A x - y)^T (A x - y)'])).toMatchObject({ verdict: 'incorrect', codes: ['missing-term'] })
  })

  test('the order of summands and of scalar factors does not matter for the form', () => {
    expect(judged(expand, ['y^T y + x^T (A^T A) x - y^T A x 2']).verdict).toBe('correct')
  })

  test('names may be introduced, claims are checked, differentials understood', () => {
    expect(judged(differential, ['g = A x - y', '2 g^T dA x', '= tr(2 g^T dA x) since tr(A B) = tr(B A)', '= tr(2 x g^T dA)', '= tr(2 x (A x - y)^T dA)'])).toEqual({ verdict: 'correct', codes: [], places: [] })
    expect(judged(differential, ['2 (A x - y)^T dA x since A B = B A', '= tr(2 x (A x - y)^T dA)']).verdict).toBe('incorrect')
  })

  test('what cannot be read is told at its place, and the derivation does not count', () => {
    const lines = ['(A x - y)^T (A x - y)', '= x^T A^T A w']
    expect(judged(expand, lines)).toEqual({ verdict: 'invalid', codes: ['unknown-name'], places: ['w'] })
    expect(judged(expand, ['']).verdict).toBe('invalid')
  })

  test('a name that is introduced by itself', () => {
    const v = check(expand, 'g = g + x\n= x^T A^T A x - 2 y^T A x + y^T y')
    expect(v.verdict).toBe('invalid')
    expect(v.diagnosis[0]!.message).toBe('g is introduced by itself.')
  })

  test('a derivation pasted from LaTeX is read line by line, and its spans are those of the pasted text', () => {
    const pasted = '\\begin{aligned}\n\\|A x - y\\|^2 &= (A x - y)^\\top (A x - y) \\\\\n&= x^\\top A^\\top A x - 2 y^\\top A x + y^\\top y\n\\end{aligned}'
    expect(check(expand, pasted)).toMatchObject({ verdict: 'correct', diagnosis: [] })
    const wrong = pasted.replace('+ y^', '- y^')
    const [slip] = check(expand, wrong).diagnosis
    expect([slip!.code, wrong.slice(slip!.from, slip!.to)]).toEqual(['sign', 'y^\\top y'])
    const matrix = questionSchema.parse({ given: { t: 'scalar' }, kind: 'derivation', start: '[t, 1; 1, t]', goal: '[1, 0; 0, 1] t + [0, 1; 1, 0]' })
    expect(check(matrix, '\\begin{align*} \\begin{pmatrix} t & 1 \\\\ 1 & t \\end{pmatrix} &= [t, 0; 0, t] + [0, 1; 1, 0] \\\\ &= [1, 0; 0, 1] t + [0, 1; 1, 0] \\end{align*}').verdict).toBe('correct')
  })

  test('the reading shows the lines one under the other', () => {
    const r = report(expand, '(A x - y)^T (A x - y)\n= x^T')
    expect(r.latex).toMatch(/^\\begin\{aligned\}.*\\\\.*\\end\{aligned\}$/)
    expect(r.problems).toEqual([])
    expect(r.lines?.map(l => l.state)).toEqual(['equal'])
    expect(r.latexMarked).toMatch(/^\\begin\{aligned\}.*htmlData.*\\\\ =\{\}& \\htmlData\{span=24-27\}/)
    expect(r.parts.filter(p => p.from >= 24)).toEqual([{ from: 24, to: 27, shape: '1 x N' }, { from: 24, to: 25, shape: 'N' }])
  })

  test('a slip in a line has its mend in its place', () => {
    const text = '(A x - y)^T (A x - y)\n= x^T (A'
    const [slip] = report(expand, text).problems
    expect(slip?.from).toBeGreaterThanOrEqual(24)
    expect(text.slice(0, slip!.mend!.from) + slip!.mend!.text + text.slice(slip!.mend!.to)).toBe('(A x - y)^T (A x - y)\n= x^T (A)')
  })

  test('a completed line is told what is wrong with it; the one being typed is not', () => {
    const text = '(A x - y)^T (A x + y)\n= x^T A^T A w\n= y^T y'
    expect(report(expand, text).lines).toEqual([
      { from: 0, to: 21, state: 'wrong', message: expect.stringMatching(/^.+\.$/) },
      { from: 24, to: 35, state: 'unreadable', message: expect.stringContaining('w') },
    ])
    expect(report(expand, '(A x - y)^T (A x - y)\n= ').lines).toEqual([{ from: 0, to: 21, state: 'equal' }])
    expect(check(expand, '(A x - y)^T (A x - y)\n= x^T A^T A x - 2 y^T A x + y^T y\n= ').verdict).toBe('correct')
  })

  test('a line that introduces a name is held to all that it says', () => {
    const goal = ['r^T r', '= x^T A^T A x - 2 y^T A x + y^T y']
    expect(judged(expand, ['r = A x - y = -(y - A x)', ...goal]).verdict).toBe('correct')
    expect(judged(expand, ['r = A x - y', '= -(y - A x)', ...goal]).verdict).toBe('correct')
    expect(judged(expand, ['r = A x - y = y - A x', ...goal])).toEqual({ verdict: 'incorrect', codes: ['sign'], places: ['y - A x'] })
    expect(judged(expand, ['r = A x - y', 'r = A x + y', ...goal])).toEqual({ verdict: 'incorrect', codes: ['sign'], places: ['y'] })
    expect(judged(expand, ['f = (A x - y)^T (A x - y) = x^T A^T A x - 2 y^T A x + y^T y']).verdict).toBe('correct')
    expect(judged(expand, ['f = (A x - y)^T (A x - y)', '= x^T A^T A x + 2 y^T A x + y^T y'])).toEqual({ verdict: 'incorrect', codes: ['sign'], places: ['2 y^T A x'] })
  })

  test('names as people give them: let, :=, where, dressed, by entries', () => {
    const goal = ['= x^T A^T A x - 2 y^T A x + y^T y']
    for (const lines of [
      ['let r := A x - y.', 'r^T r'], ['r^T r where r = A x - y'], ['\\varepsilon = A x - y', '\\varepsilon^T \\varepsilon'],
      ['\\mathbf{r} = A x - y', '\\mathbf{r}^\\top \\mathbf{r}'], ['r_i = A_{ij} x_j - y_i', 'r_i r_i'], ['(A x - y)^T (A x - y), because x^T A^T y = y^T A x'],
    ]) expect([lines[0], judged(expand, [...lines, ...goal])]).toEqual([lines[0], { verdict: 'correct', codes: [], places: [] }])
  })

  test('LaTeX without its environment: breaks, ampersands, dollars, comments', () => {
    for (const text of [
      '(A x - y)^T (A x - y) &= x^T A^T A x - 2 y^T A x + y^T y', '\\|A x - y\\|^2 \\\\ &= x^T A^T A x - 2 y^T A x + y^T y \\\\[4pt]',
      '$(A x - y)^T (A x - y)$ % expand\n$= x^T A^T A x - 2 y^T A x + y^T y$', '\\[\n(A x - y)^T (A x - y) \\text{ as it is}\n= x^T A^T A x - 2 y^T A x + y^T y\n\\]',
    ]) expect([text, check(expand, text).verdict]).toEqual([text, 'correct'])
  })

  test('d(…) is the differential of what stands in it', () => {
    expect(judged(differential, ['d((A x - y)^T (A x - y))', '= d(A x - y)^T (A x - y) + (A x - y)^T d(A x - y)', '= 2 (A x - y)^T dA x', '= tr(2 x (A x - y)^T dA)']).verdict).toBe('correct')
    expect(judged(differential, ['df = d((A x - y)^T) (A x - y)', '= tr(x (A x - y)^T dA)', '= tr(2 x (A x - y)^T dA)']).codes).toEqual(['factor', 'factor'])
    const product = questionSchema.parse({ given: { X: 'N x N', Y: 'N x N' }, kind: 'derivation', start: 'd(X Y)', goal: 'dX Y + X dY' } satisfies QuestionInput)
    expect(judged(product, ['dX Y + X dY']).verdict).toBe('correct')
    expect(judged(product, ['X dY', '= dX Y + X dY']).codes).toEqual(['missing-term', 'extra-term'])
  })

  test('a differential of an introduced name is checked, also where a second slip would make up for it', () => {
    expect(judged(differential, ['g = A x - y', 'dg = dA x', 'df = 2 g^T dg', '= tr(2 x (A x - y)^T dA)']).verdict).toBe('correct')
    expect(judged(differential, ['g = A x - y', 'dg = 2 dA x', 'df = g^T dg', '= tr(2 x (A x - y)^T dA)'])).toMatchObject({ verdict: 'incorrect', codes: ['factor', 'factor', 'factor'] })
  })

  test('where the gradient is the goal, it follows from the differential', () => {
    const gradient = questionSchema.parse({ ...differential, goal: '2 (A x - y) x^T' })
    const lines = ['df = 2 (A x - y)^T dA x', '= tr(2 x (A x - y)^T dA)']
    expect(judged(gradient, [...lines, 'df/dA = 2 (A x - y) x^T']).verdict).toBe('correct')
    expect(judged(gradient, [...lines, '2 (A x - y) x^T']).verdict).toBe('correct')
    expect(judged(gradient, [...lines, '= 2 (A x - y) x^T']).verdict).toBe('incorrect')
    expect(judged(gradient, [...lines, 'df/dA = 2 x (A x - y)^T']).codes[0]).toBe('layout')
    expect(judged(questionSchema.parse({ ...gradient, start: 'df/dA' }), [...lines, 'df/dA = 2 (A x - y) x^T']).verdict).toBe('correct')
  })

  test('a claim may hold the identity, and letters of its own', () => {
    const inverse = questionSchema.parse({ given: { X: 'N x N, invertible' }, kind: 'derivation', start: 'X', goal: 'X' } satisfies QuestionInput)
    for (const right of ['X X^-1 = I', 'I = X^-1 X', 'A I = A', 'd(A B) = dA B + A dB', '(A B)^T = B^T A^T']) expect([right, judged(inverse, [`X since ${right}`]).verdict]).toEqual([right, 'correct'])
    for (const wrong of ['X = I', 'A B = B A', 'd(A B) = A dB', 'X = X^T']) expect([wrong, judged(inverse, [`X since ${wrong}`]).verdict]).toEqual([wrong, 'incorrect'])
  })
})

describe('what no one could read when it is printed', () => {
  test('a wrong step of a function whose derivative has very many terms is told as wrong', () => {
    const question = questionSchema.parse({
      kind: 'derivation', given: { W: 'M x N', a: 'N', b: 'M, nonzero', u: 'M', v: 'M', B: 'M x N', w: 'N' }, f: '(1/N ||B^T (v .* (u - ((W a) ./ b))) + w||^2)^3', wrt: 'W', start: 'df',
      goal: 'tr((-6 ||w + B^T (v .* (u - (W a) ./ b))||^4 (v .* (B (w + B^T (v .* (u - (W a) ./ b)))) ./ b) a^T / N^3)^T dW)',
    } satisfies QuestionInput)
    expect(judged(question, ['0'])).toEqual({ verdict: 'incorrect', codes: ['line'], places: ['0'] })
  })
})
