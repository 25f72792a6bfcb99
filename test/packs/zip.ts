/** Zip files made byte by byte, so that each of their fields can lie. The layout is that of PKWARE's APPNOTE, sections 4.3.7, 4.3.12 and 4.3.16. */
import { crc32, deflateRawSync } from 'node:zlib'

export interface RawEntry {
  readonly name: string | Uint8Array
  readonly content?: string | Uint8Array
  /** As it stands in the file, where that is not made from `content`. */
  readonly packed?: Uint8Array
  readonly deflate?: boolean
  readonly method?: number
  readonly flags?: number
  /** The upper half of the external attributes: type and permissions as Unix has them. */
  readonly mode?: number
  readonly size?: number
  readonly crc?: number
  /** The name in the local header, where it is another. */
  readonly localName?: string
  /** Fields of the local header, where they are others: `[offset in it, value]`. */
  readonly localFields?: readonly (readonly [number, number])[]
  /** What stands between its bytes and the next entry. */
  readonly trailer?: Uint8Array
  /** An extra field of the table of contents. */
  readonly extra?: Uint8Array
  /** The offset of the local header, where it is that of another entry. */
  readonly at?: number
}
export interface RawEnd {
  readonly disk?: number
  readonly count?: number
  readonly comment?: string
  readonly directoryAt?: number
  /** What stands before the first entry. */
  readonly before?: Uint8Array
}

const utf8 = 0x800
const bytesOf = (text: string | Uint8Array): Uint8Array => (typeof text === 'string' ? Buffer.from(text, 'utf8') : text)
const folderMode = 0o040755
const fileMode = 0o100644

/** A zip file of these entries, in their order. */
export function rawZip(entries: readonly RawEntry[], end: RawEnd = {}): Uint8Array {
  const parts: Uint8Array[] = end.before ? [end.before] : []
  let at = end.before?.length ?? 0
  const central: Uint8Array[] = []
  for (const entry of entries) {
    const name = bytesOf(entry.name)
    const content = bytesOf(entry.content ?? '')
    const packed = entry.packed ?? (entry.deflate ? deflateRawSync(content) : content)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(entry.flags ?? utf8, 2)
    fields.writeUInt16LE(entry.method ?? (entry.deflate ? 8 : 0), 4)
    fields.writeUInt16LE(0x21, 8)
    fields.writeUInt32LE(entry.crc ?? crc32(content), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(entry.size ?? content.length, 18)
    const local = bytesOf(entry.localName ?? entry.name)
    const own = Buffer.from(fields)
    own.writeUInt16LE(local.length, 22)
    for (const [offset, value] of entry.localFields ?? []) own.writeUInt32LE(value, offset - 4)
    const trailer = entry.trailer ?? Buffer.alloc(0)
    const extra = entry.extra ?? Buffer.alloc(0)
    fields.writeUInt16LE(name.length, 22)
    fields.writeUInt16LE((entry.extra ?? '').length, 24)
    if (entry.at === undefined) parts.push(signed(0x04034b50, own), local, packed, trailer)
    const rest = Buffer.alloc(14)
    const isFolder = name.at(-1) === 0x2f
    rest.writeUInt32LE((((entry.mode ?? (isFolder ? folderMode : fileMode)) << 16) >>> 0), 6)
    rest.writeUInt32LE(entry.at ?? at, 10)
    central.push(signed(0x02014b50, Buffer.concat([Buffer.of(20, 3), fields, rest])), name, extra)
    if (entry.at === undefined) at += 30 + local.length + packed.length + trailer.length
  }
  const directory = Buffer.concat(central)
  const last = Buffer.alloc(18)
  last.writeUInt16LE(end.disk ?? 0, 0)
  last.writeUInt16LE(end.count ?? entries.length, 4)
  last.writeUInt16LE(end.count ?? entries.length, 6)
  last.writeUInt32LE(directory.length, 8)
  last.writeUInt32LE(end.directoryAt ?? at, 12)
  const comment = Buffer.from(end.comment ?? '')
  last.writeUInt16LE(comment.length, 16)
  return Buffer.concat([...parts, directory, signed(0x06054b50, last), comment])
}

function signed(signature: number, fields: Uint8Array): Uint8Array {
  const head = Buffer.alloc(4)
  head.writeUInt32LE(signature)
  return Buffer.concat([head, fields])
}

/** A PNG picture of these many pixels, one chunk a part; `header` and `after` make it broken. */
export function png(width: number, height: number, broken: { readonly depth?: number; readonly after?: string; readonly data?: boolean; readonly colour?: number; readonly parts?: readonly string[] } = {}): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = broken.depth ?? 8
  header[9] = broken.colour ?? 0
  const chunk = (type: string, content: Uint8Array): Uint8Array => {
    const named = Buffer.concat([Buffer.from(type, 'latin1'), content])
    const ends = Buffer.alloc(8)
    ends.writeUInt32BE(content.length, 0)
    ends.writeUInt32BE(crc32(named), 4)
    return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)])
  }
  return Buffer.concat([
    Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', header),
    ...(broken.parts ?? []).map(type => chunk(type, Buffer.alloc(8))),
    ...(broken.data === false ? [] : [chunk('IDAT', Buffer.of(0))]),
    chunk('IEND', Buffer.alloc(0)),
    Buffer.from(broken.after ?? ''),
  ])
}
