/** The table of contents of a `.nabla` file: every entry with its place in the file, each checked before any of it is unpacked. */
import yauzl from 'yauzl'
import type { Entry, ZipFile } from 'yauzl'
import { inBytes, limits } from '../limits.ts'
import { wholeFile } from '../contents.ts'
import type { PackProblem } from '../problem.ts'
import { decodeName, nameFault, Names, shownName } from './names.ts'
import type { Refused } from './names.ts'
import { words } from './words.ts'

export interface ArchiveEntry {
  /** Path inside the pack, with `/`. */
  readonly name: string
  /** Where its bytes stand in the archive, from the first to after the last. */
  readonly from: number
  readonly to: number
  readonly deflated: boolean
  /** Bytes, unpacked, as the archive says. */
  readonly size: number
  readonly crc32: number
}

/** Entries that are files, in the order of the archive; with any problem there are none. */
export interface Directory {
  readonly entries: readonly ArchiveEntry[]
  readonly problems: readonly PackProblem[]
}

/** At most this many are told: an archive with more is refused all the same. */
const maxProblems = 20
const flag = { encrypted: 0x1, descriptor: 0x8, utf8: 0x800, masked: 0x2000 } as const
/** Bytes of a data descriptor (APPNOTE 4.3.9): with or without its signature, with sizes of 4 or of 8 bytes. */
const descriptors: ReadonlySet<number> = new Set([12, 16, 20, 24])
/** The extra field that gives an entry a second name (APPNOTE 4.6.9): other programs would show that one. */
const unicodePath = 0x7075

/** Reads the table of contents. Never throws for what the bytes hold. */
export async function readDirectory(bytes: Uint8Array): Promise<Directory> {
  const refuse = (code: PackProblem['code'], message: string): Directory => ({ entries: [], problems: [wholeFile(code, '.', message)] })
  if (bytes.length > limits.archiveBytes)
    return refuse('too-large', words.archiveTooLarge(inBytes(bytes.length), inBytes(limits.archiveBytes)))
  if (bytes.length < 4 || bytes[0] !== 0x50 || bytes[1] !== 0x4b)
    return refuse('no-archive', words.noArchive)
  let zip: ZipFile
  try {
    zip = await yauzl.fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { decodeStrings: false, validateEntrySizes: true })
  } catch (error) {
    const { code, message } = wordsOf(error as Error)
    return refuse(code, message)
  }
  if (zip.entryCount > limits.files) return refuse('too-many-files', words.tooManyFiles(zip.entryCount, limits.files))
  return new DirectoryReader(zip, bytes).read()
}

class DirectoryReader {
  readonly #zip: ZipFile
  readonly #bytes: Uint8Array
  /** Where the table of contents begins. */
  readonly #start: number
  readonly #names = new Names()
  readonly #entries: ArchiveEntry[] = []
  readonly #ranges: { readonly name: string; readonly from: number; readonly to: number; readonly streamed: boolean }[] = []
  readonly #problems: PackProblem[] = []

  constructor(zip: ZipFile, bytes: Uint8Array) {
    this.#zip = zip
    this.#bytes = bytes
    this.#start = cursorOf(zip)
  }

  async read(): Promise<Directory> {
    try {
      for await (const entry of this.#zip.eachEntry()) {
        this.#take(entry)
        if (this.#problems.length >= maxProblems) break
      }
    } catch (error) {
      this.#tell('.', wordsOf(error as Error))
    }
    if (this.#problems.length === 0) this.#checkPlaces()
    return { entries: this.#problems.length === 0 ? this.#entries : [], problems: this.#problems }
  }

  #tell(name: string, { code, message }: Refused): void {
    this.#problems.push(wholeFile(code, shownName(name), message))
  }

  #take(entry: Entry): void {
    const name = decodeName(entry.fileNameRaw)
    if (name === null)
      return this.#tell(entry.fileNameRaw.toString('latin1'), { code: 'encoding', message: words.nameEncoding })
    const fault = nameFault(name) ?? this.#names.add(name) ?? entryFault(entry, name)
    if (fault) return this.#tell(name, fault)
    const from = this.#dataOf(entry)
    if (typeof from !== 'number') return this.#tell(name, from)
    const to = from + entry.compressedSize
    this.#ranges.push({ name, from: entry.relativeOffsetOfLocalHeader, to, streamed: (entry.generalPurposeBitFlag & flag.descriptor) !== 0 })
    if (!name.endsWith('/'))
      this.#entries.push({ name, from, to, deflated: entry.compressionMethod === 8, size: entry.uncompressedSize, crc32: entry.crc32 })
  }

  /** Where the bytes of an entry begin: after its local header, which says the same as the table of contents, or the file is refused. */
  #dataOf({ relativeOffsetOfLocalHeader: at, fileNameRaw, compressionMethod, generalPurposeBitFlag, compressedSize, uncompressedSize, crc32, extraFields }: Entry): number | Refused {
    const bytes = this.#bytes
    if (at + 30 > bytes.length) return cutOff()
    const header = new DataView(bytes.buffer, bytes.byteOffset + at, 30)
    const name = at + 30 + header.getUint16(26, true)
    const data = name + header.getUint16(28, true)
    if (data + compressedSize > bytes.length) return cutOff()
    // Sizes of a file that was packed as it came are written after it; those of a large zip file (Zip64) stand elsewhere in the header.
    const said = (field: number, value: number): boolean => {
      const own = header.getUint32(field, true)
      return own === value || (own === 0 && (generalPurposeBitFlag & flag.descriptor) !== 0) || (own === 0xffffffff && field !== 14)
    }
    const same =
      said(14, crc32) && said(18, compressedSize) && said(22, uncompressedSize) && !extraFields.some(({ id, data: other }) => id === unicodePath && !fileNameRaw.equals(other.subarray(5))) &&
      header.getUint32(0, true) === 0x04034b50 && header.getUint16(8, true) === compressionMethod &&
      ((header.getUint16(6, true) ^ generalPurposeBitFlag) & (flag.encrypted | flag.descriptor)) === 0 && fileNameRaw.equals(bytes.subarray(at + 30, name))
    return same ? data : { code: 'damaged', message: words.contradiction }
  }

