/** Reads a pack out of a folder on disk, within limits. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { inBytes, limits } from './limits.ts'
import type { PackProblem } from './problem.ts'
import { wholeFile } from './contents.ts'
import { readPack } from './read.ts'
import type { PackFiles, PackReading, ReadOptions } from './read.ts'
import { words } from './words.ts'

/** Reads the pack in `dir`. Files whose names begin with a dot are passed over; symbolic links are told and not followed. */
export function readPackFolder(dir: string, options: ReadOptions = {}): PackReading {
  const { files, problems } = filesIn(dir)
  if (!files) return { pack: null, problems }
  const reading = readPack(files, options)
  return { ...reading, problems: [...problems, ...reading.problems] }
}

/** The files of a folder and of the folders in it, within limits; null where the folder cannot be read. */
export function filesIn(dir: string): { readonly files: PackFiles | null; readonly problems: readonly PackProblem[] } {
  const files = new Map<string, Uint8Array>()
  const problems: PackProblem[] = []
  let bytes = 0
  const walk = (path: string, depth: number): void => {
    for (const entry of readdirSync(join(dir, path), { withFileTypes: true })) {
      const inside = path === '' ? entry.name : `${path}/${entry.name}`
      if (entry.name.startsWith('.')) continue
      if (entry.isSymbolicLink())
        problems.push(wholeFile('symbolic-link', inside, words.symbolicLink, 'warning'))
      else if (entry.isDirectory()) {
        if (depth >= limits.depth)
          problems.push(wholeFile('too-many-files', inside, words.deep(limits.depth)))
        else walk(inside, depth + 1)
      } else if (entry.isFile()) take(inside)
    }
  }
  const take = (inside: string): void => {
    const size = statSync(join(dir, inside)).size
    if (files.size >= limits.files || bytes + size > limits.bytes) {
      if (!problems.some(p => p.code === 'too-many-files'))
        problems.push(wholeFile('too-many-files', inside, words.tooMany(limits.files, inBytes(limits.bytes))))
      return
    }
    bytes += size
    try {
      files.set(inside, readFileSync(join(dir, inside)))
    } catch (error) {
      problems.push(wholeFile('unreadable-file', inside, words.fileUnreadable(reasonOf(error))))
    }
  }
  try {
    walk('', 0)
  } catch (error) {
    return { files: null, problems: [wholeFile('unreadable-file', '.', words.folderUnreadable(dir, reasonOf(error)))] }
  }
  return { files, problems }
}

/** The system's code for what went wrong: the same word in every language. */
function reasonOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error)
}
