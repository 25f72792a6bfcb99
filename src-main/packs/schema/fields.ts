/** Looks into a schema: which fields are known at a path, and which kinds of value. */
import type { z } from 'zod'
import type { Path } from '../yaml/places.ts'

/** The few zod types that pack schemas are made of, as `def` shows them. */
interface Def {
  readonly type: string
  readonly innerType?: z.ZodType
  readonly shape?: Readonly<Record<string, z.ZodType>>
  readonly element?: z.ZodType
  readonly valueType?: z.ZodType
  readonly options?: readonly z.ZodType[]
}
const defOf = (schema: z.ZodType): Def => schema.def as unknown as Def

/** Without `optional` and `default`. */
function bare(schema: z.ZodType): z.ZodType {
  const inner = defOf(schema).innerType
  return inner ? bare(inner) : schema
}

function alternatives(schema: z.ZodType): z.ZodType[] {
  const inside = bare(schema)
  const options = defOf(inside).options
  return options ? options.flatMap(alternatives) : [inside]
}

function schemasAt(schema: z.ZodType, path: Path): z.ZodType[] {
  let at = alternatives(schema)
  for (const step of path) {
    at = at.flatMap(s => {
      const def = defOf(s)
      const next = typeof step === 'number' ? def.element : (def.shape?.[step] ?? def.valueType)
      return next ? alternatives(next) : []
    })
  }
  return at
}

/** Names of the fields that the group at `path` may have. */
export function fieldsAt(schema: z.ZodType, path: Path): string[] {
  return schemasAt(schema, path).flatMap(s => Object.keys(defOf(s).shape ?? {}))
}

/** Kinds of value (`string`, `object`, …) that may stand at `path`. */
export function choicesAt(schema: z.ZodType, path: Path): string[] {
  return [...new Set(schemasAt(schema, path).map(s => defOf(s).type))]
}
