/**
 * Writes a pack into one `.nabla` file: the same files always give the same bytes, on every machine. Names stand sorted, dates are fixed, and
 * the packing is fflate's, in plain JavaScript: that of Node's own zlib differs between its releases and between processors.
 */
import { zipSync } from 'fflate'
import type { Zippable } from 'fflate'
import { contentKind } from '../limits.ts'
import type { PackFiles } from '../read.ts'

/** The earliest that a zip file can say. fflate writes the local time of the date it is given, so this one is local too. */
const date = new Date(1980, 0, 1)

/** The bytes of the archive. The files must be fit for a pack: `exportPack` sees to it. */
export function writeArchive(files: PackFiles): Uint8Array {
  const entries: Zippable = {}
  for (const [name, content] of [...files].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
    // A PNG picture is packed already. Attributes: a plain file, read by all and written by its owner, as on Unix (`os: 3`).
    entries[name] = [bytes, { level: contentKind(name) === 'picture' ? 0 : 9, mtime: date, os: 3, attrs: 0o100644 << 16 }]
  }
  return zipSync(entries)
}
