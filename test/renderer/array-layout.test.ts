import { describe, expect, it } from 'vitest'
import { layoutOf, turnedPositions } from '../../src-renderer/verdict/array-layout.ts'

/** The whole array as it lies on paper: blocks, each with its rows of flat positions. */
function drawn(shape: number[], targetAxes: number) {
  const { outer, inner, position } = layoutOf(shape, targetAxes)
  const count = (length: number) => Array.from({ length }, (_, at) => at)
  return count(outer.rows).map(or => count(outer.columns).map(oc => count(inner.rows).map(r => count(inner.columns).map(c => position(or, oc, r, c)))))
}

describe('arrays on paper', () => {
  it('draws a scalar as one cell', () => {
    expect(drawn([], 0)).toEqual([[[[0]]]])
  })
  it('draws the gradient of a scalar by a vector as a row, a vector by a scalar as a column', () => {
    expect(drawn([3], 0)).toEqual([[[[0, 1, 2]]]])
    expect(drawn([3], 1)).toEqual([[[[0], [1], [2]]]])
  })
  it('draws a scalar by a matrix, a matrix by a scalar and a vector by a vector as one matrix', () => {
    const matrix = [[[[0, 1, 2], [3, 4, 5]]]]
    expect(drawn([2, 3], 0)).toEqual(matrix)
    expect(drawn([2, 3], 2)).toEqual(matrix)
    expect(drawn([2, 3], 1)).toEqual(matrix)
  })
  it('draws a vector by a matrix as blocks one below the other, each of the shape of the input', () => {
    expect(drawn([2, 2, 3], 1)).toEqual([[[[0, 1, 2], [3, 4, 5]]], [[[6, 7, 8], [9, 10, 11]]]])
  })
  it('draws a matrix by a vector as a matrix of rows', () => {
    expect(drawn([2, 2, 3], 2)).toEqual([[[[0, 1, 2]], [[3, 4, 5]]], [[[6, 7, 8]], [[9, 10, 11]]]])
  })
  it('draws a matrix by a matrix as a matrix of matrices', () => {
    expect(drawn([2, 1, 2, 2], 2)).toEqual([[[[0, 1], [2, 3]]], [[[4, 5], [6, 7]]]])
  })
  it('shows every entry once, whatever the axes', () => {
    for (const shape of [[], [2], [2, 3], [2, 3, 2], [2, 2, 3, 2], [2, 2, 2, 3, 2], [2, 2, 2, 2, 2, 2]]) {
      for (let targetAxes = 0; targetAxes <= shape.length; targetAxes++) {
        const all = drawn(shape, targetAxes).flat(4).sort((a, b) => a - b)
        expect(all, `${shape} with ${targetAxes}`).toEqual(all.map((_, at) => at))
        expect(all).toHaveLength(shape.reduce((product, length) => product * length, 1))
      }
    }
  })
  it('finds the places of a transposed array', () => {
    // M x N with M = 2, N = 3, drawn as N x M.
    expect([...turnedPositions([0, 1, 2, 3, 4, 5], [2, 3], 1)]).toEqual([0, 2, 4, 1, 3, 5])
    expect([...turnedPositions([5], [2, 3, 4], 2)]).toEqual([10])
  })
  it('names blocks by the indices of the target, from 1', () => {
    const { blockName } = layoutOf([2, 3, 2, 2], 2)
    expect([blockName(0, 0), blockName(0, 2), blockName(1, 1)]).toEqual(['1, 1', '1, 3', '2, 2'])
    expect(layoutOf([3, 2, 2], 1).blockName(2, 0)).toBe('3')
    expect(layoutOf([2, 3, 4, 2, 2], 3).blockName(5, 1)).toBe('2, 3, 2')
  })
})
