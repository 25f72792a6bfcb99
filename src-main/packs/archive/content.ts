/** The content of one entry, unpacked in memory and never past what it may have. */
import { crc32, inflateRawSync } from 'node:zlib'
import { contentKind, inBytes, limits } from '../limits.ts'
import type { ArchiveEntry } from './directory.ts'
import type { Refused } from './names.ts'
import { readPng } from './png.ts'

/** Why an entry is refused by what the table of contents says of it, before it is unpacked; null where it is not. */
export function sizeFault({ name, size, from, to }: ArchiveEntry): Refused | null {
  const kind = contentKind(name)
  if (kind === null) return kindFault(name)
  const most = kind === 'picture' ? limits.pictureBytes : limits.fileBytes
  if (size > most)
    return { code: 'too-large', message: `This file has ${inBytes(size)}. ${kind === 'picture' ? 'A picture' : 'A text file'} in a pack has at most ${inBytes(most)}.` }
  if (size > limits.ratioFrom && size > limits.ratio * (to - from))
    return { code: 'ratio', message: `This file unpacks to more than ${limits.ratio} times its packed size, as in a zip bomb.` }
  return null
}

/** The bytes of an entry, or why they are refused. */
export function unpack(archive: Uint8Array, entry: ArchiveEntry): Uint8Array | Refused {
  const packed = archive.subarray(entry.from, entry.to)
  const damaged: Refused = { code: 'damaged', message: 'This file is damaged: its content does not fit its checksum. Fetch the pack again.' }
  let bytes: Uint8Array
  try {
    bytes = entry.deflated ? plain(inflateRawSync(packed, { maxOutputLength: Math.max(entry.size, 1) })) : packed
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
      ? { code: 'ratio', message: 'This file unpacks to more than the zip file says, as in a zip bomb.' }
      : damaged
  }
  if (bytes.length !== entry.size || crc32(bytes) !== entry.crc32) return damaged
  if (contentKind(entry.name) !== 'picture') return bytes
  const png = readPng(bytes)
  return 'fault' in png ? { code: 'picture', message: png.fault } : bytes
}

function kindFault(name: string): Refused {
  const ending = /\.[^./]+$/.exec(name)?.[0].toLowerCase() ?? ''
  if (ending === '.svg') return { code: 'svg', message: 'SVG pictures are not taken, since they can hold programs. Save it as PNG.' }
  if (ending === '.yml') return { code: 'unknown-file', message: 'Exercise files end in `.yaml`. Rename this one.' }
  if (/^\.(zip|nabla|gz|tgz|tar|7z|rar|bz2|xz|zst)$/.test(ending)) return { code: 'unknown-file', message: 'This is an archive within the pack. Put its files themselves there.' }
  if (/^\.(png|yaml|md)$/i.test(ending)) return { code: 'unknown-file', message: `The ending \`${ending}\` is written in small letters. Rename this file.` }
  return { code: 'unknown-file', message: 'A pack holds `.yaml`, `.md` and `.png` files. Take this one out.' }
}

/** A buffer of Node's as the plain bytes that it is. */
function plain({ buffer, byteOffset, length }: Buffer): Uint8Array {
  return new Uint8Array(buffer, byteOffset, length)
}
