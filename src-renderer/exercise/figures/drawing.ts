/** One array as rectangles: a matrix is one, an array of more axes is blocks of them. All measures in px at the usual text size. */
import { entriesOf, type Lengths } from './axes.ts'

export interface Block { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
export interface Label { readonly x: number; readonly y: number; readonly text: string; readonly side: 'top' | 'left' }
export interface Drawing {
  readonly width: number
  readonly height: number
  readonly blocks: readonly Block[]
  /** Lines between entries, where an axis has a number of them. */
  readonly lines: readonly { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number }[]
  /** How far the blocks go along an outer axis. */
  readonly spans: Drawing['lines']
  /** Where blocks are left out. */
  readonly dots: readonly { readonly x: number; readonly y: number }[]
  readonly labels: readonly Label[]
  /** From the left and from the top to the first block: what labels take. */
  readonly left: number
  readonly top: number
}

/** Room for a label beside a rectangle, and above it; for each letter a little more. */
const beside = (text: string) => 6 + 7 * text.length
const above = 13
const gap = 4
/** From an outer axis's line to what it spans. */
const off = 3
/** Room for the sign that blocks are left out. */
const dotted = 10
/** Blocks are drawn smaller than a matrix of the same axes. */
const smaller = 0.5

/** The drawing of an array with these axes, slowest first. One axis is a column; `1 x N` is a row; of more than two, the last two make the block. */
export function draw(axes: readonly string[], lengths: Lengths): Drawing {
  return axes.length <= 2 ? matrix(axes, lengths) : blocks(axes, lengths)
}

function matrix(axes: readonly string[], lengths: Lengths): Drawing {
  const [down = '1', across = '1'] = axes
  const left = down === '1' ? 0 : beside(down)
  const top = across === '1' ? 0 : above
  const [width, height] = [lengths(across), lengths(down)]
  const block = { x: left, y: top, width, height }
  const labels: Label[] = [
    ...(down === '1' ? [] : [{ x: left - 3, y: top + height / 2, text: down, side: 'left' as const }]),
    ...(across === '1' ? [] : [{ x: left + width / 2, y: top - 4, text: across, side: 'top' as const }]),
  ]
  return { width: left + width, height: top + height, blocks: [block], lines: grid(block, entriesOf(down), entriesOf(across)), spans: [], dots: [], labels, left, top }
}

function grid({ x, y, width, height }: Block, rows: number | null, columns: number | null): Drawing['lines'] {
  const inner = (count: number | null, length: number) => Array.from({ length: (count ?? 1) - 1 }, (_, at) => (length * (at + 1)) / (count ?? 1))
  return [
    ...inner(rows, height).map(at => ({ x1: x, y1: y + at, x2: x + width, y2: y + at })),
    ...inner(columns, width).map(at => ({ x1: x + at, y1: y, x2: x + at, y2: y + height })),
  ]
}

/** Two blocks and dots along each outer axis; its name stands outside, those of the block at the first one. */
function blocks(axes: readonly string[], lengths: Lengths): Drawing {
  const [down, across] = [axes.at(-2) ?? '1', axes.at(-1) ?? '1']
  const outer = axes.slice(0, -2)
  // The first outer axis runs down; the others, if there are any, across.
  const [outerDown = '1', ...rest] = outer
  const outerAcross = rest.join('·')
  const stacked = outerDown !== '1'
  const [width, height] = [Math.max(8, smaller * lengths(across)), Math.max(8, smaller * lengths(down))]
  const [columns, rows] = [outerAcross === '' ? 1 : 2, stacked ? 2 : 1]
  const innerLeft = (stacked ? beside(outerDown) + off : 0) + beside(down)
  const innerTop = (outerAcross === '' ? 0 : above + off) + above
  const at = (column: number, row: number): Block => ({ x: innerLeft + column * (width + gap), y: innerTop + row * (height + gap), width, height })
  const all = Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (__, column) => at(column, row))).flat()
  const right = innerLeft + columns * width + (columns - 1) * gap
  const bottom = innerTop + rows * height + (rows - 1) * gap
  const labels: Label[] = [
    ...(stacked ? [{ x: beside(outerDown) - off, y: (innerTop + bottom) / 2, text: outerDown, side: 'left' as const }] : []),
    { x: innerLeft - 3, y: innerTop + height / 2, text: down, side: 'left' },
    { x: innerLeft + width / 2, y: innerTop - 4, text: across, side: 'top' },
    ...(outerAcross === '' ? [] : [{ x: (innerLeft + right) / 2, y: above - 4, text: outerAcross, side: 'top' as const }]),
  ]
  const spans = [
    ...(stacked ? [{ x1: beside(outerDown), y1: innerTop, x2: beside(outerDown), y2: bottom + dotted }] : []),
    ...(outerAcross === '' ? [] : [{ x1: innerLeft, y1: above, x2: right + dotted, y2: above }]),
  ]
  return {
    width: right + (columns > 1 ? dotted : 0), height: bottom + (rows > 1 ? dotted : 0), blocks: all, lines: [], spans, labels, left: innerLeft, top: innerTop,
    dots: [
      ...(rows > 1 ? [-3, 0, 3].map(step => ({ x: (innerLeft + right) / 2 + step, y: bottom + dotted / 2 + 1 })) : []),
      ...(columns > 1 ? [-3, 0, 3].map(step => ({ x: right + dotted / 2 + 1, y: (innerTop + bottom) / 2 + step })) : []),
    ],
  }
}
