/** Reading an author's text in which some indices stand free; their sizes follow from where they stand. */
import { read, type Reading } from './read.ts'
import type { Scope } from './scope.ts'

/** As `read`; `names` are free indices of any size. A name whose size nothing tells keeps the open size `?name`. */
export function readFree(source: string, scope: Scope, names: readonly string[]): Reading {
  return read(source, { ...scope, components: names.map(name => ({ name, dim: `?${name}` })) })
}
