/** What is left of a file whose form is not right in every field: so that what else is wrong with it is told at once. */
import type { z } from 'zod'
import { nearest } from '../nearest.ts'
import type { SourceFile } from '../yaml/document.ts'
import { valueAt } from '../yaml/places.ts'
import type { Path } from '../yaml/places.ts'
import { fieldsAt } from './fields.ts'

export interface Salvaged<T> {
  readonly file: T
  /** The value of the file, with something harmless in the place of what is broken. */
  readonly value: unknown
  /** Where that stands: fields and items that were refused, or missing, or are named wrongly. */
  readonly holes: readonly Path[]
}

/** What stands in for what is broken at a path: the value to put at the same path or further up; left out where it is undefined. */
export interface StandIn {
  readonly at: Path
  readonly value: unknown
}

/** Replacing one thing may show what is wrong with the next, but not for ever. */
const mostRounds = 5

/** Null where nothing is left. */
export function salvage<T>(source: SourceFile, schema: z.ZodType<T>, standIn: (path: Path) => StandIn | null): Salvaged<T> | null {
  const value: unknown = structuredClone(source.value)
  const holes: Path[] = []
  for (let round = 0; round < mostRounds; round++) {
    const result = schema.safeParse(value)
    if (result.success) return { file: result.data, value, holes }
    for (const path of result.error.issues.flatMap(issue => brokenAt(issue, value, schema))) {
      const replaced = standIn(path)
      if (!replaced) return null
      put(value, replaced.at, replaced.value)
      holes.push(path)
    }
  }
  return null
}

/** Where an issue leaves a hole. Fields that are not known are taken out here; where one is nearly the name of another, that other is what is broken. */
function brokenAt(issue: z.core.$ZodIssue, value: unknown, schema: z.ZodType): Path[] {
  const path = issue.path as Path
  if (issue.code !== 'unrecognized_keys') return [path]
  const owner = valueAt(value, path) as Record<string, unknown>
  return issue.keys.flatMap(key => {
    Reflect.deleteProperty(owner, key)
    const meant = nearest(key, fieldsAt(schema, path))
    if (meant === null && misplaced(key, path, schema)) return path.length > 0 ? [[key]] : ((value as { parts?: unknown[] }).parts ?? []).map((_, n): Path => ['parts', n, key])
    return meant === null || Object.hasOwn(owner, meant) ? [] : [[...path, meant]]
  })
}

/** A field of the exercise that stands in a part, or the other way round. */
export function misplaced(key: string, path: Path, schema: z.ZodType): boolean {
  if (path.length === 0) return fieldsAt(schema, ['parts', 0]).includes(key)
  return path.length === 2 && path[0] === 'parts' && fieldsAt(schema, []).includes(key)
}

function put(value: unknown, at: Path, stand: unknown): void {
  const owner = valueAt(value, at.slice(0, -1))
  const name = at.at(-1)
  if (typeof owner !== 'object' || owner === null || name === undefined) return
  if (stand === undefined) Reflect.deleteProperty(owner, name)
  else Reflect.set(owner, name, stand)
}
