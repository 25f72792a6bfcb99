/** The schemas of pack files as JSON Schema (draft 2020-12), for completion in editors. */
import { z } from 'zod'
import { exerciseSchema } from './exercise.ts'
import { packSchema } from './pack.ts'

/** The text of a schema file. What an author writes is described, so that fields with a default may be left out. */
export function jsonSchema(which: 'exercise' | 'pack'): string {
  const [schema, title] = which === 'exercise' ? [exerciseSchema, 'A Nabla exercise'] : [packSchema, 'The pack.yaml of a Nabla exercise pack']
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input' })
  return `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`
}
