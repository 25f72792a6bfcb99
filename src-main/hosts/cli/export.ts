/** `nabla export`: one file out of a folder. */
import { writeFileSync } from 'node:fs'
import { exportFolder } from '../../packs/library/export.ts'
import { Refusal } from '../../app/refusal.ts'
import { inLanguage, words } from './arguments.ts'
import { harmless, lineOf, reasonOf } from './packs.ts'
import { told } from './words.ts'

/** Writes the file, into the folder where it was started unless `--out` names another place. 1 where an error stands in the way. */
export async function runExport(args: readonly string[]): Promise<number> {
  const { values, names } = words('export', args, { ...inLanguage, out: { type: 'string' } }, { what: told.needs.folder, least: 1, most: 1 })
  const folder = names[0]!
  const { exported, problems } = exportFolder(folder)
  for (const problem of problems) process.stdout.write(`${lineOf(folder, problem)}\n`)
  if (!exported) {
    process.stderr.write(`${told.nothingWritten}\n`)
    return 1
  }
  const file = values.out ?? exported.fileName
  try {
    writeFileSync(file, exported.bytes)
  } catch (error) {
    throw new Refusal(told.unwritable(file, reasonOf(error)))
  }
  const { pack, bytes } = exported
  process.stderr.write(`${told.exported(file, harmless(pack.title), pack.version, told.exercises(pack.exercises.length), told.bytes(bytes.length))}\n`)
  return 0
}
