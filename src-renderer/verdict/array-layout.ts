/**
 * How an array of any number of axes is laid out on paper: (target) × (input). Up to two axes are one grid; beyond that each entry of the
 * target is a block, and inside it lies the input as a grid.
 */
export interface Grid { readonly rows: number; readonly columns: number }
export interface ArrayLayout {
  /** The blocks; one block of 1 x 1 for a plain grid. */
  readonly outer: Grid
  readonly inner: Grid
  /** Flat, row-major position of an entry, all four counted from 0. */
  position(outerRow: number, outerColumn: number, row: number, column: number): number
  /** Name of a block by its target indices, counted from 1: `2, 1`. */
  blockName(outerRow: number, outerColumn: number): string
}

/** `shape`: lengths of all axes, target first; `targetAxes`: how many of them belong to the target. */
export function layoutOf(shape: readonly number[], targetAxes: number): ArrayLayout {
  const target = shape.slice(0, targetAxes)
  const input = shape.slice(targetAxes)
  const outer = grid(target, 'down')
  const inner = grid(input, 'across')
  const position = (outerRow: number, outerColumn: number, row: number, column: number) =>
    (outerRow * outer.columns + outerColumn) * inner.rows * inner.columns + row * inner.columns + column
  const blockName = (outerRow: number, outerColumn: number) => indices(target, outerRow * outer.columns + outerColumn).join(', ')
  const one = { rows: 1, columns: 1 }
  // A target alone is drawn as one grid of its own entries.
  if (input.length === 0) return { outer: one, inner: outer, position: (_r, _c, row, column) => position(row, column, 0, 0), blockName }
  // The Jacobian of a vector by a vector: its rows side by side are one matrix.
  if (outer.columns === 1 && inner.rows === 1 && shape.length <= 2) {
    return { outer: one, inner: { rows: outer.rows, columns: inner.columns }, position: (_r, _c, row, column) => position(row, 0, 0, column), blockName }
  }
  return { outer, inner, position, blockName }
}

/** One group of axes as rows and columns: the last axis runs across, all before it down; a lone axis as told. */
function grid(axes: readonly number[], lone: 'down' | 'across'): Grid {
  if (axes.length === 0) return { rows: 1, columns: 1 }
  if (axes.length === 1) return lone === 'down' ? { rows: axes[0] ?? 1, columns: 1 } : { rows: 1, columns: axes[0] ?? 1 }
  return { rows: axes.slice(0, -1).reduce((product, length) => product * length, 1), columns: axes.at(-1) ?? 1 }
}

/** The indices, counted from 1, of a flat row-major position. */
function indices(axes: readonly number[], position: number): number[] {
  const found: number[] = []
  let rest = position
  for (const length of axes.toReversed()) {
    found.unshift((rest % length) + 1)
    rest = Math.floor(rest / length)
  }
  return found
}

/** Where the entries of an array at these positions stand in its transpose, whose first `rows` axes were its last. */
export function turnedPositions(positions: Iterable<number>, shape: readonly number[], rows: number): ReadonlySet<number> {
  const size = (axes: readonly number[]) => axes.reduce((product, length) => product * length, 1)
  const split = shape.length - rows
  const [outer, inner] = [size(shape.slice(0, split)), size(shape.slice(split))]
  return new Set([...positions].map(at => (at % inner) * outer + Math.floor(at / inner)))
}
