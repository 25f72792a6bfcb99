/** Where in a YAML file a part of its value stands. */
import { isAlias, isMap, isNode, isPair, isScalar, isSeq } from 'yaml'
import type { Document } from 'yaml'

/** Names of fields and positions in lists, from the top of the file. */
export type Path = readonly (string | number)[]
/** Line and column count from 1, columns in UTF-16 units; `from` and `to` are offsets in the file's text. */
export interface Place { readonly line: number; readonly column: number; readonly from: number; readonly to: number }
export type PlaceAt = (from: number, to: number) => Place

/**
 * Where the value at `path` stands, or the name of its field. A path that leads to nothing ends at the innermost thing on the way that
 * exists.
 */
export function placeOf(document: Document.Parsed, path: Path, which: 'value' | 'name', placeAt: PlaceAt): Place {
  let node: unknown = document.contents
  let range = rangeOf(node) ?? [0, 0]
  for (const [depth, step] of path.entries()) {
    if (isAlias(node)) node = node.resolve(document)
    if (isMap(node)) {
      const pair = node.items.find(item => isScalar(item.key) && String(item.key.value) === String(step))
      if (!pair || !isPair(pair)) break
      const wantsName = which === 'name' && depth === path.length - 1
      range = (wantsName ? rangeOf(pair.key) : (rangeOf(pair.value) ?? rangeOf(pair.key))) ?? range
      node = pair.value
    } else if (isSeq(node) && typeof step === 'number') {
      const item = node.items[step]
      if (item === undefined) break
      range = rangeOf(item) ?? range
      node = item
    } else break
  }
  return placeAt(range[0], range[1])
}

/** What stands at a path; undefined where the path leads to nothing. */
export function valueAt(value: unknown, path: Path): unknown {
  let at = value
  for (const step of path) at = at !== null && typeof at === 'object' ? (at as Record<string | number, unknown>)[step] : undefined
  return at
}

function rangeOf(node: unknown): readonly [number, number] | null {
  const range = isNode(node) ? node.range : null
  return range ? [range[0], range[1]] : null
}
