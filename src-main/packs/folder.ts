/** Reads a pack out of a folder on disk, within limits. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { PackProblem } from './problem.ts'
import { readPack, wholeFile } from './read.ts'
import type { PackReading } from './read.ts'

const maxFiles = 5_000
const maxDepth = 8
/** Bytes of a whole pack, pictures included. */
const maxBytes = 64 * 1024 * 1024

/** Reads the pack in `dir`. Files whose names begin with a dot are passed over; symbolic links are told and not followed. */
export function readPackFolder(dir: string): PackReading {
  const files = new Map<string, Uint8Array>()
  const problems: PackProblem[] = []
  let bytes = 0
  const walk = (path: string, depth: number): void => {
    for (const entry of readdirSync(join(dir, path), { withFileTypes: true })) {
      const inside = path === '' ? entry.name : `${path}/${entry.name}`
      if (entry.name.startsWith('.')) continue
      if (entry.isSymbolicLink())
        problems.push(wholeFile('symbolic-link', inside, 'Symbolic links are not followed. Put the file itself here.', 'warning'))
      else if (entry.isDirectory()) {
        if (depth >= maxDepth)
          problems.push(wholeFile('too-many-files', inside, `Folders in a pack are nested at most ${maxDepth} deep. This one is left out.`))
        else walk(inside, depth + 1)
      } else if (entry.isFile()) take(inside)
    }
  }
  const take = (inside: string): void => {
    const size = statSync(join(dir, inside)).size
    if (files.size >= maxFiles || bytes + size > maxBytes) {
      if (!problems.some(p => p.code === 'too-many-files'))
        problems.push(
          wholeFile(
            'too-many-files',
            inside,
            `A pack has at most ${maxFiles} files and ${maxBytes / 1024 / 1024} MB. This file and those after it are left out.`,
          ),
        )
      return
    }
    bytes += size
    try {
      files.set(inside, readFileSync(join(dir, inside)))
    } catch (error) {
      problems.push(
        wholeFile('unreadable-file', inside, `This file cannot be read: ${(error as NodeJS.ErrnoException).code ?? String(error)}.`),
      )
    }
  }
  try {
    walk('', 0)
  } catch (error) {
    return {
      pack: null,
      problems: [
        wholeFile('unreadable-file', '.', `The folder ${dir} cannot be read: ${(error as NodeJS.ErrnoException).code ?? String(error)}.`),
      ],
    }
  }
  const reading = readPack(files)
  return { pack: reading.pack, problems: [...problems, ...reading.problems] }
}
