import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Node } from '../../../src-main/calculus/language/ast.ts'
import { LONGEST, parse } from '../../../src-main/calculus/language/parse.ts'

/** What learners type, in whole and in pieces. */
const PIECES = [
  'A', 'x', 'y', 'Ax', 'theta', 'θ', '\\theta', '\\alpha ', 'tr', 'sum', 'sin ', 'd', '∂', '\\partial ', '2', '0', '1.5', '.5', '3.', '1e-3', '12', ' ', '  ', ' ', ' ', '\n',
  '+', '-', '−', '*', '·', '/', '.*', './', '.^', '⊗', '@', '\\cdot ', '^', '^T', '^{-1}', '^-1', '^2', '**', "'", '.T', 'ᵀ', '⁻¹', '²', '⊤', '_', '_i', '_{ij}', '_{i,:}', 'ᵢⱼ', '₁',
  '(', ')', '(', ')', '[', ']', '{', '}', '|', '|', '||', '‖', '<', '>', '⟨', '⟩', '\\|', '\\lVert ', '\\rVert ', '\\left(', '\\right)', '\\left|', '\\right|', '\\left', '\\bigl[',
  ',', ';', ':', '=', '≠', '!=', '<=', '&', '\\\\', '\\begin{bmatrix}', '\\end{bmatrix}', '\\begin{vmatrix}', '\\end{vmatrix}', '\\begin{foo}', '\\frac', '\\frac{a}{b}', '\\frac12', '\\sqrt',
  '\\sqrt[3]{t}', '½', '√', '\\mathbf{', '\\mathbf{A}', '\\mathbf ', '\\mathrm{d}', '\\mathrm{tr}', '\\operatorname{vec}', '\\text{new}', '\\hat{x}', '\\vec{x}', '\\foo', '\\', '\\,', '$',
  '"ij,j->i"', '"', "('", '.', '..', '#', '…', '∇', '𝐀', 'А', 'np.', 'np.linalg.inv(', '.dot(', '.sum()', 'x̂', '∑', '\\sum', '\\sum_{k=1}^{N}', 'delta_{ij}', '\\prime', '\ud835', '😀',
]

const soup = fc.oneof(
  { weight: 6, arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
)

/** All nodes under one, itself first, each with its parent. */
function* walk(node: Node): Generator<readonly [Node, readonly Node[]]> {
  const inside = children(node)
  yield [node, inside]
  for (const child of inside) yield* walk(child)
}

function children(node: Node): readonly Node[] {
  switch (node.k) {
    case 'sum': return node.terms.map((t) => t.node)
    case 'product': return node.items.map((i) => i.node)
    case 'neg': return [node.node]
    case 'chain': return [node.base, ...node.posts.flatMap((p) => (p.k === 'sup' || p.k === 'dotsup' ? [p.body] : []))]
    case 'group': return node.rows.flat()
    case 'frac': return [node.num, node.den]
    case 'relation': return [node.left, node.right]
    default: return []
  }
}

const RUNS = { numRuns: 4000, seed: Number(process.env.FUZZ_SEED ?? 20211012) }

describe('whatever is typed', () => {
  test('is read or refused with a value, never with an exception', () => {
    fc.assert(fc.property(soup, (source) => {
      const { node, problems } = parse(source)
      expect(node !== null || problems.length > 0).toBe(true)
      expect(problems.every((p) => p.code === 'syntax' && p.message.length > 0)).toBe(true)
      expect(problems.map((p) => p.id)).not.toContain('unreadable')
    }), RUNS)
  })

  test('keeps all spans inside the source, and parts inside wholes, in order', () => {
    fc.assert(fc.property(soup, (source) => {
      const { node, problems } = parse(source)
      for (const p of problems) {
        expect(p.from >= 0 && p.to <= source.length && (p.from < p.to || source.trim() === '')).toBe(true)
        if (p.mend !== undefined) expect(p.mend.from >= 0 && p.mend.from <= p.mend.to && p.mend.to <= source.length).toBe(true)
      }
      if (node === null) return
      for (const [outer, inner] of walk(node)) {
        expect(outer.from >= 0 && outer.from <= outer.to && outer.to <= source.length).toBe(true)
        let done = outer.from
        for (const child of inner) {
          expect(child.from >= done && child.to <= outer.to, JSON.stringify([source, outer, child])).toBe(true)
          done = child.k === 'missing' || outer.k === 'frac' ? done : child.to
        }
      }
    }), RUNS)
  })

  test('has a hole only where a problem is told', () => {
    fc.assert(fc.property(soup, (source) => {
      const { node, problems } = parse(source)
      if (node !== null && problems.length === 0) for (const [inner] of walk(node)) expect(inner.k, source).not.toBe('missing')
    }), RUNS)
  })

  test('is mended by the mend that is offered: that problem is gone and no other comes', () => {
    fc.assert(fc.property(soup, (source) => {
      const { problems } = parse(source)
      const mend = problems.length === 1 ? problems[0]!.mend : undefined
      if (mend === undefined) return
      const mended = source.slice(0, mend.from) + mend.text + source.slice(mend.to)
      expect(parse(mended).problems.map((p) => [p.id, p.from, p.to]), JSON.stringify([source, problems[0], mended])).toEqual([])
    }), { ...RUNS, numRuns: 12_000 })
  })

  test('reads the same twice', () => {
    fc.assert(fc.property(soup, (source) => {
      expect(parse(source)).toEqual(parse(source))
    }), { ...RUNS, numRuns: 300 })
  })
})

describe('hostile texts of the greatest length', () => {
  const units = ['(', '|', '_', '\\frac{', "'", '‖', '||', '|x', 'x|', '|x|y', '| |', '_{', '_{i', 'x^', '^', '^{', '[', '<', '<x,', '(]', '([)]', '#', '\\foo', '\\mathbf{', '\\left(', '"', '_(', 'x',
    '1 ', '[1 2 ', '+', 'a+*', ',', '=', ':', '\\\\', '&', '\\begin{bmatrix}', '\\end{bmatrix}', '½', 'ᵀ', 'ᵢ', '𝐀', '√', '\\sqrt', 'e1', '(|x', '\\mathrm d', 'x_{i_', '.', '\ud835', '\\thetta', "('"]

  test.each(units)('%j over and over', (unit) => {
    const source = unit.repeat(LONGEST).slice(0, LONGEST)
    const start = performance.now()
    const { problems } = parse(source)
    // A wide bound, so that a busy machine passes: a reading that is not near-linear takes minutes.
    expect(performance.now() - start).toBeLessThan(2000)
    expect(problems.length).toBeLessThanOrEqual(40)
  })
})
