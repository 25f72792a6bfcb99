/** The content of one entry, unpacked in memory and never past what it may have. */
import { crc32, inflateRawSync } from 'node:zlib'
import { contentKind, inBytes, limits } from '../limits.ts'
import type { ArchiveEntry } from './directory.ts'
import type { Refused } from './names.ts'
import { readPng } from './png.ts'
import { words } from './words.ts'

/** Why an entry is refused by what the table of contents says of it, before it is unpacked; null where it is not. */
export function sizeFault({ name, size, from, to }: ArchiveEntry): Refused | null {
  const kind = contentKind(name)
  if (kind === null) return kindFault(name)
  const most = kind === 'picture' ? limits.pictureBytes : limits.fileBytes
  if (size > most)
    return { code: 'too-large', message: (kind === 'picture' ? words.pictureTooLarge : words.textTooLarge)(inBytes(size), inBytes(most)) }
  if (size > limits.ratioFrom && size > limits.ratio * (to - from))
    return { code: 'ratio', message: words.bomb(limits.ratio) }
  return null
}

/** The bytes of an entry, or why they are refused. */
export function unpack(archive: Uint8Array, entry: ArchiveEntry): Uint8Array | Refused {
  const packed = archive.subarray(entry.from, entry.to)
  const damaged: Refused = { code: 'damaged', message: words.damaged }
  let bytes: Uint8Array
  try {
    bytes = entry.deflated ? inflated(packed, entry.size) : packed
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
      ? { code: 'ratio', message: words.longer }
      : damaged
  }
  if (bytes.length !== entry.size || crc32(bytes) !== entry.crc32) return damaged
  if (contentKind(entry.name) !== 'picture') return bytes
  const png = readPng(bytes)
  return 'fault' in png ? { code: 'picture', message: png.fault } : bytes
}

function kindFault(name: string): Refused {
  const ending = /\.[^./]+$/.exec(name)?.[0].toLowerCase() ?? ''
  if (ending === '.svg') return { code: 'svg', message: words.svg }
  if (ending === '.yml') return { code: 'unknown-file', message: words.yml }
  if (/^\.(zip|nabla|gz|tgz|tar|7z|rar|bz2|xz|zst)$/.test(ending)) return { code: 'unknown-file', message: words.nested }
  if (/^\.(png|yaml|md)$/i.test(ending)) return { code: 'unknown-file', message: words.capitals(ending) }
  return { code: 'unknown-file', message: words.foreign }
}

/** Throws for packed data that are damaged, or that end before their bytes do: what follows them would be hidden. */
function inflated(packed: Uint8Array, size: number): Uint8Array {
  const { buffer, engine } = inflateRawSync(packed, { maxOutputLength: Math.max(size, 1), info: true }) as unknown as { readonly buffer: Buffer; readonly engine: { readonly bytesWritten: number } }
  if (engine.bytesWritten !== packed.length) throw new RangeError('bytes after the packed data')
  return plain(buffer)
}

/** A buffer of Node's as the plain bytes that it is. */
function plain({ buffer, byteOffset, length }: Buffer): Uint8Array {
  return new Uint8Array(buffer, byteOffset, length)
}
