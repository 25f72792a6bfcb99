import { describe, expect, it } from 'vitest'
import { axesOf, entriesOf, lengthsFor } from '../../src-renderer/exercise/figures/axes.ts'
import { draw } from '../../src-renderer/exercise/figures/drawing.ts'

describe('the axes of a declared shape', () => {
  it('are its names and numbers, slowest first', () => {
    expect(axesOf('M x N')).toEqual(['M', 'N'])
    expect(axesOf('1 x N')).toEqual(['1', 'N'])
    expect(axesOf('B x C x H x W')).toEqual(['B', 'C', 'H', 'W'])
    expect(axesOf('(2, 3)')).toEqual(['2', '3'])
    expect(axesOf('M*N')).toEqual(['M*N'])
    expect(axesOf('max x 2')).toEqual(['max', '2'])
    expect(axesOf('scalar')).toEqual([])
  })
  it('are none for what is no array', () => {
    expect(axesOf('entry by entry')).toBeNull()
    expect(axesOf('M x (M x N)')).toBeNull()
  })
  it('have one length for one name, in all shapes that are shown together, and near ones for others', () => {
    const lengths = lengthsFor(['M x N', 'N', 'K x M', 'entry by entry', '1 x N'])
    const all = ['M', 'N', 'K'].map(lengths)
    expect(new Set(all).size).toBe(3)
    expect(all.every(length => length >= 16 && length <= 42)).toBe(true)
    expect(lengths('1')).toBeLessThan(Math.min(...all))
    expect(lengths('4')).toBe(2 * lengths('2'))
    expect(lengths('1000')).toBe(45)
    expect([entriesOf('3'), entriesOf('1'), entriesOf('9'), entriesOf('N')]).toEqual([3, null, null, null])
  })
})

describe('an array on paper', () => {
  const lengths = lengthsFor(['M x N', 'P x Q'])
  const said = (axes: string[]) => draw(axes, lengths).labels.map(label => `${label.side} ${label.text}`)
  it('is a rectangle with its rows beside and its columns above', () => {
    const { blocks, labels, width, height, left, top } = draw(['M', 'N'], lengths)
    expect(blocks).toEqual([{ x: left, y: top, width: lengths('N'), height: lengths('M') }])
    expect([width, height]).toEqual([left + lengths('N'), top + lengths('M')])
    expect(labels.map(label => label.text)).toEqual(['M', 'N'])
  })
  it('is thin where an axis has one entry, which needs no name', () => {
    expect(said(['N'])).toEqual(['left N'])
    expect(said(['1', 'N'])).toEqual(['top N'])
    expect(draw(['N'], lengths).blocks[0]).toMatchObject({ width: lengths('1'), height: lengths('N') })
    expect(draw(['1', 'N'], lengths).blocks[0]).toMatchObject({ width: lengths('N'), height: lengths('1') })
  })
  it('shows its entries where it has few', () => {
    expect(draw(['2', '3'], lengths).lines).toHaveLength(3)
    expect(draw(['M', '3'], lengths).lines).toHaveLength(2)
  })
  it('of three axes is blocks one below the other, of four a square of blocks, of more the same with the names joined', () => {
    expect(draw(['P', 'M', 'N'], lengths).blocks).toHaveLength(2)
    expect(said(['P', 'M', 'N'])).toEqual(['left P', 'left M', 'top N'])
    const four = draw(['P', 'Q', 'M', 'N'], lengths)
    expect(four.blocks).toHaveLength(4)
    expect(new Set(four.blocks.map(block => `${block.width} ${block.height}`)).size).toBe(1)
    expect(four.spans).toHaveLength(2)
    expect(said(['P', 'Q', 'M', 'N'])).toEqual(['left P', 'left M', 'top N', 'top Q'])
    expect(said(['P', 'Q', 'R', 'M', 'N'])).toEqual(['left P', 'left M', 'top N', 'top Q·R'])
  })
  it('keeps all that it draws inside its own edges', () => {
    for (const axes of [['M'], ['1', 'N'], ['M', 'N'], ['2', '3'], ['P', 'M', 'N'], ['P', 'Q', 'M', 'N'], ['1', 'M', 'N'], ['P', 'Q', 'R', 'M', 'N']]) {
      const { blocks, lines, spans, dots, labels, width, height } = draw(axes, lengths)
      const xs = [...blocks.flatMap(block => [block.x, block.x + block.width]), ...[...lines, ...spans].flatMap(line => [line.x1, line.x2]), ...[...dots, ...labels].map(dot => dot.x)]
      const ys = [...blocks.flatMap(block => [block.y, block.y + block.height]), ...[...lines, ...spans].flatMap(line => [line.y1, line.y2]), ...[...dots, ...labels].map(dot => dot.y)]
      expect(Math.min(...xs, ...ys), axes.join()).toBeGreaterThanOrEqual(0)
      expect(Math.max(...xs), axes.join()).toBeLessThanOrEqual(width)
      expect(Math.max(...ys), axes.join()).toBeLessThanOrEqual(height)
    }
  })
})
