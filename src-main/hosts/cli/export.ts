/** `nabla export`: one file out of a folder. */
import { writeFileSync } from 'node:fs'
import { exportFolder } from '../../packs/library/export.ts'
import { Refusal } from '../../app/refusal.ts'
import { words } from './arguments.ts'
import { counted, lineOf } from './packs.ts'

/** Writes the file, into the folder where it was started unless `--out` names another place. 1 where an error stands in the way. */
export async function runExport(args: readonly string[]): Promise<number> {
  const { values, names } = words('export', args, { out: { type: 'string' } }, { what: 'the folder of a pack', least: 1, most: 1 })
  const folder = names[0]!
  const { exported, problems } = exportFolder(folder)
  for (const problem of problems) process.stdout.write(`${lineOf(folder, problem)}\n`)
  if (!exported) {
    process.stderr.write('Nothing was written. A pack with errors cannot be installed.\n')
    return 1
  }
  const file = values.out ?? exported.fileName
  try {
    writeFileSync(file, exported.bytes)
  } catch (error) {
    throw new Refusal(`${file} cannot be written: ${(error as Error).message}`)
  }
  process.stderr.write(`${file}: ${exported.pack.title} ${exported.pack.version}, ${counted(exported.pack.exercises.length, 'exercise')}, ${counted(exported.bytes.length, 'byte')}.\n`)
  return 0
}
