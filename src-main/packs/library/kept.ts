/** Reading an installed pack: as any other for the first time, and without unpacking what is known of it after that. */
import { unpack } from '../archive/content.ts'
import { readArchive } from '../archive/read.ts'
import { contentKind } from '../limits.ts'
import { readPack } from '../read.ts'
import type { PackReading } from '../read.ts'
import { decode } from '../text.ts'
import { nameOfText } from '../yaml/known.ts'
import type { KnownText } from '../yaml/known.ts'
import { hashOf } from './hash.ts'
import type { KeptArchive, KeptValues } from './values.ts'

/** Reads the bytes of an installed `.nabla` file, and notes in `values` what makes it quicker the next time. */
export async function readKept(bytes: Uint8Array, values: KeptValues): Promise<PackReading> {
  const hash = hashOf(bytes)
  if (values.archive?.hash === hash) {
    const files = knownFiles(bytes, values.archive)
    if (files) return readPack(files, { known: values })
  }
  const { files, entries, problems } = await readArchive(bytes)
  if (!files) return { pack: null, problems }
  const reading = readPack(files, { known: values })
  const known = (name: string): string | null => {
    const text = contentKind(name) === 'yaml' ? decode(name, files.get(name)!) : null
    const textName = typeof text === 'string' ? nameOfText(text) : null
    return textName !== null && values.has(textName) ? textName : null
  }
  values.archive = { hash, entries: entries.map(entry => ({ ...entry, text: known(entry.name) })) }
  return { pack: reading.pack, problems: [...problems, ...reading.problems] }
}

/** The files of an archive that was kept, texts that are known left packed; null where what was kept does not fit the archive. */
function knownFiles(bytes: Uint8Array, { entries }: KeptArchive): Map<string, Uint8Array | KnownText> | null {
  const files = new Map<string, Uint8Array | KnownText>()
  for (const { text: name, ...entry } of entries) {
    const content = (): Uint8Array | null => {
      const unpacked = unpack(bytes, entry)
      return unpacked instanceof Uint8Array ? unpacked : null
    }
    if (name !== null) files.set(entry.name, { name, text: () => textOf(entry.name, content()) })
    else {
      const unpacked = content()
      if (!unpacked) return null
      files.set(entry.name, unpacked)
    }
  }
  return files
}

/** The text of a file that could be read when it was kept. */
function textOf(name: string, content: Uint8Array | null): string {
  const text = content && decode(name, content)
  return typeof text === 'string' ? text : ''
}
