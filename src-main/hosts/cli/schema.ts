/** `nabla schema`: what files may hold, for editors that complete and check YAML as it is written. */
import { jsonSchema } from '../../packs/schema/json.ts'
import { inLanguage, UsageError, words } from './arguments.ts'
import { told } from './words.ts'

/** Prints the JSON Schema of exercise files, or of `pack.yaml`. */
export async function runSchema(args: readonly string[]): Promise<number> {
  const { names } = words('schema', args, inLanguage, { what: '', least: 0, most: 1 })
  const which = names[0] ?? 'exercise'
  if (which !== 'exercise' && which !== 'pack') throw new UsageError(told.noSchema(which))
  process.stdout.write(jsonSchema(which))
  return 0
}
