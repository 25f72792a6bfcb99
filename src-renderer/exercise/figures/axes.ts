/** Shapes as they are declared, and how long their axes are drawn. */

/** The names of the axes of a shape such as `M x N`, slowest first; none for a scalar. Null for what is no array: a function applied entry by entry. */
export function axesOf(shape: string): readonly string[] | null {
  const text = shape.trim().replace(/^\((.*)\)$/, '$1')
  if (text === 'scalar' || text === '') return []
  const axes = text.split(/\s+[x×]\s+|\s*,\s*/).map(axis => axis.trim()).filter(axis => axis !== '')
  return axes.every(axis => /^[\p{L}\d.*+_?-]+$/u.test(axis)) ? axes : null
}

/** Lengths of axes without a number, in the order in which they first occur: near one another, never equal. */
const lengths = [30, 21, 38, 16, 26, 34, 19, 42, 24] as const
/** An axis of size 1, and one entry of an axis whose size is a number. */
const thin = 7
const entry = 9
const most = 45

/** How long the axis with this name is drawn, in px at the usual text size. Equal names are equally long. */
export type Lengths = (axis: string) => number

/** Lengths for all the shapes that are shown together. */
export function lengthsFor(shapes: readonly string[]): Lengths {
  const names = [...new Set(shapes.flatMap(shape => axesOf(shape) ?? []))].filter(axis => !/^\d+$/.test(axis))
  return axis => {
    if (axis === '1') return thin
    if (/^\d+$/.test(axis)) return Math.min(most, entry * Number(axis))
    return lengths[names.indexOf(axis) % lengths.length] ?? lengths[0]
  }
}

/** The number of entries along an axis, where there are few enough to be drawn one by one. */
export function entriesOf(axis: string): number | null {
  const count = Number(axis)
  return /^\d+$/.test(axis) && count > 1 && count * entry <= most ? count : null
}
