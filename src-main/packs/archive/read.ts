/** Reads a pack out of one `.nabla` file, in memory. What is not in order is refused whole: nothing of such a pack is used. */
import { inBytes, isLitter, contentKind, limits } from '../limits.ts'
import { byPlace } from '../problem.ts'
import type { PackProblem } from '../problem.ts'
import { packFileName, wholeFile } from '../contents.ts'
import { readPack } from '../read.ts'
import type { PackFiles, PackReading, ReadOptions } from '../read.ts'
import { decode } from '../text.ts'
import { sizeFault, unpack } from './content.ts'
import { readDirectory } from './directory.ts'
import type { ArchiveEntry } from './directory.ts'
import { shownName } from './names.ts'
import { words } from './words.ts'

/** Its files by path, or null with the reasons. */
export interface ArchiveReading {
  readonly files: PackFiles | null
  /** Where each of the files stands in the archive, by its path inside the pack. */
  readonly entries: readonly ArchiveEntry[]
  readonly problems: readonly PackProblem[]
}

/** Unpacks the files of a pack. Never throws for what the bytes hold. */
export async function readArchive(bytes: Uint8Array): Promise<ArchiveReading> {
  const { entries, problems: told } = await readDirectory(bytes)
  if (told.length > 0) return { files: null, entries: [], problems: told.toSorted(byPlace) }
  const meant = entries.filter(entry => !isLitter(entry.name))
  const problems = meant.flatMap(entry => problemOf(entry.name, sizeFault(entry)))
  const all = entries.reduce((sum, entry) => sum + entry.size, 0)
  if (all > limits.bytes) problems.push(wholeFile('too-large', '.', words.unpackedTooLarge(inBytes(all), inBytes(limits.bytes))))
  const texts = meant.reduce((sum, entry) => sum + (contentKind(entry.name) === 'picture' ? 0 : entry.size), 0)
  if (texts > limits.textBytes) problems.push(wholeFile('too-large', '.', words.textsTooLarge(inBytes(texts), inBytes(limits.textBytes))))
  if (problems.length > 0) return { files: null, entries: [], problems: problems.slice(0, 20).toSorted(byPlace) }
  return unpackAll(bytes, meant)
}

function problemOf(name: string, fault: { readonly code: PackProblem['code']; readonly message: string } | null): PackProblem[] {
  return fault === null ? [] : [wholeFile(fault.code, shownName(name), fault.message)]
}

function unpackAll(bytes: Uint8Array, entries: readonly ArchiveEntry[]): ArchiveReading {
  const files = new Map<string, Uint8Array>()
  const problems: PackProblem[] = []
  const top = outerFolder(entries.map(entry => entry.name))
  for (const entry of entries) {
    const content = unpack(bytes, entry)
    if (content instanceof Uint8Array) {
      const name = entry.name.slice(top.length)
      if (contentKind(name) === 'text') problems.push(...textProblems(name, content))
      files.set(name, content)
    } else problems.push(...problemOf(entry.name, content))
    if (problems.length >= 20) break
  }
  const own = entries.map((entry): ArchiveEntry => ({ ...entry, name: entry.name.slice(top.length) }))
  return { files: problems.some(p => p.severity === 'error') ? null : files, entries: own, problems: problems.toSorted(byPlace) }
}

/** Markdown files beside the exercises are not shown today; they are held to the same rules as what is. */
function textProblems(name: string, content: Uint8Array): PackProblem[] {
  const text = decode(name, content)
  return typeof text === 'string' ? [] : [text]
}

/** Programs that pack a folder put the folder itself into the zip file: `my-pack/`, where all else is in it; else nothing. */
function outerFolder(names: readonly string[]): string {
  const first = names[0]?.split('/')[0] ?? ''
  const folder = `${first}/`
  return names.includes(`${folder}${packFileName}`) && names.every(name => name.startsWith(folder)) ? folder : ''
}

/** Reads the pack in a `.nabla` file: all problems at once, and whatever can be used in spite of them; of an unsafe file, nothing. */
export async function readPackArchive(bytes: Uint8Array, options: ReadOptions = {}): Promise<PackReading> {
  const { files, problems } = await readArchive(bytes)
  if (!files) return { pack: null, problems }
  const reading = readPack(files, options)
  return { ...reading, problems: [...problems, ...reading.problems] }
}
