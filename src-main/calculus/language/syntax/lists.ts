/** NumPy's way of writing a matrix: a list of rows. */
import type { Group, Node } from '../ast.ts'

/**
 * `[[1, 2], [3, 4]]` has the rows of `[1, 2; 3, 4]`. A list of lists is read so only where every entry is a plain list; all else stays
 * as it is: `[[a; b], [c; d]]` is a row of two columns, `[[i = j], t]` a row with an indicator.
 */
export function nestedList(group: Group): Group {
  const cells = group.rows[0]
  if (group.kind !== 'bracket' || group.rows.length !== 1 || cells === undefined) return group
  const rows: (readonly Node[])[] = []
  for (const cell of cells) {
    if (cell.k !== 'group' || cell.kind !== 'bracket' || cell.rows.length !== 1 || cell.rows[0]![0]!.k === 'relation') return group
    rows.push(cell.rows[0]!)
  }
  return { ...group, rows }
}