  /** Entries that share bytes are how a small file unpacks to a very large one; bytes that nothing speaks of, how something is hidden. */
  #checkPlaces(): void {
    const broken = (message: string): void => this.#tell('.', { code: 'damaged', message })
    let end = 0
    let gapFits = true
    let descriptor = false
    // A gap is the sizes of a file that was packed as it came, or something that is hidden.
    const gap = (to: number): void => { if (end > 0 && to !== end && !(descriptor && descriptors.has(to - end))) gapFits = false }
    for (const { name, from, to, streamed } of this.#ranges.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
      if (from < end) return this.#tell(name, { code: 'overlap', message: words.overlap })
      gap(from)
      end = to
      descriptor = streamed
    }
    gap(this.#start)
    if (this.#ranges.length === 0) return this.#tell('.', { code: 'no-pack', message: words.empty })
    if (this.#ranges.every(range => range.from > 0)) return broken(words.somethingBefore)
    if (end > this.#start) return broken(words.reachesIn)
    const last = this.#bytes.length - 22 - this.#zip.comment.length
    const rest = this.#bytes.subarray(cursorOf(this.#zip), last)
    // A large zip file (Zip64) has two records of its own there, of 56 and 20 bytes.
    const zip64 = rest.length === 76 && rest[0] === 0x50 && rest[1] === 0x4b && rest[2] === 6 && rest[3] === 6
    if (rest.length > 0 && !zip64) return broken(words.tableTooLong)
    if (!gapFits) broken(words.between)
  }
}

/** Where the zip reader reads next. Its types call this a boolean. */
function cursorOf(zip: ZipFile): number {
  return Number(zip.readEntryCursor as unknown)
}

/** What an entry says of itself that a pack does not have. */
function entryFault(entry: Entry, name: string): Refused | null {
  const type = (entry.externalFileAttributes >>> 16) & 0o170000
  if (type === 0o120000) return { code: 'symbolic-link', message: words.symbolicLink }
  const isFolder = name.endsWith('/')
  if (type !== 0 && type !== (isFolder ? 0o040000 : 0o100000)) return { code: 'special-file', message: words.special }
  if ((entry.generalPurposeBitFlag & (flag.encrypted | flag.masked)) !== 0) return { code: 'encrypted', message: words.encrypted }
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8)
    return { code: 'unknown-method', message: words.method(entry.compressionMethod) }
  if (isFolder && (entry.uncompressedSize > 0 || entry.compressedSize > 0)) return { code: 'special-file', message: words.fullFolder }
  return null
}

const cutOff = (): Refused => ({ code: 'cut-off', message: words.cutOff })

/** The zip reader's objections in words for a person. */
function wordsOf({ message }: Error): Refused {
  if (/End of central directory record signature not found/.test(message))
    return { code: 'cut-off', message: words.endMissing }
  if (/multi-disk/.test(message)) return { code: 'multi-disk', message: words.split }
  if (/encryption/.test(message)) return { code: 'encrypted', message: words.encrypted }
  if (/Invalid comment length/.test(message)) return { code: 'damaged', message: words.somethingAfter }
  if (/unexpected EOF|position is negative/.test(message)) return cutOff()
  return { code: 'damaged', message: words.misfit }
}
